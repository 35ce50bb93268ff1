/**
 * What an application asks of the registers of residents and families: its details, by kind. Safe in a browser. The
 * other services ask for an event; their details are that event's (a correction of biodata too).
 */
import { z } from 'zod';
import { addressShape, familyRefShape, relationShape } from '../family/schema.ts';
import { biodataShape, personRefShape, protectedShape, textShape } from '../resident/schema.ts';

const reason = textShape(500);
const members = z
  .array(z.object({ ref: personRefShape, relation: relationShape }))
  .min(1, { message: 'field.empty' })
  .max(50, { message: 'field.too_long' });

const familyCardNew = z.object({ address: addressShape, members, reason });

/** The card that they join, whose head changes, or from which they part; only who joins gets no card with a new number. */
const card = familyRefShape;
const familyCardChange = z.discriminatedUnion(
  'change',
  [
    z.object({ change: z.literal('join'), card, members, reason }),
    z.object({ change: z.literal('replace_head'), card, members, reason }),
    z.object({ change: z.literal('split'), card, members, address: addressShape, reason }),
  ],
  { error: 'field.code' },
);

/** Which card was lost is not asked: it is that of the person whom the application is about. */
const familyCardLost = z.object({ note: reason.nullable().default(null) });

/** The family that the new resident comes into; his address is then its card's. */
const seat = z.discriminatedUnion(
  'in',
  [z.object({ in: z.literal('card'), card, relation: relationShape }), z.object({ in: z.literal('new_card') })],
  { error: 'field.code' },
);

const biodataNew = z.object({
  biodata: biodataShape,
  protected: protectedShape.prefault({}),
  legalBasis: textShape(200),
  /** `null`: a family card is applied for apart. */
  seat: seat.nullable().default(null),
  /** References of the likely duplicates that the officer has looked at. */
  looked: z.array(personRefShape).max(20, { message: 'field.too_long' }).default([]),
});

/** What each kind asks for. */
export const APPLICATION_DETAILS = {
  'family_card.new': familyCardNew,
  'family_card.change': familyCardChange,
  'family_card.lost': familyCardLost,
  'biodata.new': biodataNew,
} as const;

/** Services that this room carries out itself. */
export type RegisterKind = keyof typeof APPLICATION_DETAILS;
export type ApplicationDetails<Kind extends RegisterKind> = z.output<(typeof APPLICATION_DETAILS)[Kind]>;
