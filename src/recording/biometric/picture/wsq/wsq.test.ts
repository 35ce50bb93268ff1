import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../../core/refusal/index.ts';
import { layoutOf } from './bands.ts';
import { drawnRidges, peakSignalToNoise } from '../given-ridges.ts';
import { givenWsq, NINE_SEVEN, TWO_SIX, type WsqGiven } from './given-wsq.ts';
import { decodeWsq } from './wsq.ts';

function drawn(width: number, height: number, given: Partial<WsqGiven> = {}) {
  const pixels = drawnRidges(width, height);
  return { pixels, ...givenWsq({ width, height, pixels, ...given }) };
}

const small = drawn(64, 80, { comments: ['NIST_COM 3\nPIX_WIDTH 64\nPPI 1000\nLOSSY 1\n'] });

function refusalOf(bytes: Uint8Array) {
  try {
    decodeWsq(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      code: error.code.replace('biometric.picture_', ''),
      byte: error.values['byte'],
      field: error.values['field'],
    };
  }
}

/** Bytes written over a place of the small file. */
function changed(place: string, offset: number, ...bytes: number[]): Uint8Array {
  const all = Uint8Array.from(small.bytes);
  all.set(bytes, small.at[place]! + offset);
  return all;
}

describe('the subbands', () => {
  test('cover the picture without gap or overlap, whatever its size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (width, height) => {
        const covered = new Uint8Array(width * height);
        for (const area of layoutOf(width, height).bands)
          for (let y = area.y; y < area.y + area.height; y++)
            for (let x = area.x; x < area.x + area.width; x++) covered[y * width + x]! += 1;
        expect(covered.every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('lie in the order of their frequencies: the larger half left in an even part, right in an odd one', () => {
    const { bands } = layoutOf(101, 99);
    // 101 = 51 + 50, 51 = 26 + 25, and the upper 25 turned: 12 + 13; of those 12 = 6 + 6, 13 turned: 6 + 7.
    expect(bands[0]).toEqual({ x: 0, y: 0, width: 4, height: 4 });
    expect(bands[19]).toEqual({ x: 26, y: 0, width: 6, height: 7 });
    expect(bands[23]).toEqual({ x: 38, y: 0, width: 6, height: 7 });
    expect(bands[24]).toEqual({ x: 44, y: 0, width: 7, height: 7 });
    expect(bands[51]).toEqual({ x: 26, y: 25, width: 25, height: 25 });
    expect(bands[52]).toEqual({ x: 51, y: 0, width: 25, height: 25 });
    expect(bands[56]).toEqual({ x: 0, y: 50, width: 26, height: 24 });
    expect(bands[63]).toEqual({ x: 76, y: 74, width: 25, height: 25 });
  });
});

describe('a picture goes round', () => {
  test.for([
    ['with the filters of encoder one', NINE_SEVEN, [64, 64]],
    ['of odd sides', NINE_SEVEN, [101, 77]],
    ['of one odd side', NINE_SEVEN, [99, 130]],
    ['with filters of even length', TWO_SIX, [96, 80]],
    ['with filters of even length and odd sides', TWO_SIX, [103, 71]],
  ] as const)('%s: with fine bins nothing is lost', ([, filters, [width, height]]) => {
    const { pixels, bytes } = drawn(width, height, { filters, bin: () => 0.1 });
    const read = decodeWsq(bytes);
    expect({ width: read.width, height: read.height }).toEqual({ width, height });
    expect(peakSignalToNoise(read.pixels, pixels)).toBeGreaterThan(58);
  });

  test('coarse bins keep a ridge picture above 30 dB in an eighth of its size', () => {
    const { pixels, bytes } = drawn(300, 400, { bin: (band) => (band < 60 ? 18 : 0) });
    expect(bytes.length).toBeLessThan(pixels.length / 5);
    expect(peakSignalToNoise(decodeWsq(bytes).pixels, pixels)).toBeGreaterThan(30);
  });

  test('of one grey comes out as that grey, with nothing coded at all', () => {
    const pixels = new Uint8Array(70 * 70).fill(77);
    const { bytes } = givenWsq({ width: 70, height: 70, pixels, bin: () => 0 });
    expect(decodeWsq(bytes).pixels).toEqual(pixels);
  });

  test('blocks, tables and restarts lie as the writer likes', () => {
    const { bytes, pixels } = drawn(90, 100);
    const usual = decodeWsq(bytes).pixels;
    expect(peakSignalToNoise(usual, pixels)).toBeGreaterThan(35);
    for (const given of [
      { blocks: [0] },
      { blocks: [0, 4, 19, 35, 51, 52, 56, 60] },
      { restart: 400 },
      { restart: 61 },
    ])
      expect(decodeWsq(drawn(90, 100, given).bytes).pixels).toEqual(usual);
  });

  test('large values and long runs take their escapes', () => {
    const pixels = new Uint8Array(128 * 128);
    pixels.fill(255, 0, 64 * 128);
    const { bytes } = givenWsq({ width: 128, height: 128, pixels, bin: (band) => (band < 4 ? 0.1 : 1) });
    expect(peakSignalToNoise(decodeWsq(bytes).pixels, pixels)).toBeGreaterThan(40);
  });

  const folder = new URL('../../../../../../shared/data/fingerprint/fvc2002-db4b/', import.meta.url).pathname;
  const prints = existsSync(folder) ? readdirSync(folder).slice(0, 2) : [];
  test.skipIf(prints.length === 0)('prints of the evaluation sets stay above 32 dB', async () => {
    for (const name of prints) {
      const { data, info } = await sharp(folder + name)
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true });
      const { bytes } = givenWsq({
        width: info.width,
        height: info.height,
        pixels: data,
        bin: (band) => (band < 60 ? 10 : 0),
      });
      expect(peakSignalToNoise(decodeWsq(bytes).pixels, data)).toBeGreaterThan(32);
    }
  });
});

describe('the resolution', () => {
  test.for([
    ['stands in a comment of NIST', ['anything', 'NIST_COM 2\nPPI 500\n'], 500],
    ['is not known at -1', ['NIST_COM 2\nPPI -1\n'], null],
    ['is not said elsewhere', ['PPI 500\n', 'NIST_COM 2\nXPPI 500\n'], null],
    ['is not said by an empty comment', [''], null],
  ] as const)('%s', ([, comments, dpi]) => {
    expect(decodeWsq(drawn(64, 64, { comments }).bytes).dpi).toBe(dpi);
  });
});

describe('a file that lies is refused with the byte where it does', () => {
  const { at } = small;
  test.for([
    ['another marker', changed('COM', 1, 0xc0), 'order', at['COM'], 'marker'],
    ['a second beginning', changed('COM', 1, 0xa0), 'order', at['COM'], 'SOI'],
    ['a segment shorter than its length', changed('COM', 2, 0, 1), 'length', at['COM']! + 2, 'segment'],
    ['a segment as long as any', changed('DTT', 2, 0xff, 0xff), 'cut', small.bytes.length, ''],
    ['filters without a length', changed('DTT', 4, 0), 'field', at['DTT']! + 4, 'L0'],
    ['filters of 255', changed('DTT', 5, 255), 'field', at['DTT']! + 5, 'L1'],
    ['an odd filter and an even one', changed('DTT', 4, 8), 'unsupported', at['DTT']! + 4, 'L0, L1'],
    ['filters of another length than their table', changed('DTT', 4, 11), 'length', at['DTT']! + 2, 'segment'],
    ['a sign that is none', changed('DTT', 6, 2), 'field', at['DTT']! + 6, 'sign'],
    ['no height', changed('SOF', 6, 0, 0), 'field', at['SOF']! + 6, 'Y'],
    ['no width', changed('SOF', 8, 0, 0), 'field', at['SOF']! + 8, 'X'],
    ['a ninth Huffman table', changed('DHT 0', 4, 8), 'field', at['DHT 0']! + 4, 'Th'],
    ['more codes than bits', changed('DHT 0', 5, 3), 'length', at['DHT 0']! + 5, 'DHT'],
    ['more short codes than there are', changed('DHT 0', 5, 3, 0, 0, 0, 0, 0, 0), 'field', at['DHT 0']! + 5, 'DHT'],
    ['a block without its table', changed('SOB 1', 4, 5), 'order', at['SOB 1']! + 4, 'DHT 5'],
    ['a frame twice', changed('DQT', 1, 0xa2), 'length', at['DQT']! + 2, 'segment'],
    ['the end too early', changed('DHT 1', 1, 0xa1), 'length', at['DHT 1'], 'SOB'],
    ['the end before all', changed('DTT', 1, 0xa1), 'order', at['DTT'], 'SOF'],
    ['no quantiser', changed('DQT', 1, 0xa8), 'order', at['SOB 0'], 'DQT'],
    ['no filters', changed('DTT', 1, 0xa8), 'order', at['EOI'], 'DTT'],
    ['more coefficients than the picture has', changed('SOF', 6, 0, 64), 'length', undefined, 'SOB'],
    ['fewer coefficients than the picture has', changed('SOF', 6, 0, 99), 'length', at['EOI'], 'SOB'],
    ['no more than a beginning', Uint8Array.of(0xff, 0xa0), 'cut', 2, ''],
  ] as const)('%s', ([, bytes, code, byte, field]) => {
    expect(refusalOf(bytes)).toEqual({ code, byte: byte ?? expect.any(Number), field });
  });

  test('a missing restart is seen by the number of the next', () => {
    const { bytes, at: places } = drawn(90, 100, { restart: 400 });
    const without = Buffer.concat([bytes.subarray(0, places['RST 2']), bytes.subarray(places['RST 3'])]);
    expect(refusalOf(without)).toEqual({ code: 'order', byte: places['RST 2'], field: 'RST' });
  });

  test('a size that the file cannot hold takes no room', () => {
    expect(() => decodeWsq(changed('SOF', 6, 0xff, 0xff, 0xff, 0xff))).toThrow('finger_picture_too_large');
    expect(() => decodeWsq(changed('SOF', 6, 0, 40))).toThrow('picture_too_small');
    const before = process.memoryUsage().arrayBuffers;
    expect(refusalOf(changed('SOF', 6, 0x0c, 0, 0x0c, 0))).toMatchObject({ code: 'length' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8_000_000);
  });
});

test('every cut of a file is refused, and says no place beyond it', () => {
  for (let length = 2; length < small.bytes.length; length++) {
    const refused = refusalOf(small.bytes.subarray(0, length));
    expect(refused?.byte).toBeLessThanOrEqual(length);
  }
});

test('no change of a file ever does more than be refused or give another picture of the size it says', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(changes, (given) => {
      // Inside a larger buffer: reading past the end would be seen as success.
      const bytes = Uint8Array.from([...small.bytes, ...small.bytes]).subarray(0, small.bytes.length);
      for (const [place, value] of given) bytes[place % bytes.length] = value;
      try {
        const { width, height, pixels } = decodeWsq(bytes);
        expect(pixels).toHaveLength(width * height);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        expect(Number(error.values['byte'] ?? 0)).toBeLessThanOrEqual(bytes.length);
      }
    }),
    { numRuns: 1500 },
  );
});
