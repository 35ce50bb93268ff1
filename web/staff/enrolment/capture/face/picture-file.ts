/**
 * A picture from a file, looked at before it is decoded: a small file may unfold to gigabytes. Pure but for the decoding.
 * The bounds are those of the centre's encoder (src/recording/biometric/face/picture.ts).
 */
export type PictureFault = 'empty' | 'too_many_bytes' | 'too_many_pixels' | 'too_small' | 'no_picture' | 'broken';

export const MOST_PICTURE_BYTES = 20 * 2 ** 20;
const MOST_PIXELS = 40_000_000;
const SMALLEST_SIDE = 64;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The size that a JPEG or PNG announces; `null` for anything else, whatever its name says. */
export function announcedSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (bytes.length >= 4 && view.getUint16(0) === 0xffd8) return sizeOfJpeg(view);
  return null;
}

// Segment by segment to the first frame header (ISO/IEC 10918-1 annex B): SOF0 to SOF15 but for the three that are tables.
function sizeOfJpeg(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xd9 || marker === 0xda) return null;
    const alone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += 2 + (alone ? 0 : view.getUint16(at + 2));
  }
  return null;
}

/** Why the bytes cannot be a picture for us; `null` when they may be decoded. */
export function faultOf(bytes: Uint8Array): PictureFault | null {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > MOST_PICTURE_BYTES) return 'too_many_bytes';
  const size = announcedSize(bytes);
  if (!size) return 'no_picture';
  if (size.width * size.height > MOST_PIXELS) return 'too_many_pixels';
  return Math.min(size.width, size.height) < SMALLEST_SIDE ? 'too_small' : null;
}

/** Decodes a file that a person chose, turned as its EXIF says. */
export async function pictureIn(file: File): Promise<{ picture: ImageBitmap } | { fault: PictureFault }> {
  if (file.size > MOST_PICTURE_BYTES) return { fault: 'too_many_bytes' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fault = faultOf(bytes);
  if (fault) return { fault };
  try {
    return { picture: await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' }) };
  } catch {
    return { fault: 'broken' };
  }
}
