/**
 * A first look at a finger: one probe finger against many, in WebAssembly with 128-bit instructions. It leaves out masks and keeps only twelve pairs of
 * cylinders, which costs a twentieth of the full comparison; who looks alike here is compared in full.
 * Always holds: the same two fingers give the same score, 0 to 1, whatever else is in the batch.
 */
import { ANGLE, BIT_WORDS, SET_BITS, STRIDE, X, Y, type FingerCode } from '../finger/cylinder.ts';
import { compiledKernel, instanceOf } from './compiled.ts';
import { packedWords } from './packed-finger.ts';

/** A probe's finger laid out for the kernel: made once a search, held for each batch. */
export interface ProbeFinger {
  readonly count: number;
  readonly words: Int32Array;
}

export interface FirstStage {
  /** From now on gallery fingers are compared with this one. */
  hold(probe: ProbeFinger): void;
  /** Puts a packed finger into the batch, copied; false where the batch is full. */
  take(packed: Int32Array, at: number, cylinders: number): boolean;
  /** The scores of the batch in the order in which it was filled, and an empty batch; valid until the next call. */
  scores(): Float32Array;
}

interface Kernel {
  score(count: number, list: number, fingers: number, scores: number): void;
}

const MODULE = compiledKernel('first-stage');
const MOST = 64;
/** Of a probe's finger: fewer lost mates on two public sets, more found none. */
const LOOKED_AT = 32;
const SPLAT_WORDS = 4 * BIT_WORDS;
/** What lies where in the kernel's memory, in bytes; `first-stage.as.ts` has the same. */
const PROBE = 1024;
const PROBE_WORDS = MOST * (SPLAT_WORDS + 4);
const LIST = 16_384;
const SCORES = 20_480;
const GALLERY = 32_768;
/** So many fingers stay in the second cache beside the probe. */
export const BATCH = 32;

/** The cylinders of a finger that say most. */
export function probeFinger({ count, words }: FingerCode): ProbeFinger {
  const laid = new Int32Array(PROBE_WORDS);
  const floats = new Float32Array(laid.buffer);
  const set = MOST * SPLAT_WORDS;
  const richest = Array.from({ length: count }, (_, n) => n * STRIDE)
    .toSorted((a, b) => words[b + SET_BITS]! - words[a + SET_BITS]!)
    .slice(0, LOOKED_AT);
  for (const [n, from] of richest.entries()) {
    for (let w = 0; w < BIT_WORDS; w++)
      laid.fill(words[from + w]!, n * SPLAT_WORDS + 4 * w, n * SPLAT_WORDS + 4 * w + 4);
    floats[set + n] = words[from + SET_BITS]!;
    laid[set + MOST + n] = words[from + ANGLE]!;
    laid[set + 2 * MOST + n] = words[from + X]!;
    laid[set + 3 * MOST + n] = words[from + Y]!;
  }
  return { count: richest.length, words: laid };
}

/** With memory of its own: one for each thread. */
export function openFirstStage(): FirstStage {
  const kernel = instanceOf<Kernel>(MODULE, GALLERY + BATCH * 4 * packedWords(MOST));
  const memory = new Int32Array(kernel.memory.buffer);
  const scores = new Float32Array(kernel.memory.buffer, SCORES, BATCH);
  let probe = 0;
  let taken = 0;
  let end = GALLERY / 4;
  return {
    hold({ count, words }) {
      memory.set(words, PROBE / 4);
      probe = count;
    },
    take(packed, at, cylinders) {
      if (taken === BATCH) return false;
      const count = Math.min(MOST, cylinders);
      const words = packedWords(count);
      memory.set(packed.subarray(at, at + words), end);
      memory[LIST / 4 + 2 * taken] = 4 * end;
      memory[LIST / 4 + 2 * taken + 1] = count;
      end += words;
      taken += 1;
      return true;
    },
    scores() {
      kernel.score(probe, LIST, taken, SCORES);
      const given = scores.subarray(0, taken);
      taken = 0;
      end = GALLERY / 4;
      return given;
    },
  };
}
