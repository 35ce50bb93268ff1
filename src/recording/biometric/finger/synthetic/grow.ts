/**
 * Ridges that grow: from a few spots, by filtering again and again with a filter that is tuned to the direction and the distance ridges have at
 * each place (Cappelli, Maio, Maltoni, "Synthetic fingerprint-image generation", ICPR 2000). Where what grew from two spots meets, or where ridges spread,
 * minutiae arise by themselves. Pure.
 */
import type { Random } from './random.ts';

/** Doubled direction of the ridges in the picture (y down), and pixels from ridge to ridge. */
export interface Flow {
  readonly width: number;
  readonly height: number;
  readonly cos2: Float32Array;
  readonly sin2: Float32Array;
  readonly period: Float32Array;
}

/** Grown at half the resolution, where a filter has a quarter of the taps for a quarter of the pixels; then settled at the full one. */
const COARSE = 2;
/** After 50 nothing grows any more; later ones only move ridges. */
const STEPS = 60;
/** Beyond 1, so that a faint wave grows; what it may grow to is held at 1. */
const GROWTH = 2;
/** Pixels between one spot and the next, about. */
const SPOTS = 90;

/** 1 on the middle of a ridge, -1 in a valley, about a sine between. */
export function grownRidges(flow: Flow, random: Random): Float32Array {
  const coarse = coarser(flow);
  const filter = tunedFilter(coarse);
  let values = spots(coarse, random);
  for (let step = 0; step < STEPS; step++) values = held(filter(values), GROWTH);
  const fine = tunedFilter(flow);
  const settled = held(fine(finer(values, coarse, flow)), GROWTH);
  return held(fine(settled), 1 / WAVE_OF_HELD);
}

/** The first harmonic of a wave that was held is a little above 1. */
const WAVE_OF_HELD = 1.15;

function spots({ width, height }: Flow, random: Random): Float32Array {
  const values = new Float32Array(width * height);
  const count = Math.max(1, Math.round((width * height * COARSE * COARSE) / SPOTS ** 2));
  for (let n = 0; n < count; n++) {
    const x = Math.floor(random.between(2, width - 2));
    const y = Math.floor(random.between(2, height - 2));
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) values[(y + dy) * width + x + dx] = 1;
  }
  return values;
}

function held(values: Float32Array, gain: number): Float32Array {
  return values.map((value) => Math.max(-1, Math.min(1, gain * value)));
}

function coarser({ width, height, cos2, sin2, period }: Flow): Flow {
  const [columns, rows] = [width / COARSE, height / COARSE];
  const taken = (values: Float32Array, by: number) =>
    Float32Array.from({ length: columns * rows }, (_, n) => {
      const [row, column] = [Math.floor(n / columns), n % columns];
      return values[row * COARSE * width + column * COARSE]! / by;
    });
  return { width: columns, height: rows, cos2: taken(cos2, 1), sin2: taken(sin2, 1), period: taken(period, COARSE) };
}

/** Between the pixels of the coarse picture. */
function finer(values: Float32Array, from: Flow, { width, height }: Flow): Float32Array {
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const fy = Math.max(0, Math.min(from.height - 1.001, (y + 0.5) / COARSE - 0.5));
    const row = Math.floor(fy);
    for (let x = 0; x < width; x++) {
      const fx = Math.max(0, Math.min(from.width - 1.001, (x + 0.5) / COARSE - 0.5));
      const column = Math.floor(fx);
      const at = row * from.width + column;
      const [u, v] = [fx - column, fy - row];
      const above = values[at]! * (1 - u) + values[at + 1]! * u;
      const below = values[at + from.width]! * (1 - u) + values[at + from.width + 1]! * u;
      out[y * width + x] = above * (1 - v) + below * v;
    }
  }
  return out;
}

const DIRECTIONS = 48;
/** Filters differ by so much of a period. */
const PERIOD_STEP = 0.04;
/** In periods: three peaks of the wave stand out of the bell. */
const SPREAD = 0.4;
const REACH = 1.1;
/** What counts for less is left out: a third of the taps. */
const LEAST_WEIGHT = 0.02;

interface Filter {
  readonly offset: Int32Array;
  readonly weight: Float32Array;
}

/** A Gabor filter for each pixel; a wave that fits goes through it as it is, an even grey not at all. */
function tunedFilter(flow: Flow): (values: Float32Array) => Float32Array {
  const { width, height } = flow;
  const longest = flow.period.reduce((most, period) => Math.max(most, period), 0);
  const margin = Math.ceil(REACH * longest * (1 + PERIOD_STEP)) + 1;
  const wide = width + 2 * margin;
  const filters = filtersOf(flow, wide);
  return (values) => {
    const padded = new Float32Array(wide * (height + 2 * margin));
    for (let y = 0; y < height; y++)
      padded.set(values.subarray(y * width, (y + 1) * width), (y + margin) * wide + margin);
    const out = new Float32Array(width * height);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const { offset, weight } = filters[y * width + x]!;
        const at = (y + margin) * wide + margin + x;
        let sum = 0;
        for (let n = 0; n < offset.length; n++) sum += weight[n]! * padded[at + offset[n]!]!;
        out[y * width + x] = sum;
      }
    return out;
  };
}

function filtersOf({ cos2, sin2, period }: Flow, wide: number): readonly Filter[] {
  const known = new Map<number, Filter>();
  return Array.from(period, (own, n) => {
    const turn = Math.atan2(sin2[n]!, cos2[n]!) / (2 * Math.PI);
    const direction = Math.round(turn * DIRECTIONS + DIRECTIONS) % DIRECTIONS;
    const size = Math.round(Math.log(own) / PERIOD_STEP);
    const key = size * DIRECTIONS + direction;
    const filter = known.get(key) ?? filterOf((direction * Math.PI) / DIRECTIONS, Math.exp(size * PERIOD_STEP), wide);
    known.set(key, filter);
    return filter;
  });
}

function filterOf(angle: number, period: number, wide: number): Filter {
  const reach = REACH * period;
  const side = Math.floor(reach);
  const places: { offset: number; bell: number; wave: number }[] = [];
  for (let y = -side; y <= side; y++)
    for (let x = -side; x <= side; x++) {
      if (x * x + y * y > reach * reach) continue;
      const across = -x * Math.sin(angle) + y * Math.cos(angle);
      const bell = Math.exp(-(x * x + y * y) / (2 * (SPREAD * period) ** 2));
      const wave = Math.cos((2 * Math.PI * across) / period);
      if (Math.abs(bell * wave) > LEAST_WEIGHT) places.push({ offset: y * wide + x, bell, wave });
    }
  const mean = sumOf(places, ({ bell, wave }) => bell * wave) / sumOf(places, ({ bell }) => bell);
  const through = sumOf(places, ({ bell, wave }) => bell * (wave - mean) * wave);
  return {
    offset: Int32Array.from(places, ({ offset }) => offset),
    weight: Float32Array.from(places, ({ bell, wave }) => (bell * (wave - mean)) / through),
  };
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((sum, item) => sum + of(item), 0);
