/** Threads that multiply, as many as there are cores; each is given the next portion when it has done its last. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { refuse } from '../refusals.ts';

/** Rows that a thread is given at once. */
export const PORTION = 1_000;

export interface ThreadGiven {
  readonly key: string;
}
export type ToThread =
  /** Number and person of each row, one after the other. */
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'again'; readonly points: Uint8Array };
/** What comes back has lost the order of the portions, which nobody may see anyway. */
export async function* multiplied(key: string, portions: AsyncIterable<ToThread>): AsyncGenerator<Uint8Array> {
  const most = Math.min(8, availableParallelism());
  const threads: Worker[] = [];
  // None that would have nothing to do: each takes its time to begin.
  const begun = (): Worker => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: { key } satisfies ThreadGiven });
    threads.push(thread);
    return thread;
  };
  try {
    const idle: Worker[] = [];
    const busy = new Map<Worker, Promise<readonly [Worker, Uint8Array]>>();
    for await (const portion of portions) {
      const thread = idle.pop() ?? begun();
      busy.set(thread, answerOf(thread, portion));
      if (idle.length === 0 && threads.length === most) yield* next();
    }
    while (busy.size > 0) yield* next();

    async function* next(): AsyncGenerator<Uint8Array> {
      const [thread, done] = await Promise.race(busy.values());
      busy.delete(thread);
      idle.push(thread);
      yield done;
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function answerOf(thread: Worker, portion: ToThread): Promise<readonly [Worker, Uint8Array]> {
  return new Promise((resolve, reject) => {
    const heard = (done: Uint8Array | null) => {
      thread.off('error', broken);
      if (done) resolve([thread, done]);
      else reject(refuse('voter.blind_broken'));
    };
    const broken = (fault: unknown) => {
      thread.off('message', heard);
      reject(fault);
    };
    thread.once('message', heard);
    thread.once('error', broken);
    thread.postMessage(portion);
  });
}
