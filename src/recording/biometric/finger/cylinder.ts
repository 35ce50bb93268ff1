/**
 * Binary minutia cylinder codes (Cappelli, Ferrara, Maltoni, "Minutia Cylinder-Code", IEEE TPAMI 32 (2010), bit variant): around
 * each minutia a cylinder of 52 cells by 6 directions says where neighbours lie and how they are turned, relative to the
 * minutia itself, so that it does not change when the finger is moved or turned.
 * Always holds: the same record gives the same code; at most 60 cylinders a finger; nothing here needs a finger's picture.
 */
import { writeCylinders } from '../kernel/cylinder.ts';
import type { Minutia } from '../schema.ts';
import { hullOf, type Point } from './cylinder/hull.ts';

/** A finger made ready to compare: `STRIDE` words a cylinder, sorted by direction. */
export interface FingerCode {
  readonly count: number;
  readonly words: Int32Array;
}

/** The words of one cylinder. */
export const STRIDE = 22;
/** 312 bits: direction by direction 52 cells, those outside the finger's area zero. */
export const BIT_WORDS = 10;
/** How many of a cell's six bits are set, as three planes of 52 bits: what is left of the bits under another's mask is counted from here. */
export const PLANES = 10;
/** Which of the 52 cells lie in the finger's area. */
export const MASK = 16;
export const SET_BITS = 18;
/** Pixels at 500 dpi, y upwards, and the direction in 256ths of a turn. */
export const X = 19;
export const Y = 20;
export const ANGLE = 21;

export const CELLS = 52;
const MOST_CYLINDERS = 60;
/** 500 pixels per inch. */
const PIXELS_PER_CM = 197;

export interface CodedFrom {
  readonly xPixelsPerCm: number;
  readonly yPixelsPerCm: number;
  readonly minutiae: readonly Minutia[];
}

/** The code of a finger; `count` is 0 where no minutia has enough neighbours. */
export function fingerCode(record: CodedFrom): FingerCode {
  const points = pointsOf(record);
  const words = writeCylinders(points, hullOf(points));
  return { count: words.length / STRIDE, words };
}

function pointsOf(record: CodedFrom): Point[] {
  return chosen(record.minutiae)
    .map((minutia) => pointOf(minutia, record))
    .toSorted((a, b) => a.angle - b.angle || a.x - b.x || a.y - b.y);
}

/** Where a cylinder has its minutia. Records have y downwards; here it points up, as the counter-clockwise angles want it. */
export function pointOf({ x, y, angle }: Minutia, { xPixelsPerCm, yPixelsPerCm }: CodedFrom): Point {
  return {
    x: Math.round((x * PIXELS_PER_CM) / xPixelsPerCm),
    y: -Math.round((y * PIXELS_PER_CM) / yPixelsPerCm),
    angle,
  };
}

/** The best by quality, then those nearest to the middle. */
function chosen(minutiae: readonly Minutia[]): readonly Minutia[] {
  if (minutiae.length <= MOST_CYLINDERS) return minutiae;
  const mx = minutiae.reduce((sum, { x }) => sum + x, 0) / minutiae.length;
  const my = minutiae.reduce((sum, { y }) => sum + y, 0) / minutiae.length;
  const away = ({ x, y }: Minutia) => (x - mx) ** 2 + (y - my) ** 2;
  const better = (a: Minutia, b: Minutia) => b.quality - a.quality || away(a) - away(b) || a.x - b.x || a.y - b.y;
  return minutiae.toSorted(better).slice(0, MOST_CYLINDERS);
}
