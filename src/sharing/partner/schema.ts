/** Shapes of partners, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, textShape } from '../../register/resident/schema.ts';
import {
  ELEMENT_NAMES,
  elementFault,
  KIND_NAMES,
  METHODS,
  PURPOSES,
  RETURNABLE,
  SECTOR_NAMES,
  SIDES,
} from './rules.ts';

export { civilDateShape, textShape };

export const reasonShape = textShape(1_000).refine((text) => text.length >= 10, { message: 'partner.field.reason' });
export const kindShape = z.enum(KIND_NAMES);
export const sectorShape = z.enum(SECTOR_NAMES);
export const purposeShape = z.enum(PURPOSES);
export const regionShape = z.string().regex(/^([0-9]{2}|[0-9]{4})$/, { message: 'partner.field.region' });

/** What may be asked about, each element once, by a method that it allows. */
export const elementsShape = z
  .array(z.object({ element: z.enum(ELEMENT_NAMES), method: z.enum(METHODS) }))
  .min(1, { message: 'partner.field.elements' })
  .max(ELEMENT_NAMES.length)
  .refine((asked) => elementFault(asked) === null, { message: 'partner.field.element_method' });

export const signatoryShape = z.object({ name: textShape(120), position: textShape(160), side: z.enum(SIDES) });
export type Signatory = z.output<typeof signatoryShape>;

const distinct = <T>(list: readonly T[]) => new Set(list).size === list.length;
export const purposesShape = z
  .array(purposeShape)
  .min(1, { message: 'partner.field.purposes' })
  .refine(distinct, { message: 'partner.field.purposes' });

export const ACCESS_WAYS = ['web_service', 'card_reader', 'portal'] as const;

/** What a request must say, and what a PKS agrees: user, purposes, elements, way of asking, data to give back, term. */
export const contentsShape = z.object({
  user: textShape(200),
  purposes: purposesShape,
  elements: elementsShape,
  way: z.enum(ACCESS_WAYS),
  dataBack: textShape(500),
  /** Elements that come back person by person; what was agreed before this was asked names none. */
  returned: z.array(z.enum(RETURNABLE)).max(RETURNABLE.length).optional(),
  termMonths: z.number().int().min(1).max(60),
});
export type Contents = z.output<typeof contentsShape>;

export const institutionGiven = z.object({
  name: textShape(160),
  kind: kindShape,
  sector: sectorShape,
  supervisorId: z.uuid().nullable().default(null),
  regionCode: regionShape.nullable().default(null),
  mail: z.email({ message: 'partner.field.mail' }).max(200).nullable().default(null),
});
export type InstitutionGiven = z.output<typeof institutionGiven>;
