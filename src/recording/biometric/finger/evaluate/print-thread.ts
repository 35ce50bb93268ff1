/** A thread of the evaluation: takes minutiae from pictures, then compares rows of a set. See `../../evaluate-fingerprint.ts`. */
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { Refusal, type MessageValues } from '../../../../core/refusal/index.ts';
import type { FromThread, ToThread } from '../../engine/thread.ts';
import { fingerComparer } from '../compare.ts';
import type { FingerCode } from '../cylinder.ts';
import { codeOf, takeMinutiae } from '../take-minutiae.ts';

export type PrintTask =
  | { readonly kind: 'extract'; readonly path: string; readonly dpi: number | undefined }
  /** The set whose rows come next; null is a print that failed. */
  | { readonly kind: 'hold'; readonly codes: readonly (FingerCode | null)[] }
  | { readonly kind: 'compare'; readonly row: number };

export type PrintAnswer =
  | {
      readonly kind: 'extracted';
      readonly code: FingerCode;
      readonly minutiae: number;
      /** From the grey picture to the minutiae; decoding the file is not in it. */
      readonly ms: number;
      readonly resolutionAssumed: boolean;
    }
  | { readonly kind: 'failed'; readonly refused: string; readonly values: MessageValues }
  | { readonly kind: 'held' }
  | { readonly kind: 'compared'; readonly scores: Float64Array; readonly usEach: number | null };

const port = parentPort!;
const compare = fingerComparer();
let codes: readonly (FingerCode | null)[] = [];

port.on('message', ({ id, message }: ToThread<PrintTask>) => {
  void answerTo(message).then((answer) => port.postMessage({ id: id!, answer } satisfies FromThread<PrintAnswer>));
});

async function answerTo(task: PrintTask): Promise<PrintAnswer> {
  switch (task.kind) {
    case 'extract':
      return extract(task.path, task.dpi);
    case 'hold':
      codes = task.codes;
      return { kind: 'held' };
    case 'compare':
      return compareRow(task.row);
  }
}

async function extract(path: string, dpi: number | undefined): Promise<PrintAnswer> {
  try {
    const { template, found, ms, resolutionAssumed } = await takeMinutiae(await readFile(path), { dpi, assume: true });
    const code = inSharedMemory(codeOf(template));
    return { kind: 'extracted', code, minutiae: found.minutiae.length, ms, resolutionAssumed };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'failed', refused: error.code, values: error.values };
    // Whoever looks for the fault must know the picture.
    throw new Error(`${path}: ${String(error)}`, { cause: error });
  }
}

/** All threads compare the same codes; none needs a copy. */
function inSharedMemory({ count, words }: FingerCode): FingerCode {
  const shared = new Int32Array(new SharedArrayBuffer(words.byteLength));
  shared.set(words);
  return { count, words: shared };
}

/** Too few comparisons say more of the clock than of them. */
const ENOUGH = 4;

function compareRow(row: number): PrintAnswer {
  const one = codes[row];
  const scores = new Float64Array(codes.length - row - 1);
  if (!one) return { kind: 'compared', scores, usEach: null };
  let compared = 0;
  const began = performance.now();
  for (let n = 0; n < scores.length; n++) {
    const other = codes[row + 1 + n];
    if (!other) continue;
    scores[n] = compare(one, other);
    compared++;
  }
  const usEach = (1000 * (performance.now() - began)) / compared;
  return { kind: 'compared', scores, usEach: compared >= ENOUGH ? usEach : null };
}
