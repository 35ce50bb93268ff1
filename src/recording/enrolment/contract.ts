import { z } from 'zod';
import { contract } from '../../core/http/contract.ts';
import { personRefShape } from '../../register/resident/schema.ts';
import { EXCEPTION_REASONS, MODALITIES } from '../biometric/schema.ts';
import {
  APPOINTMENT_STATES,
  civilDateShape,
  figureShape,
  keyShape,
  packetViewShape,
  PUT_AWAY_REASONS,
  receiptShape,
  standingShape,
  STATION_KINDS,
  stationShape,
  statusShape,
  statusViewShape,
  textShape,
  villageCodeShape,
} from './schema.ts';

const packetParams = z.object({ id: z.uuid() });
const personParams = z.object({ ref: personRefShape });
const nothing = z.void();
const reason = textShape(500);
const region = z.string().regex(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})?$/, { message: 'enrolment.field.region' });
const cursor = z.string().max(400).optional();
const officeId = z.uuid().optional();
const instant = z.iso.datetime({ precision: 3 });

export const issueStationCodeContract = contract({
  method: 'POST',
  path: '/v1/stations/codes',
  summary: { id: 'Terbitkan kode pendaftaran alat perekaman', en: 'Issue a code to enrol a station' },
  body: z.object({ officeId: z.uuid(), name: textShape(80), kind: z.enum(STATION_KINDS) }),
  output: z.object({ code: z.string(), expiresAt: z.string() }),
});

export const enrolStationContract = contract({
  method: 'POST',
  path: '/v1/stations',
  summary: { id: 'Daftarkan alat perekaman', en: 'Enrol a station' },
  body: z.object({
    code: z.string().min(20).max(60),
    publicKey: keyShape,
    proof: z.string().regex(/^[A-Za-z0-9_-]{86}$/, { message: 'enrolment.field.signature' }),
  }),
  output: z.object({
    id: z.string(),
    name: z.string(),
    officeId: z.string(),
    centreKey: z.string(),
    now: z.string(),
  }),
});

export const listStationsContract = contract({
  method: 'GET',
  path: '/v1/stations',
  summary: { id: 'Daftar alat perekaman', en: 'List stations' },
  output: z.object({ stations: z.array(stationShape) }),
});

export const revokeStationContract = contract({
  method: 'POST',
  path: '/v1/stations/:id/revocation',
  summary: { id: 'Cabut alat perekaman', en: 'Revoke a station' },
  params: packetParams,
  body: z.object({ reason }),
  output: nothing,
});

export const centreKeyContract = contract({
  method: 'GET',
  path: '/v1/stations/centre-key',
  summary: { id: 'Kunci publik pusat dan jam server', en: "The centre's public key and the server's clock" },
  output: z.object({ centreKey: z.string(), now: z.string() }),
});

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
  params: packetParams,
  output: receiptShape,
});

export const putAwayContract = contract({
  method: 'POST',
  path: '/v1/packets/:id/putting-away',
  summary: { id: 'Sisihkan paket yang ditolak dari alatnya', en: 'Put a refused packet away from its station' },
  params: packetParams,
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
  params: packetParams,
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
  params: packetParams,
  body: z.object({ decision: z.enum(['take', 'refuse']), reason }),
  output: receiptShape,
});

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
      }),
    ),
  }),
});

export const approveItemsContract = contract({
  method: 'POST',
  path: '/v1/packets/:id/approval',
  summary: { id: 'Setujui pengecualian', en: 'Approve exceptions' },
  params: packetParams,
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
  params: packetParams,
  body: z.object({ reason }),
  output: nothing,
});

export const openRecordingContract = contract({
  method: 'GET',
  path: '/v1/residents/:ref/recording',
  summary: { id: 'Status perekaman seorang penduduk', en: "A resident's recording" },
  params: personParams,
  output: z.object({ standing: standingShape, packets: z.array(packetViewShape) }),
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

const time = z.object({ n: z.number(), medianHours: z.number().nullable(), p90Hours: z.number().nullable() });

export const openBoardContract = contract({
  method: 'GET',
  path: '/v1/packets/board',
  summary: { id: 'Papan: di mana paket menunggu dan berapa lama', en: 'Where packets wait, and how long' },
  query: z.object({
    region: region.optional(),
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
  body: z.object({ statuses: z.array(statusShape).min(1), region: region.optional(), office: officeId, cursor }),
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

export const openCoverageContract = contract({
  method: 'GET',
  path: '/v1/coverage',
  summary: { id: 'Cakupan perekaman', en: 'Coverage of recording' },
  query: z.object({ region: region.optional(), asOf: civilDateShape.optional(), knownAt: z.iso.datetime().optional() }),
  output: figureShape.extend({
    region: z.string(),
    name: z.string().nullable(),
    asOf: z.string(),
    knownAt: z.string(),
    regions: z.array(figureShape.extend({ code: z.string(), name: z.string() })),
    sexes: z.array(figureShape.extend({ sex: z.number() })),
    ages: z.array(figureShape.extend({ from: z.number(), to: z.number().nullable() })),
  }),
});

export const listPeopleContract = contract({
  method: 'POST',
  path: '/v1/coverage/people',
  summary: { id: 'Daftar penduduk di balik angka cakupan', en: 'The people behind a figure of coverage' },
  repeatable: true,
  body: z.object({
    region: region.optional(),
    recorded: z.boolean().default(false),
    who: z.enum(['obligated', 'first_voter']).default('obligated'),
    sex: z.number().int().min(1).max(2).optional(),
    ageFrom: z.number().int().min(0).max(150).optional(),
    ageTo: z.number().int().min(0).max(150).optional(),
    cursor,
  }),
  output: z.object({
    people: z.array(
      z.object({
        ref: z.string(),
        nik: z.string(),
        name: z.string(),
        sex: z.number(),
        birthDate: z.string(),
        villageCode: z.string(),
        place: z.string(),
        address: z.string(),
        rt: z.number().nullable(),
        rw: z.number().nullable(),
        now: statusViewShape.nullable(),
        recordedOn: z.string().nullable(),
        appointment: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
});

export const makeAppointmentContract = contract({
  method: 'POST',
  path: '/v1/queue',
  summary: { id: 'Beri nomor antrean perekaman', en: 'Make an appointment' },
  body: z.object({
    person: personRefShape,
    officeId,
    day: civilDateShape,
    place: textShape(120).nullable().optional(),
  }),
  output: z.object({ id: z.string(), number: z.number() }),
});

export const listQueueContract = contract({
  method: 'GET',
  path: '/v1/queue',
  summary: { id: 'Antrean perekaman', en: 'The queue of a day' },
  query: z.object({ officeId, day: civilDateShape.optional() }),
  output: z.object({
    day: z.string(),
    officeId: z.string(),
    appointments: z.array(
      z.object({
        id: z.string(),
        ref: z.string(),
        name: z.string(),
        place: z.string(),
        number: z.number(),
        state: z.enum(APPOINTMENT_STATES),
        calledAt: z.string().nullable(),
      }),
    ),
  }),
});

export const takeAlongContract = contract({
  method: 'GET',
  path: '/v1/queue/along',
  summary: {
    id: 'Bawa daftar antrean atau kunjungan untuk kerja tanpa jaringan',
    en: 'Take the list of a day or visit along',
  },
  query: z.object({ officeId, day: civilDateShape.optional(), visit: z.uuid().optional() }),
  output: z.object({
    title: z.string(),
    day: z.string(),
    officeId: z.string(),
    people: z.array(
      z.object({
        ref: z.string(),
        nik: z.string(),
        name: z.string(),
        birthDate: z.string(),
        place: z.string(),
        number: z.number().nullable(),
        standing: standingShape.pick({ may: true, whyText: true, wayText: true }),
      }),
    ),
    /** Whether more were expected than one list holds. */
    left: z.boolean(),
  }),
});

export const callNextContract = contract({
  method: 'POST',
  path: '/v1/queue/call',
  summary: { id: 'Panggil nomor berikutnya', en: 'Call the next number' },
  body: z.object({ officeId, place: textShape(120).optional() }),
  output: z.object({
    called: z
      .object({ id: z.string(), number: z.number(), place: z.string(), ref: z.string(), name: z.string() })
      .nullable(),
  }),
});

export const changeAppointmentContract = contract({
  method: 'POST',
  path: '/v1/queue/:id',
  summary: { id: 'Ubah keadaan nomor antrean', en: 'Change an appointment' },
  params: packetParams,
  body: z.object({ state: z.enum(['missed', 'cancelled', 'waiting']), reason: reason.nullable().optional() }),
  output: nothing,
});

export const openPlanContract = contract({
  method: 'GET',
  path: '/v1/visits/plan',
  summary: { id: 'Rencana tim keliling', en: 'Plan of mobile teams' },
  query: z.object({ officeId, region: region.optional() }),
  output: z.object({
    distanceText: z.string(),
    day: z.string(),
    villages: z.array(
      z.object({
        villageCode: z.string(),
        place: z.string(),
        unrecorded: z.number(),
        obligated: z.number(),
        travelDays: z.number(),
        perDay: z.number(),
        plannedOn: z.string().nullable(),
      }),
    ),
  }),
});

export const planVisitContract = contract({
  method: 'POST',
  path: '/v1/visits',
  summary: { id: 'Rencanakan kunjungan tim keliling', en: 'Plan a visit' },
  body: z.object({ villageCode: villageCodeShape, day: civilDateShape, place: textShape(120), officeId }),
  output: z.object({ id: z.string(), unrecorded: z.number() }),
});

export const listVisitsContract = contract({
  method: 'GET',
  path: '/v1/visits',
  summary: { id: 'Kunjungan tim keliling', en: 'Visits of mobile teams' },
  query: z.object({ from: civilDateShape.optional() }),
  output: z.object({
    visits: z.array(
      z.object({
        id: z.string(),
        villageCode: z.string(),
        village: z.string(),
        day: z.string(),
        place: z.string(),
        state: z.enum(['planned', 'done', 'cancelled']),
        unrecorded: z.number(),
        recordedSince: z.number(),
        office: z.string().nullable(),
        why: z.string().nullable(),
      }),
    ),
  }),
});

export const visitDoneContract = contract({
  method: 'POST',
  path: '/v1/visits/:id/end',
  summary: { id: 'Kunjungan selesai', en: 'End a visit' },
  params: packetParams,
  output: nothing,
});

export const cancelVisitContract = contract({
  method: 'POST',
  path: '/v1/visits/:id/cancellation',
  summary: { id: 'Batalkan kunjungan', en: 'Cancel a visit' },
  params: packetParams,
  body: z.object({ reason }),
  output: nothing,
});
