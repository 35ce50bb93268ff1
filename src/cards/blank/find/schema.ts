/** Shapes of blanks found again, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, spanShape, textShape } from '../schema.ts';

export const FIND_STATES = ['reported', 'confirmed', 'refused'] as const;

export const findGivenShape = z.object({
  storeId: z.uuid(),
  spans: z.array(spanShape).min(1).max(500),
  foundOn: civilDateShape,
  place: textShape(200).refine((text) => text.length >= 3, { message: 'blank.field.place' }),
  /** Who found them, how, and what was done to know that they are the ones: kept sealed. */
  words: textShape(2_000).refine((text) => text.length >= 10, { message: 'blank.field.words' }),
});
export type FindGiven = z.output<typeof findGivenShape>;

export const findLineShape = z.object({
  id: z.string(),
  number: z.string(),
  storeId: z.string(),
  store: z.string(),
  office: z.string(),
  regionCode: z.string(),
  spans: z.array(spanShape),
  n: z.number(),
  foundOn: z.string(),
  place: z.string(),
  photo: z.boolean(),
  reportedAt: z.string(),
  reportedBy: z.string(),
  state: z.enum(FIND_STATES),
  answer: z.string().nullable(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** Whether the officer who asks has reported it, and may add its photo. */
  own: z.boolean(),
  /** Whether he is no party to it and answers for its region. */
  mayDecide: z.boolean(),
});

export const findShape = findLineShape.extend({ words: z.string() });

/** Blanks that are missing on the account of a store. */
export const lostShape = spanShape.safeExtend({
  n: z.number(),
  storeId: z.string(),
  store: z.string(),
  office: z.string(),
  /** Whether the officer who asks keeps the store, and so reports what turns up. */
  own: z.boolean(),
  since: z.string(),
  discrepancyId: z.string().nullable(),
  frozen: z.boolean(),
  /** Reported as found, and waiting for a decision. */
  waits: z.boolean(),
});
