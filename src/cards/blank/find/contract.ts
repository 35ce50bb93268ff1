/** Routes of blanks found again. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { textShape } from '../schema.ts';
import { findGivenShape, findLineShape, findShape, lostShape } from './schema.ts';

const params = z.object({ id: z.uuid() });
const region = z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6})?$/, { message: 'blank.field.region' });

export const reportFindContract = contract({
  method: 'POST',
  path: '/v1/blanks/finds',
  summary: { id: 'Laporkan blangko hilang yang ditemukan kembali', en: 'Report missing blanks as found again' },
  body: findGivenShape,
  output: z.object({ id: z.string(), number: z.string() }),
});

export const listFindsContract = contract({
  method: 'GET',
  path: '/v1/blanks/finds',
  summary: { id: 'Blangko hilang dan yang ditemukan kembali', en: 'Missing blanks and those found again' },
  query: z.object({ region: region.optional() }),
  output: z.object({ lost: z.array(lostShape), finds: z.array(findLineShape) }),
});

export const openFindContract = contract({
  method: 'GET',
  path: '/v1/blanks/finds/:id',
  summary: { id: 'Buka satu laporan blangko ditemukan', en: 'Open a report of blanks found again' },
  params,
  output: findShape,
});

export const addFindPhotoContract = contract({
  method: 'POST',
  path: '/v1/blanks/finds/:id/photo',
  summary: { id: 'Lampirkan foto blangko yang ditemukan', en: 'Add the photo of blanks found again' },
  kind: 'upload',
  params,
  output: z.void(),
});

export const openFindPhotoContract = contract({
  method: 'GET',
  path: '/v1/blanks/finds/:id/photo',
  summary: { id: 'Buka foto blangko yang ditemukan', en: 'Open the photo of blanks found again' },
  kind: 'file',
  params,
  output: z.unknown(),
});

export const decideFindContract = contract({
  method: 'POST',
  path: '/v1/blanks/finds/:id/decision',
  summary: { id: 'Putuskan laporan blangko ditemukan', en: 'Decide on blanks reported as found' },
  params,
  /** Confirmed, they are in the store's stock again; refused, they stay missing. */
  body: z.object({
    confirm: z.boolean(),
    answer: textShape(500).refine((text) => text.length >= 5, { message: 'blank.field.reason' }),
  }),
  output: z.void(),
});
