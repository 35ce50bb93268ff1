/**
 * Lines of one pixel in the middle of what is set (Guo, Hall 1989), with corners taken off, so that a pixel of a line has two neighbours, its end
 * has one, and a fork has three. Pure.
 */

/** A picture of bits with a margin of one pixel that is never set: no pixel needs to ask whether it lies at the edge. */
export interface Bits {
  /** With the margin. */
  readonly width: number;
  readonly height: number;
  readonly set: Uint8Array;
}

/** Where the neighbours lie, clockwise from above; bit n of a neighbourhood is neighbour n. */
export const around = (width: number): readonly number[] => [
  -width,
  -width + 1,
  1,
  width + 1,
  width,
  width - 1,
  -1,
  -width - 1,
];

const bit = (hood: number, n: number): number => (hood >> (n & 7)) & 1;

/** By neighbourhood: whether the first pass, or the second, takes the pixel away. */
const TAKEN: readonly Uint8Array[] = [0, 1].map((pass) =>
  Uint8Array.from({ length: 256 }, (_, hood) => {
    const [p2, p3, p4, p5, p6, p7, p8, p9] = Array.from({ length: 8 }, (__, n) => bit(hood, n)) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const runs =
      Number(!p2 && !!(p3 | p4)) + Number(!p4 && !!(p5 | p6)) + Number(!p6 && !!(p7 | p8)) + Number(!p8 && !!(p9 | p2));
    const one = (p9 | p2) + (p3 | p4) + (p5 | p6) + (p7 | p8);
    const two = (p2 | p3) + (p4 | p5) + (p6 | p7) + (p8 | p9);
    const pairs = Math.min(one, two);
    const side = pass === 0 ? (p6 | p7 | (1 - p9)) & p8 : (p2 | p3 | (1 - p5)) & p4;
    return Number(runs === 1 && pairs >= 2 && pairs <= 3 && side === 0);
  }),
);

/** By neighbourhood: whether the pixel only rounds a corner: two neighbours that touch each other's corner, and nothing on the other side. */
const CORNER = Uint8Array.from({ length: 256 }, (_, hood) => {
  for (let n = 0; n < 8; n += 2) {
    const both = bit(hood, n) && bit(hood, n + 2);
    const opposite = bit(hood, n + 4) || bit(hood, n + 5) || bit(hood, n + 6);
    if (both && !opposite) return 1;
  }
  return 0;
});

/** Thins in place. */
export function thin({ width, height, set }: Bits): void {
  const [n0, n1, n2, n3, n4, n5, n6, n7] = around(width) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const hood = (at: number): number =>
    set[at + n0]! |
    (set[at + n1]! << 1) |
    (set[at + n2]! << 2) |
    (set[at + n3]! << 3) |
    (set[at + n4]! << 4) |
    (set[at + n5]! << 5) |
    (set[at + n6]! << 6) |
    (set[at + n7]! << 7);
  let left = new Int32Array(width * height);
  let count = 0;
  for (let at = 0; at < set.length; at++) if (set[at]) left[count++] = at;
  const taken = new Int32Array(count);
  for (let idle = 0, pass = 0; idle < 2; pass = 1 - pass) {
    const table = TAKEN[pass]!;
    let gone = 0;
    let kept = 0;
    for (let n = 0; n < count; n++) {
      const at = left[n]!;
      if (table[hood(at)]) taken[gone++] = at;
      else left[kept++] = at;
    }
    for (let n = 0; n < gone; n++) set[taken[n]!] = 0;
    count = kept;
    idle = gone === 0 ? idle + 1 : 0;
  }
  for (let n = 0; n < count; n++) {
    const at = left[n]!;
    if (set[at] && CORNER[hood(at)]) set[at] = 0;
  }
}
