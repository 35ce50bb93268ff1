/**
 * When each institution of the story climbs: pure, the same for the same seed. The ladder is not scaled with the nation: by 11 December
 * 2018 there are 42 MoU, 1,130 agreements, 576 technical guides and 320 connections, of which seven are cut off.
 */
import { KINDS, type Kind, type Sector, type Stage } from '../../../sharing/partner/index.ts';
import { addDays, asCivilDate, daysBetween, type CivilDate } from '../../../core/time/index.ts';
import { below, mix, seedOf, type Die } from '../../person/index.ts';
import { nameOf, type Places } from './names.ts';

export const MOU = 42;
export const AGREEMENTS = 1_130;
export const GUIDES = 576;
export const CONNECTED = 313;
/** Connected, and cut off in October 2018. */
export const CUT_OFF = 7;

export interface Planned {
  readonly name: string;
  readonly kind: Kind;
  readonly sector: Sector;
  /** Its place in the list of those with a MoU of their own. */
  readonly supervisor: number | null;
  readonly regionCode: string | null;
  /** The day on which it comes to each stage; what is missing is not reached. */
  readonly days: ReadonlyMap<Stage, CivilDate>;
}

/** Ministries and agencies that carry others come first: their MoU must be there before a bank can lean on it. */
const CARRYING: readonly [name: string, kind: Kind, sector: Sector, carries: readonly Kind[]][] = [
  ['OTORITAS JASA KEUANGAN CONTOH', 'agency', 'finance', ['bank', 'finance', 'insurance', 'capital_market']],
  ['KEMENTERIAN KESEHATAN CONTOH', 'ministry', 'health', ['public_hospital', 'hospital']],
  ['KEMENTERIAN PENDIDIKAN TINGGI CONTOH', 'ministry', 'education', ['university']],
  ['KEMENTERIAN KOMUNIKASI CONTOH', 'ministry', 'communication', ['telecommunication']],
  ['KEMENTERIAN PERDAGANGAN CONTOH', 'ministry', 'trade', ['company']],
  ['KEMENTERIAN SOSIAL CONTOH', 'ministry', 'social_aid', []],
  ['KOMISI PEMILIHAN CONTOH', 'agency', 'election', []],
  ['BADAN PENANGGULANGAN BENCANA CONTOH', 'agency', 'disaster', []],
  ['KEPOLISIAN CONTOH', 'agency', 'law', []],
  ['BADAN JAMINAN KESEHATAN CONTOH', 'social_security', 'health', []],
];

/** How many users of each kind there are besides those with a MoU of their own. */
const USERS: readonly [Kind, Sector, number][] = [
  ['bank', 'finance', 300],
  ['finance', 'finance', 180],
  ['regional_government', 'government', 120],
  ['public_hospital', 'health', 120],
  ['company', 'trade', 100],
  ['insurance', 'finance', 90],
  ['capital_market', 'finance', 70],
  ['hospital', 'health', 60],
  ['university', 'education', 40],
  ['telecommunication', 'communication', 10],
];

/** How many agreements there were at the end of a day; in between they grow evenly. 731 is the figure of the end of 2017. */
const GROWTH: readonly [CivilDate, number][] = [
  [asCivilDate('2014-03-03'), 0],
  [asCivilDate('2014-12-31'), 90],
  [asCivilDate('2015-12-31'), 240],
  [asCivilDate('2016-12-31'), 460],
  [asCivilDate('2017-12-31'), 731],
  [asCivilDate('2018-12-07'), AGREEMENTS],
];
const LAST_DAY = asCivilDate('2018-12-10');
/** Those that have asked and not come to an agreement yet: how far, how many, and about how many days ago. */
const UNDERWAY: readonly [Stage, number][] = [
  ['REQUEST', 30],
  ['APPROVAL', 20],
  ['MOU', 12],
];
const REFUSED = 8;

/** Everybody, in the order in which they come to their agreement. */
export function planLadder(seed: number, places: Places): Planned[] {
  const die: Die = { state: mix(seed, seedOf('sharing')) };
  const carriers = CARRYING.map(([name, kind, sector]) => ({ name, kind, sector }));
  const ministries = Array.from({ length: MOU - carriers.length }, (_, n) => ({
    name: `${n % 3 === 0 ? 'LEMBAGA' : 'KEMENTERIAN'} CONTOH ${String(n + 1).padStart(2, '0')}`,
    kind: n % 3 === 0 ? ('agency' as const) : ('ministry' as const),
    sector: 'government' as const,
  }));
  const users = shuffled(
    die,
    USERS.flatMap(([kind, sector, n]) => Array.from({ length: n }, (_, at) => ({ kind, sector, at }))),
  );
  const own = [...carriers, ...ministries];
  // Two have a MoU and no agreement; the others are spread over the years.
  const agreed = interleave<Who>(own.slice(0, AGREEMENTS - users.length), users);
  const planned = agreed.map((who, n): Planned => {
    const day = agreementDay(n);
    const guide = isChosen(n, AGREEMENTS, GUIDES) ? soon(die, day, 40, 160) : null;
    const connects = guide !== null && isChosen(guideNumber(n), GUIDES, CONNECTED + CUT_OFF);
    return { ...identity(who, places), days: daysTo(die, who.kind, day, guide, connects) };
  });
  const waiting = own.slice(AGREEMENTS - users.length).map((who, n): Planned => {
    const day = addDays(asCivilDate('2018-03-01'), n * 60);
    return { ...identity(who, places), days: new Map([...before(die, who.kind, addDays(day, 30)), ['MOU', day]]) };
  });
  return [...planned, ...waiting, ...underway(die, places)];
}

interface Who {
  readonly name?: string;
  readonly kind: Kind;
  readonly sector: Sector;
  readonly at?: number;
}

function identity({ name, kind, sector, at = 0 }: Who, places: Places): Omit<Planned, 'days'> {
  const supervisor = CARRYING.findIndex(([, , , carries]) => carries.includes(kind));
  const named = name === undefined ? nameOf(kind, at, places) : { name, regionCode: null };
  return { ...named, kind, sector, supervisor: supervisor < 0 ? null : supervisor };
}

/** The carriers first, then one of the others among so many users as fits. */
function interleave<T>(own: readonly T[], users: readonly T[]): T[] {
  const rest = own.slice(CARRYING.length);
  const every = Math.floor(users.length / (rest.length + 1));
  const mixed = users.flatMap((user, n) =>
    (n + 1) % every === 0 && rest[(n + 1) / every - 1] ? [user, rest[(n + 1) / every - 1]!] : [user],
  );
  return [...own.slice(0, CARRYING.length), ...mixed];
}

/** So many of all, evenly spread. */
const isChosen = (n: number, of: number, wanted: number): boolean => number(n + 1, of, wanted) > number(n, of, wanted);
const number = (n: number, of: number, wanted: number): number => Math.floor((n * wanted) / of);
const guideNumber = (n: number): number => number(n, AGREEMENTS, GUIDES);

function agreementDay(n: number): CivilDate {
  const at = GROWTH.findIndex(([, count]) => count > n);
  const [[from, low], [until, high]] = [GROWTH[at - 1]!, GROWTH[at]!];
  // The n-th, counted from nought, is there when n + 1 are; the last of a span comes on its last day.
  const share = (n + 1 - low) / (high - low);
  return workday(addDays(from, Math.round(share * daysBetween(from, until))), -1);
}

/** A weekday: what falls on a weekend comes on the Friday before, or the Monday after. */
function workday(day: CivilDate, way: 1 | -1): CivilDate {
  const weekday = new Date(day).getUTCDay();
  if (weekday === 0) return addDays(day, way === 1 ? 1 : -2);
  return weekday === 6 ? addDays(day, way === 1 ? 2 : -1) : day;
}

function soon(die: Die, day: CivilDate, least: number, most: number): CivilDate {
  const later = workday(addDays(day, least + below(die, most - least)), 1);
  return later > LAST_DAY ? LAST_DAY : later;
}

function daysTo(
  die: Die,
  kind: Kind,
  agreement: CivilDate,
  guide: CivilDate | null,
  connects: boolean,
): Map<Stage, CivilDate> {
  const days = before(die, kind, agreement);
  days.set('AGREEMENT', agreement);
  if (guide === null) return days;
  days.set('TECHNICAL_GUIDE', guide);
  if (!connects && below(die, 2) === 0) return days;
  const onboarding = soon(die, guide, 15, 50);
  days.set('ONBOARDING', onboarding);
  if (connects) days.set('CONNECTED', soon(die, onboarding, 15, 70));
  return days;
}

/** What leads to an agreement; the first of all have little time for it. */
function before(die: Die, kind: Kind, agreement: CivilDate): Map<Stage, CivilDate> {
  const start = asCivilDate('2014-01-06');
  const back = (days: number) => {
    const day = workday(addDays(agreement, -days), -1);
    return day < start ? start : day;
  };
  const memorandum = 20 + below(die, 20);
  const approval = memorandum + 15 + below(die, 30);
  const days = new Map<Stage, CivilDate>([
    ['REQUEST', back(approval + 7 + below(die, 14))],
    ['APPROVAL', back(approval)],
  ]);
  if (KINDS[kind].memorandum !== 'none') days.set('MOU', back(memorandum));
  return days;
}

function underway(die: Die, places: Places): Planned[] {
  const wait = UNDERWAY.flatMap(([stage, n]) => Array.from({ length: n }, (_, at) => [stage, at] as const));
  const asked = wait.map(([stage, at], n): Planned => {
    const [kind, sector] = n % 2 === 0 ? (['bank', 'finance'] as const) : (['company', 'trade'] as const);
    const who = identity({ kind, sector, at: 1_000 + n }, places);
    const last = workday(addDays(LAST_DAY, -(3 + at * 3 + below(die, 4))), -1);
    const request = workday(addDays(last, stage === 'REQUEST' ? 0 : -20), -1);
    const days = new Map<Stage, CivilDate>([['REQUEST', request]]);
    if (stage !== 'REQUEST') days.set('APPROVAL', stage === 'APPROVAL' ? last : request);
    if (stage === 'MOU') days.set('MOU', last);
    return { ...who, days };
  });
  const refused = Array.from({ length: REFUSED }, (_, n): Planned => {
    const day = workday(addDays(asCivilDate('2017-02-01'), n * 70), 1);
    const who = identity({ kind: 'company', sector: 'trade', at: 2_000 + n }, places);
    return {
      ...who,
      days: new Map([
        ['REQUEST', day],
        ['REFUSED', workday(addDays(day, 12), 1)],
      ]),
    };
  });
  return [...asked, ...refused];
}

function shuffled<T>(die: Die, list: readonly T[]): T[] {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at--) {
    const other = below(die, at + 1);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}
