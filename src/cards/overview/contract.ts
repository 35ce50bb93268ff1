import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { OVERVIEW_LEVELS } from './rules.ts';
import { overviewShape } from './schema.ts';

const query = z.object({
  /** A province; the nation without one. */
  region: z
    .string()
    .regex(/^([0-9]{2})?$/, { message: 'blank.field.region' })
    .optional(),
  level: z.enum(OVERVIEW_LEVELS).optional(),
});

export const openOverviewContract = contract({
  method: 'GET',
  path: '/v1/cards/overview',
  summary: {
    id: 'Stok, antrean siap cetak, laporan pemusnahan, dan insiden menurut wilayah',
    en: 'Stock, print-ready backlog, destruction reports and incidents by region',
  },
  query,
  output: overviewShape,
});

export const openOverviewTableContract = contract({
  method: 'GET',
  path: '/v1/cards/overview/table',
  summary: { id: 'Tabel yang sama sebagai CSV', en: 'The same table as CSV' },
  kind: 'file',
  query,
  output: z.unknown(),
});
