import { crc32 } from 'node:zlib';
import { fileTypeFromBuffer } from 'file-type';
import { refuse } from './refusals.ts';

/** The kinds of file that we keep. */
export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

const MEGABYTE = 1024 * 1024;
export const MOST_BYTES = {
  'application/pdf': 10 * MEGABYTE,
  'image/jpeg': 5 * MEGABYTE,
  'image/png': 5 * MEGABYTE,
} as const;
/** 60 megapixels: above what cameras at a counter make, below what would fill the memory of whoever opens it. */
const MOST_PIXELS = 60_000_000;

const ENDINGS: Readonly<Record<string, MediaType>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/**
 * What a file truly is, by its content. Refuses what is empty, too large, of another kind (programs, web pages, SVG and
 * anything else), called what it is not, cut short or locked.
 */
export async function inspect(
  name: string,
  bytes: Buffer,
  allowed: readonly MediaType[] = MEDIA_TYPES,
  mostBytes?: number,
): Promise<MediaType> {
  if (bytes.length === 0) throw refuse('file.empty');
  const found = await typeOf(bytes);
  const mediaType = allowed.find((type) => type === found);
  if (!mediaType) throw refuse('file.kind_not_accepted', { values: { allowed: wordsFor(allowed) } });
  const most = mostBytes ?? MOST_BYTES[mediaType];
  if (bytes.length > most) throw refuse('file.too_large', { values: { megabytes: most / MEGABYTE } });
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase();
  if (ending !== undefined && ENDINGS[ending] !== mediaType) {
    throw refuse('file.not_what_it_says', { values: { ending, kind: wordsFor([mediaType]) } });
  }
  CHECKS[mediaType](bytes);
  return mediaType;
}

function wordsFor(types: readonly MediaType[]): string {
  return types.map((type) => type.split('/')[1]!.toUpperCase()).join(', ');
}

async function typeOf(bytes: Buffer): Promise<string | undefined> {
  // Some readers look for a PDF anywhere in the first kilobyte; ours begins with it or is none.
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  const type = await fileTypeFromBuffer(bytes);
  return type?.mime === 'application/pdf' ? undefined : type?.mime;
}

const CHECKS: Readonly<Record<MediaType, (bytes: Buffer) => void>> = {
  'application/pdf': checkPdf,
  'image/jpeg': checkJpeg,
  'image/png': checkPng,
};

/** The end mark stands in the last kilobyte (ISO 32000-1, Annex H, implementation note 18). */
function checkPdf(bytes: Buffer): void {
  const tail = bytes.subarray(-1024).toString('latin1');
  if (!tail.includes('%%EOF') || !tail.includes('startxref')) throw refuse('file.cut_short');
  if (bytes.includes('/Encrypt')) throw refuse('file.locked');
  if (bytes.includes('/JavaScript') || bytes.includes('/Launch')) throw refuse('file.has_program');
}

/**
 * Walks the segments to the end of the image (ITU-T T.81 Annex B). A search for the end mark alone would find the one of
 * the small preview that cameras put in front.
 */
function checkJpeg(bytes: Buffer): void {
  let at = 2;
  for (;;) {
    if (at + 4 > bytes.length) {
      if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return;
      throw refuse('file.cut_short');
    }
    if (bytes[at] !== 0xff) throw refuse('file.cut_short');
    const marker = bytes[at + 1]!;
    if (marker === 0xd9) return;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    if (isFrame(marker) && at + 9 <= bytes.length) mustFit(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    at += 2 + length;
    if (marker === 0xda) at = afterScan(bytes, at);
  }
}

// SOF0..SOF15 without DHT, JPG and DAC.
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function afterScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1]!;
    const inScan = next === 0x00 || (next >= 0xd0 && next <= 0xd7);
    if (!inScan && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  throw refuse('file.cut_short');
}

/** Walks the chunks to IEND and checks their sums (PNG, W3C, section 5). */
function checkPng(bytes: Buffer): void {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) break;
    const chunk = bytes.subarray(at + 4, end - 4);
    if (crc32(chunk) !== bytes.readUInt32BE(end - 4)) throw refuse('file.cut_short');
    const name = chunk.toString('latin1', 0, 4);
    if (name === 'IHDR' && length >= 8) mustFit(chunk.readUInt32BE(4), chunk.readUInt32BE(8));
    if (name === 'IEND') return;
    at = end;
  }
  throw refuse('file.cut_short');
}

function mustFit(width: number, height: number): void {
  if (width * height > MOST_PIXELS)
    throw refuse('file.picture_too_large', { values: { megapixels: MOST_PIXELS / 1_000_000 } });
}
