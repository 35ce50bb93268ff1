import type { FingerFound } from './extract/extract.ts';
import { writeMinutiaeRecord, type Impression } from './minutiae-record.ts';

export function writeFingerTemplate(
  found: FingerFound,
  { finger, impression }: { finger: number; impression: Impression },
): Uint8Array {
  const { width, height } = found;
  return writeMinutiaeRecord({
    width,
    height,
    xPixelsPerCm: 197,
    yPixelsPerCm: 197,
    certification: 0,
    device: 0,
    finger,
    impression,
    quality: Math.round(found.minutiae.reduce((sum, each) => sum + each.quality, 0) / found.minutiae.length),
    minutiae: found.minutiae.map(({ kind, x, y, angle, quality }) => ({
      kind,
      x: Math.max(0, Math.min(width - 1, Math.round(x))),
      y: Math.max(0, Math.min(height - 1, Math.round(y))),
      angle,
      quality,
    })),
    extended: new Uint8Array(0),
  });
}
