/** A print as numbers: 0 is black, 255 white, rows from the top. */
import { eased, type Noise } from '../../src/recording/biometric/finger/synthetic/random.ts';

export interface Picture extends Size {
  readonly dpi: number;
  readonly greys: Float32Array;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

type Place = readonly [x: number, y: number];

/** Each pixel anew from what it was and where it lies. */
export function eachPixel(
  picture: Picture,
  change: (grey: number, x: number, y: number, at: number) => number,
): Picture {
  const { width } = picture;
  return { ...picture, greys: picture.greys.map((grey, at) => change(grey, at % width, Math.floor(at / width), at)) };
}

/** Nearer to the ground, by a share of the way. */
export function faded(picture: Picture, part: (x: number, y: number, at: number) => number): Picture {
  const ground = groundOf(picture);
  return eachPixel(picture, (grey, x, y, at) => grey + (ground[at]! - grey) * part(x, y, at));
}

/** A picture whose pixels are taken from elsewhere in `picture`, between four of its pixels; where that is outside, light as its rim there. */
export function taken(picture: Picture, from: (x: number, y: number) => Place, size: Size = picture): Picture {
  const { width, height } = size;
  const greys = new Float32Array(width * height);
  const ground = groundOf(picture);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) greys[y * width + x] = greyAt(picture, from(x, y), ground);
  return { ...picture, width, height, greys };
}

function greyAt({ width, height, greys }: Picture, [x, y]: Place, ground: Float32Array): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = (column: number, row: number) => {
    const [inX, inY] = [Math.max(0, Math.min(width - 1, column)), Math.max(0, Math.min(height - 1, row))];
    return (inX === column && inY === row ? greys : ground)[inY * width + inX]!;
  };
  const [u, v] = [x - left, y - top];
  const above = at(left, top) * (1 - u) + at(left + 1, top) * u;
  return above * (1 - v) + (at(left, top + 1) * (1 - u) + at(left + 1, top + 1) * u) * v;
}

const BLOCK = 24;
/** Of a block's pixels this share is darker than what lies between its ridges. */
const LIGHT = 0.9;

/** What each pixel would be where no ridge touches: the light greys of its neighbourhood, and between the middles of blocks what lies between theirs. */
export function groundOf({ width, height, greys }: Picture): Float32Array {
  const [columns, rows] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const light = Array.from({ length: columns * rows }, (_, block) => {
    const [left, top] = [(block % columns) * BLOCK, Math.floor(block / columns) * BLOCK];
    const rowsOfIt = Array.from({ length: Math.min(BLOCK, height - top) }, (__, row) => {
      const at = (top + row) * width;
      return [...greys.subarray(at + left, at + Math.min(width, left + BLOCK))];
    });
    const all = Float32Array.from(rowsOfIt.flat()).sort();
    return all[Math.floor(all.length * LIGHT)]!;
  });
  const blockAt = (column: number, row: number) =>
    light[Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column))]!;
  return greys.map((_, at) => {
    const [x, y] = [(at % width) / BLOCK - 0.5, Math.floor(at / width) / BLOCK - 0.5];
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [x - left, y - top];
    const above = blockAt(left, top) * (1 - u) + blockAt(left + 1, top) * u;
    return above * (1 - v) + (blockAt(left, top + 1) * (1 - u) + blockAt(left + 1, top + 1) * u) * v;
  });
}

/** Gaussian, along rows and then along columns; `sigma` in pixels. */
export function blurred(picture: Picture, sigma: number): Picture {
  const reach = Math.ceil(3 * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, n) => Math.exp(-((n - reach) ** 2) / (2 * sigma * sigma)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const pass = (from: Float32Array, stepX: number, stepY: number) =>
    from.map((_, at) => {
      const [x, y] = [at % picture.width, Math.floor(at / picture.width)];
      let sum = 0;
      for (let n = -reach; n <= reach; n++) {
        const column = Math.max(0, Math.min(picture.width - 1, x + n * stepX));
        const row = Math.max(0, Math.min(picture.height - 1, y + n * stepY));
        sum += weights[n + reach]! * from[row * picture.width + column]!;
      }
      return sum / whole;
    });
  return { ...picture, greys: pass(pass(picture.greys, 1, 0), 0, 1) };
}

/** The darkest of each pixel's neighbours: ridges grow. */
export function darkest({ width, height, ...picture }: Picture): Picture {
  const greys = picture.greys.map((_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    let least = 255;
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++)
        least = Math.min(least, picture.greys[row * width + column]!);
    return least;
  });
  return { ...picture, width, height, greys };
}

/** 0 where the noise is at most `from`, 1 from `to` on. */
export const share = (noise: Noise, x: number, y: number, from: number, to: number): number =>
  eased((noise(x, y) - from) / (to - from));
