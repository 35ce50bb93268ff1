/** How far minutiae that were found are those that are there. Pure. */
import type { FoundMinutia } from '../extract/minutiae.ts';
import type { PressedMinutia } from './press.ts';

export interface Agreement {
  /** Minutiae that should be found: inside the edge, where nobody can say whether a ridge ends or only the picture does. */
  readonly there: number;
  /** Of these found, in place and direction. */
  readonly hits: number;
  /** Of these in place but looking another way. */
  readonly misdirected: number;
  /** Found where there is none. */
  readonly invented: number;
  readonly found: number;
  /** Of the hits: how many are called by the other kind; and how far off they are on average, pixels at 500 dpi and degrees. */
  readonly otherKind: number;
  readonly astray: number;
  readonly turned: number;
}

/** Pixels at 500 dpi, and degrees. */
const WITHIN = 8;
const TURN = 30;
const EDGE = 24;

/** Each of those there takes at most one of those found, the nearest pairs first, those that look the same way before all others. */
export function agreementOf(found: readonly FoundMinutia[], truth: readonly PressedMinutia[]): Agreement {
  const pairs = truth
    .flatMap((own, t) => found.map((other, f) => ({ t, f, ...between(own, other) })))
    .filter(({ far }) => far <= WITHIN)
    .toSorted((a, b) => Number(a.turn > TURN) - Number(b.turn > TURN) || a.far - b.far);
  const takenTruth = new Map<number, (typeof pairs)[number]>();
  const takenFound = new Set<number>();
  for (const pair of pairs) {
    if (takenTruth.has(pair.t) || takenFound.has(pair.f)) continue;
    takenTruth.set(pair.t, pair);
    takenFound.add(pair.f);
  }
  const inside = truth.flatMap(({ depth }, t) => (depth >= EDGE ? [t] : []));
  const near = inside.map((t) => takenTruth.get(t)).filter((pair) => pair !== undefined);
  const hits = near.filter(({ turn }) => turn <= TURN);
  const mean = (of: (pair: (typeof pairs)[number]) => number) =>
    hits.reduce((sum, pair) => sum + of(pair), 0) / Math.max(1, hits.length);
  return {
    there: inside.length,
    hits: hits.length,
    misdirected: near.length - hits.length,
    invented: found.length - takenFound.size,
    found: found.length,
    otherKind: hits.filter(({ t, f }) => truth[t]!.kind !== found[f]!.kind).length,
    astray: mean(({ far }) => far),
    turned: mean(({ turn }) => turn),
  };
}

function between(a: PressedMinutia, b: FoundMinutia): { readonly far: number; readonly turn: number } {
  const turn = Math.abs(((a.angle - b.angle + 128) & 255) - 128);
  return { far: Math.hypot(a.x - b.x, a.y - b.y), turn: (turn * 360) / 256 };
}
