/**
 * Families and their cards (KK; UU 24/2013 art. 61-62, PP 40/2019).
 * Always holds: a living resident is in at most one card; both copies of a membership agree; a card's number is never
 * used again and changes with district, head or split; a card left empty is closed, one left without a head is shown.
 */
export type { Address, FamilyCard, FamilyView, Membership } from './schema.ts';
export { HEAD } from './schema.ts';
export { rearrange, type Seated, type Seating } from './rearrange.ts';
export {
  addressChanges,
  cardOf,
  familyNumberOf,
  formFamily,
  getCard,
  joinFamily,
  replaceHead,
  splitFamily,
} from './change.ts';
export { listHeadless, membersOf, openFamily } from './open.ts';
export { findCard, listMembersOf, listMembershipsOf } from './sql.ts';
export { importSeats } from './import.ts';
export { addressWords, personWords, stayPermitOf, wordOf } from './paper/words.ts';
export { printBiodata, printFamilyCard, type PrintedPaper } from './paper/index.ts';
export { moveLetterTemplate, type MoveLetterPaper } from './document/index.ts';
export { mayHead } from './rules.ts';
export { room } from './room.ts';
