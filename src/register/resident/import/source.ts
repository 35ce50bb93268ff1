/** The file of an import: where its bytes are, what identifies it, and its rows. */
import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { readTable } from '../../../core/table/index.ts';
import type { OpenTable } from './prepare.ts';

export type ImportSource =
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly bytes: Uint8Array };

/** SHA-256 in hex: the same file is the same import, whatever its name. */
export async function digestOf(source: ImportSource): Promise<string> {
  const hash = createHash('sha256');
  if ('bytes' in source) return hash.update(source.bytes).digest('hex');
  for await (const chunk of createReadStream(source.path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

export function sizeOf(source: ImportSource): number {
  return 'bytes' in source ? source.bytes.length : statSync(source.path).size;
}
