/** The shape of a finger's pad, and of what of it touches: the upper half of one ellipse on the lower half of another. Pure. */

/** Pixels at 500 dpi. */
export interface Outline {
  readonly x: number;
  readonly y: number;
  /** From the middle to either side, to the tip and down to the joint. */
  readonly aside: number;
  readonly above: number;
  readonly below: number;
}

/** How far inside the edge a place lies, about; below 0 it lies outside. */
export function depthIn({ x, y, aside, above, below }: Outline, px: number, py: number): number {
  const [dx, dy] = [px - x, py - y];
  const tall = dy < 0 ? above : below;
  const out = Math.sqrt((dx / aside) ** 2 + (dy / tall) ** 2);
  // The distance to first order: how far from 1 the ellipse's own measure is, over how fast it grows here.
  const steep = Math.sqrt((dx / aside ** 2) ** 2 + (dy / tall ** 2) ** 2);
  return out < 1e-3 ? Math.min(aside, tall) : Math.min(aside, tall, ((1 - out) * out) / steep);
}
