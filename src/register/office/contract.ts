import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { civilDate, listedOffice, newOffice, office, officeAct, officeKind, zone } from './schema.ts';

const officeId = z.object({ officeId: z.uuid() });

export const listOfficesContract = contract({
  method: 'GET',
  path: '/v1/offices',
  summary: { id: 'Daftar kantor', en: 'Offices' },
  query: z.object({
    search: z.string().trim().max(80).optional(),
    kind: officeKind.optional(),
    region: z
      .string()
      .regex(/^\d{0,10}$/, 'office.region_shape')
      .optional(),
    /** The offices directly under this one. */
    parent: z.uuid().optional(),
    closed: z.stringbool().default(false),
    cursor: z.string().max(1000).optional(),
  }),
  output: z.object({ offices: z.array(listedOffice), next: z.string().nullable() }),
});

export const getOfficeContract = contract({
  method: 'GET',
  path: '/v1/offices/:officeId',
  summary: { id: 'Satu kantor dan riwayatnya', en: 'One office and its history' },
  params: officeId,
  output: office.extend({ history: z.array(officeAct) }),
});

export const openOfficeContract = contract({
  method: 'POST',
  path: '/v1/offices',
  summary: { id: 'Membuka kantor', en: 'Open an office' },
  body: newOffice,
  output: office,
});

export const changeOfficeContract = contract({
  method: 'PUT',
  path: '/v1/offices/:officeId',
  summary: { id: 'Mengubah nama atau zona kantor', en: "Change an office's name or zone" },
  params: officeId,
  body: z.object({
    name: z.string().trim().min(3).max(160),
    zone,
    occurredOn: civilDate,
    legalBasis: z.string().trim().max(300).nullable().default(null),
  }),
  output: office,
});

export const closeOfficeContract = contract({
  method: 'POST',
  path: '/v1/offices/:officeId/close',
  summary: { id: 'Menutup kantor', en: 'Close an office' },
  params: officeId,
  body: z.object({ closedOn: civilDate, legalBasis: z.string().trim().max(300).nullable().default(null) }),
  output: office,
});
