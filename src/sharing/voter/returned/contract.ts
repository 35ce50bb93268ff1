/** Routes of lists that come back from the commission. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import {
  findingGiven,
  linesShape,
  openedSample,
  returnedDetail,
  returnedGiven,
  returnedShape,
  sampleGiven,
  sampleShape,
  whichRows,
} from './schema.ts';

const params = z.object({ id: z.uuid() });

export const listReturnedContract = contract({
  method: 'GET',
  path: '/v1/voters/elections/:election/returned',
  summary: {
    id: 'Daftar pemilih yang diterima kembali dari KPU',
    en: 'Lists of voters that came back from the commission',
  },
  params: z.object({ election: z.uuid() }),
  output: z.object({ lists: z.array(returnedShape) }),
});

export const uploadReturnedContract = contract({
  method: 'POST',
  path: '/v1/voters/returned',
  summary: {
    id: 'Unggah daftar pemilih dari KPU untuk diperiksa',
    en: 'Upload a list of the commission to be checked',
  },
  kind: 'upload',
  body: returnedGiven,
  output: returnedDetail,
  mostBytes: 100_000_000,
});

export const viewReturnedContract = contract({
  method: 'GET',
  path: '/v1/voters/returned/:id',
  summary: { id: 'Satu daftar dengan hitungannya, dua arah', en: 'One list with its counts, in both directions' },
  params,
  output: returnedDetail,
});

export const matchReturnedContract = contract({
  method: 'POST',
  path: '/v1/voters/returned/:id/matching',
  summary: {
    id: 'Padankan daftar yang sudah dibaca dengan register',
    en: 'Match a list that was read with the register',
  },
  params,
  output: returnedDetail,
});

export const discardReturnedContract = contract({
  method: 'POST',
  path: '/v1/voters/returned/:id/discard',
  summary: { id: 'Hapus baris sebuah daftar; hitungannya tetap', en: 'Delete the rows of a list; its counts stay' },
  params,
  output: returnedDetail,
});

export const openReturnedRowsContract = contract({
  method: 'POST',
  path: '/v1/voters/returned/:id/rows',
  summary: { id: 'Baris menurut sebab', en: 'Rows by reason' },
  params,
  body: whichRows.extend({ after: z.string().max(64).optional() }),
  output: linesShape,
  repeatable: true,
});

export const exportReturnedContract = contract({
  method: 'POST',
  path: '/v1/voters/returned/:id/export',
  summary: { id: 'Baris menurut sebab sebagai CSV', en: 'Rows by reason as CSV' },
  kind: 'file',
  params,
  body: whichRows,
  output: z.unknown(),
  repeatable: true,
});

export const listSamplesContract = contract({
  method: 'GET',
  path: '/v1/voters/returned/:id/samples',
  summary: { id: 'Sampel yang diperiksa dengan tangan', en: 'Samples that are checked by hand' },
  params,
  output: z.object({ samples: z.array(sampleShape) }),
});

export const drawSampleContract = contract({
  method: 'POST',
  path: '/v1/voters/returned/:id/samples',
  summary: { id: 'Ambil sampel; barisnya ditentukan log', en: 'Draw a sample; the log decides which rows' },
  params,
  body: sampleGiven,
  output: sampleShape,
});

export const openSampleContract = contract({
  method: 'POST',
  path: '/v1/voters/returned/:id/samples/rows',
  summary: { id: 'Baris sebuah sampel dengan temuannya', en: 'The rows of a sample with what was found' },
  params,
  body: sampleGiven.omit({ n: true }),
  output: openedSample,
  repeatable: true,
});

export const enterFindingContract = contract({
  method: 'POST',
  path: '/v1/voters/returned/:id/samples/findings',
  summary: { id: 'Catat hasil pemeriksaan satu baris', en: 'Note what was found out about one row' },
  params,
  body: findingGiven,
  output: sampleShape,
});
