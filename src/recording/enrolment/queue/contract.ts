import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { personRefShape } from '../../../register/resident/schema.ts';
import {
  APPOINTMENT_STATES,
  civilDateShape,
  idParams,
  nothing,
  reasonShape,
  regionShape,
  standingShape,
  textShape,
  villageCodeShape,
} from '../schema.ts';

const officeId = z.uuid().optional();

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
  params: idParams,
  body: z.object({ state: z.enum(['missed', 'cancelled', 'waiting']), reason: reasonShape.nullable().optional() }),
  output: nothing,
});

export const openPlanContract = contract({
  method: 'GET',
  path: '/v1/visits/plan',
  summary: { id: 'Rencana tim keliling', en: 'Plan of mobile teams' },
  query: z.object({ officeId, region: regionShape.optional() }),
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
  query: z.object({ from: civilDateShape.optional(), before: civilDateShape.optional() }),
  output: z.object({
    /** By the calendar of the office that asks. */
    today: z.string(),
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
  params: idParams,
  output: nothing,
});

export const cancelVisitContract = contract({
  method: 'POST',
  path: '/v1/visits/:id/cancellation',
  summary: { id: 'Batalkan kunjungan', en: 'Cancel a visit' },
  params: idParams,
  body: z.object({ reason: reasonShape }),
  output: nothing,
});
