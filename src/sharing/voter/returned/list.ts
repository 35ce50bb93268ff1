/** Returned lists as the centre's officers see them: sent in, looked at, matched, discarded. Numbers only; rows are in `look.ts`. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { UploadedFile } from '../../../core/http/contract.ts';
import { record } from '../../../core/ledger/index.ts';
import { digestOf } from '../../../core/table/index.ts';
import { getElection } from '../election/election.ts';
import { refuse } from '../refusals.ts';
import { matchLater, readLater } from './job.ts';
import { dropFile, keepFile } from './kept-file.ts';
import { beginReturned } from './reading.ts';
import type { Absence, ReturnedState, ReturnedVerdict } from './rules.ts';
import type { ReturnedDetail, ReturnedGiven, ReturnedView } from './schema.ts';
import {
  countFaults,
  findReturned,
  forgetRows,
  holdReturned,
  listCounts,
  listFaults,
  listReturned,
  moveReturned,
  type CountRow,
  type ReturnedRow,
} from './sql.ts';

/** So many refused rows are named; the rest are counted. */
const NAMED = 100;

export function mustBeCentre({ jurisdiction }: Actor): void {
  if (jurisdiction?.code !== '') throw refuse('voter.centre_only');
}

/** Keeps the file and begins to read it; nothing is matched before somebody has seen what was refused. */
export async function uploadReturned(
  tx: Tx,
  actor: Actor,
  { file, ...letter }: ReturnedGiven & { file: UploadedFile },
): Promise<ReturnedDetail> {
  mustBeCentre(actor);
  const sha256 = await digestOf({ name: file.name, bytes: file.bytes });
  const { id } = await elevated(tx, () => beginReturned(tx, actor, { letter, fileName: file.name, sha256 }));
  await keepFile(tx, id, file.bytes);
  await readLater(tx, id);
  return viewReturned(tx, actor, { id });
}

export async function viewReturnedLists(
  tx: Tx,
  _actor: Actor,
  { election }: { election: string },
): Promise<{ lists: ReturnedView[] }> {
  const rows = await listReturned(tx, election);
  const nameOf = await tx.ground.approvals.electorate.namesOf(tx, [...new Set(rows.map(({ enteredBy }) => enteredBy))]);
  return { lists: rows.map((row) => viewOf(row, nameOf(row.enteredBy))) };
}

export async function viewReturned(tx: Tx, actor: Actor, { id }: { id: string }): Promise<ReturnedDetail> {
  const row = await findReturned(tx, id);
  if (!row) throw refuse('voter.returned_not_found');
  const election = await getElection(tx, row.electionId);
  const nameOf = await tx.ground.approvals.electorate.namesOf(tx, [row.enteredBy]);
  const [faults, faultyRows] = await elevated(tx, async () => [
    await countFaults(tx, id),
    // Numbers of rows help only those who may look into them.
    actor.jurisdiction?.code === '' ? await listFaults(tx, id, NAMED) : [],
  ]);
  const regencyName = (code: string) =>
    tx.ground.regions.at(code, election.cutoff)?.name ?? tx.ground.regions.nameOf(code) ?? null;
  return {
    ...viewOf(row, nameOf(row.enteredBy)),
    election: { id: election.id, nameId: election.nameId, nameEn: election.nameEn },
    sha256: row.sha256,
    faults: [...faults],
    faultyRows: [...faultyRows],
    counts: sumsOf(await listCounts(tx, id), regencyName),
    seed: row.seedRoot && { size: row.seedSize!, root: row.seedRoot.toString('base64') },
  };
}

function sumsOf(rows: readonly CountRow[], nameOf: (code: string) => string | null): ReturnedDetail['counts'] {
  return [...Map.groupBy(rows, ({ side, reason }) => `${side} ${reason}`).values()].map((of) => ({
    side: of[0]!.side,
    reason: of[0]!.reason as ReturnedVerdict | Absence,
    n: of.reduce((sum, { n }) => sum + n, 0),
    regencies: of.map(({ regency, n }) => ({ code: regency, name: regency === '' ? null : nameOf(regency), n })),
  }));
}

function viewOf(row: ReturnedRow, by: string | null): ReturnedView {
  const { id, kind, nth, number, datedOn, fileName, state, failure, read, refused, hidden, enteredAt, matchedAt } = row;
  return {
    id,
    kind,
    nth,
    number,
    datedOn,
    fileName,
    state,
    failure,
    read,
    refused,
    hidden,
    enteredAt: enteredAt.toISOString(),
    enteredBy: by,
    matchedAt: matchedAt?.toISOString() ?? null,
  };
}

/** A list that is read is matched by a job. One whose matching was broken off is asked for again: asking twice does no harm. */
export async function askMatching(tx: Tx, actor: Actor, { id }: { id: string }): Promise<ReturnedDetail> {
  await holdIn(tx, actor, id, ['checked', 'matching']);
  await record(tx, actor, { label: 'voter.returned_match_asked', facts: { list: id } });
  await elevated(tx, () => moveReturned(tx, id, { state: 'matching' }));
  await matchLater(tx, id);
  return viewReturned(tx, actor, { id });
}

/** What was read and found of people is deleted; the sums stay, and the file may come again. */
export async function discardReturned(tx: Tx, actor: Actor, { id }: { id: string }): Promise<ReturnedDetail> {
  await holdIn(tx, actor, id, ['reading', 'checked', 'done', 'failed']);
  await record(tx, actor, { label: 'voter.returned_discarded', facts: { list: id } });
  await elevated(tx, async () => {
    await forgetRows(tx, id);
    await moveReturned(tx, id, { state: 'discarded' });
  });
  dropFile(tx, id);
  return viewReturned(tx, actor, { id });
}

async function holdIn(tx: Tx, actor: Actor, id: string, states: readonly ReturnedState[]): Promise<ReturnedRow> {
  mustBeCentre(actor);
  const row = await elevated(tx, () => holdReturned(tx, id));
  if (!row) throw refuse('voter.returned_not_found');
  if (!states.includes(row.state)) throw refuse('voter.returned_state');
  return row;
}

/** A matched list of which rows may be looked into. */
export async function getMatched(tx: Tx, actor: Actor, id: string): Promise<ReturnedRow> {
  mustBeCentre(actor);
  const row = await findReturned(tx, id);
  if (!row) throw refuse('voter.returned_not_found');
  if (row.state !== 'done') throw refuse('voter.returned_state');
  return row;
}
