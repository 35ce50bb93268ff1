/**
 * Where the bytes of matchings lie: a folder for each, its file in parts and its result in batches, sealed a megabyte at a time so that
 * neither is ever in memory as a whole. What is under its final name is whole and on the disk.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sink } from '../../core/http/index.ts';
import type { ByteSource } from '../../core/table/index.ts';
import type { Vault } from '../../core/vault/index.ts';

/** Bytes that are sealed together; a sealed piece is longer by a constant, so that each is found by its number. */
const PIECE = 1 << 20;
const SEAL = 29;
const CLASS = 'matching.file';

export interface PartRow {
  readonly atByte: number;
  readonly byteCount: number;
}

/** A part that has come and lies aside. */
export interface ReceivedPart {
  readonly byteCount: number;
  readonly sha256: string;
  /** Puts it in its place, over whatever an earlier attempt has left there. */
  keep(): Promise<void>;
}

export type BatchKind = 'result' | 'report';

export type Shelf = ReturnType<typeof openShelf>;

export function openShelf(dir: string, vault: Pick<Vault, 'seal' | 'unseal'>) {
  const folderOf = (id: string) => join(dir, id);
  const place = (id: string, name: string, piece: number) => ({
    table: 'matching',
    row: `${id} ${name}`,
    column: `${piece}`,
  });
  const seal = (id: string, name: string, piece: number, plain: Buffer) =>
    vault.seal(CLASS, place(id, name, piece), plain);
  const partName = (atByte: number) => `part-${atByte}`;
  const batchName = (kind: BatchKind, n: number) => `${kind}-${n}`;

  async function readPiece(
    id: string,
    name: string,
    file: FileHandle,
    piece: number,
    plainBytes: number,
  ): Promise<Buffer> {
    const sealed = Buffer.allocUnsafe(Math.min(PIECE, plainBytes - piece * PIECE) + SEAL);
    const { bytesRead } = await file.read(sealed, 0, sealed.length, piece * (PIECE + SEAL));
    if (bytesRead < sealed.length) throw new FileGone();
    return vault.unseal(CLASS, place(id, name, piece), sealed);
  }

  async function writeWhole(id: string, name: string, plain: Buffer): Promise<void> {
    const aside = join(folderOf(id), `${name}.new`);
    const file = await open(aside, 'w', 0o600);
    try {
      for (let piece = 0; piece * PIECE < plain.length; piece++)
        await file.write(seal(id, name, piece, plain.subarray(piece * PIECE, (piece + 1) * PIECE)));
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(aside, join(folderOf(id), name));
  }

  return {
    /** Takes a part as it comes. Nothing is under its name until `keep`. */
    async receive(id: string, atByte: number): Promise<Sink<ReceivedPart>> {
      const name = partName(atByte);
      await mkdir(folderOf(id), { recursive: true, mode: 0o700 });
      const aside = join(folderOf(id), `${name}.${randomUUID()}.new`);
      const file = await open(aside, 'wx', 0o600);
      const hash = createHash('sha256');
      let waiting: Buffer = Buffer.alloc(0);
      let pieces = 0;
      let byteCount = 0;
      const flush = async (plain: Buffer) => {
        await file.write(seal(id, name, pieces, plain));
        pieces += 1;
      };
      return {
        async write(bytes) {
          hash.update(bytes);
          byteCount += bytes.length;
          waiting = waiting.length === 0 ? bytes : Buffer.concat([waiting, bytes]);
          while (waiting.length >= PIECE) {
            await flush(waiting.subarray(0, PIECE));
            waiting = waiting.subarray(PIECE);
          }
        },
        async end() {
          if (waiting.length > 0) await flush(waiting);
          await file.datasync();
          await file.close();
          return {
            byteCount,
            sha256: hash.digest('hex'),
            keep: async () => {
              await rename(aside, join(folderOf(id), name));
              await syncFolder(folderOf(id));
            },
          };
        },
        async drop() {
          await file.close().catch(() => {});
          await rm(aside, { force: true });
        },
      };
    },

    /** The file as one, by its parts in order. Throws `FileGone` where a part is not there. */
    async file(id: string, parts: readonly PartRow[]): Promise<ByteSource> {
      const files: FileHandle[] = [];
      const close = async () => {
        for (const each of files) await each.close();
      };
      try {
        for (const { atByte } of parts) files.push(await open(join(folderOf(id), partName(atByte)), 'r'));
      } catch (fault) {
        await close();
        throw (fault as NodeJS.ErrnoException).code === 'ENOENT' ? new FileGone() : fault;
      }
      let last: { part: number; piece: number; plain: Buffer } | null = null;
      async function pieceOf(part: number, piece: number): Promise<Buffer> {
        if (last?.part !== part || last.piece !== piece) {
          const { atByte, byteCount } = parts[part]!;
          last = { part, piece, plain: await readPiece(id, partName(atByte), files[part]!, piece, byteCount) };
        }
        return last.plain;
      }
      return {
        size: parts.reduce((sum, { byteCount }) => sum + byteCount, 0),
        async read(offset, length) {
          const found: Buffer[] = [];
          let left = length;
          let at = offset;
          let part = parts.findIndex(({ atByte, byteCount }) => at < atByte + byteCount);
          while (left > 0 && part >= 0 && part < parts.length) {
            const { atByte, byteCount } = parts[part]!;
            const within = at - atByte;
            const plain = await pieceOf(part, Math.floor(within / PIECE));
            const taken = plain.subarray(within % PIECE, (within % PIECE) + left);
            found.push(taken);
            at += taken.length;
            left -= taken.length;
            if (at >= atByte + byteCount) part += 1;
          }
          return found.length === 1 ? found[0]! : Buffer.concat(found);
        },
        close,
      };
    },

    /** Durable when it resolves; written again it takes the place of what was there. */
    writeBatch: async (id: string, kind: BatchKind, n: number, plain: Buffer): Promise<void> => {
      if (plain.length > 0) await writeWhole(id, batchName(kind, n), plain);
    },

    /** What a batch has written, piece by piece. Throws `FileGone`. */
    async *readBatch(id: string, kind: BatchKind, n: number, byteCount: number): AsyncGenerator<Buffer> {
      if (byteCount === 0) return;
      const name = batchName(kind, n);
      const file = await open(join(folderOf(id), name), 'r').catch((fault: NodeJS.ErrnoException) => {
        throw fault.code === 'ENOENT' ? new FileGone() : fault;
      });
      try {
        for (let piece = 0; piece * PIECE < byteCount; piece++) yield await readPiece(id, name, file, piece, byteCount);
      } finally {
        await file.close();
      }
    },

    /** The file only; its result stays. */
    async dropFile(id: string): Promise<void> {
      const names = await readdir(folderOf(id)).catch(() => []);
      for (const name of names) if (name.startsWith('part-')) await rm(join(folderOf(id), name), { force: true });
    },
    drop: (id: string): Promise<void> => rm(folderOf(id), { recursive: true, force: true }),

    /** Ids of all that lie here, and were last written before an instant. */
    async list(olderThan: Date): Promise<string[]> {
      const found: string[] = [];
      for (const name of await readdir(dir).catch(() => [])) {
        const { mtimeMs } = await stat(folderOf(name)).catch(() => ({ mtimeMs: Infinity }));
        if (mtimeMs < olderThan.getTime()) found.push(name);
      }
      return found;
    },
  };
}

/** A part or a batch is not there, as after a restore: what lies here is in no backup. */
export class FileGone extends Error {
  override readonly name = 'FileGone';
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
