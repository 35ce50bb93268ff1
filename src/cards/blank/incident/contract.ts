/** Routes of incidents. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { spanShape, textShape } from '../schema.ts';
import { INCIDENT_STATES, OUTCOMES } from './rules.ts';
import { incidentLineShape, incidentShape, reportShape, seenShape } from './schema.ts';

const params = z.object({ id: z.uuid() });
const region = z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6})?$/, { message: 'blank.field.region' });
const reason = textShape(500).refine((text) => text.length >= 5, { message: 'blank.field.reason' });

export const reportIncidentContract = contract({
  method: 'POST',
  path: '/v1/blanks/incidents',
  summary: { id: 'Laporkan insiden blangko', en: 'Report an incident with blanks' },
  body: reportShape,
  output: z.object({ id: z.string(), number: z.string(), known: z.number(), unknown: z.array(z.string()) }),
});

export const listIncidentsContract = contract({
  method: 'GET',
  path: '/v1/blanks/incidents',
  summary: { id: 'Daftar insiden blangko', en: 'List incidents with blanks' },
  query: z.object({ state: z.enum(INCIDENT_STATES).optional(), region: region.optional() }),
  output: z.object({ incidents: z.array(incidentLineShape) }),
});

export const openIncidentContract = contract({
  method: 'GET',
  path: '/v1/blanks/incidents/:id',
  summary: { id: 'Buka satu insiden blangko', en: 'Open an incident with blanks' },
  params,
  output: incidentShape,
});

export const openIncidentPhotoContract = contract({
  method: 'GET',
  path: '/v1/blanks/incidents/:id/photo',
  summary: { id: 'Buka foto laporan insiden', en: "Open the photo of an incident's report" },
  kind: 'file',
  params,
  output: z.unknown(),
});

export const takeUpIncidentContract = contract({
  method: 'POST',
  path: '/v1/blanks/incidents/:id/taking-up',
  summary: { id: 'Mulai memeriksa laporan masyarakat', en: 'Take up a report of the public' },
  params,
  output: z.void(),
});

export const identifyBlanksContract = contract({
  method: 'POST',
  path: '/v1/blanks/incidents/:id/blanks',
  summary: { id: 'Catat blangko yang dikenali dalam insiden', en: 'Enter blanks identified in an incident' },
  params,
  body: z.object({ seen: seenShape.min(1) }),
  output: z.object({ known: z.number(), unknown: z.array(z.string()) }),
});

export const noteIncidentContract = contract({
  method: 'POST',
  path: '/v1/blanks/incidents/:id/notes',
  summary: { id: 'Catat kejadian dalam insiden', en: 'Add a note to an incident' },
  params,
  body: z.object({ words: textShape(2_000), at: z.iso.datetime({ offset: true }).optional() }),
  output: z.void(),
});

export const incidentPoliceContract = contract({
  method: 'POST',
  path: '/v1/blanks/incidents/:id/police',
  summary: { id: 'Catat nomor laporan polisi', en: "Enter the police report's number" },
  params,
  body: z.object({ number: textShape(80), office: textShape(120) }),
  output: z.void(),
});

export const freezeBlanksContract = contract({
  method: 'POST',
  path: '/v1/blanks/incidents/:id/freeze',
  summary: { id: 'Bekukan atau buka pembekuan blangko', en: 'Freeze blanks or lift a freeze' },
  params,
  body: z.object({ way: z.enum(['freeze', 'lift']), spans: z.array(spanShape).min(1).max(500), reason }),
  /** More than one box waits for a second person: then `proposalId` says where, and nothing is done yet. */
  output: z.object({ n: z.number(), proposalId: z.string().nullable() }),
});

export const closeIncidentContract = contract({
  method: 'POST',
  path: '/v1/blanks/incidents/:id/closing',
  summary: { id: 'Tutup insiden dengan hasilnya', en: 'Close an incident with its result' },
  params,
  body: z.object({ outcome: z.enum(OUTCOMES), words: reason }),
  output: z.void(),
});

export const printTimelineContract = contract({
  method: 'POST',
  path: '/v1/blanks/incidents/:id/timeline',
  summary: { id: 'Cetak lini masa insiden', en: 'Print the timeline of an incident' },
  params,
  output: z.object({ documentId: z.string(), issued: z.boolean() }),
});

export const openTimelineContract = contract({
  method: 'GET',
  path: '/v1/blanks/incidents/:id/timeline',
  summary: { id: 'Buka lini masa insiden (PDF)', en: 'Open the timeline of an incident (PDF)' },
  kind: 'file',
  params,
  output: z.unknown(),
});
