import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../core/refusal/index.ts';
import { IMPRESSIONS, readMinutiaeRecord, writeMinutiaeRecord, type MinutiaeRecord } from './minutiae-record.ts';

const record = fc
  .tuple(fc.integer({ min: 1, max: 16_383 }), fc.integer({ min: 1, max: 16_383 }))
  .chain(([width, height]) =>
    fc.record<MinutiaeRecord>({
      width: fc.constant(width),
      height: fc.constant(height),
      xPixelsPerCm: fc.integer({ min: 98, max: 400 }),
      yPixelsPerCm: fc.integer({ min: 98, max: 400 }),
      certification: fc.integer({ min: 0, max: 15 }),
      device: fc.integer({ min: 0, max: 4095 }),
      finger: fc.integer({ min: 1, max: 10 }),
      impression: fc.constantFrom(...IMPRESSIONS),
      quality: fc.integer({ min: 0, max: 100 }),
      minutiae: fc.array(
        fc.record({
          kind: fc.constantFrom('other', 'ending', 'bifurcation'),
          x: fc.integer({ min: 0, max: width - 1 }),
          y: fc.integer({ min: 0, max: height - 1 }),
          angle: fc.integer({ min: 0, max: 255 }),
          quality: fc.integer({ min: 0, max: 100 }),
        }),
        { minLength: 1, maxLength: 255 },
      ),
      extended: fc.uint8Array({ maxLength: 40 }),
    }),
  );

const small: MinutiaeRecord = {
  width: 300,
  height: 400,
  xPixelsPerCm: 197,
  yPixelsPerCm: 197,
  certification: 0,
  device: 0,
  finger: 2,
  impression: 0,
  quality: 80,
  minutiae: [
    { kind: 'ending', x: 10, y: 20, angle: 64, quality: 90 },
    { kind: 'bifurcation', x: 299, y: 399, angle: 255, quality: 0 },
  ],
  extended: new Uint8Array(0),
};

/** A whole record with some bytes changed. */
function changed(...changes: readonly (readonly [byte: number, value: number])[]): Uint8Array {
  const bytes = writeMinutiaeRecord(small);
  for (const [byte, value] of changes) bytes[byte] = value;
  return bytes;
}

function refusalOf(bytes: Uint8Array): { code: string; byte: unknown } | null {
  try {
    readMinutiaeRecord(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, byte: error.values['byte'] };
  }
}

test('what is written is read again, and to the same bytes', () => {
  fc.assert(
    fc.property(record, (given) => {
      const bytes = writeMinutiaeRecord(given);
      const read = readMinutiaeRecord(bytes);
      expect(read).toEqual(given);
      expect(writeMinutiaeRecord(read)).toEqual(bytes);
    }),
    { numRuns: 60 },
  );
});

test('a record lies as clause 7 of the standard draws it', () => {
  expect(Buffer.from(writeMinutiaeRecord({ ...small, minutiae: [small.minutiae[0]!] })).toString('hex')).toBe(
    ['464d5200', '20323000', '00000024', '0000', '012c', '0190', '00c5', '00c5', '01', '00'].join('') +
      ['02', '00', '50', '01'].join('') +
      ['400a', '0014', '40', '5a'].join('') +
      '0000',
  );
});

describe('a record that lies is refused with the byte where it does', () => {
  test.for([
    ['no magic', changed([0, 0x47]), 'magic', 0],
    ['another version', changed([5, 0x33]), 'version', 5],
    ['nothing', new Uint8Array(0), 'cut', 0],
    ['a cut header', changed().subarray(0, 20), 'cut', 20],
    ['a cut view', changed().subarray(0, 35), 'cut', 35],
    ['a length that is too long', changed([11, 0x30]), 'cut', 42],
    ['a length that is too short', changed([11, 0x20]), 'trailing', 32],
    ['bytes after the end', Buffer.concat([changed(), Buffer.from('x')]), 'trailing', 42],
    ['no width', changed([14, 0], [15, 0]), 'image', 14],
    ['no resolution', changed([18, 0], [19, 0]), 'resolution', 18],
    ['a resolution of 1,200 dpi', changed([20, 1], [21, 0xd8]), 'resolution', 20],
    ['several views', changed([22, 2]), 'views', 22],
    ['no view', changed([22, 0]), 'views', 22],
    ['an eleventh finger', changed([24, 11]), 'finger', 24],
    ['finger 0', changed([24, 0]), 'finger', 24],
    ['an unknown impression', changed([25, 7]), 'impression', 25],
    ['a second view number', changed([25, 0x10]), 'view_number', 25],
    ['a quality of 101', changed([26, 101]), 'quality', 26],
    ['no minutiae', changed([27, 0]), 'no_minutiae', 27],
    ['one minutia more than there are', changed([27, 3]), 'cut', 42],
    ['one minutia less than there are', changed([27, 1]), 'length', 34],
    ['the reserved minutia type', changed([28, 0xc0]), 'type', 28],
    ['a minutia right of the image', changed([34, 0x81], [35, 0x2c]), 'outside', 34],
    ['a minutia below the image', changed([36, 1], [37, 0x90]), 'outside', 36],
    ['reserved bits', changed([30, 0x40]), 'reserved', 30],
    ['extended data that is not there', changed([41, 1]), 'length', 40],
  ] as const)('%s', ([, bytes, code, byte]) => {
    expect(refusalOf(bytes)).toEqual({ code: `biometric.template_${code}`, byte });
  });

  test('300 minutiae do not fit the count and are neither written nor read', () => {
    const minutiae = Array.from({ length: 300 }, () => small.minutiae[0]!);
    expect(() => writeMinutiaeRecord({ ...small, minutiae })).toThrow('template_many_minutiae');
    const bytes = Buffer.alloc(24 + 4 + 300 * 6 + 2);
    bytes.set(writeMinutiaeRecord(small).subarray(0, 28));
    bytes.writeUInt32BE(bytes.length, 8);
    bytes[27] = 300 % 256;
    for (let n = 0; n < 300; n++) bytes.set([0x40, 10, 0, 20, 64, 90], 28 + 6 * n);
    expect(refusalOf(bytes)).toEqual({ code: 'biometric.template_many_minutiae', byte: 27 });
  });
});

test('no change and no cut of a record ever does more than be refused', () => {
  const mutation = fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(record, mutation, fc.nat(2000), (given, changes, cut) => {
      const whole = writeMinutiaeRecord(given);
      // Lies inside a larger buffer, as a packet's part does: reading past its end would be seen as success.
      const bytes = Uint8Array.from([...whole, ...whole]).subarray(
        0,
        cut % 3 === 0 ? cut % whole.length : whole.length,
      );
      for (const [byte, value] of changes) if (bytes.length > 0) bytes[byte % bytes.length] = value;
      const refused = refusalOf(bytes);
      if (refused) expect(refused.byte).toBeLessThanOrEqual(bytes.length);
      else expect(writeMinutiaeRecord(readMinutiaeRecord(bytes))).toEqual(Uint8Array.from(bytes));
    }),
    { numRuns: 300 },
  );
});
