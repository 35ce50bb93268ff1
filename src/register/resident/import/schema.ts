/** Shapes of imports, safe in a browser. */
import { z } from 'zod';
import { FIELD_NAMES, FIELDS, MADE_FROM, type Field } from './fields.ts';

export type { Field } from './fields.ts';

export const IMPORT_STATES = ['waiting', 'checking', 'checked', 'applying', 'done', 'failed', 'cancelled'] as const;
/** `waiting`: uploaded, nothing read. `checked`: read to its end without entering anybody; may be applied. */
export type ImportState = (typeof IMPORT_STATES)[number];

/** `read` is always the sum of the others: every row of the file is counted, once. */
export interface Counts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly cases: number;
}

const fieldShape = z.enum(FIELD_NAMES as [Field, ...Field[]]);

export const mappingShape = z.object({
  /** Field to header of the file. */
  columns: z.partialRecord(fieldShape, z.string().max(200)),
  /** Field to a value that stands for every row. */
  constants: z.partialRecord(fieldShape, z.string().max(200)).default({}),
});

export const importIdShape = z.uuid();

export const importViewShape = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  /** Whether it only checks, or has only checked so far. */
  dryRun: z.boolean(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  read: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  cases: z.number(),
  /** How much of the file is read, 0 to 1; null where nobody knows. */
  share: z.number().nullable(),
  failure: z.string().nullable(),
  /** How long the present run over the file has taken. */
  seconds: z.number(),
});
export type ImportView = z.output<typeof importViewShape>;

/** One line of the report. */
export const faultLineShape = z.object({
  row: z.number(),
  column: z.string(),
  letter: z.string(),
  code: z.string(),
  severity: z.string(),
  /** What stood there, masked where it is personal. */
  given: z.string().nullable(),
  text: z.string(),
});

export const importDetailShape = importViewShape.extend({
  headers: z.array(z.string()),
  mapping: z.object({ columns: z.record(z.string(), z.string()), constants: z.record(z.string(), z.string()) }),
  unread: z.array(z.string()),
  missing: z.array(z.string()),
  /** How often each thing was wrong, most frequent first, with the first lines of the report. */
  faults: z.array(z.object({ code: z.string(), severity: z.string(), n: z.number(), text: z.string() })),
});

/** What a column can mean, in the order of the screen; whether the register needs it, and what may stand for it. */
export const IMPORT_FIELDS = FIELD_NAMES.map((field) => ({
  field,
  needed: FIELDS[field].need,
  madeFrom: MADE_FROM[field] ?? null,
}));
