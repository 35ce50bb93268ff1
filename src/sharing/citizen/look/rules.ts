/** What a person is shown of who looked at his data, and what not yet. Pure. */

import { CAPACITIES, type Capacity } from '../representation/rules.ts';

/** `self`: the person's own acts, which are not shown unless asked for. */
export const KINDS = ['all', 'institutions', 'officers', 'representatives', 'self'] as const;
export type LookKind = (typeof KINDS)[number];

// An institution's answer begins with its place among the questions (verification/answer/detail.ts); no officer's detail does.
const ANSWER = '^[0-9]';
const SELF = '^self$';
const REPRESENTATIVE = `^(${CAPACITIES.join('|')})$`;

/** What a row's detail must have, and must not have, of each kind. */
const PATTERNS: Readonly<Record<LookKind, { readonly wanted: string | null; readonly unwanted: string | null }>> = {
  all: { wanted: null, unwanted: SELF },
  institutions: { wanted: ANSWER, unwanted: null },
  officers: { wanted: null, unwanted: `${ANSWER}|${SELF}|${REPRESENTATIVE}` },
  representatives: { wanted: REPRESENTATIVE, unwanted: null },
  self: { wanted: SELF, unwanted: null },
};

/** `apart`: for a representative, who need not be told of himself among the rest. */
export const patternsOf = (kind: LookKind, apart: boolean) =>
  kind === 'all' && apart ? { ...PATTERNS.all, unwanted: `${SELF}|${REPRESENTATIVE}` } : PATTERNS[kind];

/** By whom something was done for the person: his representative, or an officer on his word. */
export function handOf({ detail }: { readonly detail: string | null }): Capacity | 'assisted' | null {
  if (detail === 'assisted') return detail;
  return CAPACITIES.find((each) => each === detail) ?? null;
}

/** How the question came. */
export const LOOK_WAYS = ['api', 'batch', 'file', 'counter', 'system', 'self', 'public'] as const;
export type LookWay = (typeof LOOK_WAYS)[number];

export interface Seen {
  readonly label: string;
  readonly by: string;
  readonly office: string | null;
  readonly count: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

const PARTNER = 'partner:';

/** Which institution asked; `null` where none did. */
export const institutionOf = ({ by }: Pick<Seen, 'by'>): string | null =>
  by.startsWith(PARTNER) ? by.slice(PARTNER.length) : null;

export function wayOf(seen: Seen): LookWay {
  if (institutionOf(seen) !== null) {
    if (/^[a-z_]+\.file/.test(seen.label)) return 'file';
    return 'fields' in seen.facts ? 'api' : 'batch';
  }
  if (seen.by === 'citizen' || seen.by === 'holder') return 'self';
  if (seen.by === 'public') return 'public';
  return seen.office === null ? 'system' : 'counter';
}

/** Acts under a court's order: who is concerned hears of them the day after the order ends. They name their search. */
const SEALED = ['uniqueness.court_searched', 'uniqueness.court_result_opened'];

/** Whose end this entry waits for; `null` where it is no secret. */
export function sealOf({ label, facts }: Pick<Seen, 'label' | 'facts'>): string | null {
  return SEALED.includes(label) && typeof facts['search'] === 'string' ? facts['search'] : null;
}

/** Somebody else was being entered, and this person was looked at because he resembles him. */
const OF_OTHERS = ['resident.duplicates_checked', 'linkage.likely_records'];
/** Cases of two people or more: what one of them is told would tell him of the other. */
const OF_SEVERAL = [
  'uniqueness.searched',
  'uniqueness.adjudications_listed',
  'uniqueness.adjudication_opened',
  'uniqueness.minutiae_opened',
  'uniqueness.opinion_given',
  'uniqueness.decided',
  'uniqueness.reopened',
  'uniqueness.court_searched',
  'uniqueness.court_result_opened',
  'resident.cases_listed',
  'resident.case_opened',
  'resident.case_decided',
];

/** Whether nothing but the fact itself may be told. */
export function isOthersCase({ label, count }: Pick<Seen, 'label' | 'count'>): boolean {
  return OF_OTHERS.includes(label) || (count > 1 && OF_SEVERAL.includes(label));
}

export const PAGE = 25;
/** One filter looks through so many at most, so that a rare institution costs a click and not a minute. */
export const MOST_LOOKED_THROUGH = 1_000;
export const CHUNK = 250;
/** A file for whoever wants it all; a paper holds the newest. */
export const MOST_IN_FILE = 20_000;
export const MOST_ON_PAPER = 400;
