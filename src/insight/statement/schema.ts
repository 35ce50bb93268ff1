/** Shapes of the statement, safe in a browser. */
import { z } from 'zod';

/** One figure as it is read out, with everything that it rests on. */
export const figureShape = z.object({
  code: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  /** numerator / denominator x 100, not rounded; null without a denominator. */
  percent: z.number().nullable(),
  unit: z.string(),
  since: z.string().nullable(),
  cutoff: z.string(),
  /** Message key of where the records lie. */
  source: z.string(),
  counts: z.array(z.object({ counter: z.string(), n: z.number() })),
  byYearOfOrigin: z.record(z.string(), z.number()),
});
export type Figure = z.output<typeof figureShape>;

export const statementShape = z.object({ asOf: z.string(), knownAt: z.string(), indicators: z.array(figureShape) });
export type Statement = z.output<typeof statementShape>;
