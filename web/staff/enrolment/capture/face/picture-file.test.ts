import { expect, test } from 'vitest';
import sharp from 'sharp';
import { announcedPng, drawnWall } from '../../../../../src/recording/biometric/face/given-picture.ts';
import { announcedSize, faultOf } from './picture-file.ts';

const wall = await drawnWall(300, 200);
const jpeg = await sharp(wall).jpeg().toBuffer();
const progressive = await sharp(wall).jpeg({ progressive: true }).withMetadata({ density: 300 }).toBuffer();

test.for([
  ['PNG', wall],
  ['JPEG', jpeg],
  ['progressive JPEG with a header before it', progressive],
] as const)('the size of a %s is read from its head', ([, bytes]) => {
  expect(announcedSize(bytes)).toEqual({ width: 300, height: 200 });
  expect(faultOf(bytes)).toBeNull();
});

test('what is no picture for us is named before anything is decoded', () => {
  expect(faultOf(new Uint8Array(0))).toBe('empty');
  expect(faultOf(Buffer.from('a text that somebody named foto.jpg'))).toBe('no_picture');
  expect(faultOf(announcedPng(20_000, 10_000))).toBe('too_many_pixels');
  expect(faultOf(announcedPng(40, 40))).toBe('too_small');
  expect(faultOf(Buffer.alloc(21 * 2 ** 20))).toBe('too_many_bytes');
  expect(faultOf(jpeg.subarray(0, 12))).toBe('no_picture');
});

test('a head that lies about its lengths ends, whatever stands in it', () => {
  for (let n = 2; n < 200; n++) {
    const bytes = jpeg.subarray(0, 200).slice();
    bytes[n]! ^= 0xff;
    expect(() => announcedSize(bytes)).not.toThrow();
  }
  expect(announcedSize(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0, 0, 0))).toBeNull();
});
