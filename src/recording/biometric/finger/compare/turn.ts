/** Directions in 256ths of a turn. */

/** A difference, 0 to 128 whichever way round. */
export function turnOff(difference: number): number {
  return Math.abs(difference - 256 * Math.round(difference / 256));
}

/** Cosine and sine of each direction, 0 to 255. */
export const COS = Float64Array.from({ length: 256 }, (_, angle) => Math.cos((angle * Math.PI) / 128));
export const SIN = Float64Array.from({ length: 256 }, (_, angle) => Math.sin((angle * Math.PI) / 128));
