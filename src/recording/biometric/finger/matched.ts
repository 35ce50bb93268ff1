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
/** 256ths of a turn. */
const TURNED = 16;
/** So many of the best motions are looked at with each minutia taken once. */
const LOOKED_AT = 4;
/** Fewer lie on one another wherever two prints are laid. */
const FEWEST = 3;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** A minutia of either print that may be the same, and by how much the second is turned against the first. */
interface Candidate {
  readonly at: readonly [number, number];
  readonly turn: number;
}

export function matchedMinutiae(a: CodedFrom, b: CodedFrom): Matched {
  const [one, other] = [pointsOf(a), pointsOf(b)];
  const candidates = one.map((p, n) =>
    other.flatMap((q, m): Candidate[] => {
      const turn = wrapped(p.angle - q.angle);
      return Math.abs(turn) <= MOST_TURN ? [{ at: [n, m], turn }] : [];
    }),
  );
  const motions = candidates.flat().map((by) => {
    const laid = layer(one[by.at[0]]!, other[by.at[1]]!, by.turn);
    return { by, agreeing: agreeing(one, other.map(laid), by, candidates) };
  });
  const best = motions
    .toSorted((p, q) => q.agreeing - p.agreeing)
    .slice(0, LOOKED_AT)
    .map(({ by }) => eachOnce(one, other.map(layer(one[by.at[0]]!, other[by.at[1]]!, by.turn)), by, candidates));
  const most = best.reduce<Matched>((before, found) => (found.length > before.length ? found : before), []);
  return most.length < FEWEST ? [] : most;
}

function pointsOf({ minutiae, xPixelsPerCm, yPixelsPerCm }: CodedFrom): Point[] {
  return minutiae.map(({ x, y, angle }) => ({
    x: (x * PIXELS_PER_CM) / xPixelsPerCm,
    y: (y * PIXELS_PER_CM) / yPixelsPerCm,
    angle,
  }));
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Turns and moves so that `from` comes to lie on `to`. */
function layer(to: Place, from: Place, turn: number): (point: Place) => Place {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 128), Math.sin((turn * Math.PI) / 128)];
  return ({ x, y }) => {
    const [dx, dy] = [x - from.x, y - from.y];
    // Counter-clockwise, with y going down.
    return { x: to.x + cos * dx + sin * dy, y: to.y - sin * dx + cos * dy };
  };
}

/** How many of the first print have one on them, whichever. */
function agreeing(one: readonly Point[], laid: readonly Place[], by: Candidate, all: readonly Candidate[][]): number {
  const around = one[by.at[0]]!;
  let count = 0;
  for (const [n, p] of one.entries()) {
    const most = mostApart(p, around);
    if (all[n]!.some((each) => Math.abs(each.turn - by.turn) <= TURNED && apart(p, laid[each.at[1]]!) <= most)) count++;
  }
  return count;
}

/** The nearest first, each minutia once. */
function eachOnce(one: readonly Point[], laid: readonly Place[], by: Candidate, all: readonly Candidate[][]): Matched {
  const around = one[by.at[0]]!;
  const near = all.flat().flatMap(({ at, turn }) => {
    const [p, q] = [one[at[0]]!, laid[at[1]]!];
    const away = apart(p, q);
    return Math.abs(turn - by.turn) <= TURNED && away <= mostApart(p, around) ? [{ at, away }] : [];
  });
  const [left, right] = [new Set<number>(), new Set<number>()];
  const found: (readonly [number, number])[] = [];
  for (const { at } of near.toSorted((p, q) => p.away - q.away)) {
    if (left.has(at[0]) || right.has(at[1])) continue;
    left.add(at[0]);
    right.add(at[1]);
    found.push(at);
  }
  return found;
}

function mostApart(p: Place, around: Place): number {
  return Math.min(MOST_APART, APART + STRETCH * apart(p, around));
}

function apart(p: Place, q: Place): number {
  const [dx, dy] = [p.x - q.x, p.y - q.y];
  return Math.sqrt(dx * dx + dy * dy);
}

/** -128 to 127. */
function wrapped(turn: number): number {
  return ((turn + 128) & 255) - 128;
}
