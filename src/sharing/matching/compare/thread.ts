/** The thread that reads and compares a file: what is said to it and what it says. The database is spoken to by whoever asks it. */
import { Worker } from 'node:worker_threads';
import type { Language } from '../../../core/text/index.ts';
import type { Attribute, PersonState } from '../../verification/schema.ts';
import type { CanaryPerson } from '../../verification/index.ts';
import type { Columns } from '../columns.ts';
import type { PartRow } from '../shelf.ts';
import type { BatchTally } from './tally.ts';

export interface ThreadPlaces {
  readonly vaultDir: string;
  readonly tombstonesOutside: string;
  readonly shelfDir: string;
}

/** A file on its way, as far as it is. */
export interface FileJob {
  readonly id: string;
  readonly parts: readonly PartRow[];
  readonly columns: Columns;
  readonly attributes: readonly Attribute[];
  readonly consent: boolean;
  readonly elements: readonly (readonly [Attribute, 'check' | 'score'])[];
  readonly threshold: number;
  readonly tells: readonly PersonState[];
  readonly region: string;
  readonly language: Language;
  readonly expectedRows: number;
  readonly lastRow: number;
  /** The number of the next batch. */
  readonly n: number;
  readonly batchRows: number;
}

export interface BatchAsked {
  readonly n: number;
  readonly lastRow: number;
  readonly count: number;
  /** As PostgreSQL writes an array. */
  readonly niks: string;
}

export interface BatchWritten {
  readonly resultBytes: number;
  readonly reportBytes: number;
  readonly tally: BatchTally;
}

export type WhyFailed = 'more_rows' | 'file_gone' | 'unreadable';

export type ToThread = { readonly seq: number } & (
  | { readonly kind: 'begin'; readonly job: FileJob }
  | { readonly kind: 'next' }
  | { readonly kind: 'found'; readonly n: number; readonly piece: Uint8Array }
  | { readonly kind: 'compare'; readonly n: number; readonly invented: readonly CanaryPerson[] }
  | { readonly kind: 'leave' }
);

/** `seq` is that of what it answers. */
export type FromThread = { readonly seq: number } & Said;
export type Said =
  | { readonly kind: 'begun' | 'left' | 'end' }
  | { readonly kind: 'batch'; readonly batch: BatchAsked }
  | { readonly kind: 'written'; readonly written: BatchWritten }
  | { readonly kind: 'failed'; readonly why: WhyFailed }
  | { readonly kind: 'fault'; readonly error: unknown };

export interface Comparer {
  begin(job: FileJob): Promise<void>;
  /** The rows after those that were asked about before. */
  next(): Promise<BatchAsked | 'end' | WhyFailed>;
  /** A piece of what the register gave for the batch. */
  found(n: number, piece: Uint8Array): void;
  /** All of it has come: compared, written and durable when it resolves. `invented` where the register has nobody. */
  compare(n: number, invented: readonly CanaryPerson[]): Promise<BatchWritten>;
  /** Lets the file go. The thread waits for another. */
  leave(): Promise<void>;
  /** Ends the thread. */
  end(): Promise<void>;
}

type WithoutSeq<Message> = Message extends unknown ? Omit<Message, 'seq'> : never;

/** One thread, which holds one file at a time. It keeps no process alive. */
export function openComparer(places: ThreadPlaces): Comparer {
  const worker = new Worker(new URL('./compare-thread.ts', import.meta.url), { workerData: places });
  worker.unref();
  const waiting = new Map<number, { resolve(said: Said): void; reject(fault: unknown): void }>();
  let seq = 0;
  let broken: unknown = null;

  const fail = (fault: unknown) => {
    broken = fault;
    for (const one of waiting.values()) one.reject(fault);
    waiting.clear();
  };
  worker.on('message', (said: FromThread) => {
    const one = waiting.get(said.seq);
    waiting.delete(said.seq);
    // While it works the process must not end under it.
    if (waiting.size === 0) worker.unref();
    if (said.kind === 'fault') one?.reject(said.error);
    else one?.resolve(said);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(broken ?? new Error('the comparing thread has ended')));

  function ask(message: WithoutSeq<ToThread>): Promise<Said> {
    if (broken !== null) return Promise.reject(broken);
    worker.ref();
    return new Promise<Said>((resolve, reject) => {
      waiting.set(++seq, { resolve, reject });
      worker.postMessage({ ...message, seq });
    });
  }

  return {
    begin: async (job) => void (await ask({ kind: 'begin', job })),
    async next() {
      const said = await ask({ kind: 'next' });
      return said.kind === 'batch' ? said.batch : said.kind === 'failed' ? said.why : 'end';
    },
    found: (n, piece) => worker.postMessage({ seq: 0, kind: 'found', n, piece } satisfies ToThread),
    async compare(n, invented) {
      const said = await ask({ kind: 'compare', n, invented });
      return (said as Extract<Said, { kind: 'written' }>).written;
    },
    leave: async () => void (await ask({ kind: 'leave' })),
    end: async () => void (await worker.terminate()),
  };
}
