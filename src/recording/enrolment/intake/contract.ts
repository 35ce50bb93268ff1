import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { idParams, keyShape, nothing, PUT_AWAY_REASONS, reasonShape, receiptShape } from '../schema.ts';

const instant = z.iso.datetime({ precision: 3 });

export const announcePacketContract = contract({
  method: 'POST',
  path: '/v1/packets',
  summary: { id: 'Umumkan paket perekaman', en: 'Announce a packet' },
  repeatable: true,
  body: z.object({
    id: z.uuid(),
    station: z.uuid(),
    centreKey: keyShape,
    capturedAt: instant,
    size: z.number().int().min(1),
    digest: z.string().regex(/^[0-9a-f]{64}$/, { message: 'enrolment.field.digest' }),
    clock: instant,
  }),
  output: receiptShape,
});

export const putPieceContract = contract({
  method: 'PUT',
  path: '/v1/packets/:id/pieces/:at',
  summary: { id: 'Kirim sepotong paket, mulai dari bita ke-', en: 'Send a piece of a packet that begins at byte' },
  kind: 'upload',
  repeatable: true,
  params: z.object({ id: z.uuid(), at: z.coerce.number().int().min(0) }),
  output: receiptShape,
});

export const completePacketContract = contract({
  method: 'POST',
  path: '/v1/packets/:id/completion',
  summary: { id: 'Akhiri pengiriman paket', en: 'End the upload of a packet' },
  repeatable: true,
  params: idParams,
  output: receiptShape,
});

export const putAwayContract = contract({
  method: 'POST',
  path: '/v1/packets/:id/putting-away',
  summary: { id: 'Sisihkan paket yang ditolak dari alatnya', en: 'Put a refused packet away from its station' },
  params: idParams,
  body: z.object({
    station: z.uuid(),
    refused: z.string().regex(/^[a-z_.]{1,60}$/),
    because: z.enum(PUT_AWAY_REASONS),
  }),
  output: nothing,
});

export const openReceiptContract = contract({
  method: 'GET',
  path: '/v1/packets/:id/receipt',
  summary: { id: 'Tanda terima paket', en: 'The receipt of a packet' },
  params: idParams,
  output: receiptShape,
});

export const listQuarantineContract = contract({
  method: 'GET',
  path: '/v1/packets/quarantine',
  summary: { id: 'Paket yang ditahan untuk diputuskan', en: 'Packets in quarantine' },
  output: z.object({
    packets: z.array(
      z.object({
        id: z.string(),
        station: z.string(),
        office: z.string().nullable(),
        capturedAt: z.string(),
        openedAt: z.string(),
        clockOffMinutes: z.number(),
        why: z.array(z.object({ code: z.string(), text: z.string() })),
        ref: z.string().nullable(),
        name: z.string().nullable(),
        place: z.string().nullable(),
      }),
    ),
  }),
});

export const decideQuarantineContract = contract({
  method: 'POST',
  path: '/v1/packets/:id/decision',
  summary: { id: 'Putuskan paket yang ditahan', en: 'Decide on a packet in quarantine' },
  params: idParams,
  body: z.object({ decision: z.enum(['take', 'refuse']), reason: reasonShape }),
  output: receiptShape,
});
