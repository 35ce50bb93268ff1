/** How much of a gallery each stage of a search looks at, and who goes on to the next. */

/**
 * A staged search looks at everybody by the face and a few fingers, then at the best share by all fingers, and compares the best share of
 * all in full. What it may miss: docs/biometrics.md.
 */
export interface Stages {
  /** Galleries of so many people are still searched exactly. */
  readonly exactUpTo: number;
  /** Of each person at the first look. */
  readonly fingers: number;
  /** Whom the face and the first of them put no higher than this is not looked at by the others: a log10 likelihood ratio. */
  readonly hopeless: number;
  /** Shares of all people, 0 to 1. */
  readonly again: number;
  readonly inFull: number;
}

export const STAGES: Stages = { exactUpTo: 4096, fingers: 2, hopeless: -2, again: 0.02, inFull: 0.002 };

const BINS = 4096;

/**
 * The slots of the `wanted` highest numbers, and of all that are as good as the last of them as far as a 4,096th of the range tells; in the order of `among`.
 * Slots without a number (-Infinity) are never among them.
 */
export function bestOf(numbers: Float32Array, among: Int32Array | null, wanted: number): Int32Array {
  const slots = among ?? Int32Array.from(numbers.keys());
  const there = slots.filter((slot) => numbers[slot]! > -Infinity);
  if (there.length <= wanted) return there;
  let least = Infinity;
  let most = -Infinity;
  for (const slot of there) {
    least = Math.min(least, numbers[slot]!);
    most = Math.max(most, numbers[slot]!);
  }
  const scale = (BINS - 1) / Math.max(1e-9, most - least);
  const binOf = (slot: number) => Math.floor((numbers[slot]! - least) * scale);
  const bins = new Int32Array(BINS);
  for (const slot of there) bins[binOf(slot)]! += 1;
  let cut = BINS - 1;
  for (let above = bins[cut]!; above < wanted && cut > 0; above += bins[cut]!) cut--;
  return there.filter((slot) => binOf(slot) >= cut);
}
