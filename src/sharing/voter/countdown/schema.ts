/** Shapes of the countdown, safe in a browser. */
import { z } from 'zod';

const end = z.object({ id: z.string(), name: z.string(), regency: z.string() });

export const countdownShape = z.object({
  /** `null`: not counted yet. */
  countedAt: z.string().nullable(),
  day: z.string().nullable(),
  regencies: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      province: z.string(),
      eligible: z.number(),
      unrecorded: z.number(),
      recorded: z.number(),
      waiting: z.number(),
      blanks: z.number(),
      printedIn30Days: z.number(),
      toPrint: z.number(),
      blanksMissing: z.number(),
      lastCardOn: z.string().nullable(),
      standing: z.enum(['done', 'in_time', 'late', 'idle']),
    }),
  ),
  /** Blanks that would help if they were moved; for the keeper of the first store to propose. */
  shifts: z.array(z.object({ from: end, to: end, n: z.number() })),
});
export type CountdownView = z.output<typeof countdownShape>;
export type RegencyLine = CountdownView['regencies'][number];
