import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { announcedPng } from '../../../../../src/recording/biometric/face/given-picture.ts';
import { givenTemplate } from '../../../../../src/recording/enrolment/given-station.ts';
import { fingerOfName } from './match-name.ts';
import { qualityWord } from './quality.ts';
import { readFile } from './read-file.ts';

test.for([
  ['kanan-telunjuk.fmr', 2],
  ['Telunjuk Kanan.FMR', 2],
  ['right_index.png', 2],
  ['rightIndex.png', 2],
  ['R-thumb.jpg', 1],
  ['ibu jari kiri.fmr', 6],
  ['left_little_0412.png', 10],
  ['jari manis kiri 2.fmr', 9],
  ['finger_2.fmr', 2],
  ['jari-10.png', 10],
  ['2.fmr', 2],
  ['07.fmr', 7],
  ['f3.fmr', 3],
  ['9901014508909001_finger_4.fmr', 4],
  ['telunjuk.fmr', null],
  ['kanan.fmr', null],
  ['kanan kiri telunjuk.fmr', null],
  ['telunjuk tengah kanan.fmr', null],
  ['2 dari 10.fmr', null],
  ['11.fmr', null],
  ['rekaman.fmr', null],
] as const)('%s is of finger %s', ([name, finger]) => {
  expect(fingerOfName(name)).toBe(finger);
});

test('a quality is a word from 0 to 100, and none where nobody judged', () => {
  expect([null, 0, 39, 40, 59, 60, 100].map(qualityWord)).toEqual([
    'unjudged',
    'poor',
    'poor',
    'fair',
    'fair',
    'good',
    'good',
  ]);
});

describe('a file', () => {
  const code = (bytes: Uint8Array) => {
    const read = readFile(bytes);
    return read.kind === 'refused' ? read.code : read.kind;
  };

  test('is a template, or a picture whose size is read before anything is decoded', async () => {
    expect(readFile(givenTemplate('x', 3))).toMatchObject({ kind: 'template', record: { finger: 3, quality: 72 } });
    const blank = sharp({ create: { width: 300, height: 200, channels: 3, background: '#777' } });
    const png = await blank.clone().png().toBuffer();
    const jpeg = await blank.clone().jpeg({ progressive: true }).withMetadata({ density: 500 }).toBuffer();
    expect(readFile(png)).toMatchObject({ mediaType: 'image/png', width: 300, height: 200 });
    expect(readFile(jpeg)).toMatchObject({ mediaType: 'image/jpeg', width: 300, height: 200 });
    expect(code(await blank.clone().resize(40, 40).png().toBuffer())).toBe('biometric.picture_too_small');
  });

  test('that lies or is none is refused by name', () => {
    const lying = givenTemplate('x', 3);
    lying.writeUInt32BE(lying.length + 6, 8);
    const many = givenTemplate('x', 3, 255);
    const count = Buffer.concat([many.subarray(0, -2), Buffer.alloc(45 * 6, 1), Buffer.alloc(2)]);
    count.writeUInt32BE(count.length, 8);
    count[27] = 300 & 255;
    expect(code(lying)).toBe('biometric.template_cut');
    expect(code(count)).toBe('biometric.template_many_minutiae');
    expect(code(givenTemplate('x', 3, 0))).toBe('biometric.template_no_minutiae');
    expect(code(Buffer.from('FMR'))).toBe('biometric.template_cut');
    expect(code(Buffer.alloc(0))).toBe('file.empty');
    expect(code(Buffer.from('%PDF-1.7 no picture'))).toBe('file.unknown');
    expect(code(announcedPng(20_000, 10_000))).toBe('biometric.picture_too_large');
    expect(code(Buffer.alloc(21 * 2 ** 20, 1))).toBe('biometric.picture_too_large');
    expect(code(readFileSync(import.meta.filename))).toBe('file.unknown');
    for (let length = 0; length < 40; length++) code(Buffer.from([0xff, 0xd8, 0xff, ...Array(length).fill(0xff)]));
  });
});
