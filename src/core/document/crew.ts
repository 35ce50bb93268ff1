import { Worker } from 'node:worker_threads';
import { refuse } from './refusals.ts';

/** One page setting: the template and what `sys.inputs` will hold. */
export interface Setting {
  readonly source: URL;
  readonly inputs: Readonly<Record<string, string>>;
}

/** What a thread answers: the PDF, or what the template got wrong (ours to mend, never a reader's fault). */
export type Answer = { readonly pdf: Uint8Array } | { readonly fault: string };

export interface Crew {
  set(setting: Setting): Promise<Buffer>;
  close(): Promise<void>;
}

interface Waiting {
  readonly setting: Setting;
  resolve(pdf: Buffer): void;
  reject(fault: Error): void;
}

const MOST_WAITING = 500;
/** Characters of data from which on a paper is long: its thread ends with it, or its memory would stay with us. */
const LONG = 1_000_000;

/**
 * One or two threads that set pages, started when there is work. A thread that dies or sits on a page longer than
 * `timeoutMs` is replaced, and only that page fails. Idle threads do not keep the process alive.
 */
export function crewOf(options: { threads: number; timeoutMs: number }): Crew {
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  let closed = false;

  function give(): void {
    while (waiting.length > 0) {
      const worker = idle.pop() ?? hire();
      if (!worker) return;
      work(worker, waiting.shift()!);
    }
  }

  function hire(): Worker | undefined {
    if (all.size >= options.threads) return undefined;
    const worker = new Worker(new URL('./press-thread.ts', import.meta.url));
    all.add(worker);
    worker.unref();
    return worker;
  }

  function work(worker: Worker, task: Waiting): void {
    worker.ref();
    const timer = setTimeout(() => end(new Error('setting the page took too long')), options.timeoutMs);
    const isLong = (task.setting.inputs['data']?.length ?? 0) > LONG;
    const onMessage = (answer: Answer) =>
      end('pdf' in answer ? answer.pdf : new Error(`template: ${answer.fault}`), !isLong);
    const onExit = (code: number) => end(new Error(`the press thread ended with ${code}`));
    const onError = (fault: Error) => end(fault);
    worker.on('message', onMessage).on('exit', onExit).on('error', onError);
    worker.postMessage({ source: task.setting.source.href, inputs: task.setting.inputs });

    function end(result: Uint8Array | Error, alive = false): void {
      clearTimeout(timer);
      worker.off('message', onMessage).off('exit', onExit).off('error', onError);
      if (alive && !closed) {
        worker.unref();
        idle.push(worker);
      } else {
        all.delete(worker);
        // A thread that failed may still emit; nobody is left to care.
        worker.on('error', () => undefined);
        void worker.terminate();
      }
      if (result instanceof Error) task.reject(result);
      else task.resolve(Buffer.from(result));
      give();
    }
  }

  return {
    set(setting) {
      if (closed) return Promise.reject(new Error('the press is closed'));
      if (waiting.length >= MOST_WAITING) return Promise.reject(refuse('document.press_busy'));
      return new Promise((resolve, reject) => {
        waiting.push({ setting, resolve, reject });
        give();
      });
    },
    async close() {
      closed = true;
      for (const task of waiting.splice(0)) task.reject(new Error('the press is closed'));
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
      idle.length = 0;
    },
  };
}
