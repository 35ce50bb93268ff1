/** What was found of a finger as a record that any system reads: ISO/IEC 19794-2:2005, at most 600 bytes. */
import { writeMinutiaeRecord, type Impression } from '../minutiae-record.ts';
import type { FingerFound } from './extract.ts';

/** 500 pixels an inch. */
const PIXELS_PER_CM = 197;

/**
 * `finger` 1 to 10 (table 2 of the standard). Refuses `biometric.template_no_minutiae` where nothing was found.
 */
export function writeFingerTemplate(
  { width, height, minutiae, quality }: FingerFound,
  { finger, impression = 0 }: { readonly finger: number; readonly impression?: Impression },
): Uint8Array {
  return writeMinutiaeRecord({
    width,
    height,
    xPixelsPerCm: PIXELS_PER_CM,
    yPixelsPerCm: PIXELS_PER_CM,
    certification: 0,
    device: 0,
    finger,
    impression,
    quality,
    minutiae: minutiae.map(({ x, y, ...rest }) => ({ ...rest, x: Math.round(x), y: Math.round(y) })),
    extended: new Uint8Array(0),
  });
}
