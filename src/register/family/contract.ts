import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { personRefShape, textShape } from '../resident/schema.ts';
import { addressShape, familyRefShape, familyViewShape, relationShape } from './schema.ts';

const refParams = z.object({ ref: familyRefShape });
const seats = z
  .array(z.object({ ref: personRefShape, relation: relationShape }))
  .min(1)
  .max(50);
const reason = textShape(500);
const changed = z.object({ ref: z.string(), number: z.string(), entryId: z.string() });

export const openFamilyContract = contract({
  method: 'GET',
  path: '/v1/families/:ref',
  summary: { id: 'Buka kartu keluarga', en: 'Open a family card' },
  params: refParams,
  output: familyViewShape,
});

export const findFamilyContract = contract({
  method: 'POST',
  path: '/v1/families/find',
  summary: { id: 'Cari kartu keluarga menurut nomor', en: 'Find a family card by number' },
  repeatable: true,
  body: z.object({ number: z.string().regex(/^[0-9]{16}$/, { message: 'field.family_card_shape' }) }),
  output: familyViewShape,
});

export const openFamilyOfContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/family',
  summary: { id: 'Keluarga seorang penduduk', en: 'The family of a resident' },
  params: z.object({ ref: personRefShape }),
  output: familyViewShape,
});

export const listHeadlessContract = contract({
  method: 'GET',
  path: '/v1/families/headless',
  summary: { id: 'Keluarga tanpa kepala keluarga', en: 'Families without a head' },
  output: z.object({
    families: z.array(
      z.object({
        ref: z.string(),
        number: z.string(),
        place: z.string(),
        address: z.string(),
        since: z.string(),
        members: z.number(),
      }),
    ),
  }),
});

export const formFamilyContract = contract({
  method: 'POST',
  path: '/v1/families',
  summary: { id: 'Terbitkan kartu keluarga baru', en: 'Issue a new family card' },
  body: z.object({ address: addressShape, members: seats, reason }),
  output: changed,
});

export const joinFamilyContract = contract({
  method: 'POST',
  path: '/v1/families/:ref/members',
  summary: { id: 'Tambah anggota keluarga', en: 'Add members to a family' },
  params: refParams,
  body: z.object({ members: seats, reason }),
  output: changed,
});

export const splitFamilyContract = contract({
  method: 'POST',
  path: '/v1/families/:ref/split',
  summary: { id: 'Pisah kartu keluarga', en: 'Split a family' },
  params: refParams,
  body: z.object({ members: seats, address: addressShape, reason }),
  output: changed,
});

export const replaceHeadContract = contract({
  method: 'POST',
  path: '/v1/families/:ref/head',
  summary: { id: 'Ganti kepala keluarga', en: 'Replace the head of a family' },
  params: refParams,
  body: z.object({ members: seats, reason }),
  output: changed,
});

const residentParams = z.object({ ref: personRefShape });
const printed = z.object({ documentId: z.string(), issued: z.boolean(), entryId: z.string() });

export const printFamilyCardContract = contract({
  method: 'POST',
  path: '/v1/families/:ref/paper',
  summary: { id: 'Terbitkan dokumen kartu keluarga', en: 'Issue the paper of a family card' },
  params: refParams,
  body: z.object({ because: z.enum(['current', 'lost']).default('current') }),
  output: printed,
});

export const openFamilyCardPaperContract = contract({
  method: 'GET',
  path: '/v1/families/:ref/paper',
  summary: { id: 'Buka dokumen kartu keluarga', en: 'Open the paper of a family card' },
  kind: 'file',
  params: refParams,
  output: z.unknown(),
});

export const printBiodataContract = contract({
  method: 'POST',
  path: '/v1/residents/:ref/biodata-paper',
  summary: { id: 'Terbitkan biodata penduduk', en: "Issue a resident's biodata" },
  params: residentParams,
  output: printed,
});

export const openBiodataPaperContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/biodata-paper',
  summary: { id: 'Buka dokumen biodata penduduk', en: "Open the paper of a resident's biodata" },
  kind: 'file',
  params: residentParams,
  output: z.unknown(),
});

export const listResidentPapersContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/papers',
  summary: { id: 'Dokumen yang terbit atas nama penduduk', en: "Papers issued in a resident's name" },
  params: residentParams,
  output: z.object({
    papers: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        number: z.string(),
        issuedOn: z.string(),
        state: z.enum(['valid', 'replaced', 'cancelled']),
        replacedBy: z.string().nullable(),
        endReason: z.string().nullable(),
        office: z.string(),
      }),
    ),
  }),
});
