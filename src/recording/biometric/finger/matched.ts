/**
 * Which minutiae of two records lie on one another when the two prints are laid so that the most do: for people to look at.
 * Each pair of minutiae proposes a motion, the one that most others agree with is taken (Ratha, Karu, Chen, Jain 1996). Pure.
 */
import { MOST_TURN } from './compare.ts';
import type { CodedFrom } from './cylinder.ts';
import type { Matched } from './drawing/rules.ts';

/** 500 pixels an inch. */
const PIXELS_PER_CM = 197;
/** In pixels, near the pair that proposed the motion and for each pixel farther away: skin stretches. */
const APART = 9;
const STRETCH = 0.05;
const MOST_APART = 16;
const TURNED = 16;
/** Fewer lie on one another wherever two prints are laid. */
const FEWEST = 3;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

export function matchedMinutiae(a: CodedFrom, b: CodedFrom): Matched {
  const [one, other] = [pointsOf(a), pointsOf(b)];
  let best: Matched = [];
  for (const from of other)
    for (const to of one) {
      if (turnBetween(to.angle, from.angle) > MOST_TURN) continue;
      const found = lyingOn(one, other.map(motion(from, to)), to);
      if (found.length > best.length) best = found;
    }
  return best.length < FEWEST ? [] : best;
}

function pointsOf({ minutiae, xPixelsPerCm, yPixelsPerCm }: CodedFrom): Point[] {
  return minutiae.map(({ x, y, angle }) => ({
    x: (x * PIXELS_PER_CM) / xPixelsPerCm,
    y: (y * PIXELS_PER_CM) / yPixelsPerCm,
    angle,
  }));
}

/** Turned and moved so that `from` comes to lie on `to`. */
function motion(from: Point, to: Point): (point: Point) => Point {
  const turn = ((to.angle - from.angle) * Math.PI) / 128;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return ({ x, y, angle }) => {
    const [dx, dy] = [x - from.x, y - from.y];
    // Counter-clockwise, with y going down.
    return { x: to.x + cos * dx + sin * dy, y: to.y - sin * dx + cos * dy, angle: angle + to.angle - from.angle };
  };
}

/** The nearest pairs first, each minutia once. */
function lyingOn(one: readonly Point[], other: readonly Point[], around: Point): Matched {
  const near: { readonly at: readonly [number, number]; readonly apart: number }[] = [];
  for (const [n, p] of one.entries()) {
    const most = Math.min(MOST_APART, APART + STRETCH * Math.hypot(p.x - around.x, p.y - around.y));
    for (const [m, q] of other.entries()) {
      const [dx, dy] = [p.x - q.x, p.y - q.y];
      if (dx > most || dx < -most || dy > most || dy < -most || turnBetween(p.angle, q.angle) > TURNED) continue;
      const apart = Math.hypot(dx, dy);
      if (apart <= most) near.push({ at: [n, m], apart });
    }
  }
  const [left, right] = [new Set<number>(), new Set<number>()];
  const found: (readonly [number, number])[] = [];
  for (const { at } of near.toSorted((a, b) => a.apart - b.apart)) {
    if (left.has(at[0]) || right.has(at[1])) continue;
    left.add(at[0]);
    right.add(at[1]);
    found.push(at);
  }
  return found;
}

/** 0 to 128 in 256ths of a turn. */
function turnBetween(a: number, b: number): number {
  const turn = (a - b) & 255;
  return Math.min(turn, 256 - turn);
}
