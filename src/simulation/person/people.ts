import { asFamilyCardNumber, asNik, type FamilyCardNumber, type Nik } from '../../core/id/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { addressIn, type Address } from './place/address.ts';
import { civilText, compactDay, TWO } from './draw/calendar.ts';
import { below, mix, pick, pickShare, roll, sharesOf, type Die } from './draw/draw.ts';
import { formFamilies, RELATION } from './family/household.ts';
import { bloodGroupOf, disabilityOf, educationOf, occupationOf, type Circumstances } from './life.ts';
import { foreignCity, foreignName, nameOf, type Named } from './names/name.ts';
import { codeInNik, codeOnMap, NEIGHBOURS, slotOf, type Nation, type Slot } from './place/nation.ts';
import { drawPeople, emptyNeighbourhood, type Neighbourhood } from './family/neighbourhood.ts';
import { FAITHS, PROVINCES, type Culture } from './place/province.ts';
import { divorceOf, marriageOf, type Papers } from './papers.ts';

/** A made-up resident. Codes are those of SIAK; a day that is not known is null. */
export interface Person {
  /** The place in the nation, 0 to count - 1: who this really is, however many records tell of it. */
  readonly n: number;
  readonly nik: Nik;
  readonly familyCardNumber: FamilyCardNumber;
  readonly name: string;
  readonly male: boolean;
  readonly birthPlace: string;
  readonly birthDate: CivilDate;
  readonly age: number;
  readonly bloodGroup: number;
  readonly religion: number;
  readonly maritalStatus: number;
  readonly familyRelation: number;
  readonly disability: number | null;
  readonly education: number;
  readonly occupation: number;
  readonly motherNik: Nik | null;
  readonly motherName: string;
  readonly fatherNik: Nik | null;
  readonly fatherName: string;
  /** Ten digits with dots, on the map of the nation's day. */
  readonly villageCode: string;
  readonly address: string;
  readonly rt: string;
  readonly rw: string;
  readonly hamlet: string;
  readonly birthCertificate: string;
  readonly papers: Papers;
  readonly stayPermit: 'ITAS' | 'ITAP' | null;
  /** The NIK tells another birth date or sex than the register, which corrected it. */
  readonly nikContradicts: boolean;
  readonly culture: Culture;
}

/** Draws neighbourhoods one after another into the same arrays. Not to be shared between two loops. */
export interface Drawing {
  readonly nation: Nation;
  readonly hood: Neighbourhood;
  readonly die: Die;
}

export function drawing(nation: Nation): Drawing {
  return { nation, hood: emptyNeighbourhood(), die: { state: 0 } };
}

interface Family {
  readonly cardNumber: FamilyCardNumber;
  readonly religion: number;
  readonly villageCode: string;
  readonly inCity: boolean;
  readonly address: Address;
  readonly foreign: boolean;
}

/** The people of neighbourhood `block`, family by family: the head first, then the wife, children, others. */
export function peopleOf(drawing: Drawing, block: number): Person[] {
  const { nation, hood, die } = drawing;
  drawPeople(nation, block, hood, die);
  formFamilies(hood, nation.salt, die);
  const cultures: Culture[] = [];
  for (let p = 0; p < hood.size; p++) cultures.push(cultureOf(drawing, p));
  const people: Person[] = [];
  for (let head = 0; head < hood.size; head++) {
    if (hood.head[head] !== head) continue;
    const members = membersOf(hood, head);
    const family = familyOf(drawing, head, members.length, cultures[head]!);
    const names = members.map((_, i) => nameIn(drawing, family, members, i, cultures));
    const niks = members.map((p) => nikOf(drawing, p));
    for (let i = 0; i < members.length; i++) {
      const n = block * NEIGHBOURS + people.length;
      people.push(person(drawing, { family, members, names, niks, cultures }, i, n));
    }
  }
  return people;
}

function membersOf(hood: Neighbourhood, head: number): number[] {
  const members: number[] = [head];
  const wife = hood.spouse[head]!;
  if (wife !== -1) members.push(wife);
  for (let p = 0; p < hood.size; p++) if (hood.head[p] === head && hood.relation[p] === RELATION.child) members.push(p);
  for (let p = 0; p < hood.size; p++) if (hood.head[p] === head && hood.relation[p]! > RELATION.child) members.push(p);
  return members;
}

const MIXES = Object.fromEntries(
  Object.entries(PROVINCES).map(([code, { cultures }]) => [
    code,
    { names: Object.keys(cultures) as Culture[], shares: sharesOf(Object.values(cultures)) },
  ]),
);

const FAITH_SHARES = Object.fromEntries(
  Object.entries(FAITHS).map(([culture, parts]) => [culture, sharesOf(parts)]),
) as Record<Culture, Float64Array>;

/** The culture of where the person comes from; children and the head's own parents follow the head. */
function cultureOf({ nation, hood, die }: Drawing, p: number): Culture {
  const from = hood.line[p] === 0 ? hood.head[p]! : p;
  die.state = mix(mix(nation.salt, 4), hood.block * NEIGHBOURS + from);
  const { names, shares } = MIXES[nation.districts[hood.originDistrict[from]!]!.province]!;
  return names[pickShare(die, shares)]!;
}

const slot: Slot = { district: 0, serial: 0, monthDay: 0 };

function familyOf({ nation, hood, die }: Drawing, head: number, members: number, culture: Culture): Family {
  die.state = mix(mix(nation.salt, 5), hood.block * NEIGHBOURS + head);
  const district = nation.districts[hood.district]!;
  const village = pick(die, district.villages);
  const code = codeOnMap(nation, district);
  const inCity = village.startsWith('1');
  slotOf(nation, hood.block, head, slot, 'family');
  // The number is of the last fourteen years and of a day when the head was grown up.
  const thisYear = Math.floor(nation.todayCompact / 10000);
  const from = Math.max(Math.floor(hood.codedBirth[head]! / 10000) + 19, thisYear - 14);
  let year = Math.min(thisYear - 1, from + below(die, Math.max(1, thisYear - from)));
  if (slot.monthDay === 229) year -= year % 4;
  const date = `${TWO[slot.monthDay % 100]}${TWO[Math.floor(slot.monthDay / 100)]}${TWO[year % 100]}`;
  return {
    cardNumber: asFamilyCardNumber(`${codeInNik(district, year)}${date}${slot.serial}`),
    religion: pickShare(die, FAITH_SHARES[culture]) + 1,
    villageCode: `${code.slice(0, 2)}.${code.slice(2, 4)}.${code.slice(4)}.${village}`,
    inCity,
    address: addressIn(village, PROVINCES[district.province]!.hamlet, die),
    // Strangers live alone here: so no citizen's parents are foreigners.
    foreign: members === 1 && hood.age[head]! < 70 && roll(die) < (inCity ? 0.012 : 0.002),
  };
}

function nikOf({ nation, hood }: Drawing, p: number): Nik {
  const coded = hood.codedBirth[p]!;
  const day = (coded % 100) + (hood.codedMale[p] === 1 ? 0 : 40);
  const year = Math.floor(coded / 10000);
  const district = codeInNik(nation.districts[hood.originDistrict[p]!]!, year);
  return asNik(`${district}${TWO[day]}${TWO[Math.floor(coded / 100) % 100]}${TWO[year % 100]}${hood.serial[p]}`);
}

const named: Named = { culture: 'javanese', male: true, religion: 1, birthYear: 0, lineage: 0, birthOrder: 1 };

/** Who is of one line of descent has one number, and so one clan name. */
function lineageOf({ nation, hood }: Drawing, p: number): number {
  const head = hood.head[p]!;
  const line = hood.line[p]!;
  const place = hood.block * NEIGHBOURS + (line === 0 ? head : p);
  // Children of a mother who is alone bear their father's name, wherever he is.
  const fatherless = line === 0 && hood.relation[p] === RELATION.child && hood.father[p] === -1;
  const motherOfHead = hood.relation[p] === RELATION.parent && hood.male[p] === 0;
  const wifesFather = hood.relation[p] === RELATION.parentInLaw && hood.male[p] === 1;
  if (wifesFather) return mix(mix(nation.salt, 6), hood.block * NEIGHBOURS + hood.spouse[head]!) >>> 1;
  return mix(mix(nation.salt, fatherless ? 7 : motherOfHead ? 8 : 6), place) >>> 1;
}

function nameIn(
  drawing: Drawing,
  family: Family,
  members: readonly number[],
  i: number,
  cultures: readonly Culture[],
): string {
  const { nation, hood, die } = drawing;
  const p = members[i]!;
  die.state = mix(mix(nation.salt, 9), hood.block * NEIGHBOURS + p);
  if (family.foreign) return foreignName(hood.male[p] === 1, lineageOf(drawing, p), die);
  named.culture = cultures[p]!;
  named.male = hood.male[p] === 1;
  named.religion = family.religion;
  named.birthYear = Math.floor(hood.codedBirth[p]! / 10000);
  named.lineage = lineageOf(drawing, p);
  named.birthOrder =
    hood.relation[p] === RELATION.child ? i - (hood.spouse[members[0]!] === -1 ? 0 : 1) : 1 + below(die, 4);
  return nameOf(named, die);
}

/** A parent who does not live here has a name only; children of one mother name the same father. */
function absentParent(drawing: Drawing, family: Family, p: number, culture: Culture, father: boolean): string {
  const { nation, hood, die } = drawing;
  if (family.foreign) return foreignName(father, lineageOf(drawing, p), die);
  const siblings = hood.relation[p] === RELATION.child;
  const key = siblings ? hood.head[p]! : p;
  die.state = mix(mix(nation.salt, father ? 10 : 11), hood.block * NEIGHBOURS + key);
  named.culture = culture;
  named.male = father;
  named.religion = family.religion;
  named.birthYear = (siblings ? 1960 : Math.floor(hood.codedBirth[p]! / 10000) - 28) - (father ? 3 : 0);
  named.lineage = father ? lineageOf(drawing, p) : mix(lineageOf(drawing, p), 12) >>> 1;
  named.birthOrder = 1 + below(die, 4);
  return nameOf(named, die);
}

interface Household {
  family: Family;
  members: readonly number[];
  names: readonly string[];
  niks: readonly Nik[];
  cultures: readonly Culture[];
}

const who: Circumstances = { age: 0, male: true, married: false, religion: 1, inCity: true };

function person(drawing: Drawing, house: Household, i: number, n: number): Person {
  const { nation, hood, die } = drawing;
  const { family, members, names, niks, cultures } = house;
  const p = members[i]!;
  const mother = members.indexOf(hood.mother[p]!);
  const father = members.indexOf(hood.father[p]!);
  const motherName = mother === -1 ? absentParent(drawing, family, p, cultures[p]!, false) : names[mother]!;
  const fatherName = father === -1 ? absentParent(drawing, family, p, cultures[p]!, true) : names[father]!;
  die.state = mix(mix(nation.salt, 13), hood.block * NEIGHBOURS + p);
  const born = compactDay(hood.born[p]!);
  const male = hood.male[p] === 1;
  const age = hood.age[p]!;
  who.age = age;
  who.male = male;
  who.married = hood.status[p] === 2;
  who.religion = family.religion;
  who.inCity = family.inCity;
  const occupation = occupationOf(who, die);
  const origin = nation.districts[hood.originDistrict[p]!]!;
  return {
    n,
    nik: niks[i]!,
    familyCardNumber: family.cardNumber,
    name: names[i]!,
    male,
    birthPlace: family.foreign ? foreignCity(die) : origin.birthplace,
    birthDate: civilText(born) as CivilDate,
    age,
    bloodGroup: bloodGroupOf(age, die),
    religion: family.religion,
    maritalStatus: hood.status[p]!,
    familyRelation: hood.relation[p]!,
    disability: disabilityOf(age, die),
    education: educationOf(age, occupation, family.inCity, die),
    occupation,
    motherNik: mother === -1 ? null : niks[mother]!,
    motherName,
    fatherNik: father === -1 ? null : niks[father]!,
    fatherName,
    villageCode: family.villageCode,
    address: family.address.address,
    rt: family.address.rt,
    rw: family.address.rw,
    hamlet: family.address.hamlet,
    birthCertificate: family.foreign ? '' : birthCertificate(origin.retiredCode, born, age, die),
    papers: papersOf(drawing, p, family),
    stayPermit: family.foreign ? (roll(die) < 0.6 ? 'ITAS' : 'ITAP') : null,
    nikContradicts: born !== hood.codedBirth[p] || hood.male[p] !== hood.codedMale[p],
    culture: cultures[p]!,
  };
}

function birthCertificate(district: string, born: number, age: number, die: Die): string {
  if (roll(die) > (age < 18 ? 0.86 : 0.35)) return '';
  const date = `${TWO[born % 100]}${TWO[Math.floor(born / 100) % 100]}${Math.floor(born / 10000)}`;
  return `${district.slice(0, 4)}-${age < 18 ? 'LU' : 'LT'}-${date}-${1000 + below(die, 9000)}`;
}

const NO_PAPERS: Papers = { marriageCertificate: '', marriageDate: null, divorceCertificate: '', divorceDate: null };

function papersOf(drawing: Drawing, p: number, family: Family): Papers {
  const status = drawing.hood.status[p]!;
  if (status === 2) return marriageOf(drawing, p, family.religion);
  if (status === 3) return divorceOf(drawing, p, family.religion);
  return NO_PAPERS;
}
