/**
 * Counts that an officer has entered on this device. Always holds: a count is on the device before it is sent, and goes only
 * when an answer came and he has seen it. No person and no serial is in it.
 */
import { useSyncExternalStore } from 'react';

export interface KeptCount {
  /** Also the act's `Idempotency-Key`: sent twice it happens once. */
  readonly key: string;
  readonly storeId: string;
  readonly store: string;
  /** Whether the officer kept the store then: he opens the case of a difference. */
  readonly own: boolean;
  readonly counted: number;
  readonly note: string | null;
  /** By the house's clock. */
  readonly countedAt: string;
  readonly state:
    | { readonly at: 'waiting' }
    | { readonly at: 'answered'; readonly agrees: boolean; readonly expected: number }
    | { readonly at: 'refused'; readonly why: string };
}

const CHANGED = 'jatidiri-hitungan';
const nameOf = (officerId: string) => `jatidiri.hitungan.${officerId}`;
const raw = (officerId: string) => localStorage.getItem(nameOf(officerId)) ?? '[]';

export function listKept(officerId: string): readonly KeptCount[] {
  try {
    return JSON.parse(raw(officerId)) as readonly KeptCount[];
  } catch {
    // Something else under our name.
    return [];
  }
}

/** @throws when the device keeps nothing: then the count must not be taken for kept */
function write(officerId: string, counts: readonly KeptCount[]): void {
  localStorage.setItem(nameOf(officerId), JSON.stringify(counts));
  dispatchEvent(new Event(CHANGED));
}

export function keepCount(officerId: string, count: KeptCount): void {
  write(officerId, [...listKept(officerId).filter(({ key }) => key !== count.key), count]);
}

export function dropCount(officerId: string, key: string): void {
  write(
    officerId,
    listKept(officerId).filter((each) => each.key !== key),
  );
}

/** The counts of an officer on this device, told again when one changes, in another tab too. */
export function useKeptCounts(officerId: string): readonly KeptCount[] {
  const text = useSyncExternalStore(subscribe, () => raw(officerId));
  return text === '[]' ? [] : listKept(officerId);
}

function subscribe(listener: () => void): () => void {
  addEventListener(CHANGED, listener);
  addEventListener('storage', listener);
  return () => {
    removeEventListener(CHANGED, listener);
    removeEventListener('storage', listener);
  };
}
