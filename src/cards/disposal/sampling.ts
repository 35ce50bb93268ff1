/**
 * How many bags are recounted, and which. A draw without putting back: of N bags of which D are wrong, n bags miss all of them
 * with probability C(N-D, n) / C(N, n) (hypergeometric). Pure.
 */
import { createHash } from 'node:crypto';

/** Probability that a draw of `drawn` out of `all` meets at least one of `faulty`. */
export function detects(all: number, faulty: number, drawn: number): number {
  if (faulty <= 0 || drawn <= 0) return 0;
  if (drawn > all - faulty) return 1;
  let missed = 1;
  for (let at = 0; at < drawn; at++) missed *= (all - faulty - at) / (all - at);
  return 1 - missed;
}

/** How many wrong bags the draw must not miss: a share of all, at least one. */
export function faultyOf(all: number, share: number): number {
  return Math.max(1, Math.ceil(all * share));
}

/** The fewest bags that find `faulty` wrong ones with this confidence. */
export function sampleSize(all: number, faulty: number, confidence: number): number {
  let missed = 1;
  for (let drawn = 0; drawn < all; drawn++) {
    if (drawn > all - faulty || 1 - missed >= confidence) return drawn;
    missed *= (all - faulty - drawn) / (all - drawn);
  }
  return all;
}

/**
 * Which of `all` places are drawn: those with the smallest SHA-256 of seed and place. The seed stands in the minutes, so that anybody
 * can draw again.
 */
export function draw(seed: Buffer, all: number, size: number): number[] {
  const lots = Array.from({ length: all }, (_, place) => ({
    place,
    lot: createHash('sha256').update(seed).update(`/${place}`).digest('hex'),
  }));
  return lots
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, size)
    .map(({ place }) => place)
    .toSorted((a, b) => a - b);
}
