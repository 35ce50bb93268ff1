/** How minutiae are drawn, in files and on screens: the shape says what kind one is, its tail which way it points. Pure. */
import type { Minutia } from '../../schema.ts';

export type DrawnMinutia = Pick<Minutia, 'kind' | 'x' | 'y' | 'angle'>;

export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Of an ending a ring, of a bifurcation a square, of what its device did not tell a diamond; `size` is half their width. */
export const SHAPES = { ending: 'ring', bifurcation: 'square', other: 'diamond' } as const satisfies Record<
  Minutia['kind'],
  string
>;

/** The tail of a mark, from its edge outwards, along the ridge or valley that it points along. */
export function tailOf({ x, y, angle }: DrawnMinutia, size: number): Line {
  // 256ths of a turn, counter-clockwise; y goes down.
  const turn = (angle * Math.PI) / 128;
  const [dx, dy] = [Math.cos(turn), -Math.sin(turn)];
  return { x1: x + size * dx, y1: y + size * dy, x2: x + 3.2 * size * dx, y2: y + 3.2 * size * dy };
}

/** A minutia of one print and one of another that are taken for the same: their places in both lists. */
export type Matched = readonly (readonly [number, number])[];

/** The numbers that matched minutiae bear in both prints, by their places. */
export interface Numbers {
  readonly one: ReadonlyMap<number, number>;
  readonly other: ReadonlyMap<number, number>;
}

/** Numbered as one reads the first print: from the top, and from the left where two are as high. */
export function numbered(one: readonly DrawnMinutia[], matched: Matched): Numbers {
  const inOrder = matched.toSorted(([a], [b]) => one[a]!.y - one[b]!.y || one[a]!.x - one[b]!.x);
  return {
    one: new Map(inOrder.map(([a], n) => [a, n + 1])),
    other: new Map(inOrder.map(([, b], n) => [b, n + 1])),
  };
}
