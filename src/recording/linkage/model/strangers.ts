/** u, how often strangers agree: from pairs drawn at random, never from pairs that were chosen because they agree. Pure. */
import type { Comparer } from '../compare/compare.ts';
import { COMPARISON_NAMES, COMPARISONS } from '../compare/level.ts';
import type { LinkageRecord } from '../record/record.ts';
import type { Shares } from './em.ts';
import { surelyOne } from './model.ts';
import { STRANGERS } from './prepared.ts';

const DRAWN = 300_000;

/** All pairs where there are few, else 300,000 drawn at random. The same records give the same shares. */
export function sharesOfStrangers(records: readonly LinkageRecord[], comparer: Comparer): Shares {
  const counts = COMPARISON_NAMES.map((name) => COMPARISONS[name].levels.map(() => 0));
  const pattern: number[] = [];
  for (const [i, j] of pairsOf(records.length)) {
    comparer.compare(records[i]!, records[j]!, pattern);
    // In a small file one pair in a thousand is one person's; those are no strangers.
    if (surelyOne(pattern)) continue;
    for (let c = 0; c < pattern.length; c++) if (pattern[c]! > 0) counts[c]![pattern[c]! - 1]!++;
  }
  return counts.map((levels, c) => {
    const all = levels.reduce((sum, n) => sum + n, 0);
    return levels.map((n, l) => Math.max(SELDOMEST, (n + KNOWN_WEIGHS * STRANGERS[c]![l]!) / (all + KNOWN_WEIGHS)));
  });
}

/** What is known of strangers at large weighs as much as so many pairs: in a file of ten records nobody is typical. */
const KNOWN_WEIGHS = 2_000;
/** A sample cannot prove that something does not happen: no level speaks with more than twenty bits. */
const SELDOMEST = 1e-6;

function* pairsOf(n: number): Generator<readonly [number, number]> {
  if ((n * (n - 1)) / 2 <= DRAWN) {
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) yield [i, j];
    return;
  }
  const draw = draws(0x6a09e667);
  for (let k = 0; k < DRAWN; k++) {
    const i = Math.floor(draw() * n);
    const j = Math.floor(draw() * (n - 1));
    yield [i, j >= i ? j + 1 : j];
  }
}

/** Weyl sequence through a mixing function (as splitmix32 does): 0 <= x < 1, the same for the same seed. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
