/** Numbers that look drawn and are the same for the same seed, in every process (SplitMix: Steele, Lea, Flood 2014, at 32 bits). Pure. */

export interface Random {
  /** 0 <= x < 1. */
  readonly next: () => number;
  readonly between: (low: number, high: number) => number;
  /** Normally distributed, around 0 with a spread of 1 (Box, Muller 1958). */
  readonly bell: () => number;
}

/** A stream of its own for each purpose, so that a new draw of one moves no draw of another. */
export function randomOf(seed: number, purpose: number): Random {
  let state = mixed(mixed(seed | 0) ^ Math.imul(purpose + 1, 0x9e3779b1));
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return (mixed(state) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    bell: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

function mixed(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** Smooth values of -1 to 1 that change over `spacing` pixels; asked outside of the frame they go on as at its edge. */
export type Noise = (x: number, y: number) => number;

export function noiseOver(random: Random, { width, height }: Frame, spacing: number): Noise {
  const columns = Math.ceil(width / spacing) + 2;
  const rows = Math.ceil(height / spacing) + 2;
  const knots = Float32Array.from({ length: columns * rows }, () => random.between(-1, 1));
  return (x, y) => {
    const fx = Math.max(0, Math.min(columns - 1.001, x / spacing));
    const fy = Math.max(0, Math.min(rows - 1.001, y / spacing));
    const [column, row] = [Math.floor(fx), Math.floor(fy)];
    const u = eased(fx - column);
    const v = eased(fy - row);
    const at = row * columns + column;
    const above = knots[at]! + u * (knots[at + 1]! - knots[at]!);
    const below = knots[at + columns]! + u * (knots[at + columns + 1]! - knots[at + columns]!);
    return above + v * (below - above);
  };
}

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** From 0 to 1 without a corner at either end. */
export const eased = (part: number): number => {
  const held = Math.max(0, Math.min(1, part));
  return held * held * (3 - 2 * held);
};
