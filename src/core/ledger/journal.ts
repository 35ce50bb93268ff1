import { hash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeBundle, encodeBundle, LogDamaged, readIfThere, replaceFile, syncPath } from './log/index.ts';

/**
 * A journal holds one batch of entries from before the transaction that numbers them until their tiles are durable. Its
 * name says where the batch begins, how many entries it has and their digest; the transaction commits the name. So a batch
 * counts if and only if the database says so, whatever a sequencer that died or lost its lock has left behind.
 */
export interface Journal {
  readonly name: string;
  readonly start: number;
  readonly count: number;
}

export async function writeJournal(dir: string, start: number, entries: readonly Buffer[]): Promise<Journal> {
  const bytes = encodeBundle(entries);
  const name = `${start}-${entries.length}-${digest(bytes)}`;
  await replaceFile(join(dir, 'journal', name), bytes, { sync: true });
  await syncPath(join(dir, 'journal'));
  return { name, start, count: entries.length };
}

/** The journals of `ledger.head`, which must follow one another. Throws `LogDamaged`. */
export function parseJournals(names: readonly string[], end: number): Journal[] {
  const journals = names.map((name) => {
    const parts = /^(\d+)-(\d+)-[0-9a-f]{64}$/.exec(name);
    if (!parts) throw new LogDamaged('a journal has an unknown name');
    return { name, start: Number(parts[1]), count: Number(parts[2]) };
  });
  journals.forEach(({ start, count }, i) => {
    if (start + count !== (journals[i + 1]?.start ?? end)) throw new LogDamaged('the journals do not join');
  });
  return journals;
}

/** The entries of a journal; `null` where the file is gone. */
export async function readJournal(dir: string, journal: Journal): Promise<Buffer[] | null> {
  const bytes = await readIfThere(join(dir, 'journal', journal.name));
  if (!bytes) return null;
  if (!journal.name.endsWith(digest(bytes))) throw new LogDamaged(`journal ${journal.name} was changed`);
  return decodeBundle(bytes);
}

/** Removes what no transaction has committed or needs any more. */
export async function dropJournals(dir: string, keep: readonly Journal[]): Promise<void> {
  const folder = join(dir, 'journal');
  const kept = new Set(keep.map((journal) => journal.name));
  const names = await readdir(folder).catch(() => []);
  await Promise.all(names.filter((name) => !kept.has(name)).map((name) => rm(join(folder, name), { force: true })));
}

function digest(bytes: Buffer): string {
  return hash('sha256', bytes, 'hex');
}
