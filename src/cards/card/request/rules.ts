/**
 * Who may ask for a card, and who gets his first when blanks are short. Pure and safe in a browser.
 * UU 24/2013 art. 63 and 64 (17 or married; replacement at change, loss, damage); domain: priority of blanks.
 */
import type { Status } from '../../../recording/enrolment/rules.ts';
import { isCardObligated } from '../../../register/resident/rules.ts';
import type { Resident } from '../../../register/resident/schema.ts';
import type { CivilDate } from '../../../core/time/civil-date.ts';
import type { CardState } from '../rules.ts';

export const REQUEST_KINDS = ['first', 'change', 'damage', 'loss'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Stored; the lower the sooner. */
export const PRIORITIES = { first: 1, disaster: 2, letter: 3, other: 4 } as const;

/** First holders; victims of a disaster; who has only a temporary letter; then lost, damaged, changed. */
export function priorityOf(of: { kind: RequestKind; disaster: boolean; hasLetter: boolean }): number {
  if (of.kind === 'first') return PRIORITIES.first;
  if (of.disaster) return PRIORITIES.disaster;
  return of.hasLetter ? PRIORITIES.letter : PRIORITIES.other;
}

/** Statuses from which a card may be printed: ready for the first, or for another once the first was issued. */
const READY: readonly Status[] = ['PRINT_READY_RECORD', 'SENT_FOR_CARD_PRINTING'];
const MADE: readonly Status[] = ['CARD_PRINTED', 'CARD_SHIPPED', 'CARD_ISSUED'];

/** The recording that the card is made of: one that is ready, else one of which a card was made before. */
export function printable<P extends { readonly status: Status }>(packets: readonly P[]): P | null {
  return (
    packets.find(({ status }) => READY.includes(status)) ?? packets.find(({ status }) => MADE.includes(status)) ?? null
  );
}

/** Cards that their holder has or had in his hands. */
const HELD: readonly CardState[] = ['VALID', 'SUSPENDED', 'LOST', 'INVALID'];

export interface Asking {
  readonly resident: Pick<Resident, 'birthDate' | 'maritalStatus' | 'nationality' | 'permit' | 'state'>;
  readonly packets: readonly { readonly status: Status }[];
  readonly cards: readonly {
    readonly state: CardState;
    readonly replaceSince: string | null;
    /** It ended before he got it. */
    readonly stranded?: boolean;
  }[];
  readonly day: CivilDate;
}

export const WHY_NOT = [
  'not_living',
  'not_obligated',
  'not_recorded',
  'not_ready',
  'has_card',
  'no_card',
  'nothing_changed',
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

/**
 * Why no card of this kind can be asked for, or `null`. A region's new name and a date on an old card are no change: such a card
 * stays valid (UU 24/2013 art. 101), so only one that is marked "wajib ganti" is changed.
 */
export function whyNot(kind: RequestKind, { resident, packets, cards, day }: Asking): WhyNot | null {
  if (resident.state !== 'HIDUP') return 'not_living';
  if (!isCardObligated(resident, day)) return 'not_obligated';
  if (packets.length === 0) return 'not_recorded';
  const packet = printable(packets);
  if (!packet) return 'not_ready';
  const had = cards.filter(({ stranded }) => stranded !== true);
  const held = had.filter(({ state }) => HELD.includes(state));
  const hadOne = had.some(({ state }) => HELD.includes(state) || state === 'TAKEN_IN' || state === 'DESTROYED');
  const issued = packets.some(({ status }) => status === 'CARD_ISSUED');
  if (kind === 'first') return hadOne || issued ? 'has_card' : null;
  // Cards of the years before may be missing here; that one was issued is known of the recording then.
  if (!hadOne && !issued) return 'no_card';
  const valid = held.filter(({ state }) => state === 'VALID' || state === 'SUSPENDED');
  if (kind === 'change' && valid.length > 0 && valid.every(({ replaceSince }) => replaceSince === null))
    return 'nothing_changed';
  return null;
}

/** Through which statuses the recording goes when a card is printed of it. */
export function printingSteps(status: Status): readonly Status[] {
  const way = ['PRINT_READY_RECORD', 'SENT_FOR_CARD_PRINTING', 'CARD_PRINTED'] as const;
  return way.slice((way as readonly Status[]).indexOf(status) + 1);
}
