declare const nik: unique symbol;
declare const familyCardNumber: unique symbol;

/** Nomor Induk Kependudukan: 16 digits, opaque, lifelong (UU 24/2013 art. 13). May begin with 0. */
export type Nik = string & { readonly [nik]: true };
/** Nomor Kartu Keluarga: 16 digits; changes when the family does (UU 24/2013 art. 62). */
export type FamilyCardNumber = string & { readonly [familyCardNumber]: true };

const SIXTEEN = /^[0-9]{16}$/;

export function isNik(text: string): text is Nik {
  return SIXTEEN.test(text);
}

export function isFamilyCardNumber(text: string): text is FamilyCardNumber {
  return SIXTEEN.test(text);
}

/** Reads a number that our own database or code made. Refuses another shape with a `RangeError`. */
export function asNik(text: string): Nik {
  if (!isNik(text)) throw new RangeError('not a NIK');
  return text;
}

/**
 * Under this number stand papers and files about things, not persons (minutes of blanks, a found sack): nobody can have it, as it
 * names no district, no day and the serial 0000. They are sealed under a class key, so that no erasure takes them away.
 */
export const NOBODY: Nik = asNik('0000000000000000');

export function asFamilyCardNumber(text: string): FamilyCardNumber {
  if (!isFamilyCardNumber(text)) throw new RangeError('not a family card number');
  return text;
}

/** What PostgreSQL's `bigint` gives, as the 16 digits that people know. */
export function sixteenDigits(value: bigint | string): string {
  return value.toString().padStart(16, '0');
}
