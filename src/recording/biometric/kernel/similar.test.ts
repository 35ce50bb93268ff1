import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANGLE, CELLS, fingerCode, MASK, STRIDE, X, Y, type FingerCode } from '../finger/cylinder.ts';
import { MOST_PAIRS, NEIGHBOURS, openPairFinder, type HeldFinger, type Motion } from './similar.ts';

const finder = openPairFinder();

interface Pair {
  readonly left: number;
  readonly right: number;
  readonly similarity: number;
}

function found(a: FingerCode, b: FingerCode, wanted: number, by = finder): Pair[] {
  const taken = by.find(a, b, wanted);
  const { left, right, similarity } = by.pairs;
  return Array.from({ length: taken }, (_, n) => ({ left: left[n]!, right: right[n]!, similarity: similarity[n]! }));
}

/** The same by the definition, cell by cell; as alike counts what is so to a 1024th. */
function wantedPairs(a: FingerCode, b: FingerCode, wanted: number): Pair[] {
  const all: Pair[] = [];
  for (let left = 0; left < a.count * STRIDE; left += STRIDE)
    for (let right = 0; right < b.count * STRIDE; right += STRIDE) {
      const turn = Math.abs(a.words[left + ANGLE]! - b.words[right + ANGLE]!);
      const similarity = Math.min(turn, 256 - turn) > 64 ? 0 : alike(a.words, left, b.words, right);
      if (similarity > 0) all.push({ left, right, similarity });
    }
  const best = all.toSorted((p, q) => part(q) - part(p)).slice(0, wanted);
  return all.filter((pair) => best.includes(pair));
}

const part = ({ similarity }: Pair) => Math.floor(similarity * 1024);

function alike(a: Int32Array, i: number, b: Int32Array, j: number): number {
  const bit = (words: Int32Array, base: number, n: number) => (words[base + (n >> 5)]! >>> (n & 31)) & 1;
  let [own, others, apart] = [0, 0, 0];
  for (let cell = 0; cell < CELLS; cell++) {
    if (!bit(a, i + MASK, cell) || !bit(b, j + MASK, cell)) continue;
    for (let n = cell; n < 6 * CELLS; n += CELLS) {
      own += bit(a, i, n);
      others += bit(b, j, n);
      apart += bit(a, i, n) ^ bit(b, j, n);
    }
  }
  const most = Math.sqrt(own) + Math.sqrt(others);
  return most === 0 ? 0 : 1 - Math.sqrt(apart) / most;
}

interface Paired {
  readonly a: FingerCode;
  readonly b: FingerCode;
  readonly pairs: readonly Pair[];
}

/** Pairs that share a minutia never agree. */
function wantedAgreements({ a, b, pairs }: Paired, mostTurn: number, mostApart: number) {
  const turnOf = ({ left, right }: Pair) => a.words[left + ANGLE]! - b.words[right + ANGLE]!;
  const way = ({ words }: FingerCode, from: number, to: number) =>
    [words[to + X]! - words[from + X]!, words[to + Y]! - words[from + Y]!] as const;
  return pairs.flatMap((pair, one) =>
    pairs.slice(0, one).flatMap((before, other) => {
      const turned = wrapped(turnOf(pair) - turnOf(before));
      const [ax, ay] = way(a, pair.left, before.left);
      const [bx, by] = way(b, pair.right, before.right);
      const [long, wide] = [Math.sqrt(ax * ax + ay * ay), Math.sqrt(bx * bx + by * by)];
      const apart = Math.abs(long - wide);
      if (Math.abs(turned) > mostTurn || apart > mostApart || Math.min(long, wide) === 0) return [];
      const between = Math.atan2(bx * ay - by * ax, ax * bx + ay * by) * (128 / Math.PI);
      const bearing = wrapped(between - turnOf(before));
      return Math.abs(bearing) > mostTurn + 1e-7 ? [] : [{ one, other, turned, apart, bearing }];
    }),
  );
}

function wrapped(angle: number): number {
  return angle - 256 * Math.round(angle / 256);
}

function wantedOverlap(a: FingerCode, b: FingerCode, { ax, ay, bx, by, cos, sin, turn }: Motion): number {
  const [ones, others] = [placesIn(a), placesIn(b)];
  const there = ones.map(({ x, y, angle }) => {
    const [dx, dy] = [x - ax, y - ay];
    return { x: bx + cos * dx - sin * dy, y: by + sin * dx + cos * dy, angle: angle + turn };
  });
  const here = others.map(({ x, y }) => {
    const [dx, dy] = [x - bx, y - by];
    return { x: ax + cos * dx + sin * dy, y: ay - sin * dx + cos * dy };
  });
  const within = there.filter((each) => isIn(others, each));
  const taken = new Set<number>();
  for (const { x, y, angle } of within) {
    const near = others
      .map((each, n) => ({ n, square: (each.x - x) * (each.x - x) + (each.y - y) * (each.y - y), angle: each.angle }))
      .filter(({ n, square }) => square < 144 && !taken.has(n))
      .filter((each) => Math.abs(wrapped(each.angle - angle)) <= 20)
      .toSorted((one, other) => one.square - other.square)[0];
    if (near) taken.add(near.n);
  }
  const back = here.filter((each) => isIn(ones, each)).length;
  const on = taken.size;
  return on === 0 ? 0 : Math.min(1, on / Math.sqrt(within.length * Math.max(on, back)));
}

interface At {
  readonly x: number;
  readonly y: number;
}

const placesIn = ({ count, words }: FingerCode) =>
  Array.from({ length: count }, (_, n) => {
    const at = n * STRIDE;
    return { x: words[at + X]!, y: words[at + Y]!, angle: words[at + ANGLE]! };
  });

/** Between the outermost minutiae, or 12 pixels beyond. */
function isIn(finger: readonly At[], { x, y }: At): boolean {
  const between = (value: number, of: readonly number[]) =>
    value > Math.min(...of) - 12 && value < Math.max(...of) + 12;
  return (
    between(
      x,
      finger.map((each) => each.x),
    ) &&
    between(
      y,
      finger.map((each) => each.y),
    )
  );
}

function neighbours({ finger: { count }, nearest }: HeldFinger): number[][] {
  const known = Math.max(0, Math.min(NEIGHBOURS, count - 1));
  return Array.from({ length: count }, (_, n) => [...nearest.subarray(NEIGHBOURS * n, NEIGHBOURS * n + known)]);
}

function wantedNeighbours({ count, words }: FingerCode): number[][] {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const along = (n: number, m: number, what: number) => words[n * STRIDE + what]! - words[m * STRIDE + what]!;
  const square = (n: number, m: number) => along(n, m, X) ** 2 + along(n, m, Y) ** 2;
  return numbers.map((n) =>
    numbers
      .filter((m) => m !== n)
      .toSorted((m, o) => square(n, m) - square(n, o))
      .slice(0, NEIGHBOURS),
  );
}

const PIXELS = { xPixelsPerCm: 197, yPixelsPerCm: 197 };
const side = fc.integer({ min: 0, max: 250 });
const minutia = fc.record({
  kind: fc.constant('ending' as const),
  x: side,
  y: side,
  angle: fc.integer({ min: 0, max: 255 }),
  quality: fc.constant(50),
});
const finger = fc
  .array(minutia, { minLength: 1, maxLength: 70, size: 'max' })
  .map((minutiae) => fingerCode({ ...PIXELS, minutiae }));
/** Somebody's finger, and the same one laid down again: each minutia a little elsewhere. */
const twice = fc
  .array(fc.tuple(minutia, fc.integer({ min: -9, max: 9 })), { minLength: 1, maxLength: 60, size: 'max' })
  .map((both) => {
    const laid = (by: number) =>
      both.map(([each, off]) => ({
        ...each,
        x: each.x + 9 + by * off,
        angle: (each.angle + 256 + 3 * by * off) & 255,
      }));
    const codeOf = (by: number) => fingerCode({ ...PIXELS, minutiae: laid(by) });
    return { a: codeOf(0), b: codeOf(1) };
  });

test('the most similar pairs are found, bit for bit as their definition says, whatever was held before', () => {
  fc.assert(
    fc.property(finger, finger, fc.integer({ min: 1, max: MOST_PAIRS }), (a, b, wanted) => {
      const pairs = wantedPairs(a, b, wanted);
      expect(found(a, b, wanted)).toEqual(pairs);
      expect(found(a, b, wanted, openPairFinder())).toEqual(pairs);
      expect(found(b, a, wanted)).toEqual(wantedPairs(b, a, wanted));
      expect(found(a, a, wanted)).toEqual(wantedPairs(a, a, wanted));
    }),
    { numRuns: 25 },
  );
});

test('two pairs agree that are turned alike and lie alike to one another in both fingers, to the last pixel and 256th', () => {
  fc.assert(
    fc.property(twice, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 15 }), ({ a, b }, turn, apart) => {
      const pairs = found(a, b, MOST_PAIRS);
      const { agreements } = finder;
      const count = finder.findAgreements(pairs.length, turn, apart);
      const wanted = wantedAgreements({ a, b, pairs }, turn, apart);
      expect(count).toBe(wanted.length);
      for (const [n, { bearing, ...each }] of wanted.entries()) {
        expect({
          one: agreements.one[n],
          other: agreements.other[n],
          turned: agreements.turned[n],
          apart: agreements.apart[n],
        }).toEqual(each);
        const given = Math.atan2(agreements.across[n]!, agreements.along[n]!) * (128 / Math.PI);
        expect(given).toBeCloseTo(bearing, 9);
      }
    }),
    { numRuns: 25 },
  );
});

test('of two fingers that lie on one another the share is told of minutiae that do so too, each once', () => {
  fc.assert(
    fc.property(twice, side, side, fc.double({ min: -32, max: 32, noNaN: true }), ({ a, b }, x, y, turn) => {
      const angle = (turn * Math.PI) / 128;
      const far = { ax: 125, ay: -125, bx: x, by: -y, cos: Math.cos(angle), sin: Math.sin(angle), turn };
      const near = { ...far, bx: 125 + x / 64, by: -125 - y / 64 };
      finder.find(a, b, 1);
      for (const motion of [far, near, { ...near, cos: 1, sin: 0, turn: 0 }])
        expect(finder.overlap(motion)).toBe(wantedOverlap(a, b, motion));
    }),
    { numRuns: 25 },
  );
});

test('of each minutia the nearest neighbours are known, in whichever place the finger is', () => {
  fc.assert(
    fc.property(finger, finger, (a, b) => {
      found(a, b, 1);
      found(b, finder.places[0].finger, 1);
      for (const place of finder.places) expect(neighbours(place)).toEqual(wantedNeighbours(place.finger));
      expect(finder.places[finder.first()].finger).toBe(b);
    }),
    { numRuns: 25 },
  );
});

test('a pair of cylinders shares three fifths of the cells at least, so no pair rests on fewer', () => {
  fc.assert(
    fc.property(finger, ({ count, words }) => {
      const cells = (n: number) => {
        const [low, high] = [words[n * STRIDE + MASK]! >>> 0, words[n * STRIDE + MASK + 1]! >>> 0];
        return (low.toString(2) + high.toString(2)).replaceAll('0', '').length;
      };
      for (let n = 0; n < count; n++) expect(2 * cells(n) - CELLS).toBeGreaterThanOrEqual(0.6 * CELLS);
    }),
    { numRuns: 20 },
  );
});

test('a finger of more minutiae than a place holds is refused', () => {
  const many = { count: 65, words: new Int32Array(65 * STRIDE) };
  expect(() => finder.find(many, many, 1)).toThrow(RangeError);
});
