/** The routes of imports, safe in a browser. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { faultLineShape, importDetailShape, importIdShape, importViewShape, mappingShape } from './schema.ts';

const idParams = z.object({ id: importIdShape });

export const uploadImportContract = contract({
  method: 'POST',
  path: '/v1/imports',
  summary: { id: 'Unggah berkas penduduk untuk diimpor', en: 'Upload a file of residents to import' },
  kind: 'upload',
  // `false`: applied at once, without a check before.
  body: z.object({ dryRun: z.enum(['true', 'false']).default('true') }),
  output: importDetailShape,
});

export const listImportsContract = contract({
  method: 'GET',
  path: '/v1/imports',
  summary: { id: 'Daftar impor', en: 'Imports' },
  output: z.object({ imports: z.array(importViewShape) }),
});

export const openImportContract = contract({
  method: 'GET',
  path: '/v1/imports/:id',
  summary: { id: 'Keadaan sebuah impor', en: 'How an import stands' },
  params: idParams,
  output: importDetailShape,
});

export const listImportFaultsContract = contract({
  method: 'GET',
  path: '/v1/imports/:id/faults',
  summary: { id: 'Laporan impor per sel', en: 'Report of an import, cell by cell' },
  params: idParams,
  query: z.object({
    code: z
      .string()
      .regex(/^import\.[a-z_]+$/)
      .optional(),
    after: z.coerce.number().int().min(0).default(0),
  }),
  /** `next`: the `after` with which to go on. */
  output: z.object({ lines: z.array(faultLineShape), next: z.number().nullable() }),
});

export const openImportReportContract = contract({
  method: 'GET',
  path: '/v1/imports/:id/report',
  summary: { id: 'Laporan impor per sel (CSV)', en: 'Report of an import, cell by cell (CSV)' },
  kind: 'file',
  params: idParams,
  output: z.unknown(),
});

export const changeMappingContract = contract({
  method: 'POST',
  path: '/v1/imports/:id/mapping',
  summary: { id: 'Ubah arti kolom, lalu periksa ulang', en: 'Change what the columns mean and check again' },
  params: idParams,
  body: mappingShape,
  output: importDetailShape,
});

export const applyImportContract = contract({
  method: 'POST',
  path: '/v1/imports/:id/apply',
  summary: { id: 'Masukkan penduduk ke register', en: 'Enter the residents into the register' },
  params: idParams,
  output: importDetailShape,
});

export const cancelImportContract = contract({
  method: 'POST',
  path: '/v1/imports/:id/cancel',
  summary: { id: 'Hentikan impor', en: 'Stop an import' },
  params: idParams,
  output: importDetailShape,
});
