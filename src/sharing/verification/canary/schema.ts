/** What the desk sees of invented persons. */
import { z } from 'zod';
import { RETIRED_HOW } from './rules.ts';

export const canaryShape = z.object({
  id: z.uuid(),
  /** Its number among those of the institution. */
  n: z.number().int(),
  /** Six digits and stars. */
  maskedNik: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  handedOutAt: z.string().nullable(),
  retiredAt: z.string().nullable(),
  retiredHow: z.enum(RETIRED_HOW).nullable(),
  retiredWhy: z.string().nullable(),
  /** How often somebody asked about it. */
  touches: z.number().int(),
  touchedAt: z.string().nullable(),
});
export type CanaryShown = z.output<typeof canaryShape>;

export const traceShape = z.object({
  id: z.uuid(),
  at: z.string(),
  by: z.string(),
  sha256: z.string(),
  lines: z.number().int(),
  found: z.array(z.object({ institutionId: z.uuid(), institution: z.string(), n: z.number().int() })),
});
export type TraceShown = z.output<typeof traceShape>;
