import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { DIVIDED, RENAMED, RENUMBERED, RETIRED_PROVINCES } from './retired.ts';

/**
 * Today's list of regions, from the package `idn-area-data` (data ODbL 1.0, after Kepmendagri 300.2.2-2138/2025). Its codes
 * have dots; ours have none.
 */
export interface ListedRegion {
  readonly code: string;
  readonly name: string;
}

const FILES = ['provinces', 'regencies', 'districts', 'villages'] as const;

function pathOf(file: string): string {
  const entry = createRequire(import.meta.url).resolve('idn-area-data');
  return join(dirname(dirname(entry)), 'data', `${file}.csv`);
}

/** All provinces, regencies and districts, or all villages, in the order of their codes. Throws on a line of another shape. */
export function readRegions(levels: 'upper' | 'villages'): ListedRegion[] {
  const files = levels === 'villages' ? ['villages'] : ['provinces', 'regencies', 'districts'];
  return files.flatMap((file) =>
    readFileSync(pathOf(file), 'utf8').split(/\r?\n/).slice(1).filter(Boolean).map(regionOf),
  );
}

// The code comes first and the name last in all four files; only names are ever quoted.
const LINE = /^([0-9.]+),(?:[0-9.]+,)?(.+)$/;

function regionOf(line: string): ListedRegion {
  const parts = LINE.exec(line);
  if (!parts) throw new Error(`idn-area-data: line of another shape: ${line}`);
  return { code: parts[1]!.replaceAll('.', ''), name: nameIn(parts[2]!) };
}

function nameIn(field: string): string {
  if (!field.startsWith('"')) return field.trim();
  // In names a quotation mark stands for an apostrophe: Ra"as is Ra'as.
  return field.slice(1, -1).replaceAll('""', "'").trim();
}

/** Changes whenever the package's lists or our own table of former days do. */
export function sourceDigest(): string {
  const hash = createHash('sha256');
  for (const file of FILES) hash.update(readFileSync(pathOf(file)));
  hash.update(JSON.stringify([DIVIDED, RENUMBERED, RENAMED, RETIRED_PROVINCES]));
  return hash.digest('hex');
}
