/** Uncompressed bitmaps for tests. */

export interface BitmapGiven {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  readonly bits: 8 | 24 | 32;
  readonly topFirst?: boolean;
  readonly pixelsAMetre?: readonly [x: number, y: number];
  readonly bitfields?: boolean;
}

export function givenBitmap(given: BitmapGiven): Buffer {
  const { width, height, pixels, bits, topFirst = false, pixelsAMetre = [0, 0], bitfields = false } = given;
  const rowBytes = Math.ceil((width * bits) / 32) * 4;
  const between = (bits === 8 ? 256 * 4 : 0) + (bitfields ? 12 : 0);
  const file = Buffer.alloc(54 + between + rowBytes * height);
  file.write('BM', 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54 + between, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(topFirst ? -height : height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(bits, 28);
  file.writeUInt32LE(bitfields ? 3 : 0, 30);
  file.writeInt32LE(pixelsAMetre[0], 38);
  file.writeInt32LE(pixelsAMetre[1], 42);
  if (bitfields) [0xff0000, 0xff00, 0xff].forEach((mask, n) => file.writeUInt32LE(mask, 54 + n * 4));
  // A palette that runs the other way: an index is not yet a grey.
  if (bits === 8) for (let n = 0; n < 256; n++) file.set([255 - n, 255 - n, 255 - n, 0], 54 + n * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const grey = pixels[y * width + x]!;
      const at = 54 + between + rowBytes * (topFirst ? y : height - 1 - y) + (x * bits) / 8;
      file.set(bits === 8 ? [255 - grey] : [grey, grey, grey], at);
    }
  return file;
}
