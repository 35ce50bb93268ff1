import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../../core/refusal/index.ts';
import { announcedPng } from '../face/given-picture.ts';
import { readFingerPicture } from './finger-picture.ts';
import { givenBitmap, type BitmapGiven } from './given-bitmap.ts';
import { drawnRidges, peakSignalToNoise } from './given-ridges.ts';
import { givenWsq } from './wsq/given-wsq.ts';

const width = 66;
const height = 71;
const pixels = drawnRidges(width, height);

/** The drawn ridges in each format, with a resolution of 1,000 where the format can say one. */
const files: Record<string, Uint8Array> = {};
beforeAll(async () => {
  const drawn = () => sharp(pixels, { raw: { width, height, channels: 1 } }).withMetadata({ density: 1000 });
  files['png'] = await drawn().toColourspace('b-w').png().toBuffer();
  files['jpeg'] = await drawn().toColourspace('b-w').jpeg({ quality: 98 }).toBuffer();
  files['tiff'] = await drawn().toColourspace('b-w').tiff({ compression: 'lzw' }).toBuffer();
  files['bmp'] = bitmap({ bits: 8, pixelsAMetre: [39_370, 39_370] });
  files['pgm'] = pgm(`P5\n# drawn\n${width} ${height} 255\n`, pixels);
  files['wsq'] = givenWsq({ width, height, pixels, comments: ['NIST_COM 2\nPPI 1000\n'], bin: () => 0.5 }).bytes;
});

function bitmap(given: Pick<BitmapGiven, 'bits'> & Partial<BitmapGiven>): Buffer {
  return givenBitmap({ width, height, pixels, ...given });
}

function pgm(head: string, body: Uint8Array | string): Buffer {
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

/** Uncompressed, one strip, made by hand: no library here writes the high byte first. */
function bigEndianTiff(pixelsACentimetre: number): Buffer {
  const [SHORT, LONG, RATIONAL] = [3, 4, 5];
  const entries = [
    [256, SHORT, width],
    [257, SHORT, height],
    [258, SHORT, 8],
    [259, SHORT, 1],
    [262, SHORT, 1],
    [273, LONG, 200],
    [277, SHORT, 1],
    [278, SHORT, height],
    [279, LONG, pixels.length],
    [282, RATIONAL, 180],
    [283, RATIONAL, 180],
    [296, SHORT, 3],
  ] as const;
  const file = Buffer.alloc(200 + pixels.length);
  file.set([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, entries.length]);
  entries.forEach(([tag, type, value], n) => {
    const at = 10 + n * 12;
    file.writeUInt16BE(tag, at);
    file.writeUInt16BE(type, at + 2);
    file.writeUInt32BE(1, at + 4);
    if (type === SHORT) file.writeUInt16BE(value, at + 8);
    else file.writeUInt32BE(value, at + 8);
  });
  file.writeUInt32BE(pixelsACentimetre, 180);
  file.writeUInt32BE(1, 184);
  file.set(pixels, 200);
  return file;
}

async function refusalOf(bytes: Uint8Array, given?: { dpi?: number }) {
  try {
    await readFingerPicture(bytes, given);
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code.replace('biometric.', ''), byte: error.values['byte'], field: error.values['field'] };
  }
}

function changed(format: string, ...changes: readonly (readonly [byte: number, ...values: number[]])[]): Uint8Array {
  const bytes = Uint8Array.from(files[format]!);
  for (const [byte, ...values] of changes) bytes.set(values, byte < 0 ? bytes.length + byte : byte);
  return bytes;
}

test.for([
  ['png', true, Infinity],
  ['jpeg', true, 35],
  ['tiff', true, Infinity],
  ['bmp', true, Infinity],
  ['pgm', false, Infinity],
  ['wsq', true, 45],
] as const)('a %s is read as it was drawn', async ([format, resolutionSaid, decibels]) => {
  const read = await readFingerPicture(files[format]!);
  expect(read).toMatchObject({ format, width, height, resolutionSaid, dpi: resolutionSaid ? 1000 : 500 });
  expect(peakSignalToNoise(read.pixels, pixels)).toBeGreaterThanOrEqual(decibels);
});

describe('variants of a format are the same picture', () => {
  const drawn = () => sharp(pixels, { raw: { width, height, channels: 1 } });
  const wide = Buffer.alloc(pixels.length * 2);
  pixels.forEach((pixel, n) => wide.writeUInt16BE(pixel * 257, n * 2));
  const words = [...pixels].join('\n');
  test.for([
    ['a bitmap from the top', () => bitmap({ bits: 8, topFirst: true })],
    ['a bitmap of 24 bits', () => bitmap({ bits: 24 })],
    ['a bitmap of 32 bits', () => bitmap({ bits: 32, topFirst: true })],
    ['a bitmap of 32 bits with the usual fields', () => bitmap({ bits: 32, bitfields: true })],
    ['a bitmap that lacks its last padding', () => bitmap({ bits: 8 }).subarray(0, -2)],
    ['a PGM of 16 bits', () => pgm(`P5 ${width} ${height} 65535\n`, wide)],
    ['a plain PGM', () => pgm(`P2 ${width}\n#c\n${height} 255\n`, words)],
    ['a PPM', () => pgm(`P6 ${width} ${height} 255\n`, Buffer.from([...pixels].flatMap((grey) => [grey, grey, grey])))],
    ['a PNG in colour', () => drawn().toColourspace('srgb').png().toBuffer()],
    ['a PNG with a palette', () => drawn().png({ palette: true, dither: 0, colours: 256 }).toBuffer()],
    ['a PNG of 16 bits', () => drawn().toColourspace('grey16').png().toBuffer()],
    ['a PNG that one can see through', () => drawn().toColourspace('srgb').ensureAlpha().png().toBuffer()],
    [
      'a TIFF in tiles',
      () =>
        drawn().toColourspace('b-w').tiff({ compression: 'lzw', tile: true, tileWidth: 32, tileHeight: 32 }).toBuffer(),
    ],
    ['a PNG for another screen', () => drawn().toColourspace('srgb').withIccProfile('p3').png().toBuffer()],
  ] as const)('%s', async ([, file]) => {
    const read = await readFingerPicture(await file(), { dpi: 500 });
    expect({ width: read.width, height: read.height }).toEqual({ width, height });
    expect(peakSignalToNoise(read.pixels, pixels)).toBeGreaterThan(50);
  });

  test('a TIFF that begins with the high byte says pixels a centimetre', async () => {
    const read = await readFingerPicture(bigEndianTiff(197));
    expect(read).toMatchObject({ width, height, dpi: 500, resolutionSaid: true });
    expect(read.pixels).toEqual(pixels);
  });

  test('a PGM of few greys is stretched', async () => {
    const read = await readFingerPicture(pgm('P5 64 64 3\n', new Uint8Array(64 * 64).fill(2)));
    expect(read.pixels[0]).toBe(170);
  });
});

describe('the resolution', () => {
  const said = (make: (drawn: Sharp) => Sharp, density: number) =>
    make(sharp(pixels, { raw: { width, height, channels: 1 } }).withMetadata({ density })).toBuffer();

  test('is the one the caller says before the one the file says, and 500 where neither does', async () => {
    expect(await readFingerPicture(files['png']!, { dpi: 508 })).toMatchObject({ dpi: 508, resolutionSaid: true });
    expect(await readFingerPicture(files['pgm']!)).toMatchObject({ dpi: 500, resolutionSaid: false });
    expect(await readFingerPicture(bitmap({ bits: 24 }))).toMatchObject({ dpi: 500, resolutionSaid: false });
  });

  test.for([
    ['PNG', (drawn: Sharp) => drawn.png()],
    ['JPEG', (drawn: Sharp) => drawn.jpeg()],
    ['TIFF', (drawn: Sharp) => drawn.tiff()],
    ['TIFF by the centimetre', (drawn: Sharp) => drawn.tiff({ resolutionUnit: 'cm' })],
  ] as const)('of a %s is its own, to a pixel an inch', async ([, make]) => {
    for (const density of [300, 500, 1000])
      expect((await readFingerPicture(await said(make, density))).dpi).toBe(density);
    expect(await refusalOf(await said(make, 72))).toMatchObject({ code: 'picture_resolution' });
    expect((await readFingerPicture(await said(make, 72), { dpi: 500 })).dpi).toBe(500);
  });

  test.for([
    ['by the inch', [1, 0x01, 0xf4, 0x01, 0xf4], 500],
    ['by the centimetre', [2, 0, 197, 0, 197], 500],
    ['only as a shape', [0, 0, 1, 0, 1], 1000],
  ] as const)('of a JPEG that JFIF says %s is believed before Exif', async ([, [unit, ...sides], dpi]) => {
    const jfif = [0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, unit, ...sides, 0, 0];
    const file = Buffer.from([0xff, 0xd8, ...jfif, ...files['jpeg']!.subarray(2)]);
    expect((await readFingerPicture(file)).dpi).toBe(dpi);
  });

  test.for([249, 1101, 0, Number.NaN])('of %s is refused', async (dpi) => {
    expect(await refusalOf(files['png']!, { dpi })).toMatchObject({ code: 'picture_resolution' });
  });

  test('of two sides that differ is refused, unless the caller knows better', async () => {
    const file = bitmap({ bits: 8, pixelsAMetre: [19_685, 20_300] });
    expect(await refusalOf(file)).toMatchObject({ code: 'picture_resolution_differs' });
    expect((await readFingerPicture(file, { dpi: 500 })).dpi).toBe(500);
    expect((await readFingerPicture(bitmap({ bits: 8, pixelsAMetre: [19_685, 19_700] }))).dpi).toBe(500);
  });
});

describe('what is no picture of a finger is refused by name', () => {
  test.for([
    ['zero bytes', () => Buffer.alloc(0), 'picture_empty'],
    ['a text', () => Buffer.from('this is no picture at all'), 'picture_kind'],
    ['a drawing in SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture_kind'],
    [
      'a WebP',
      () =>
        sharp(pixels, { raw: { width, height, channels: 1 } })
          .webp()
          .toBuffer(),
      'picture_kind',
    ],
    ['more bytes than any device sends', () => Buffer.alloc(21 * 2 ** 20), 'picture_too_large'],
    ['40 x 64 pixels', () => pgm('P5 40 64 255\n', new Uint8Array(2560)), 'picture_too_small'],
    ['200 megapixels in 100 bytes', () => announcedPng(20_000, 10_000), 'finger_picture_too_large'],
    ['pixels that are none', () => announcedPng(100, 100), 'picture_data'],
  ] as const)('%s', async ([, file, code]) => {
    expect(await refusalOf(await file())).toMatchObject({ code });
  });
});

describe('a file that lies is refused with the byte where it does', () => {
  const all = 0xff;
  test.for([
    ['bmp', 'a head of no kind', [[14, 12]], 'unsupported', 14, 'biSize'],
    ['bmp', 'a head as long as any', [[14, all, all, all, all]], 'unsupported', 14, 'biSize'],
    ['bmp', 'no width', [[18, 0]], 'field', 18, 'biWidth'],
    ['bmp', 'the width of a nation', [[18, all, all, all, 0x7f]], 'finger_too_large', undefined, undefined],
    ['bmp', 'the height without an opposite', [[22, 0, 0, 0, 0x80]], 'field', 22, 'biHeight'],
    ['bmp', 'two planes', [[26, 2]], 'field', 26, 'biPlanes'],
    ['bmp', '4 bits', [[28, 4]], 'unsupported', 28, 'biBitCount'],
    ['bmp', 'run lengths', [[30, 1]], 'unsupported', 30, 'biCompression'],
    ['bmp', 'pixels inside of the head', [[10, 20, 0]], 'length', 10, 'bfOffBits'],
    ['bmp', 'pixels after the end', [[10, all, all, all, all]], 'cut', -1, ''],
    ['bmp', '257 colours', [[46, 1, 1]], 'field', 46, 'biClrUsed'],
    ['bmp', 'an index that is no colour', [[46, 2]], 'field', expect.any(Number), 'palette'],
    ['pgm', 'no width', [[11, 0x20, 0x30]], 'field', 12, 'width'],
    ['pgm', 'a letter', [[11, 0x41]], 'field', 11, 'number'],
    ['pgm', 'a lower maximum', [[17, 0x30]], 'field', expect.any(Number), 'sample'],
    ['png', 'a chunk as long as any', [[8, all, all, all, all]], 'cut', -1, ''],
    ['png', 'a changed head', [[19, 9]], 'checksum', 29, 'IHDR'],
    ['png', 'no head', [[12, 0x41]], 'checksum', 29, 'AHDR'],
    ['png', 'a name of no letters', [[12, 0x31]], 'field', 12, 'chunk'],
    ['jpeg', 'a segment of one byte', [[4, 0, 1]], 'length', 4, 'segment'],
    ['jpeg', 'a segment as long as any', [[4, all, all]], 'cut', -1, ''],
    ['jpeg', 'a second beginning', [[3, 0xd8]], 'order', 2, 'SOI'],
    ['jpeg', 'an end at once', [[3, 0xd9]], 'order', 2, 'SOS'],
    ['jpeg', 'no end', [[-2, 1, 1]], 'cut', -1, ''],
    ['tiff', 'a directory after the end', [[4, all, all, all, all]], 'cut', -1, ''],
  ] as const)('%s: %s', async ([format, , changes, code, byte, field]) => {
    const bytes = changed(format, ...changes);
    const expected = byte === -1 ? bytes.length : byte;
    const name = code === 'finger_too_large' ? 'finger_picture_too_large' : `picture_${code}`;
    expect(await refusalOf(bytes)).toEqual({ code: name, byte: expected, field });
  });

  test('a TIFF whose strips lie outside, or are of no type, or are missing', async () => {
    const bytes = Buffer.from(files['tiff']!);
    const directory = bytes.readUInt32LE(4);
    const entries = Array.from({ length: bytes.readUInt16LE(directory) }, (_, n) => directory + 2 + n * 12);
    const entry = (tag: number) => entries.find((at) => bytes.readUInt16LE(at) === tag)!;
    const lengths = entry(279);
    const at = (byte: number, ...values: number[]) => changed('tiff', [byte, ...values]);
    expect(await refusalOf(at(entry(273) + 8, all, all, all, all))).toMatchObject({ code: 'picture_cut' });
    expect(await refusalOf(at(lengths + 4, all, all, all, all))).toMatchObject({ code: 'picture_cut' });
    expect(await refusalOf(at(lengths + 4, 0, 0))).toEqual({
      code: 'picture_length',
      byte: lengths,
      field: 'StripOffsets',
    });
    expect(await refusalOf(at(entry(273) + 2, 7))).toMatchObject({ code: 'picture_field', byte: entry(273) });
    expect(await refusalOf(at(entry(273), 0))).toMatchObject({ code: 'picture_order', field: 'StripOffsets' });
  });
});

test('every cut of a file is refused, and says no place beyond it', async () => {
  for (const [format, file] of Object.entries(files)) {
    const step = format === 'png' || format === 'wsq' ? 7 : 13;
    // Padding after the last pixel of a bitmap may be missing.
    for (let length = 0; length < file.length - 2; length += step) {
      const refused = await refusalOf(file.subarray(0, length));
      expect(refused, `${format} ${length}`).not.toBeNull();
      expect(Number(refused?.byte ?? 0)).toBeLessThanOrEqual(length);
    }
  }
});

test('no change of a file ever does more than be refused or give another picture', async () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 });
  const format = fc.constantFrom('png', 'jpeg', 'tiff', 'bmp', 'pgm');
  await fc.assert(
    fc.asyncProperty(format, changes, fc.boolean(), async (name, given, early) => {
      const bytes = Uint8Array.from(files[name]!);
      for (const [place, value] of given) bytes[place % (early ? 120 : bytes.length)] = value;
      const read = await readFingerPicture(bytes, { dpi: 500 }).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return null;
      });
      if (read) expect(read.pixels).toHaveLength(read.width * read.height);
    }),
    { numRuns: 400 },
  );
});
