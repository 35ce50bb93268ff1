/**
 * The minutiae of ridges without noise, told by the simplest way there is: thin the ridges, then the valleys (Zhang, Suen 1984), and see where a line
 * ends (crossing number 1; Rutovitz 1966). A ridge that ends is an ending, a valley that ends a fork. On purpose it shares no line with `extract`: each is held
 * against the other. Pure.
 */
import type { FoundMinutia } from '../extract/minutiae.ts';

/** As the extractor tells them: pixels at 500 dpi from the top left, 256ths of a turn counter-clockwise. */
export type TrueMinutia = Omit<FoundMinutia, 'quality'>;

interface Ridges {
  readonly width: number;
  readonly height: number;
  /** Above 0 on ridges. */
  readonly values: Float32Array;
  /** Doubled direction of the ridges, y down. */
  readonly cos2: Float32Array;
  readonly sin2: Float32Array;
}

/** A line that forks sooner is the thinning's burr; one that ends sooner is a dot. */
const SHORTEST = 5;
/** How far behind its end a line is looked at to tell which of the two ways it goes. */
const BACK = 12;

export function trueMinutiae(ridges: Ridges): TrueMinutia[] {
  const parted = { ...ridges, values: withoutCrossings(ridges) };
  return [...endsOf(parted, 'ending', 1), ...endsOf(parted, 'bifurcation', -1)];
}

/**
 * Where two ridges and two valleys meet at one corner of pixels, the faintest of the four goes over: else ridges and valleys would both run through it,
 * and neither would end.
 */
function withoutCrossings({ width, height, values }: Ridges): Float32Array {
  const out = Float32Array.from(values);
  for (let again = true; again;) {
    again = false;
    for (let y = 0; y < height - 1; y++)
      for (let x = 0; x < width - 1; x++) {
        const at = y * width + x;
        const isRidge = out[at]! > 0;
        if (isRidge !== out[at + width + 1]! > 0) continue;
        if (isRidge === out[at + 1]! > 0 || isRidge === out[at + width]! > 0) continue;
        const four = [at, at + 1, at + width, at + width + 1];
        const faintest = four.reduce((least, each) => (Math.abs(out[each]!) < Math.abs(out[least]!) ? each : least));
        // Now the strongest of all, so that it never goes back.
        out[faintest] = out[faintest]! > 0 ? -2 : 2;
        again = true;
      }
  }
  return out;
}

function endsOf(ridges: Ridges, kind: TrueMinutia['kind'], sign: 1 | -1): TrueMinutia[] {
  const { width, height, values } = ridges;
  const set = new Uint8Array(width * height);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) set[y * width + x] = Number(sign * values[y * width + x]! > 0);
  const around = neighboursOf(width);
  thinLines(set, around);
  const found: TrueMinutia[] = [];
  for (let at = 0; at < set.length; at++) {
    if (!set[at] || crossings(set, around, at) !== 1) continue;
    const back = followed(set, around, at);
    if (back === null) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    found.push({ kind, x, y, angle: angleOf(ridges, at, (back % width) - x, Math.floor(back / width) - y) });
  }
  return found;
}

/** Clockwise from above. */
const neighboursOf = (width: number): readonly number[] => [
  -width,
  1 - width,
  1,
  1 + width,
  width,
  width - 1,
  -1,
  -1 - width,
];

/** By neighbourhood (bit n: neighbour n): how often, once around, an empty pixel is followed by a set one. */
const RISES = Uint8Array.from({ length: 256 }, (_, hood) => {
  let rises = 0;
  for (let n = 0; n < 8; n++) if (!(hood & (1 << n)) && hood & (1 << ((n + 1) & 7))) rises += 1;
  return rises;
});

/** By neighbourhood: whether either pass takes the pixel away. */
const GOES = (
  [
    [0b10101, 0b1010100],
    [0b1000101, 0b1010001],
  ] as const
).map((kept) =>
  Uint8Array.from({ length: 256 }, (_, hood) => {
    const count = hood.toString(2).replaceAll('0', '').length;
    return Number(count >= 2 && count <= 6 && RISES[hood] === 1 && kept.every((each) => (hood & each) !== each));
  }),
);

function hoodOf(set: Uint8Array, around: readonly number[], at: number): number {
  let hood = 0;
  for (let n = 0; n < 8; n++) hood |= set[at + around[n]!]! << n;
  return hood;
}

function thinLines(set: Uint8Array, around: readonly number[]): void {
  let left = Int32Array.from(set.keys().filter((at) => set[at]));
  for (;;) {
    const before = left.length;
    for (const table of GOES) {
      const goes = left.filter((at) => table[hoodOf(set, around, at)]);
      for (const at of goes) set[at] = 0;
      left = left.filter((at) => set[at]);
    }
    if (left.length === before) return;
  }
}

const crossings = (set: Uint8Array, around: readonly number[], at: number): number => RISES[hoodOf(set, around, at)]!;

/** The pixel some way along the line from its end, or null where the line is none. */
function followed(set: Uint8Array, around: readonly number[], end: number): number | null {
  const walked = new Set([end]);
  let at = end;
  for (let length = 1; length <= BACK; length++) {
    const next = around.map((offset) => at + offset).filter((each) => set[each] && !walked.has(each));
    // Pixels side by side are one way on: a corner that the thinning left.
    const straight = next.find((each) => around.indexOf(each - at) % 2 === 0) ?? next[0];
    if (straight === undefined || (length > 1 && crossings(set, around, at) >= 3)) return length > SHORTEST ? at : null;
    for (const each of next) walked.add(each);
    at = straight;
  }
  return at;
}

/** The direction the ridges were grown in, the way round that the line goes; at a core, where they bend too fast, the line's own. */
function angleOf({ cos2, sin2 }: Ridges, at: number, dx: number, dy: number): number {
  const own = Math.atan2(dy, dx);
  const turn = Math.atan2(sin2[at]!, cos2[at]!) / 2;
  const along = Math.cos(turn - own);
  const told = Math.abs(along) < Math.SQRT1_2 ? own : along > 0 ? turn : turn + Math.PI;
  return (Math.round((-told * 128) / Math.PI) + 512) & 255;
}
