import { z } from 'zod';
import { asCivilDate, parseCivilDate } from '../time/index.ts';

// What our fonts can draw: Latin with its accents, typographic quotes and dashes. PDF/A refuses a glyph that is missing.
const PRINTABLE = /^[\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2013\u2014\u2018\u2019\u201c\u201d]+$/;

/** Text that shall stand on a paper: one line, at least one character, nothing that the fonts lack. */
export function printed(mostCharacters: number) {
  return z.string().trim().min(1).max(mostCharacters).regex(PRINTABLE);
}

/** Sixteen digits: a NIK or a family card number. */
export const sixteen = z.string().regex(/^[0-9]{16}$/);

export const day = z
  .string()
  .refine((text) => parseCivilDate(text) !== null)
  .transform((text) => asCivilDate(text));

/** Who signs, where. `title` is the office held, one line each: `KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL`, `KOTA ...`. */
export const issuer = z.object({
  place: printed(60),
  title: z.array(printed(80)).min(1).max(4),
  name: printed(100),
  /** Nomor Induk Pegawai. */
  employeeNumber: z
    .string()
    .regex(/^[0-9]{18}$/)
    .nullable(),
});

export type Issuer = z.output<typeof issuer>;
