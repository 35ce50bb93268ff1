import type { Minutia, MinutiaeRecord } from '../../recording/biometric/index.ts';
import { below, mix, roll, type Die } from '../person/index.ts';

/** A finger that nobody has: its ridges' pattern and its minutiae, in pixels at 500 dpi around the middle, y upwards. */
export interface Finger {
  readonly pattern: Pattern;
  readonly points: readonly Point[];
}

interface Point {
  readonly x: number;
  readonly y: number;
  /** Radians, counter-clockwise from the right. */
  readonly angle: number;
  readonly ending: boolean;
}

export type Pattern = 'left_loop' | 'right_loop' | 'whorl' | 'arch';

const HALF_WIDTH = 150;
const HALF_HEIGHT = 210;
/** Two minutiae are seldom nearer than two ridges. */
const NEAREST = 14;

/** The finger `position` (1-10) of the body that has this seed: the same in every process. */
export function fingerOf(bodySeed: number, position: number): Finger {
  const die: Die = { state: mix(bodySeed, 0x46494e00 + position) };
  const pattern = patternOf(roll(die));
  const field = ridgeField(pattern, die);
  const wanted = 54 + below(die, 26);
  const points: Point[] = [];
  for (let tries = 0; points.length < wanted && tries < 4000; tries++) {
    const x = (2 * roll(die) - 1) * HALF_WIDTH;
    const y = (2 * roll(die) - 1) * HALF_HEIGHT;
    if ((x / HALF_WIDTH) ** 2 + (y / HALF_HEIGHT) ** 2 > 1) continue;
    if (points.some((each) => (each.x - x) ** 2 + (each.y - y) ** 2 < NEAREST ** 2)) continue;
    const along = field(x, y) + (roll(die) < 0.5 ? Math.PI : 0);
    points.push({ x, y, angle: along + 0.12 * bell(die), ending: roll(die) < 0.6 });
  }
  return { pattern, points };
}

/** About as often as among people. */
function patternOf(share: number): Pattern {
  if (share < 0.34) return 'left_loop';
  if (share < 0.66) return 'right_loop';
  return share < 0.94 ? 'whorl' : 'arch';
}

export interface Pressing {
  /** 0 a clean live scan to 1 a worn, dry finger: more is missing, false or displaced. */
  readonly wear: number;
}

/** One impression of a finger: turned, shifted, stretched, partly missing, with a few minutiae that are none. */
export function impressionOf(finger: Finger, position: number, die: Die, { wear }: Pressing): MinutiaeRecord {
  const width = 400;
  const height = 500;
  const turn = 0.14 * bell(die);
  const shift = { x: 14 * bell(die), y: 18 * bell(die) };
  const stretch = stretching(die, 3 + 4 * wear);
  // What of the finger touches the glass.
  const contact = { x: 20 * bell(die), y: 26 * bell(die), w: HALF_WIDTH * (0.92 - 0.12 * wear), h: HALF_HEIGHT * 0.86 };
  const minutiae: Minutia[] = [];
  const touches = (x: number, y: number) =>
    ((x - contact.x) / contact.w) ** 2 + ((y - contact.y) / contact.h) ** 2 <= 1;
  const put = (x: number, y: number, angle: number, ending: boolean, quality: number) => {
    const moved = stretch(x, y);
    const cos = Math.cos(turn);
    const sin = Math.sin(turn);
    const px = Math.round(width / 2 + cos * moved.x - sin * moved.y + shift.x);
    const py = Math.round(height / 2 - (sin * moved.x + cos * moved.y + shift.y));
    if (px < 0 || px >= width || py < 0 || py >= height) return;
    const turned = Math.round(((angle + turn) * 128) / Math.PI) & 255;
    minutiae.push({ kind: ending ? 'ending' : 'bifurcation', x: px, y: py, angle: turned, quality });
  };
  const miss = 0.08 + 0.22 * wear;
  for (const { x, y, angle, ending } of finger.points) {
    if (!touches(x, y) || roll(die) < miss) continue;
    const blur = 1.2 + 1.3 * wear;
    const kind = roll(die) < 0.1 ? !ending : ending;
    const quality = Math.max(20, Math.round(95 - 45 * wear - 10 * roll(die)));
    put(x + blur * bell(die), y + blur * bell(die), angle + (0.06 + 0.08 * wear) * bell(die), kind, quality);
  }
  for (let n = Math.round((1 + 8 * wear) * roll(die) + 1); n > 0; n--) {
    const x = contact.x + (2 * roll(die) - 1) * contact.w * 0.7;
    const y = contact.y + (2 * roll(die) - 1) * contact.h * 0.7;
    put(x, y, 2 * Math.PI * roll(die), roll(die) < 0.5, 30 + below(die, 30));
  }
  return {
    width,
    height,
    xPixelsPerCm: 197,
    yPixelsPerCm: 197,
    certification: 0,
    device: 0,
    finger: position,
    impression: 0,
    quality: Math.round(Math.max(15, 92 - 50 * wear - 8 * roll(die))),
    minutiae,
    extended: new Uint8Array(0),
  };
}

/** The direction of the ridges: half the turns around cores less those around deltas (Sherlock and Monro 1993). */
function ridgeField(pattern: Pattern, die: Die): (x: number, y: number) => number {
  const about = (x: number, y: number) => ({ x: x + 14 * bell(die), y: y + 14 * bell(die) });
  const side = pattern === 'left_loop' ? 1 : -1;
  const cores = {
    left_loop: [about(0, 25)],
    right_loop: [about(0, 25)],
    whorl: [about(0, 45), about(0, -5)],
    arch: [],
  }[pattern];
  const deltas = {
    left_loop: [about(95 * side, -85)],
    right_loop: [about(95 * side, -85)],
    whorl: [about(-105, -85), about(105, -85)],
    arch: [],
  }[pattern];
  const rise = 0.5 + 0.3 * roll(die);
  if (pattern === 'arch') return (x, y) => -rise * Math.sin((Math.PI * x) / 200) * Math.exp(-(((y + 20) / 140) ** 2));
  return (x, y) => {
    let turns = 0;
    for (const core of cores) turns += Math.atan2(y - core.y, x - core.x);
    for (const delta of deltas) turns -= Math.atan2(y - delta.y, x - delta.x);
    return turns / 2 + (cores.length === 1 ? (side * Math.PI) / 4 : 0);
  };
}

/** Skin gives way smoothly: a displacement of a few pixels that changes slowly over the finger. */
function stretching(die: Die, pixels: number): (x: number, y: number) => { x: number; y: number } {
  const waves = Array.from({ length: 4 }, () => ({
    kx: bell(die) / 120,
    ky: bell(die) / 120,
    phase: 2 * Math.PI * roll(die),
    dx: (pixels / 2) * bell(die),
    dy: (pixels / 2) * bell(die),
  }));
  return (x, y) => {
    let mx = x;
    let my = y;
    for (const { kx, ky, phase, dx, dy } of waves) {
      const height = Math.sin(kx * x + ky * y + phase);
      mx += dx * height;
      my += dy * height;
    }
    return { x: mx, y: my };
  };
}

/** A draw from the normal distribution (Box-Muller). */
export function bell(die: Die): number {
  return Math.sqrt(-2 * Math.log(1 - roll(die))) * Math.cos(2 * Math.PI * roll(die));
}
