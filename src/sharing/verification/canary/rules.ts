/** Pure, safe in a browser. */

/** How many invented persons an institution gets unless somebody says otherwise, at once, and in all that live. */
export const USUAL_COUNT = 5;
export const MOST_AT_ONCE = 20;
export const MOST_LIVING = 50;

export const RETIRED_HOW = ['officer', 'renewed', 'person'] as const;

const NUMBER = /(?<!\d)\d{16}(?!\d)/g;
/** How people write a number: in groups, behind an apostrophe that keeps it text. */
const BETWEEN = /(?<=\d)[ .\-\u00a0](?=\d)/g;
const MOST_LETTERS = 40;

/** Every number of sixteen digits in a cell. */
export function numbersIn(cell: string): string[] {
  if (cell.length < 16) return [];
  const whole = cell.match(NUMBER);
  if (whole) return whole;
  return cell.length > MOST_LETTERS ? [] : (cell.replaceAll(BETWEEN, '').match(NUMBER) ?? []);
}
