/** Pixels an inch: what a file says, and what is taken. Pure. */
import { refuse } from '../refusals.ts';

/** Pixels an inch across and down, as the file says. */
export interface Resolution {
  readonly x: number;
  readonly y: number;
}

/** What the build of a file tells before its pixels are decoded: its resolution, and where its pixels begin. */
export interface Inspected {
  readonly said: Resolution | null;
  readonly pixelsFrom: number;
}

/** What livescan devices give, 250 to 1,000, and what a sensor may miss that by. */
const COARSEST = 250;
const FINEST = 1100;
const USUAL = 500;
const MOST_DIFFERENCE = 0.02;

export const INCHES_A_METRE = 0.0254;
export const INCHES_A_CENTIMETRE = 2.54;

/** The caller's word before the file's, and 500 where neither says anything. */
export function resolutionTaken(given: number | undefined, said: Resolution | null): number {
  if (given === undefined && said) expectSquare(said);
  const dpi = given ?? (said ? Math.round((said.x + said.y) / 2) : USUAL);
  if (!(dpi >= COARSEST && dpi <= FINEST)) throw refuse('biometric.picture_resolution', { values: { dpi } });
  return dpi;
}

function expectSquare({ x, y }: Resolution): void {
  if (Math.abs(x - y) > MOST_DIFFERENCE * Math.max(x, y))
    throw refuse('biometric.picture_resolution_differs', { values: { x: Math.round(x), y: Math.round(y) } });
}
