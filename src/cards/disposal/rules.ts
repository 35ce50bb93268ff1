/**
 * Pieces, bags and plans as tables, and who may not do what because he did the step before. Pure and safe in a browser.
 * SE Mendagri 470.13/11176/SJ of 13 December 2018; Permendagri 9/2011 art. 5 (1) n.
 */

/** Codes are stored; never renumber. */
export const BAG_STATES = {
  OPEN: { code: 1, next: ['SEALED'] },
  SEALED: { code: 2, next: ['CONFIRMED', 'DIFFERS'] },
  // A count, a seal or the list did not agree: nothing goes on before somebody else has decided.
  DIFFERS: { code: 3, next: ['SEALED', 'SENT', 'OPEN'] },
  CONFIRMED: { code: 4, next: ['STORED'] },
  STORED: { code: 5, next: ['STORED', 'SENT', 'PLANNED', 'DIFFERS'] },
  SENT: { code: 6, next: ['CONFIRMED', 'DIFFERS'] },
  PLANNED: { code: 7, next: ['STORED', 'DIFFERS', 'DESTROYED'] },
  DESTROYED: { code: 8, next: [] },
} as const satisfies Record<string, { code: number; next: readonly string[] }>;
export type BagState = keyof typeof BAG_STATES;

export function bagStateOf(code: number): BagState {
  const found = (Object.keys(BAG_STATES) as BagState[]).find((state) => BAG_STATES[state].code === code);
  if (!found) throw new RangeError(`no state of a bag has the code ${code}`);
  return found;
}

export function bagMayBecome(from: BagState, to: BagState): boolean {
  return (BAG_STATES[from].next as readonly string[]).includes(to);
}

/** A bag that is closed, wherever it lies: what is found outside it contradicts it. */
export const CLOSED_STATES: readonly BagState[] = ['SEALED', 'DIFFERS', 'CONFIRMED', 'STORED', 'SENT', 'PLANNED'];

export const PLAN_STATES = ['proposed', 'approved', 'begun', 'stopped', 'done', 'cancelled'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const METHODS = ['burn', 'shred', 'cut'] as const;
export type Method = (typeof METHODS)[number];

/** Why a piece is taken in; `damaged` and `misprint` are rusak, `found_again` is a card that had been lost, the others invalid. */
export const PIECE_CAUSES = [
  'damaged',
  'misprint',
  'superseded',
  'died',
  'moved_abroad',
  'citizenship_lost',
  'duplicate',
  'decision',
  'found_again',
] as const;
export type PieceCause = (typeof PIECE_CAUSES)[number];

/** What stands for a cause in the annex of minutes, where a hundred thousand lines are set; its legend is beside them. */
export const CAUSE_MARKS: Readonly<Record<PieceCause, string>> = {
  damaged: 'RS',
  misprint: 'GC',
  superseded: 'DB',
  died: 'MD',
  moved_abroad: 'LN',
  citizenship_lost: 'KW',
  duplicate: 'GD',
  decision: 'KP',
  found_again: 'DK',
};

/** Why a piece cannot be what it says it is. */
export const CONTRADICTIONS = ['recorded_destroyed', 'taken_in_before', 'nik_differs', 'still_at_office'] as const;
export type Contradiction = (typeof CONTRADICTIONS)[number];

/** What came of one line of an intake. */
export const OUTCOMES = ['taken_in', 'card_unknown', 'contradiction', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OLDEST_CARD = 2011;
export const MOST_IN_BAG = 5_000;
export const MOST_IN_PLAN = 100_000;
export const DIFFERENCE_DAYS = 7;
export const LEAST_WITNESSES = 2;

interface Sealed {
  readonly sealedBy: string | null;
  readonly countedBy: string | null;
}

/** Whoever sealed a bag does not recount it; nor does whoever knows what is in it, as he counted it already or decided on its difference. */
export function mayCount(officer: string, bag: Sealed, knowers: readonly string[]): boolean {
  return officer !== bag.sealedBy && !knowers.includes(officer);
}

/** Whoever sealed a bag, counted it or found its difference does not decide on it. */
export function maySettle(officer: string, bag: Sealed, parties: readonly string[]): boolean {
  return officer !== bag.sealedBy && officer !== bag.countedBy && !parties.includes(officer);
}

/**
 * Why somebody may not approve a destruction: he proposed it, sits in the same office, or sealed or counted what shall be
 * destroyed. `null` when he may.
 */
export function whyNotApprove(
  approver: { readonly id: string; readonly officeId: string | null },
  plan: { readonly proposedBy: string; readonly officeId: string },
  parties: readonly string[],
): 'own' | 'same_unit' | 'party' | null {
  if (approver.id === plan.proposedBy) return 'own';
  if (approver.officeId === null || approver.officeId === plan.officeId) return 'same_unit';
  return parties.includes(approver.id) ? 'party' : null;
}

interface Day {
  readonly begunBy: string | null;
  readonly photos: number;
  readonly witnesses: readonly { readonly outside: boolean }[];
  readonly bags: readonly {
    readonly sealAgrees: boolean | null;
    readonly sampled: boolean;
    readonly counted: number | null;
    readonly n: number;
  }[];
}

/** What is still lacking before the fire; `null` when nothing is. */
export function whyNotFinish(
  officer: string,
  day: Day,
): 'seals' | 'recount' | 'witnesses' | 'outside_witness' | 'photo' | 'alone' | null {
  if (day.bags.some(({ sealAgrees }) => sealAgrees !== true)) return 'seals';
  if (day.bags.some(({ sampled, counted, n }) => sampled && counted !== n)) return 'recount';
  if (day.witnesses.length < LEAST_WITNESSES) return 'witnesses';
  if (!day.witnesses.some(({ outside }) => outside)) return 'outside_witness';
  if (day.photos === 0) return 'photo';
  return officer === day.begunBy ? 'alone' : null;
}
