/**
 * Papers of families and residents, issued: the family card (KK) and the biodata, and the list of a person's papers.
 * Always holds: while nothing changed on it the same paper is given again; a changed one replaces the one before, and that
 * of a card which ends is cancelled in the same act; whose data stand on a paper has an entry that says so.
 * Law: UU 24/2013 art. 59, 61; Permendagri 109/2019.
 */
export { openBiodataPaper, printBiodata } from './biodata.ts';
export { openFamilyCardPaper, printFamilyCard, type PrintedPaper } from './card.ts';
export { paperKinds } from './kinds.ts';
export { listResidentPapers } from './list.ts';
