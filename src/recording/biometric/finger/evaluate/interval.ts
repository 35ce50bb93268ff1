/**
 * How far an equal error rate would move with other fingers: pairs of one finger stand or fall together, so fingers are drawn anew, not pairs
 * (the subsets bootstrap of Bolle, Ratha, Pankanti 2004). Pure; the same scores give the same interval.
 */
import { pairsOf, type SetScores } from './pairs.ts';
import { randomFrom } from './random.ts';

const DRAWS = 400;
/** Of so many pairs in all draws together: large sets are steadier and need fewer. */
const MOST_PAIRS = 200_000_000;
const FEWEST_DRAWS = 40;
/** Below it an interval would say as little as the rate. */
const FEWEST_FINGERS = 8;
const TAIL = 0.05;

/** The middle nine of ten rates, low and high; null of too few fingers. */
export function eerInterval(sets: readonly SetScores[]): readonly [number, number] | null {
  const { fingers, mated, nonMated } = numberedPairs(sets);
  const count = fingers.at(-1)?.end ?? 0;
  if (count < FEWEST_FINGERS || mated.length === 0 || nonMated.length === 0) return null;
  const draws = Math.max(FEWEST_DRAWS, Math.min(DRAWS, Math.floor(MOST_PAIRS / (mated.length + nonMated.length))));
  const random = randomFrom(count);
  const rates = Float64Array.from({ length: draws }, () =>
    weightedRate(mated, nonMated, drawn(fingers, count, random)),
  ).sort();
  const at = (share: number) => rates[Math.min(draws - 1, Math.floor(share * draws))]!;
  return [at(TAIL), at(1 - TAIL)];
}

interface NumberedPair {
  readonly score: number;
  readonly one: number;
  readonly other: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Fingers numbered through all sets, each set a range of them; pairs in the order of their scores. */
function numberedPairs(sets: readonly SetScores[]) {
  const fingers: Range[] = [];
  const [mated, nonMated]: [NumberedPair[], NumberedPair[]] = [[], []];
  for (const each of sets) {
    const start = fingers.at(-1)?.end ?? 0;
    const names = [...new Set(each.set.prints.map(({ finger }) => finger))];
    const numbers = new Map(names.map((name, n) => [name, start + n]));
    fingers.push({ start, end: start + names.length });
    for (const { a, b, same, score } of pairsOf(each))
      (same ? mated : nonMated).push({ score, one: numbers.get(a.finger)!, other: numbers.get(b.finger)! });
  }
  const byScore = (a: NumberedPair, b: NumberedPair) => a.score - b.score;
  return { fingers, mated: mated.sort(byScore), nonMated: nonMated.sort(byScore) };
}

/** How often each finger was drawn, as many out of each set as are in it. */
function drawn(fingers: readonly Range[], count: number, random: () => number): Float64Array {
  const times = new Float64Array(count);
  for (const { start, end } of fingers)
    for (let n = start; n < end; n++) times[start + Math.floor(random() * (end - start))]!++;
  return times;
}

/** The equal error rate where a pair counts as often as its fingers were drawn; see `equalErrorRate`. */
function weightedRate(mated: readonly NumberedPair[], nonMated: readonly NumberedPair[], times: Float64Array): number {
  const ofMated = ({ one }: NumberedPair) => times[one]!;
  const ofNonMated = ({ one, other }: NumberedPair) => times[one]! * times[other]!;
  let [left, right] = [0, 0];
  for (const pair of mated) left += ofMated(pair);
  for (const pair of nonMated) right += ofNonMated(pair);
  let closest = { gap: 2, rate: 1 };
  let [m, n, missed, under] = [0, 0, 0, 0];
  for (;;) {
    const [miss, take] = [missed / left, 1 - under / right];
    const gap = Math.abs(miss - take);
    if (gap < closest.gap) closest = { gap, rate: (miss + take) / 2 };
    // Further on the one only grows and the other only falls.
    if (miss > take || (m === mated.length && n === nonMated.length)) return closest.rate;
    const score = Math.min(mated[m]?.score ?? Infinity, nonMated[n]?.score ?? Infinity);
    for (; mated[m]?.score === score; m++) missed += ofMated(mated[m]!);
    for (; nonMated[n]?.score === score; n++) under += ofNonMated(nonMated[n]!);
  }
}
