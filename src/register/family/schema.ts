/** Shapes of families and family cards (KK), safe in a browser. */
import { z } from 'zod';
import type { FamilyCardNumber, Nik } from '../../core/id/nik.ts';
import type { CivilDate } from '../../core/time/civil-date.ts';
import { textShape, villageCodeShape } from '../resident/schema.ts';

/** SHDK 1-11, see the code table: 1 head, 2 husband, 3 wife, 4 child, 5 child-in-law, 6 grandchild, 7 parent, 8 parent-in-law, 9 other kin, 10 servant, 11 other. */
export const relationShape = z.number().int().min(1, { message: 'field.code' }).max(11, { message: 'field.code' });
export const HEAD = 1;
export const OTHER = 11;

export const familyRefShape = z.string().regex(/^[A-Za-z0-9_-]{22}$/, { message: 'field.family_ref' });

export const CARD_STATES = ['BERLAKU', 'DIGANTI', 'DITUTUP'] as const;
export type CardState = (typeof CARD_STATES)[number];

export const addressShape = z.object({
  villageCode: villageCodeShape,
  address: textShape(120),
  rt: z.number().int().min(0).max(999).nullable().default(null),
  rw: z.number().int().min(0).max(999).nullable().default(null),
  hamlet: textShape(60).nullable().default(null),
  postalCode: z
    .string()
    .regex(/^[0-9]{5}$/, { message: 'field.postal_code' })
    .nullable()
    .default(null),
});
export type Address = z.output<typeof addressShape>;

/** Only the address of a thing that has one. */
export function addressOf({ villageCode, address, rt, rw, hamlet, postalCode }: Address): Address {
  return { villageCode, address, rt, rw, hamlet, postalCode };
}

export interface FamilyCard extends Address {
  readonly number: FamilyCardNumber;
  readonly headNik: Nik | null;
  readonly issuedOn: CivilDate;
  readonly state: CardState;
  readonly stateSince: CivilDate;
  readonly replacedBy: FamilyCardNumber | null;
  readonly version: number;
}

export interface Membership {
  readonly nik: Nik;
  readonly familyCard: FamilyCardNumber;
  readonly relation: number;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** `masked`: lives outside the asker's region, so that little more than that he is a member is said. */
export const memberViewShape = z.object({
  ref: z.string(),
  nik: z.string(),
  name: z.string(),
  sex: z.number(),
  birthPlace: z.string().nullable(),
  birthDate: z.string(),
  relation: z.number(),
  maritalStatus: z.number().nullable(),
  masked: z.boolean(),
  state: z.string(),
  since: z.string(),
});

export const familyViewShape = z.object({
  ref: z.string(),
  number: z.string(),
  state: z.enum(CARD_STATES),
  stateSince: z.string(),
  issuedOn: z.string(),
  version: z.number(),
  headless: z.boolean(),
  replacedBy: z.string().nullable(),
  place: z.array(z.object({ code: z.string(), name: z.string() })),
  villageCode: z.string(),
  address: z.string(),
  rt: z.number().nullable(),
  rw: z.number().nullable(),
  hamlet: z.string().nullable(),
  postalCode: z.string().nullable(),
  members: z.array(memberViewShape),
  former: z.array(memberViewShape.extend({ until: z.string() })),
});
export type FamilyView = z.output<typeof familyViewShape>;
