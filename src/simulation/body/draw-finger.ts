/**
 * A picture of an impression, drawn so that its ridges run as the finger's flow says and end or fork at the impression's
 * minutiae: a phase image (Larkin and Fletcher 2007) whose phase is the least-squares answer to "so steep, in this direction",
 * with one dislocation at each minutia. Which way is up is only known up to a sign, so neighbours are joined with one
 * (Knöppel and others 2015).
 */
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
  return { width, height, pixels: inked(grid, phase, width, height, impression.press.wear, die) };
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
function inked(grid: Grid, phase: Float64Array, width: number, height: number, wear: number, die: Die): Uint8Array {
  const ridges = alongRidges(grid, phase);
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
function alongRidges({ width, height, direction, touch }: Grid, phase: Float64Array): Float64Array {
  const wave = phase.map((value) => Math.cos(value));
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
