/**
 * What asking costs, as data with its source: PP 10/2023 (PNBP of the ministry of home affairs), in force since 28 March 2023. Money is
 * whole rupiah in numbers: up to 9,007,199,254,740,991 they are exact, and what would not be is refused. Pure.
 */
import type { CivilDate } from '../../core/time/index.ts';
import { KINDS, type Kind } from '../partner/rules.ts';

export const METHODS = ['nik', 'finger', 'face'] as const;
export type Method = (typeof METHODS)[number];

/** A list of people compared at once, priced by how many they are and whether every element of theirs is complete. */
export interface Package {
  /** So many people at most; `null` for more than all the others. */
  readonly upTo: number | null;
  readonly complete: number;
  readonly incomplete: number;
}

export interface Tariff {
  readonly source: string;
  readonly from: CivilDate;
  /** A question by web service or portal, with a finger, with a face. */
  readonly question: Readonly<Record<Method, number>>;
  readonly packages: readonly Package[];
}

const MILLION = 1_000_000;

/** In the order of their days; the last that has begun counts. Its first day can be set by the operator. */
export const TARIFFS: readonly Tariff[] = [
  {
    source: 'PP 10/2023',
    from: '2023-03-28' as CivilDate,
    question: { nik: 1_000, finger: 2_000, face: 3_000 },
    packages: [
      { upTo: 1 * MILLION, complete: 6_800_000, incomplete: 10_000_000 },
      { upTo: 10 * MILLION, complete: 13_280_000, incomplete: 20_000_000 },
      { upTo: 50 * MILLION, complete: 19_500_000, incomplete: 30_000_000 },
      { upTo: 100 * MILLION, complete: 24_000_000, incomplete: 40_000_000 },
      { upTo: null, complete: 33_360_000, incomplete: 50_000_000 },
    ],
  },
];

/**
 * The tariff of a day, or `null` before there is one. `firstFrom`: the day on which the first of them begins here.
 *
 * @example
 * tariffOn('2023-03-27' as CivilDate); // null
 */
export function tariffOn(day: CivilDate, firstFrom: string = TARIFFS[0]!.from): Tariff | null {
  return TARIFFS.findLast(({ from }, at) => (at === 0 ? firstFrom : from) <= day) ?? null;
}

/** Whether an institution of this kind pays: who seeks profit does (KINDS says who is free). */
export const pays = (kind: Kind): boolean => !KINDS[kind].free;

/**
 * Whole rupiah for one question.
 *
 * @example
 * priceOf('bank', 'nik', '2023-03-28' as CivilDate); // 1000
 */
export function priceOf(kind: Kind, method: Method, day: CivilDate, firstFrom?: string): number {
  return pays(kind) ? (tariffOn(day, firstFrom)?.question[method] ?? 0) : 0;
}

/** Whole rupiah for comparing a list of so many people at once; 0 for who pays nothing. */
export function packagePrice(kind: Kind, list: { persons: number; complete: boolean }, tariff: Tariff | null): number {
  if (!pays(kind) || tariff === null || list.persons === 0) return 0;
  const found = tariff.packages.find(({ upTo }) => upTo === null || list.persons <= upTo)!;
  return list.complete ? found.complete : found.incomplete;
}

/** The largest price that a list of at most so many people may come to; what is compared of it is never more. */
export function mostOfPackage(kind: Kind, persons: number, tariff: Tariff | null): number {
  return packagePrice(kind, { persons, complete: false }, tariff);
}

/** Most that one order may be: what a slip of the finger makes too large is seen. */
export const MOST_ORDERED = 1_000_000_000_000;

/** The treasury's number of a receipt (NTPN): sixteen letters and digits. */
export const NTPN = /^[0-9A-Z]{16}$/;
/** The number under which one pays (kode billing of SIMPONI): fifteen digits. */
export const BILLING_CODE = /^[0-9]{15}$/;

/** A balance that will not last so many days is said to the institution. */
export const WARN_DAYS = 7;
/** The pace is that of so many days. */
export const PACE_DAYS = 7;

/** How many days a balance lasts at a pace, whole and rounded down; `null` where nothing is spent. */
export function daysLeft(balance: number, spentInPaceDays: number): number | null {
  if (spentInPaceDays <= 0) return null;
  return Math.floor((balance * PACE_DAYS) / spentInPaceDays);
}

/** What a statement says of a question or of several with one reference: a leaf of its tree, as text. */
export interface Line {
  readonly at: string;
  readonly reference: string;
  readonly unit: string;
  readonly purpose: string;
  readonly questions: number;
  readonly price: number;
  readonly entry: string;
}

/** The cells of the line as they stand in the file, a tab between two: nobody needs more than the file to compute the root. */
export function lineText({ at, reference, unit, purpose, questions, price, entry }: Line): string {
  return [at, reference, unit, purpose, questions, price, entry].join('\t');
}

/** The month after `YYYY-MM`. */
export function nextMonth(month: string): string {
  const [year, at] = month.split('-').map(Number);
  return at === 12 ? `${year! + 1}-01` : `${year}-${String(at! + 1).padStart(2, '0')}`;
}

/** `2018-11` of a day. */
export const monthOf = (day: string): string => day.slice(0, 7);

export const firstDay = (month: string): CivilDate => `${month}-01` as CivilDate;
