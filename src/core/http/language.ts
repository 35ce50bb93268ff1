import type { Language } from '../text/index.ts';

/**
 * The reader's language: what he asks for (`Accept-Language`, which our pages set), else his session's, else Indonesian.
 * Other languages read Indonesian, as whoever sends them reads it more likely than English.
 */
export function languageOf(acceptLanguage: string | undefined, session: Language | undefined): Language {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === 'id' || tag === 'in' || tag === 'ms') return 'id';
    if (tag === 'en') return 'en';
  }
  return session ?? 'id';
}
