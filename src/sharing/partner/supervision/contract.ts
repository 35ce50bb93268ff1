import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { reasonShape } from '../schema.ts';
import { reportLineShape, waitingAppealShape } from '../view/schema.ts';
import { SEMESTER_SHAPE } from './rules.ts';
import { appealDecision, appealGiven, atOnceGiven, reportGiven, restorationGiven, suspensionGiven } from './schema.ts';

const params = z.object({ id: z.uuid() });
const proposed = z.object({ proposalId: z.string() });

export const listReportsContract = contract({
  method: 'GET',
  path: '/v1/partners/reports',
  summary: { id: 'Laporan semester yang ditunggu', en: 'Semester reports that are owed' },
  query: z.object({ semester: z.string().regex(SEMESTER_SHAPE).optional(), all: z.enum(['yes']).optional() }),
  output: z.object({ day: z.string(), reports: z.array(reportLineShape) }),
});

export const fileReportContract = contract({
  method: 'POST',
  path: '/v1/partners/reports/:id/filing',
  summary: { id: 'Catat laporan semester', en: 'Enter a semester report' },
  kind: 'upload',
  params,
  body: reportGiven,
  output: z.void(),
});

export const spareContract = contract({
  method: 'POST',
  path: '/v1/partners/reports/:id/sparing',
  summary: { id: 'Tidak menghentikan meski laporan terlambat', en: 'Spare a partner whose report is late' },
  params,
  body: z.object({ reason: reasonShape }),
  output: z.void(),
});

export const proposeSuspensionContract = contract({
  method: 'POST',
  path: '/v1/partners/suspensions',
  summary: { id: 'Usulkan penghentian sementara', en: 'Propose a suspension' },
  body: suspensionGiven,
  output: proposed,
});

export const suspendAtOnceContract = contract({
  method: 'POST',
  path: '/v1/partners/cooperations/:id/stop',
  summary: { id: 'Hentikan segera, paling lama tiga hari', en: 'Stop at once, for three days at most' },
  params,
  body: atOnceGiven,
  output: z.object({ id: z.string(), until: z.string() }),
});

export const proposeRestorationContract = contract({
  method: 'POST',
  path: '/v1/partners/restorations',
  summary: { id: 'Usulkan pemulihan hak akses', en: 'Propose to restore partners' },
  body: restorationGiven,
  output: proposed,
});

export const fileAppealContract = contract({
  method: 'POST',
  path: '/v1/partners/suspensions/:id/appeals',
  summary: { id: 'Catat keberatan', en: 'Enter an appeal' },
  params,
  body: appealGiven,
  output: z.object({ id: z.string() }),
});

export const listAppealsContract = contract({
  method: 'GET',
  path: '/v1/partners/appeals',
  summary: { id: 'Keberatan lembaga yang menunggu putusan', en: "Institutions' appeals that wait for their decision" },
  output: z.object({ appeals: z.array(waitingAppealShape) }),
});

export const proposeHearingContract = contract({
  method: 'POST',
  path: '/v1/partners/appeals/:id/decision',
  summary: { id: 'Usulkan putusan keberatan', en: 'Propose how an appeal is decided' },
  params,
  body: appealDecision,
  output: proposed,
});
