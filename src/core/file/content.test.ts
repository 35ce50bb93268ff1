import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect, MOST_BYTES } from './content.ts';
import { en } from './en.ts';
import { givenJpeg, givenPdf, givenPng } from './given-content.ts';
import { id } from './id.ts';
import { refusals } from './refusals.ts';

const refusal = (code: string) => expect.objectContaining({ code });

describe('a file', () => {
  it('is what its content says', async () => {
    expect(await inspect('akta.pdf', givenPdf())).toBe('application/pdf');
    expect(await inspect('foto.JPG', givenJpeg())).toBe('image/jpeg');
    expect(await inspect('pindai.png', givenPng())).toBe('image/png');
    expect(await inspect('tanpa ekstensi', givenPng())).toBe('image/png');
  });

  it('is refused when its name says otherwise', async () => {
    await expect(inspect('akta.pdf', givenPng())).rejects.toEqual(refusal('file.not_what_it_says'));
    await expect(inspect('foto.png', givenJpeg())).rejects.toEqual(refusal('file.not_what_it_says'));
    await expect(inspect('foto.jpg.exe', givenJpeg())).rejects.toEqual(refusal('file.not_what_it_says'));
  });

  it.each([
    ['a Linux program', Buffer.from('7f454c4602010100000000000000000003003e00', 'hex')],
    ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a ZIP archive', Buffer.from('504b0304140000000800000000000000000000000000', 'hex')],
    ['plain text', Buffer.from('nama;nik')],
    ['a PDF behind a web page', Buffer.concat([Buffer.from('<html>'), givenPdf()])],
    ['GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1')],
  ])('that is %s is not accepted, whatever its name', async (_, bytes) => {
    await expect(inspect('foto.jpg', bytes)).rejects.toEqual(refusal('file.kind_not_accepted'));
  });

  it('of an accepted kind is still refused where another is wanted', async () => {
    await expect(inspect('a.pdf', givenPdf(), ['image/jpeg'])).rejects.toEqual(refusal('file.kind_not_accepted'));
  });

  it('cut anywhere is refused', async () => {
    for (const [name, whole] of [
      ['a.jpg', givenJpeg()],
      ['a.png', givenPng()],
      ['a.pdf', givenPdf().subarray(0, -1)],
    ] as const) {
      for (let length = 1; length < whole.length; length++) {
        await expect(inspect(name, whole.subarray(0, length)), `${name} to ${length}`).rejects.toThrow(
          /^file\.(cut_short|kind_not_accepted)/,
        );
      }
    }
  });

  it('whose picture is damaged inside is refused (PNG sums)', async () => {
    const damaged = givenPng();
    damaged[45]! ^= 1;
    await expect(inspect('a.png', damaged)).rejects.toEqual(refusal('file.cut_short'));
  });

  it('may carry what a camera puts behind the picture', async () => {
    expect(await inspect('a.jpg', Buffer.concat([givenJpeg(), Buffer.alloc(500, 7)]))).toBe('image/jpeg');
  });

  it('that is empty, too large, or a picture of too many points is refused', async () => {
    await expect(inspect('a.pdf', Buffer.alloc(0))).rejects.toEqual(refusal('file.empty'));
    const large = Buffer.concat([givenPdf(), Buffer.alloc(MOST_BYTES['application/pdf'])]);
    await expect(inspect('a.pdf', large)).rejects.toEqual(refusal('file.too_large'));
    await expect(inspect('a.png', givenPng(60_000, 60_000))).rejects.toEqual(refusal('file.picture_too_large'));
    await expect(inspect('a.jpg', givenJpeg(60_000, 60_000))).rejects.toEqual(refusal('file.picture_too_large'));
  });

  it('that is a locked PDF or one with a program is refused', async () => {
    await expect(inspect('a.pdf', givenPdf('/Encrypt 2 0 R'))).rejects.toEqual(refusal('file.locked'));
    await expect(inspect('a.pdf', givenPdf('/OpenAction<</S/JavaScript/JS(x)>>'))).rejects.toEqual(
      refusal('file.has_program'),
    );
    await expect(inspect('a.pdf', givenPdf('/OpenAction<</S/Launch>>'))).rejects.toEqual(refusal('file.has_program'));
  });

  it('of any bytes is accepted or refused, never a fault of ours', async () => {
    const start = fc.constantFrom(
      Buffer.from('ffd8ffe0', 'hex'),
      givenPng().subarray(0, 33),
      Buffer.from('%PDF-'),
      Buffer.alloc(0),
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (head, tail) => {
        const fault = await inspect('x', Buffer.concat([head, tail])).catch((error: Error) => error);
        expect(typeof fault === 'string' || fault.name === 'Refusal').toBe(true);
      }),
    );
  });
});

it('every refusal has its text in both languages', () => {
  expect(Object.keys(id)).toEqual(Object.keys(refusals));
  expect(Object.keys(en)).toEqual(Object.keys(id));
});
