/** A list comes in: its file once, batch after batch, each committed with how far the reading has come. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { ahead, type ImportHouse, type ReadBatch } from '../../../core/staged-import/index.ts';
import { digestOf, type TableSource } from '../../../core/table/index.ts';
import { today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { columnLosesDigits } from '../../../register/resident/index.ts';
import { ballotOf, getElection } from '../election/election.ts';
import { refuse } from '../refusals.ts';
import { matchReturned } from './match.ts';
import { readReturned, type GivenRow } from './read.ts';
import { NUMBERED, type ReturnedKind, type RowFault } from './rules.ts';
import {
  findReturnedOfFile,
  forgetRows,
  holdReturned,
  insertReturned,
  keepBatch,
  moveReturned,
  type ReturnedRow,
} from './sql.ts';
import { villageFinder } from './villages.ts';

export interface ReturnedLetter {
  readonly election: string;
  readonly kind: ReturnedKind;
  /** Of DPSHP and DPTHP: which one; 0 for the others. */
  readonly nth: number;
  readonly number: string;
  readonly datedOn: CivilDate;
}

export type ReturnedBatch = ReadBatch<GivenRow, RowFault>;

/** One entry stands for so many rows, and a stop loses no more. */
const BATCH_ROWS = 50_000;

/** Notes a list of which nothing is read yet. Refuses a file that came before. */
export async function beginReturned(
  tx: Tx,
  actor: Actor,
  { letter, fileName, sha256 }: { readonly letter: ReturnedLetter; readonly fileName: string; readonly sha256: string },
): Promise<ReturnedRow> {
  const election = await getElection(tx, letter.election);
  if (election.state === 'PLANNED') throw refuse('voter.election_state');
  if (letter.datedOn > today(tx.ground.clock, ZONES.WIB))
    throw refuse('voter.document_ahead', { faults: [{ path: 'datedOn', code: 'voter.document_ahead' }] });
  const known = await findReturnedOfFile(tx, sha256);
  if (known) throw refuse('voter.returned_known', { values: { number: known.number } });
  const id = newId();
  const { entryId } = await record(tx, actor, {
    label: 'voter.returned_received',
    facts: { list: id, election: election.id, kind: letter.kind, file: sha256 },
  });
  await insertReturned(tx, {
    ...letter,
    id,
    entryId,
    fileName,
    sha256,
    electionId: election.id,
    nth: NUMBERED.includes(letter.kind) ? letter.nth : 0,
    enteredAt: tx.ground.clock.now(),
    enteredBy: actor.id,
  });
  return (await holdReturned(tx, id))!;
}

/** Batches behind the last row that is committed. */
export async function batchesOf(
  tx: Tx,
  source: TableSource,
  list: ReturnedRow,
  batchRows = BATCH_ROWS,
): Promise<AsyncGenerator<ReturnedBatch>> {
  const { regencies, cutoff } = ballotOf(tx, await getElection(tx, list.electionId));
  const findVillage = villageFinder(tx.ground.regions, { regencies, day: cutoff });
  const given = { today: today(tx.ground.clock, ZONES.WIT), batchRows, findVillage };
  return (async function* () {
    for await (const batch of ahead(readReturned(source, given)))
      if (batch.last > list.position) yield withoutRounded(batch);
  })();
}

/** A spreadsheet that keeps fifteen digits spoils a whole column: then the numbers of the batch are nobody's. */
function withoutRounded(batch: ReturnedBatch): ReturnedBatch {
  const full = batch.good.filter(({ hidden }) => hidden === 0);
  if (!columnLosesDigits(full.map(({ shown }) => shown))) return batch;
  const rounded = full.map(({ row }) => ({ row, column: 'nik', code: 'nik_rounded' as const, given: null }));
  return {
    ...batch,
    good: batch.good.filter(({ hidden }) => hidden > 0),
    bad: [...batch.bad, ...rounded].toSorted((a, b) => a.row - b.row),
  };
}

/** Enters a batch, unless another process has gone further. */
export async function enterBatch(tx: Tx, id: ReturnedRow['id'], batch: ReturnedBatch): Promise<void> {
  const now = await holdReturned(tx, id);
  if (now?.state !== 'reading' || now.position >= batch.last) throw refuse('voter.import_running');
  await keepBatch(tx, id, batch);
}

/** The file is read to its end: whoever looks at what is refused decides whether it is matched. */
export const endReading = (tx: Tx, id: string): Promise<void> => moveReturned(tx, id, { state: 'checked' });

/** The file is cut, locked or no table: nothing of it stays, and it may come again. */
export async function failReading(tx: Tx, id: string, failure: string): Promise<void> {
  await forgetRows(tx, id);
  await moveReturned(tx, id, { state: 'failed', failure });
}

export interface ReturnedOptions {
  readonly actor: Actor;
  /** Reads and reports, matches nothing: the officer matches it on its page, or discards it. */
  readonly check?: boolean;
  readonly batchRows?: number;
  /** Called after each batch that is committed; may throw to stop, as a kill would. */
  readonly onBatch?: (read: number) => void;
}

/**
 * Takes a list of any size from a file on the disk, reads it and matches it. Begun again after a stop it goes on behind the last batch
 * that is committed. Refuses `voter.returned_known`, `voter.import_columns`, `table.*`.
 */
export async function importReturned(
  house: ImportHouse,
  source: TableSource,
  letter: ReturnedLetter,
  { actor, check = false, batchRows, onBatch = () => {} }: ReturnedOptions,
): Promise<string> {
  const system = <Result>(work: (tx: Tx) => Promise<Result>) => house.database.transact('system', actor, work);
  const sha256 = await digestOf(source);
  const list = await system(async (tx) => {
    const known = await findReturnedOfFile(tx, sha256);
    return known?.state === 'reading' || known?.state === 'checked'
      ? known
      : beginReturned(tx, actor, { letter, fileName: source.name, sha256 });
  });
  if (list.state === 'reading') {
    try {
      const batches = await system((tx) => batchesOf(tx, source, list, batchRows));
      for await (const batch of batches) {
        await system((tx) => enterBatch(tx, list.id, batch));
        onBatch(batch.last);
      }
    } catch (fault) {
      if (fault instanceof Refusal && fault.code !== 'voter.import_running')
        await system((tx) => failReading(tx, list.id, fault.code));
      throw fault;
    }
    await system((tx) => endReading(tx, list.id));
  }
  if (!check)
    await system(async (tx) => {
      await moveReturned(tx, list.id, { state: 'matching' });
      await matchReturned(tx, actor, (await holdReturned(tx, list.id))!);
    });
  return list.id;
}
