/**
 * Which way the ridges of a finger run, from where they turn around: a core adds half a turn to the direction, a delta takes it away (Sherlock, Monro
 * 1993), each bent as no two fingers bend it (Vizcaya, Gerhardt 1996), and rounded towards the tip. Arches, which have neither, are waves. Pure.
 */
import { eased, type Random } from './random.ts';

export const PATTERNS = ['arch', 'tented-arch', 'left-loop', 'right-loop', 'whorl'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** How often each is found (Wilson, Candela, Watson 1993). */
const SHARES: readonly (readonly [Pattern, number])[] = [
  ['arch', 0.037],
  ['tented-arch', 0.029],
  ['left-loop', 0.338],
  ['right-loop', 0.317],
  ['whorl', 0.279],
];

export function drawPattern(random: Random): Pattern {
  let left = random.next();
  for (const [pattern, share] of SHARES) {
    left -= share;
    if (left < 0) return pattern;
  }
  return 'whorl';
}

/** Around the middle of the finger at 500 dpi: x to the right, y up. */
interface Turning {
  readonly x: number;
  readonly y: number;
  /** What is added to the direction at eight bearings around the point and, again, at the first. */
  readonly bend: readonly number[];
}

export interface Layout {
  readonly cores: readonly Turning[];
  readonly deltas: readonly Turning[];
  /** How steep the wave of an arch is; 0 where there are cores. */
  readonly rise: number;
  /** How far ridges follow the roundness of the tip: radians at its sides. */
  readonly rounding: number;
}

const BEARINGS = 8;
/** In doubled angles. */
const MOST_BEND = 0.2;

export function drawLayout(random: Random, pattern: Pattern): Layout {
  const near = (x: number, y: number, spread: number): Turning => {
    const bend = Array.from({ length: BEARINGS }, () => random.between(-MOST_BEND, MOST_BEND));
    return {
      x: x + random.between(-spread, spread),
      y: y + random.between(-spread, spread),
      bend: [...bend, bend[0]!],
    };
  };
  const rounding = random.between(0.45, 0.7);
  switch (pattern) {
    case 'arch':
      return { cores: [], deltas: [], rise: random.between(1, 1.35), rounding };
    case 'tented-arch':
      return { cores: [near(0, 15, 12)], deltas: [near(0, -65, 16)], rise: 0, rounding };
    case 'left-loop':
      return { cores: [near(0, 22, 14)], deltas: [near(96, -104, 14)], rise: 0, rounding };
    case 'right-loop':
      return { cores: [near(0, 22, 14)], deltas: [near(-96, -104, 14)], rise: 0, rounding };
    case 'whorl':
      return {
        cores: [near(0, 42, 12), near(0, -4, 14)],
        deltas: [near(-110, -112, 12), near(110, -112, 12)],
        rise: 0,
        // Two cores are round enough.
        rounding: rounding / 2,
      };
  }
}

/** The doubled direction of the ridges at a place, counter-clockwise. */
export function doubledDirection({ cores, deltas, rise, rounding }: Layout, x: number, y: number): number {
  let doubled = -2 * rounding * Math.tanh(x / ROUND) * eased((y + 60) / 180);
  for (const core of cores) doubled += bearing(core, x, y);
  for (const delta of deltas) doubled -= bearing(delta, x, y);
  if (rise > 0) {
    const high = Math.exp(-(((y + 20) / 110) ** 2));
    doubled += 2 * Math.atan(-rise * high * Math.sin((Math.PI * x) / WAVE));
  }
  return doubled;
}

/** Pixels over which the tip bends ridges, and from side to side of an arch. */
const ROUND = 110;
const WAVE = 200;

function bearing({ x, y, bend }: Turning, px: number, py: number): number {
  const angle = Math.atan2(py - y, px - x);
  const at = ((angle + Math.PI) / (2 * Math.PI)) * BEARINGS;
  const knot = Math.min(BEARINGS - 1, Math.floor(at));
  return angle + bend[knot]! + (at - knot) * (bend[knot + 1]! - bend[knot]!);
}
