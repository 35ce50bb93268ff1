/**
 * Expectation and maximisation over pattern counts (Fellegi and Sunter 1969; Winkler 1988): how often records of one person (m)
 * and of two (u) agree at each level. A pattern stands for thousands of pairs, so a million pairs cost what a few hundred do. Pure.
 */
import type { Pattern } from '../compare/level.ts';

/** Per comparison, per level: a share of 0 to 1; the levels of a comparison sum up to 1. */
export type Shares = readonly (readonly number[])[];

export interface PatternCount {
  readonly pattern: Pattern;
  readonly count: number;
}

export interface EmGiven {
  readonly counts: readonly PatternCount[];
  /** Where the search begins, and what holds where the counts say little. */
  readonly m: Shares;
  readonly u: Shares;
  readonly prior: number;
  /** What is known from elsewhere and stays: u from random pairs, the prior from rules. */
  readonly fixed: readonly ('u' | 'prior')[];
  /** The starting m weighs as much as so many records of one person. */
  readonly strength: number;
  /** Per comparison: the levels from this place on have at most so much of m together. */
  readonly seldom?: readonly ({ readonly from: number; readonly most: number } | undefined)[];
}

export interface EmFound {
  readonly m: Shares;
  readonly u: Shares;
  readonly prior: number;
  readonly rounds: number;
}

const MOST_ROUNDS = 200;
const SETTLED = 1e-6;

/** Finds m (and u and the prior where they are not fixed). Ends when no share moves by more than a millionth. */
export function estimate(given: EmGiven): EmFound {
  let { m, u, prior } = given;
  const total = given.counts.reduce((sum, { count }) => sum + count, 0);
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const sumM = m.map((levels) => levels.map(() => 0));
    const sumU = u.map((levels) => levels.map(() => 0));
    let matches = 0;
    for (const { pattern, count } of given.counts) {
      const expected = count * posteriorOf(pattern, m, u, prior);
      matches += expected;
      for (let c = 0; c < pattern.length; c++) {
        const level = pattern[c]!;
        if (level === 0) continue;
        sumM[c]![level - 1]! += expected;
        sumU[c]![level - 1]! += count - expected;
      }
    }
    const nextM = sharesOf(sumM, given.m, given.strength).map((levels, c) => bounded(levels, given.seldom?.[c]));
    const nextU = given.fixed.includes('u') ? u : sharesOf(sumU, given.u, given.strength);
    const nextPrior = given.fixed.includes('prior') ? prior : matches / Math.max(total, 1);
    const moved = Math.max(furthest(m, nextM), furthest(u, nextU), Math.abs(prior - nextPrior));
    [m, u, prior] = [nextM, nextU, nextPrior];
    if (moved < SETTLED) return { m, u, prior, rounds: round };
  }
  return { m, u, prior, rounds: MOST_ROUNDS };
}

/** How likely it is that a pair with this pattern is one person, the comparisons being independent. */
export function posteriorOf(pattern: Pattern, m: Shares, u: Shares, prior: number): number {
  let odds = prior / (1 - prior);
  for (let c = 0; c < pattern.length; c++) {
    const level = pattern[c]!;
    if (level > 0) odds *= m[c]![level - 1]! / u[c]![level - 1]!;
  }
  return odds === Infinity ? 1 : odds / (1 + odds);
}

function sharesOf(sums: readonly (readonly number[])[], start: Shares, strength: number): Shares {
  return sums.map((levels, c) => {
    const all = levels.reduce((sum, n) => sum + n, 0) + strength;
    return levels.map((n, l) => Math.max((n + strength * start[c]![l]!) / Math.max(all, 1e-9), 1e-9));
  });
}

function bounded(levels: readonly number[], seldom: { from: number; most: number } | undefined): readonly number[] {
  if (!seldom) return levels;
  const tail = levels.slice(seldom.from - 1).reduce((sum, share) => sum + share, 0);
  if (tail <= seldom.most) return levels;
  return levels.map((share, l) =>
    l >= seldom.from - 1 ? (share * seldom.most) / tail : (share * (1 - seldom.most)) / (1 - tail),
  );
}

function furthest(a: Shares, b: Shares): number {
  let most = 0;
  for (let c = 0; c < a.length; c++) {
    for (let l = 0; l < a[c]!.length; l++) most = Math.max(most, Math.abs(a[c]![l]! - b[c]![l]!));
  }
  return most;
}
