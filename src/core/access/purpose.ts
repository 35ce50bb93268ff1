import type { Language, Texts } from '../text/index.ts';

/**
 * Why an officer looks at a person's data, as a code; the citizen reads its text. A room declares a purpose by bringing
 * the text `purpose.<code>` in both languages, nothing else.
 */
export interface Purpose {
  readonly code: string;
  readonly label: Readonly<Record<Language, string>>;
}

declare module '../db/tx.ts' {
  interface Ground {
    /** Every purpose that a room declares. */
    readonly purposes: readonly Purpose[];
  }
}

const PREFIX = 'purpose.';

/** The purposes that the rooms' texts declare, by code. */
export function purposesOf(texts: readonly Texts[]): ReadonlyMap<string, Purpose> {
  const found = new Map<string, Purpose>();
  for (const room of texts) {
    for (const [key, message] of Object.entries(room.id)) {
      if (!key.startsWith(PREFIX)) continue;
      const code = key.slice(PREFIX.length);
      found.set(code, { code, label: { id: message, en: room.en[key] ?? message } });
    }
  }
  return found;
}
