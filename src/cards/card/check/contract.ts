/** Routes of cards between the printer and the counter: checked, sent, received, missing. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { onTheWayShape, printShape, reasonShape } from '../schema.ts';
import { CHECK_WAYS } from './rules.ts';

const params = z.object({ id: z.uuid() });
const nothing = z.void();
const some = z.array(z.uuid()).min(1).max(500);

export const checkCardContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/check',
  summary: { id: 'Periksa hasil cetak', en: 'Check a print' },
  params,
  body: z.object({
    /** As the reader shows it; `null` where the chip does not answer. */
    uid: z.string().trim().max(30).nullable(),
    faceSame: z.boolean(),
    how: z.enum(CHECK_WAYS).default('present'),
    fault: reasonShape.nullable().optional(),
  }),
  output: z.object({ good: z.boolean() }),
});

export const checkSampleContract = contract({
  method: 'POST',
  path: '/v1/cards/samples',
  summary: { id: 'Periksa hasil cetak dengan contoh', en: 'Check prints by sample' },
  body: z.object({
    looked: z
      .array(z.object({ id: z.uuid(), uid: z.string().trim().max(30), faceSame: z.literal(true) }))
      .min(1)
      .max(200),
    rest: z.array(z.uuid()).max(200),
  }),
  output: z.object({ checked: z.number() }),
});

export const listPrintsContract = contract({
  method: 'GET',
  path: '/v1/cards/prints',
  summary: { id: 'Hasil cetak yang menunggu diperiksa', en: 'Prints that wait for a check' },
  query: z.object({ office: z.uuid().optional() }),
  output: z.object({
    offices: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        here: z.boolean(),
        waiting: z.number(),
        /** Of these the officer printed so many himself. */
        mine: z.number(),
        /** Nobody at the office but one could check. */
        alone: z.boolean(),
      }),
    ),
    /** One of this office's prints was found faulty: all others are looked at. */
    faulty: z.boolean(),
    /** Of the office that was named, in the order in which they are drawn. */
    prints: z.array(printShape),
  }),
});

export const listOnTheWayContract = contract({
  method: 'GET',
  path: '/v1/cards/shipments',
  summary: { id: 'Kartu dalam perjalanan ke atau dari kantor ini', en: 'Cards on their way to this office or from it' },
  output: z.object({ coming: z.array(onTheWayShape), going: z.array(onTheWayShape) }),
});

export const shipCardsContract = contract({
  method: 'POST',
  path: '/v1/cards/shipments',
  summary: { id: 'Kirim kartu ke kantor lain', en: 'Send cards to another office' },
  body: z.object({ ids: some, toOfficeId: z.uuid() }),
  output: z.object({ sent: z.number() }),
});

export const arriveCardsContract = contract({
  method: 'POST',
  path: '/v1/cards/arrivals',
  summary: { id: 'Terima kartu di loket', en: 'Receive cards at the counter' },
  body: z.object({ ids: some }),
  output: z.object({ arrived: z.number() }),
});

export const reportMissingContract = contract({
  method: 'POST',
  path: '/v1/cards/:id/missing',
  summary: {
    id: 'Catat kartu yang hilang di kantor atau di jalan',
    en: 'Record a card that is missing at an office or on its way',
  },
  params,
  body: z.object({ reason: reasonShape }),
  output: nothing,
});
