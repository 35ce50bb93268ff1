/** The portal's routes: for the ministry, which opens an institution's portal and may close it to anybody. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { invitationShape, personShape } from './account/schema.ts';
import { reportCountsShape } from './report/schema.ts';
import { maintenanceGiven, maintenanceShape } from './status/schema.ts';

const params = z.object({ id: z.uuid() });

export const listPeopleContract = contract({
  method: 'GET',
  path: '/v1/partners/institutions/:id/people',
  summary: {
    id: 'Orang lembaga di layanan lembaga pengguna',
    en: 'The people of an institution on the partner portal',
  },
  params,
  output: z.object({ people: z.array(personShape) }),
});

export const inviteContract = contract({
  method: 'POST',
  path: '/v1/partners/institutions/:id/people',
  summary: {
    id: 'Undang orang lembaga ke layanan lembaga pengguna',
    en: 'Invite somebody of an institution to the portal',
  },
  params,
  body: invitationShape,
  output: z.object({ id: z.uuid() }),
});

export const inviteAgainContract = contract({
  method: 'POST',
  path: '/v1/partners/people/:id/invitation',
  summary: { id: 'Kirim kode undangan baru', en: 'Send a new invitation code' },
  params,
  output: z.object({}),
});

export const endPersonContract = contract({
  method: 'POST',
  path: '/v1/partners/people/:id/ending',
  summary: { id: 'Akhiri akses orang lembaga', en: "End somebody's access to the portal" },
  params,
  output: z.object({}),
});

export const reportCountsContract = contract({
  method: 'GET',
  path: '/v1/partners/institutions/:id/reports/:reportId/counts',
  summary: {
    id: 'Pemakaian, pengaduan, dan data balikan dalam semester sebuah laporan',
    en: "Usage, complaints and data given back in a report's semester",
  },
  params: z.object({ id: z.uuid(), reportId: z.uuid() }),
  output: reportCountsShape,
});

export const listMaintenanceContract = contract({
  method: 'GET',
  path: '/v1/maintenance',
  summary: { id: 'Pengumuman pemeliharaan', en: 'Maintenance notices' },
  output: z.object({ maintenance: z.array(maintenanceShape) }),
});

export const announceContract = contract({
  method: 'POST',
  path: '/v1/maintenance',
  summary: { id: 'Umumkan pemeliharaan di halaman status', en: 'Announce maintenance on the status page' },
  body: maintenanceGiven,
  output: z.object({ id: z.uuid() }),
});

export const endMaintenanceContract = contract({
  method: 'POST',
  path: '/v1/maintenance/:id/ending',
  summary: { id: 'Akhiri atau batalkan pemeliharaan', en: 'End maintenance, or call it off' },
  params,
  output: z.object({}),
});
