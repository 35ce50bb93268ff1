/**
 * The life of a card as a table: which state follows which, and what each means. Pure and safe in a browser.
 * `rusak` (damaged) and `invalid` are different: an invalid card looks perfect and only its data are superseded; either is
 * taken in and destroyed. UU 24/2013 art. 63, 64 and 101; Permendagri 9/2011 art. 5 (1) n; SE Mendagri 470.13/11176/SJ.
 */

interface StateEntry {
  /** Stored; never renumber. */
  readonly code: number;
  /** Whether its holder may use it. */
  readonly valid: boolean;
  /** Who has it: the office, the holder, a bag or store, nobody any more. */
  readonly at: 'office' | 'holder' | 'store' | 'gone';
  readonly next: readonly string[];
}

export const CARD_STATES = {
  PRINTED: { code: 1, valid: false, at: 'office', next: ['CHECKED', 'SPOILED', 'INVALID'] },
  CHECKED: { code: 2, valid: false, at: 'office', next: ['SHIPPED', 'AT_COUNTER', 'SPOILED', 'INVALID'] },
  SHIPPED: { code: 3, valid: false, at: 'office', next: ['AT_COUNTER', 'LOST', 'INVALID'] },
  AT_COUNTER: { code: 4, valid: false, at: 'office', next: ['VALID', 'SHIPPED', 'LOST', 'INVALID', 'SPOILED'] },
  VALID: { code: 5, valid: true, at: 'holder', next: ['SUSPENDED', 'LOST', 'INVALID', 'TAKEN_IN'] },
  // Reported lost from afar: the holder may lift it within 72 hours.
  SUSPENDED: { code: 6, valid: false, at: 'holder', next: ['VALID', 'LOST', 'INVALID', 'TAKEN_IN'] },
  LOST: { code: 7, valid: false, at: 'holder', next: ['TAKEN_IN'] },
  // Its holder may still have it; one that is stranded never came to him and lies at its office.
  INVALID: { code: 8, valid: false, at: 'holder', next: ['TAKEN_IN', 'LOST', 'VALID'] },
  // Misprinted or found faulty before anybody got it: its blank is spoiled with it.
  SPOILED: { code: 9, valid: false, at: 'office', next: ['TAKEN_IN'] },
  TAKEN_IN: { code: 10, valid: false, at: 'store', next: ['DESTROYED'] },
  DESTROYED: { code: 11, valid: false, at: 'gone', next: [] },
} as const satisfies Record<string, StateEntry>;
export type CardState = keyof typeof CARD_STATES;

export function cardStateOf(code: number): CardState {
  const found = (Object.keys(CARD_STATES) as CardState[]).find((state) => CARD_STATES[state].code === code);
  if (!found) throw new RangeError(`no state of a card has the code ${code}`);
  return found;
}

export function mayBecome(from: CardState, to: CardState): boolean {
  return (CARD_STATES[from].next as readonly string[]).includes(to);
}

/** Why a card came to a state; `damaged` is rusak, `superseded` to `decision` are invalid. */
export const CAUSES = [
  'damaged',
  'misprint',
  'superseded',
  'died',
  'moved_abroad',
  'citizenship_lost',
  'duplicate',
  'decision',
  'reported_lost',
  'missing',
  'found_again',
  'handed_over',
  'destroyed',
  'imported',
] as const;
export type Cause = (typeof CAUSES)[number];
