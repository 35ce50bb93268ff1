/** Routes of the watch over partners, for officers of the centre. */
import { z } from 'zod';
import { contract } from '../../../core/http/contract.ts';
import { MOST_HOLD_HOURS, OUTCOMES } from './rules.ts';
import { alarmShape, slowedShape } from './schema.ts';

const one = z.object({ id: z.uuid() });
const reason = z.string().trim().min(10).max(1_000);

export const viewAlarmsContract = contract({
  method: 'GET',
  path: '/v1/partners/alarms',
  summary: {
    id: 'Peringatan tentang pertanyaan lembaga: yang paling mendesak dan paling lama lebih dahulu',
    en: "Alarms about partners' questions: the most urgent and the oldest first",
  },
  query: z.object({ closed: z.literal('yes').optional() }),
  output: z.object({ alarms: z.array(alarmShape), open: z.number().int() }),
});

export const takeUpAlarmContract = contract({
  method: 'POST',
  path: '/v1/partners/alarms/:id/taking-up',
  summary: { id: 'Tangani sebuah peringatan', en: 'Take an alarm up' },
  params: one,
  output: z.object({}),
});

export const closeAlarmContract = contract({
  method: 'POST',
  path: '/v1/partners/alarms/:id/closing',
  summary: { id: 'Tutup sebuah peringatan dengan hasil dan alasannya', en: 'Close an alarm with its outcome and why' },
  params: one,
  body: z.object({ outcome: z.enum(OUTCOMES), reason }),
  output: z.object({}),
});

export const seeNumberContract = contract({
  method: 'POST',
  path: '/v1/partners/alarms/:id/number',
  summary: {
    id: 'Lihat NIK utuh pada sebuah peringatan, dengan keperluan; tercatat dan terlihat oleh orangnya',
    en: 'See the whole NIK of an alarm, with a purpose; recorded and shown to the person',
  },
  params: one,
  output: z.object({ niks: z.array(z.string()) }),
  repeatable: true,
});

export const viewSlowedContract = contract({
  method: 'GET',
  path: '/v1/partners/slowed',
  summary: {
    id: 'Lembaga yang sedang diperlambat: isyaratnya, angka jam itu di samping yang biasa, sejak dan sampai kapan',
    en: 'Partners that are slowed down: the signal, the figures of the hour beside the usual ones, since and until when',
  },
  output: z.object({ slowed: z.array(slowedShape) }),
});

export const liftPaceContract = contract({
  method: 'POST',
  path: '/v1/partners/slowed/:id/lifting',
  summary: { id: 'Akhiri perlambatan sebuah lembaga lebih awal', en: 'Lift the slow pace of a partner early' },
  params: one,
  body: z.object({ reason }),
  output: z.object({}),
});

export const holdPaceContract = contract({
  method: 'POST',
  path: '/v1/partners/slowed/:id/holding',
  summary: {
    id: 'Perpanjang perlambatan sebuah lembaga, paling lama 72 jam dari sekarang',
    en: 'Hold the slow pace of a partner longer, for at most 72 hours from now',
  },
  params: one,
  body: z.object({ hours: z.number().int().min(1).max(MOST_HOLD_HOURS), reason }),
  output: z.object({ until: z.string() }),
});
