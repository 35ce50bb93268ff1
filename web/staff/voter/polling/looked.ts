/** Checks that were made without a network and wait to be sent, sealed: a NIK and a number stand in them. */
import type { OfflineCheck } from '../../../../src/sharing/voter/schema.ts';
import { seal, unseal, type Sealed } from '../../device/secret.ts';
import { asked, reading, writing } from '../../device/store.ts';

export const LOOKED_KEY = ['polling', 'looked'] as const;

export interface Looked extends OfflineCheck {
  readonly electionId: string;
}

const placeOf = (id: string) => `looked ${id}`;

/** @throws StoreFault */
export async function keepLooked(check: Looked): Promise<void> {
  const sealed = await seal(placeOf(check.id), check);
  await writing(['looked'], (store) => asked(store('looked').put(sealed, check.id)));
}

/** The oldest first; what does not open any more is left out. */
export async function listLooked(): Promise<Looked[]> {
  const [keys, rows] = await reading(['looked'], async (store) => [
    await asked(store('looked').getAllKeys() as IDBRequest<string[]>),
    await asked(store('looked').getAll() as IDBRequest<Sealed[]>),
  ]);
  const opened = await Promise.all(rows.map((sealed, n) => unseal<Looked>(placeOf(keys[n]!), sealed)));
  return opened.filter((check) => check !== null).toSorted((a, b) => a.at.localeCompare(b.at));
}

export function dropLooked(ids: readonly string[]): Promise<void> {
  return writing(['looked'], async (store) => {
    for (const id of ids) await asked(store('looked').delete(id));
  });
}
