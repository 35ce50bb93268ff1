/**
 * Custody of blanks as a double-entry ledger: which movements there are and between which accounts, and the equation that
 * holds for every custodian at every moment. Pure and safe in a browser.
 *
 *     received = handed on (accepted by the next) + in stock + in transit (the sender's until accepted)
 *              + personalised + spoiled + missing + destroyed
 *
 * UU 24/2013 art. 96 (blanks in unauthorised hands), PP 40/2019 art. 26, SE Mendagri 470.13/11176/SJ.
 */

/** Codes are stored; never renumber. A delivery that nobody has counted yet is RECEIVED and in no stock. */
export const STATES = {
  RECEIVED: 1,
  IN_STOCK: 2,
  IN_TRANSIT: 3,
  PERSONALISED: 4,
  SPOILED: 5,
  MISSING: 6,
  DESTROYED: 7,
} as const;
export type State = keyof typeof STATES;

export function stateOf(code: number): State {
  const found = (Object.keys(STATES) as State[]).find((state) => STATES[state] === code);
  if (!found) throw new RangeError(`no state has the code ${code}`);
  return found;
}

/** From which state to which; `other`: the custodian changes with it, `none`: it comes from outside the system. */
interface Move {
  readonly code: number;
  readonly from: readonly State[];
  readonly to: State;
  readonly custodian: 'same' | 'other' | 'none';
}

export const MOVES = {
  delivered: { code: 1, from: [], to: 'RECEIVED', custodian: 'none' },
  counted_in: { code: 2, from: ['RECEIVED'], to: 'IN_STOCK', custodian: 'same' },
  sent: { code: 3, from: ['IN_STOCK'], to: 'IN_TRANSIT', custodian: 'same' },
  accepted: { code: 4, from: ['IN_TRANSIT'], to: 'IN_STOCK', custodian: 'other' },
  sent_back: { code: 5, from: ['IN_TRANSIT'], to: 'IN_STOCK', custodian: 'same' },
  personalised: { code: 6, from: ['IN_STOCK'], to: 'PERSONALISED', custodian: 'same' },
  spoiled: { code: 7, from: ['IN_STOCK', 'PERSONALISED'], to: 'SPOILED', custodian: 'same' },
  missed: { code: 8, from: ['RECEIVED', 'IN_STOCK', 'IN_TRANSIT', 'SPOILED'], to: 'MISSING', custodian: 'same' },
  found: { code: 9, from: ['MISSING'], to: 'IN_STOCK', custodian: 'same' },
  destroyed: { code: 10, from: ['SPOILED'], to: 'DESTROYED', custodian: 'same' },
  reversed: {
    code: 11,
    from: ['RECEIVED', 'IN_STOCK', 'IN_TRANSIT', 'PERSONALISED', 'SPOILED', 'MISSING'],
    to: 'IN_STOCK',
    custodian: 'same',
  },
} as const satisfies Record<string, Move>;
export type MoveKind = keyof typeof MOVES;

export function moveOf(code: number): MoveKind {
  const found = (Object.keys(MOVES) as MoveKind[]).find((kind) => MOVES[kind].code === code);
  if (!found) throw new RangeError(`no movement has the code ${code}`);
  return found;
}

/** What a mistake may be taken back from: nothing comes back from the fire, and a reversal is not reversed but done anew. */
export const REVERSIBLE: readonly MoveKind[] = ['counted_in', 'personalised', 'spoiled', 'missed', 'found'];

const BY_A_THIRD: readonly MoveKind[] = ['missed', 'found'];
/** What a keeper takes back by himself; what a third person has declared missing or found again is not his to undo. */
export const KEEPER_REVERSES: readonly MoveKind[] = REVERSIBLE.filter((kind) => !BY_A_THIRD.includes(kind));

/** A span of serials, first and last included. */
export interface Span {
  readonly first: bigint;
  readonly last: bigint;
}

export const sizeOf = ({ first, last }: Span): bigint => last - first + 1n;
export const countOf = (spans: readonly Span[]): bigint => spans.reduce((sum, span) => sum + sizeOf(span), 0n);

/** In order, with neighbours joined. Gives the first serial that stands twice instead, if one does. */
export function ordered(spans: readonly Span[]): { spans: Span[]; twice: bigint | null } {
  const sorted = spans.toSorted((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const joined: Span[] = [];
  for (const span of sorted) {
    const before = joined.at(-1);
    if (before && span.first <= before.last) return { spans: joined, twice: span.first };
    if (before && span.first === before.last + 1n) joined[joined.length - 1] = { first: before.first, last: span.last };
    else joined.push(span);
  }
  return { spans: joined, twice: null };
}

/** What lies at a custodian or went through his hands; numbers of blanks. */
export interface Balance {
  readonly received: bigint;
  readonly handedOn: bigint;
  /** Counted or not: what was delivered and waits for its count is in this room too. */
  readonly inStock: bigint;
  readonly inTransit: bigint;
  readonly personalised: bigint;
  readonly spoiled: bigint;
  readonly missing: bigint;
  readonly destroyed: bigint;
}

/** What the equation leaves over: 0, or somebody has cheated the books. */
export function difference(of: Balance): bigint {
  return (
    of.received - (of.handedOn + of.inStock + of.inTransit + of.personalised + of.spoiled + of.missing + of.destroyed)
  );
}

type Level = 'centre' | 'province' | 'regency' | 'district' | 'printer';
const RANK: Readonly<Record<Level, number>> = { centre: 0, province: 1, regency: 2, district: 3, printer: 3 };

interface End {
  readonly kind: Level;
  readonly regionCode: string;
}

/**
 * What a shipment between two stores is: down the line (DG to province to regency to district and printers) a distribution, up
 * it a return, between two of one level within a province a rebalancing, which another person approves. `null`: none of the three.
 */
export function shipmentKind(from: End, to: End): 'distribution' | 'return' | 'rebalancing' | null {
  const [above, below] = [RANK[from.kind], RANK[to.kind]];
  if (above < below && to.regionCode.startsWith(from.regionCode)) return 'distribution';
  if (above > below && from.regionCode.startsWith(to.regionCode)) return 'return';
  const neighbours = above === below && from.regionCode.slice(0, 2) === to.regionCode.slice(0, 2);
  return neighbours && above > 0 ? 'rebalancing' : null;
}

/** Days until a difference must be explained or its blanks be declared missing. */
export const DISCREPANCY_DAYS = 7;
/** How long a count may wait on a device for the network; one made longer ago is made anew. */
export const COUNT_WAITS_HOURS = 72;
/** A joint count for a handover is one day's work: the two counts lie no further apart. */
export const HANDOVER_HOURS = 24;
