/** Residents summed by figure, regency and year of origin. Pure. */
import type { CivilDate } from '../../../core/time/civil-date.ts';
import { COUNTED_STATES, foldHistory, isCardObligated } from '../rules.ts';

/** Counted residents and those obliged, by the year in which they were registered; records found to be somebody's second, by the year in which they were. */
export type Figure = 'total' | 'obligated' | 'duplicate';

/** `total 3175 2011`: how many. */
export type Tally = Map<string, number>;

export interface Line {
  readonly figure: Figure;
  /** Four digits. */
  readonly regency: string;
  readonly year: string;
}

export function add(tally: Tally, { figure, regency, year }: Line, n: number): void {
  const key = `${figure} ${regency} ${year}`;
  const sum = (tally.get(key) ?? 0) + n;
  if (sum === 0) tally.delete(key);
  else tally.set(key, sum);
}

/** By regency or by year, in their order. */
export function sumBy(tally: Tally, of: Figure, by: 'regency' | 'year'): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [key, n] of tally) {
    const [figure, regency, year] = key.split(' ') as [Figure, string, string];
    if (figure !== of) continue;
    const name = by === 'year' ? year : regency;
    sums.set(name, (sums.get(name) ?? 0) + n);
  }
  return Object.fromEntries([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** One person as a history tells of him on a day; nobody where it has not begun. */
export function addPerson(tally: Tally, deltas: readonly unknown[] | null, day: CivilDate, n = 1): void {
  if (!Array.isArray(deltas?.[0])) return;
  const person = foldHistory(deltas!);
  const regency = person.villageCode.slice(0, 4);
  const registered = person.registeredOn.slice(0, 4);
  if (person.state === 'GANDA') add(tally, { figure: 'duplicate', regency, year: person.stateSince.slice(0, 4) }, n);
  if (COUNTED_STATES.includes(person.state)) add(tally, { figure: 'total', regency, year: registered }, n);
  if (isCardObligated(person, day)) add(tally, { figure: 'obligated', regency, year: registered }, n);
}
