/** Routes of cards. Serials and UIDs travel as text. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { PRINT_FAULTS } from './print/rules.ts';
import {
  blankShape,
  cardShape,
  personRefShape,
  queuedShape,
  reasonShape,
  requestKindShape,
  textShape,
} from './schema.ts';

const params = z.object({ id: z.uuid() });
const person = z.object({ ref: personRefShape });
const nothing = z.void();

export const requestCardContract = contract({
  method: 'POST',
  path: '/v1/cards/requests',
  summary: { id: 'Ajukan KTP-el di loket', en: 'Ask for a card at the counter' },
  body: z.object({
    ref: personRefShape,
    kind: requestKindShape,
    disaster: z.boolean().optional(),
    policeLetter: textShape(60).nullable().optional(),
    note: textShape(500).nullable().optional(),
  }),
  output: z.object({ id: z.string(), priority: z.number() }),
});

export const listRequestsContract = contract({
  method: 'GET',
  path: '/v1/cards/requests',
  summary: { id: 'Antrean cetak kantor ini', en: "This office's queue for printing" },
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ waiting: z.number(), requests: z.array(queuedShape) }),
});

export const withdrawRequestContract = contract({
  method: 'POST',
  path: '/v1/cards/requests/:id/withdrawal',
  summary: { id: 'Batalkan permintaan kartu', en: 'Withdraw a request for a card' },
  params,
  body: z.object({ reason: reasonShape }),
  output: nothing,
});

export const beginPrintingContract = contract({
  method: 'POST',
  path: '/v1/cards/requests/:id/printing',
  summary: { id: 'Ambil satu blangko dan cetak', en: 'Take a blank and print' },
  params,
  body: z.object({ what: blankShape }),
  output: z.object({ cardId: z.string(), serial: z.string(), uid: z.string().nullable() }),
});

export const printFailedContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/failure',
  summary: { id: 'Catat gagal cetak', en: 'Say that printing failed' },
  params,
  body: z.object({ fault: z.enum(PRINT_FAULTS), note: textShape(500).nullable().optional() }),
  output: nothing,
});

export const openFaceContract = contract({
  method: 'GET',
  path: '/v1/cards/:id/face',
  summary: { id: 'Muka kartu, sebagai SVG atau PDF', en: "The card's face, as SVG or PDF" },
  kind: 'file',
  params,
  query: z.object({ format: z.enum(['svg', 'pdf']).default('pdf') }),
  output: z.unknown(),
});

export const openChipContract = contract({
  method: 'GET',
  path: '/v1/cards/:id/chip',
  summary: { id: 'Isi cip kartu yang baru dicetak', en: "What is written to a new card's chip" },
  params,
  output: z.object({
    /** Numbers as in ICAO's logical data structure; bytes in base64. */
    groups: z.array(z.object({ number: z.number(), bytes: z.string() })),
    sod: z.string(),
    certificate: z.string(),
  }),
});

export const listCardsContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/cards',
  summary: { id: 'Kartu milik seseorang', en: "A person's cards" },
  params: person,
  output: z.object({
    cards: z.array(cardShape),
    request: z
      .object({
        id: z.string(),
        kind: requestKindShape,
        state: z.enum(['waiting', 'made']),
        priority: z.number(),
        here: z.boolean(),
      })
      .nullable(),
  }),
});
