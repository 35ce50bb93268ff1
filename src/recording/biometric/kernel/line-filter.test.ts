import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterLines, TILE, type FilterGiven } from './line-filter.ts';

/** Value by value, in the order in which the kernel adds. */
function plainly({ values, width, height, margin, tiles, filters }: FilterGiven): Float32Array {
  const wide = width + 2 * margin;
  const out = new Float32Array(values.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const filter = filters[tiles.filter[Math.floor(y / TILE) * tiles.columns + Math.floor(x / TILE)]!];
      const at = (y + margin) * wide + margin + x;
      filter?.weight.forEach((weight, n) => {
        const product = Math.fround(weight * values[at + filter.y[n]! * wide + filter.x[n]!]!);
        out[at] = Math.fround(out[at]! + product);
      });
    }
  return out;
}

const MARGIN = 5;
const tap = fc.tuple(
  fc.integer({ min: -MARGIN, max: MARGIN }),
  fc.integer({ min: -MARGIN, max: MARGIN }),
  fc.float({ min: -1, max: 1, noNaN: true }),
);

test('each value is the sum of those around it by the filter of its tile, whatever the size; without a filter it is 0', () => {
  const given = fc
    .record({ width: fc.integer({ min: 1, max: 21 }), height: fc.integer({ min: 1, max: 75 }) })
    .chain(({ width, height }) => {
      const [columns, rows] = [Math.ceil(width / TILE), Math.ceil(height / TILE)];
      const [many, tiles] = [(width + 2 * MARGIN) * (height + 2 * MARGIN), columns * rows];
      return fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        margin: fc.constant(MARGIN),
        values: fc
          .integer({ min: 1, max: 1e6 })
          .map((seed) => Float32Array.from({ length: many }, (_, n) => Math.sin(seed + n * n))),
        tiles: fc
          .int8Array({ min: -1, max: 2, minLength: tiles, maxLength: tiles })
          .map((filter) => ({ columns, rows, filter })),
        filters: fc.array(
          fc.array(tap, { minLength: 1, maxLength: 9 }).map((taps) => ({
            x: Int8Array.from(taps, ([x]) => x),
            y: Int8Array.from(taps, ([, y]) => y),
            weight: Float32Array.from(taps, ([, , weight]) => weight),
          })),
          { minLength: 3, maxLength: 3 },
        ),
      });
    });
  fc.assert(
    fc.property(given, (each) => {
      const filtered = filterLines(each);
      const wide = each.width + 2 * MARGIN;
      const expected = plainly(each);
      for (let n = 0; n < expected.length; n++)
        expect(filtered[n], `row ${Math.floor(n / wide)}, column ${n % wide}`).toBe(expected[n]);
    }),
    { numRuns: 60 },
  );
});
