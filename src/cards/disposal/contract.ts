/** Routes of disposal: intake, bags, destruction. Those of found cards stand in `found/contract.ts`. */
import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { METHODS, MOST_IN_BAG } from './rules.ts';
import {
  bagShape,
  bagStateShape,
  civilDateShape,
  differenceShape,
  intakeReport,
  pieceGiven,
  pieceShape,
  planShape,
  reasonShape,
  sealShape,
  textShape,
} from './schema.ts';

export * from './found/contract.ts';

const params = z.object({ id: z.uuid() });
const region = z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6})?$/, { message: 'disposal.field.region' });
const nothing = z.void();
const pieces = z.array(z.uuid()).min(1).max(MOST_IN_BAG);
const counted = z.number().int().min(0).max(1_000_000);
const count = z.object({
  counted,
  seal: sealShape,
  sealWhole: z.boolean(),
  note: textShape(500).nullable().optional(),
});
const agrees = z.object({ agrees: z.boolean(), round: z.number() });
const checked = z.object({ agrees: z.boolean(), stopped: z.boolean() });

export const takeInContract = contract({
  method: 'POST',
  path: '/v1/disposal/pieces',
  summary: { id: 'Terima KTP-el rusak, invalid, atau blangko rusak', en: 'Take in a damaged or invalid card' },
  body: z.object({ source: textShape(120), piece: pieceGiven }),
  output: intakeReport,
});

export const takeInListContract = contract({
  method: 'POST',
  path: '/v1/disposal/lists',
  summary: { id: 'Terima daftar KTP-el rusak atau invalid', en: 'Take in a list of damaged or invalid cards' },
  kind: 'upload',
  body: z.object({ source: textShape(120) }),
  output: intakeReport,
});

export const listLooseContract = contract({
  method: 'GET',
  path: '/v1/disposal/pieces',
  summary: { id: 'Keping yang belum masuk kantong', en: 'Pieces that lie in no bag yet' },
  output: z.object({ pieces: z.array(pieceShape), cutNow: z.boolean() }),
});

export const releasePieceContract = contract({
  method: 'POST',
  path: '/v1/disposal/pieces/:id/release',
  summary: { id: 'Lepaskan keping yang bertentangan', en: 'Release a piece that contradicts the records' },
  params,
  body: z.object({ reason: reasonShape }),
  output: nothing,
});

export const openBagContract = contract({
  method: 'POST',
  path: '/v1/disposal/bags',
  summary: { id: 'Buka kantong', en: 'Open a bag' },
  output: z.object({ id: z.string(), number: z.string() }),
});

export const listBagsContract = contract({
  method: 'GET',
  path: '/v1/disposal/bags',
  summary: { id: 'Kantong', en: 'Bags' },
  query: z.object({ region: region.optional() }),
  output: z.object({ bags: z.array(bagShape) }),
});

export const viewBagContract = contract({
  method: 'GET',
  path: '/v1/disposal/bags/:id',
  summary: { id: 'Satu kantong dan isinya', en: 'One bag and what is in it' },
  params,
  output: bagShape.extend({
    pieces: z.array(pieceShape).nullable(),
    /** The open case, where there is one. */
    difference: differenceShape.nullable(),
    holds: z.array(
      z.object({
        id: z.string(),
        ground: z.string(),
        reference: z.string(),
        untilOn: z.string(),
        placedAt: z.string(),
        lifted: z.boolean(),
      }),
    ),
  }),
});

export const putIntoBagContract = contract({
  method: 'POST',
  path: '/v1/disposal/bags/:id/pieces',
  summary: { id: 'Masukkan keping ke kantong', en: 'Put pieces into a bag' },
  params,
  body: z.object({ pieces }),
  output: z.object({ n: z.number() }),
});

export const takeOutOfBagContract = contract({
  method: 'POST',
  path: '/v1/disposal/bags/:id/removals',
  summary: { id: 'Keluarkan keping dari kantong terbuka', en: 'Take pieces out of an open bag' },
  params,
  body: z.object({ pieces }),
  output: nothing,
});

export const sealBagContract = contract({
  method: 'POST',
  path: '/v1/disposal/bags/:id/seal',
  summary: { id: 'Segel kantong', en: 'Seal a bag' },
  params,
  body: z.object({ seal: sealShape, counted }),
  output: z.object({ n: z.number(), root: z.string() }),
});

export const countBagContract = contract({
  method: 'POST',
  path: '/v1/disposal/bags/:id/counts',
  summary: { id: 'Hitung ulang kantong', en: 'Recount a bag' },
  params,
  body: count,
  output: agrees,
});

export const storeBagContract = contract({
  method: 'POST',
  path: '/v1/disposal/bags/:id/place',
  summary: { id: 'Simpan kantong', en: 'Store a bag' },
  params,
  body: z.object({ place: textShape(120) }),
  output: nothing,
});

export const sendBagsContract = contract({
  method: 'POST',
  path: '/v1/disposal/dispatches',
  summary: { id: 'Kirim kantong ke kantor lain', en: 'Send bags to another office' },
  body: z.object({ bags: z.array(z.uuid()).min(1).max(500), toOffice: z.uuid() }),
  output: z.object({ number: z.string() }),
});

export const listDispatchesContract = contract({
  method: 'GET',
  path: '/v1/disposal/dispatches',
  summary: { id: 'Kiriman kantong menuju dan dari kantor ini', en: 'Bags on their way to and from this office' },
  output: z.object({
    dispatches: z.array(
      z.object({
        number: z.string(),
        from: z.string(),
        to: z.string(),
        incoming: z.boolean(),
        sentAt: z.string(),
        sentBy: z.string(),
        bags: z.array(
          z.object({
            id: z.string(),
            number: z.string(),
            state: bagStateShape,
            receivedAt: z.string().nullable(),
            mayCount: z.boolean(),
          }),
        ),
      }),
    ),
  }),
});

export const receiveBagContract = contract({
  method: 'POST',
  path: '/v1/disposal/bags/:id/receipt',
  summary: { id: 'Terima kantong kiriman', en: 'Receive a bag' },
  params,
  body: count,
  output: agrees,
});

export const listDifferencesContract = contract({
  method: 'GET',
  path: '/v1/disposal/differences',
  summary: { id: 'Selisih kantong', en: 'Differences of bags' },
  query: z.object({ region: region.optional() }),
  output: z.object({ differences: z.array(differenceShape) }),
});

export const settleBagContract = contract({
  method: 'POST',
  path: '/v1/disposal/differences/:id/settlement',
  summary: { id: 'Putuskan selisih kantong', en: "Settle a bag's difference" },
  params,
  body: z.object({
    outcome: z.enum(['recount', 'reopened', 'missing']),
    explanation: reasonShape,
    missing: z.array(z.uuid()).max(MOST_IN_BAG).optional(),
  }),
  output: nothing,
});

export const placeHoldContract = contract({
  method: 'POST',
  path: '/v1/disposal/bags/:id/holds',
  summary: { id: 'Tahan kantong sebagai barang bukti', en: 'Hold a bag as evidence' },
  params,
  body: z.object({ ground: reasonShape, reference: textShape(80), untilOn: civilDateShape }),
  output: z.object({ id: z.string() }),
});

export const liftHoldContract = contract({
  method: 'POST',
  path: '/v1/disposal/holds/:holdId/lift',
  summary: { id: 'Usulkan pencabutan penahanan', en: 'Propose to lift a hold' },
  params: z.object({ holdId: z.uuid() }),
  body: z.object({ reason: reasonShape }),
  output: z.object({ proposalId: z.string() }),
});

export const proposePlanContract = contract({
  method: 'POST',
  path: '/v1/disposal/plans',
  summary: { id: 'Usulkan pemusnahan', en: 'Propose a destruction' },
  body: z.object({
    place: textShape(200),
    plannedOn: civilDateShape,
    method: z.enum(METHODS),
    bags: z.array(z.uuid()).min(1).max(2_000),
  }),
  output: z.object({
    id: z.string(),
    number: z.string(),
    proposalId: z.string(),
    n: z.number(),
    root: z.string(),
  }),
});

export const listPlansContract = contract({
  method: 'GET',
  path: '/v1/disposal/plans',
  summary: { id: 'Rencana pemusnahan', en: 'Plans of destruction' },
  query: z.object({ region: region.optional() }),
  output: z.object({ plans: z.array(planShape) }),
});

export const viewPlanContract = contract({
  method: 'GET',
  path: '/v1/disposal/plans/:id',
  summary: { id: 'Satu rencana pemusnahan', en: 'One plan of destruction' },
  params,
  output: planShape.extend({
    confidence: z.number().nullable(),
    sample: z.number().nullable(),
    list: z.array(
      z.object({
        bagId: z.string(),
        number: z.string(),
        sealAgrees: z.boolean().nullable(),
        sampled: z.boolean(),
        counted: z.boolean(),
        held: z.boolean(),
      }),
    ),
    witnesses: z.array(z.object({ name: z.string(), institution: z.string(), outside: z.boolean() })),
    photos: z.array(z.string()),
  }),
});

export const cancelPlanContract = contract({
  method: 'POST',
  path: '/v1/disposal/plans/:id/cancellation',
  summary: { id: 'Batalkan rencana pemusnahan', en: 'Cancel a plan' },
  params,
  body: z.object({ reason: reasonShape }),
  output: nothing,
});

export const beginContract = contract({
  method: 'POST',
  path: '/v1/disposal/plans/:id/beginning',
  summary: { id: 'Mulai hari pemusnahan', en: 'Begin the day of destruction' },
  params,
  output: z.object({ sample: z.number(), confidence: z.number(), faulty: z.number() }),
});

export const checkSealContract = contract({
  method: 'POST',
  path: '/v1/disposal/plans/:id/seals',
  summary: { id: 'Periksa segel kantong', en: 'Check a seal' },
  params,
  body: z.object({ bagId: z.uuid(), seal: sealShape, sealWhole: z.boolean() }),
  output: checked,
});

export const recountContract = contract({
  method: 'POST',
  path: '/v1/disposal/plans/:id/recounts',
  summary: { id: 'Hitung ulang kantong undian', en: 'Recount a drawn bag' },
  params,
  body: z.object({ bagId: z.uuid(), counted }),
  output: checked,
});

export const evidenceContract = contract({
  method: 'POST',
  path: '/v1/disposal/plans/:id/evidence',
  summary: { id: 'Simpan foto atau tanda tangan', en: 'Keep a photo or a signature' },
  kind: 'upload',
  params,
  body: z.object({ kind: z.enum(['photo', 'signature']) }),
  output: z.object({ id: z.string(), sha256: z.string() }),
});

export const witnessContract = contract({
  method: 'POST',
  path: '/v1/disposal/plans/:id/witnesses',
  summary: { id: 'Saksi menandatangani', en: 'A witness signs' },
  params,
  body: z.object({
    name: textShape(120),
    institution: textShape(160),
    position: textShape(120).nullable().optional(),
    outside: z.boolean(),
    signatureId: z.uuid(),
  }),
  output: z.object({ place: z.number() }),
});

export const finishContract = contract({
  method: 'POST',
  path: '/v1/disposal/plans/:id/end',
  summary: { id: 'Selesai: dimusnahkan', en: 'Done: destroyed' },
  params,
  output: z.object({ n: z.number(), blanks: z.number() }),
});

export const openMinutesContract = contract({
  method: 'GET',
  path: '/v1/disposal/plans/:id/minutes',
  summary: { id: 'Berita acara pemusnahan', en: 'Minutes of the destruction' },
  kind: 'file',
  params,
  output: z.void(),
});

export const remakeMinutesContract = contract({
  method: 'POST',
  path: '/v1/disposal/plans/:id/minutes/again',
  summary: { id: 'Buat ulang berita acara dan bandingkan', en: 'Make the minutes again and compare' },
  repeatable: true,
  params,
  output: z.object({ same: z.boolean(), sha256: z.string() }),
});

export const reportContract = contract({
  method: 'POST',
  path: '/v1/disposal/plans/:id/report',
  summary: { id: 'Laporkan pemusnahan ke kementerian', en: 'Report a destruction to the ministry' },
  params,
  output: z.object({ id: z.string() }),
});

export const reportNothingContract = contract({
  method: 'POST',
  path: '/v1/disposal/reports',
  summary: { id: 'Laporkan nihil', en: 'Report that there is nothing to destroy' },
  body: z.object({ note: reasonShape }),
  output: z.object({ id: z.string() }),
});

export const viewReportsContract = contract({
  method: 'GET',
  path: '/v1/disposal/reports',
  summary: { id: 'Kabupaten/kota yang sudah dan belum melapor', en: 'Regencies that have reported and that have not' },
  query: z.object({ region: region.optional(), asOf: civilDateShape.optional() }),
  output: z.object({
    asOf: z.string(),
    due: z.boolean(),
    regencies: z.number(),
    reported: z.number(),
    silent: z.number(),
    lines: z.array(
      z.object({
        region: z.string(),
        name: z.string(),
        destructions: z.number(),
        pieces: z.number(),
        lastOn: z.string().nullable(),
      }),
    ),
  }),
});
