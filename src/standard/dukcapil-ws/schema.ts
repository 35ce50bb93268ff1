/** Shapes of the web service of before, and of the credentials that its clients use; safe in a browser. */
import { z } from 'zod';
import { BASES, ownWord } from '../../sharing/verification/schema.ts';

/** Whoever asks by consent names it with each question, which existing clients cannot. */
export const CLIENT_BASES = BASES.filter((basis) => basis !== 'consent');
export type ClientBasis = Exclude<(typeof BASES)[number], 'consent'>;

export const callParams = z.object({ customer: z.string(), callName: z.string() });
export const regionalCallParams = callParams.extend({ area: z.string() });

const word = z.unknown().optional();

/** What clients send; the case of names does not matter, what else is sent is not looked at. */
export const askedShape = z.looseObject({
  USER_ID: word,
  PASSWORD: word,
  IP_USER: word,
  TRESHOLD: word,
  NIK: word,
  NO_KK: word,
  NAMA_LGKP: word,
  TMPT_LHR: word,
  TGL_LHR: word,
  JENIS_KLMIN: word,
  GOL_DARAH: word,
  AGAMA: word,
  STATUS_KAWIN: word,
  PDDK_AKH: word,
  JENIS_PKRJN: word,
  ALAMAT: word,
  NO_RT: word,
  NO_RW: word,
  NO_PROP: word,
  PROP_NAME: word,
  NO_KAB: word,
  KAB_NAME: word,
  NO_KEC: word,
  KEC_NAME: word,
  NO_KEL: word,
  KEL_NAME: word,
  NAMA_LGKP_IBU: word,
  NAMA_LGKP_AYAH: word,
});

/** One element: a word for each field that was sent and is granted, or `RESPONSE_CODE` with its text. */
export const repliedShape = z.object({
  content: z.array(z.record(z.string(), z.string())).length(1),
  lastPage: z.boolean(),
  numberOfElements: z.number().int(),
  sort: z.null(),
  totalElements: z.number().int(),
  firstPage: z.boolean(),
  number: z.number().int(),
  size: z.number().int(),
});

export const credentialGiven = z.object({
  basis: z.enum(CLIENT_BASES as [ClientBasis, ...ClientBasis[]]),
  /** Which of the partner's offices asks: the person sees it. */
  unit: ownWord(64),
});
export type CredentialGiven = z.output<typeof credentialGiven>;

export const credentialsShape = z.object({
  /** The operator has switched the way of before on. */
  offered: z.boolean(),
  credentials: z.array(
    z.object({
      id: z.string(),
      grantId: z.string(),
      userId: z.string(),
      basis: z.enum(CLIENT_BASES as [ClientBasis, ...ClientBasis[]]),
      unit: z.string(),
      madeAt: z.string(),
      lastUsedAt: z.string().nullable(),
      endedAt: z.string().nullable(),
    }),
  ),
});

export const madeCredentialShape = z.object({ id: z.string(), userId: z.string(), password: z.string() });
