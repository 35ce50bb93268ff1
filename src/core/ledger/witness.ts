import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCheckpoint, syncPath, type Checkpoint, type NoteKey } from './log/index.ts';

/**
 * The outside folder: every signed checkpoint is added to the day's file, nothing is ever changed. It is worth most on
 * another machine, under another administrator.
 */
const NOTE = /[^\n]+\n\d+\n[^\n]+\n(?:[^\n]+\n)*\n(?:— [^\n]+\n)+/gu;
const DAY_FILE = /^\d{4}-\d{2}-\d{2}\.notes$/;

export async function addToWitness(dir: string, note: string, now: Date): Promise<void> {
  const path = join(dir, `${now.toISOString().slice(0, 10)}.notes`);
  await mkdir(dir, { recursive: true });
  await appendFile(path, `${note}\n`);
  await syncPath(path);
}

/**
 * The notes of the outside folder to compare with, oldest first: the last of each day, and all of the newest day. A root
 * covers everything before it, so a history that was rewritten differs from each later note too; what the notes between
 * would add is only when it was.
 */
export async function* witnessed(dir: string): AsyncGenerator<string> {
  const days = await dayFiles(dir);
  for (const day of days) {
    const notes = await notesOf(dir, day);
    yield* day === days.at(-1) ? notes : notes.slice(-1);
  }
}

/** The last checkpoint that `key` signed in the outside folder, or `null`. */
export async function lastWitnessed(dir: string, key: NoteKey): Promise<Checkpoint | null> {
  for (const name of (await dayFiles(dir)).toReversed()) {
    for (const note of (await notesOf(dir, name)).toReversed()) {
      const checkpoint = openCheckpoint(note, key);
      if (checkpoint) return checkpoint;
    }
  }
  return null;
}

/** On how many days the outside folder was added to, and since when. */
export async function countWitnessed(dir: string): Promise<{ days: number; since: string | null }> {
  const days = await dayFiles(dir);
  return { days: days.length, since: days[0]?.slice(0, 10) ?? null };
}

async function notesOf(dir: string, day: string): Promise<string[]> {
  return [...(await readFile(join(dir, day), 'utf8')).matchAll(NOTE)].map(([note]) => note);
}

async function dayFiles(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  return names.filter((name) => DAY_FILE.test(name)).toSorted();
}
