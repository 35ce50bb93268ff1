import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeyKind, openStore } from './store.ts';

/**
 * What was erased, as lines that are only ever added: `person 3f0c...`. The list is no part of a backup that is restored:
 * it is applied to whatever is restored, before that opens, so an older backup does not bring an erased key back.
 */
export const TOMBSTONE_FILE = 'tombstones';

export interface Tombstone {
  readonly kind: KeyKind;
  readonly id: string;
}

export function readTombstones(path: string): Tombstone[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.includes(' '))
    .map((line) => {
      const [kind, id] = line.split(' ') as [KeyKind, string];
      return { kind, id };
    });
}

/** Durable before it returns. */
export function addTombstones(path: string, tombstones: readonly Tombstone[]): void {
  if (tombstones.length === 0) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(path, 'a', 0o600);
  try {
    writeSync(file, tombstones.map((stone) => `${stone.kind} ${stone.id}\n`).join(''));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

const lineOf = (stone: Tombstone) => `${stone.kind} ${stone.id}`;

/**
 * Keeps the store and every list of tombstones alike: what any of them knows to be erased is erased everywhere, here and at
 * each opening. Gives the way to erase.
 */
export function keepTombstones(
  store: ReturnType<typeof openStore>,
  lists: readonly string[],
): (stone: Tombstone) => void {
  const inStore = new Set(store.buried().map(lineOf));
  const unknown = lists.flatMap(readTombstones).filter((stone) => !inStore.has(lineOf(stone)));
  if (unknown.length > 0) store.bury(unknown);
  for (const list of lists) {
    const listed = new Set(readTombstones(list).map(lineOf));
    addTombstones(
      list,
      store.buried().filter((stone) => !listed.has(lineOf(stone))),
    );
  }
  return (stone) => {
    // The lists first: whatever happens then, the next opening erases.
    for (const list of lists) addTombstones(list, [stone]);
    store.bury([stone]);
  };
}
