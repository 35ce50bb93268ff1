import { civilDateOf, type CivilDate } from '../../src/core/time/civil-date.ts';

/** The digits of what was typed or pasted: spaces, dots, dashes and the invisible characters that spreadsheets and
 * messengers add are dropped. Letters stay, so that they are seen and refused rather than lost. */
export function cleanIdentifier(text: string): string {
  // Full-width and Arabic-Indic digits are digits to the one who typed them.
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.codePointAt(0)! - 0x660))
    .replace(/[\p{Cf}\p{Cc}\p{Zs}\s.\-_']/gu, '');
}

/** Whether a number was shortened by a spreadsheet (`3,17507E+15`): the digits behind are lost, not only hidden. */
export function isRounded(text: string): boolean {
  return /^\d[\d.,]*e\+?\d{1,2}$/i.test(text.trim());
}

/** What a date field holds while it is typed. `incomplete`: nothing wrong yet. */
export type TypedDate =
  | { readonly state: 'empty' | 'incomplete' | 'shape' | 'notOnCalendar' }
  | { readonly state: 'date'; readonly date: CivilDate };

const TYPED = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/** Reads `05-08-1990`, `5/8/1990`, `5 8 1990`, `05081990`; a day that no calendar has (31-02) is told apart from a slip of shape. */
export function readTypedDate(text: string): TypedDate {
  const typed = text.trim();
  if (typed === '') return { state: 'empty' };
  const digits = /^(\d{2})(\d{2})(\d{4})$/.exec(typed) ?? TYPED.exec(typed);
  if (digits) {
    const date = civilDateOf(Number(digits[3]), Number(digits[2]), Number(digits[1]));
    return date ? { state: 'date', date } : { state: 'notOnCalendar' };
  }
  return /^[\d\-/. ]{0,10}$/.test(typed) ? { state: 'incomplete' } : { state: 'shape' };
}

/** Puts the dashes in while a date is typed forwards; leaves what is being corrected alone. */
export function withDashes(text: string, before: string): string {
  if (text.length <= before.length || !/^[\d-]*$/.test(text)) return text;
  // Whoever types the dash that was put there already means that one.
  if (text === `${before}-` && before.endsWith('-')) return before;
  const digits = text.replaceAll('-', '');
  if (digits.length > 8) return text;
  if (/^\d{2}$/.test(text) || /^\d{2}-\d{2}$/.test(text)) return `${text}-`;
  if (/^\d{3,}$/.test(text)) return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean).join('-');
  return text;
}

/** `1990-08-05` as `05-08-1990`, the way a person types it. */
export function typedOf(date: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? '');
  return parts ? `${parts[3]}-${parts[2]}-${parts[1]}` : (date ?? '');
}
