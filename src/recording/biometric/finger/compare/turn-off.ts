/** A difference of angles in 256ths of a turn, 0 to 128 whichever way round. */
export function turnOff(difference: number): number {
  return Math.abs(difference - 256 * Math.round(difference / 256));
}
