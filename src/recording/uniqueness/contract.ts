/** Routes of the uniqueness check. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import {
  adjudicationLineShape,
  adjudicationShape,
  civilDateShape,
  courtLineShape,
  courtSearchInput,
  LISTS,
  minutiaeShape,
  OPINION_REASONS,
  personRefShape,
  personStandingShape,
  SIDES,
  STRENGTHS,
  textShape,
  VERDICTS,
  WAYS,
} from './schema.ts';
import { MODALITIES } from '../biometric/schema.ts';

const params = z.object({ id: z.uuid() });
const side = z.enum(SIDES);
const position = z.coerce.number().int().min(0).max(10);
const reason = textShape(500);
const nothing = z.void();

export const listPairsContract = contract({
  method: 'GET',
  path: '/v1/adjudications',
  summary: { id: 'Daftar pasangan rekaman yang perlu diputuskan', en: 'List pairs of recordings to be decided' },
  query: z.object({ state: z.enum(LISTS).default('open') }),
  output: z.object({ adjudications: z.array(adjudicationLineShape) }),
});

export const openPairContract = contract({
  method: 'GET',
  path: '/v1/adjudications/:id',
  summary: { id: 'Buka pasangan rekaman berdampingan', en: 'Open a pair of recordings side by side' },
  params,
  output: adjudicationShape,
});

export const openSideImageContract = contract({
  method: 'GET',
  path: '/v1/adjudications/:id/images/:side/:modality/:position',
  summary: { id: 'Buka gambar satu sisi', en: "Open one side's picture" },
  kind: 'file',
  params: params.extend({ side, modality: z.enum(MODALITIES), position }),
  output: z.unknown(),
});

export const openMinutiaeContract = contract({
  method: 'GET',
  path: '/v1/adjudications/:id/minutiae/:position',
  summary: { id: 'Buka minusia satu jari di kedua sisi', en: "Open a finger's minutiae on both sides" },
  params: params.extend({ position }),
  output: minutiaeShape,
});

export const giveOpinionContract = contract({
  method: 'POST',
  path: '/v1/adjudications/:id/opinions',
  summary: { id: 'Beri pendapat atas satu pasangan', en: 'Give an opinion on a pair' },
  params,
  body: z.object({
    verdict: z.enum(VERDICTS),
    reasons: z.array(z.enum(OPINION_REASONS)).min(1).max(OPINION_REASONS.length),
    note: textShape(1000).optional(),
  }),
  output: z.object({ state: z.enum(['open', 'third', 'decided']) }),
});

export const setWayContract = contract({
  method: 'POST',
  path: '/v1/adjudications/:id/way',
  summary: { id: 'Tetapkan jalan keluar', en: 'Set the way out' },
  params,
  body: z.object({
    way: z.enum(WAYS),
    keep: side.optional(),
    legalBasis: textShape(200).optional(),
    note: textShape(1000).refine((text) => text.length >= 10, { message: 'uniqueness.field.note' }),
  }),
  output: z.object({ proposalId: z.string().nullable() }),
});

export const printLetterContract = contract({
  method: 'POST',
  path: '/v1/adjudications/:id/letters',
  summary: { id: 'Cetak surat untuk satu sisi', en: "Print one side's letter" },
  params,
  body: z.object({ side }),
  output: z.object({ documentId: z.string(), issued: z.boolean() }),
});

export const openLetterContract = contract({
  method: 'GET',
  path: '/v1/adjudications/:id/letters/:side',
  summary: { id: 'Buka surat satu sisi', en: "Open one side's letter" },
  kind: 'file',
  params: params.extend({ side }),
  output: z.unknown(),
});

export const reopenContract = contract({
  method: 'POST',
  path: '/v1/adjudications/:id/reopening',
  summary: { id: 'Putuskan ulang', en: 'Decide anew' },
  params,
  body: z.object({ reason }),
  output: nothing,
});

export const openPersonStandingContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/uniqueness',
  summary: { id: 'Hasil uji ketunggalan seseorang', en: "A person's uniqueness check" },
  params: z.object({ ref: personRefShape }),
  output: personStandingShape,
});

export const receiveObjectionContract = contract({
  method: 'POST',
  path: '/v1/adjudications/:id/objections',
  summary: { id: 'Terima keberatan', en: 'Receive an objection' },
  params,
  body: z.object({ person: personRefShape, receivedOn: civilDateShape, words: textShape(4000) }),
  output: z.object({ id: z.string() }),
});

export const answerObjectionContract = contract({
  method: 'POST',
  path: '/v1/objections/:id/answer',
  summary: { id: 'Jawab keberatan', en: 'Answer an objection' },
  params,
  body: z.object({ granted: z.boolean(), answer: textShape(1000) }),
  output: nothing,
});

export const proposeCourtSearchContract = contract({
  method: 'POST',
  path: '/v1/court-searches',
  summary: { id: 'Usulkan pencarian atas perintah pengadilan', en: "Propose a search by a court's order" },
  body: courtSearchInput,
  output: z.object({ proposalId: z.string(), hash: z.string() }),
});

export const listCourtSearchesContract = contract({
  method: 'GET',
  path: '/v1/court-searches',
  summary: { id: 'Daftar pencarian atas perintah pengadilan', en: "List searches by courts' orders" },
  output: z.object({ searches: z.array(courtLineShape) }),
});

export const openCourtSearchContract = contract({
  method: 'GET',
  path: '/v1/court-searches/:id',
  summary: { id: 'Hasil pencarian atas perintah pengadilan', en: "The result of a search by a court's order" },
  params,
  output: z.object({
    orderNo: z.string(),
    found: z.array(
      z.object({
        ref: z.string(),
        nik: z.string(),
        name: z.string(),
        place: z.string(),
        strength: z.enum(STRENGTHS),
        text: z.string(),
      }),
    ),
  }),
});
