import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

/** SHA-256 of the sealed bytes, 64 hexadecimal digits: checked without any key. */
export type Address = string;

/** Where sealed bytes lie: a folder now, an object store later. Knows nothing of what they are. */
export interface FileDriver {
  /** Durable when it returns. Writing what is there already only makes it young again. */
  write(address: Address, bytes: Buffer): Promise<void>;
  /** `null` when there is nothing at the address. */
  read(address: Address): Promise<Buffer | null>;
  remove(address: Address): Promise<void>;
  /** All addresses in batches, with the instant of the last write; left-overs of broken writes are tidied on the way. */
  list(olderThan: Date): AsyncIterable<readonly Address[]>;
}

const ADDRESS = /^[0-9a-f]{64}$/;

/** Files below `dir` as `ab/cd/<address>`, written aside, synced and renamed: there is never half a file under an address. */
export function folderDriver(dir: string): FileDriver {
  const aside = join(dir, 'writing');
  const folderOf = (address: Address) => join(dir, address.slice(0, 2), address.slice(2, 4));
  const pathOf = (address: Address) => join(folderOf(address), mustBeAddress(address));

  return {
    async write(address, bytes) {
      const path = pathOf(address);
      if (await isThere(path)) {
        // A sweep must not take what a transaction is about to refer to.
        const now = new Date();
        await utimes(path, now, now);
        return;
      }
      await mkdir(folderOf(address), { recursive: true, mode: 0o700 });
      await mkdir(aside, { recursive: true, mode: 0o700 });
      const draft = join(aside, randomUUID());
      const handle = await open(draft, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } catch (fault) {
        await rm(draft, { force: true });
        throw fault;
      } finally {
        await handle.close();
      }
      await rename(draft, path);
      // The names survive a power cut only when their folders are on disk too.
      for (const folder of [folderOf(address), join(dir, address.slice(0, 2)), dir]) await syncFolder(folder);
    },
    read: (address) => readFile(pathOf(address)).catch(nullIfMissing),
    remove: (address) => rm(pathOf(address), { force: true }),
    async *list(olderThan) {
      for (const draft of await names(aside)) {
        const path = join(aside, draft);
        if (await isOlder(path, olderThan)) await rm(path, { force: true });
      }
      for (const first of await names(dir)) {
        if (!/^[0-9a-f]{2}$/.test(first)) continue;
        for (const second of await names(join(dir, first))) {
          const batch: Address[] = [];
          for (const name of await names(join(dir, first, second))) {
            if (ADDRESS.test(name) && (await isOlder(join(dir, first, second, name), olderThan))) batch.push(name);
          }
          if (batch.length > 0) yield batch;
        }
      }
    },
  };
}

function mustBeAddress(address: Address): Address {
  if (!ADDRESS.test(address)) throw new RangeError('not the address of a file');
  return address;
}

async function names(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(nullIfMissing)) ?? [];
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(nullIfMissing)) !== null;
}

async function isOlder(path: string, than: Date): Promise<boolean> {
  const found = await stat(path).catch(nullIfMissing);
  return found !== null && found.mtimeMs < than.getTime();
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nullIfMissing(fault: NodeJS.ErrnoException): null {
  if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return null;
  throw fault;
}
