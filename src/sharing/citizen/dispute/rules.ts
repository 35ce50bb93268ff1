/** "Bukan saya": who must act next, what may follow what, and until when. Pure. */

export const HOUR_MS = 3_600_000;
/** UU 27/2022 art. 30, 32 and 41 give whoever holds data three days of 24 hours; so has whoever asked. */
export const ANSWER_HOURS = 72;
/** A day before it is due the institution is reminded. */
export const REMIND_HOURS = 48;

export const dueOf = (opened: Date): Date => new Date(opened.getTime() + ANSWER_HOURS * HOUR_MS);

export type Party = 'citizen' | 'institution' | 'ministry' | 'clock';

/** Where a case stands, and for whom it waits. */
export const DISPUTE_STATES = {
  OPEN: { waitsFor: 'institution' },
  ANSWERED: { waitsFor: 'citizen' },
  ADMITTED: { waitsFor: 'citizen' },
  OBJECTED: { waitsFor: 'ministry' },
  ACCEPTED: { waitsFor: null },
  UPHELD: { waitsFor: null },
  REJECTED: { waitsFor: null },
  WITHDRAWN: { waitsFor: null },
} as const satisfies Record<string, { waitsFor: Party | null }>;
export type DisputeState = keyof typeof DISPUTE_STATES;

/** Each step: by whom, from which states, and to which; `null`: it stays where it is. */
export const STEPS = {
  opened: { by: 'citizen', from: [], to: 'OPEN' },
  reminded: { by: 'clock', from: ['OPEN'], to: null },
  overdue: { by: 'clock', from: ['OPEN'], to: null },
  answered: { by: 'institution', from: ['OPEN'], to: 'ANSWERED' },
  admitted: { by: 'institution', from: ['OPEN'], to: 'ADMITTED' },
  accepted: { by: 'citizen', from: ['ANSWERED', 'ADMITTED'], to: 'ACCEPTED' },
  objected: { by: 'citizen', from: ['ANSWERED', 'ADMITTED'], to: 'OBJECTED' },
  withdrawn: { by: 'citizen', from: ['OPEN'], to: 'WITHDRAWN' },
  // Who did not answer in time may be decided about without an answer.
  upheld: { by: 'ministry', from: ['OPEN', 'OBJECTED'], to: 'UPHELD' },
  rejected: { by: 'ministry', from: ['OBJECTED'], to: 'REJECTED' },
} as const satisfies Record<string, { by: Party; from: readonly DisputeState[]; to: DisputeState | null }>;
export type StepKind = keyof typeof STEPS;

export interface Standing {
  readonly state: DisputeState;
  readonly dueAt: Date;
}

/** Whether the step may be taken now. */
export function mayStep(kind: StepKind, { state, dueAt }: Standing, now: Date): boolean {
  const from: readonly DisputeState[] = STEPS[kind].from;
  if (!from.includes(state)) return false;
  return kind !== 'upheld' || state !== 'OPEN' || now >= dueAt;
}

export const isOverdue = ({ state, dueAt }: Standing, now: Date): boolean => state === 'OPEN' && now >= dueAt;

/** Words long enough to say something; nobody reads a novel. */
export const WORDS = { least: 10, most: 2_000 } as const;
