import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../core/refusal/index.ts';
import { minutiaeFormatOf, readIncits378 } from './incits-378.ts';
import { writeMinutiaeRecord } from './minutiae-record.ts';

interface GivenView {
  readonly finger: number;
  readonly number?: number;
  readonly minutiae?: readonly (readonly [x: number, y: number, steps: number])[];
  readonly extended?: readonly number[];
}

const two: readonly GivenView[] = [
  {
    finger: 2,
    minutiae: [
      [10, 20, 0],
      [299, 399, 45],
      [5, 6, 179],
    ],
  },
  { finger: 7, number: 1, minutiae: [[1, 2, 90]], extended: [0, 1, 0, 6, 9, 9] },
];

/** As the standard draws it, with a length of two bytes or of six. */
function record(views: readonly GivenView[], long = false): Buffer {
  const body = views.map(({ finger, number = 0, minutiae = [[1, 1, 1]], extended = [] }) =>
    Buffer.from(
      [
        [finger, number << 4, 80, minutiae.length],
        ...minutiae.map(([x, y, steps]) => [0x40 | (x >> 8), x & 0xff, y >> 8, y & 0xff, steps, 60]),
        [extended.length >> 8, extended.length & 0xff, ...extended],
      ].flat(),
    ),
  );
  const beginning = Buffer.from('FMR\0 20\0');
  const device = [0x00, 0x1b, 0x02, 0x01, 0x80, 0x2a, 0x01, 0x2c, 0x01, 0x90, 0x00, 0xc5, 0x00, 0xc5, views.length, 0];
  const header = Buffer.concat([beginning, Buffer.alloc(long ? 6 : 2), Buffer.from(device)]);
  const all = Buffer.concat([header, ...body]);
  if (long) all.writeUInt32BE(all.length, 10);
  else all.writeUInt16BE(all.length, 8);
  return all;
}

function refusalOf(bytes: Uint8Array): { code: string; byte: unknown } | null {
  try {
    readIncits378(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code.replace('biometric.template_', ''), byte: error.values['byte'] };
  }
}

test.for([false, true])('each view becomes a record of its own, in our angles (long length: %s)', (long) => {
  const [first, second, ...more] = readIncits378(record(two, long));
  expect(more).toEqual([]);
  expect(first).toMatchObject({ finger: 2, width: 300, height: 400, xPixelsPerCm: 197, certification: 8, device: 42 });
  // 0°, 90° and 358° counter-clockwise from the right, in 256ths of a turn.
  expect(first?.minutiae.map(({ angle }) => angle)).toEqual([0, 64, 255]);
  expect(first?.minutiae[1]).toMatchObject({ kind: 'ending', x: 299, y: 399, quality: 60 });
  expect(second).toMatchObject({ finger: 7, quality: 80, impression: 0 });
  expect([...second!.extended]).toEqual([0, 1, 0, 6, 9, 9]);
});

test('what is read can be written as an ISO record', () => {
  for (const read of readIncits378(record(two)))
    expect(minutiaeFormatOf(writeMinutiaeRecord(read))).toBe('iso-19794-2:2005');
});

test('the two standards are told apart by their lengths', () => {
  const iso = writeMinutiaeRecord(readIncits378(record(two))[0]!);
  expect(minutiaeFormatOf(iso)).toBe('iso-19794-2:2005');
  expect(minutiaeFormatOf(record(two))).toBe('incits-378-2004');
  expect(minutiaeFormatOf(record(two, true))).toBe('incits-378-2004');
  expect(minutiaeFormatOf(Buffer.from('JDF1 something else'))).toBeNull();
  expect(minutiaeFormatOf(iso.subarray(0, 12))).toBeNull();
  const largeIso = writeMinutiaeRecord({ ...readIncits378(record(two))[0]!, extended: new Uint8Array(0xffff) });
  expect(minutiaeFormatOf(largeIso)).toBe('iso-19794-2:2005');
});

test('a finger that the record does not know is the one the caller says', () => {
  const unknown = record([{ finger: 0 }]);
  expect(refusalOf(unknown)).toEqual({ code: 'which_finger', byte: 26 });
  expect(readIncits378(unknown, { finger: 4 })[0]?.finger).toBe(4);
  expect(readIncits378(record([{ finger: 2 }]), { finger: 4 })[0]?.finger).toBe(2);
});

describe('a record that lies is refused with the byte where it does', () => {
  const changed = (...changes: readonly (readonly [byte: number, value: number])[]) => {
    const bytes = record(two);
    for (const [byte, value] of changes) bytes[byte] = value;
    return bytes;
  };
  const { length } = record(two);
  test.for([
    ['nothing', Buffer.alloc(0), 'cut', 0],
    ['no magic', changed([1, 0x49]), 'magic', 1],
    ['version 30', changed([5, 0x33]), 'version', 5],
    ['a cut header', record(two).subarray(0, 25), 'cut', 25],
    ['a cut view', record(two).subarray(0, length - 9), 'cut', length - 9],
    ['a length that is too short', changed([9, length - 1]), 'trailing', length - 1],
    ['no width', changed([16, 0], [17, 0]), 'image', 16],
    ['a resolution of 1,200 dpi', changed([22, 1], [23, 0xd8]), 'resolution', 22],
    ['no view', changed([24, 0]), 'no_view', 24],
    ['a view more than there are', changed([24, 3]), 'cut', length],
    ['a view less than there are', changed([24, 1]), 'length', 50],
    ['reserved bits', changed([25, 1]), 'reserved', 25],
    ['an eleventh finger', changed([26, 11]), 'finger', 26],
    ['an unknown impression', changed([27, 5]), 'impression', 27],
    ['a quality of 101', changed([28, 101]), 'quality', 28],
    ['the reserved type', changed([30, 0xc0]), 'type', 30],
    ['a minutia right of the image', changed([36, 0x41], [37, 0x2c]), 'outside', 36],
    ['an angle of 360 degrees', changed([34, 180]), 'angle', 34],
    ['extended data that is not there', changed([48, 0xff]), 'length', 48],
    ['no minutiae in the second view', changed([53, 0], [54, 0], [55, 12]), 'no_minutiae', 53],
  ] as const)('%s', ([, bytes, code, byte]) => {
    expect(refusalOf(bytes)).toEqual({ code, byte });
  });

  test('a long length that no file has', () => {
    const bytes = record(two, true);
    bytes.writeUInt32BE(0xffffffff, 10);
    expect(refusalOf(bytes)).toEqual({ code: 'cut', byte: bytes.length });
  });
});

test('no change and no cut of a record ever does more than be refused', () => {
  const changes = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 255 })), { maxLength: 6 });
  fc.assert(
    fc.property(changes, fc.nat(400), fc.boolean(), (given, cut, long) => {
      const whole = record(two, long);
      const bytes = Uint8Array.from([...whole, ...whole]).subarray(0, cut < whole.length ? cut : whole.length);
      for (const [byte, value] of given) if (bytes.length > 0) bytes[byte % bytes.length] = value;
      const refused = refusalOf(bytes);
      if (refused) expect(refused.byte).toBeLessThanOrEqual(bytes.length);
    }),
    { numRuns: 500 },
  );
});
