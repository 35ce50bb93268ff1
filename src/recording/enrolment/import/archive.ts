/** Files that come with a table of recordings: in a folder or in a zip. Nothing outside of either is ever read. */
import { open, readFile, realpath, stat, type FileHandle } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { refuse } from '../refusals.ts';

export interface Files {
  /** `null` where there is none of that name. */
  read(name: string): Promise<Buffer | null>;
  close(): Promise<void>;
}

/** No picture or template is larger. */
const MOST_BYTES = 6 * 1024 * 1024;

export async function openFiles(path: string): Promise<Files> {
  const found = await stat(path).catch(() => null);
  if (!found) throw refuse('enrolment.import_no_file', { values: { file: path } });
  return found.isDirectory() ? folder(await realpath(path)) : zip(path);
}

function folder(root: string): Files {
  return {
    async read(name) {
      const path = resolve(root, name);
      if (!path.startsWith(root + sep)) return null;
      // A link may lead out.
      const real = await realpath(path).catch(() => null);
      if (!real?.startsWith(root + sep)) return null;
      const found = await stat(real);
      return found.isFile() && found.size <= MOST_BYTES ? readFile(real) : null;
    },
    close: async () => undefined,
  };
}

interface Entry {
  readonly offset: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
}

/** By the central directory (APPNOTE 4.3.12); stored and deflated entries, not locked, no zip64. */
async function zip(path: string): Promise<Files> {
  const file = await open(path, 'r');
  try {
    const entries = await directoryOf(file, path);
    return {
      async read(name) {
        const entry = entries.get(name.replace(/^\.\//, ''));
        return entry ? contentOf(file, entry) : null;
      },
      close: () => file.close(),
    };
  } catch (fault) {
    await file.close();
    throw fault;
  }
}

async function directoryOf(file: FileHandle, path: string): Promise<Map<string, Entry>> {
  const { size } = await file.stat();
  const broken = () => refuse('enrolment.import_archive', { values: { file: path } });
  const tail = await part(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > tail.length) throw broken();
  const length = tail.readUInt32LE(end + 12);
  const from = tail.readUInt32LE(end + 16);
  if (from + length > size) throw broken();
  const directory = await part(file, from, length);
  const entries = new Map<string, Entry>();
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    const nameLength = directory.readUInt16LE(at + 28);
    const next = at + 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw broken();
    // Bit 0 of the flags: locked.
    if ((directory.readUInt16LE(at + 8) & 1) === 1) throw broken();
    entries.set(directory.toString('utf8', at + 46, at + 46 + nameLength), {
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

async function contentOf(file: FileHandle, entry: Entry): Promise<Buffer | null> {
  if (entry.unpacked > MOST_BYTES || entry.packed > MOST_BYTES) return null;
  const head = await part(file, entry.offset, 30);
  if (head.length < 30) return null;
  const packed = await part(file, entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), entry.packed);
  if (packed.length < entry.packed) return null;
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: MOST_BYTES });
  } catch {
    return null;
  }
}

async function part(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
}
