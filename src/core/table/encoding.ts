import { isAscii, isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How the text is written, and how many bytes its byte order mark takes. `whole` says that `sample` is the entire file. */
export function encodingOf(sample: Buffer, whole: boolean): { encoding: Encoding; mark: number } {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (sample[0] === 0xff && sample[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (sample[0] === 0xfe && sample[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  const zeros = [0, 0];
  const look = Math.min(sample.length, 4096);
  for (let i = 0; i < look; i++) if (sample[i] === 0) zeros[i % 2]!++;
  // Latin letters in UTF-16 have a zero in every other byte.
  if (zeros[1]! > look / 4 && zeros[0] === 0) return { encoding: 'utf-16le', mark: 0 };
  if (zeros[0]! > look / 4 && zeros[1] === 0) return { encoding: 'utf-16be', mark: 0 };
  return { encoding: isUtf8(whole ? sample : withoutTail(sample)) ? 'utf-8' : 'windows-1252', mark: 0 };
}

/** A sample may end within a letter of up to four bytes. */
function withoutTail(sample: Buffer): Buffer {
  let end = sample.length;
  while (end > 0 && sample.length - end < 4 && sample[end - 1]! >= 0x80) end--;
  return sample.subarray(0, end);
}

const utf8 = new TextDecoder('utf-8');
const windows1252 = new TextDecoder('windows-1252');

/** Text of whole rows. A file taken for UTF-8 by its beginning that is none further on is read as Windows-1252 there. */
export function textOf(bytes: Buffer, encoding: 'utf-8' | 'windows-1252'): string {
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (encoding === 'utf-8' && isUtf8(bytes)) return utf8.decode(bytes);
  return windows1252.decode(bytes);
}

/** Turns pieces of UTF-16 into UTF-8, so that rows are cut in one way only. */
export function fromUtf16(encoding: 'utf-16le' | 'utf-16be'): (piece: Buffer, last: boolean) => Buffer {
  const decoder = new TextDecoder(encoding);
  return (piece, last) => Buffer.from(decoder.decode(piece, { stream: !last }), 'utf8');
}
