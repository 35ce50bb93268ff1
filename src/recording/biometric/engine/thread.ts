import { Worker } from 'node:worker_threads';
import { openAsked, type Asked, type FromAsked, type ToAsked } from './asked.ts';

export type ToThread<Message> = ToAsked<Message>;
export type FromThread<Answer> = FromAsked<Answer>;
export type Thread<Message, Answer> = Asked<Message, Answer>;

export interface ThreadOptions<Message> {
  readonly file: URL;
  readonly data: unknown;
  /** What a fresh thread must know first. */
  readonly onStart?: () => Iterable<Message>;
  /** A thread that answers nothing for so long is ended. */
  readonly timeoutMs?: number;
}

/** A thread that is started when first asked and again when it has died. */
export function openThread<Message, Answer>(options: ThreadOptions<Message>): Thread<Message, Answer> {
  const { file, data, onStart, timeoutMs } = options;
  return openAsked<Message, Answer>({
    onStart,
    timeoutMs,
    start(heard) {
      const worker = new Worker(file, { workerData: data });
      worker.on('message', (answered: FromThread<Answer>) => heard.message(answered));
      worker.on('error', (fault) => heard.ended(String(fault)));
      worker.on('exit', (code) => heard.ended(`ended with ${code}`));
      return {
        post: (posted) => worker.postMessage(posted),
        ref: () => worker.ref(),
        unref: () => worker.unref(),
        end: () => worker.terminate(),
      };
    },
  });
}
