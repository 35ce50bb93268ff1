/** The parts of a list as they are counted: by regency, by village, or those abroad. Pure. */
import type { ManifestFile } from './manifest.ts';

export interface PartCounted {
  readonly part: string;
  readonly rows: number;
  readonly male: number;
  readonly female: number;
  readonly files: number;
  readonly bytes: number;
}

/** Every part has leaves, whatever else was written of it. */
export function partsOf(files: readonly ManifestFile[]): PartCounted[] {
  const own = Map.groupBy(files, ({ part }) => part);
  return files
    .filter(({ kind }) => kind === 'leaves')
    .map(({ part, rows, male, female }) => {
      const all = own.get(part)!;
      return { part, rows, male, female, files: all.length, bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) };
    });
}
