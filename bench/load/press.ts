import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Pressed, Pressing } from './press-thread.ts';

/** Presses the first `end` bodies or fingers of a nation on all cores; `take` is given them as they are made, in no order. */
export async function pressAll(given: Omit<Pressing, 'cursor'>, take: (pressed: Pressed) => void): Promise<void> {
  const cursor = new SharedArrayBuffer(4);
  const threads = Math.min(8, availableParallelism());
  await Promise.all(
    Array.from(
      { length: threads },
      () =>
        new Promise<void>((resolve, reject) => {
          const worker = new Worker(new URL('./press-thread.ts', import.meta.url), {
            workerData: { ...given, cursor } satisfies Pressing,
          });
          worker.on('message', take);
          worker.once('error', reject);
          worker.once('exit', () => resolve());
        }),
    ),
  );
}
