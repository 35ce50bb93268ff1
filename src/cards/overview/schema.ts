/** Shapes of the overview, safe in a browser. */
import { z } from 'zod';
import { OVERVIEW_LEVELS } from './rules.ts';

export const figuresShape = z.object({
  /** Free in the stores of the region, and sealed on the way to them. */
  stock: z.number(),
  coming: z.number(),
  usedIn60Days: z.number(),
  /** People who are print-ready and have no card. */
  backlog: z.number(),
  perDay: z.number(),
  /** `null` where nothing is used. */
  daysLeft: z.number().nullable(),
  wanted: z.number(),
  standing: z.enum(['short', 'low', 'enough', 'unused']),
  regencies: z.number(),
  /** Regencies that owe a report of destruction and have given none. */
  silent: z.number(),
  reportedOn: z.string().nullable(),
  destructions: z.number(),
  pieces: z.number(),
  openIncidents: z.number(),
});

export const overviewShape = z.object({
  asOf: z.string(),
  /** Whether reports of destruction are owed on that day. */
  due: z.boolean(),
  level: z.enum(OVERVIEW_LEVELS),
  region: z.string(),
  name: z.string().nullable(),
  total: figuresShape,
  regions: z.array(figuresShape.extend({ code: z.string(), name: z.string() })),
});
