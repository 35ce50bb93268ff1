/** Shapes of sources, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, textShape } from '../../../register/resident/schema.ts';
import { SOURCE_KINDS } from '../eligibility/rules.ts';
import { LIST_KINDS, SOURCE_FAULTS } from './rules.ts';

export const sourceList = z.object({
  kind: z.enum(LIST_KINDS),
  issuer: textShape(120),
  number: textShape(80),
  datedOn: civilDateShape,
  dryRun: z.enum(['true', 'false']),
});
export type SourceList = z.output<typeof sourceList>;

export const importReport = z.object({
  read: z.number(),
  created: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  /** The first hundred, in the order of the file. */
  faults: z.array(z.object({ row: z.number(), column: z.string(), code: z.enum(SOURCE_FAULTS) })),
});
export type ImportReport = z.output<typeof importReport>;

export const letterShape = z.object({
  id: z.string(),
  kind: z.enum(LIST_KINDS),
  issuer: z.string(),
  number: z.string(),
  datedOn: z.string(),
  enteredAt: z.string(),
  enteredBy: z.string().nullable(),
  n: z.number(),
  withdrawn: z.number(),
});

export const sourceShape = z.object({
  id: z.string(),
  kind: z.enum(SOURCE_KINDS),
  body: z.string(),
  number: z.string().nullable(),
  decidedOn: z.string().nullable(),
  since: z.string(),
  until: z.string().nullable(),
  issuer: z.string(),
  letter: z.string(),
  letterOn: z.string(),
  knownAt: z.string(),
});
