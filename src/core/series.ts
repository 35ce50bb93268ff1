/**
 * Figures of many days at once: what dashboards draw. A room says for each of its measures how much there was at the end of each day, by
 * region, in a few statements however many days and regions there are. Pure but for the type of a transaction.
 */
import type { Tx } from './db/index.ts';
import type { CivilDate } from './time/index.ts';

/** One number. Regions are as in the records: 4 digits, 2 for what belongs to a province itself, '' for what lies in none. */
export interface Measured {
  /** The code of an indicator, where the measure is one; else the room's own. */
  readonly measure: string;
  readonly day: CivilDate;
  readonly region: string;
  /** '' the whole; else a part of it: a year of origin, a stage, a wait. Parts stand beside the whole, not in its place. */
  readonly part: string;
  readonly n: number;
}

export interface Asked {
  /** Ends of days (WIB), from the first to the last. */
  readonly days: readonly CivilDate[];
  readonly knownAt: Date;
}

export interface Series {
  readonly measures: readonly string[];
  /** Whether a day that is over can be counted again; else only the last of the days is, and what was kept of earlier ones stays. */
  readonly past: boolean;
  count(tx: Tx, asked: Asked): Promise<readonly Measured[]>;
}

type Key = Pick<Measured, 'measure' | 'region' | 'part'>;

/** Sums that run on: what is entered at one day stands on it and on every later one. */
export interface RunningSums {
  /** `from` is the place of the day in the list, 1 for the first, as `width_bucket` counts; what begins behind the last is left out. */
  add(key: Key, from: number, n: number): void;
  /** All that is not nought. */
  list(): Measured[];
}

/**
 * @example
 * const sums = runningSums(['2018-01-31', '2018-02-28']);
 * sums.add({ measure: 'resident.total', region: '3175', part: '' }, 2, 5);
 * sums.list(); // five on 28 February, nothing before
 */
export function runningSums(days: readonly CivilDate[]): RunningSums {
  const changes = new Map<string, { key: Key; by: number[] }>();
  return {
    add(key, from, n) {
      if (n === 0 || from > days.length) return;
      const name = `${key.measure} ${key.region} ${key.part}`;
      let line = changes.get(name);
      if (!line) changes.set(name, (line = { key, by: days.map(() => 0) }));
      line.by[from - 1]! += n;
    },
    list() {
      const rows: Measured[] = [];
      for (const { key, by } of changes.values()) {
        let n = 0;
        by.forEach((change, place) => {
          n += change;
          if (n !== 0) rows.push({ ...key, day: days[place]!, n });
        });
      }
      return rows;
    },
  };
}

/** Parts with their wholes, where the parts are all there is. */
export function withWholes(rows: readonly Measured[]): Measured[] {
  const wholes = Map.groupBy(rows, ({ measure, day, region }) => `${measure} ${day} ${region}`);
  return [
    ...rows,
    ...[...wholes.values()].map((own) => ({ ...own[0]!, part: '', n: own.reduce((sum, { n }) => sum + n, 0) })),
  ];
}
