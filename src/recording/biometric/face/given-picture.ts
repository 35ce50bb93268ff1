/** Pictures for tests: drawn faces of nobody, and files that are none. No photo of a person is in this project. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** `count` drawn faces side by side, as a PNG. */
export function drawnFaces(count: number, { width = 600, height = 600, blur = 1.2 } = {}): Promise<Buffer> {
  const size = Math.min(width / count, height) / 380;
  const faces = Array.from({ length: count }, (_, n) => drawnFace(((n + 0.5) * width) / count, height * 0.47, size));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs><radialGradient id="skin" cx=".45" cy=".4" r=".7"><stop offset="0" stop-color="#ecc19d"/>
    <stop offset=".7" stop-color="#d9a37c"/><stop offset="1" stop-color="#a8734f"/></radialGradient></defs>
    <rect width="100%" height="100%" fill="#9db4c8"/>${faces.join('')}</svg>`;
  return sharp(Buffer.from(svg)).blur(blur).png().toBuffer();
}

function drawnFace(x: number, y: number, size: number): string {
  const twice = (part: string) => `${part}<g transform="scale(-1 1)">${part}</g>`;
  return `<g transform="translate(${x} ${y}) scale(${size})">
    <ellipse cx="0" cy="-20" rx="92" ry="118" fill="#2a1d15"/>
    <path d="M-40 90 L-44 160 L44 160 L40 90Z" fill="#b5805c"/>
    <path d="M-150 200 Q-110 150 -44 145 L44 145 Q110 150 150 200Z" fill="#34506e"/>
    <ellipse cx="0" cy="10" rx="78" ry="102" fill="url(#skin)"/>
    <path d="M-78 -20 Q-70 -95 0 -98 Q70 -95 78 -20 Q60 -62 0 -62 Q-60 -62 -78 -20Z" fill="#2a1d15"/>
    ${twice(`<ellipse cx="-82" cy="10" rx="9" ry="20" fill="#c08a66"/>
      <path d="M-52 -22 Q-34 -34 -15 -24" fill="none" stroke="#3a261a" stroke-width="6" stroke-linecap="round"/>
      <ellipse cx="-33" cy="-4" rx="17" ry="8" fill="#f4efe9"/><circle cx="-33" cy="-4" r="7.5" fill="#3b2414"/>
      <circle cx="-31" cy="-6" r="2" fill="#fff"/>
      <path d="M-51 -4 Q-33 -18 -15 -4" fill="none" stroke="#2b1a10" stroke-width="3"/>
      <ellipse cx="-8" cy="40" rx="4" ry="2.5" fill="#6d4029"/>
      <path d="M-60 40 Q-50 75 -25 100" fill="none" stroke="#b07a55" stroke-width="6" opacity=".35"/>`)}
    <path d="M-7 -2 Q-10 26 -17 36 Q-10 44 0 43 Q10 44 17 36 Q10 26 7 -2" fill="#c98f69" opacity=".7"/>
    <path d="M-28 66 Q-12 58 0 62 Q12 58 28 66 Q14 80 0 80 Q-14 80 -28 66Z" fill="#a4504a"/>
    <path d="M-28 66 Q0 72 28 66" fill="none" stroke="#6e2f2c" stroke-width="2.5"/></g>`;
}

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
