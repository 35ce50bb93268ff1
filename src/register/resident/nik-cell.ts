import type { Nik } from '../../core/id/index.ts';

/**
 * A NIK as spreadsheets hand it over: with blanks, dots and invisible characters, as a placeholder, or ruined by a program that
 * took it for a number (15 digits of precision). What is ruined is refused, never repaired: the lost digits are the serial.
 */
export type NikCell =
  | { readonly kind: 'nik'; readonly nik: Nik }
  /** `none`: empty, 0 or a dash; `repeated`: one digit sixteen times; `temporary`: made by a village, begins with 0 (old
   * Jakarta's 09 does not count). */
  | { readonly kind: 'placeholder'; readonly why: 'none' | 'repeated' | 'temporary' }
  /** `number`: the cell is a number, not text; `scientific`: 3,17507E+15; `rounded`: the last digits became zeros. */
  | { readonly kind: 'damaged'; readonly why: 'number' | 'scientific' | 'rounded' }
  | { readonly kind: 'malformed' };

/** Takes out what a person does not see or writes only to group: invisible characters, blanks, dots, hyphens, an apostrophe
 * that marks text, digits of other widths. */
export function cleanNik(text: string): string {
  return text.normalize('NFKC').replace(/[\p{Cf}\p{Cc}\p{Z}.,'’`_-]/gu, '');
}

/** Reads one cell; never throws and never guesses. A number that a program has read as a number is damaged even when all its
 * digits look right: codes from 91 on exceed 2^53. */
export function readNikCell(cell: unknown): NikCell {
  if (typeof cell === 'number')
    return cell === 0 ? { kind: 'placeholder', why: 'none' } : { kind: 'damaged', why: 'number' };
  if (cell === null || cell === undefined) return { kind: 'placeholder', why: 'none' };
  if (typeof cell !== 'string' && typeof cell !== 'bigint') return { kind: 'malformed' };
  const visible = String(cell).normalize('NFKC').trim();
  if (/^\d([.,]\d+)?e[+]?\d+$/i.test(visible)) return { kind: 'damaged', why: 'scientific' };
  // A text of a floating-point number, as data frames write it.
  if (/^\d{15,16}\.0$/.test(visible)) return { kind: 'damaged', why: 'number' };
  const digits = cleanNik(visible);
  if (/^0*$/.test(digits)) return { kind: 'placeholder', why: 'none' };
  if (/^(\d)\1{15}$/.test(digits)) return { kind: 'placeholder', why: 'repeated' };
  // 35.2318.00000000000: the region is left, the rest is zeros.
  if (/^\d{4,6}0{8,}$/.test(digits)) return { kind: 'damaged', why: 'rounded' };
  if (!/^\d{16}$/.test(digits)) return { kind: 'malformed' };
  if (digits.endsWith('0000')) return { kind: 'damaged', why: 'rounded' };
  if (/^0[0-8]/.test(digits)) return { kind: 'placeholder', why: 'temporary' };
  return { kind: 'nik', nik: digits as Nik };
}

/**
 * Whether a whole column has gone through a program that keeps 15 digits: every sixteenth digit is 0. A single NIK may end so
 * rightly; ten or more in a row happen by chance once in ten thousand million columns.
 */
export function columnLosesDigits(niks: readonly string[]): boolean {
  return niks.length >= 10 && niks.every((nik) => nik.length === 16 && nik.endsWith('0'));
}
