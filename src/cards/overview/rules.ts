/** Figures of regions put together: a province is its regencies and its own stores, the nation its provinces and the centre. Pure. */
import type { OpenIncident } from '../blank/incident/rules.ts';
import { forecast, type Forecast, type Supply } from '../blank/supply/rules.ts';

export interface Report {
  readonly region: string;
  readonly destructions: number;
  readonly pieces: number;
  readonly lastOn: string | null;
}

/** What is known of one region before it is reckoned. */
export interface Gathered {
  readonly supply: readonly (Supply & { code: string })[];
  readonly reports: readonly Report[];
  readonly incidents: readonly OpenIncident[];
  /** Whether a report of destruction is owed on that day. */
  readonly due: boolean;
}

export interface Figures extends Supply, Forecast {
  readonly regencies: number;
  readonly silent: number;
  readonly reportedOn: string | null;
  readonly destructions: number;
  readonly pieces: number;
  readonly openIncidents: number;
}

/**
 * The figures of a region by its code: what lies in all of its stores, and how long that lasts for all of its backlog and use. An
 * incident that is about two regencies counts once in their province; one that names no blank counts in the nation only.
 */
export function figuresOf(code: string, { supply, reports, incidents, due }: Gathered): Figures {
  const lines = supply.filter((line) => line.code.startsWith(code));
  const sum = (of: keyof Supply) => lines.reduce((n, line) => n + line[of], 0);
  const whole: Supply = {
    stock: sum('stock'),
    coming: sum('coming'),
    usedIn60Days: sum('usedIn60Days'),
    backlog: sum('backlog'),
  };
  const within = reports.filter(({ region }) => region.startsWith(code));
  const days = within.flatMap(({ lastOn }) => lastOn ?? []);
  return {
    ...whole,
    ...forecast(whole),
    regencies: within.length,
    silent: due ? within.length - days.length : 0,
    reportedOn: days.toSorted().at(-1) ?? null,
    destructions: within.reduce((n, line) => n + line.destructions, 0),
    pieces: within.reduce((n, line) => n + line.pieces, 0),
    openIncidents:
      code === ''
        ? incidents.length
        : incidents.filter(({ codes }) => codes.some((each) => each.startsWith(code))).length,
  };
}

export const OVERVIEW_LEVELS = ['province', 'regency'] as const;
export type OverviewLevel = (typeof OVERVIEW_LEVELS)[number];
const DIGITS: Readonly<Record<OverviewLevel, number>> = { province: 2, regency: 4 };

/** The codes of a level in what was gathered, those of the day's map and those that only the books have. */
export function codesAt(level: OverviewLevel, { supply, reports }: Gathered): string[] {
  const digits = DIGITS[level];
  const all = [...reports.map(({ region }) => region), ...supply.map(({ code }) => code)];
  return [...new Set(all.filter((code) => code.length >= digits).map((code) => code.slice(0, digits)))].toSorted();
}
