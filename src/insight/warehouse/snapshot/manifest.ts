/** What a snapshot consists of: every file with its hash, and one root over them (RFC 6962), which stands in the ledger. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { leafHash, rootOf } from '../../../core/ledger/index.ts';

export interface ManifestFile {
  /** `resident/31.parquet` */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  /** Of the layout; readers refuse one they do not know. */
  readonly format: 1;
  readonly asOf: string;
  readonly knownAt: string;
  /** Another version may write other bytes for the same rows. */
  readonly writer: string;
  readonly files: readonly ManifestFile[];
}

export const FORMAT = 1;

/** Every Parquet file below a folder, in the order of their paths. */
export async function filesIn(folder: string): Promise<ManifestFile[]> {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.parquet')).toSorted();
  const files: ManifestFile[] = [];
  for (const path of paths) {
    const { size } = await stat(join(folder, path));
    files.push({ path, bytes: size, sha256: await digestOf(join(folder, path)) });
  }
  return files;
}

/** 64 hex digits. */
export function manifestRoot(files: readonly ManifestFile[]): string {
  return rootOf(files.map(({ path, sha256 }) => leafHash(Buffer.from(`${path}\n${sha256}`)))).toString('hex');
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
