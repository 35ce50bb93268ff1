import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { textShape } from '../schema.ts';

const params = z.object({ id: z.uuid() });
const number = textShape(60).optional();
const printed = z.object({ documentId: z.string(), issued: z.boolean() });

export const printShipmentMinutesContract = contract({
  method: 'POST',
  path: '/v1/blanks/shipments/:id/minutes',
  summary: { id: 'Cetak berita acara serah terima pengiriman', en: 'Print the minutes of a shipment' },
  params,
  output: printed,
});

export const openShipmentMinutesContract = contract({
  method: 'GET',
  path: '/v1/blanks/shipments/:id/minutes',
  summary: { id: 'Buka berita acara serah terima pengiriman', en: 'Open the minutes of a shipment' },
  kind: 'file',
  params,
  output: z.unknown(),
});

export const printHandoverMinutesContract = contract({
  method: 'POST',
  path: '/v1/blanks/stores/:id/minutes',
  summary: {
    id: 'Cetak berita acara pergantian penanggung jawab',
    en: "Print the minutes of a store's change of keeper",
  },
  params,
  body: z.object({ number }),
  output: printed,
});

export const openHandoverMinutesContract = contract({
  method: 'GET',
  path: '/v1/blanks/stores/:id/minutes',
  summary: {
    id: 'Buka berita acara pergantian penanggung jawab',
    en: "Open the minutes of a store's change of keeper",
  },
  kind: 'file',
  params,
  query: z.object({ number }),
  output: z.unknown(),
});
