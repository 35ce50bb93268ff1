/**
 * What the figures of cards count, from the steps of one card up to a moment. Pure. `card.count_steps` (migration 0051) says the
 * same of a step that is entered: whoever changes the one changes the other.
 */
import type { CardState, Cause } from '../rules.ts';

export interface Passed {
  readonly state: CardState;
  readonly cause: Cause | null;
}

/** Causes for which a card is invalid (`rusak` is none of them). */
export const INVALID_CAUSES: readonly Cause[] = [
  'superseded',
  'died',
  'moved_abroad',
  'citizenship_lost',
  'duplicate',
  'decision',
];

/** By figure: whether a card with these steps counts. */
export const FIGURES = {
  'card.printed': (steps) => steps.length > 0 && !steps.some(({ state }) => state === 'SPOILED'),
  'card.invalid_outstanding': (steps) => steps.at(-1)?.state === 'INVALID',
  'card.invalid_taken_in': (steps) => {
    const last = steps.at(-1);
    return last?.state === 'TAKEN_IN' && last.cause !== null && INVALID_CAUSES.includes(last.cause);
  },
  'card.destroyed': (steps) => steps.at(-1)?.state === 'DESTROYED',
} as const satisfies Record<string, (steps: readonly Passed[]) => boolean>;
export type Figure = keyof typeof FIGURES;
