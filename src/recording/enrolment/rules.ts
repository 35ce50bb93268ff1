/**
 * Who must be recorded and who may be, on a day: pure. UU 24/2013 art. 63 (citizens and holders of ITAP, 17 or ever
 * married); from 16 for those who will vote for the first time; once, as a body has one record (art. 64 (5)).
 */
import { addYears, ageOn, type CivilDate } from '../../core/time/civil-date.ts';
import { COUNTED_STATES, isCardObligated } from '../../register/resident/rules.ts';
import type { Resident } from '../../register/resident/schema.ts';
import type { BLOCKED, DUTIES } from './schema.ts';
import { STATUSES, type Status } from './status.ts';

export * from './status.ts';

export const FIRST_VOTER_AGE = 16;

export type Duty = (typeof DUTIES)[number];
export type Blocked = (typeof BLOCKED)[number];

type Person = Pick<Resident, 'birthDate' | 'maritalStatus' | 'nationality' | 'permit' | 'state'>;

/** What the law asks of this person on `day`. */
export function dutyOn(person: Person, day: CivilDate): Duty {
  if (isCardObligated(person, day)) return 'obligated';
  if (!COUNTED_STATES.includes(person.state) || person.nationality !== 'IDN') return 'none';
  return ageOn(person.birthDate, day) >= FIRST_VOTER_AGE ? 'first_voter' : 'none';
}

/** What happened before. */
export interface Past {
  /** The statuses of all his recordings. */
  readonly statuses: readonly Status[];
  readonly moveUnderway: boolean;
}

export type Standing =
  | { readonly may: true; readonly duty: Duty; readonly why: null; readonly from: null }
  | { readonly may: false; readonly duty: Duty; readonly why: Blocked; readonly from: CivilDate | null };

/**
 * Whether the person may be recorded on `day`. A second recording after a move is the commonest duplicate there is, so a
 * move that is not finished blocks, whether he was recorded before or not: the right way is to finish it.
 */
export function standingOn(person: Person, past: Past, day: CivilDate): Standing {
  const duty = dutyOn(person, day);
  const blocked = (why: Blocked, from: CivilDate | null = null): Standing => ({ may: false, duty, why, from });
  if (!COUNTED_STATES.includes(person.state)) return blocked('not_present');
  if (past.moveUnderway) return blocked('move_underway');
  if (past.statuses.includes('DUPLICATE_RECORD')) return blocked('duplicate');
  const living = past.statuses.filter((status) => STATUSES[status].recorded);
  if (living.some((status) => DECIDED.includes(STATUSES[status].stage))) return blocked('recorded');
  if (living.length > 0) return blocked('in_process');
  if (duty !== 'none') return { may: true, duty, why: null, from: null };
  if (person.nationality !== 'IDN' && person.permit !== 2) return blocked('not_entitled');
  return blocked('too_young', addYears(person.birthDate, person.nationality === 'IDN' ? FIRST_VOTER_AGE : 17));
}

// Found to be unique: it is the one record of the body.
const DECIDED: readonly string[] = ['print', 'card'];

/** Whether somebody with recordings at these statuses counts as recorded. */
export function countsAsRecorded(statuses: readonly Status[]): boolean {
  return statuses.some((status) => STATUSES[status].recorded);
}

/** Clocks that differ by more than this are not believed. */
export const CLOCK_TOLERANCE_MS = 10 * 60_000;

/** Why a well-made packet still waits for a person's decision; none of it is the citizen's fault. */
export const QUARANTINE_REASONS = [
  'clock_off',
  'captured_in_future',
  'station_revoked',
  'officer_revoked',
  'person_unknown',
  'person_not_present',
  'move_underway',
  'already_recorded',
  'not_entitled',
] as const;
export type QuarantineReason = (typeof QUARANTINE_REASONS)[number];

export interface Circumstances {
  readonly now: Date;
  readonly capturedAt: Date;
  /** The station's clock against ours when it announced the packet. */
  readonly clockOffMs: number;
  readonly stationRevokedAt: Date | null;
  readonly officerMay: boolean;
  readonly standing: Standing | null;
}

/** What stands in the way of taking a packet at once. */
export function quarantineReasons(given: Circumstances): QuarantineReason[] {
  const { standing } = given;
  const reasons: (QuarantineReason | false)[] = [
    Math.abs(given.clockOffMs) > CLOCK_TOLERANCE_MS && 'clock_off',
    given.capturedAt.getTime() > given.now.getTime() + CLOCK_TOLERANCE_MS && 'captured_in_future',
    given.stationRevokedAt !== null && 'station_revoked',
    !given.officerMay && 'officer_revoked',
    standing === null && 'person_unknown',
    standing?.why === 'not_present' && 'person_not_present',
    standing?.why === 'move_underway' && 'move_underway',
    (standing?.why === 'recorded' || standing?.why === 'in_process' || standing?.why === 'duplicate') &&
      'already_recorded',
    (standing?.why === 'too_young' || standing?.why === 'not_entitled') && 'not_entitled',
  ];
  return reasons.filter((reason) => reason !== false);
}

/** Median and 90th percentile by nearest rank of durations in any order; `null` of none. */
export function quantiles(durations: readonly number[]): { median: number; p90: number } | null {
  if (durations.length === 0) return null;
  const sorted = durations.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return { median: rank(0.5), p90: rank(0.9) };
}

/**
 * Days that a mobile team of an office spends for a visit, from the tree of regions alone: roads and seas are not known
 * here. One within the own district, two within the regency, three within the
 * province, five beyond.
 */
export function travelDays(officeRegion: string, villageCode: string): number {
  if (villageCode.slice(0, 6) === officeRegion.slice(0, 6)) return 1;
  if (villageCode.slice(0, 4) === officeRegion.slice(0, 4)) return 2;
  return villageCode.slice(0, 2) === officeRegion.slice(0, 2) ? 3 : 5;
}
