/** The lines of a statement, made from calls: one a reference of a call, so that what a partner sees bears its own numbers. Pure. */
import { lineText, type Line } from '../rules.ts';
import type { CallRow } from './sql.ts';

/** In the order in which the references stand in the call; questions that share one share a line. */
export function linesOf({ at, entry, unit, purpose, price, refs }: CallRow): Line[] {
  const counted = new Map<string, number>();
  for (const reference of refs) counted.set(reference, (counted.get(reference) ?? 0) + 1);
  const instant = at.toISOString();
  return [...counted].map(([reference, questions]) => ({
    at: instant,
    reference,
    unit,
    purpose,
    questions,
    price,
    entry,
  }));
}

export const leafText = (line: Line): Buffer => Buffer.from(lineText(line));
