/** Whether every voter will hold a card on the voting day, and what blanks would help. Pure, and safe in a browser. */
import { addDays, type CivilDate } from '../../../core/time/civil-date.ts';

/** The days over which offices' real printing is measured. */
export const PACE_DAYS = 30;

export interface RegencyCount {
  readonly eligible: number;
  /** Eligible, not recorded: first they must come. */
  readonly unrecorded: number;
  /** Recorded, and no card printed. */
  readonly recorded: number;
  /** A card lies ready or is on its way. */
  readonly waiting: number;
  readonly blanks: number;
  readonly printedIn30Days: number;
}

export interface Outlook {
  /** Cards that must still be printed. */
  readonly toPrint: number;
  readonly blanksMissing: number;
  /** The day on which the last voter would hold a card at the pace of the last thirty days; `null`: never, as nothing is printed. */
  readonly lastCardOn: CivilDate | null;
  readonly standing: 'done' | 'in_time' | 'late' | 'idle';
}

/** Looks ahead from `day` to the voting day. */
export function outlook(count: RegencyCount, { day, votingDay }: { day: CivilDate; votingDay: CivilDate }): Outlook {
  const toPrint = count.unrecorded + count.recorded;
  const blanksMissing = Math.max(0, toPrint - count.blanks);
  if (toPrint === 0) return { toPrint, blanksMissing, lastCardOn: day, standing: 'done' };
  if (count.printedIn30Days === 0) return { toPrint, blanksMissing, lastCardOn: null, standing: 'idle' };
  // In whole numbers: 30 / 30 days must be one a day, not a little less.
  const days = Math.min(100_000, Math.ceil((toPrint * PACE_DAYS) / count.printedIn30Days));
  const lastCardOn = addDays(day, days);
  return { toPrint, blanksMissing, lastCardOn, standing: lastCardOn <= votingDay ? 'in_time' : 'late' };
}

/** A store with what lies there free, and what its regency needs beyond or short of it. */
export interface StoreStock {
  readonly id: string;
  readonly name: string;
  /** Four digits. */
  readonly regency: string;
  readonly n: number;
}

export interface Shift {
  readonly from: StoreStock;
  readonly to: StoreStock;
  readonly n: number;
}

/**
 * Blanks to move between regencies of one province, the largest lack first and from the largest surplus: nobody gives what his own
 * voters need, and nothing moves for less than `least`.
 */
export function rebalancing(needs: ReadonlyMap<string, number>, stores: readonly StoreStock[], least = 10): Shift[] {
  const shifts: Shift[] = [];
  const byRegency = Map.groupBy(stores, ({ regency }) => regency);
  const lying = new Map(stores.map(({ id, n }) => [id, n]));
  const free = ({ id }: StoreStock) => lying.get(id)!;
  const largest = (regency: string) =>
    byRegency.get(regency)!.toSorted((a, b) => free(b) - free(a) || (a.id < b.id ? -1 : 1))[0]!;
  const stockOf = (regency: string) => (byRegency.get(regency) ?? []).reduce((sum, { n }) => sum + n, 0);
  const left = new Map([...byRegency.keys()].map((code) => [code, stockOf(code) - (needs.get(code) ?? 0)]));
  const lacking = [...left].filter(([, n]) => n < 0).toSorted((a, b) => a[1] - b[1]);
  for (const [code, lack] of lacking) {
    let missing = -lack;
    const givers = [...left].filter(([other, n]) => other.slice(0, 2) === code.slice(0, 2) && n >= least);
    for (const [giver] of givers.toSorted((a, b) => b[1] - a[1])) {
      const from = largest(giver);
      // From one store, as one shipment: what lies elsewhere in the regency stays.
      const n = Math.min(missing, left.get(giver)!, free(from));
      if (n < least) continue;
      shifts.push({ from, to: largest(code), n });
      lying.set(from.id, free(from) - n);
      left.set(giver, left.get(giver)! - n);
      missing -= n;
      if (missing === 0) break;
    }
  }
  return shifts;
}
