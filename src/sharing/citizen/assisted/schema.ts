/** Shapes of assisted access at the counter. Safe in a browser. */
import { z } from 'zod';
import { civilDateShape, personRefShape, textShape } from '../../../register/resident/schema.ts';
import { LOCK_NAMES } from '../../verification/lock/rules.ts';
import { wordsShape } from '../dispute/schema.ts';
import { RIGHT_NAMES } from '../right/rules.ts';
import { ASSIST_REASONS, KNOWN } from './rules.ts';

/** The card, or how somebody without one was known: one of the two. */
export const assistShape = z
  .object({
    ref: personRefShape,
    card: textShape(30).nullable().default(null),
    known: textShape(KNOWN.most).pipe(z.string().min(KNOWN.least)).nullable().default(null),
    reason: z.enum(ASSIST_REASONS),
    companion: textShape(60).nullable().default(null),
  })
  .superRefine(({ card, known }, context) => {
    if ((card === null) === (known === null))
      context.addIssue({ code: 'custom', path: ['card'], message: 'citizen.known_by_one' });
  });
export type AssistGiven = z.output<typeof assistShape>;

const lookLine = z.object({
  entryId: z.string(),
  at: z.string(),
  who: z.string(),
  unit: z.string(),
  what: z.string(),
  /** What it was exactly, where no institution asked. */
  label: z.string().nullable(),
  purpose: z.string(),
  fields: z.string(),
  /** An institution asked, and nobody has said "not me" yet. */
  disputable: z.boolean(),
  disputed: z.boolean(),
});
export type AssistedLook = z.output<typeof lookLine>;

export const assistanceShape = z.object({
  id: z.string(),
  name: z.string(),
  endsAt: z.string(),
  reason: z.enum(ASSIST_REASONS),
  knownBy: z.enum(['card', 'other']),
  companion: z.string().nullable(),
  looks: z.array(lookLine),
  /** There is more than is shown; the paper holds it. */
  more: z.boolean(),
  locks: z.array(z.object({ lock: z.enum(LOCK_NAMES), set: z.boolean(), until: z.string().nullable() })),
  rights: z.array(
    z.object({ number: z.string(), right: z.enum(RIGHT_NAMES), dueAt: z.string(), answered: z.boolean() }),
  ),
});
export type Assistance = z.output<typeof assistanceShape>;

export const disputeGiven = z.object({ entry: z.uuid(), words: wordsShape.nullable().default(null) });
export const lockGiven = z.object({
  lock: z.enum(LOCK_NAMES),
  act: z.enum(['set', 'lift']),
  until: civilDateShape.nullable().default(null),
});
export const rightGiven = z.object({ right: z.enum(RIGHT_NAMES), words: wordsShape });
