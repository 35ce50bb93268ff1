/**
 * An impression of a synthetic finger, as a sensor gives it, and where its minutiae lie in it.
 * Always holds: the same finger and the same seed give the same picture.
 */
import type { GreyImage } from '../extract/image.ts';
import type { SyntheticFinger } from './draw.ts';
import { depthIn, type Outline } from './outline.ts';
import { noiseOver, randomOf, type Noise, type Random } from './random.ts';
import { scratched } from './scratch.ts';
import { drawPull, onFinger, onMaster, placed, type Lying, type Point } from './skin.ts';
import type { TrueMinutia } from './truth.ts';

export interface PressGiven {
  readonly seed: number;
  /** Degrees, counter-clockwise. */
  readonly turn?: number;
  /** To the right and down, pixels at 500 dpi. */
  readonly shift?: readonly [number, number];
  /** -1 dry, faint and full of gaps; 0 as it should be; 1 wet, ridges run together. */
  readonly pressure?: number;
  /** How far the skin is pulled: 0 not at all, 1 as far as it goes. */
  readonly distortion?: number;
  /** 0 none, 1 as much as a bad sensor and a worn finger have. */
  readonly noise?: number;
  readonly scratches?: number;
  /** Share of the finger that touches: 0 to 1. */
  readonly part?: number;
  /** 300 to 1000. */
  readonly dpi?: number;
  /** Ridges light on dark. */
  readonly inverted?: boolean;
  /** Of the sensor, pixels at 500 dpi. */
  readonly width?: number;
  readonly height?: number;
}

/** Pixels at 500 dpi from the top left, whatever the picture's resolution: as the extractor tells its own. */
export interface PressedMinutia extends TrueMinutia {
  /** How far inside the edge of what touched, and of the picture. */
  readonly depth: number;
}

export interface Impression {
  readonly image: GreyImage;
  /** Those inside the edge. */
  readonly minutiae: readonly PressedMinutia[];
}

const STANDARD = 500;
const [WIDTH, HEIGHT] = [360, 440];

/** What a stream of numbers is for. */
const LYING = 11;
const INK = 12;
const SENSOR = 13;
const SKIN = 14;

export function pressFinger(finger: SyntheticFinger, given: PressGiven): Impression {
  const { seed, dpi = STANDARD, width = WIDTH, height = HEIGHT, inverted = false } = given;
  const random = randomOf(seed, LYING);
  const [right, down] = given.shift ?? [0, 0];
  const lying: Lying = {
    x: width / 2 + right,
    // The middle of a pad is nearer to its tip.
    y: height / 2 + finger.outline.y - finger.height / 2 + down,
    turn: ((given.turn ?? 0) * Math.PI) / 180,
    pull: drawPull(random, given.distortion ?? 0),
  };
  const touching = touchOf(random, finger.outline, given.part ?? 1);
  const ink = inkOf(finger, given, { lying, touching, dpi, width, height });
  const image = sensed(ink, { random: randomOf(seed, SENSOR), noise: given.noise ?? 0, dpi, inverted });
  const minutiae = finger.minutiae
    .map((minutia) => placed(lying, finger.outline, minutia))
    .map((minutia) => ({ ...minutia, depth: depthOf(minutia, { lying, touching, width, height }) }))
    .filter(({ depth }) => depth > 0);
  return { image, minutiae };
}

/** What touches, around the middle of the finger; of a part the same shape, smaller, somewhere inside. */
function touchOf(random: Random, { aside, above, below }: Outline, part: number): Outline {
  const size = Math.sqrt(part);
  const way = random.between(0, 2 * Math.PI);
  const far = 0.8 * (1 - size);
  return {
    x: far * aside * Math.cos(way),
    y: far * (Math.sin(way) < 0 ? above : below) * Math.sin(way),
    aside: size * aside,
    above: size * above,
    below: size * below,
  };
}

interface Bed {
  readonly lying: Lying;
  readonly touching: Outline;
  readonly width: number;
  readonly height: number;
}

function depthOf({ x, y }: TrueMinutia, { lying, touching, width, height }: Bed): number {
  const at: Point = { x: 0, y: 0 };
  onFinger(lying, x, y, at);
  return Math.min(depthIn(touching, at.x, at.y), x, y, width - 1 - x, height - 1 - y);
}

interface Ink {
  readonly width: number;
  readonly height: number;
  /** 0 nothing touches, 1 a ridge does. */
  readonly values: Float32Array;
  /** 0 where nothing of the finger is near, 1 where the skin is. */
  readonly near: Float32Array;
}

/** Pixels over which the touch of a finger fades. */
const EDGE = 14;

function inkOf(finger: SyntheticFinger, given: PressGiven, bed: Bed & { readonly dpi: number }): Ink {
  const { lying, touching, dpi } = bed;
  const { pressure = 0, noise = 0, scratches = 0 } = given;
  const random = randomOf(given.seed, INK);
  const over = (spacing: number): Noise => noiseOver(random, bed, spacing);
  const [fine, rough, edge] = [over(2.6), over(26), over(11)];
  const scale = STANDARD / dpi;
  const [width, height] = [Math.round(bed.width / scale), Math.round(bed.height / scale)];
  const lines = scratched(randomOf(given.seed, SKIN), { width, height, scale, count: scratches });
  const [dry, wet] = [Math.max(0, -pressure), Math.max(0, pressure)];
  // A coarse sensor sees no hard edge.
  const sharp = 1.3 * Math.min(1, dpi / STANDARD);
  const values = new Float32Array(width * height);
  const near = new Float32Array(width * height);
  const at: Point = { x: 0, y: 0 };
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const x = (column + 0.5) * scale - 0.5;
      const y = (row + 0.5) * scale - 0.5;
      onFinger(lying, x, y, at);
      const depth = depthIn(touching, at.x, at.y) + 7 * noise * edge(x, y);
      if (depth < -EDGE) continue;
      onMaster(lying, finger.outline, at.x, at.y, at);
      const grain = fine(x, y);
      const patch = rough(x, y);
      let touch = ridgeAt(finger, at.x, at.y) - 0.05 + 0.8 * wet - 0.55 * dry;
      touch += noise * (1.5 * grain + 0.7 * patch);
      // A dry ridge touches here and there.
      touch -= dry * Math.max(0, grain + 0.5 * patch) * 1.8;
      touch -= 2.4 * Math.max(0, 1 - (depth + EDGE) / (2 * EDGE)) ** 2;
      const n = row * width + column;
      touch -= lines[n]!;
      values[n] = Math.max(0, Math.min(1, 0.5 + sharp * touch));
      near[n] = Math.min(1, (depth + EDGE) / (2 * EDGE));
    }
  return { width, height, values, near };
}

/** Between the pixels of the master; beyond it there is a valley. */
function ridgeAt({ width, height, ridges }: SyntheticFinger, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return -1;
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [x - column, y - row];
  const at = row * width + column;
  const above = ridges[at]! * (1 - u) + ridges[at + 1]! * u;
  const below = ridges[at + width]! * (1 - u) + ridges[at + width + 1]! * u;
  return above * (1 - v) + below * v;
}

interface SenseGiven {
  readonly random: Random;
  readonly noise: number;
  readonly dpi: number;
  readonly inverted: boolean;
}

/** Greys of glass, skin and ridge. */
const [GLASS, VALLEY, RIDGE] = [208, 176, 44];

/** As greys: light falls unevenly, and the sensor adds its own noise. */
function sensed({ width, height, values, near }: Ink, { random, noise, dpi, inverted }: SenseGiven): GreyImage {
  const light = noiseOver(random, { width, height }, Math.max(width, height) / 2);
  const grain = 1.5 + 6 * noise;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const n = y * width + x;
      const paper = GLASS + (VALLEY - GLASS) * near[n]! + 12 * light(x, y);
      const grey = paper + (RIDGE - paper) * values[n]! + grain * random.bell();
      const seen = Math.max(0, Math.min(255, Math.round(grey)));
      pixels[n] = inverted ? 255 - seen : seen;
    }
  return { width, height, pixels, dpi };
}
