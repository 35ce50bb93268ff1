import { useEffect, useState } from 'react';

const PREFIX = 'jatidiri.draf.';

/** What was typed and not yet sent, on this device, under the officer and the form; `null` when there is none. */
export function readDraft<Values>(officerId: string, form: string): Values | null {
  try {
    const kept = localStorage.getItem(`${PREFIX}${officerId}.${form}`);
    return kept === null ? null : (JSON.parse(kept) as Values);
  } catch {
    // A device without storage, or something else under our name: the form starts empty.
    return null;
  }
}

export function keepDraft(officerId: string, form: string, values: unknown): void {
  try {
    localStorage.setItem(`${PREFIX}${officerId}.${form}`, JSON.stringify(values));
  } catch {
    // Full or forbidden storage must not stop the officer from working.
  }
}

export function dropDraft(officerId: string, form: string): void {
  localStorage.removeItem(`${PREFIX}${officerId}.${form}`);
}

/** At sign-out nothing that an officer typed stays on the device, whoever he was. */
export function purgeDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

/** Keeps `values` as the form's draft, half a second after the last stroke. Gives whether it is on the device. */
export function useDraft(officerId: string, form: string, values: unknown, dirty: boolean): boolean {
  const [kept, setKept] = useState(false);
  const now = JSON.stringify(values);
  useEffect(() => {
    if (!dirty) return;
    setKept(false);
    const keep = () => {
      rest();
      keepDraft(officerId, form, JSON.parse(now));
      setKept(true);
    };
    const timer = setTimeout(keep, 500);
    // A page that is closed or loaded again in that half second loses nothing either.
    addEventListener('pagehide', keep);
    const rest = () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
    return rest;
  }, [officerId, form, now, dirty]);
  return kept;
}
