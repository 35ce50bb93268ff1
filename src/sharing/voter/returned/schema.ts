/** Shapes of returned lists, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, textShape } from '../../../register/resident/schema.ts';
import {
  ABSENCES,
  FINDINGS,
  RETURNED_KINDS,
  RETURNED_STATES,
  ROW_FAULTS,
  SIDES,
  VERDICTS,
  type Absence,
  type ReturnedVerdict,
} from './rules.ts';

export const returnedGiven = z.object({
  election: z.uuid(),
  kind: z.enum(RETURNED_KINDS),
  nth: z.coerce.number().int().min(0).max(9),
  number: textShape(80),
  datedOn: civilDateShape,
});
export type ReturnedGiven = z.output<typeof returnedGiven>;

/** Why, on either side. */
export const reasonShape = z.enum([...VERDICTS, ...ABSENCES] as unknown as [
  ReturnedVerdict | Absence,
  ...(ReturnedVerdict | Absence)[],
]);

export const returnedShape = z.object({
  id: z.string(),
  kind: z.enum(RETURNED_KINDS),
  nth: z.number(),
  number: z.string(),
  datedOn: z.string(),
  fileName: z.string(),
  state: z.enum(RETURNED_STATES),
  failure: z.string().nullable(),
  read: z.number(),
  refused: z.number(),
  hidden: z.number(),
  enteredAt: z.string(),
  enteredBy: z.string().nullable(),
  matchedAt: z.string().nullable(),
});
export type ReturnedView = z.output<typeof returnedShape>;

export const returnedDetail = returnedShape.extend({
  election: z.object({ id: z.string(), nameId: z.string(), nameEn: z.string() }),
  sha256: z.string(),
  faults: z.array(z.object({ code: z.enum(ROW_FAULTS), n: z.number() })),
  /** The first hundred, in the order of the file. */
  faultyRows: z.array(z.object({ row: z.number(), column: z.string(), code: z.enum(ROW_FAULTS) })),
  counts: z.array(
    z.object({
      side: z.enum(SIDES),
      reason: reasonShape,
      n: z.number(),
      regencies: z.array(z.object({ code: z.string(), name: z.string().nullable(), n: z.number() })),
    }),
  ),
  seed: z.object({ size: z.number(), root: z.string() }).nullable(),
});
export type ReturnedDetail = z.output<typeof returnedDetail>;

/** Of which rows. */
export const whichRows = z.object({
  side: z.enum(SIDES),
  reason: reasonShape,
  regency: z
    .string()
    .regex(/^([0-9]{4})?$/)
    .optional(),
});
export type WhichRows = z.output<typeof whichRows>;

export const lineShape = z.object({
  /** The row of the list; of who is absent none. */
  row: z.number().nullable(),
  /** As the list has it, hidden digits as stars. */
  shown: z.string().nullable(),
  name: z.string().nullable(),
  born: z.string().nullable(),
  village: z.string().nullable(),
  firstRow: z.number().nullable(),
  /** Whom of the register it means. */
  person: z
    .object({ ref: z.string(), nik: z.string(), name: z.string(), born: z.string(), village: z.string() })
    .nullable(),
});
export type ReturnedLine = z.output<typeof lineShape>;

export const linesShape = z.object({ lines: z.array(lineShape), next: z.string().nullable() });

export const sampleGiven = z.object({
  side: z.enum(SIDES),
  reason: reasonShape,
  n: z.number().int().min(1, { message: 'voter.field.sample' }).max(1000, { message: 'voter.field.sample' }),
});

export const sampleShape = z.object({
  side: z.enum(SIDES),
  reason: reasonShape,
  n: z.number(),
  /** Rows of the reason altogether. */
  of: z.number(),
  right: z.number(),
  wrong: z.number(),
  unclear: z.number(),
  /** Of those that were found right or wrong. */
  between: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
});
export type SampleView = z.output<typeof sampleShape>;

export const openedSample = sampleShape.extend({
  lines: z.array(
    z.object({
      place: z.number(),
      line: lineShape,
      finding: z
        .object({ finding: z.enum(FINDINGS), note: z.string(), at: z.string(), by: z.string().nullable() })
        .nullable(),
    }),
  ),
});
export type OpenedSample = z.output<typeof openedSample>;

export const findingGiven = z.object({
  side: z.enum(SIDES),
  reason: reasonShape,
  place: z.number().int().min(1),
  finding: z.enum(FINDINGS),
  note: z.string().trim().max(500),
});
