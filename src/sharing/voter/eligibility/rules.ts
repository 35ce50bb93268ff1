/**
 * Who votes, and where: pure, and safe in a browser. `sql.ts` says the same of everybody at once; whoever changes the one changes the
 * other, and a property test holds them together.
 * Law: UU 7/2017 art. 198 (citizens of 17 on the voting day, married or ever married; not who was deprived of the vote by a final
 * decision), art. 200 (soldiers and police do not vote), art. 202 and 204 (lists are made where people live). For pilkada UU 10/2016
 * art. 1 (6) says the same of age and marriage; Constitutional Court 75/PUU-XVII/2019 let it stand.
 */
import { ageOn, type CivilDate } from '../../../core/time/civil-date.ts';
import type { ResidentState } from '../../../register/resident/schema.ts';

/** Why somebody does not vote in an election, in the order of their bits: the first is 1, the next 2, then 4. Only ever extended at the end. */
export const REASONS = [
  'not_citizen',
  'under_age',
  'dead',
  'left_citizenship',
  'duplicate',
  'deactivated',
  'cancelled',
  'military',
  'police',
  'deprived',
  'outside_area',
  'abroad',
] as const;
export type Reason = (typeof REASONS)[number];

export const bitOf = (reason: Reason): number => 1 << REASONS.indexOf(reason);
export const reasonsOf = (mask: number): Reason[] => REASONS.filter((reason) => (mask & bitOf(reason)) !== 0);

export const ELECTION_KINDS = ['pemilu', 'pilkada'] as const;
export type ElectionKind = (typeof ELECTION_KINDS)[number];

/** By the numbers that the store gives them, from 1. */
export const SOURCE_KINDS = ['military', 'police', 'deprived', 'mission'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What was said of somebody, from a day to a day, the last included. */
export interface DatedSource {
  readonly kind: SourceKind;
  /** The service, the court or the mission. */
  readonly body: string;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

/** What of an election decides who votes. */
export interface Ballot {
  readonly kind: ElectionKind;
  readonly votingDay: CivilDate;
  /** Who lived where at the end of this day votes there. */
  readonly cutoff: CivilDate;
  /** Codes of regencies as they stand in the records; `null`: the nation. */
  readonly regencies: readonly string[] | null;
}

export interface Candidate {
  readonly nationality: string;
  readonly birthDate: CivilDate;
  readonly maritalStatus: number;
  readonly occupation: number;
  readonly state: ResidentState;
  readonly stateSince: CivilDate;
  /** Where he lived at the end of the cut-off. */
  readonly villageAtCutoff: string;
}

export interface Verdict {
  /** None: he votes. Several may hold. */
  readonly reasons: readonly Reason[];
  /** What somebody should look into; it takes no vote from anybody. */
  readonly toVerify: readonly 'occupation'[];
  readonly village: string;
  /** The mission at which he votes; only in elections of the nation. */
  readonly mission: string | null;
}

export const VOTING_AGE = 17;
const NOT_YET_MARRIED = 1;
/** TNI and Polri, as people say of themselves: old and never checked, so only a hint. */
export const SERVICE_OCCUPATIONS: readonly number[] = [6, 7];

/** Missions vote where the whole nation does. */
export const hasMissions = ({ kind, regencies }: Pick<Ballot, 'kind' | 'regencies'>): boolean =>
  kind === 'pemilu' && regencies === null;

/** Who does not vote in `ballot`, and why; or where he votes. */
export function judge(person: Candidate, sources: readonly DatedSource[], ballot: Ballot): Verdict {
  const day = ballot.votingDay;
  const said = (kind: SourceKind) => sources.filter((source) => source.kind === kind && holdsOn(source, day));
  const mission = hasMissions(ballot)
    ? (said('mission')
        .map(({ body }) => body)
        .toSorted()
        .at(-1) ?? null)
    : null;
  const became = (state: ResidentState) => person.state === state && person.stateSince <= day;
  const leavesLater = person.state === 'LEPAS_WNI' && person.stateSince > day;
  const holds: Readonly<Record<Reason, boolean>> = {
    not_citizen: person.nationality !== 'IDN' && !leavesLater,
    under_age: ageOn(person.birthDate, day) < VOTING_AGE && person.maritalStatus === NOT_YET_MARRIED,
    dead: became('MENINGGAL'),
    left_citizenship: became('LEPAS_WNI'),
    // A record that is somebody's second, or of nobody, was so from its beginning.
    duplicate: person.state === 'GANDA',
    deactivated: became('NONAKTIF'),
    cancelled: person.state === 'BATAL',
    military: said('military').length > 0,
    police: said('police').length > 0,
    deprived: said('deprived').length > 0,
    outside_area: ballot.regencies !== null && !ballot.regencies.includes(person.villageAtCutoff.slice(0, 4)),
    abroad: became('PINDAH_LUAR_NEGERI') && mission === null,
  };
  const serves = holds.military || holds.police;
  return {
    reasons: REASONS.filter((reason) => holds[reason]),
    toVerify: !serves && SERVICE_OCCUPATIONS.includes(person.occupation) ? ['occupation'] : [],
    village: person.villageAtCutoff,
    mission,
  };
}

function holdsOn({ since, until }: DatedSource, day: CivilDate): boolean {
  return since <= day && (until === null || until >= day);
}
