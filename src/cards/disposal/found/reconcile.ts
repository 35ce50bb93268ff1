/** Counts that stand beside one another, and what the records say against a card that was found. Pure. */
import { STATES } from '../../blank/index.ts';
import { CARD_STATES } from '../../card/index.ts';
import type { BlankAt, Match, Readable } from '../match/sql.ts';
import { bagStateOf, CLOSED_STATES } from '../rules.ts';

export interface Part {
  readonly kind: string;
  readonly n: number;
}

export interface CounterCount {
  readonly counter: string;
  readonly n: number;
}

export const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { n }) => sum + n, 0);

export interface Reconciled {
  readonly lowest: number;
  readonly highest: number;
  readonly spread: number;
  /** How far each counter lies from the number on which all are brought; only who differs. */
  readonly differing: readonly { readonly counter: string; readonly n: number; readonly by: number }[];
}

export function reconcile(counts: readonly CounterCount[], on: number): Reconciled {
  const numbers = counts.map(({ n }) => n);
  const lowest = Math.min(...numbers);
  const highest = Math.max(...numbers);
  const differing = counts.filter(({ n }) => n !== on).map(({ counter, n }) => ({ counter, n, by: n - on }));
  return { lowest, highest, spread: highest - lowest, differing };
}

export const FOUND_CONTRADICTIONS = [
  'recorded_destroyed',
  'in_sealed_bag',
  'never_printed',
  'blank_not_personalised',
  'holder_has_valid',
  'recorded_valid',
  'nik_differs',
  'listed_twice',
] as const;
export type FoundContradiction = (typeof FOUND_CONTRADICTIONS)[number];

/** What the records say that cannot be, if this card lies here. */
export function contradictionsOf(
  card: Readable,
  match: Match | undefined,
  blank: BlankAt | undefined,
  twice: boolean,
): FoundContradiction[] {
  const said: (FoundContradiction | false)[] = [
    (match?.state === 'DESTROYED' || blank?.state === STATES.DESTROYED) && 'recorded_destroyed',
    match !== undefined &&
      match.bagState !== null &&
      CLOSED_STATES.includes(bagStateOf(match.bagState)) &&
      'in_sealed_bag',
    !match && (card.nik !== null || card.serial !== null || card.uid !== null) && 'never_printed',
    blank !== undefined && !PERSONALISED.includes(blank.state) && 'blank_not_personalised',
    match?.anotherValid === true && 'holder_has_valid',
    match?.state === 'VALID' && 'recorded_valid',
    match !== undefined && card.nik !== null && card.nik !== match.nik && 'nik_differs',
    twice && 'listed_twice',
  ];
  return said.filter((one) => one !== false);
}

const PERSONALISED: readonly number[] = [STATES.PERSONALISED, STATES.SPOILED, STATES.DESTROYED];

/** Who should have it by the records. */
export const CUSTODIANS = ['holder', 'bag', 'office', 'gone', 'blank_store', 'nobody'] as const;
export type Custodian = (typeof CUSTODIANS)[number];

/** The last custodian: in whose hands the records leave it, and which office answered for it last. */
export function custodianOf(
  match: Match | undefined,
  blank: BlankAt | undefined,
): { custodian: Custodian; officeId: string | null } {
  if (!match)
    return blank ? { custodian: 'blank_store', officeId: blank.officeId } : { custodian: 'nobody', officeId: null };
  const officeId = match.pieceOffice ?? match.officeId;
  const { at: usually } = CARD_STATES[match.state];
  const at = usually === 'holder' && match.stranded ? 'office' : usually;
  if (at === 'store') return { custodian: match.bagNumber === null ? 'office' : 'bag', officeId };
  return { custodian: at === 'holder' ? 'holder' : at === 'gone' ? 'gone' : 'office', officeId };
}
