/**
 * The excerpts of deeds (kutipan akta): birth, death, marriage, divorce, recognition, legitimation; the letter of a stillbirth.
 * Always holds: an excerpt repeats its deed in Indonesian with English subtitles, days also in words; a mother alone, an
 * unrecorded marriage and unknown parents have their own sentence. Law: UU 24/2013 art. 68; Permendagri 109/2019.
 */
export {
  birthCertificateTemplate,
  type BirthCertificatePaper,
  deathCertificateTemplate,
  type DeathCertificatePaper,
  divorceCertificateTemplate,
  type DivorceCertificatePaper,
  type Holder,
  marriageCertificateTemplate,
  type MarriageCertificatePaper,
} from './certificate.ts';
export {
  legitimationCertificateTemplate,
  type LegitimationCertificatePaper,
  recognitionCertificateTemplate,
  type RecognitionCertificatePaper,
  stillbirthLetterTemplate,
  type StillbirthLetterPaper,
} from './kin.ts';
