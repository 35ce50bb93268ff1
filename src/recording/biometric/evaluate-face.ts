import { readFile } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { cellText, readTable, type Cell } from '../../core/table/index.ts';
import { Refusal } from '../../core/refusal/index.ts';
import type { FaceEncoder } from './face/encoder.ts';
import { refuse } from './refusals.ts';
import { equalErrorRate, missesAt } from './score/metrics.ts';

export interface FaceEvaluation {
  /** Both rates are null where no pair of the same or none of different people could be compared. */
  readonly eer: number | null;
  /** The share of same people missed where one different pair in a hundred is taken for one person. */
  readonly fnmrAtFmr1e2: number | null;
  /** Median milliseconds of a picture from bytes to embedding, where there was one; 0 where none was. */
  readonly encodeMs: number;
  /** Pictures without a face that could be used; their pairs are left out of the rates. */
  readonly failedToDetect: number;
}

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  readonly row: number;
}

export interface EvaluateGiven {
  readonly folder: string;
  readonly pairs: string;
  readonly encoder: FaceEncoder;
  readonly onPicture?: (done: number, of: number) => void;
}

/**
 * Error rates of a face encoder on somebody's own pictures: `pairs` is a CSV with the columns a, b (files in `folder`) and same
 * (1 or 0, true or false, yes or no). Refuses `table.*` and `biometric.pairs_*`.
 */
export async function evaluateFace({ folder, pairs, encoder, onPicture }: EvaluateGiven): Promise<FaceEvaluation> {
  const known = await readPairs(folder, pairs);
  // Each picture once, with the first row that names it.
  const rows = new Map<string, number>();
  for (const { a, b, row } of known) for (const name of [a, b]) if (!rows.has(name)) rows.set(name, row);
  const embeddings = new Map<string, Float32Array>();
  const took: number[] = [];
  let failedToDetect = 0;
  for (const [name, row] of rows) {
    const picture = await readPicture(resolve(folder, name), row);
    const began = performance.now();
    const embedding = await embeddingOf(encoder, picture);
    if (embedding) {
      embeddings.set(name, embedding);
      took.push(performance.now() - began);
    } else failedToDetect++;
    onPicture?.(took.length + failedToDetect, rows.size);
  }
  const scores = scoresOf(known, embeddings);
  // The first one waited for the networks to load.
  if (took.length > 1) took.shift();
  const encodeMs = Number((took.toSorted((a, b) => a - b)[took.length >> 1] ?? 0).toFixed(1));
  return { eer: equalErrorRate(scores), fnmrAtFmr1e2: missesAt(scores, 0.01), encodeMs, failedToDetect };
}

async function readPicture(path: string, row: number): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    throw refuse('biometric.pairs_value', {
      values: { row, what: `${path}: ${(error as NodeJS.ErrnoException).code}` },
    });
  });
}

/** Null where the picture is one without a usable face; what is no picture at all counts as that too. */
async function embeddingOf(encoder: FaceEncoder, picture: Uint8Array): Promise<Float32Array | null> {
  try {
    return (await encoder.encode(picture)).embedding;
  } catch (error) {
    if (error instanceof Refusal && error.status !== 503) return null;
    throw error;
  }
}

function scoresOf(pairs: readonly Pair[], embeddings: ReadonlyMap<string, Float32Array>) {
  const mated: number[] = [];
  const nonMated: number[] = [];
  for (const { a, b, same } of pairs) {
    const one = embeddings.get(a);
    const other = embeddings.get(b);
    if (one && other) (same ? mated : nonMated).push(one.reduce((sum, value, n) => sum + value * other[n]!, 0));
  }
  return { mated, nonMated };
}

const SAME = new Map([
  ...['1', 'true', 'yes', 'ya'].map((text) => [text, true] as const),
  ...['0', 'false', 'no', 'tidak'].map((text) => [text, false] as const),
]);

async function readPairs(folder: string, path: string): Promise<Pair[]> {
  const table = await readTable({ name: path, path }).catch((error: unknown) => {
    if (error instanceof Refusal) throw error;
    throw refuse('biometric.pairs_unreadable', { values: { name: path, reason: String((error as Error).message) } });
  });
  const places = ['a', 'b', 'same'].map((column) => table.columns.indexOf(column));
  if (places.includes(-1)) throw refuse('biometric.pairs_columns', { values: { name: path } });
  const pairs: Pair[] = [];
  for await (const { rows, numbers } of table.rows) {
    for (const [n, row] of rows.entries()) {
      const [a, b, same] = places.map((place) => cellText(row[place] as Cell).trim()) as [string, string, string];
      const known = SAME.get(same.toLowerCase());
      const bad = [a, b].find((name) => !isInside(folder, name));
      if (bad !== undefined || known === undefined) {
        throw refuse('biometric.pairs_value', { values: { row: numbers[n]!, what: bad ?? `same = ${same}` } });
      }
      pairs.push({ a, b, same: known, row: numbers[n]! });
    }
  }
  return pairs;
}

function isInside(folder: string, name: string): boolean {
  const path = relative(resolve(folder), resolve(folder, name));
  return path !== '' && !path.startsWith('..') && !isAbsolute(path);
}
