import { APPLICATION_DETAILS, type ServiceKind } from '../../../src/register/application/rules.ts';
import {
  addressSent,
  faultPath,
  type AddressDraft,
  type FamilyDraft,
  type Faults,
  type SeatDraft,
} from '../event/draft.ts';

/** Services about a family card that ask for more than documents. */
export type CardKind = 'family_card.new' | 'family_card.change';
export const CHANGES = ['join', 'replace_head', 'split'] as const;

/** What the form of a card holds; kept among the details of the form's draft. */
export interface CardDraft {
  readonly change?: string;
  readonly card?: FamilyDraft;
  readonly members?: readonly SeatDraft[];
  readonly address?: AddressDraft;
  readonly reason?: string;
}

export function isCardKind(kind: ServiceKind | ''): kind is CardKind {
  return kind === 'family_card.new' || kind === 'family_card.change';
}

/** A new card, and one split off, stand at an address of their own. */
export const hasAddress = (kind: CardKind, draft: CardDraft) => kind === 'family_card.new' || draft.change === 'split';

/** The details as the room takes them; what is not asked is left out. */
export function cardSent(kind: CardKind, draft: CardDraft): Record<string, unknown> {
  const members = (draft.members ?? [])
    .filter((seat) => seat.going)
    .map(({ person, relation }) => ({ ref: person.ref, relation: Number(relation) }));
  const address = hasAddress(kind, draft) && draft.address ? addressSent(draft.address) : undefined;
  return {
    ...(kind === 'family_card.change' ? { change: draft.change, card: draft.card?.ref } : {}),
    members,
    ...(address ? { address } : {}),
    reason: draft.reason ?? '',
  };
}

/** What the room's shape finds wrong, by path, as message keys. */
export function cardFaults(kind: CardKind, draft: CardDraft): Faults {
  const parsed = APPLICATION_DETAILS[kind].safeParse(cardSent(kind, draft));
  const faults: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? []) {
    const path = faultPath(issue.path);
    faults[path] ??= issue.message.startsWith('field.') ? issue.message : 'field.needed';
  }
  return faults;
}
