import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { catalogueShape } from './catalogue/schema.ts';
import { answerShape, queryShape } from './query/schema.ts';

export const readCatalogueContract = contract({
  method: 'GET',
  path: '/v1/warehouse/catalogue',
  summary: { id: 'Katalog gudang statistik', en: 'The catalogue of the statistics store' },
  output: catalogueShape,
});

export const askWarehouseContract = contract({
  method: 'POST',
  path: '/v1/warehouse/questions',
  summary: { id: 'Bertanya kepada gudang statistik', en: 'Ask the statistics store' },
  body: queryShape,
  output: answerShape,
  repeatable: true,
});

export const exportAnswerContract = contract({
  method: 'POST',
  path: '/v1/warehouse/exports',
  summary: { id: 'Jawaban gudang statistik sebagai berkas', en: 'An answer of the statistics store as a file' },
  body: z.object({ query: queryShape, format: z.enum(['csv', 'json', 'parquet']) }),
  output: z.unknown(),
  kind: 'file',
  repeatable: true,
});

export const listQueriesContract = contract({
  method: 'GET',
  path: '/v1/warehouse/saved',
  summary: { id: 'Pertanyaan yang disimpan', en: 'Saved questions' },
  output: z.object({
    saved: z.array(z.object({ id: z.string(), name: z.string(), query: queryShape, savedAt: z.string() })),
  }),
});

export const keepQueryContract = contract({
  method: 'POST',
  path: '/v1/warehouse/saved',
  summary: { id: 'Simpan pertanyaan', en: 'Save a question' },
  body: z.object({ name: z.string().trim().min(1, { message: 'field.empty' }).max(80), query: queryShape }),
  output: z.object({ id: z.string() }),
});

export const dropQueryContract = contract({
  method: 'DELETE',
  path: '/v1/warehouse/saved/:id',
  summary: { id: 'Hapus pertanyaan yang disimpan', en: 'Remove a saved question' },
  params: z.object({ id: z.uuid() }),
  output: z.object({ id: z.string() }),
});
