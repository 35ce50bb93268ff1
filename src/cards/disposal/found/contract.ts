/** Routes of found cards. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { civilDateShape, countPart, foundSummary, textShape } from '../schema.ts';

const params = z.object({ id: z.uuid() });
const region = z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6})?$/, { message: 'disposal.field.region' });
const place = z.string().regex(/^([0-9]{4}|[0-9]{6}|[0-9]{10})$/, { message: 'disposal.field.region' });
const instant = z.iso.datetime({ offset: true });
const pieces = z.number().int().min(0).max(100_000_000);

const foundShape = z.object({
  id: z.string(),
  number: z.string(),
  place: z.string(),
  regionCode: z.string(),
  foundOn: z.string(),
  policeReport: z.string().nullable(),
  listed: z.number(),
  reconciled: z.number().nullable(),
});

export const openFoundContract = contract({
  method: 'POST',
  path: '/v1/found',
  summary: { id: 'Catat KTP-el ditemukan', en: 'Record found cards' },
  body: z.object({
    place: textShape(200),
    regionCode: place,
    foundOn: civilDateShape,
    finder: textShape(120),
    policeReport: textShape(80).nullable().optional(),
    description: textShape(500).nullable().optional(),
  }),
  output: z.object({ id: z.string(), number: z.string() }),
});

export const listFoundContract = contract({
  method: 'GET',
  path: '/v1/found',
  summary: { id: 'KTP-el ditemukan', en: 'Finds of cards' },
  query: z.object({ region: region.optional() }),
  output: z.object({ found: z.array(foundShape) }),
});

export const viewFoundContract = contract({
  method: 'GET',
  path: '/v1/found/:id',
  summary: { id: 'Satu temuan', en: 'One find' },
  params,
  output: foundShape.extend({
    finder: z.string(),
    description: z.string().nullable(),
    explanation: z.string().nullable(),
    custody: z.array(
      z.object({ holder: z.string(), institution: z.string(), takenAt: z.string(), note: z.string().nullable() }),
    ),
    counts: z.array(
      z.object({
        counter: z.string(),
        institution: z.string(),
        countedAt: z.string(),
        n: z.number(),
        parts: z.array(z.object({ kind: z.string(), n: z.number() })),
      }),
    ),
    spread: z.number().nullable(),
    summary: foundSummary,
    reports: z.boolean(),
  }),
});

export const noteCustodyContract = contract({
  method: 'POST',
  path: '/v1/found/:id/custody',
  summary: { id: 'Catat perpindahan tangan', en: 'Note a change of hands' },
  params,
  body: z.object({
    holder: textShape(120),
    institution: textShape(160),
    takenAt: instant,
    note: textShape(300).nullable().optional(),
  }),
  output: z.object({ place: z.number() }),
});

export const countFoundContract = contract({
  method: 'POST',
  path: '/v1/found/:id/counts',
  summary: { id: 'Catat hitungan satu penghitung', en: "Enter one counter's count" },
  params,
  body: z.object({
    counter: textShape(120),
    institution: textShape(160),
    countedAt: instant,
    n: pieces,
    parts: z.array(countPart).max(50).default([]),
  }),
  output: z.object({ id: z.string() }),
});

export const importFoundContract = contract({
  method: 'POST',
  path: '/v1/found/:id/list',
  summary: { id: 'Impor daftar dan cari tiap keping', en: 'Import the list and look each card up' },
  kind: 'upload',
  params,
  output: foundSummary,
});

export const explainFoundContract = contract({
  method: 'POST',
  path: '/v1/found/:id/explanation',
  summary: { id: 'Sepakati jumlah dan jelaskan selisih', en: 'Reconcile the counts' },
  params,
  body: z.object({
    reconciled: pieces,
    explanations: z.array(z.object({ counter: textShape(120), text: textShape(500) })).max(50),
  }),
  output: z.object({ spread: z.number() }),
});

export const issueFoundReportsContract = contract({
  method: 'POST',
  path: '/v1/found/:id/reports',
  summary: { id: 'Terbitkan laporan', en: 'Issue the reports' },
  params,
  output: z.object({ publicDocument: z.string(), policeDocument: z.string() }),
});

export const publicReportContract = contract({
  method: 'GET',
  path: '/v1/found/:id/reports/public',
  summary: { id: 'Laporan untuk masyarakat', en: 'Report for the public' },
  kind: 'file',
  params,
  output: z.void(),
});

export const policeReportContract = contract({
  method: 'GET',
  path: '/v1/found/:id/reports/police',
  summary: { id: 'Laporan untuk Kepolisian', en: 'Report for the police' },
  kind: 'file',
  params,
  output: z.void(),
});
