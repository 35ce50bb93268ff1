/**
 * Ages and sexes as the register had them in 2018: 5-year bands in thousandths of the nation. Children under five are
 * fewer than a census counts, since births reach the register late; so 72 % are 17 or older, as in the official figures
 * (191.51 million obligated of 265.2 million).
 */
const BANDS: readonly (readonly [from: number, width: number, share: number, men: number])[] = [
  [0, 5, 74, 0.513],
  [5, 5, 84, 0.513],
  [10, 5, 84.5, 0.513],
  [15, 5, 86, 0.511],
  [20, 5, 83.5, 0.508],
  [25, 5, 80, 0.506],
  [30, 5, 79, 0.504],
  [35, 5, 79, 0.503],
  [40, 5, 75, 0.503],
  [45, 5, 68, 0.502],
  [50, 5, 59, 0.499],
  [55, 5, 49, 0.498],
  [60, 5, 37, 0.494],
  [65, 5, 25.5, 0.484],
  [70, 5, 17, 0.46],
  [75, 5, 11, 0.44],
  [80, 15, 9, 0.41],
];

/** The share of the nation below each age: `BELOW[a]` is the part younger than `a` years. */
export const BELOW: Float64Array = shareBelow();
export const MEN_AT: Float64Array = menByAge();

function shareBelow(): Float64Array {
  const below = new Float64Array(96);
  const total = BANDS.reduce((sum, band) => sum + band[2], 0);
  for (const [from, width, share] of BANDS) {
    // Within the last band each year is rarer than the one before; within the others they are alike.
    const weights = Array.from({ length: width }, (_, i) => (width > 5 ? Math.pow(0.8, i) : 1));
    const weight = weights.reduce((sum, w) => sum + w, 0);
    weights.forEach((w, i) => (below[from + i + 1] = below[from + i]! + (share / total) * (w / weight)));
  }
  below[95] = 1;
  return below;
}

function menByAge(): Float64Array {
  const men = new Float64Array(95);
  for (const [from, width, , share] of BANDS) men.fill(share, from, from + width);
  return men;
}

/** The share of the nation that the table gives to ages `from <= a < to`. */
export function shareOfAges(from: number, to: number): number {
  return BELOW[Math.min(to, 95)]! - BELOW[from]!;
}

const GUIDE = Int8Array.from({ length: 256 }, (_, i) => {
  let age = 0;
  while (BELOW[age + 1]! <= i / 256) age++;
  return age;
});

/** The age at the point `u` (0 <= u < 1) of the nation sorted by age. */
export function ageAt(u: number): number {
  let age = GUIDE[Math.floor(u * 256)]!;
  while (BELOW[age + 1]! <= u) age++;
  return Math.min(age, 94);
}

/** Of a hundred at this age: married, divorced, widowed. The rest never married. */
const STATUS: readonly (readonly [from: number, women: readonly number[], men: readonly number[]])[] = [
  [0, [0, 0, 0], [0, 0, 0]],
  [16, [1, 0, 0], [0, 0, 0]],
  [18, [5, 0.1, 0], [1, 0, 0]],
  [20, [29, 0.8, 0.2], [19, 0.3, 0]],
  [25, [66, 2, 0.4], [56, 1, 0.1]],
  [30, [84, 2.6, 0.8], [80, 1.5, 0.3]],
  [35, [89, 3, 1.7], [88, 1.7, 0.6]],
  [40, [90, 3.3, 3.5], [92, 1.8, 1]],
  [50, [83, 3.2, 11], [92, 1.5, 3]],
  [60, [68, 2.7, 27], [85, 1.2, 11]],
  [70, [42, 2, 54], [66, 1, 31]],
];

const ROW_AT = Array.from({ length: 95 }, (_, age) => STATUS.findLast(([from]) => from <= age)!);

/** The SIAK code of the marital status (1 never, 2 married, 3 divorced, 4 widowed) at `point`, 0 <= point < 1. */
export function statusAt(age: number, male: boolean, point: number): number {
  const row = ROW_AT[Math.min(age, 94)]!;
  const [married, divorced, widowed] = male ? row[2] : row[1];
  const at = point * 100;
  if (at < married!) return 2;
  if (at < married! + divorced!) return 3;
  return at < married! + divorced! + widowed! ? 4 : 1;
}
