/** Shapes of rebalancing, requests and the forecast, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, SHIPMENT_STATES, spanShape, textShape } from '../schema.ts';
import { NEEDS } from './rules.ts';

const reason = textShape(500).refine((text) => text.length >= 5, { message: 'blank.field.reason' });

export const rebalanceShape = z.object({
  fromStore: z.uuid(),
  toStore: z.uuid(),
  spans: z.array(spanShape).min(1).max(500),
  seals: z.array(textShape(40)).min(1).max(100),
  carrier: textShape(120),
  expectedOn: civilDateShape,
  reason,
  askedBy: z.uuid(),
});
export type RebalanceInput = z.output<typeof rebalanceShape>;

const needShape = z.object({ need: z.enum(NEEDS), n: z.number().int().min(1).max(10_000_000) });

export const askingShape = z.object({
  storeId: z.uuid(),
  needs: z
    .array(needShape)
    .min(1)
    .max(NEEDS.length)
    .refine((needs) => new Set(needs.map(({ need }) => need)).size === needs.length, { message: 'blank.field.need' }),
  reason,
});
export type Asking = z.output<typeof askingShape>;

export const requestShape = z.object({
  id: z.string(),
  number: z.string(),
  storeId: z.string(),
  store: z.string(),
  office: z.string(),
  regionCode: z.string(),
  needs: z.array(needShape),
  n: z.number(),
  /** 0 is the most urgent. */
  rank: z.number(),
  reason: z.string(),
  askedAt: z.string(),
  askedBy: z.string(),
  /** Whether the officer who asks keeps the store, and may withdraw it; whether he answers for its region and is no party to it. */
  own: z.boolean(),
  mayAnswer: z.boolean(),
  state: z.enum(['open', 'met', 'declined', 'withdrawn']),
  answer: z.string().nullable(),
  shipment: z.string().nullable(),
  endedAt: z.string().nullable(),
});

export const forecastShape = z.object({
  code: z.string(),
  name: z.string(),
  stock: z.number(),
  /** Not told to the regency itself, where it will be counted. */
  coming: z.number().nullable(),
  usedIn60Days: z.number(),
  backlog: z.number(),
  perDay: z.number(),
  daysLeft: z.number().nullable(),
  wanted: z.number(),
  standing: z.enum(['short', 'low', 'enough', 'unused']),
});

/** A request with what whoever answers must know: how long the region's stock lasts, and what was sent since. */
export const openedRequestShape = requestShape.extend({
  /** Of its regency; `null` for a store of a province or the centre. */
  supply: forecastShape.nullable(),
  shipments: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      from: z.string(),
      /** `null` to its receiver's office until it was counted. */
      n: z.number().nullable(),
      sentAt: z.string(),
      state: z.enum(SHIPMENT_STATES),
    }),
  ),
});
