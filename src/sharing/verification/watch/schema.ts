/** What the desk sees of the watch. */
import { z } from 'zod';
import { SIGNALS } from '../signal/rules.ts';
import { ALARM_KINDS, ALARM_STATES, OUTCOMES } from './rules.ts';

const who = z.object({ id: z.uuid(), name: z.string() });

const touch = z.object({
  at: z.string(),
  /** The invented person's number among those of its institution. */
  canary: z.number().int(),
  unit: z.string(),
  endUser: z.string(),
  reference: z.string(),
});

const step = z.object({
  kind: z.enum(['taken', 'closed']),
  at: z.string(),
  by: z.string(),
  outcome: z.enum(OUTCOMES).nullable(),
  reason: z.string().nullable(),
});

export const alarmShape = z.object({
  id: z.uuid(),
  kind: z.enum(ALARM_KINDS),
  at: z.string(),
  /** How often within the hour. */
  n: z.number().int(),
  /** Who asked, where it is about one. */
  institution: who.nullable(),
  /** Whose invented person it is about. */
  owner: who.nullable(),
  /** Who asked and with which of them, the latest first; a few of many. */
  touches: z.array(touch),
  /** Six digits and stars. */
  maskedNik: z.string().nullable(),
  state: z.enum(ALARM_STATES),
  steps: z.array(step),
});
export type Alarm = z.output<typeof alarmShape>;

const pulse = z.object({
  questions: z.number().int(),
  mismatched: z.number().int(),
  inSequence: z.number().int(),
  regencies: z.number().int(),
});

const usual = z.object({
  days: z.number().int(),
  perHour: z.number(),
  mostRegencies: z.number().int(),
  daysAtThisHour: z.number().int(),
});

export const slowedShape = z.object({
  institution: who,
  since: z.string(),
  until: z.string(),
  reasons: z.array(
    z.object({
      signal: z.enum([...SIGNALS, 'held']),
      beganAt: z.string(),
      until: z.string(),
      /** The hour beside what is usual; null where a person holds it, or where it was not kept. */
      figures: z.object({ now: pulse, usual }).nullable(),
      heldBy: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});
export type SlowedPartner = z.output<typeof slowedShape>;
