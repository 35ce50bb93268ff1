/** Preparing a file in a thread of its own: two batches ahead of the database, never more. */
import { Worker } from 'node:worker_threads';
import type { PreparedBatch, PrepareGiven } from './prepare.ts';
import type { ImportSource } from './source.ts';

export interface ThreadGiven {
  readonly source: ImportSource;
  readonly given: Omit<PrepareGiven, 'regions'>;
}

export type FromThread =
  | { readonly kind: 'batch'; readonly batch: PreparedBatch }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly error: unknown };

export const BATCHES_AHEAD = 2;

/** As `prepare`, in another thread. Ending the iteration ends the thread. */
export async function* prepareInThread(given: ThreadGiven): AsyncGenerator<PreparedBatch> {
  const worker = new Worker(new URL('./prepare-thread.ts', import.meta.url), { workerData: given });
  const waiting: FromThread[] = [];
  let wake: () => void = () => {};
  worker.on('message', (message: FromThread) => {
    waiting.push(message);
    wake();
  });
  worker.on('error', (error) => {
    waiting.push({ kind: 'failed', error });
    wake();
  });
  try {
    for (;;) {
      const next = waiting.shift();
      if (!next) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (next.kind === 'end') return;
      if (next.kind === 'failed') throw next.error;
      // One taken, one more may be made.
      worker.postMessage('next');
      yield next.batch;
    }
  } finally {
    await worker.terminate();
  }
}
