/** Shapes of regions, safe in a browser. */
import { z } from 'zod';
import { parseCivilDate, type CivilDate } from '../../core/time/civil-date.ts';
import { KINDS, LEVELS } from './rules.ts';

/** 2, 4, 6 or 10 digits, with or without dots; becomes digits only. */
export const regionCodeShape = z
  .string()
  .transform((text) => text.replaceAll('.', ''))
  .pipe(z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})$/, { message: 'field.region_code' }));

export const asOfShape = z
  .string()
  .refine((text) => parseCivilDate(text) !== null, { message: 'field.region_as_of' })
  .transform((text) => text as CivilDate);

export const regionPartShape = z.object({ code: z.string(), name: z.string(), level: z.enum(LEVELS) });

export const regionShape = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(LEVELS),
  kind: z.enum(KINDS),
  zone: z.string(),
  /** `null` where no list says since when. */
  validFrom: z.string().nullable(),
  /** The first day on which it was no more; `null` while it is. */
  validTo: z.string().nullable(),
  predecessor: z.string().nullable(),
  successor: z.string().nullable(),
  derived: z.boolean(),
  /** From the province down, without the region itself. */
  path: z.array(regionPartShape),
});
export type Region = z.output<typeof regionShape>;

export const tileShape = z.object({
  code: z.string(),
  name: z.string(),
  label: z.string(),
  column: z.number().int(),
  row: z.number().int(),
});
export type ProvinceTile = z.output<typeof tileShape>;

/** Boundaries to draw; a code may have several shapes, where its region was divided since. */
export const outlinesShape = z.object({
  /** Around all shapes, in their unit: hundredths of a degree. */
  box: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
  shapes: z.array(z.object({ code: z.string(), path: z.string() })),
  /** Regions of that day of which there is no boundary. */
  missing: z.number().int(),
});
export type Outlines = z.output<typeof outlinesShape>;
