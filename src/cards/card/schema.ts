/** Shapes of cards, safe in a browser. */
import { z } from 'zod';
import { personRefShape, textShape } from '../../register/resident/schema.ts';
import { tracedShape } from '../blank/schema.ts';
import { REQUEST_KINDS } from './request/rules.ts';
import { CARD_STATES, type CardState } from './rules.ts';

export { personRefShape, textShape };

export const cardStateShape = z.enum(Object.keys(CARD_STATES) as [CardState, ...CardState[]]);
export const requestKindShape = z.enum(REQUEST_KINDS);
/** A serial, or a chip's UID as a reader shows it. */
export const blankShape = z.string().trim().min(1, { message: 'card.field.blank' }).max(40);
export const reasonShape = textShape(500).refine((text) => text.length >= 5, { message: 'card.field.reason' });

/** As it is said; what it is made of is read by `readContact`. */
export const contactShape = z.string().trim().min(1, { message: 'card.field.contact' }).max(120);

export const cardShape = z.object({
  id: z.string(),
  serial: z.string().nullable(),
  uid: z.string().nullable(),
  kind: requestKindShape,
  state: cardStateShape,
  since: z.string(),
  valid: z.boolean(),
  printedOn: z.string(),
  validUntil: z.string().nullable(),
  /** It must be replaced since then ("wajib ganti"), as these elements have changed. */
  replaceSince: z.string().nullable(),
  replaceElements: z.array(z.string()).nullable(),
  here: z.boolean(),
});

export const tracedCardShape = z.object({
  id: z.string(),
  ref: z.string(),
  /** Initials only. */
  holder: z.string(),
  serial: z.string().nullable(),
  uid: z.string().nullable(),
  state: cardStateShape,
  valid: z.boolean(),
  printedOn: z.string(),
  steps: z.array(
    z.object({
      state: cardStateShape,
      at: z.string(),
      recordedAt: z.string(),
      officer: z.string().nullable(),
      office: z.string().nullable(),
      cause: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  blank: tracedShape.nullable(),
});
export type TracedCard = z.output<typeof tracedCardShape>;

/** What the public page is given: the answer and no more. What was typed is not given back. */
export interface CheckCardPage {
  readonly faults: readonly ('nik' | 'issued')[];
  readonly answer: 'valid' | 'not_valid' | 'unknown' | null;
  /** Too many guesses: minutes until the next answer. */
  readonly waitMinutes: number | null;
}

export const queuedShape = z.object({
  id: z.string(),
  ref: z.string(),
  nik: z.string(),
  name: z.string(),
  place: z.string(),
  kind: requestKindShape,
  priority: z.number(),
  attempts: z.number(),
  requestedAt: z.string(),
});

/** A card that lies at an office: not handed over yet, or ended before it was and to be taken in. */
export const hereShape = z.object({
  id: z.string(),
  ref: z.string(),
  nik: z.string(),
  name: z.string(),
  serial: z.string().nullable(),
  uid: z.string().nullable(),
  kind: requestKindShape,
  state: z.enum(['PRINTED', 'CHECKED', 'AT_COUNTER', 'INVALID']),
  /** Why it ended. */
  cause: z.string().nullable(),
  since: z.string(),
  requestId: z.string().nullable(),
  /** Printed by who asks; somebody else checks it. */
  own: z.boolean(),
  /** Whether its holder has an older card to give back. */
  old: z.boolean(),
  /** By a supervisor within the day: another than who asks, or only himself. */
  released: z.enum(['other', 'own']).nullable(),
});
/** A print that waits for a check, here or at another office of the region. */
export const printShape = hereShape.pick({
  id: true,
  ref: true,
  nik: true,
  name: true,
  serial: true,
  kind: true,
  since: true,
  own: true,
});
export type WaitingPrint = z.output<typeof printShape>;

/** A card between two offices. */
export const onTheWayShape = z.object({
  id: z.string(),
  ref: z.string(),
  nik: z.string(),
  name: z.string(),
  serial: z.string().nullable(),
  uid: z.string().nullable(),
  kind: requestKindShape,
  since: z.string(),
  /** Its holder died or left meanwhile: it is counted in, and then taken in. */
  ended: z.boolean(),
  from: z.string(),
  to: z.string(),
});
export type CardOnTheWay = z.output<typeof onTheWayShape>;

export type HereCard = z.output<typeof hereShape>;
