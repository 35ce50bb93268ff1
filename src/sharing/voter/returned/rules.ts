/**
 * A list of voters that comes back from the commission: how each row stands beside the register, and why somebody who votes is not in it.
 * Pure, safe in a browser. Never one total called "double": who stands there twice, who has two numbers and who bears another's are three
 * faults, and each has its own name.
 */
import { bitOf, type Reason } from '../eligibility/rules.ts';

/** How lists follow one another: provisional, corrected after comments, fixed, and the fixed one corrected again (PKPU 11/2018). */
export const RETURNED_KINDS = ['DPS', 'DPSHP', 'DPT', 'DPTHP'] as const;
export type ReturnedKind = (typeof RETURNED_KINDS)[number];
/** There may be several of these: DPTHP-1, DPTHP-2. */
export const NUMBERED: readonly ReturnedKind[] = ['DPSHP', 'DPTHP'];

export const RETURNED_STATES = ['reading', 'checked', 'matching', 'done', 'failed', 'discarded'] as const;
export type ReturnedState = (typeof RETURNED_STATES)[number];

/** Each row of a list stands under exactly one. By their places, which are stored: only ever extended at the end. */
export const VERDICTS = [
  'in_order',
  /** Means the same person as an earlier row. */
  'twice',
  /** The number is another person's, and nobody else in the register is like the one who is named. */
  'another_person',
  /** Name and day of birth are of one person in the register, who has another number. */
  'other_nik',
  /** What is shown, or name and day of birth, fit several. */
  'several',
  'not_found',
  'dead',
  'under_age',
  'military',
  'police',
  'deprived',
  'not_citizen',
  /** The register's record is a second one of a person who stands under another number. */
  'duplicate',
  /** Set inactive or cancelled. */
  'inactive',
  'outside_area',
  'abroad',
  /** Votes, in another village than the list says. */
  'moved',
] as const;
export type ReturnedVerdict = (typeof VERDICTS)[number];
export const placeOf = (verdict: ReturnedVerdict): number => VERDICTS.indexOf(verdict);

/** Why somebody who votes by the register is not in the list. By their places too. */
export const ABSENCES = ['not_listed', 'registered_later', 'of_age_later', 'at_mission'] as const;
export type Absence = (typeof ABSENCES)[number];

export const SIDES = ['listed', 'absent'] as const;
export type Side = (typeof SIDES)[number];

/**
 * Whom a row means: by its number, by what its number shows, by name and day of birth; or nobody, and why. A person under another number is
 * told only where nothing worse stands against the row.
 */
export type Meant = 'nik' | 'mask' | 'person' | 'another_person' | 'several' | 'not_found';

/** What of the register decides about a row, the gravest first. */
export const GRAVEST: readonly (readonly [ReturnedVerdict, readonly Reason[]])[] = [
  ['duplicate', ['duplicate']],
  ['dead', ['dead']],
  ['inactive', ['deactivated', 'cancelled']],
  ['not_citizen', ['not_citizen', 'left_citizenship']],
  ['deprived', ['deprived']],
  ['military', ['military']],
  ['police', ['police']],
  ['under_age', ['under_age']],
  ['outside_area', ['outside_area']],
  ['abroad', ['abroad']],
];

export const maskOf = (reasons: readonly Reason[]): number => reasons.reduce((mask, reason) => mask | bitOf(reason), 0);

export interface Standing {
  readonly meant: Meant;
  /** Whether an earlier row means the same person. */
  readonly again: boolean;
  /** Bits of `REASONS`, of the person who is meant. */
  readonly reasons: number;
  /** In which village the list and the register have him vote; `null` where the list does not say. */
  readonly village: string | null;
  readonly lives: string | null;
}

/** The one verdict of a row. `match-sql.ts` says the same of all rows at once, made from the same table. */
export function verdictOf({ meant, again, reasons, village, lives }: Standing): ReturnedVerdict {
  if (again) return 'twice';
  if (meant === 'another_person' || meant === 'several' || meant === 'not_found') return meant;
  const gravest = GRAVEST.find(([, holding]) => (reasons & maskOf(holding)) !== 0);
  if (gravest) return gravest[0];
  if (meant === 'person') return 'other_nik';
  return village !== null && lives !== null && village !== lives ? 'moved' : 'in_order';
}

export const ROW_FAULTS = [
  'nik_missing',
  'nik_rounded',
  'nik_mask',
  'nik_form',
  'invisible',
  'name_missing',
  'name_long',
  'day',
  'day_ahead',
  'village',
  'ragged',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

/** A share and between which numbers it lies, both of a hundred. */
export interface Between {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z95 = 1.959_963_984_540_054;

/**
 * Wilson's interval of 95 % for a share that was found in a sample (Wilson 1927), right also where the sample is small and nothing or
 * everything was found.
 */
export function wilson(found: number, of: number): Between | null {
  if (of === 0) return null;
  const share = found / of;
  const square = Z95 ** 2;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (Z95 / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2));
  return {
    share,
    // At the ends rounding must not say less than nothing.
    low: found === 0 ? 0 : Math.max(0, middle - half),
    high: found === of ? 1 : Math.min(1, middle + half),
  };
}

/** As people say it: outward to whole numbers of a hundred. */
export function ofHundred({ low, high }: Between): { readonly low: number; readonly high: number } {
  return { low: Math.floor(low * 100 + 1e-9), high: Math.ceil(high * 100 - 1e-9) };
}

export const FINDINGS = ['right', 'wrong', 'unclear'] as const;
export type Finding = (typeof FINDINGS)[number];
