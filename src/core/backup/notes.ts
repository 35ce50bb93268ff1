import { readFile } from 'node:fs/promises';
import { witnessed } from '../ledger/witness.ts';

/** The checkpoints in a folder of notes or in one file, oldest first. */
export async function notesIn(folder: string): Promise<string[]> {
  const notes: string[] = [];
  for await (const note of witnessed(folder)) notes.push(note);
  return notes;
}

const NOTE = /[^\n]+\n\d+\n[^\n]+\n(?:[^\n]+\n)*\n(?:— [^\n]+\n)+/gu;

export async function notesOfFile(path: string): Promise<string[]> {
  return [...(await readFile(path, 'utf8')).matchAll(NOTE)].map(([note]) => note);
}
