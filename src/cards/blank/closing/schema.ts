/** Shapes of a day's end, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, textShape } from '../schema.ts';
import { CLOSING_NUMBERS, type ClosingNumbers, type KeptBack } from './rules.ts';

const numbers = z.object(
  Object.fromEntries(CLOSING_NUMBERS.map((name) => [name, z.number()])) as Record<
    (typeof CLOSING_NUMBERS)[number],
    z.ZodNumber
  >,
);

export const securityHoldShape = z.object({
  regionCode: z.string().regex(/^([0-9]{2}|[0-9]{4})?$/, { message: 'blank.field.region' }),
  untilOn: civilDateShape,
  reason: textShape(500).refine((text) => text.length >= 5, { message: 'blank.field.reason' }),
  askedBy: z.uuid(),
});
export type SecurityHoldInput = z.output<typeof securityHoldShape>;

const holdShape = z.object({ regionCode: z.string(), fromOn: z.string(), untilOn: z.string() });

/** A hold as those see it who may propose one: newest first, ended ones too. */
export const decidedHoldShape = holdShape.extend({
  id: z.string(),
  /** `null`: the whole nation. */
  place: z.string().nullable(),
  reason: z.string(),
  askedBy: z.string(),
  approvedBy: z.string(),
  approvedAt: z.string(),
  inForce: z.boolean(),
});

export const closingShape = z.object({
  day: z.string(),
  closedAt: z.string(),
  /** Hexadecimal; the entry of the log holds the same. */
  root: z.string(),
  entryId: z.string(),
  rows: z.array(
    z.object({
      store: z.string(),
      region: z.string(),
      /** What the leaf hashes, and the numbers in it; `null` while a security hold keeps them back. */
      line: z.string().nullable(),
      numbers: numbers.nullable(),
      leaf: z.string(),
    }),
  ),
  holds: z.array(holdShape),
});

export interface StockLine {
  readonly code: string;
  readonly name: string;
  /** `null`: they are kept back, `kept` says why and until when. */
  readonly numbers: ClosingNumbers | null;
  readonly kept: KeptBack | null;
}

/** What `/stok-blangko` shows. */
export interface BlankStockPage {
  readonly asked: string;
  readonly fault: 'no_such_day' | 'not_closed' | null;
  readonly latest: string | null;
  readonly day: {
    readonly day: string;
    readonly closedAt: string;
    readonly root: string;
    readonly entryId: string;
  } | null;
  /** Of the nation: the centre and the provinces. Of a province: its own stores and its regencies. */
  readonly province: { readonly code: string; readonly name: string } | null;
  readonly lines: readonly StockLine[];
  readonly total: ClosingNumbers | null;
  readonly holds: readonly { readonly place: string; readonly untilOn: string }[];
}
