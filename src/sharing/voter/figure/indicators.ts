/** Voters of the election that is next, and how many of them hold no card. */
import type { Indicator, IndicatorValue } from '../../../core/indicator.ts';
import type { Tx } from '../../../core/db/index.ts';
import {
  countedOnce,
  earlier,
  findKeptCount,
  keepCount,
  MOST_TOUCHED,
  settledPoint,
  type KeptCount,
} from '../../../core/kept-count/index.ts';
import { foldHistory } from '../../../register/resident/rules.ts';
import { foldPlace } from '../eligibility/cutoff.ts';
import { judge, type Ballot } from '../eligibility/rules.ts';
import { ballotOf } from '../election/election.ts';
import { findElectionAt } from '../election/sql.ts';
import {
  countTouchedSince,
  countUntouched,
  eachPerson,
  listPeople,
  listTouched,
  listTouchedSince,
  type At,
  type Counted,
  type Person,
} from './sql.ts';

type Regencies = Map<string, { eligible: number; withoutCard: number }>;

function add(to: Regencies, { regency, eligible, withoutCard }: Counted): void {
  const sum = to.get(regency) ?? { eligible: 0, withoutCard: 0 };
  to.set(regency, { eligible: sum.eligible + eligible, withoutCard: sum.withoutCard + withoutCard });
}

/** One person by the rule itself, from what was known of him. */
function addPerson(to: Regencies, { acts, sources, hasCard }: Person, ballot: Ballot, n = 1): void {
  if (!Array.isArray(acts[0]?.delta)) return;
  const person = foldHistory(acts.map(({ delta }) => delta));
  const villageAtCutoff = foldPlace(acts, ballot.cutoff);
  if (judge({ ...person, villageAtCutoff }, sources, ballot).reasons.length > 0) return;
  add(to, { regency: villageAtCutoff.slice(0, 4), eligible: n, withoutCard: hasCard ? 0 : n });
}

function measured(tx: Tx, ballot: Ballot, at: At): Promise<Regencies> {
  return countedOnce(tx, { what: WHAT, at }, async () => {
    const kept = await findKeptCount<Content>(tx, WHAT);
    const same = kept?.content.ballot === ballotText(ballot);
    return (same && (await fromKept(tx, ballot, kept, at))) || overAll(tx, ballot, at);
  });
}

interface Content {
  readonly ballot: string;
  readonly regencies: readonly (readonly [string, number, number])[];
}
const WHAT = 'voter.regencies';

/** Whatever decides who votes: a count of another ballot says nothing of this one. */
const ballotText = ({ votingDay, cutoff, regencies, kind }: Ballot): string =>
  JSON.stringify([votingDay, cutoff, regencies, kind]);

/** Only those whom an act, a step or a source touched between the two points are looked at again; `null`: they are too many. */
async function fromKept(tx: Tx, ballot: Ballot, kept: KeptCount<Content>, at: At): Promise<Regencies | null> {
  const both = earlier(kept, at);
  const rows = await listTouchedSince(tx, both, MOST_TOUCHED + 1);
  if (rows.length > MOST_TOUCHED) return null;
  const counts: Regencies = new Map(
    kept.content.regencies.map(([regency, eligible, withoutCard]) => [regency, { eligible, withoutCard }]),
  );
  const niks = [...new Set(rows.map(({ nik }) => nik))];
  for (const person of await listPeople(tx, niks, kept)) addPerson(counts, person, ballot, -1);
  for (const person of await listPeople(tx, niks, at)) addPerson(counts, person, ballot);
  return counts;
}

/** Of the next election, where few were touched in the hour that is not settled. */
async function keep(tx: Tx): Promise<void> {
  const at = settledPoint(tx);
  const election = await findElectionAt(tx, at);
  if (!election || (await countTouchedSince(tx, at, MOST_TOUCHED + 1)) > MOST_TOUCHED) return;
  const ballot = ballotOf(tx, election);
  const regencies = [...(await overAll(tx, ballot, at))].map(
    ([regency, { eligible, withoutCard }]) => [regency, eligible, withoutCard] as const,
  );
  await keepCount(tx, WHAT, { ...at, content: { ballot: ballotText(ballot), regencies } satisfies Content });
}

async function overAll(tx: Tx, ballot: Ballot, at: At): Promise<Regencies> {
  const counts: Regencies = new Map();
  for (const row of await countUntouched(tx, ballot, at)) add(counts, row);
  for (const person of await listTouched(tx, at)) addPerson(counts, person, ballot);
  return counts;
}

async function recounted(tx: Tx, ballot: Ballot, at: At): Promise<Regencies> {
  const counts: Regencies = new Map();
  for await (const person of eachPerson(tx, at)) addPerson(counts, person, ballot);
  return counts;
}

type Way = typeof measured;
type Figure = 'eligible' | 'withoutCard';

/** Nobody votes where no election was open. */
async function countsOf(tx: Tx, count: Way, at: At): Promise<Regencies> {
  const election = await findElectionAt(tx, at);
  return election ? count(tx, ballotOf(tx, election), at) : new Map();
}

/** By regency, for whoever counts both figures at once. */
export const countRegencies = (tx: Tx, at: At): Promise<Regencies> => countsOf(tx, measured, at);

const sum = (counts: Regencies, figure: Figure): number => counts.values().reduce((all, one) => all + one[figure], 0);

const figure =
  (count: Way, of: Figure) =>
  async (tx: Tx, at: At): Promise<IndicatorValue> => {
    const counts = await countsOf(tx, count, at);
    return { numerator: sum(counts, of), denominator: of === 'withoutCard' ? sum(counts, 'eligible') : null };
  };

const byRegency =
  (of: Figure) =>
  async (tx: Tx, at: At): Promise<Record<string, number>> =>
    Object.fromEntries(
      [...(await countsOf(tx, measured, at))].flatMap(([regency, one]) => (one[of] > 0 ? [[regency, one[of]]] : [])),
    );

export const indicators: Indicator[] = (
  [
    ['voter.eligible', 'eligible'],
    ['voter.without_card', 'withoutCard'],
  ] as const
).map(([code, of]) => ({
  code,
  unit: 'jiwa',
  since: null,
  measure: figure(measured, of),
  recount: figure(recounted, of),
  byRegency: byRegency(of),
  ...(of === 'eligible' ? { keep } : {}),
}));
