import { z } from 'zod';
import { day, issuer, printed, sixteen, type Template } from '../../../core/document/index.ts';

// Kutipan akta: the excerpt that people keep; the register of deeds itself stays with the office (UU 24/2013 art. 68).

const sex = z.enum(['LAKI-LAKI', 'PEREMPUAN']);
const citizenship = z.enum(['WNI', 'WNA']);

const ofEveryDeed = {
  /** `3175-LU-12032018-0001`: free text, as the office numbers its deeds. */
  deedNumber: printed(40),
  issuer,
};

/**
 * How the deed speaks of the parents (Permendagri 109/2019): married, married but not recorded, a mother alone, or
 * nobody known.
 */
const parents = z.discriminatedUnion('bond', [
  z.object({ bond: z.literal('married'), father: printed(100), mother: printed(100) }),
  z.object({ bond: z.literal('unrecorded'), father: printed(100), mother: printed(100) }),
  z.object({ bond: z.literal('mother'), mother: printed(100) }),
  z.object({ bond: z.literal('unknown') }),
]);

const birthShape = z.object({
  ...ofEveryDeed,
  nik: sixteen,
  citizenship,
  name: printed(100),
  sex,
  birthPlace: printed(60),
  birthDate: day,
  /** 1 for the first child of this mother. */
  childOrder: z.int().min(1).max(30),
  parents,
});
export type BirthCertificatePaper = z.output<typeof birthShape>;

const deathShape = z.object({
  ...ofEveryDeed,
  nik: sixteen,
  citizenship,
  name: printed(100),
  sex,
  birthPlace: printed(60),
  birthDate: day,
  deathPlace: printed(60),
  deathDate: day,
  fatherName: printed(100).nullable(),
  motherName: printed(100).nullable(),
});
export type DeathCertificatePaper = z.output<typeof deathShape>;

const spouse = z.object({
  nik: sixteen,
  citizenship,
  name: printed(100),
  birthPlace: printed(60),
  birthDate: day,
  fatherName: printed(100).nullable(),
  motherName: printed(100).nullable(),
});

/** Husband and wife each get an excerpt of the one deed (UU 23/2006 art. 34 (3)). */
const holder = z.enum(['husband', 'wife']);
export type Holder = z.output<typeof holder>;

const marriageShape = z.object({
  ...ofEveryDeed,
  holder,
  husband: spouse,
  wife: spouse,
  marriagePlace: printed(60),
  marriageDate: day,
  /** The religion or belief by which they married, and before whom. */
  religion: printed(60),
  celebrant: printed(100),
});
export type MarriageCertificatePaper = z.output<typeof marriageShape>;

const divorceShape = z.object({
  ...ofEveryDeed,
  holder,
  husband: spouse,
  wife: spouse,
  /** The deed of marriage that ends. */
  marriageDeedNumber: printed(40),
  marriageDate: day,
  court: printed(100),
  rulingNumber: printed(60),
  rulingDate: day,
  /** The day on which the ruling became final. */
  finalOn: day,
});
export type DivorceCertificatePaper = z.output<typeof divorceShape>;

export const birthCertificateTemplate: Template<BirthCertificatePaper> = {
  name: 'birth_certificate',
  source: new URL('./birth-certificate.typ', import.meta.url),
  shape: birthShape,
};
export const deathCertificateTemplate: Template<DeathCertificatePaper> = {
  name: 'death_certificate',
  source: new URL('./death-certificate.typ', import.meta.url),
  shape: deathShape,
};
export const marriageCertificateTemplate: Template<MarriageCertificatePaper> = {
  name: 'marriage_certificate',
  source: new URL('./marriage-certificate.typ', import.meta.url),
  shape: marriageShape,
};
export const divorceCertificateTemplate: Template<DivorceCertificatePaper> = {
  name: 'divorce_certificate',
  source: new URL('./divorce-certificate.typ', import.meta.url),
  shape: divorceShape,
};
