/**
 * A picture of an impression, drawn so that its ridges run as the finger's flow says and end or fork at the impression's
 * minutiae: a phase image (Larkin and Fletcher 2007) whose phase is the least-squares answer to "so steep, in this direction",
 * with one dislocation at each minutia. Which way is up is only known up to a sign, so neighbours are joined with one
 * (Knöppel and others 2015).
 */
import type { Minutia } from '../../recording/biometric/index.ts';
import { mix, roll, type Die } from '../person/index.ts';
import { directionAt } from './flow.ts';
import { onFinger, outOfTouch, type Finger, type Impression } from './finger.ts';
import { ridgePhase, type Grid } from './ridge-phase.ts';

export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  /** 0 black to 255 white, row by row. */
  readonly pixels: Uint8Array;
}

/** Pixels of the picture to one of the grid that the phase is solved on. */
const STEP = 2;
const PAPER = 242;
/** Out of touch by so much that nothing is drawn there. */
const FAR = 9;

/** The same finger and impression give the same pixels in every process; 400 x 500 at 500 dpi. */
export function drawFinger(finger: Finger, impression: Impression): GreyPicture {
  const { width, height, minutiae } = impression.record;
  const grid = gridOf(finger, impression);
  const die: Die = { state: mix(minutiae.length, mix(minutiae[0]?.x ?? 0, minutiae[0]?.y ?? 0)) };
  const phase = ridgePhase(
    grid,
    minutiae.map(({ kind, x, y, angle }) => ({
      x: x / STEP,
      y: y / STEP,
      angle: (angle * Math.PI) / 128,
      ending: kind === 'ending',
    })),
  );
  return { width, height, pixels: inked(grid, phase, impression, die) };
}

function gridOf(finger: Finger, { press, record }: Impression): Grid {
  const width = Math.ceil(record.width / STEP);
  const height = Math.ceil(record.height / STEP);
  const direction = new Float64Array(width * height);
  const touch = new Float64Array(width * height);
  const { shift, contact } = press;
  const reach = (1.3 * Math.max(contact.w, contact.h) + Math.hypot(contact.x, contact.y)) ** 2;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const away = (x * STEP - record.width / 2 - shift.x) ** 2 + (y * STEP - record.height / 2 - shift.y) ** 2;
      if (away > reach) {
        touch[at] = FAR;
        continue;
      }
      const on = onFinger(press, (x + 0.5) * STEP, (y + 0.5) * STEP);
      direction[at] = directionAt(finger.flow, on.x, on.y) + press.turn;
      touch[at] = outOfTouch(press, on.x, on.y);
    }
  }
  return { width, height, direction, touch, stepsPerRidge: 9 / STEP };
}

/** Grey from phase: dark where the ridge touches, paler towards the rim and in dry patches, grained. */
function inked(grid: Grid, phase: Float64Array, { record, press: { wear } }: Impression, die: Die): Uint8Array {
  const { width, height } = record;
  const ridges = alongRidges(grid, phase, record.minutiae);
  const patches = cloud(die, 9, 11);
  const rim = cloud(die, 14, 17);
  const pixels = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const grain = 14 * (roll(die) - 0.5) * (1 + wear);
      if (grid.touch[Math.floor(y / STEP) * grid.width + Math.floor(x / STEP)]! >= FAR) {
        pixels[at] = PAPER + grain;
        continue;
      }
      const ridge = sample(ridges, grid.width, grid.height, (x + 0.5) / STEP - 0.5, (y + 0.5) / STEP - 0.5);
      const touch = sample(grid.touch, grid.width, grid.height, (x + 0.5) / STEP - 0.5, (y + 0.5) / STEP - 0.5);
      const edge = touch + 0.16 * rim(x / width, y / height);
      const pressed = Math.max(0, Math.min(1, (1.12 - edge) / 0.22));
      const dry = patches(x / width, y / height) * (0.25 + 0.55 * wear);
      const ink = 1 / (1 + Math.exp(-5.5 * (ridge - 0.05 - dry - 0.25 * wear)));
      pixels[at] = Math.max(0, Math.min(255, PAPER - (196 - 50 * wear) * ink * pressed + grain));
    }
  }
  return pixels;
}

/** The cosine of the phase, smoothed a little along the ridges: skin has no corners. */
function alongRidges(grid: Grid, phase: Float64Array, minutiae: readonly Minutia[]): Float64Array {
  const { width, height, direction, touch } = grid;
  const sparse = sparseness(grid, phase);
  for (const each of minutiae) spare(grid, sparse, each);
  const wave = phase.map((value, at) => {
    const twice = sparse[at]!;
    return twice === 0 ? Math.cos(value) : (1 - twice) * Math.cos(value) + twice * Math.cos(2 * value);
  });
  const out = new Float64Array(wave.length);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (touch[at]! > 1.4) continue;
      const cos = Math.cos(direction[at]!);
      const sin = -Math.sin(direction[at]!);
      let sum = 2 * wave[at]!;
      for (const far of [-2, -1, 1, 2]) {
        sum += sample(wave, width, height, x + far * cos, y + far * sin) * (far * far === 1 ? 1.5 : 0.8);
      }
      out[at] = sum / 6.6;
    }
  }
  return out;
}

/** Ridges are at least this near to one another, as a share of the usual number on a length. */
const SPARSE = { none: 0.68, whole: 0.52 };
const AROUND = 3;

/**
 * 0 to 1: where the phase had to grow so slowly that a blot would be drawn. New ridges begin between the old ones there, as
 * they do on fingers.
 */
function sparseness({ width, height, direction, touch, stepsPerRidge }: Grid, phase: Float64Array): Float64Array {
  const steep = (2 * Math.PI) / stepsPerRidge;
  // Up to a turn, and in the first one's sense of up.
  const apart = (from: number, to: number) => {
    const sign = Math.cos(direction[from]! - direction[to]!) < 0 ? -1 : 1;
    return turned(phase[from]! - sign * phase[to]!);
  };
  const growth = new Float64Array(phase.length);
  for (let at = 0; at < phase.length - width; at++) {
    if (touch[at]! > 1.4) continue;
    growth[at] = Math.hypot(apart(at, at + 1), apart(at, at + width)) / steep;
  }
  const out = new Float64Array(phase.length);
  const side = 2 * AROUND + 1;
  for (let y = AROUND; y < height - AROUND; y++) {
    for (let x = AROUND; x < width - AROUND; x++) {
      const at = y * width + x;
      if (touch[at]! > 1.3) continue;
      let sum = 0;
      for (let dy = -AROUND; dy <= AROUND; dy++)
        for (let dx = -AROUND; dx <= AROUND; dx++) sum += growth[at + dy * width + dx]!;
      const share = (SPARSE.none - sum / side ** 2) / (SPARSE.none - SPARSE.whole);
      out[at] = Math.max(0, Math.min(1, share));
    }
  }
  return out;
}

/** Beside a minutia no new ridge begins: it shall be seen as what it is. */
function spare({ width, height }: Grid, sparse: Float64Array, minutia: Minutia): void {
  const x = minutia.x / STEP;
  const y = minutia.y / STEP;
  const far = 3 * AROUND;
  for (let row = Math.max(0, Math.ceil(y - far)); row < Math.min(height, y + far); row++) {
    for (let column = Math.max(0, Math.ceil(x - far)); column < Math.min(width, x + far); column++) {
      const away = ((column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2) / (1.3 * AROUND) ** 2;
      sparse[row * width + column]! *= 1 - Math.exp(-(away ** 2));
    }
  }
}

function turned(angle: number): number {
  return Math.abs(angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI)));
}

function sample(values: Float64Array, width: number, height: number, x: number, y: number): number {
  const cx = Math.max(0, Math.min(width - 1.001, x));
  const cy = Math.max(0, Math.min(height - 1.001, y));
  const left = Math.floor(cx);
  const top = Math.floor(cy);
  const fx = cx - left;
  const fy = cy - top;
  const at = top * width + left;
  const upper = values[at]! * (1 - fx) + values[at + 1]! * fx;
  const lower = values[at + width]! * (1 - fx) + values[at + width + 1]! * fx;
  return upper * (1 - fy) + lower * fy;
}

/** A smooth field of -1 to 1 over the unit square. */
function cloud(die: Die, columns: number, rows: number): (x: number, y: number) => number {
  const values = Float64Array.from({ length: columns * rows }, () => 2 * roll(die) - 1);
  return (x, y) => sample(values, columns, rows, x * (columns - 1), y * (rows - 1));
}
