/** What each side's person is told, by letter and at the counter. Pure. */
import type { Side, Way } from '../schema.ts';
import type { AdjudicationRow } from '../sql.ts';

type Told = Pick<AdjudicationRow, 'outcome' | 'way' | 'nik' | 'otherNik'>;

/** What the person of this side has to do: only whose recording failed is recorded again. */
export function wayOfSide({ way, nik, otherNik }: Told, side: Side): Way | null {
  return way === 'again' && side === 'earlier' && nik !== otherNik ? 'none' : way;
}

/** The key of the sentence that says what was found, naming nobody else; null while nothing is decided. */
export function findingKey({ outcome, way, nik, otherNik }: Told, side: Side): string | null {
  switch (outcome) {
    case null:
      return null;
    case 'same_body':
      if (nik === otherNik) return 'uniqueness.letter.recorded_twice';
      if (way === 'again') return `uniqueness.letter.again_${side}`;
      return 'uniqueness.letter.same_body';
    case 'two_bodies':
      if (otherNik === null) return 'uniqueness.letter.accepted';
      if (nik !== otherNik) return 'uniqueness.letter.two_bodies';
      return way === 'again' ? 'uniqueness.letter.own_differs' : 'uniqueness.letter.own_stays';
    case 'unclear':
      return side === 'earlier' && nik !== otherNik ? 'uniqueness.letter.unclear_earlier' : 'uniqueness.letter.unclear';
  }
}

const STEPS = 3;

export const stepKeys = (way: Way): string[] =>
  Array.from({ length: STEPS }, (_, n) => `uniqueness.letter.${way}.${n + 1}`);

/** The outcome in words. A recording that stood alone, with too little to search by, was accepted or was not. */
export function outcomeWord(
  say: (key: string) => string,
  { outcome, otherNik }: Pick<AdjudicationRow, 'outcome' | 'otherNik'>,
): { code: string; text: string } | null {
  if (outcome === null) return null;
  const key = otherNik === null && outcome === 'two_bodies' ? 'accepted' : outcome;
  return { code: outcome, text: say(`uniqueness.outcome.${key}`) };
}
