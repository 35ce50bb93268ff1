/** Scratches and creases: bent thin lines across a finger where nothing touches. Pure. */
import type { Random } from './random.ts';

interface ScratchGiven {
  readonly width: number;
  readonly height: number;
  /** Pixels at 500 dpi in one of the picture's. */
  readonly scale: number;
  readonly count: number;
}

/** How much less the finger touches, pixel by pixel: 2 in the middle of a scratch. */
export function scratched(random: Random, { width, height, scale, count }: ScratchGiven): Float32Array {
  const lines = new Float32Array(width * height);
  for (let n = 0; n < count; n++) {
    let x = random.between(0.15, 0.85) * width;
    let y = random.between(0.15, 0.85) * height;
    let way = random.between(0, 2 * Math.PI);
    const bend = random.between(-0.004, 0.004) * scale;
    const half = random.between(0.8, 1.8) / scale;
    const length = random.between(60, 220) / scale;
    for (let step = 0; step < length; step++) {
      stamp(lines, { width, height, x, y, half });
      x += Math.cos(way);
      y += Math.sin(way);
      way += bend;
    }
  }
  return lines;
}

interface Stamp {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

function stamp(lines: Float32Array, { width, height, x, y, half }: Stamp): void {
  const reach = half + 1;
  for (let row = Math.max(0, Math.ceil(y - reach)); row <= Math.min(height - 1, y + reach); row++)
    for (let column = Math.max(0, Math.ceil(x - reach)); column <= Math.min(width - 1, x + reach); column++) {
      const inside = Math.min(1, reach - Math.hypot(column - x, row - y));
      const n = row * width + column;
      if (inside > 0) lines[n] = Math.max(lines[n]!, 2 * inside);
    }
}
