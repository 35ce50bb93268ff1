import { useSyncExternalStore } from 'react';
import type { Language } from '../kit/text.tsx';

export type Theme = 'light' | 'dark' | 'device';

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

const KEY = 'jatidiri.tampilan';
const LANGUAGE_COOKIE = 'jatidiri_bahasa';

/** Language and theme, kept on the device: they belong to the eyes in front of it, not to the session. */
export interface PreferenceStore {
  readonly get: () => Preferences;
  readonly set: (change: Partial<Preferences>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function openPreferences(): PreferenceStore {
  let now = readKept();
  const listeners = new Set<() => void>();
  show(now);
  return {
    get: () => now,
    set(change) {
      now = { ...now, ...change };
      show(now);
      try {
        localStorage.setItem(KEY, JSON.stringify(now));
      } catch {
        // Without storage the choice lasts as long as the page.
      }
      // The public pages are rendered on the server and can only know it from a cookie.
      document.cookie = `${LANGUAGE_COOKIE}=${now.language}; path=/; max-age=31536000; samesite=lax`;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function usePreferences(store: PreferenceStore): Preferences {
  return useSyncExternalStore(store.subscribe, store.get);
}

function readKept(): Preferences {
  const first: Preferences = { language: 'id', theme: 'device' };
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    return {
      language: kept.language === 'en' ? 'en' : 'id',
      theme: kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'device',
    };
  } catch {
    return first;
  }
}

function show({ language, theme }: Preferences) {
  const root = document.documentElement;
  root.lang = language;
  if (theme === 'device') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
