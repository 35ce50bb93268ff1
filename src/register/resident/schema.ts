/** Shapes of the register of residents, safe in a browser. */
import { z } from 'zod';
import type { Nik, PersonRef } from '../../core/id/index.ts';
import { parseCivilDate, type CivilDate } from '../../core/time/civil-date.ts';

export const nikShape = z
  .string()
  .regex(/^[0-9]{16}$/, { message: 'field.nik_shape' })
  .transform((text) => text as Nik);

export const personRefShape = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/, { message: 'field.person_ref' })
  .transform((text) => text as PersonRef);

/** A day that is on the calendar, `YYYY-MM-DD`. */
export const civilDateShape = z
  .string()
  .refine((text) => parseCivilDate(text) !== null, { message: 'field.no_such_day' })
  .transform((text) => text as CivilDate);

/** Ten digits without dots. */
export const villageCodeShape = z.string().regex(/^[0-9]{10}$/, { message: 'field.village_code' });

/** Text as people send it: invisible characters and doubled spaces are taken out before anything else looks at it. */
export function textShape(maxLength: number) {
  return z
    .string()
    .transform((text) =>
      text
        .replace(/[\p{Cc}\p{Cf}]/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .pipe(z.string().min(1, { message: 'field.empty' }).max(maxLength, { message: 'field.too_long' }));
}

const code = (max: number) => z.number().int().min(1, { message: 'field.code' }).max(max, { message: 'field.code' });

/** Elements that stand in the resident's row (UU 24/2013 art. 58 (2)), by their names in code. */
export const biodataShape = z.object({
  name: textShape(60),
  sex: code(2),
  birthPlace: textShape(60),
  birthDate: civilDateShape,
  bloodGroup: code(13).default(13),
  religion: code(7),
  maritalStatus: code(4).default(1),
  maritalRegistered: z.boolean().nullable().default(null),
  education: code(10).default(1),
  occupation: code(99).default(1),
  nationality: z
    .string()
    .regex(/^[A-Z]{3}$/, { message: 'field.nationality' })
    .default('IDN'),
  permit: code(2).nullable().default(null),
  permitNumber: textShape(40).nullable().default(null),
  permitUntil: civilDateShape.nullable().default(null),
  passport: textShape(20).nullable().default(null),
  motherNik: nikShape.nullable().default(null),
  fatherNik: nikShape.nullable().default(null),
  villageCode: villageCodeShape,
  address: textShape(120),
  rt: z.number().int().min(0).max(999).nullable().default(null),
  rw: z.number().int().min(0).max(999).nullable().default(null),
  hamlet: textShape(60).nullable().default(null),
  previousAddress: textShape(200).nullable().default(null),
  birthCertificate: textShape(60).nullable().default(null),
  marriageCertificate: textShape(60).nullable().default(null),
  marriageDate: civilDateShape.nullable().default(null),
  divorceCertificate: textShape(60).nullable().default(null),
  divorceDate: civilDateShape.nullable().default(null),
});
export type Biodata = z.output<typeof biodataShape>;

const sealedElements = {
  motherName: textShape(60).nullable(),
  fatherName: textShape(60).nullable(),
  disability: code(6).nullable(),
};
/** Elements that are sealed (art. 84 and 85). */
export const protectedShape = z.object({
  motherName: sealedElements.motherName.default(null),
  fatherName: sealedElements.fatherName.default(null),
  disability: sealedElements.disability.default(null),
});
export type ProtectedElements = z.output<typeof protectedShape>;
/** Changes of them: what is absent stays (a default would empty it), `null` empties. */
export const protectedChangesShape = z.object(sealedElements).partial();

export const STATES = ['HIDUP', 'MENINGGAL', 'PINDAH_LUAR_NEGERI', 'LEPAS_WNI', 'GANDA', 'NONAKTIF', 'BATAL'] as const;
export type ResidentState = (typeof STATES)[number];

/** A resident as the register holds him now. */
export interface Resident extends Biodata {
  nik: Nik;
  state: ResidentState;
  stateSince: CivilDate;
  registeredOn: CivilDate;
  version: number;
}

/** On what a person is erased (UU 27/2022): a court's order, consent taken back, or the end of the years to keep. */
export const ERASURE_GROUNDS = ['court', 'consent_withdrawn', 'retention_ended'] as const;
export const erasureShape = z.object({ at: z.string(), ground: z.enum(ERASURE_GROUNDS), legalBasis: z.string() });
export type Erasure = z.output<typeof erasureShape>;

export const personViewShape = z.object({
  ref: z.string(),
  nik: z.string(),
  nikFaults: z.array(z.string()),
  state: z.enum(STATES),
  stateSince: z.string(),
  registeredOn: z.string(),
  version: z.number(),
  age: z.number(),
  cardObligated: z.boolean(),
  name: z.string(),
  sex: z.number(),
  birthPlace: z.string(),
  birthDate: z.string(),
  bloodGroup: z.number(),
  religion: z.number(),
  maritalStatus: z.number(),
  maritalRegistered: z.boolean().nullable(),
  education: z.number(),
  occupation: z.number(),
  nationality: z.string(),
  permit: z.number().nullable(),
  permitNumber: z.string().nullable(),
  permitUntil: z.string().nullable(),
  passport: z.string().nullable(),
  mother: z.string().nullable(),
  father: z.string().nullable(),
  villageCode: z.string(),
  place: z.array(z.object({ code: z.string(), name: z.string() })),
  address: z.string(),
  rt: z.number().nullable(),
  rw: z.number().nullable(),
  hamlet: z.string().nullable(),
  previousAddress: z.string().nullable(),
  birthCertificate: z.string().nullable(),
  marriageCertificate: z.string().nullable(),
  marriageDate: z.string().nullable(),
  divorceCertificate: z.string().nullable(),
  divorceDate: z.string().nullable(),
  /** His files and protected elements are gone for ever. */
  erased: erasureShape.nullable(),
  /** From when the record will be inactive, as he was told; who serves him before must know. */
  deactivationAnnounced: z.object({ effectiveOn: z.string(), appealed: z.boolean() }).nullable(),
});
export type PersonView = z.output<typeof personViewShape>;

/** Somebody named in the details of an application or an event. */
export const namedPersonShape = z.object({ ref: z.string(), name: z.string(), masked: z.boolean() });

/** One line of a search: a person in one's jurisdiction, or somebody outside it, masked. */
export const foundPersonShape = z.object({
  ref: z.string(),
  nik: z.string(),
  name: z.string(),
  birthDate: z.string(),
  birthPlace: z.string().nullable(),
  sex: z.number(),
  villageCode: z.string(),
  place: z.string(),
  state: z.enum(STATES),
  masked: z.boolean(),
  similarity: z.number(),
});
export type FoundPerson = z.output<typeof foundPersonShape>;

const mergedShape = z.object({ ref: z.string(), name: z.string(), mergedAt: z.string() });

/** What is under way about a person's record. */
export const standingShape = z.object({
  deactivation: z
    .object({
      reason: z.string(),
      legalBasis: z.string(),
      noticedOn: z.string(),
      effectiveOn: z.string(),
      inForce: z.boolean(),
      appealedOn: z.string().nullable(),
      appeal: z.string().nullable(),
      appealState: z.enum(['open', 'granted', 'refused']).nullable(),
      appealReason: z.string().nullable(),
    })
    .nullable(),
  mergedInto: mergedShape.nullable(),
  /** Records of the same person that this one took over; the newest first. */
  absorbed: z.array(mergedShape),
});
export type Standing = z.output<typeof standingShape>;

/** What somebody else says about a NIK that the register holds already: enough to tell two people apart. */
export const claimShape = z.object({
  name: z.string(),
  sex: z.number(),
  birthPlace: z.string().nullable(),
  birthDate: z.string(),
  religion: z.number().nullable(),
  maritalStatus: z.number().nullable(),
  address: z.string().nullable(),
  place: z.string(),
});
export type Claim = z.output<typeof claimShape>;
