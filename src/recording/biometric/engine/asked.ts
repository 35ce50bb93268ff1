/** What answers questions beside this thread: another thread or another process, started when first asked and again when it has died. */
import type { MessageValues } from '../../../core/refusal/index.ts';
import { refuse, type BiometricRefusal } from '../refusals.ts';

/** What goes there: with an id it is answered. */
export interface ToAsked<Message> {
  readonly id: number | null;
  readonly message: Message;
}

export type FromAsked<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly refused: { readonly code: BiometricRefusal; readonly values: MessageValues } };

export interface Asked<Message, Answer> {
  /** Refuses with `biometric.engine_failed` when the other ends before it has answered. */
  ask(message: Message): Promise<Answer>;
  /** Without an answer; one that does not run hears of it from `onStart`. */
  tell(message: Message): void;
  close(): Promise<void>;
}

/** One that runs. */
export interface Running {
  post(message: unknown): void;
  /** Whether it keeps this process alive. */
  ref(): void;
  unref(): void;
  end(): Promise<unknown>;
}

export interface Heard<Answer> {
  message(from: FromAsked<Answer>): void;
  ended(detail: string): void;
}

export interface AskedOptions<Message, Answer> {
  readonly start: (heard: Heard<Answer>) => Running;
  /** What a fresh one must know first. */
  readonly onStart?: (() => Iterable<Message>) | undefined;
  /** One that answers nothing for so long is ended. */
  readonly timeoutMs?: number | undefined;
  /** It ended though nobody closed it; called before those that wait hear of it. */
  readonly onLost?: () => void;
}

interface Waiting<Answer> {
  readonly timer: NodeJS.Timeout | undefined;
  resolve(answer: Answer): void;
  reject(fault: Error): void;
}

/** Idle it does not keep the process alive. */
export function openAsked<Message, Answer>(options: AskedOptions<Message, Answer>): Asked<Message, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  let running: Running | null = null;
  let next = 1;
  let closed = false;

  function start(): Running {
    const started: Running = options.start({
      message(heard) {
        const task = waiting.get(heard.id);
        if (!task) return;
        settle(started, heard.id);
        if ('answer' in heard) task.resolve(heard.answer);
        else task.reject(refuse(heard.refused.code, { values: heard.refused.values }));
      },
      ended: (detail) => fail(started, detail),
    });
    started.unref();
    for (const message of options.onStart?.() ?? []) started.post({ id: null, message });
    return started;
  }

  function settle(from: Running, id: number): void {
    clearTimeout(waiting.get(id)?.timer);
    waiting.delete(id);
    if (waiting.size === 0) from.unref();
  }

  function fail(from: Running, detail: string): void {
    if (running !== from) return;
    running = null;
    void from.end();
    if (!closed) options.onLost?.();
    for (const [id, task] of waiting) {
      settle(from, id);
      task.reject(refuse(closed ? 'biometric.engine_closed' : 'biometric.engine_failed', { detail }));
    }
  }

  return {
    ask(message) {
      if (closed) return Promise.reject(refuse('biometric.engine_closed'));
      const asked = (running ??= start());
      const id = next++;
      return new Promise((resolve, reject) => {
        const { timeoutMs } = options;
        const timer = timeoutMs ? setTimeout(() => fail(asked, `no answer for ${timeoutMs} ms`), timeoutMs) : undefined;
        waiting.set(id, { timer, resolve, reject });
        asked.ref();
        asked.post({ id, message } satisfies ToAsked<Message>);
      });
    },
    tell(message) {
      running?.post({ id: null, message } satisfies ToAsked<Message>);
    },
    async close() {
      closed = true;
      const ending = running;
      if (!ending) return;
      fail(ending, 'closed');
      await ending.end();
    },
  };
}
