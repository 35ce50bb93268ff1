/** The files that come with an office's list, in the form that its import reads: a zip of stored entries. */
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Writes file after file, and its directory at the end (APPNOTE 4.3). */
export async function writeArchive(path: string, files: Iterable<ArchiveFile>): Promise<void> {
  const out = await open(path, 'w');
  const directory: Buffer[] = [];
  let offset = 0;
  try {
    for (const { name, bytes } of files) {
      const common = commonOf(name, bytes);
      const local = Buffer.concat([word(LOCAL), common, Buffer.from(name), bytes]);
      const place = Buffer.alloc(14);
      place.writeUInt32LE(offset, 10);
      directory.push(Buffer.concat([word(CENTRAL), half(20), common, place, Buffer.from(name)]));
      await out.write(local);
      offset += local.length;
    }
    const central = Buffer.concat(directory);
    const count = half(directory.length);
    const end = [word(END), half(0), half(0), count, count, word(central.length), word(offset), half(0)];
    await out.write(Buffer.concat([central, ...end]));
  } finally {
    await out.close();
  }
}

/** What an entry says of itself in both places: version, flags, method, time, checksum, sizes, lengths. */
function commonOf(name: string, bytes: Uint8Array): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(bytes.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(Buffer.byteLength(name), 22);
  return common;
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
