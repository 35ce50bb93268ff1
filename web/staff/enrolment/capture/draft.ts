/**
 * A recording that is not sealed yet, kept on this device so that a reload or a dead battery loses nothing. Always holds: all
 * of it lies under the device's key; it is gone when it was sealed or cancelled, and after a day in any case.
 */
import { itemKey, type Item } from '../../../../src/recording/biometric/schema.ts';
import { seal, sealBytes, unseal, unsealBytes, type Sealed } from '../../device/secret.ts';
import { asked, reading, writing } from '../../device/store.ts';
import type { Captured } from './captured.ts';
import { packDraft, unpackDraft } from './draft-bytes.ts';
import type { Subject } from './subject.ts';

export interface DraftAbout {
  readonly subject: Subject;
  readonly officer: string;
  /** By this device's clock (ms). */
  readonly begun: number;
  /** Set just before it is sealed: the instant that the packet carries. */
  readonly capturedAt: string | null;
}

export interface Draft extends DraftAbout {
  readonly id: string;
}

/** Nobody waits before a station for longer. */
export const DRAFT_LIVES_MS = 24 * 60 * 60_000;

const placeOf = (id: string) => `draft ${id}`;
const keyOf = (id: string, item: Item) => `${id} ${itemKey(item)}`;
/** All keys of one draft: its own, and those that go on after a blank. */
const allOf = (id: string) => IDBKeyRange.bound(id, `${id}~`);

/** @throws StoreFault */
export async function keepAbout({ id, ...about }: Draft): Promise<void> {
  const sealed = await seal(placeOf(id), about satisfies DraftAbout);
  await writing(['draft'], (store) => asked(store('draft').put(sealed, id)));
}

/** @throws StoreFault */
export async function keepItem(id: string, item: Captured): Promise<void> {
  const key = keyOf(id, item);
  const sealed = await sealBytes(placeOf(key), packDraft(item));
  await writing(['draft'], (store) => asked(store('draft').put(sealed, key)));
}

export async function dropItem(id: string, item: Item): Promise<void> {
  await writing(['draft'], (store) => asked(store('draft').delete(keyOf(id, item))));
}

export async function dropDraft(id: string): Promise<void> {
  await writing(['draft'], (store) => asked(store('draft').delete(allOf(id))));
}

/** An officer's drafts, the oldest first. What is too old, or does not open any more, leaves the device. */
export async function listDrafts(officer: string, now = Date.now()): Promise<Draft[]> {
  const keys = await reading(['draft'], (store) => asked(store('draft').getAllKeys()));
  const ids = (keys as string[]).filter((key) => !key.includes(' '));
  const drafts: Draft[] = [];
  for (const id of ids) {
    const sealed = await reading(['draft'], (store) => asked(store('draft').get(id) as IDBRequest<Sealed>));
    const about = await unseal<DraftAbout>(placeOf(id), sealed);
    if (!about || now - about.begun > DRAFT_LIVES_MS) await dropDraft(id);
    else if (about.officer === officer) drafts.push({ id, ...about });
  }
  return drafts.toSorted((a, b) => a.begun - b.begun);
}

/** What was captured; what does not open is left out, and captured anew. */
export async function openDraft(id: string): Promise<Captured[]> {
  const [keys, sealed] = await reading(['draft'], async (store) => {
    const found = asked(store('draft').getAllKeys(allOf(id)));
    const values = asked(store('draft').getAll(allOf(id)) as IDBRequest<Sealed[]>);
    return [await found, await values] as const;
  });
  const items = await Promise.all(
    keys.map(async (key, place) => {
      const plain = key === id ? null : await unsealBytes(placeOf(key as string), sealed[place]!);
      return plain && unpackDraft(plain);
    }),
  );
  return items.filter((item) => item !== null);
}
