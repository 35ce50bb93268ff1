/** Pictures for tests: drawn faces of nobody, and files that are none. No photo of a person is in this project. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

export { drawnFaces } from '../../../simulation/body/index.ts';

/** A wall: a picture without a face. */
export function drawnWall(width = 300, height = 300): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#8a9aa8' } })
    .png()
    .toBuffer();
}

/** A PNG of a few bytes whose header announces any size. */
export function announcedPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(9))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
