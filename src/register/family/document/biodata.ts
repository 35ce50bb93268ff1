import { z } from 'zod';
import { day, issuer, printed, sixteen, type Template } from '../../../core/document/index.ts';

const optional = (mostCharacters: number) => printed(mostCharacters).nullable();

/** Biodata Penduduk: the items of UU 24/2013 art. 58(2) that are not specially protected (art. 84). */
export const biodataShape = z.object({
  nik: sixteen,
  familyCardNumber: sixteen.nullable(),
  name: printed(100),
  sex: z.enum(['LAKI-LAKI', 'PEREMPUAN']),
  birthPlace: printed(60),
  birthDate: day,
  bloodGroup: optional(20),
  religion: optional(40),
  maritalStatus: optional(30),
  relation: optional(30),
  education: optional(60),
  occupation: optional(60),
  citizenship: z.enum(['WNI', 'WNA']),
  motherNik: sixteen.nullable(),
  motherName: optional(100),
  fatherNik: sixteen.nullable(),
  fatherName: optional(100),
  address: printed(160),
  rt: printed(3),
  rw: printed(3),
  postalCode: optional(5),
  village: printed(80),
  district: printed(80),
  regency: printed(80),
  province: printed(80),
  previousAddress: optional(160),
  birthDeed: optional(40),
  marriageDeed: optional(40),
  marriageDate: day.nullable(),
  divorceDeed: optional(40),
  divorceDate: day.nullable(),
  issuer,
});
export type BiodataPaper = z.output<typeof biodataShape>;

export const biodataTemplate: Template<BiodataPaper> = {
  name: 'biodata',
  source: new URL('./biodata.typ', import.meta.url),
  shape: biodataShape,
};
