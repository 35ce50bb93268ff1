import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { textShape } from '../schema.ts';

/** What is handed over: blanks on one of their ways, or a store with what lies in it. */
export const MINUTES_KINDS = ['distribution', 'rebalancing', 'return', 'handover'] as const;

const region = z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6})?$/, { message: 'blank.field.region' });

export const listMinutesContract = contract({
  method: 'GET',
  path: '/v1/blanks/minutes',
  summary: { id: 'Daftar berita acara serah terima', en: 'Minutes of handing over' },
  query: z.object({
    region: region.optional(),
    kind: z.enum(MINUTES_KINDS).optional(),
    days: z.coerce.number().int().min(1).max(3_660).default(90),
  }),
  output: z.object({
    minutes: z.array(
      z.object({
        kind: z.enum(MINUTES_KINDS),
        number: z.string(),
        /** The shipment, or the store that was handed over. */
        of: z.string(),
        gives: z.string(),
        takes: z.string(),
        n: z.number(),
        at: z.string(),
        /** Whether the paper was printed before. */
        printed: z.boolean(),
      }),
    ),
    /** Whether there are more than are listed: choose a region or fewer days. */
    more: z.boolean(),
  }),
});

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
