import { below, pick, roll, type Die } from '../draw/draw.ts';
import { betawi, javanese, sundanese } from './java.ts';
import { acehnese, batak, malay, MARGA, minang } from './sumatra.ts';
import * as east from './east.ts';
import type { GivenNames } from './words.ts';
import type { Culture } from '../place/province.ts';

const GIVEN: Readonly<Record<Culture, GivenNames>> = {
  javanese,
  sundanese,
  betawi,
  batak,
  minang,
  malay,
  acehnese,
  bugis: east.bugis,
  balinese: east.balinese,
  chinese: east.chinese,
  papuan: east.christian,
  dayak: east.christian,
  minahasan: east.christian,
  moluccan: east.christian,
  timorese: east.christian,
};

/** What a name follows from. */
export interface Named {
  culture: Culture;
  male: boolean;
  /** SIAK code; 1 is Islam, 2 and 3 are Christian. */
  religion: number;
  birthYear: number;
  /** Who has the same lineage bears the same family or clan name. */
  lineage: number;
  /** From 1; the Balinese say it in the name. */
  birthOrder: number;
}

const TITLES = new Set('TEUKU CUT ANDI SITI SITTI BAIQ INAQ DAENG ABDUL NUR UMI UMMI NYAI NENG'.split(' '));
/** A new name has two words at least (Permendagri 73/2022); before, one was enough. */
const TWO_WORDS_FROM = 2022;

/** A full name in capitals, Latin letters and spaces only, at most 60 letters. */
export function nameOf(who: Named, die: Die): string {
  switch (who.culture) {
    case 'balinese':
      return balineseName(who, die);
    case 'chinese':
      return chineseName(who, die);
    case 'batak':
      return `${givenNames(who, die, 1)} ${MARGA[who.lineage % MARGA.length]!}`;
    case 'papuan':
    case 'dayak':
    case 'minahasan':
    case 'moluccan':
    case 'timorese': {
      const clans = east.CLANS[who.culture];
      return `${easternGiven(who, die)} ${clans[who.lineage % clans.length]!}`;
    }
    case 'javanese':
    case 'sundanese':
    case 'betawi':
    case 'minang':
    case 'malay':
    case 'acehnese':
    case 'bugis':
      return givenNames(who, die, who.birthYear >= TWO_WORDS_FROM ? 2 : 1);
  }
}

export function foreignName(male: boolean, lineage: number, die: Die): string {
  return `${pick(die, of(east.foreign, male))} ${east.FOREIGN_FAMILIES[lineage % east.FOREIGN_FAMILIES.length]!}`;
}

export function foreignCity(die: Die): string {
  return pick(die, east.FOREIGN_CITIES);
}

function of(names: GivenNames, male: boolean): readonly string[] {
  return male ? names.men : names.women;
}

function givenNames(who: Named, die: Die, least: number): string {
  const own = of(GIVEN[who.culture], who.male);
  const young = who.birthYear >= 1982 + below(die, 10);
  let name = '';
  let count = 0;
  if (who.religion === 1 && roll(die) < (young ? 0.3 : 0.12)) {
    name = pick(die, of(east.islamic, who.male));
    count = 1;
  } else if ((who.religion === 2 || who.religion === 3) && who.culture !== 'batak' && roll(die) < 0.8) {
    name = pick(die, of(east.christian, who.male));
    count = 1;
  }
  const first = young && roll(die) < 0.6 ? pick(die, of(east.modern, who.male)) : pick(die, own);
  if (first !== name) {
    name = name === '' ? first : `${name} ${first}`;
    count++;
  }
  if (count < least || TITLES.has(first) || roll(die) < moreWords(young, count)) {
    const last = differentFrom(first, young ? of(east.modern, who.male) : own, die);
    name = `${name} ${last}`;
  }
  return name;
}

/** How often one more word follows: nearly always among the young, seldom for those born before 1980. */
function moreWords(young: boolean, count: number): number {
  if (count >= 2) return young ? 0.25 : 0.03;
  return young ? 0.85 : 0.22;
}

function differentFrom(word: string, names: readonly string[], die: Die): string {
  const at = below(die, names.length);
  for (let i = 0; i < names.length; i++) {
    const other = names[(at + i) % names.length]!;
    if (other !== word && !TITLES.has(other)) return other;
  }
  return names[at]!;
}

function easternGiven(who: Named, die: Die): string {
  if (who.religion === 1) {
    return `${pick(die, of(east.islamic, who.male))} ${differentFrom('', of(malay, who.male), die)}`;
  }
  const first = pick(die, of(east.christian, who.male));
  if (roll(die) > 0.35) return first;
  const young = who.birthYear >= 1990;
  return `${first} ${differentFrom(first, young ? of(east.modern, who.male) : of(east.christian, who.male), die)}`;
}

function balineseName(who: Named, die: Die): string {
  const given = differentFrom('', of(east.balinese, who.male), die);
  const caste = roll(die);
  if (caste < 0.02) return `${who.male ? 'IDA BAGUS' : 'IDA AYU'} ${given}`;
  if (caste < 0.05) return `${who.male ? 'ANAK AGUNG' : 'ANAK AGUNG AYU'} ${given}`;
  const order = pick(die, east.BIRTH_ORDER[(who.birthOrder - 1) % 4]!);
  const second = who.birthYear >= 1985 && roll(die) < 0.5 ? ` ${pick(die, of(east.modern, who.male))}` : '';
  const name = `${who.male ? 'I' : 'NI'} ${caste < 0.08 ? 'GUSTI ' : ''}${order}${second}`;
  return second.endsWith(` ${given}`) ? name : `${name} ${given}`;
}

function chineseName(who: Named, die: Die): string {
  if (who.birthYear < 1966 && roll(die) < 0.5) {
    const given = of(east.OLD_GIVEN, who.male);
    const first = pick(die, given);
    return `${east.OLD_SURNAMES[who.lineage % east.OLD_SURNAMES.length]!} ${first} ${differentFrom(first, given, die)}`;
  }
  const names = of(east.chinese, who.male);
  const surname = east.SURNAMES[who.lineage % east.SURNAMES.length]!;
  const first = differentFrom(surname, names, die);
  const second = roll(die) < 0.3 ? ` ${differentFrom(first, names, die)}` : '';
  return second === ` ${surname}` ? `${first} ${surname}` : `${first}${second} ${surname}`;
}
