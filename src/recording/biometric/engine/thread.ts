import { Worker } from 'node:worker_threads';
import type { MessageValues } from '../../../core/refusal/index.ts';
import { refuse, type BiometricRefusal } from '../refusals.ts';

/** What goes to a thread: with an id it is answered. */
export interface ToThread<Message> {
  readonly id: number | null;
  readonly message: Message;
}

export type FromThread<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly refused: { readonly code: BiometricRefusal; readonly values: MessageValues } };

/** A thread that is started when first asked and again when it has died. */
export interface Thread<Message, Answer> {
  /** Refuses with `biometric.engine_failed` when the thread ends before it has answered. */
  ask(message: Message): Promise<Answer>;
  /** Without an answer; a thread that does not run hears of it from `onStart`. */
  tell(message: Message): void;
  close(): Promise<void>;
}

export interface ThreadOptions<Message> {
  readonly file: URL;
  readonly data: unknown;
  /** What a fresh thread must know first. */
  readonly onStart?: () => Iterable<Message>;
  /** A thread that answers nothing for so long is ended. */
  readonly timeoutMs?: number;
}

interface Waiting<Answer> {
  readonly timer: NodeJS.Timeout | undefined;
  resolve(answer: Answer): void;
  reject(fault: Error): void;
}

/** An idle thread does not keep the process alive. */
export function openThread<Message, Answer>(options: ThreadOptions<Message>): Thread<Message, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  let worker: Worker | null = null;
  let next = 1;
  let closed = false;

  function start(): Worker {
    const started = new Worker(options.file, { workerData: options.data });
    started.unref();
    started.on('message', (heard: FromThread<Answer>) => {
      const task = waiting.get(heard.id);
      if (!task) return;
      settle(started, heard.id);
      if ('answer' in heard) task.resolve(heard.answer);
      else task.reject(refuse(heard.refused.code, { values: heard.refused.values }));
    });
    started.on('error', (fault) => fail(started, String(fault)));
    started.on('exit', (code) => fail(started, `ended with ${code}`));
    for (const message of options.onStart?.() ?? []) started.postMessage({ id: null, message });
    return started;
  }

  function settle(from: Worker, id: number): void {
    clearTimeout(waiting.get(id)?.timer);
    waiting.delete(id);
    if (waiting.size === 0) from.unref();
  }

  function fail(from: Worker, detail: string): void {
    if (worker !== from) return;
    worker = null;
    void from.terminate();
    for (const [id, task] of waiting) {
      settle(from, id);
      task.reject(refuse(closed ? 'biometric.engine_closed' : 'biometric.engine_failed', { detail }));
    }
  }

  return {
    ask(message) {
      if (closed) return Promise.reject(refuse('biometric.engine_closed'));
      const running = (worker ??= start());
      const id = next++;
      return new Promise((resolve, reject) => {
        const { timeoutMs } = options;
        const timer = timeoutMs
          ? setTimeout(() => fail(running, `no answer for ${timeoutMs} ms`), timeoutMs)
          : undefined;
        waiting.set(id, { timer, resolve, reject });
        running.ref();
        running.postMessage({ id, message } satisfies ToThread<Message>);
      });
    },
    tell(message) {
      worker?.postMessage({ id: null, message } satisfies ToThread<Message>);
    },
    async close() {
      closed = true;
      const ending = worker;
      if (!ending) return;
      fail(ending, 'closed');
      await ending.terminate();
    },
  };
}
