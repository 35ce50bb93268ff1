/**
 * An uploaded import as a chain of jobs: each commits one batch and adds the next in the same transaction, so that it goes on
 * wherever a worker is, after any stop. The reader of the file is kept between two jobs of one process; another process, or
 * a failed job, begins a new one at the import's position.
 */
import { z } from 'zod';
import { systemActor, type Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { ahead } from '../../../core/staged-import/index.ts';
import { importBatch } from './batch.ts';
import { finishImport, preparing, reportColumns } from './import.ts';
import { dropUpload, readUpload } from './kept-upload.ts';
import type { PreparedBatch } from './prepare.ts';
import { findImportForUpdate, updateImport, type ImportRow } from './sql.ts';

const payload = z.object({ importId: z.string().transform((text) => text as Uuid) });

/** Files that are being read in this process. */
type Readers = Map<Uuid, { readonly batches: AsyncGenerator<PreparedBatch>; position: number }>;

function importJob() {
  const readers: Readers = new Map();
  const made = {
    name: 'import.run_batch',
    payload,
    maxAttempts: 8,
    async run(tx: Tx, { importId }: z.output<typeof payload>): Promise<void> {
      const row = await findImportForUpdate(tx, importId);
      if (row?.state !== 'checking' && row?.state !== 'applying') return leave(tx, readers, importId, row);
      const next = await nextBatch(tx, readers, row);
      if (next === 'failed') return;
      const actor = actorOf(row);
      if (next === 'end') {
        await finishImport(tx, row);
        return leave(tx, readers, importId, row.dryRun ? undefined : row);
      }
      await importBatch(tx, actor, row, next, reportColumns(row));
      await addJobs(tx, made, [{ importId }], { key: keyOf(importId) });
    },
  };
  return made;
}

const runJob = importJob();
export const importRun = job(runJob);

/** One waiting job an import, whoever asks how often. */
const keyOf = (importId: Uuid): string => `import:${importId}`;

/** The next batch of the import is worked on once this transaction is committed. */
export async function carryOnLater(tx: Tx, importId: Uuid): Promise<void> {
  await addJobs(tx, runJob, [{ importId }], { key: keyOf(importId) });
}

/** The next batch after what is committed; a file that cannot be read to its end ends the import as failed. */
async function nextBatch(tx: Tx, readers: Readers, row: ImportRow): Promise<PreparedBatch | 'end' | 'failed'> {
  try {
    const reader = await readerOf(tx, readers, row);
    if (!reader) {
      await updateImport(tx, row.id, {
        state: 'failed',
        failure: 'import.upload_gone',
        finishedAt: tx.ground.clock.now(),
      });
      return 'failed';
    }
    const { value, done } = await reader.batches.next();
    if (done) return 'end';
    reader.position = value.last;
    return value;
  } catch (error) {
    await forget(readers, row.id);
    if (!(error instanceof Refusal)) throw error;
    await updateImport(tx, row.id, { state: 'failed', failure: error.code, finishedAt: tx.ground.clock.now() });
    return 'failed';
  }
}

async function readerOf(
  tx: Tx,
  readers: Readers,
  row: ImportRow,
): Promise<{ batches: AsyncGenerator<PreparedBatch>; position: number } | null> {
  const kept = readers.get(row.id);
  if (kept && kept.position === row.position && row.position > 0) return kept;
  await forget(readers, row.id);
  const bytes = await readUpload(tx, row.id);
  if (!bytes) return null;
  const batches = ahead(preparing(tx.ground, { name: row.fileName, bytes }, row));
  const reader = { batches, position: row.position };
  readers.set(row.id, reader);
  return reader;
}

async function forget(readers: Readers, importId: Uuid): Promise<void> {
  const reader = readers.get(importId);
  readers.delete(importId);
  await reader?.batches.return(undefined).catch(() => undefined);
}

/** The file is not needed any more once its people are in, or nobody wants them. */
async function leave(tx: Tx, readers: Readers, importId: Uuid, ended: ImportRow | undefined): Promise<void> {
  await forget(readers, importId);
  if (ended && (ended.state === 'applying' || ended.state === 'done' || ended.state === 'cancelled')) {
    dropUpload(tx, importId);
  }
}

/** Who uploaded it, as the acts name him; in the ledger `import.started` names him, its batches the system. */
function actorOf(row: ImportRow): Actor {
  return { ...systemActor('import'), id: row.officerId, officeId: row.officeId, jurisdiction: { code: row.region } };
}
