/** Shapes of dashboards, safe in a browser. */
import { z } from 'zod';
import { outlinesShape } from '../../register/region/schema.ts';
import { SECTIONS } from './rules.ts';

export const sectionShape = z.enum(SECTIONS);
/** Two or four digits, or the nation. */
export const dashboardRegionShape = z
  .string()
  .regex(/^([0-9]{2}|[0-9]{4}|indonesia)$/, { message: 'dashboard.field.region' });

const withheld = z.enum(['few', 'beside_few', 'held']).nullable();
const place = z.object({ code: z.string(), name: z.string() });

/** A number; `n` is null where it is withheld, and `withheld` says why. `percent` of what the measure is a share of. */
const cell = z.object({ n: z.number().nullable(), withheld, percent: z.number().nullable() });
export type Cell = z.output<typeof cell>;

const named = z.object({
  measure: z.string(),
  label: z.string(),
  unit: z.string(),
  more: z.enum(['better', 'worse', 'neither']),
  /** Shown as a share of `of`. */
  of: z.string().nullable(),
});
export type NamedMeasure = z.output<typeof named>;

const headline = named.extend({
  now: cell,
  /** What it is a share of, in numbers. */
  whole: z.number().nullable(),
  /** The same a year before, where it was counted. */
  before: cell.extend({ day: z.string() }).nullable(),
  /** The page of the figure, and the officers' list in which its records stand. */
  figure: z.string().nullable(),
  records: z.string().nullable(),
  /** The same of what the region lies in, to compare. */
  wider: z.array(place.extend({ cell })),
});
export type Headline = z.output<typeof headline>;

const line = named.extend({
  /** How much there was at each month's end, the share of it, or how much came in each month. */
  shows: z.enum(['level', 'share', 'monthly']),
  points: z.array(z.object({ day: z.string(), value: z.number().nullable() })),
});
export type Line = z.output<typeof line>;

const parts = named.extend({
  by: z.enum(['year', 'wait', 'store', 'outcome', 'stage', 'standing']),
  rows: z.array(
    z.object({ part: z.string(), label: z.string(), n: z.number().nullable(), withheld, days: z.number().nullable() }),
  ),
});
export type Parts = z.output<typeof parts>;

export const dashboardShape = z.object({
  section: sectionShape,
  region: z.string(),
  /** `null`: the nation. */
  name: z.string().nullable(),
  level: z.enum(['nation', 'province', 'regency']),
  path: z.array(place),
  day: z.string(),
  countedAt: z.string(),
  /** The count is of an earlier day; a new one is on its way. */
  stale: z.boolean(),
  /** The day on which the region came to be, where it was split off in our time, and from what. */
  began: z.object({ day: z.string(), from: z.string().nullable() }).nullable(),
  election: z.object({ id: z.string(), name: z.string(), votingDay: z.string(), daysLeft: z.number() }).nullable(),
  headlines: z.array(headline),
  lines: z.array(line),
  parts: z.array(parts),
  /** What the regions below (of a regency: beside it) are compared by; empty where nothing of the section lies in a region. */
  columns: z.array(named),
  regions: z.array(
    place.extend({
      here: z.boolean(),
      /** In the order of the columns, each with its last months. */
      cells: z.array(cell.extend({ spark: z.array(z.number().nullable()) })),
    }),
  ),
  tiles: z.array(z.object({ code: z.string(), label: z.string(), column: z.number(), row: z.number() })),
  /** Boundaries of the regions below, where a map was imported. */
  outlines: outlinesShape.nullable(),
});
export type Dashboard = z.output<typeof dashboardShape>;
export type RegionLine = Dashboard['regions'][number];

/** What a public page has. */
export interface DashboardPage {
  readonly dashboard: Dashboard;
  /** `-0`: by the first column, from the greatest; `nama`: by name. */
  readonly order: string;
  /** Which column the map and the bars show. */
  readonly shown: string | null;
}
