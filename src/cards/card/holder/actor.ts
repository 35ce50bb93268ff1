import { publicActor, type Actor } from '../../../core/access/index.ts';
import type { Language } from '../../../core/text/index.ts';

/** Who proved by a code that a card is his: he acts on his own cards alone, and on nothing else. */
export function holderActor(language: Language): Actor {
  return { ...publicActor(language), kind: 'citizen', pseudonym: 'holder' };
}
