import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { dashboardRegionShape, dashboardShape, sectionShape } from './schema.ts';

const query = z.object({
  section: sectionShape.default('coverage'),
  /** The officer's own region where none is given. */
  region: dashboardRegionShape.optional(),
});

export const readDashboardContract = contract({
  method: 'GET',
  path: '/v1/dashboard',
  summary: { id: 'Dasbor satu wilayah', en: 'The dashboard of a region' },
  query,
  output: dashboardShape,
});

const fileOf = (kind: 'table' | 'paper', summary: { id: string; en: string }) =>
  contract({
    method: 'GET',
    path: `/v1/dashboard/${kind}`,
    summary,
    kind: 'file',
    query,
    output: z.unknown(),
  });

export const dashboardTableContract = fileOf('table', {
  id: 'Dasbor sebagai tabel CSV',
  en: 'The dashboard as a CSV table',
});
export const dashboardPaperContract = fileOf('paper', { id: 'Dasbor sebagai PDF', en: 'The dashboard as a PDF' });
