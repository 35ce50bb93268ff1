import { z } from 'zod';
import { day, issuer, printed, sixteen, type Template } from '../../../core/document/index.ts';

// The papers of a stillbirth and of a child that gets a father (UU 23/2006 art. 33, 49 and 50).

const sex = z.enum(['LAKI-LAKI', 'PEREMPUAN']);
const parent = z.object({ nik: sixteen, name: printed(100) });
const deedNumber = printed(40);

/** A letter, no excerpt: nobody is registered. */
const stillbirthShape = z.object({
  deedNumber,
  issuer,
  sex,
  birthPlace: printed(60),
  birthDate: day,
  weeks: z.int().min(28).max(45),
  mother: parent,
  father: parent.nullable(),
  proofNumber: printed(60),
});
export type StillbirthLetterPaper = z.output<typeof stillbirthShape>;

const ofChild = {
  deedNumber,
  issuer,
  child: z.object({
    nik: sixteen,
    citizenship: z.enum(['WNI', 'WNA']),
    name: printed(100),
    sex,
    birthPlace: printed(60),
    birthDate: day,
  }),
  father: parent,
  mother: parent,
  onDay: day,
  rulingNumber: printed(60).nullable(),
};

const recognitionShape = z.object({ ...ofChild, statementNumber: printed(60) });
export type RecognitionCertificatePaper = z.output<typeof recognitionShape>;

const legitimationShape = z.object({ ...ofChild, marriageDeedNumber: printed(60) });
export type LegitimationCertificatePaper = z.output<typeof legitimationShape>;

export const stillbirthLetterTemplate: Template<StillbirthLetterPaper> = {
  name: 'stillbirth_letter',
  source: new URL('./stillbirth-letter.typ', import.meta.url),
  shape: stillbirthShape,
};
export const recognitionCertificateTemplate: Template<RecognitionCertificatePaper> = {
  name: 'recognition_certificate',
  source: new URL('./recognition-certificate.typ', import.meta.url),
  shape: recognitionShape,
};
export const legitimationCertificateTemplate: Template<LegitimationCertificatePaper> = {
  name: 'legitimation_certificate',
  source: new URL('./legitimation-certificate.typ', import.meta.url),
  shape: legitimationShape,
};
