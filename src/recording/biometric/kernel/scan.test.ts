import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floatScan, hammingScan, int8Scan, maskedScan } from './scan.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const rows = <Row>(row: fc.Arbitrary<Row>) => fc.array(row, { minLength: 1, maxLength: 7 });
const joined = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const ones = (of: Uint8Array) => of.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);

test('int8: each query with each row, in whole numbers, also at the ends of the range, with and without relaxed instructions', () => {
  const row = fc.oneof(
    fc.int8Array({ minLength: 48, maxLength: 48 }),
    fc.constantFrom(-128, -127, 127).map((value) => new Int8Array(48).fill(value)),
  );
  fc.assert(
    fc.property(rows(row), rows(row), (queries, many) => {
      const [scan, plain] = [int8Scan(queries, 48), int8Scan(queries, 48, null)];
      for (const each of many) for (const one of [scan, plain]) one.put(each, 0, 1);
      const dot = (a: Int8Array, b: Int8Array) => a.reduce((sum, value, n) => sum + value * b[n]!, 0);
      const wanted = many.flatMap((each) => queries.map((query) => dot(query, each)));
      expect([...scan.results()]).toEqual(wanted);
      expect([...plain.results()]).toEqual(wanted);
      expect(scan.results()).toHaveLength(0);
    }),
  );
});

test('floats: each query with each row, to the last digits', () => {
  const row = fc.float32Array({ minLength: 40, maxLength: 40, min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(rows(row), rows(row), (queries, many) => {
      const scan = floatScan(queries, 40);
      for (const each of many) scan.put(each, 0, 1);
      const wanted = many.flatMap((each) =>
        queries.map((query) => query.reduce((sum, value, n) => sum + value * each[n]!, 0)),
      );
      const given = scan.results();
      wanted.forEach((value, n) => expect(given[n]).toBeCloseTo(value, 4));
    }),
  );
});

test('codes: every differing bit is counted, up to the longest code', () => {
  for (const length of [16, 256, 496]) {
    fc.assert(
      fc.property(rows(bytes(length)), rows(bytes(length)), (queries, many) => {
        const scan = hammingScan(queries, length);
        scan.put(joined(many), 0, many.length);
        const apart = (a: Uint8Array, b: Uint8Array) => ones(a.map((byte, n) => byte ^ b[n]!));
        expect([...scan.results()]).toEqual(many.flatMap((each) => queries.map((query) => apart(query, each))));
      }),
      { numRuns: 20 },
    );
  }
  const all = hammingScan([new Uint8Array(496)], 496);
  all.put(new Uint8Array(496).fill(255), 0, 1);
  expect(all.results()[0]).toBe(3968);
  expect(() => hammingScan([], 512)).toThrow(RangeError);
  expect(() => hammingScan([], 20)).toThrow(RangeError);
});

test('masked codes: the best of all rotations, by what both show; 1 where they show too little', () => {
  const code = fc.record({ bits: bytes(32), mask: bytes(32) });
  fc.assert(
    fc.property(fc.array(code, { minLength: 1, maxLength: 4 }), rows(code), (rotations, many) => {
      const scan = maskedScan(rotations, 60);
      for (const { bits, mask } of many) scan.put(joined([bits, mask]), 0, 1);
      const shares = (of: (typeof many)[number]) =>
        rotations.map(({ bits, mask }) => {
          const both = mask.map((byte, n) => byte & of.mask[n]!);
          const shown = ones(both);
          return shown < 60 ? 1 : ones(both.map((byte, n) => byte & (bits[n]! ^ of.bits[n]!))) / shown;
        });
      const given = scan.results();
      many.forEach((each, n) => expect(given[n]).toBeCloseTo(Math.min(...shares(each)), 6));
    }),
  );
});
