import { hash } from 'node:crypto';
import { join } from 'node:path';
import {
  cutTiles,
  decodeBundle,
  encodeBundle,
  readIfThere,
  replaceFile,
  TILE_WIDTH,
  widestTile,
} from '../ledger/log/index.ts';
import { sizeOfNote } from './moment.ts';

/**
 * Makes the files of a log fit a database that was brought back to an earlier instant than they: the checkpoint of that time,
 * partial tiles cut from longer ones, and the journals that the database names, whose names hold their digest. What the log
 * says is not touched: every file is a piece of one that is there.
 */
export async function fitLog(given: {
  readonly dir: string;
  readonly size: number;
  readonly journals: readonly string[];
  /** Every checkpoint that is at hand. */
  readonly notes: readonly string[];
}): Promise<void> {
  const { dir, size, notes } = given;
  const journals = given.journals.map((name) => {
    const [start, count, digest] = name.split('-');
    return { name, start: Number(start), count: Number(count), digest };
  });
  const settled = journals[0]?.start ?? size;
  for (const journal of journals) {
    if (await readIfThere(join(dir, 'journal', journal.name))) continue;
    const entries: Buffer[] = [];
    for (let seq = journal.start; seq < journal.start + journal.count;) {
      const bundle = await widestTile(dir, { level: 'entries', index: Math.floor(seq / TILE_WIDTH), width: 1 });
      const from = seq % TILE_WIDTH;
      const piece = decodeBundle(bundle ?? Buffer.alloc(0)).slice(from, from + journal.start + journal.count - seq);
      if (piece.length === 0) break;
      entries.push(...piece);
      seq += piece.length;
    }
    const bytes = encodeBundle(entries);
    if (hash('sha256', bytes) === journal.digest)
      await replaceFile(join(dir, 'journal', journal.name), bytes, { sync: true });
  }
  const fitting = notes.filter((note) => sizeOfNote(note) <= size).toSorted((a, b) => sizeOfNote(a) - sizeOfNote(b));
  const note = fitting.at(-1);
  for (const at of new Set([settled, note ? sizeOfNote(note) : 0])) await cutTiles(dir, at);
  if (note) await replaceFile(join(dir, 'checkpoint'), note, { sync: true });
}
