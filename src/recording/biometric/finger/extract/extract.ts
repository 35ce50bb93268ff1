/**
 * From a picture of a finger to its minutiae.
 * Always holds: the same picture gives the same minutiae; nothing is kept between two pictures.
 */
import { ridgeBand } from './band.ts';
import { enhancer } from './enhance.ts';
import { covers, fieldOf, normalised, redirected, type Field } from './field.ts';
import { atWorkingResolution, type GreyImage, type Plane } from './image.ts';
import { clean } from './clean.ts';
import { minutiaeOf, type FoundMinutia } from './minutiae.ts';
import { partCrossings } from './part.ts';
import { isFinger, qualityOf } from './judge.ts';
import { isNegative } from './negative.ts';
import { foundIn, periodOf } from './period.ts';
import { readSkeleton, type Node } from './skeleton.ts';
import { thin, type Bits } from './thin.ts';

export interface FingerFound {
  /** At 500 dpi. */
  readonly width: number;
  readonly height: number;
  /** None where there is no finger in the picture. */
  readonly minutiae: readonly FoundMinutia[];
  /** 0 where there is none, to 100. */
  readonly quality: number;
  readonly field: Field;
  /** Pixels from ridge to ridge, the finger's mean. */
  readonly period: number;
}

/** As many as an ISO record of 600 bytes holds: 30 bytes and 6 for each. */
export const MOST_MINUTIAE = 95;

export function extractFinger(given: GreyImage): FingerFound {
  const image = atWorkingResolution(given);
  const { plane, spread } = normalised(image);
  const band = ridgeBand(plane);
  const seen = fieldOf(band, spread);
  const found = foundIn(band, seen);
  const period = periodOf(found);
  const size = { width: image.width, height: image.height, period };
  if (!isFinger(seen, found)) return { ...size, field: seen, minutiae: [], quality: 0 };
  if (isNegative(image, plane, seen)) for (let n = 0; n < plane.values.length; n++) plane.values[n] = -plane.values[n]!;
  // Once ridges are even it is seen better which way they run; a third time says little more.
  const enhanced = enhancer(plane, period);
  const field = redirected(seen, enhanced(seen));
  const even = enhanced(field);
  partCrossings(even);
  const ridges = skeletonOf(even, field, period, 1);
  const valleys = skeletonOf(even, field, period, -1);
  const minutiae = minutiaeOf({ ridges, valleys, even, field, period, most: MOST_MINUTIAE });
  return { ...size, field, minutiae, quality: minutiae.length === 0 ? 0 : qualityOf(field, found, minutiae) };
}

function skeletonOf(plane: Plane, field: Field, period: number, sign: 1 | -1): Node[] {
  const bits = bitsOf(plane, field, sign);
  thin(bits);
  const nodes = readSkeleton(bits);
  clean(nodes, period);
  return nodes;
}

function bitsOf({ width, height, values }: Plane, field: Field, sign: 1 | -1): Bits {
  const set = new Uint8Array((width + 2) * (height + 2));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (sign * values[y * width + x]! > 0 && covers(field, x, y)) set[(y + 1) * (width + 2) + x + 1] = 1;
  return { width: width + 2, height: height + 2, set };
}
