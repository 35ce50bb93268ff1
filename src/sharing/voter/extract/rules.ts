/** What state of an extract follows which. Pure, safe in a browser. */

export const EXTRACT_STATES = ['ORDERED', 'MADE', 'RELEASED', 'ACCEPTED', 'ABANDONED'] as const;
export type ExtractState = (typeof EXTRACT_STATES)[number];

/** ORDERED by an officer, MADE by the machine, RELEASED by two officers, ACCEPTED by the commission; ABANDONED when another takes its place. */
export const TRANSITIONS = {
  ORDERED: ['MADE', 'ABANDONED'],
  MADE: ['RELEASED', 'ABANDONED'],
  RELEASED: ['ACCEPTED'],
  ACCEPTED: [],
  ABANDONED: [],
} as const satisfies Record<ExtractState, readonly ExtractState[]>;

export const mayBecome = (from: ExtractState, to: ExtractState): boolean =>
  (TRANSITIONS[from] as readonly ExtractState[]).includes(to);
