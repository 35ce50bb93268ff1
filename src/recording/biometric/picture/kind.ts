/** What kind of picture bytes are. They are told apart by how they begin, never by a name. Pure. */

export type PictureKind = 'png' | 'jpeg' | 'tiff' | 'webp' | 'bmp' | 'pgm' | 'ppm' | 'wsq';

const BEGINNINGS: readonly (readonly [kind: PictureKind, bytes: readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['wsq', [0xff, 0xa0]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['bmp', [0x42, 0x4d]],
];

/** `null` where the bytes begin like no picture that is read here. */
export function kindOf(bytes: Uint8Array): PictureKind | null {
  for (const [kind, beginning] of BEGINNINGS) if (beginning.every((byte, n) => bytes[n] === byte)) return kind;
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (/^P[25][\s#]/.test(text)) return 'pgm';
  if (/^P6[\s#]/.test(text)) return 'ppm';
  return /^RIFF....WEBP/s.test(text) ? 'webp' : null;
}
