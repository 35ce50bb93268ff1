/** The build of a PNG (ISO/IEC 15948): that its chunks are whole, and what resolution it says. The pixels are `sharp`'s. Pure. */
import { crc32 } from 'node:zlib';
import { INCHES_A_METRE, type Inspected, type Resolution } from './resolution.ts';
import { expectBytes, faultAt, sourceOf, uint32At, type Source } from './source.ts';

const SIGNATURE = 8;
/** Length, name and checksum. */
const CHUNK_FRAME = 12;

/** Refuses `biometric.picture_*` with the byte. */
export function inspectPng(bytes: Uint8Array): Inspected {
  const source = sourceOf('png', bytes);
  let said: Resolution | null = null;
  let pixelsFrom = 0;
  for (let at = SIGNATURE; ;) {
    const length = uint32At(source, at);
    expectBytes(source, at, CHUNK_FRAME + length);
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    expectSound(source, { at, length, name });
    if (at === SIGNATURE && name !== 'IHDR') throw faultAt(source, 'order', { byte: at, field: 'IHDR' });
    if (name === 'pHYs') said = physical(source, at, length) ?? said;
    if (name === 'IDAT') pixelsFrom ||= at;
    if (name === 'IEND') {
      if (pixelsFrom === 0) throw faultAt(source, 'order', { byte: at, field: 'IDAT' });
      return { said, pixelsFrom };
    }
    at += CHUNK_FRAME + length;
  }
}

function expectSound(source: Source, { at, length, name }: { at: number; length: number; name: string }): void {
  if (!/^[A-Za-z]{4}$/.test(name)) throw faultAt(source, 'field', { byte: at + 4, field: 'chunk' });
  if (crc32(source.bytes.subarray(at + 4, at + 8 + length)) !== uint32At(source, at + 8 + length))
    throw faultAt(source, 'checksum', { byte: at + 8 + length, field: name });
}

/** Pixels a metre; another unit says only how the sides compare. */
function physical(source: Source, at: number, length: number): Resolution | null {
  if (length !== 9) throw faultAt(source, 'length', { byte: at, field: 'pHYs' });
  const [x, y] = [uint32At(source, at + 8), uint32At(source, at + 12)];
  if (source.bytes[at + 16] !== 1 || x === 0 || y === 0) return null;
  return { x: x * INCHES_A_METRE, y: y * INCHES_A_METRE };
}
