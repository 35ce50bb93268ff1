/** What stands in the fields of a form about a person: text, as typed. Pure. */
import { TABLES } from './words.ts';

export type Values = Readonly<Record<string, string>>;

const NUMBERS: ReadonlySet<string> = new Set(['rt', 'rw', 'permit']);

/** An element as the server holds it, as text for its field. */
export function printed(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a field says, as the server takes it; an empty one says nothing. */
export function meant(element: string, text: string): unknown {
  const typed = text.trim();
  if (typed === '') return null;
  if (element === 'maritalRegistered') return typed === 'yes';
  if (element in TABLES || NUMBERS.has(element)) return Number(typed);
  return typed;
}

/** The elements whose field no longer says what was opened, with what they say now. */
export function changesBetween(opened: Values, now: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(now)
      .filter((element) => (now[element] ?? '').trim() !== (opened[element] ?? ''))
      .map((element) => [element, meant(element, now[element]!)]),
  );
}
