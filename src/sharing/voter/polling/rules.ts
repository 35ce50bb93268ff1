/**
 * The voting day, for who stands in no list: he votes with his card, or with a temporary letter that holds on that day, where the card says that
 * he lives. Pure, and safe in a browser.
 * Law: UU 7/2017 art. 348 (1) d and (9) (KTP-el, at the polling station of its address); Constitutional Court 20/PUU-XVII/2019 (a letter
 * that its holder was recorded stands for the card).
 */
import type { CivilDate } from '../../../core/time/civil-date.ts';
import type { Reason, Verdict } from '../eligibility/rules.ts';

export const POLLING_DOCUMENTS = ['card', 'letter'] as const;
export type PollingDocument = (typeof POLLING_DOCUMENTS)[number];

/** What may be said. Whoever names a number that no document has learns no more than that. */
export const POLLING_OUTCOMES = [
  'here',
  'elsewhere',
  'at_mission',
  'not_voter',
  'document_void',
  'document_unknown',
] as const;
export type PollingOutcome = (typeof POLLING_OUTCOMES)[number];

/** The document as the register knows it on the voting day; `null`: no such document of this person. */
export type KnownDocument =
  | { readonly kind: 'card'; readonly valid: boolean }
  | { readonly kind: 'letter'; readonly issuedOn: CivilDate; readonly validUntil: CivilDate };

export const holdsOnDay = (document: KnownDocument, votingDay: CivilDate): boolean =>
  document.kind === 'card' ? document.valid : document.issuedOn <= votingDay && votingDay <= document.validUntil;

/** `verdict` is that of somebody who votes where his card says that he lives: his village now, not that of the cut-off. */
export function judgeAtPoll(
  document: KnownDocument | null,
  verdict: Verdict,
  { village, votingDay }: { readonly village: string; readonly votingDay: CivilDate },
): { readonly outcome: PollingOutcome; readonly reasons: readonly Reason[] } {
  if (!document) return { outcome: 'document_unknown', reasons: [] };
  if (!holdsOnDay(document, votingDay)) return { outcome: 'document_void', reasons: [] };
  if (verdict.reasons.length > 0) return { outcome: 'not_voter', reasons: verdict.reasons };
  if (verdict.mission !== null) return { outcome: 'at_mission', reasons: [] };
  return { outcome: verdict.village === village ? 'here' : 'elsewhere', reasons: [] };
}

/** A number as it is kept: the serial of a card in digits, the number of a letter in capitals without spaces. */
export function numberKey(document: PollingDocument, text: string): string {
  const bare = text.normalize('NFKC').replaceAll(/[\s\p{Cc}\p{Cf}]/gu, '');
  return document === 'card' ? bare.replaceAll('.', '').replace(/^0+(?=\d)/, '') : bare.toUpperCase();
}

/** Whether it can be the number of such a document at all. */
export const isNumber = (document: PollingDocument, key: string): boolean =>
  document === 'card' ? /^\d{1,16}$/.test(key) : /^[\d/A-Z.-]{4,60}$/.test(key);

/**
 * So many bytes of a hash stand for one document in the file of a village. Few on purpose: in a village of five thousand one wrong pair in a
 * million fits, and who tries all pairs of numbers finds thousands that fit and are nobody's, so the file tells nobody's number.
 */
export const TAG_BYTES = 4;

/** What is hashed for one document; `polling/sql.ts` says the same. */
export const tagText = (salt: string, nik: string, document: PollingDocument, number: string): string =>
  [salt, nik, document, number].join('|');
