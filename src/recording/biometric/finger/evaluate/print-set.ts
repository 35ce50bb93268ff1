/** Sets of prints as research distributes them: a folder of pictures named FINGER_IMPRESSION.ext, as `101_3.png`. */
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { refuse } from '../../refusals.ts';

export interface Print {
  /** The file in its set. */
  readonly name: string;
  readonly path: string;
  readonly finger: string;
}

export interface PrintSet {
  readonly name: string;
  readonly prints: readonly Print[];
  /** Files that are no print by their names. */
  readonly others: number;
}

/** The finger is all before the last underscore: some sets number persons and their fingers apart. */
const PRINT = /^(.+)_(\d+)\.(?:png|tiff?|bmp|pgm|jpe?g|wsq)$/i;

/** Refuses `biometric.prints_*` where a folder cannot be read, holds no print, or counts one twice. */
export async function readPrintSets(folders: readonly string[]): Promise<PrintSet[]> {
  const paths = folders.map((folder) => resolve(folder));
  const twice = folders.find((_, n) => paths.indexOf(paths[n]!) < n);
  if (twice !== undefined) throw refuse('biometric.prints_twice', { values: { name: twice } });
  const short = paths.map((path) => basename(path));
  return Promise.all(
    folders.map((folder, n) => {
      const alone = short.filter((each) => each === short[n]).length === 1;
      return readPrintSet(folder, alone ? short[n]! : folder);
    }),
  );
}

async function readPrintSet(folder: string, name: string): Promise<PrintSet> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw refuse('biometric.prints_unreadable', { values: { name: folder, reason: error.code ?? String(error) } });
  });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  const seen = new Map<string, string>();
  const prints: Print[] = [];
  for (const file of files.toSorted(new Intl.Collator('en', { numeric: true }).compare)) {
    const [, finger, impression] = PRINT.exec(file) ?? [];
    if (finger === undefined) continue;
    // Two files of one impression would be a pair that no sensor ever gives.
    const key = `${finger}_${impression}`;
    if (seen.has(key)) throw refuse('biometric.prints_twice', { values: { name: `${seen.get(key)}, ${file}` } });
    seen.set(key, file);
    prints.push({ name: file, path: join(folder, file), finger });
  }
  if (prints.length === 0) throw refuse('biometric.prints_missing', { values: { name: folder } });
  return { name, prints, others: files.length - prints.length };
}
