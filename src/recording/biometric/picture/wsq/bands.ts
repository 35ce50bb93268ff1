/**
 * The 64 subbands of a picture (IAFIS-IC-0110(V3)): which rectangle each takes, and in which steps the picture was
 * split into them. Pure.
 * A half that holds high frequencies has its spectrum turned round, so its own split lies the other way about: that keeps the
 * subbands in the order of their frequencies.
 */

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle that was split in four. Turned, the high half lies left or on top, and is the smaller one there. */
export interface Split extends Area {
  readonly turnedX: boolean;
  readonly turnedY: boolean;
  /** The subbands that lie in it. */
  readonly bands: readonly number[];
}

export interface Layout {
  readonly bands: readonly Area[];
  /** From the whole picture to the smallest. */
  readonly splits: readonly Split[];
}

export const BANDS = 64;

/** A subband, or four parts: upper left, upper right, lower left, lower right. */
type Tree = number | readonly [Tree, Tree, Tree, Tree];

const four = (first: number): Tree => [first, first + 1, first + 2, first + 3];
const sixteen = (first: number): Tree => [four(first), four(first + 4), four(first + 8), four(first + 12)];
const LOWEST: Tree = [[four(0), 4, 5, 6], four(7), four(11), four(15)];
const TREE: Tree = [[LOWEST, sixteen(19), sixteen(35), 51], four(52), four(56), four(60)];

export function layoutOf(width: number, height: number): Layout {
  const bands: Area[] = [];
  const splits: Split[] = [];
  divide(TREE, { x: 0, y: 0, width, height, turnedX: false, turnedY: false }, { bands, splits });
  return { bands, splits };
}

function divide(tree: Tree, part: Omit<Split, 'bands'>, into: { bands: Area[]; splits: Split[] }): void {
  const { x, y, width, height, turnedX, turnedY } = part;
  if (typeof tree === 'number') {
    into.bands[tree] = { x, y, width, height };
    return;
  }
  into.splits.push({ ...part, bands: bandsIn(tree) });
  const left = turnedX ? width >> 1 : (width + 1) >> 1;
  const top = turnedY ? height >> 1 : (height + 1) >> 1;
  const right = { x: x + left, width: width - left };
  const bottom = { y: y + top, height: height - top };
  divide(tree[0], { x, y, width: left, height: top, turnedX: false, turnedY: false }, into);
  divide(tree[1], { ...right, y, height: top, turnedX: true, turnedY: false }, into);
  divide(tree[2], { x, width: left, ...bottom, turnedX: false, turnedY: true }, into);
  divide(tree[3], { ...right, ...bottom, turnedX: true, turnedY: true }, into);
}

function bandsIn(tree: Tree): number[] {
  return typeof tree === 'number' ? [tree] : tree.flatMap(bandsIn);
}
