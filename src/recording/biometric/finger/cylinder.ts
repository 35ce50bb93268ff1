/**
 * Binary minutia cylinder codes (Cappelli, Ferrara, Maltoni, "Minutia Cylinder-Code", IEEE TPAMI 32 (2010), bit variant): around
 * each minutia a cylinder of 52 cells by 6 directions says where neighbours lie and how they are turned, relative to the
 * minutia itself, so that it does not change when the finger is moved or turned.
 * Always holds: the same record gives the same code; at most 60 cylinders a finger; nothing here needs a finger's picture.
 */
import type { Minutia } from '../schema.ts';

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
const RADIUS = 70;
const CELL = (2 * RADIUS) / 8;
const DIRECTIONS = 6;
const SPREAD = 28 / 3;
const REACH = 3 * SPREAD;
const TURN_SPREAD = (2 * Math.PI) / 9;
/** The paper has 0.01; half of it lost nothing on two public sets and found a little more on both. */
const THRESHOLD = 0.005;
/** How far the finger is taken to reach beyond its outermost minutiae. */
const MARGIN = 50;
const FEWEST_CELLS = 42;
const FEWEST_NEIGHBOURS = 2;
/** 500 pixels per inch. */
export const PIXELS_PER_CM = 197;

const CELL_PLACES = cellPlaces();
const CELL_AT = cellNumbers();
const TURN_WEIGHTS = turnWeights();

export interface CodedFrom {
  readonly xPixelsPerCm: number;
  readonly yPixelsPerCm: number;
  readonly minutiae: readonly Minutia[];
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** The code of a finger; `count` is 0 where no minutia has enough neighbours. */
export function fingerCode(record: CodedFrom): FingerCode {
  const points = pointsOf(record);
  const hull = convexHull(points);
  const words = new Int32Array(points.length * STRIDE);
  let count = 0;
  for (const point of points.toSorted((a, b) => a.angle - b.angle || a.x - b.x || a.y - b.y)) {
    if (writeCylinder(words, count * STRIDE, { point, points, hull })) count++;
  }
  return { count, words: words.slice(0, count * STRIDE) };
}

/** Records have y downwards; here it points up, as the counter-clockwise angles want it. */
function pointsOf({ xPixelsPerCm, yPixelsPerCm, minutiae }: CodedFrom): Point[] {
  const points = chosen(minutiae).map(({ x, y, angle }) => ({
    x: Math.round((x * PIXELS_PER_CM) / xPixelsPerCm),
    y: -Math.round((y * PIXELS_PER_CM) / yPixelsPerCm),
    angle,
  }));
  return points;
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

interface Around {
  readonly point: Point;
  readonly points: readonly Point[];
  readonly hull: readonly Point[];
}

/** Writes the cylinder of `point` at `base`; false where too little of it lies in the finger, too few neighbours do, or
 * these touch no cell at all: an empty cylinder is like nothing, not even itself. */
function writeCylinder(words: Int32Array, base: number, around: Around): boolean {
  const { point, points } = around;
  const neighbours = points.filter((each) => each !== point && near(each, point, RADIUS + REACH));
  if (neighbours.length < FEWEST_NEIGHBOURS) return false;
  words.fill(0, base, base + STRIDE);
  const turn = (point.angle * Math.PI) / 128;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const sums = new Float64Array(CELLS * DIRECTIONS);
  for (const neighbour of neighbours) {
    const dx = neighbour.x - point.x;
    const dy = neighbour.y - point.y;
    // As the minutia sees it, its own direction to the right. With y upwards this is the way to turn: the other, which
    // the paper's image axes suggest, doubles the turn instead of undoing it.
    addTo(sums, cos * dx + sin * dy, cos * dy - sin * dx, (point.angle - neighbour.angle) & 255);
  }
  const valid = setCells(words, base, sums, cellsWithin(around, cos, sin));
  words[base + X] = point.x;
  words[base + Y] = point.y;
  words[base + ANGLE] = point.angle;
  return valid >= FEWEST_CELLS && words[base + SET_BITS]! > 0;
}

/** What a neighbour at this place, turned by so much, adds to the cells around it. */
function addTo(sums: Float64Array, x: number, y: number, turned: number): void {
  const first = (at: number) => Math.max(0, Math.ceil((at - REACH) / CELL + 3.5));
  const last = (at: number) => Math.min(7, Math.floor((at + REACH) / CELL + 3.5));
  for (let i = first(x); i <= last(x); i++) {
    for (let j = first(y); j <= last(y); j++) {
      const cell = CELL_AT[8 * i + j]!;
      if (cell < 0) continue;
      const squared = (x - (i - 3.5) * CELL) ** 2 + (y - (j - 3.5) * CELL) ** 2;
      if (squared > REACH * REACH) continue;
      const weight = Math.exp(-squared / (2 * SPREAD * SPREAD)) / (SPREAD * Math.sqrt(2 * Math.PI));
      for (let k = 0; k < DIRECTIONS; k++) {
        sums[cell * DIRECTIONS + k]! += weight * TURN_WEIGHTS[turned * DIRECTIONS + k]!;
      }
    }
  }
}

/** Sets mask and bits of the cells that lie in the finger; gives how many do. */
function setCells(words: Int32Array, base: number, sums: Float64Array, within: (cell: number) => boolean): number {
  let valid = 0;
  for (let cell = 0; cell < CELLS; cell++) {
    if (!within(cell)) continue;
    valid++;
    words[base + MASK + (cell >> 5)]! |= 1 << (cell & 31);
    let directions = 0;
    for (let k = 0; k < DIRECTIONS; k++) if (sums[cell * DIRECTIONS + k]! > THRESHOLD) directions |= 1 << k;
    setBits(words, base, cell, directions);
  }
  return valid;
}

/** Which cells of a minutia lie in the finger; all of them where the minutia lies deep enough in it. */
function cellsWithin({ point, hull }: Around, cos: number, sin: number): (cell: number) => boolean {
  if (isDeep(point, hull)) return () => true;
  return (cell) => {
    const { x, y } = CELL_PLACES[cell]!;
    return withinFinger({ x: point.x + cos * x - sin * y, y: point.y + sin * x + cos * y }, hull);
  };
}

function setBits(words: Int32Array, base: number, cell: number, directions: number): void {
  let set = 0;
  for (let k = 0; k < DIRECTIONS; k++) {
    if (!(directions & (1 << k))) continue;
    const bit = k * CELLS + cell;
    words[base + (bit >> 5)]! |= 1 << (bit & 31);
    set++;
  }
  for (let plane = 0; plane < 3; plane++) {
    if (set & (1 << plane)) words[base + PLANES + 2 * plane + (cell >> 5)]! |= 1 << (cell & 31);
  }
  words[base + SET_BITS]! += set;
}

function near(a: Point, b: Point, distance: number): boolean {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 <= distance * distance;
}

function isDeep(point: Point, hull: readonly Point[]): boolean {
  return (
    hull.length > 2 &&
    hull.every((a, n) => {
      const b = hull[(n + 1) % hull.length]!;
      const across = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
      return across >= (RADIUS - MARGIN) * Math.hypot(b.x - a.x, b.y - a.y);
    })
  );
}

/** Inside the hull of all minutiae, or at most `MARGIN` outside. */
function withinFinger(at: { x: number; y: number }, hull: readonly Point[]): boolean {
  let inside = hull.length > 2;
  for (let n = 0; n < hull.length; n++) {
    const a = hull[n]!;
    const b = hull[(n + 1) % hull.length]!;
    const ex = b.x - a.x;
    const ey = b.y - a.y;
    const px = at.x - a.x;
    const py = at.y - a.y;
    if (ex * py - ey * px >= 0) continue;
    inside = false;
    const along = Math.max(0, Math.min(1, (px * ex + py * ey) / (ex * ex + ey * ey || 1)));
    if ((px - along * ex) ** 2 + (py - along * ey) ** 2 <= MARGIN * MARGIN) return true;
  }
  return inside || (hull.length < 3 && hull.some((each) => (each.x - at.x) ** 2 + (each.y - at.y) ** 2 <= MARGIN ** 2));
}

/** Andrew's monotone chain, counter-clockwise. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const half = (from: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of from) {
      while (chain.length > 1 && turnsRight(chain.at(-2)!, chain.at(-1)!, point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turnsRight(a: Point, b: Point, c: Point): boolean {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) <= 0;
}

function cellPlaces(): readonly { x: number; y: number }[] {
  const places = Array.from({ length: 64 }, (_, n) => ({ x: ((n >> 3) - 3.5) * CELL, y: ((n & 7) - 3.5) * CELL }));
  return places.filter(({ x, y }) => Math.hypot(x, y) <= RADIUS);
}

/** The number of the cell at each of the grid's 64 places, or -1 in its corners. */
function cellNumbers(): Int8Array {
  const numbers = new Int8Array(64).fill(-1);
  CELL_PLACES.forEach(({ x, y }, cell) => (numbers[8 * (x / CELL + 3.5) + (y / CELL + 3.5)] = cell));
  return numbers;
}

/** For each difference of two directions the share of a bell curve that falls into each of the six directions. */
function turnWeights(): Float64Array {
  const weights = new Float64Array(256 * DIRECTIONS);
  const half = Math.PI / DIRECTIONS;
  for (let turned = 0; turned < 256; turned++) {
    for (let k = 0; k < DIRECTIONS; k++) {
      const middle = -Math.PI + (2 * k + 1) * half;
      const off = wrapped(middle - (turned * Math.PI) / 128);
      weights[turned * DIRECTIONS + k] = bellUpTo(off + half) - bellUpTo(off - half);
    }
  }
  return weights;
}

function wrapped(angle: number): number {
  const turn = 2 * Math.PI;
  return angle - turn * Math.round(angle / turn);
}

/** The normal distribution with `TURN_SPREAD` up to `angle` (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function bellUpTo(angle: number): number {
  const z = Math.abs(angle) / TURN_SPREAD;
  const t = 1 / (1 + 0.2316419 * z);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return angle >= 0 ? 1 - upper : upper;
}
