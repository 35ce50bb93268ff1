import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { NEIGHBOURS, nation, type NationSpec } from './place/nation.ts';
import { drawing, peopleOf, type Drawing } from './people.ts';
import { RESIDENT_COLUMNS, residentLine } from './row.ts';

/** Neighbourhoods that are written at a time: 32 thousand people, 8 MB. */
const PIECE = 1000;
/** Below this many people starting threads costs more than it gives. */
const THREADS_FROM = 100_000;

export interface ResidentsFile extends NationSpec {
  readonly out: string;
  /** Threads; the file is the same for any number. */
  readonly workers?: number;
  readonly onProgress?: (written: number) => void;
}

/** Writes the nation as a CSV file that `resident import` reads, UTF-8, one line a person. */
export async function writeResidents(given: ResidentsFile): Promise<{ count: number; seconds: number }> {
  const started = performance.now();
  const { seed, count, asOf, out, onProgress } = given;
  const spec = { seed, count, asOf };
  const wanted = given.workers ?? (count < THREADS_FROM ? 0 : Math.min(2, availableParallelism()));
  const pieces = Math.ceil(Math.ceil(count / NEIGHBOURS) / PIECE);
  const file = await open(out, 'w');
  try {
    await file.write(`${RESIDENT_COLUMNS.join(',')}\n`);
    const source = wanted > 1 ? fromWorkers(spec, pieces, wanted) : fromHere(spec, pieces);
    let piece = 0;
    for await (const text of source) {
      await file.write(text);
      piece++;
      onProgress?.(Math.min(count, piece * PIECE * NEIGHBOURS));
    }
  } finally {
    await file.close();
  }
  return { count, seconds: (performance.now() - started) / 1000 };
}

/** Longer than any line of the file: 29 fields, of which five names of 60 letters at most. */
const LINE_BYTES = 900;

/**
 * The lines of piece `piece` as bytes; all letters are ASCII. Each neighbourhood is copied out at once: one long string
 * would keep a million short ones alive until its end.
 */
export function pieceOf(drawing: Drawing, piece: number): Buffer<ArrayBuffer> {
  const first = piece * PIECE;
  const blocks = Math.min(Math.ceil(drawing.nation.count / NEIGHBOURS) - first, PIECE);
  let bytes = Buffer.allocUnsafeSlow(blocks * NEIGHBOURS * 260);
  let length = 0;
  for (let block = first; block < first + blocks; block++) {
    if (bytes.length - length < NEIGHBOURS * LINE_BYTES) {
      const longer = Buffer.allocUnsafeSlow(Math.ceil(bytes.length * 1.3) + NEIGHBOURS * LINE_BYTES);
      bytes.copy(longer, 0, 0, length);
      bytes = longer;
    }
    for (const person of peopleOf(drawing, block)) length += bytes.write(`${residentLine(person)}\n`, length, 'latin1');
  }
  return bytes.subarray(0, length);
}

async function* fromHere(spec: NationSpec, pieces: number): AsyncGenerator<Uint8Array> {
  const made = drawing(nation(spec));
  for (let piece = 0; piece < pieces; piece++) yield pieceOf(made, piece);
}

/** Worker `w` makes the pieces w, w + workers, ...; each is asked for two ahead and they are taken in order. */
async function* fromWorkers(spec: NationSpec, pieces: number, workers: number): AsyncGenerator<Uint8Array> {
  const crew = Array.from({ length: workers }, () => worker(spec));
  try {
    const asked = Array.from({ length: pieces }, () => undefined as Promise<Uint8Array> | undefined);
    const ask = (piece: number) => {
      if (piece < pieces) asked[piece] = crew[piece % workers]!.make(piece);
    };
    for (let piece = 0; piece < workers * 2; piece++) ask(piece);
    for (let piece = 0; piece < pieces; piece++) {
      const bytes = await asked[piece]!;
      asked[piece] = undefined;
      ask(piece + workers * 2);
      yield bytes;
    }
  } finally {
    await Promise.all(crew.map((one) => one.end()));
  }
}

function worker(spec: NationSpec) {
  const thread = new Worker(new URL('./piece-worker.ts', import.meta.url), {
    workerData: spec,
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  const waiting: { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }[] = [];
  let failure: Error | undefined;
  const fail = (error: Error) => {
    failure = error;
    for (const one of waiting.splice(0)) one.reject(error);
  };
  thread.on('message', (bytes: Uint8Array) => waiting.shift()?.resolve(bytes));
  thread.on('error', fail);
  thread.on('exit', (code) => fail(new Error(`a thread that makes residents ended (${code})`)));
  return {
    make(piece: number): Promise<Uint8Array> {
      const made = new Promise<Uint8Array>((resolve, reject) => {
        if (failure) return reject(failure);
        waiting.push({ resolve, reject });
        thread.postMessage(piece);
      });
      // Nobody may be listening yet when a thread dies early; the loop above meets the failure in its turn.
      made.catch(() => undefined);
      return made;
    },
    end: () => thread.terminate(),
  };
}
