import type { CivilDate } from '../../core/time/index.ts';
import { civilText, compactDay, TWO } from './draw/calendar.ts';
import { below, mix, roll } from './draw/draw.ts';
import { NEIGHBOURS } from './place/nation.ts';
import type { Drawing } from './people.ts';

/** Certificates of marriage and divorce, empty where there is none. */
export interface Papers {
  readonly marriageCertificate: string;
  readonly marriageDate: CivilDate | null;
  readonly divorceCertificate: string;
  readonly divorceDate: CivilDate | null;
}

const YEAR = 365.25;
const MONTHS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** A couple has one certificate and one date: both are drawn from the husband's place. One marriage in seven is not registered. */
export function marriageOf(drawing: Drawing, p: number, religion: number): Papers {
  const { nation, hood, die } = drawing;
  const spouse = hood.spouse[p]!;
  const key = spouse !== -1 && hood.male[p] === 0 ? spouse : p;
  const before = die.state;
  die.state = mix(mix(nation.salt, 14), hood.block * NEIGHBOURS + key);
  const day = weddingDay(drawing, key);
  const registered = roll(die) < 0.86;
  const code = nation.districts[hood.district]!.retiredCode.slice(0, 4);
  const number = certificate(code, compactDay(day), religion, below(die, 1000), 'KW');
  die.state = before;
  return {
    marriageCertificate: registered ? number : '',
    marriageDate: civilText(compactDay(day)) as CivilDate,
    divorceCertificate: '',
    divorceDate: null,
  };
}

/** Not before 16 (she) and 18 (he), and before the eldest child at home was born. */
function weddingDay({ nation, hood, die }: Drawing, p: number): number {
  const spouse = hood.spouse[p]!;
  let earliest = hood.born[p]! + (hood.male[p] === 1 ? 18 : 16) * YEAR;
  if (spouse !== -1) earliest = Math.max(earliest, hood.born[spouse]! + (hood.male[spouse] === 1 ? 18 : 16) * YEAR);
  let eldest = Infinity;
  for (let c = 0; c < hood.size; c++) {
    if (hood.father[c] === p || hood.mother[c] === p) eldest = Math.min(eldest, hood.born[c]!);
  }
  const wait = roll(die);
  const wished = eldest === Infinity ? earliest + wait * 9 * YEAR : eldest - 270 - wait * 1100;
  return Math.floor(Math.min(nation.today, Math.max(earliest, wished)));
}

export function divorceOf({ nation, hood, die }: Drawing, p: number, religion: number): Papers {
  const grown = Math.min(hood.born[p]! + 20 * YEAR, nation.today - 30);
  const earliest = Math.max(grown, nation.today - 12 * YEAR);
  const day = compactDay(Math.floor(earliest + roll(die) * Math.max(0, nation.today - earliest)));
  const code = nation.districts[hood.district]!.retiredCode.slice(0, 4);
  return {
    marriageCertificate: '',
    marriageDate: null,
    divorceCertificate: certificate(code, day, religion, below(die, 1000), 'CR'),
    divorceDate: civilText(day) as CivilDate,
  };
}

/** Muslims marry at the office of religious affairs and divorce in the religious court, others in the civil registry. */
function certificate(regency: string, day: number, religion: number, serial: number, kind: 'KW' | 'CR'): string {
  const year = Math.floor(day / 10000);
  const month = Math.floor(day / 100) % 100;
  if (religion === 1 && kind === 'KW') return `${serial + 1}/${TWO[day % 100]}/${MONTHS[month]}/${year}`;
  if (religion === 1) return `${serial + 1}/AC/${year}/PA`;
  return `${regency}-${kind}-${TWO[day % 100]}${TWO[month]}${year}-${1000 + serial}`;
}
