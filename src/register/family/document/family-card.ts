import { z } from 'zod';
import { day, issuer, printed, sixteen, type Template } from '../../../core/document/index.ts';

const member = z.object({
  name: printed(100),
  nik: sixteen,
  sex: z.enum(['LAKI-LAKI', 'PEREMPUAN']),
  birthPlace: printed(60),
  birthDate: day,
  religion: printed(40),
  education: printed(60),
  occupation: printed(60),
  bloodGroup: printed(20),
  maritalStatus: printed(30),
  marriageDate: day.nullable(),
  relation: printed(30),
  citizenship: z.enum(['WNI', 'WNA']),
  passportNumber: printed(20).nullable(),
  permitNumber: printed(20).nullable(),
  fatherName: printed(100).nullable(),
  motherName: printed(100).nullable(),
});

/** What stands on a family card (UU 24/2013 art. 61). Texts as a person reads them; the paper prints them in capitals. */
export const familyCardShape = z.object({
  number: sixteen,
  headName: printed(100),
  address: printed(160),
  rt: printed(3),
  rw: printed(3),
  postalCode: printed(5).nullable(),
  /** `DESA`, `KELURAHAN` and so on belong to the label, the name alone stands here. */
  village: printed(80),
  district: printed(80),
  regency: printed(80),
  province: printed(80),
  members: z.array(member).min(1).max(60),
  issuer,
});

export type FamilyCardPaper = z.output<typeof familyCardShape>;

/** Ten members a sheet; more spill to a further sheet with its own code. */
export const familyCardTemplate: Template<FamilyCardPaper> = {
  name: 'family_card',
  source: new URL('./family-card.typ', import.meta.url),
  shape: familyCardShape,
};
