import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { textShape } from '../schema.ts';
import { askingShape, forecastShape, openedRequestShape, rebalanceShape, requestShape } from './schema.ts';

const params = z.object({ id: z.uuid() });
const region = z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6})?$/, { message: 'blank.field.region' });
const reason = textShape(500).refine((text) => text.length >= 5, { message: 'blank.field.reason' });

export const proposeRebalanceContract = contract({
  method: 'POST',
  path: '/v1/blanks/rebalancings',
  summary: { id: 'Usulkan pemindahan blangko antardaerah', en: 'Propose to rebalance blanks between regions' },
  body: rebalanceShape.omit({ askedBy: true }),
  output: z.object({ proposalId: z.string() }),
});

export const askBlanksContract = contract({
  method: 'POST',
  path: '/v1/blanks/requests',
  summary: { id: 'Minta blangko', en: 'Ask for blanks' },
  body: askingShape,
  output: z.object({ id: z.string(), number: z.string() }),
});

export const listRequestsContract = contract({
  method: 'GET',
  path: '/v1/blanks/requests',
  summary: { id: 'Permintaan blangko menurut prioritas', en: 'Requests for blanks by priority' },
  query: z.object({ region: region.optional() }),
  output: z.object({ requests: z.array(requestShape) }),
});

export const openRequestContract = contract({
  method: 'GET',
  path: '/v1/blanks/requests/:id',
  summary: { id: 'Buka satu permintaan blangko', en: 'Open a request for blanks' },
  params,
  output: openedRequestShape,
});

export const answerRequestContract = contract({
  method: 'POST',
  path: '/v1/blanks/requests/:id/answer',
  summary: { id: 'Jawab permintaan blangko', en: 'Answer a request for blanks' },
  params,
  /** With a shipment to the asking store it is met, without one declined. */
  body: z.object({ answer: reason, shipmentId: z.uuid().nullable() }),
  output: z.void(),
});

export const withdrawRequestContract = contract({
  method: 'POST',
  path: '/v1/blanks/requests/:id/withdrawal',
  summary: { id: 'Tarik permintaan blangko', en: 'Withdraw a request for blanks' },
  params,
  body: z.object({ reason }),
  output: z.void(),
});

export const forecastContract = contract({
  method: 'GET',
  path: '/v1/blanks/forecast',
  summary: { id: 'Perkiraan hari stok blangko per daerah', en: 'Forecast of days of stock by region' },
  query: z.object({ region: region.optional() }),
  output: z.object({ day: z.string(), regions: z.array(forecastShape) }),
});
