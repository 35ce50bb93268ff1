import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FaceEncoder } from './encoder.ts';
import { eyesAreOpen } from './rules.ts';
import { announcedPng, drawnFaces, drawnWall } from './given-picture.ts';
import { humanFaceEncoder } from './human.ts';

let encoder: FaceEncoder;
let drawn: Buffer;
beforeAll(async () => {
  encoder = humanFaceEncoder();
  drawn = await drawnFaces(1);
});
afterAll(() => encoder.close());

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, n) => sum + value * b[n]!, 0);

test('one face gives 1,024 values of length 1, its place and that its eyes are open; the same picture the same values', async () => {
  const { embedding, box, eyesOpen, quality } = await encoder.encode(drawn);
  expect(embedding).toHaveLength(1024);
  expect(cosine(embedding, embedding)).toBeCloseTo(1, 5);
  expect(box.x).toBeGreaterThan(80);
  expect(box.x + box.width).toBeLessThan(520);
  expect(eyesOpen).toBe(true);
  expect(quality).toBeGreaterThan(30);
  expect((await encoder.encode(drawn)).embedding).toEqual(embedding);
});

test('the same face smaller, in grey, cropped to the face and as PGM is nearly the same', async () => {
  const { embedding } = await encoder.encode(drawn);
  const grey = sharp(drawn).extract({ left: 160, top: 100, width: 280, height: 340 }).resize(92, 112).greyscale();
  const png = await grey.clone().png().toBuffer();
  const pgm = Buffer.concat([Buffer.from('P5\n# drawn\n92 112\n255\n'), await grey.clone().raw().toBuffer()]);
  const small = await encoder.encode(png);
  expect(cosine(embedding, small.embedding)).toBeGreaterThan(0.7);
  expect(small.box.width).toBeLessThanOrEqual(112);
  expect((await encoder.encode(pgm)).embedding).toEqual(small.embedding);
});

test('a blurred or dark face is worth less than a sharp one', async () => {
  const sharpOne = await encoder.encode(drawn);
  const blurred = await encoder.encode(await drawnFaces(1, { blur: 9 }));
  expect(blurred.quality).toBeLessThan(sharpOne.quality);
  const dark = await encoder.encode(await sharp(drawn).modulate({ brightness: 0.3 }).png().toBuffer());
  expect(dark.quality).toBeLessThan(sharpOne.quality);
});

describe('what is no picture of one face is refused by name', () => {
  test.for([
    ['two faces', () => drawnFaces(2, { width: 1000 }), 'several_faces'],
    ['a wall', () => drawnWall(), 'no_face'],
    ['zero bytes', () => Buffer.alloc(0), 'picture_empty'],
    ['a text', () => Buffer.from('this is no picture at all'), 'picture_unreadable'],
    [
      'a drawing in SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>'),
      'unreadable',
    ],
    ['a cut picture', () => drawn.subarray(0, drawn.length >> 1), 'picture_unreadable'],
    ['a cut PGM', () => Buffer.from('P5 92 112 255 too short'), 'picture_cut'],
    ['40 x 40 pixels', () => drawnWall(40, 40), 'picture_too_small'],
    ['200 megapixels in 100 bytes', () => announcedPng(20_000, 10_000), 'picture_too_large'],
    ['more bytes than any camera makes', () => Buffer.alloc(21 * 2 ** 20), 'picture_too_large'],
  ] as const)('%s', async ([, picture, code]) => {
    await expect(encoder.encode(await picture())).rejects.toThrow(code);
  });
});

test('eyes are open when the lids are a fifth as far apart as the sockets’ edges', () => {
  const mesh = Array.from({ length: 468 }, (): [number, number] => [0, 0]);
  for (const [upper, lower, high, low] of [
    [386, 374, 443, 450],
    [159, 145, 223, 230],
  ] as const) {
    mesh[high] = [0, 0];
    mesh[low] = [0, 30];
    mesh[upper] = [0, 12];
    mesh[lower] = [0, 19];
  }
  expect(eyesAreOpen(mesh)).toBe(true);
  mesh[374] = [0, 14];
  expect(eyesAreOpen(mesh)).toBe(false);
  expect(eyesAreOpen(mesh.slice(0, 6))).toBeNull();
});
