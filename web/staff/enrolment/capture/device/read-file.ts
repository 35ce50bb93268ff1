/** What a file is that somebody chose: a finger's template, a picture, or something that is refused with the server's own words. */
import { Refusal, type MessageValues } from '../../../../../src/core/refusal/index.ts';
import {
  readMinutiaeRecord,
  type MinutiaeRecord,
} from '../../../../../src/recording/biometric/finger/minutiae-record.ts';
import type { PICTURE_TYPES } from '../../../../../src/recording/enrolment/schema.ts';

export interface ReadTemplate {
  readonly kind: 'template';
  readonly bytes: Uint8Array;
  readonly record: MinutiaeRecord;
}
export interface ReadPicture {
  readonly kind: 'picture';
  readonly bytes: Uint8Array;
  readonly mediaType: (typeof PICTURE_TYPES)[number];
  readonly width: number;
  readonly height: number;
}
export interface Refused {
  readonly kind: 'refused';
  /** A code of the biometric room, or one of this page's own. */
  readonly code: string;
  readonly values: MessageValues;
}

const MOST_BYTES = 20 * 2 ** 20;
const MOST_PIXELS = 40_000_000;
const SMALLEST_SIDE = 64;

/** Looks at names of formats and sizes only: a small file may unfold to gigabytes, so nothing is decoded here. */
export function readFile(bytes: Uint8Array): ReadTemplate | ReadPicture | Refused {
  if (bytes.length === 0) return refused('file.empty');
  if (bytes.length > MOST_BYTES) return refused('biometric.picture_too_large');
  if (startsWith(bytes, [0x46, 0x4d, 0x52])) return readTemplate(bytes);
  const picture = sizeOfPng(bytes) ?? sizeOfJpeg(bytes);
  if (picture === null) return refused('file.unknown');
  const { width, height } = picture;
  if (width * height > MOST_PIXELS) return refused('biometric.picture_too_large');
  if (Math.min(width, height) < SMALLEST_SIDE) return refused('biometric.picture_too_small', { width, height });
  return { kind: 'picture', bytes, ...picture };
}

/** The same, and of a picture whether it can be decoded to its end. */
export async function readWholeFile(bytes: Uint8Array): Promise<ReadTemplate | ReadPicture | Refused> {
  const read = readFile(bytes);
  if (read.kind !== 'picture') return read;
  try {
    const bitmap = await createImageBitmap(new Blob([bytes as BlobPart], { type: read.mediaType }));
    bitmap.close();
    return read;
  } catch {
    return refused('biometric.picture_unreadable');
  }
}

export function readTemplate(bytes: Uint8Array): ReadTemplate | Refused {
  try {
    return { kind: 'template', bytes, record: readMinutiaeRecord(bytes) };
  } catch (fault) {
    if (fault instanceof Refusal) return refused(fault.code, fault.values);
    throw fault;
  }
}

const refused = (code: string, values: MessageValues = {}): Refused => ({ kind: 'refused', code, values });

type Sized = Pick<ReadPicture, 'mediaType' | 'width' | 'height'>;

function sizeOfPng(bytes: Uint8Array): Sized | null {
  if (bytes.length < 24 || !startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return null;
  const view = viewOf(bytes);
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks the segments up to the frame header (ITU-T T.81, B.2.2). */
function sizeOfJpeg(bytes: Uint8Array): Sized | null {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return null;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    // SOF0 to SOF15 without DHT, JPG and DAC, which lie among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { mediaType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
