import { createReadStream } from 'node:fs';
import { chmod, mkdir, open } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';

/** Tar as PostgreSQL writes it (POSIX ustar): what a base copy comes as, and what we pack many small files into. */
const BLOCK = 512;

export interface TarSource {
  /** Name inside the archive, at most 100 bytes. */
  readonly name: string;
  /** The file's path, or its bytes. */
  readonly from: string | Buffer;
}

/** An archive of these files. A file that is gone meanwhile is left out. */
export async function* writeTar(sources: AsyncIterable<TarSource> | Iterable<TarSource>): AsyncGenerator<Buffer> {
  for await (const { name, from } of sources) {
    if (Buffer.isBuffer(from)) {
      yield header(name, from.length);
      yield from;
      yield padding(from.length);
      continue;
    }
    const file = await open(from, 'r').catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ENOENT') return null;
      throw fault;
    });
    if (!file) continue;
    try {
      const { size } = await file.stat();
      yield header(name, size);
      // A file that grows stays at the length that its header says.
      if (size > 0) yield* createReadStream('', { fd: file.fd, end: size - 1, autoClose: false });
      yield padding(size);
    } finally {
      await file.close();
    }
  }
  yield Buffer.alloc(2 * BLOCK);
}

function padding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

function header(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError('a name in an archive has at most 100 bytes');
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  block.write('0000600\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        0', 148);
  block.write('ustar\x0000', 257);
  block.write(`${sumOf(block).toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

function sumOf(block: Buffer): number {
  return block.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
}

/** The archive is cut off, or holds what none of ours holds. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
}

/** Lays the archive's files out below `folder`; `owned` hears of every path that was made. */
export async function extractTar(
  chunks: AsyncIterable<Buffer>,
  folder: string,
  owned: (path: string) => void = () => {},
): Promise<void> {
  const reader = blocks(chunks);
  const made = new Set<string>([folder]);
  const makeFolder = async (path: string): Promise<void> => {
    if (made.has(path)) return;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: 0o700, recursive: true });
    owned(path);
    made.add(path);
  };
  for (;;) {
    const block = await reader.take(BLOCK);
    if (block.every((byte) => byte === 0)) return;
    if (sumOf(block) !== Number.parseInt(text(block, 148, 8), 8)) throw new BadArchive('a header is damaged');
    const name = text(block, 345, 155) === '' ? text(block, 0, 100) : `${text(block, 345, 155)}/${text(block, 0, 100)}`;
    const size = sizeOf(block);
    const path = insideOf(folder, name);
    const kind = String.fromCharCode(block[156]!);
    if (kind === '5') {
      await makeFolder(path);
      continue;
    }
    // Links are tablespaces; a register has none.
    if (kind !== '0' && kind !== '\0') throw new BadArchive(`${name} is no file`);
    await makeFolder(dirname(path));
    const file = await open(path, 'w', 0o600);
    try {
      for (let left = size; left > 0;) {
        const bytes = await reader.some(left);
        await file.write(bytes);
        left -= bytes.length;
      }
    } finally {
      await file.close();
    }
    await chmod(path, 0o600);
    owned(path);
    await reader.take((BLOCK - (size % BLOCK)) % BLOCK);
  }
}

function text(block: Buffer, from: number, length: number): string {
  return block
    .toString('utf8', from, from + length)
    .split('\0')[0]!
    .trim();
}

// Sizes over 8 GB are written in base 256 (the highest bit says so).
function sizeOf(block: Buffer): number {
  if ((block[124]! & 0x80) === 0) return Number.parseInt(text(block, 124, 12) || '0', 8);
  return Number(block.readBigUInt64BE(128));
}

function insideOf(folder: string, name: string): string {
  const path = normalize(name);
  if (path.startsWith('/') || path.split('/').includes('..')) throw new BadArchive(`${name} lies outside`);
  return join(folder, path);
}

function blocks(chunks: AsyncIterable<Buffer>) {
  const iterator = chunks[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  /** At least one byte, at most `most`. */
  async function some(most: number): Promise<Buffer> {
    while (held.length === 0) {
      const { value, done } = await iterator.next();
      if (done) throw new BadArchive('the archive is cut off');
      held = value;
    }
    const bytes = held.subarray(0, most);
    held = held.subarray(bytes.length);
    return bytes;
  }
  async function take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let left = length; left > 0;) {
      const bytes = await some(left);
      parts.push(bytes);
      left -= bytes.length;
    }
    return Buffer.concat(parts);
  }
  return { some, take };
}
