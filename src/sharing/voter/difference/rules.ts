/**
 * How two lists of voters of one area differ, person by person: who joined, who left, who stays with another row, each with one reason from
 * what became known between them. Pure. There is no reason "other": a test on random lives finds nobody without one.
 */
import { ageOn, type CivilDate } from '../../../core/time/civil-date.ts';
import { foldHistory } from '../../../register/resident/rules.ts';
import { foldPlace } from '../eligibility/cutoff.ts';
import { judge, VOTING_AGE, type Ballot, type DatedSource, type Reason, type Verdict } from '../eligibility/rules.ts';

export const JOINED = [
  'registered',
  'turned_17',
  'married',
  'moved_in',
  'returned',
  'mission_registered',
  'left_service',
  'vote_restored',
  'became_citizen',
  'reactivated',
  /** A death, a duplicate or a cancellation that was undone. */
  'record_restored',
  'corrected',
  /** Nothing happened to the person: the two lists are of other days or another area. */
  'other_ballot',
] as const;
export const LEFT = [
  'died',
  'duplicate_resolved',
  'cancelled',
  'deactivated',
  'left_citizenship',
  'deprived',
  'joined_service',
  'moved_out',
  'moved_abroad',
  'mission_ended',
  'corrected',
  'other_ballot',
] as const;
/** Of who stays; `corrected`: name, birth, sex. */
export const CHANGED = ['moved', 'corrected', 'married', 'moved_within', 'family_card'] as const;
export type Joined = (typeof JOINED)[number];
export type Left = (typeof LEFT)[number];
export type Changed = (typeof CHANGED)[number];

export interface PastAct {
  readonly delta: unknown;
  readonly occurredOn: CivilDate;
  readonly recordedAt: Date;
}
export interface PastSource extends DatedSource {
  readonly knownAt: Date;
  readonly withdrawnAt: Date | null;
}
export interface Life {
  /** In the order of their versions. */
  readonly acts: readonly PastAct[];
  readonly sources: readonly PastSource[];
}

/** A list: whose election, and until when what was known is in it. */
export interface ListAt {
  readonly ballot: Ballot;
  readonly knownAt: Date;
}

type Folded = ReturnType<typeof foldHistory>;

export interface Standing {
  readonly verdict: Verdict;
  readonly person: Folded;
  /** Where he lived at the cut-off, where that is not where he lived when the list was made. */
  readonly home: Pick<Folded, 'address' | 'rt' | 'rw' | 'villageCode'>;
  readonly sources: readonly DatedSource[];
}

/**
 * How somebody stood when a list was made; `null`: he was not registered. `listed` says whether he is in it: an act that was recorded in the
 * same moment may have been committed before or after the list looked, and the list says which.
 */
export function standingAt(life: Life, { ballot, knownAt }: ListAt, listed: boolean): Standing | null {
  const until = life.acts.filter(({ recordedAt }) => recordedAt <= knownAt);
  const sources = [known(life.sources, (at) => at <= knownAt), known(life.sources, (at) => at < knownAt)];
  let first: Standing | null = null;
  for (let n = until.length; n > 0; n--) {
    for (const said of sources) {
      const standing = judged(until.slice(0, n), said, ballot);
      if ((standing.verdict.reasons.length === 0) === listed) return standing;
      first ??= standing;
    }
  }
  // Who is not in the list and had nothing against him came to the register in that moment.
  return listed ? first : null;
}

const known = (sources: readonly PastSource[], before: (at: Date) => boolean): PastSource[] =>
  sources.filter(({ knownAt, withdrawnAt }) => before(knownAt) && !(withdrawnAt && before(withdrawnAt)));

function judged(acts: readonly PastAct[], sources: readonly DatedSource[], ballot: Ballot): Standing {
  const fold = (some: readonly PastAct[]) => foldHistory(some.map(({ delta }) => delta));
  const person = fold(acts);
  const villageAtCutoff = foldPlace(acts, ballot.cutoff);
  const movedSince = acts.some(({ delta, occurredOn }, n) => n > 0 && occurredOn > ballot.cutoff && saysVillage(delta));
  const home = movedSince ? fold(acts.filter(({ occurredOn }, n) => n === 0 || occurredOn <= ballot.cutoff)) : person;
  return { verdict: judge({ ...person, villageAtCutoff }, sources, ballot), person, home, sources };
}

const saysVillage = (delta: unknown): boolean =>
  typeof delta === 'object' && delta !== null && (delta as Record<string, unknown>)['villageCode'] !== undefined;

/** The gravest first: one reason a person. */
const ORDER: readonly Reason[] = [
  'duplicate',
  'dead',
  'cancelled',
  'deactivated',
  'left_citizenship',
  'not_citizen',
  'deprived',
  'military',
  'police',
  'under_age',
  'outside_area',
  'abroad',
];

const gravest = ({ verdict }: Standing): Reason | undefined => ORDER.find((reason) => verdict.reasons.includes(reason));

/** The elections of the two lists: one and the same, or of other days and another area. */
export interface Ballots {
  readonly from: Ballot;
  readonly to: Ballot;
}

/** Why somebody is in `to` who was not in `from`. */
export function whyJoined(from: Standing | null, to: Standing, ballots: Ballots): Joined {
  const reason = from && gravest(from);
  if (!from || !reason) return 'registered';
  const earlier = ballots.to.votingDay < ballots.from.votingDay;
  // The state that took the vote is still there: it begins after the other day, or its day was corrected.
  const still = ballots.to.votingDay === ballots.from.votingDay ? 'corrected' : 'other_ballot';
  const stays = from.person.state === to.person.state;
  switch (reason) {
    case 'duplicate':
    case 'cancelled':
      return 'record_restored';
    case 'dead':
      return stays ? still : 'record_restored';
    case 'deactivated':
      return stays ? still : 'reactivated';
    case 'left_citizenship':
      return stays ? still : 'became_citizen';
    case 'not_citizen':
      return 'became_citizen';
    case 'deprived':
      return earlier && begins(to, ['deprived'], ballots.to) ? 'other_ballot' : 'vote_restored';
    case 'military':
    case 'police':
      return earlier && begins(to, ['military', 'police'], ballots.to) ? 'other_ballot' : 'left_service';
    case 'under_age':
      if (ageOn(from.person.birthDate, ballots.to.votingDay) >= VOTING_AGE) return 'turned_17';
      return to.person.maritalStatus === from.person.maritalStatus ? 'corrected' : 'married';
    case 'outside_area':
      return from.verdict.village === to.verdict.village ? 'other_ballot' : 'moved_in';
    case 'abroad':
      if (to.verdict.mission !== null) return 'mission_registered';
      return stays ? still : 'returned';
  }
}

/** What was said of somebody begins only after the voting day. */
const begins = ({ sources }: Standing, kinds: readonly DatedSource['kind'][], { votingDay }: Ballot): boolean =>
  sources.some(({ kind, since }) => kinds.includes(kind) && since > votingDay);

/** Why somebody is not in `to` who was in `from`. */
export function whyLeft(from: Standing, to: Standing): Left {
  const reason = gravest(to);
  switch (reason) {
    case undefined:
      return 'corrected';
    case 'duplicate':
      return 'duplicate_resolved';
    case 'dead':
      return 'died';
    case 'cancelled':
      return 'cancelled';
    case 'deactivated':
      return 'deactivated';
    case 'left_citizenship':
    case 'not_citizen':
      return 'left_citizenship';
    case 'deprived':
      return 'deprived';
    case 'military':
    case 'police':
      return 'joined_service';
    case 'under_age': {
      const { birthDate, maritalStatus } = from.person;
      const same = birthDate === to.person.birthDate && maritalStatus === to.person.maritalStatus;
      return same ? 'other_ballot' : 'corrected';
    }
    case 'outside_area':
      return from.verdict.village === to.verdict.village ? 'other_ballot' : 'moved_out';
    case 'abroad':
      return from.verdict.mission !== null ? 'mission_ended' : 'moved_abroad';
  }
}

/** The fields of a row, as `FIELDS` of the layout names them. */
export const ROW_FIELDS = {
  nama: 'corrected',
  tempat_lahir: 'corrected',
  tanggal_lahir: 'corrected',
  jenis_kelamin: 'corrected',
  status_kawin: 'married',
  alamat: 'moved_within',
  rt: 'moved_within',
  rw: 'moved_within',
  kode_kelurahan: 'moved',
  perwakilan: 'moved',
  no_kk: 'family_card',
} as const satisfies Record<string, Changed>;
export type RowField = keyof typeof ROW_FIELDS;

export type RowValues = Readonly<Record<RowField, string | number | null>>;

export function rowValues({ person, home, verdict }: Standing, familyCard: string | null): RowValues {
  const { maritalStatus } = person;
  return {
    nama: person.name,
    tempat_lahir: person.birthPlace,
    tanggal_lahir: person.birthDate,
    jenis_kelamin: person.sex,
    // Divorced and widowed are one letter in the list.
    status_kawin: maritalStatus === 1 ? 'B' : maritalStatus === 2 ? 'S' : 'P',
    alamat: home.address,
    rt: home.rt,
    rw: home.rw,
    kode_kelurahan: home.villageCode,
    perwakilan: verdict.mission,
    no_kk: familyCard,
  };
}

/** Of who is in both lists: which fields differ, and the one reason; `null` where the rows say the same. */
export function whyChanged(
  from: RowValues,
  to: RowValues,
): { readonly reason: Changed; readonly fields: RowField[] } | null {
  const fields = (Object.keys(ROW_FIELDS) as RowField[]).filter((field) => from[field] !== to[field]);
  const reason = CHANGED.find((each) => fields.some((field) => ROW_FIELDS[field] === each));
  return reason ? { reason, fields } : null;
}
