/** Why somebody votes, or does not. */
import type { Actor } from '../../../core/access/index.ts';
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { ageOn, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { getResident, nikOf } from '../../../register/resident/index.ts';
import { foldPlace, type PastDelta } from '../eligibility/cutoff.ts';
import { judge, type Ballot, type Verdict } from '../eligibility/rules.ts';
import { ballotOf, getElection } from '../election/election.ts';
import { findElectionAt, type ElectionRow } from '../election/sql.ts';
import { listSources, type SourceRow } from '../source/sql.ts';
import { standingOf } from './card-standing.ts';
import type { VerdictView } from './schema.ts';

type Resident = Awaited<ReturnType<typeof getResident>>;

/** The election that was named, or the next one; nothing where none was opened. */
export async function electionFor(tx: Tx, id?: string): Promise<(Ballot & ElectionRow) | undefined> {
  if (id !== undefined) return getElection(tx, id);
  const at = { asOf: today(tx.ground.clock, ZONES.WIB), knownAt: tx.ground.clock.now() };
  const next = await findElectionAt(tx, at);
  return next && ballotOf(tx, next);
}

const listDeltas = (tx: Tx, nik: Nik): Promise<PastDelta[]> =>
  many(
    tx,
    sql<PastDelta>`select a.delta, a.occurred_on as "occurredOn" from resident_read.act a where a.nik = ${nik}::bigint order by a.version`,
  );

export async function verdictOf(
  tx: Tx,
  resident: Resident,
  election: Ballot,
): Promise<{ verdict: Verdict; sources: SourceRow[] }> {
  const sources = await listSources(tx, [resident.nik]);
  const villageAtCutoff = foldPlace(await listDeltas(tx, resident.nik), election.cutoff);
  return { verdict: judge({ ...resident, villageAtCutoff }, sources, election), sources };
}

/** An officer looks why. Writes the entry with his purpose. */
export async function openVerdict(tx: Tx, actor: Actor, input: { ref: string; election?: string | undefined }) {
  const resident = await getResident(tx, nikOf(tx, input.ref));
  const election = await electionFor(tx, input.election);
  await record(tx, actor, {
    label: 'voter.verdict_opened',
    facts: election ? { election: election.id } : {},
    subjects: [{ nik: resident.nik, detail: 'voter' }],
  });
  if (!election) return { verdict: null, sources: [] };
  const { verdict, sources } = await verdictOf(tx, resident, election);
  return {
    verdict: await viewOf(tx, resident, election, verdict),
    sources: sources.map(({ nik: _nik, ...source }) => ({ ...source, knownAt: source.knownAt.toISOString() })),
  };
}

/** Field by field what leaves. */
export async function viewOf(
  tx: Tx,
  resident: Resident,
  election: Ballot & ElectionRow,
  verdict: Verdict,
): Promise<VerdictView> {
  const { id, nameId, nameEn, votingDay, cutoff } = election;
  const path = tx.ground.regions.pathAt(verdict.village, cutoff);
  return {
    election: { id, nameId, nameEn, votingDay, cutoff },
    reasons: [...verdict.reasons],
    toVerify: [...verdict.toVerify],
    ageThen: ageOn(resident.birthDate as CivilDate, votingDay),
    village: {
      code: verdict.village,
      place: path
        .map(({ name }) => name)
        .toReversed()
        .join(', '),
    },
    movedSince: verdict.village !== resident.villageCode,
    mission: verdict.mission,
    card: await standingOf(tx, resident.nik),
  };
}
