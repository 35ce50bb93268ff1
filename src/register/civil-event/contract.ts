/** Routes of civil events. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { civilDateShape, personRefShape, textShape } from '../resident/schema.ts';
import {
  arrivalShape,
  eventLineShape,
  eventViewShape,
  KINDS,
  moveLineShape,
  recordedShape,
  recordShape,
  saidShape,
} from './schema.ts';

const idParams = z.object({ id: z.uuid() });
/** Whose certificate: husband and wife each have one. All of the event where it is not said; opened, the first. */
const holderShape = z.object({ holder: personRefShape.optional() });
const undoBody = z.object({ reason: textShape(500), legalBasis: textShape(200) });

export const recordEventContract = contract({
  method: 'POST',
  path: '/v1/events',
  summary: { id: 'Catat peristiwa', en: 'Record an event' },
  body: recordShape,
  output: recordedShape,
});

export const previewEventContract = contract({
  method: 'POST',
  path: '/v1/events/preview',
  summary: { id: 'Lihat akibat peristiwa sebelum dicatat', en: 'See what an event will lead to' },
  repeatable: true,
  body: recordShape,
  output: z.object({
    kind: z.enum(KINDS),
    daysLate: z.number(),
    effects: z.array(saidShape),
    warnings: z.array(saidShape),
  }),
});

export const listEventsContract = contract({
  method: 'GET',
  path: '/v1/events',
  summary: { id: 'Peristiwa yang dicatat', en: 'Recorded events' },
  query: z.object({
    from: civilDateShape.optional(),
    to: civilDateShape.optional(),
    kind: z.enum(KINDS).optional(),
    of: z.enum(['office', 'region']).default('office'),
    cursor: z.string().optional(),
  }),
  output: z.object({ events: z.array(eventLineShape), next: z.string().nullable() }),
});

export const listEventsOfContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/events',
  summary: { id: 'Peristiwa seorang penduduk', en: 'Events of a resident' },
  params: z.object({ ref: personRefShape }),
  output: z.object({ events: z.array(eventLineShape) }),
});

export const openEventContract = contract({
  method: 'GET',
  path: '/v1/events/:id',
  summary: { id: 'Buka peristiwa', en: 'Open an event' },
  params: idParams,
  output: eventViewShape,
});

export const undoEventContract = contract({
  method: 'POST',
  path: '/v1/events/:id/undo',
  summary: { id: 'Batalkan peristiwa', en: 'Take an event back' },
  params: idParams,
  body: undoBody,
  output: recordedShape,
});

export const openCertificateContract = contract({
  method: 'GET',
  path: '/v1/events/:id/certificate',
  summary: { id: 'Unduh kutipan akta', en: 'Download a certificate' },
  params: idParams,
  query: holderShape,
  output: z.unknown(),
  kind: 'file',
});

export const issueCertificateContract = contract({
  method: 'POST',
  path: '/v1/events/:id/certificate',
  summary: { id: 'Cetak atau cetak ulang kutipan akta', en: 'Print a certificate, or print it again' },
  params: idParams,
  body: holderShape,
  output: z.object({ documents: z.array(z.string()), replaced: z.boolean() }),
});

export const listMovesContract = contract({
  method: 'GET',
  path: '/v1/moves',
  summary: { id: 'Perpindahan yang sedang berjalan', en: 'Moves underway' },
  output: z.object({ moves: z.array(moveLineShape) }),
});

export const recordArrivalContract = contract({
  method: 'POST',
  path: '/v1/moves/:id/arrival',
  summary: { id: 'Catat kedatangan', en: 'Record an arrival' },
  params: idParams,
  body: arrivalShape,
  output: recordedShape,
});

export const cancelMoveContract = contract({
  method: 'POST',
  path: '/v1/moves/:id/cancellation',
  summary: { id: 'Batalkan kepindahan', en: 'Cancel a move' },
  params: idParams,
  body: undoBody,
  output: recordedShape,
});
