/** Shapes of matchings, safe in a browser. */
import { z } from 'zod';
import { ATTRIBUTE_NAMES, ownWord, whyShape, type Attribute } from '../verification/schema.ts';
import { MOST_FILE_BYTES, MOST_ROWS, SIGNALS, STATE_NAMES } from './rules.ts';

const FIELD_NAMES = ['nik', 'reference', 'consent', ...ATTRIBUTE_NAMES] as [
  'nik',
  'reference',
  'consent',
  ...Attribute[],
];
/** A number as long as a NIK is no title: nobody's data shall be kept as the name of a column. */
const header = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/\d{16,}/.test(text), { message: 'matching.field.header' });

/** Which header is which field; what is left out is found by the usual names. */
export const columnsShape = z.partialRecord(z.enum(FIELD_NAMES), header);

export const matchingGiven = z.strictObject({
  ...whyShape,
  /** The partner's own number of this file: its bill echoes it, and a second file may not have it. */
  reference: ownWord(64),
  expectedRows: z.number().int().min(1).max(MOST_ROWS),
  columns: columnsShape.default({}),
});
export type MatchingGiven = z.output<typeof matchingGiven>;

export const SHA256 = /^[0-9a-f]{64}$/;
export const partShape = z.object({
  /** Where the part begins: as many bytes as have come before it. */
  offset: z.coerce.number().int().min(0).max(MOST_FILE_BYTES),
  sha256: z.string().regex(SHA256, { message: 'matching.field.sha256' }),
});

const counts = {
  rows: z.number(),
  refused: z.number(),
  matched: z.number(),
  partial: z.number(),
  mismatched: z.number(),
};

/** What a partner sees of its file: never how it came out before the result may be taken. */
export const matchingShape = z.object({
  id: z.string(),
  reference: z.string(),
  state: z.enum(STATE_NAMES),
  since: z.string(),
  /** Bytes that have come: where the next part begins. */
  received: z.number(),
  expectedRows: z.number(),
  columns: columnsShape.nullable(),
  progress: z.object({ rows: z.number(), refused: z.number() }),
  counts: z.object(counts).nullable(),
  faults: z.array(z.object({ code: z.string(), n: z.number(), text: z.string() })),
  /** Why it has ended without a result, or why it waits. */
  why: z.object({ code: z.string(), text: z.string() }).nullable(),
  entry: z.string().nullable(),
  deleteAt: z.string().nullable(),
});
export type MatchingView = z.output<typeof matchingShape>;

/** What an officer sees: also how it came out, as he decides by it. Nobody's data. */
export const staffMatchingShape = z.object({
  id: z.string(),
  institutionId: z.string(),
  institution: z.string(),
  reference: z.string(),
  unit: z.string(),
  endUser: z.string(),
  purpose: whyShape.purpose,
  basis: whyShape.basis,
  state: z.enum(STATE_NAMES),
  since: z.string(),
  createdAt: z.string(),
  expectedRows: z.number(),
  packageRows: z.number().nullable(),
  /** Rows of the grant's other files. */
  packageUsed: z.number(),
  attributes: z.array(z.enum(ATTRIBUTE_NAMES as [Attribute, ...Attribute[]])),
  counts: z.object({ ...counts, inSequence: z.number(), mostOfOne: z.number() }),
  signals: z.array(z.enum(SIGNALS)),
  why: z.string().nullable(),
  decision: z
    .object({ decision: z.enum(['approve', 'stop']), at: z.string(), by: z.string().nullable(), reason: z.string() })
    .nullable(),
  entry: z.string().nullable(),
  deleteAt: z.string().nullable(),
});
export type StaffMatching = z.output<typeof staffMatchingShape>;

export const decisionGiven = z.object({
  decision: z.enum(['approve', 'stop']),
  reason: z
    .string()
    .trim()
    .max(1_000)
    .refine((text) => text.length >= 10, { message: 'matching.field.reason' }),
});
