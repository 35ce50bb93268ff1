/**
 * The papers about residents and families: family card, biodata, move letter.
 * Always holds: a template takes plain data that stands on the paper and nothing more; names and addresses are printed
 * in capitals; no state emblem, no ministry logo. Law: UU 24/2013 art. 58, 61; Permendagri 109/2019 (plain A4 with QR code).
 */
export { biodataTemplate, type BiodataPaper } from './biodata.ts';
export { familyCardTemplate, type FamilyCardPaper } from './family-card.ts';
export { moveLetterTemplate, type MoveLetterPaper } from './move-letter.ts';
