import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { personRefShape } from '../../register/resident/schema.ts';
import { EXCEPTION_REASONS, MODALITIES } from '../biometric/schema.ts';
import {
  cursorShape,
  heldShape,
  idParams,
  nothing,
  packetViewShape,
  reasonShape,
  regionShape,
  standingShape,
  statusShape,
  statusViewShape,
} from './schema.ts';

const personParams = z.object({ ref: personRefShape });
const officeId = z.uuid().optional();

export const listExceptionsContract = contract({
  method: 'GET',
  path: '/v1/packets/exceptions',
  summary: { id: 'Perekaman dengan pengecualian yang menunggu', en: 'Recordings whose exceptions wait for approval' },
  output: z.object({
    packets: z.array(
      z.object({
        id: z.string(),
        ref: z.string().nullable(),
        name: z.string(),
        place: z.string(),
        since: z.string(),
        officer: z.string().nullable(),
        office: z.string().nullable(),
        own: z.boolean(),
        exceptions: z.array(
          z.object({
            modality: z.enum(MODALITIES),
            position: z.number(),
            reason: z.enum(EXCEPTION_REASONS),
            approved: z.boolean(),
          }),
        ),
        /** What there is a picture of; each is opened by itself, as a recorded look. */
        pictures: z.array(z.object({ modality: z.enum(MODALITIES), position: z.number() })),
      }),
    ),
  }),
});

export const approveItemsContract = contract({
  method: 'POST',
  path: '/v1/packets/:id/approval',
  summary: { id: 'Setujui pengecualian', en: 'Approve exceptions' },
  params: idParams,
  body: z.object({
    items: z
      .array(z.object({ modality: z.enum(MODALITIES), position: z.number().int().min(0).max(10) }))
      .min(1)
      .max(20),
  }),
  output: z.object({ left: z.number() }),
});

export const sendBackContract = contract({
  method: 'POST',
  path: '/v1/packets/:id/return',
  summary: { id: 'Kembalikan perekaman untuk diulang', en: 'Send a recording back' },
  params: idParams,
  body: z.object({ reason: reasonShape }),
  output: nothing,
});

export const openRecordingContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/recording',
  summary: { id: 'Status perekaman seorang penduduk', en: "A resident's recording" },
  params: personParams,
  output: z.object({ standing: standingShape, appointment: heldShape.nullable(), packets: z.array(packetViewShape) }),
});

export const openStandingContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/recording/standing',
  summary: { id: 'Apakah penduduk boleh direkam sekarang', en: 'Whether a resident may be recorded now' },
  params: personParams,
  output: standingShape,
});

export const openImageContract = contract({
  method: 'GET',
  path: '/v1/packets/:id/images/:modality/:position',
  summary: { id: 'Buka gambar perekaman', en: 'Open a recorded picture' },
  kind: 'file',
  params: z.object({ id: z.uuid(), modality: z.enum(MODALITIES), position: z.coerce.number().int().min(0).max(10) }),
  output: z.unknown(),
});

export const openPhotoContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/recording/photo',
  summary: { id: 'Buka foto seorang penduduk', en: "Open a resident's photo" },
  kind: 'file',
  params: personParams,
  output: z.unknown(),
});

const time = z.object({ n: z.number(), medianHours: z.number().nullable(), p90Hours: z.number().nullable() });

export const openBoardContract = contract({
  method: 'GET',
  path: '/v1/packets/board',
  summary: { id: 'Papan: di mana paket menunggu dan berapa lama', en: 'Where packets wait, and how long' },
  query: z.object({
    region: regionShape.optional(),
    office: officeId,
    days: z.coerce.number().int().min(1).max(3660).default(90),
  }),
  output: z.object({
    now: z.string(),
    waiting: z.array(
      statusViewShape.extend({
        n: z.number(),
        oldestSince: z.string(),
        medianHours: z.number(),
        p90Hours: z.number(),
      }),
    ),
    offices: z.array(
      z.object({ officeId: z.string(), office: z.string().nullable(), n: z.number(), oldestSince: z.string() }),
    ),
    intake: z.object({ receiving: z.number(), quarantined: z.number(), oldestSince: z.string().nullable() }),
    critical: z.object({ days: z.number(), toReceipt: time, toDecision: time }),
  }),
});

export const listPacketsContract = contract({
  method: 'POST',
  path: '/v1/packets/search',
  summary: { id: 'Daftar paket menurut status', en: 'List packets by status' },
  repeatable: true,
  body: z.object({
    statuses: z.array(statusShape).min(1),
    region: regionShape.optional(),
    office: officeId,
    cursor: cursorShape,
  }),
  output: z.object({
    packets: z.array(
      z.object({
        id: z.string(),
        ref: z.string().nullable(),
        name: z.string().nullable(),
        place: z.string(),
        office: z.string().nullable(),
        recordedOn: z.string(),
        since: z.string(),
        now: statusViewShape,
      }),
    ),
    next: z.string().nullable(),
  }),
});
