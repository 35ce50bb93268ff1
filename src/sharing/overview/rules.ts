/** Which months are spoken of. Pure. */
import type { CivilDate } from '../../core/time/index.ts';

export interface Span {
  /** The last full month before the day, `2018-11`. */
  readonly month: string;
  /** Its first day, and the first after it. */
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** The first day of the twelve months that end with it. */
  readonly yearFrom: CivilDate;
}

/**
 * The month before the day's own, and the twelve up to it: a month that still runs says nothing yet.
 *
 * @example
 * spanBefore('2018-12-11' as CivilDate).yearFrom; // 2017-12-01
 */
export function spanBefore(day: CivilDate): Span {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const first = (back: number) => {
    const at = year * 12 + (month - 1) - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01` as CivilDate;
  };
  return { month: first(1).slice(0, 7), from: first(1), until: first(0), yearFrom: first(12) };
}
