import type { Minutia, MinutiaeRecord } from '../../recording/biometric/index.ts';
import { below, mix, roll, type Die } from '../person/index.ts';
import { bell } from './bell.ts';
import { directionAt, flowOf, type Flow, type Pattern } from './flow.ts';

/** A finger that nobody has: its ridges' pattern and its minutiae, in pixels at 500 dpi around the middle, y upwards. */
export interface Finger {
  readonly flow: Flow;
  readonly points: readonly Point[];
}

interface Point {
  readonly x: number;
  readonly y: number;
  /** Radians, counter-clockwise from the right. */
  readonly angle: number;
  readonly ending: boolean;
}

const HALF_WIDTH = 150;
const HALF_HEIGHT = 210;
/** Two minutiae are seldom nearer than two ridges. */
const NEAREST = 14;

/** The finger `position` (1-10) of the body that has this seed: the same in every process. */
export function fingerOf(bodySeed: number, position: number): Finger {
  const die: Die = { state: mix(bodySeed, 0x46494e00 + position) };
  const flow = flowOf(patternOf(roll(die)), die);
  const wanted = 54 + below(die, 26);
  const points: Point[] = [];
  for (let tries = 0; points.length < wanted && tries < 4000; tries++) {
    const x = (2 * roll(die) - 1) * HALF_WIDTH;
    const y = (2 * roll(die) - 1) * HALF_HEIGHT;
    if ((x / HALF_WIDTH) ** 2 + (y / HALF_HEIGHT) ** 2 > 1) continue;
    if (points.some((each) => (each.x - x) ** 2 + (each.y - y) ** 2 < NEAREST ** 2)) continue;
    const along = directionAt(flow, x, y) + (roll(die) < 0.5 ? Math.PI : 0);
    points.push({ x, y, angle: along + 0.12 * bell(die), ending: roll(die) < 0.6 });
  }
  return { flow, points };
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

const WIDTH = 400;
const HEIGHT = 500;

/** How a finger lay on the glass: what became of each of its places. */
export interface Press {
  readonly wear: number;
  readonly turn: number;
  readonly shift: { readonly x: number; readonly y: number };
  readonly waves: readonly Wave[];
  /** What of the finger touches the glass: an ellipse. */
  readonly contact: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
}

/** One impression of a finger: turned, shifted, stretched, partly missing, with a few minutiae that are none. */
export interface Impression {
  readonly press: Press;
  readonly record: MinutiaeRecord;
}

function pressOf(die: Die, wear: number): Press {
  const turn = 0.14 * bell(die);
  const shift = { x: 14 * bell(die), y: 18 * bell(die) };
  const waves = wavesOf(die, 3 + 4 * wear);
  const contact = { x: 20 * bell(die), y: 26 * bell(die), w: HALF_WIDTH * (0.92 - 0.12 * wear), h: HALF_HEIGHT * 0.86 };
  return { wear, turn, shift, waves, contact };
}

/** Where a place of the finger lies in the picture, in pixels from its upper left corner, y downwards. */
export function onGlass({ turn, shift, waves }: Press, x: number, y: number): { x: number; y: number } {
  const moved = stretched(waves, x, y);
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  return {
    x: WIDTH / 2 + cos * moved.x - sin * moved.y + shift.x,
    y: HEIGHT / 2 - (sin * moved.x + cos * moved.y + shift.y),
  };
}

/** Which place of the finger lies there: the way back, good to a tenth of a pixel. */
export function onFinger({ turn, shift, waves }: Press, px: number, py: number): { x: number; y: number } {
  const dx = px - WIDTH / 2 - shift.x;
  const dy = HEIGHT / 2 - py - shift.y;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const there = { x: cos * dx + sin * dy, y: -sin * dx + cos * dy };
  let found = there;
  for (let step = 0; step < 3; step++) {
    const back = stretched(waves, found.x, found.y);
    found = { x: found.x + there.x - back.x, y: found.y + there.y - back.y };
  }
  return found;
}

/** How far out of the contact's middle a place is: up to 1 it touches the glass. */
export function outOfTouch({ contact }: Press, x: number, y: number): number {
  return ((x - contact.x) / contact.w) ** 2 + ((y - contact.y) / contact.h) ** 2;
}

export function impressionOf(finger: Finger, position: number, die: Die, { wear }: Pressing): Impression {
  const press = pressOf(die, wear);
  const { contact, turn } = press;
  const minutiae: Minutia[] = [];
  const put = (x: number, y: number, angle: number, ending: boolean, quality: number) => {
    const at = onGlass(press, x, y);
    const px = Math.round(at.x);
    const py = Math.round(at.y);
    if (px < 0 || px >= WIDTH || py < 0 || py >= HEIGHT) return;
    const turned = Math.round(((angle + turn) * 128) / Math.PI) & 255;
    minutiae.push({ kind: ending ? 'ending' : 'bifurcation', x: px, y: py, angle: turned, quality });
  };
  const miss = 0.08 + 0.22 * wear;
  for (const { x, y, angle, ending } of finger.points) {
    if (outOfTouch(press, x, y) > 1 || roll(die) < miss) continue;
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
  const record: MinutiaeRecord = {
    width: WIDTH,
    height: HEIGHT,
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
  return { press, record };
}

interface Wave {
  readonly kx: number;
  readonly ky: number;
  readonly phase: number;
  readonly dx: number;
  readonly dy: number;
}

function wavesOf(die: Die, pixels: number): Wave[] {
  return Array.from({ length: 4 }, () => ({
    kx: bell(die) / 120,
    ky: bell(die) / 120,
    phase: 2 * Math.PI * roll(die),
    dx: (pixels / 2) * bell(die),
    dy: (pixels / 2) * bell(die),
  }));
}

/** Skin gives way smoothly: a displacement of a few pixels that changes slowly over the finger. */
function stretched(waves: readonly Wave[], x: number, y: number): { x: number; y: number } {
  let mx = x;
  let my = y;
  for (const { kx, ky, phase, dx, dy } of waves) {
    const height = Math.sin(kx * x + ky * y + phase);
    mx += dx * height;
    my += dy * height;
  }
  return { x: mx, y: my };
}
