/**
 * From subbands back to a picture (IAFIS-IC-0110(V3)): symmetric filters of odd or even length, lines extended by mirroring
 * (Brislawn 1996, Classification of nonexpansive symmetric extension transforms: whole-sample for odd, half-sample for even). Pure.
 * What a line becomes is worked out once for each length, as the samples and weights of every pixel, mirrored ones folded in.
 */
import type { Area, Split } from './bands.ts';

/** The right halves of the two filters that split the picture, the middle first. Both are odd or both even. */
export interface Filters {
  readonly odd: boolean;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** Of each pixel of a line `count` samples and their weights. */
interface Taps {
  readonly count: number;
  readonly samples: Int32Array;
  readonly weights: Float64Array;
  /** Pairs of pixels from here to there see no end of the line. */
  readonly innerFrom: number;
  readonly innerEnd: number;
}

interface Line {
  readonly length: number;
  readonly turned: boolean;
}

interface Plane {
  readonly values: Float32Array;
  readonly width: number;
}

/** Puts the picture together in place, from the smallest parts up. Parts that hold nothing are left out. */
export function joinBands(
  plane: Plane,
  splits: readonly Split[],
  given: { filters: Filters; filled: Set<number> },
): void {
  const between = new Float32Array(plane.values.length);
  const tapsOf = remembered(given.filters);
  for (const split of splits.toReversed()) {
    if (!split.bands.some((band) => given.filled.has(band))) continue;
    joinColumns(plane, split, { between, taps: tapsOf({ length: split.height, turned: split.turnedY }) });
    joinRows(plane, split, { between, taps: tapsOf({ length: split.width, turned: split.turnedX }) });
  }
}

/** Row by row, as whole rows times a weight: columns of a plane lie far apart. */
function joinColumns(
  { values, width }: Plane,
  area: Area,
  { between, taps }: { between: Float32Array; taps: Taps },
): void {
  const { count, samples, weights } = taps;
  for (let y = 0; y < area.height; y++) {
    const to = y * area.width;
    between.fill(0, to, to + area.width);
    for (let n = y * count; n < (y + 1) * count; n += 3) {
      const [weightA, weightB, weightC] = [weights[n]!, weights[n + 1]!, weights[n + 2]!];
      const fromA = (area.y + samples[n]!) * width + area.x;
      const fromB = (area.y + samples[n + 1]!) * width + area.x;
      const fromC = (area.y + samples[n + 2]!) * width + area.x;
      for (let x = 0; x < area.width; x++)
        between[to + x]! += weightA * values[fromA + x]! + weightB * values[fromB + x]! + weightC * values[fromC + x]!;
    }
  }
}

function joinRows(plane: Plane, area: Area, { between, taps }: { between: Float32Array; taps: Taps }): void {
  const { innerFrom, innerEnd } = taps;
  for (let y = 0; y < area.height; y++) {
    const from = y * area.width;
    const to = (area.y + y) * plane.width + area.x;
    joinEdge(plane.values.subarray(to, to + innerFrom), 0, { between, from, taps });
    joinEdge(plane.values.subarray(to + innerEnd, to + area.width), innerEnd, { between, from, taps });
    for (const pixel of [innerFrom, innerFrom + 1]) joinEverySecond(plane.values, to, { between, from, taps, pixel });
  }
}

/** Pixels near an end of the line, each with its own taps. */
function joinEdge(
  pixels: Float32Array,
  first: number,
  { between, from, taps }: { between: Float32Array; from: number; taps: Taps },
): void {
  const { count, samples, weights } = taps;
  for (let x = 0; x < pixels.length; x++) {
    let sum = 0;
    for (let n = (first + x) * count; n < (first + x + 1) * count; n++)
      sum += weights[n]! * between[from + samples[n]!]!;
    pixels[x] = sum;
  }
}

/** Far from the ends two pixels on everything is the same, one sample on: weights stay where they are. */
function joinEverySecond(
  values: Float32Array,
  to: number,
  { between, from, taps, pixel }: { between: Float32Array; from: number; taps: Taps; pixel: number },
): void {
  const { count, samples, weights, innerEnd } = taps;
  const pairs = (innerEnd - taps.innerFrom) >> 1;
  for (let n = pixel * count; n < (pixel + 1) * count; n += 3) {
    const [weightA, weightB, weightC] = [weights[n]!, weights[n + 1]!, weights[n + 2]!];
    const fromA = from + samples[n]!;
    const fromB = from + samples[n + 1]!;
    const fromC = from + samples[n + 2]!;
    // The first three replace what stood there.
    const keep = n === pixel * count ? 0 : 1;
    for (let k = 0, at = to + pixel; k < pairs; k++, at += 2)
      values[at] =
        keep * values[at]! +
        weightA * between[fromA + k]! +
        weightB * between[fromB + k]! +
        weightC * between[fromC + k]!;
  }
}

function remembered(filters: Filters): (line: Line) => Taps {
  const known = new Map<string, Taps>();
  return (line) => {
    const key = `${line.length} ${line.turned}`;
    const taps = known.get(key) ?? tapsFor(line, filters);
    known.set(key, taps);
    return taps;
  };
}

function tapsFor(line: Line, filters: Filters): Taps {
  // Every second place of each filter falls on a sample. Whole threes: they are summed three at a time, which is fastest.
  const count = Math.ceil((filters.low.length + filters.high.length) / 3) * 3;
  const samples = new Int32Array(line.length * count);
  const weights = new Float64Array(line.length * count);
  for (let pixel = 0; pixel < line.length; pixel++) {
    let n = pixel * count;
    for (const { sample, weight } of [...lowTaps(pixel, line, filters), ...highTaps(pixel, line, filters)]) {
      samples[n] = sample;
      weights[n] = weight;
      n += 1;
    }
  }
  // Even, and farther than any filter reaches.
  const reach = (Math.max(filters.low.length, filters.high.length) + 2) & ~1;
  const innerFrom = Math.min(line.length, reach);
  const pairs = Math.max(0, (line.length - reach - innerFrom) >> 1);
  return { count, samples, weights, innerFrom, innerEnd: innerFrom + pairs * 2 };
}

interface Tap {
  readonly sample: number;
  readonly weight: number;
}

/**
 * The low samples that reach a pixel. Sample k of an odd filter stands at pixel 2k, of an even one between 2k and 2k + 1. The
 * filter that joins is the other one that split, every second value with its sign changed.
 */
function lowTaps(pixel: number, { length, turned }: Line, { odd, high }: Filters): Tap[] {
  const taps: Tap[] = [];
  const first = turned ? length >> 1 : 0;
  for (const { k, distance } of reached(pixel, { odd, places: high.length, shift: 0 })) {
    const sign = (odd ? distance : distance + 1) % 2 === 0 ? 1 : -1;
    const { place } = odd ? wholeFold(2 * k, length) : halfFold(2 * k, length);
    taps.push({ sample: first + place / 2, weight: sign * high[distance]! });
  }
  return taps;
}

/** The high samples: at pixel 2k + 1 for an odd filter; for an even one as the low ones, but a mirror changes their sign. */
function highTaps(pixel: number, { length, turned }: Line, { odd, low }: Filters): Tap[] {
  const taps: Tap[] = [];
  const highs = length >> 1;
  if (highs === 0) return taps;
  const first = turned ? 0 : length - highs;
  for (const { k, distance, left } of reached(pixel, { odd, places: low.length, shift: odd ? 1 : 0 })) {
    const sign = distance % 2 === 0 ? 1 : -1;
    if (odd) {
      taps.push({ sample: first + (wholeFold(2 * k + 1, length).place - 1) / 2, weight: sign * low[distance]! });
      continue;
    }
    const { place, mirrored } = halfFold(2 * k, length);
    // On the mirror itself an odd function is nothing, and no sample is kept for it.
    if (place / 2 >= highs) continue;
    taps.push({ sample: first + place / 2, weight: (left !== mirrored ? -sign : sign) * low[distance]! });
  }
  return taps;
}

/** The samples whose filter of so many places (each side, the middle among them) covers a pixel. */
function reached(pixel: number, { odd, places, shift }: { odd: boolean; places: number; shift: number }) {
  const found: { k: number; distance: number; left: boolean }[] = [];
  const reach = odd ? places - 1 : places;
  for (let k = Math.ceil((pixel - shift - reach) / 2); 2 * k <= pixel - shift + reach; k++) {
    const from = pixel - shift - 2 * k;
    // Even: the sample stands half a pixel on, so pixels 2k and 2k + 1 are nearest, left and right.
    const left = odd ? from < 0 : from <= 0;
    const distance = odd ? Math.abs(from) : left ? -from : from - 1;
    if (distance < places) found.push({ k, distance, left });
  }
  return found;
}

/** Mirrored about the first and last pixel, as often as it takes. */
function wholeFold(place: number, length: number): { place: number } {
  const period = 2 * (length - 1);
  if (period === 0) return { place: 0 };
  const within = ((place % period) + period) % period;
  return { place: Math.min(within, period - within) };
}

/** Mirrored about the outer edges of the first and last pixel; `place` stands for the middle between it and the next. */
function halfFold(place: number, length: number): { place: number; mirrored: boolean } {
  const period = 2 * length;
  const within = ((place % period) + period) % period;
  return within > length - 1 ? { place: period - 2 - within, mirrored: true } : { place: within, mirrored: false };
}
