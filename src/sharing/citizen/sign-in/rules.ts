/** How citizens sign in: what a code of the office looks like, how long it and a session last, what a password must be. Pure. */

/** Without I, L, O, U, 0 and 1: such a code is read aloud, printed and typed by hand. */
export const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
/** 58 bits: with the waits between guesses nobody finds one in thirty days. */
export const OFFICE_CODE_LENGTH = 12;
export const OFFICE_CODE_DAYS = 30;
const DAY_MS = 86_400_000;

export const officeCodeEnds = (given: Date): Date => new Date(given.getTime() + OFFICE_CODE_DAYS * DAY_MS);

/** As it is printed: groups of four. */
export const groupedCode = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** A code as people type it: small letters, blanks and dashes do not matter; `null` for what cannot be one. */
export function readOfficeCode(text: string): string | null {
  const code = visible(text)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
  return code.length === OFFICE_CODE_LENGTH && Array.from(code).every((letter) => CODE_LETTERS.includes(letter))
    ? code
    : null;
}

/** The serial printed on a card, or its chip's sign: digits, or 14 hexadecimal ones as readers show them. */
export interface CardSign {
  readonly serial: bigint | null;
  readonly uid: string | null;
}

export function readCardSign(text: string): CardSign | null {
  const typed = visible(text)
    .toUpperCase()
    .replaceAll(/[\s.:-]/g, '');
  if (/^[0-9]{1,12}$/.test(typed)) return { serial: BigInt(typed), uid: null };
  return /^[0-9A-F]{14}$/.test(typed) ? { serial: null, uid: typed } : null;
}

/** Without the invisible characters that come along when something is copied. */
export const visible = (text: string): string => text.replace(/\p{Cf}/gu, '').trim();

export const readNikTyped = (text: string): string | null => {
  const digits = visible(text).replaceAll(/[\s.-]/g, '');
  return /^\d{16}$/.test(digits) ? digits : null;
};

export const SESSION_HOURS = 12;
export const IDLE_MINUTES = 30;

export const PASSWORD_LEAST = 10;
export const PASSWORD_MOST = 200;

/** By what somebody proved who he is. `provider` is for an identity provider of later days. */
export const WAYS = ['office_code', 'password', 'message', 'provider'] as const;
export type Way = (typeof WAYS)[number];
