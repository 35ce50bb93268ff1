/** Shapes of data given back, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, textShape } from '../../register/resident/schema.ts';
import { RETURNABLE } from '../partner/rules.ts';
import { givenShape, ownWord, sixteen, whyShape } from '../verification/schema.ts';
import { SAID_STATES } from './rules.ts';

/** Read as a question's attributes are. */
const saidShape = givenShape
  .pick({
    name: true,
    birthPlace: true,
    birthDate: true,
    sex: true,
    bloodGroup: true,
    religion: true,
    maritalStatus: true,
    education: true,
    occupation: true,
    address: true,
    rt: true,
    rw: true,
    village: true,
  })
  .refine((said) => Object.values(said).some((value) => value !== undefined), {
    message: 'returned_data.field.nothing',
  });
export type Said = z.output<typeof saidShape>;

export const MOST_ITEMS = 1000;

export const returnedGiven = z.strictObject({
  ...whyShape,
  items: z
    .array(
      z.strictObject({
        nik: sixteen({ number: 'verification.nik_number', digits: 'verification.nik' }),
        reference: ownWord(64),
        /** The day on which the partner learned it. */
        learnedOn: civilDateShape,
        said: saidShape,
      }),
    )
    .min(1)
    .max(MOST_ITEMS),
});
export type ReturnedGiven = z.output<typeof returnedGiven>;

const element = z.enum(RETURNABLE);

export const hintLineShape = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  institution: z.string(),
  differing: z.array(element),
  learnedOn: z.string(),
  receivedAt: z.string(),
  place: z.string(),
});
export type HintLine = z.output<typeof hintLineShape>;

export const hintShape = hintLineShape.extend({
  nik: z.string(),
  birthDate: z.string(),
  reference: z.string(),
  state: z.enum(SAID_STATES),
  /** Side by side, in words; empty once it was decided. */
  rows: z.array(
    z.object({ element, register: z.string().nullable(), said: z.string().nullable(), differs: z.boolean() }),
  ),
  decision: z.object({ at: z.string(), by: z.string().nullable(), reason: z.string() }).nullable(),
  applications: z.array(z.string()),
});
export type Hint = z.output<typeof hintShape>;

export const hintDecision = z.object({
  decision: z.enum(['accept', 'dismiss']),
  reason: textShape(1_000).refine((text) => text.length >= 10, { message: 'returned_data.field.reason' }),
});
