/** Routes of blanks: deliveries, stores, shipments, counts, differences, traces. Serials travel as text, counts as numbers. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import {
  balanceShape,
  boxShape,
  civilDateShape,
  countShape,
  deliveryShape,
  discrepancyShape,
  movementShape,
  shipmentShape,
  spanShape,
  STORE_KINDS,
  storeShape,
  textShape,
  tracedShape,
} from './schema.ts';

const params = z.object({ id: z.uuid() });
const reason = textShape(500).refine((text) => text.length >= 5, { message: 'blank.field.reason' });
const note = textShape(500).nullable().optional();
const region = z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6})?$/, { message: 'blank.field.region' });
const spans = z.array(spanShape).min(1).max(2_000);
const seals = z.array(textShape(40)).min(1).max(500);
/** Of a count that waited on a device without a network: it is held against the books of that moment. */
const countedAt = z.iso.datetime().optional();
const nothing = z.void();

export const recordDeliveryContract = contract({
  method: 'POST',
  path: '/v1/blanks/deliveries',
  summary: { id: 'Catat kiriman blangko dari pemasok', en: 'Record a delivery of blanks by the supplier' },
  body: z.object({
    number: textShape(60),
    supplier: textShape(120),
    contractNo: textShape(60),
    deliveredOn: civilDateShape,
    storeId: z.uuid(),
    spans,
    boxes: z.array(boxShape).max(5_000).default([]),
  }),
  output: z.object({ id: z.string(), n: z.number() }),
});

export const takeManifestContract = contract({
  method: 'POST',
  path: '/v1/blanks/deliveries/:id/manifest',
  summary: { id: 'Terima daftar UID cip sebuah kiriman', en: "Take in a delivery's list of chip UIDs" },
  kind: 'upload',
  params,
  output: z.object({ uids: z.number() }),
});

export const listDeliveriesContract = contract({
  method: 'GET',
  path: '/v1/blanks/deliveries',
  summary: { id: 'Daftar kiriman pemasok', en: 'List deliveries' },
  output: z.object({ deliveries: z.array(deliveryShape) }),
});

export const countDeliveryContract = contract({
  method: 'POST',
  path: '/v1/blanks/deliveries/:id/counts',
  summary: { id: 'Hitung kiriman pemasok', en: 'Count a delivery' },
  params,
  body: z.object({ counted: countShape, note }),
  output: z.object({ agrees: z.boolean(), round: z.number(), expected: z.number() }),
});

export const openStoreContract = contract({
  method: 'POST',
  path: '/v1/blanks/stores',
  summary: { id: 'Buka gudang blangko', en: 'Open a store of blanks' },
  body: z.object({ officeId: z.uuid(), name: textShape(80), kind: z.enum(STORE_KINDS), keeperId: z.uuid() }),
  output: z.object({ id: z.string() }),
});

export const listStoresContract = contract({
  method: 'GET',
  path: '/v1/blanks/stores',
  summary: { id: 'Gudang blangko dan saldonya', en: 'Stores of blanks and their balances' },
  query: z.object({ region: region.optional(), all: z.enum(['yes', 'no']).default('no') }),
  output: z.object({
    stores: z.array(storeShape.extend({ balance: balanceShape, difference: z.number() })),
    /** Of all of them together: what goes from one to another was not handed on. */
    total: balanceShape,
  }),
});

export const openStockContract = contract({
  method: 'GET',
  path: '/v1/blanks/stores/:id',
  summary: { id: 'Kartu stok sebuah gudang', en: "A store's stock card" },
  params,
  query: z.object({ cursor: z.string().max(400).optional() }),
  output: z.object({
    store: storeShape,
    balance: balanceShape,
    /** What is left over when the books and the shelves are held against one another: 0. */
    difference: z.number(),
    lots: z.array(spanShape.extend({ n: z.number(), state: z.string(), frozen: z.boolean() })),
    keepers: z.array(z.object({ name: z.string(), from: z.string(), until: z.string().nullable() })),
    movements: z.array(movementShape),
    next: z.string().nullable(),
    discrepancies: z.array(discrepancyShape),
  }),
});

export const countStockContract = contract({
  method: 'POST',
  path: '/v1/blanks/stores/:id/counts',
  summary: { id: 'Catat hasil opname stok', en: 'Enter a stock-take' },
  params,
  body: z.object({ counted: countShape, note, countedAt }),
  output: z.object({ agrees: z.boolean(), round: z.number(), expected: z.number() }),
});

export const openDifferenceContract = contract({
  method: 'POST',
  path: '/v1/blanks/stores/:id/differences',
  summary: { id: 'Buka kasus selisih stok', en: "Open a case of a store's difference" },
  params,
  body: z.object({ counted: countShape, countedAt }),
  output: z.object({ id: z.string() }),
});

export const handoverCountContract = contract({
  method: 'POST',
  path: '/v1/blanks/stores/:id/handover-counts',
  summary: { id: 'Catat hitungan untuk serah terima gudang', en: 'Enter a count for a handover of the store' },
  params,
  body: z.object({ counted: countShape }),
  output: z.object({ round: z.number() }),
});

export const handOverStoreContract = contract({
  method: 'POST',
  path: '/v1/blanks/stores/:id/handover',
  summary: { id: 'Serahkan gudang kepada penanggung jawab baru', en: 'Hand a store over to its next keeper' },
  params,
  body: z.object({ toKeeperId: z.uuid() }),
  output: nothing,
});

export const sendShipmentContract = contract({
  method: 'POST',
  path: '/v1/blanks/shipments',
  summary: { id: 'Kirim blangko', en: 'Send blanks' },
  body: z.object({
    fromStore: z.uuid(),
    toStore: z.uuid(),
    spans,
    seals,
    carrier: textShape(120),
    expectedOn: civilDateShape,
  }),
  output: z.object({ id: z.string(), number: z.string() }),
});

export const listShipmentsContract = contract({
  method: 'GET',
  path: '/v1/blanks/shipments',
  summary: { id: 'Pengiriman dari dan ke sebuah gudang', en: "A store's shipments" },
  query: z.object({ store: z.uuid(), days: z.coerce.number().int().min(1).max(366).default(30) }),
  output: z.object({ shipments: z.array(shipmentShape) }),
});

export const openShipmentContract = contract({
  method: 'GET',
  path: '/v1/blanks/shipments/:id',
  summary: { id: 'Buka satu pengiriman', en: 'Open a shipment' },
  params,
  output: shipmentShape.extend({
    /** Not told to the receiver before he has counted. */
    spans: z.array(spanShape).nullable(),
    counts: z.array(
      z.object({
        round: z.number(),
        counted: z.number(),
        sealsWhole: z.boolean().nullable(),
        by: z.string(),
        at: z.string(),
        note: z.string().nullable(),
      }),
    ),
    discrepancies: z.array(discrepancyShape),
  }),
});

export const countShipmentContract = contract({
  method: 'POST',
  path: '/v1/blanks/shipments/:id/counts',
  summary: { id: 'Hitung pengiriman yang tiba', en: 'Count a shipment that has arrived' },
  params,
  body: z.object({ counted: countShape, sealsWhole: z.boolean(), note }),
  output: z.object({ agrees: z.boolean(), round: z.number(), sent: z.number(), counted: z.number() }),
});

export const reportDifferenceContract = contract({
  method: 'POST',
  path: '/v1/blanks/shipments/:id/differences',
  summary: { id: 'Laporkan selisih pengiriman', en: "Report a shipment's difference" },
  params,
  body: z.object({ there: z.array(spanShape).max(2_000) }),
  output: z.object({ discrepancyId: z.string().nullable(), missing: z.number() }),
});

export const takeBackContract = contract({
  method: 'POST',
  path: '/v1/blanks/shipments/:id/return',
  summary: { id: 'Ambil kembali pengiriman yang tidak diterima', en: 'Take back a shipment that came back unopened' },
  params,
  body: z.object({ reason }),
  output: nothing,
});

export const listDiscrepanciesContract = contract({
  method: 'GET',
  path: '/v1/blanks/discrepancies',
  summary: { id: 'Selisih yang menunggu keputusan', en: 'Differences that wait for a decision' },
  query: z.object({ region: region.optional() }),
  output: z.object({ discrepancies: z.array(discrepancyShape) }),
});

export const settleDifferenceContract = contract({
  method: 'POST',
  path: '/v1/blanks/discrepancies/:id/settlement',
  summary: { id: 'Putuskan selisih', en: 'Settle a difference' },
  params,
  body: z.object({
    outcome: z.enum(['arrived', 'kept', 'recounted', 'missing']),
    explanation: reason,
    missing: z.array(spanShape).max(2_000).optional(),
  }),
  output: nothing,
});

export const reverseMovementContract = contract({
  method: 'POST',
  path: '/v1/blanks/movements/:id/reversal',
  summary: { id: 'Balik mutasi yang salah', en: 'Reverse a mistaken movement' },
  params,
  body: z.object({ reason }),
  output: z.object({ id: z.string() }),
});

export const traceBlankContract = contract({
  method: 'POST',
  path: '/v1/blanks/trace',
  summary: { id: 'Telusuri satu blangko', en: 'Trace a blank' },
  repeatable: true,
  body: z.object({ what: z.string().trim().min(1).max(40) }),
  output: tracedShape,
});
