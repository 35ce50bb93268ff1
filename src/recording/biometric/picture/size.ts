/** How large a picture may be. Looked at before anything is decoded: a small file may unfold to gigabytes. Pure. */
import { refuse } from '../refusals.ts';

export const MOST_BYTES = 20 * 2 ** 20;
export const SMALLEST_SIDE = 64;
/** Four fingers side by side at 1,000 dpi are 9.6 million. */
export const MOST_FINGER_PIXELS = 10_000_000;

export function checkBytes(bytes: Uint8Array): void {
  if (bytes.length === 0) throw refuse('biometric.picture_empty');
  if (bytes.length > MOST_BYTES) throw refuse('biometric.picture_too_large', { values: { pixels: 0 } });
}

export function checkSmallest(width: number, height: number): void {
  if (Math.min(width, height) < SMALLEST_SIDE)
    throw refuse('biometric.picture_too_small', { values: { width, height } });
}

export function checkFingerSize(width: number, height: number): void {
  if (width * height > MOST_FINGER_PIXELS)
    throw refuse('biometric.finger_picture_too_large', { values: { width, height } });
  checkSmallest(width, height);
}
