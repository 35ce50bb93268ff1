/** How much of a gallery each stage of a search looks at, and who goes on to the next. */

/**
 * A staged search looks at everybody by the face and a few fingers, then at the best share by all fingers, and compares the best share of
 * all in full. Where there is an index only the best share by its votes, and whom it does not know, are looked at. What it may miss: docs/biometrics.md.
 */
export interface Stages {
  /** Galleries of so many people are still searched exactly. */
  readonly exactUpTo: number;
  /** Of each person at the first look. */
  readonly fingers: number;
  /** Whom the face and the first of them put no higher than this is not looked at by the others: a log10 likelihood ratio. */
  readonly hopeless: number;
  /** Shares of all people, 0 to 1; of the last, with up to four fingers, and with more so much less. */
  readonly again: number;
  readonly inFull: number;
  /** Null where fingers are not indexed. */
  readonly index: IndexStage | null;
}

export interface IndexStage {
  /** Galleries of so many people need no index. */
  readonly from: number;
  /** Slots that have an index of their own together, at most 4,095; half as many wait at most. */
  readonly shelf: number;
  /** Of the people whom the index knows, who is looked at: 0 to 1. */
  readonly share: number;
}

/**
 * Up to 16,000 people a first look at everybody takes two cores 40 ms, which nobody notices; an index takes a third more memory. Of 4,000 hands put together from two public
 * sets the best tenth by votes of four fingers lost three, of three fingers seven; a first look by two fingers alone loses two.
 */
export const STAGES: Stages = {
  exactUpTo: 4096,
  fingers: 2,
  hopeless: -2,
  again: 0.01,
  inFull: 0.002,
  index: { from: 16_000, shelf: 4000, share: 0.1 },
};

const BINS = 4096;

/**
 * The slots of the `wanted` highest numbers, and of all that are as good as the last of them as far as a 4,096th of the range tells; in the order of `among`.
 * Slots without a number (-Infinity, NaN) are never among them.
 */
export function bestOf(numbers: Float32Array, among: Int32Array | null, wanted: number): Int32Array {
  const there = numbered(numbers, among);
  if (there.length <= wanted) return there;
  let least = Infinity;
  let most = -Infinity;
  for (const slot of there) {
    const number = numbers[slot]!;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const scale = (BINS - 1) / Math.max(1e-9, most - least);
  const binOf = (slot: number) => Math.floor((numbers[slot]! - least) * scale);
  const bins = new Int32Array(BINS);
  for (const slot of there) bins[binOf(slot)]! += 1;
  let cut = BINS - 1;
  for (let above = bins[cut]!; above < wanted && cut > 0; above += bins[cut]!) cut--;
  return there.filter((slot) => binOf(slot) >= cut);
}

function numbered(numbers: Float32Array, among: Int32Array | null): Int32Array {
  const end = among ? among.length : numbers.length;
  const there = new Int32Array(end);
  let count = 0;
  for (let n = 0; n < end; n++) {
    const slot = among ? among[n]! : n;
    if (numbers[slot]! > -Infinity) there[count++] = slot;
  }
  return there.subarray(0, count);
}
