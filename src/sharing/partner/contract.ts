/** Routes of partners: institutions, the ladder, its papers, the board and the counters. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { counterShape, paperShape, requestShape, stageShape, stepShape } from './ladder/schema.ts';
import { institutionGiven, kindShape, reasonShape, textShape } from './schema.ts';
import { boardShape, countedShape, foundInstitutionShape, institutionPageShape, ladderShape } from './view/schema.ts';

export * from './grant/contract.ts';
export * from './supervision/contract.ts';

const params = z.object({ id: z.uuid() });
const nothing = z.void();
const cursor = z.string().max(500).optional();
const yes = z.enum(['yes']).optional();
const point = { asOf: z.string().max(10).optional(), knownAt: z.string().max(40).optional() };

export const listInstitutionsContract = contract({
  method: 'GET',
  path: '/v1/partners/institutions',
  summary: { id: 'Lembaga pengguna', en: 'Institutions' },
  query: z.object({
    search: z.string().trim().max(80).optional(),
    kind: kindShape.optional(),
    supervisors: yes,
    cursor,
  }),
  output: z.object({ institutions: z.array(foundInstitutionShape), next: z.string().nullable() }),
});

export const registerInstitutionContract = contract({
  method: 'POST',
  path: '/v1/partners/institutions',
  summary: { id: 'Daftarkan lembaga', en: 'Enter an institution' },
  body: institutionGiven,
  output: z.object({ id: z.string() }),
});

export const viewInstitutionContract = contract({
  method: 'GET',
  path: '/v1/partners/institutions/:id',
  summary: { id: 'Satu lembaga dengan kerja samanya', en: 'One institution with its cooperations' },
  params,
  output: institutionPageShape,
});

export const changeInstitutionContract = contract({
  method: 'PUT',
  path: '/v1/partners/institutions/:id',
  summary: { id: 'Perbaiki data lembaga', en: 'Correct an institution' },
  params,
  body: institutionGiven,
  output: nothing,
});

export const closeInstitutionContract = contract({
  method: 'POST',
  path: '/v1/partners/institutions/:id/closing',
  summary: { id: 'Tutup lembaga', en: 'Close an institution' },
  params,
  body: z.object({ reason: reasonShape }),
  output: nothing,
});

export const openUnitContract = contract({
  method: 'POST',
  path: '/v1/partners/institutions/:id/units',
  summary: { id: 'Tambah unit lembaga', en: 'Add a unit' },
  params,
  body: z.object({ name: textShape(160) }),
  output: z.object({ id: z.string() }),
});

export const closeUnitContract = contract({
  method: 'POST',
  path: '/v1/partners/institutions/:id/units/:unitId/closing',
  summary: { id: 'Tutup unit lembaga', en: 'Close a unit' },
  params: params.extend({ unitId: z.uuid() }),
  output: nothing,
});

export const requestContract = contract({
  method: 'POST',
  path: '/v1/partners/institutions/:id/cooperations',
  summary: { id: 'Catat permohonan tertulis', en: 'Enter a written request' },
  kind: 'upload',
  params,
  body: requestShape,
  output: z.object({ id: z.string() }),
});

export const fileDocumentContract = contract({
  method: 'POST',
  path: '/v1/partners/cooperations/:id/documents',
  summary: { id: 'Simpan dokumen kerja sama', en: 'File a document' },
  kind: 'upload',
  params,
  body: paperShape,
  output: z.object({ id: z.string() }),
});

export const openDocumentContract = contract({
  method: 'GET',
  path: '/v1/partners/documents/:id/file',
  summary: { id: 'Buka berkas dokumen', en: "Open a document's file" },
  kind: 'file',
  params,
  output: nothing,
});

export const takeStepContract = contract({
  method: 'POST',
  path: '/v1/partners/cooperations/:id/steps',
  summary: { id: 'Catat langkah tahapan', en: 'Take a step' },
  params,
  body: stepShape,
  output: nothing,
});

export const takeBackStepContract = contract({
  method: 'POST',
  path: '/v1/partners/cooperations/:id/steps/reversal',
  summary: { id: 'Batalkan langkah terakhir', en: 'Take the last step back' },
  params,
  body: z.object({ words: reasonShape }),
  output: z.object({ stage: stageShape }),
});

export const boardContract = contract({
  method: 'GET',
  path: '/v1/partners/board',
  summary: { id: 'Tahapan kerja sama: siapa menunggu di mana', en: 'The ladder: who waits where' },
  query: z.object({ stage: stageShape.optional() }),
  output: boardShape,
});

export const ladderContract = contract({
  method: 'GET',
  path: '/v1/partners/ladder',
  summary: { id: 'Jumlah lembaga per tahapan pada suatu tanggal', en: 'Institutions by stage on a day' },
  query: z.object(point),
  output: ladderShape,
});

export const countedContract = contract({
  method: 'GET',
  path: '/v1/partners/ladder/:counter',
  summary: { id: 'Lembaga yang dihitung', en: 'The institutions that are counted' },
  params: z.object({ counter: counterShape }),
  query: z.object({ ...point, cursor }),
  output: z.object({ institutions: z.array(countedShape), next: z.string().nullable() }),
});
