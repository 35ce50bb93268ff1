import { addressSent, type AddressDraft, type EventDraft, type FamilyDraft, type Faults } from '../event/draft.ts';

/** What the form of an arrival holds beside the letter and the day; kept among the details of the form's draft. */
export interface ArrivalDraft {
  /** Where the letter's address is not the one. */
  readonly address?: AddressDraft | undefined;
  readonly card?: FamilyDraft | undefined;
  /** What each mover is to the head of the card of arrival, where it is not what the letter says. */
  readonly movers?: readonly { readonly person: string; readonly relation: number }[] | undefined;
}

/** The details as the room takes them: what is not said stays as the letter has it. */
export function arrivalSent(move: string, { occurredOn, details }: EventDraft): Record<string, unknown> {
  const { address, card, movers } = details as ArrivalDraft;
  const sent = address && addressSent(address);
  return {
    move,
    occurredOn,
    ...(sent ? { address: sent } : {}),
    ...(card ? { card: card.ref } : {}),
    ...(movers ? { movers } : {}),
  };
}

export function arrivalFaults(move: string, { occurredOn, details }: EventDraft): Faults {
  const { address } = details as ArrivalDraft;
  const sent = address && addressSent(address);
  return {
    ...(move ? {} : { 'details.move': 'field.needed' }),
    ...(occurredOn ? {} : { 'details.occurredOn': 'field.needed' }),
    ...(sent && !address.village ? { 'details.address.villageCode': 'field.needed' } : {}),
    ...(sent && !address.address.trim() ? { 'details.address.address': 'field.needed' } : {}),
  };
}
