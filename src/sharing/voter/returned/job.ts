/**
 * An uploaded list as a chain of jobs: each commits one batch and adds the next in the same transaction, so that it goes on wherever a
 * worker is, after any stop. The reader of the file is kept between two jobs of one process; another process begins a new one behind the
 * last row that is committed.
 */
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { dropFile, readFile } from './kept-file.ts';
import { matchReturned } from './match.ts';
import { batchesOf, endReading, enterBatch, failReading, type ReturnedBatch } from './reading.ts';
import { holdReturned, type ReturnedRow } from './sql.ts';

const payload = z.object({ listId: z.string() });

interface Reader {
  readonly batches: AsyncGenerator<ReturnedBatch>;
  position: number;
}

function readingJob() {
  const readers = new Map<string, Reader>();

  async function leave(id: string): Promise<void> {
    const reader = readers.get(id);
    readers.delete(id);
    await reader?.batches.return(undefined).catch(() => undefined);
  }

  async function readerOf(tx: Tx, list: ReturnedRow): Promise<Reader | null> {
    const kept = readers.get(list.id);
    if (kept && kept.position === list.position && list.read > 0) return kept;
    await leave(list.id);
    const bytes = await readFile(tx, list.id);
    if (!bytes) return null;
    const reader = { batches: await batchesOf(tx, { name: list.fileName, bytes }, list), position: list.position };
    readers.set(list.id, reader);
    return reader;
  }

  /** The next batch, the end, or why there is none. */
  async function next(tx: Tx, list: ReturnedRow): Promise<ReturnedBatch | 'end' | { readonly failure: string }> {
    try {
      const reader = await readerOf(tx, list);
      if (!reader) return { failure: 'voter.returned_file_gone' };
      const { value, done } = await reader.batches.next();
      if (done) return 'end';
      reader.position = value.last;
      return value;
    } catch (fault) {
      await leave(list.id);
      if (!(fault instanceof Refusal)) throw fault;
      return { failure: fault.code };
    }
  }

  const made = {
    name: 'voter.read_returned',
    payload,
    maxAttempts: 8,
    async run(tx: Tx, { listId }: z.output<typeof payload>): Promise<void> {
      const list = await holdReturned(tx, listId);
      if (list?.state !== 'reading') return leave(listId);
      const batch = await next(tx, list);
      if (batch === 'end' || 'failure' in batch) {
        if (batch === 'end') await endReading(tx, listId);
        else await failReading(tx, listId, batch.failure);
        dropFile(tx, listId);
        return leave(listId);
      }
      await enterBatch(tx, list.id, batch);
      await addJobs(tx, made, [{ listId }], { key: `voter.returned:${listId}` });
    },
  };
  return made;
}

const reading = readingJob();
export const readReturnedJob = job(reading);

const matching = {
  name: 'voter.match_returned',
  payload,
  maxAttempts: 4,
  async run(tx: Tx, { listId }: z.output<typeof payload>): Promise<void> {
    const list = await holdReturned(tx, listId);
    if (list?.state === 'matching') await matchReturned(tx, systemActor('voter'), list);
  },
};
export const matchReturnedJob = job(matching);

/** Once this transaction is committed; one waiting job a list, whoever asks how often. */
export const readLater = (tx: Tx, listId: string): Promise<void> =>
  addJobs(tx, reading, [{ listId }], { key: `voter.returned:${listId}` });

export const matchLater = (tx: Tx, listId: string): Promise<void> =>
  addJobs(tx, matching, [{ listId }], { key: `voter.match:${listId}` });
