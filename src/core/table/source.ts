import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { TableSource } from './table.ts';

/** SHA-256 in hex: the same file is the same, whatever its name. */
export async function digestOf(source: TableSource): Promise<string> {
  const hash = createHash('sha256');
  if ('bytes' in source) return hash.update(source.bytes).digest('hex');
  if ('stored' in source) {
    const { stored } = source;
    for (let at = 0; at < stored.size; at += 1 << 20) hash.update(await stored.read(at, 1 << 20));
    return hash.digest('hex');
  }
  for await (const chunk of createReadStream(source.path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Bytes by their place, whether they stand in memory or on disk. */
export interface ByteSource {
  readonly size: number;
  /** At most `length` bytes from `offset`; fewer at the end. */
  read(offset: number, length: number): Promise<Buffer<ArrayBufferLike>>;
  close(): Promise<void>;
}

export async function openSource(source: TableSource): Promise<ByteSource> {
  if ('bytes' in source) return inMemory(source.bytes);
  if ('stored' in source) return source.stored;
  return onDisk(await open(source.path, 'r'));
}

function inMemory(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: async (offset, length) => buffer.subarray(offset, Math.min(buffer.length, offset + length)),
    close: async () => undefined,
  };
}

async function onDisk(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    async read(offset, length) {
      const wanted = Math.min(length, Math.max(0, size - offset));
      const buffer = Buffer.allocUnsafe(wanted);
      let filled = 0;
      while (filled < wanted) {
        const { bytesRead } = await file.read(buffer, filled, wanted - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
    close: () => file.close(),
  };
}
