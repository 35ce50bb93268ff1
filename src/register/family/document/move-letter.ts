import { z } from 'zod';
import { day, issuer, printed, sixteen, type Template } from '../../../core/document/index.ts';

const place = z.object({
  address: printed(160),
  rt: printed(3),
  rw: printed(3),
  postalCode: printed(5).nullable(),
  village: printed(80),
  district: printed(80),
  regency: printed(80),
  province: printed(80),
});

/** Surat Keterangan Pindah WNI (SKPWNI): issued by the office left, taken in by the office of arrival. */
export const moveLetterShape = z.object({
  number: printed(40),
  familyCardNumber: sixteen,
  headName: printed(100),
  applicantNik: sixteen,
  applicantName: printed(100),
  reason: printed(60),
  from: place,
  to: place,
  /** `Kepala keluarga dan seluruh anggota keluarga` and the like. */
  kind: printed(80),
  movesOn: day,
  members: z
    .array(z.object({ nik: sixteen, name: printed(100), relation: printed(30) }))
    .min(1)
    .max(60),
  issuer,
});
export type MoveLetterPaper = z.output<typeof moveLetterShape>;

export const moveLetterTemplate: Template<MoveLetterPaper> = {
  name: 'move_letter',
  source: new URL('./move-letter.typ', import.meta.url),
  shape: moveLetterShape,
};
