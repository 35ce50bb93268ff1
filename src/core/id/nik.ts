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

export function asFamilyCardNumber(text: string): FamilyCardNumber {
  if (!isFamilyCardNumber(text)) throw new RangeError('not a family card number');
  return text;
}

/** What PostgreSQL's `bigint` gives, as the 16 digits that people know. */
export function sixteenDigits(value: bigint | string): string {
  return value.toString().padStart(16, '0');
}
