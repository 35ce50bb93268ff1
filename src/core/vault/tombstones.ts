import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeyKind } from './store.ts';

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
