/** Shapes of metering, safe in a browser. */
import { z } from 'zod';
import { civilDateShape } from '../../register/resident/schema.ts';
import { kindShape, reasonShape } from '../partner/schema.ts';
import { BILLING_CODE, METHODS, MOST_ORDERED, NTPN } from './rules.ts';

export const monthShape = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, { message: 'metering.field.month' });

/** As people copy them: spaces and dots between the digits do no harm. */
const digitsOf = (text: string) => text.replaceAll(/[\s.-]/g, '');

export const orderGiven = z.object({
  billingCode: z
    .string()
    .transform(digitsOf)
    .refine((code) => BILLING_CODE.test(code), { message: 'metering.field.billing_code' }),
  amount: z
    .number()
    .int({ message: 'metering.field.amount' })
    .min(1_000, { message: 'metering.field.amount' })
    .max(MOST_ORDERED, { message: 'metering.field.amount' }),
  orderedOn: civilDateShape,
  validUntil: civilDateShape,
});
export type OrderGiven = z.output<typeof orderGiven>;

export const paymentGiven = z.object({
  ntpn: z
    .string()
    .transform((text) => digitsOf(text).toUpperCase())
    .refine((ntpn) => NTPN.test(ntpn), { message: 'metering.field.ntpn' }),
  paidOn: civilDateShape,
});
export type PaymentGiven = z.output<typeof paymentGiven>;

export const reversalGiven = z.object({ reason: reasonShape });
export const reversalProposed = z.object({ paymentId: z.uuid(), reason: z.string(), askedBy: z.uuid() });
export type ReversalProposed = z.output<typeof reversalProposed>;

const counted = {
  questions: z.number(),
  matched: z.number(),
  partial: z.number(),
  mismatched: z.number(),
  /** Files that were compared, and their rows. */
  files: z.number(),
  rows: z.number(),
  /** Whole rupiah, for questions and files. */
  charged: z.number(),
};

export const LOOKS = ['all', 'paying', 'low'] as const;
export type UsageLook = (typeof LOOKS)[number];

export const usageLineShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: kindShape,
  ...counted,
  /** The questions of its busiest day, and how many a day its grants allow. */
  busiest: z.number(),
  quota: z.number(),
  pays: z.boolean(),
  balance: z.number(),
  /** `null` where nothing was spent of late. */
  daysLeft: z.number().nullable(),
  low: z.boolean(),
});

export const usageShape = z.object({
  month: z.string(),
  /** The present month, up to which one may look. */
  present: z.string(),
  /** Until when the questions are counted; `null` before the first count. */
  countedAt: z.string().nullable(),
  total: z.object({
    institutions: z.number(),
    questions: z.number(),
    files: z.number(),
    charged: z.number(),
    paid: z.number(),
  }),
  low: z.number(),
  lines: z.array(usageLineShape),
  page: z.number(),
  pages: z.number(),
});

export const movementShape = z.object({
  kind: z.enum(['payment', 'reversal', 'charge', 'package']),
  /** The day in WIB. */
  day: z.string(),
  /** Less than nothing where it goes out. */
  amount: z.number(),
  /** After it. */
  balance: z.number(),
  questions: z.number().nullable(),
  /** Of a file: the institution's own number of it, and how many rows were compared. */
  reference: z.string().nullable(),
  rows: z.number().nullable(),
  /** Of a payment, and of what reverses it. */
  ntpn: z.string().nullable(),
  reason: z.string().nullable(),
  by: z.string().nullable(),
});

export const orderShape = z.object({
  id: z.string(),
  billingCode: z.string(),
  amount: z.number(),
  orderedOn: z.string(),
  validUntil: z.string(),
  state: z.enum(['waiting', 'paid', 'expired']),
  payments: z.array(
    z.object({
      id: z.string(),
      ntpn: z.string(),
      paidOn: z.string(),
      enteredAt: z.string(),
      enteredBy: z.string().nullable(),
      reversed: z.object({ at: z.string(), reason: z.string() }).nullable(),
    }),
  ),
});
export type Order = z.output<typeof orderShape>;

export const statementShape = z.object({
  id: z.string(),
  month: z.string(),
  number: z.string(),
  opening: z.number(),
  paid: z.number(),
  reversed: z.number(),
  charged: z.number(),
  closing: z.number(),
  questions: z.number(),
  files: z.number(),
  lines: z.number(),
  parts: z.number(),
  root: z.string(),
  entryId: z.string(),
});
export type Statement = z.output<typeof statementShape>;

export const accountShape = z.object({
  id: z.string(),
  name: z.string(),
  kind: kindShape,
  pays: z.boolean(),
  closed: z.boolean(),
  /** What a question costs today by each method, and by which rule; `null` while nothing is charged. */
  tariff: z.object({ source: z.string(), question: z.record(z.enum(METHODS), z.number()) }).nullable(),
  balance: z.number(),
  /** Of the balance, what is set aside for files that have not ended. */
  held: z.number(),
  /** Within the days of the pace. */
  spent: z.number(),
  daysLeft: z.number().nullable(),
  /** Since when the balance will not last, and whether a letter could say so. */
  warnedAt: z.string().nullable(),
  hasMail: z.boolean(),
  countedAt: z.string().nullable(),
  today: z.string(),
  months: z.array(z.object({ month: z.string(), ...counted })),
  movements: z.array(movementShape),
  /** Older ones stand in the statements. */
  older: z.boolean(),
  orders: z.array(orderShape),
  statements: z.array(statementShape),
});
