/** Shapes of questions and answers, safe in a browser. */
import { z } from 'zod';
import type { Nik } from '../../core/id/index.ts';
import { parseCivilDate } from '../../core/time/civil-date.ts';
import {
  BLOOD_GROUP,
  EDUCATION,
  MARITAL_STATUS,
  OCCUPATION,
  RELIGION,
  SEX,
  type CodeTable,
} from '../../register/resident/rules.ts';
import { ATTRIBUTE_NAMES, isAnchor, type Attribute } from './attribute.ts';

export { ATTRIBUTE_NAMES, isAnchor, type Attribute } from './attribute.ts';

/** Letters that nobody sees: two texts that look the same would not be. */
export const INVISIBLE = /[\p{Cf}\p{Cc}\u034f\u115f\u1160\u2800\u3164]/u;
const LONG_NUMBER = /\d{16,}/;

/** A text as somebody typed it: NFC, without blanks around it. Invisible letters are refused, never taken out in silence. */
function visibleText(most: number) {
  return z
    .string()
    .max(most)
    .refine((text) => !INVISIBLE.test(text), { message: 'verification.invisible' })
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1));
}

export function sixteen(message: { number: string; digits: string }) {
  return z
    .string({ error: ({ input }) => (typeof input === 'number' ? message.number : undefined) })
    .refine((text) => !INVISIBLE.test(text), { message: 'verification.invisible', abort: true })
    .regex(/^[0-9]{16}$/, { message: message.digits });
}

function coded(table: CodeTable) {
  return visibleText(60).transform((text, context) => {
    const code = table.read(text);
    if (code !== null) return code;
    context.addIssue({ code: 'custom', message: 'verification.code_unknown' });
    return z.NEVER;
  });
}

const neighbourhood = z
  .string()
  .regex(/^[0-9]{1,3}$/, { message: 'verification.neighbourhood' })
  .transform(Number);

const day = z.string().refine((text) => parseCivilDate(text) !== null, { message: 'verification.day' });

/** How each attribute is read, whatever its name is elsewhere. */
export const givenShape = z.strictObject({
  familyCard: sixteen({ number: 'verification.number_as_number', digits: 'verification.family_card' }).optional(),
  name: visibleText(100).optional(),
  birthPlace: visibleText(100).optional(),
  birthDate: day.optional(),
  sex: coded(SEX).optional(),
  bloodGroup: coded(BLOOD_GROUP).optional(),
  religion: coded(RELIGION).optional(),
  maritalStatus: coded(MARITAL_STATUS).optional(),
  education: coded(EDUCATION).optional(),
  occupation: coded(OCCUPATION).optional(),
  address: visibleText(200).optional(),
  rt: neighbourhood.optional(),
  rw: neighbourhood.optional(),
  village: visibleText(100).optional(),
  district: visibleText(100).optional(),
  regency: visibleText(100).optional(),
  province: visibleText(100).optional(),
  motherName: visibleText(100).optional(),
  fatherName: visibleText(100).optional(),
} satisfies Record<Attribute, z.ZodType>);

/** What a partner says of a person: texts read, codes for what has a table, numbers of RT and RW. */
export type Given = z.output<typeof givenShape>;

/** So many beside the NIK at least; one of them hard to guess, as the NIK itself tells birth date, sex and place. */
export const LEAST_ATTRIBUTES = 2;

const attributesShape = givenShape.superRefine((given, context) => {
  const names = ATTRIBUTE_NAMES.filter((name) => given[name] !== undefined);
  if (names.length < LEAST_ATTRIBUTES) context.addIssue({ code: 'custom', message: 'verification.two_more' });
  else if (!names.some(isAnchor)) context.addIssue({ code: 'custom', message: 'verification.no_anchor' });
});

/** The five purposes of UU 24/2013 art. 58 (4). */
export const PURPOSES = [
  'public_service',
  'development_planning',
  'budget_allocation',
  'democracy',
  'law_enforcement',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The bases of UU 27/2022 art. 20 (2). */
export const BASES = [
  'consent',
  'contract',
  'legal_obligation',
  'vital_interest',
  'public_duty',
  'legitimate_interest',
] as const;
export type Basis = (typeof BASES)[number];

/** A partner's own word for something, in print letters; never a number as long as a NIK, as the log keeps it for ever. */
export function ownWord(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/, { message: 'verification.own_word' })
    .refine((text) => !LONG_NUMBER.test(text), { message: 'verification.long_number' });
}

export const whyShape = {
  purpose: z.enum(PURPOSES),
  basis: z.enum(BASES),
  /** Which of the partner's offices asks. */
  unit: ownWord(64),
  /** Who at the partner asks: a pseudonym that the partner can resolve. */
  endUser: ownWord(64),
};

/** A NIK as text. */
export const nikShape = sixteen({ number: 'verification.nik_number', digits: 'verification.nik' }).transform(
  (text) => text as Nik,
);

const itemShape = {
  nik: nikShape,
  attributes: attributesShape,
  /** The number of the person's consent, where the basis is consent. */
  consent: ownWord(64).optional(),
  /** The partner's own number of this question: its bill echoes it. */
  reference: ownWord(64),
};

export const questionShape = z.strictObject({ ...whyShape, ...itemShape }).superRefine(mustNameConsent);
export type Question = z.output<typeof questionShape>;

export const MOST_IN_BATCH = 1000;

export const batchShape = z
  .strictObject({ ...whyShape, items: z.array(z.strictObject(itemShape)).min(1).max(MOST_IN_BATCH) })
  .superRefine((batch, context) => {
    for (const [place, item] of batch.items.entries()) {
      if (batch.basis === 'consent' && item.consent === undefined)
        addConsentIssue(context, ['items', place, 'consent']);
    }
  });
export type Batch = z.output<typeof batchShape>;
export type Item = Batch['items'][number];

export function mustNameConsent(given: { basis: Basis; consent?: string | undefined }, context: z.RefinementCtx): void {
  if (given.basis === 'consent' && given.consent === undefined) addConsentIssue(context, ['consent']);
}

function addConsentIssue(context: z.RefinementCtx, path: (string | number)[]): void {
  context.addIssue({ code: 'custom', path, message: 'verification.consent_missing' });
}

export const resultShape = z.union([
  z.strictObject({ result: z.enum(['match', 'no_match', 'not_granted']) }),
  z.strictObject({ result: z.literal('score'), score: z.number().int().min(10).max(100).multipleOf(10) }),
]);
export type Result = z.output<typeof resultShape>;

/** How a record stands. `inactive` also who left the country or is no citizen any more; `sealed`: erased; `locked`: by the person. */
export const PERSON_STATES = ['active', 'deceased', 'duplicate', 'inactive', 'sealed', 'absent', 'locked'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** How partners sign: nothing else is taken, whatever a token says of itself. */
export const ALGORITHMS = ['EdDSA', 'ES256', 'PS256'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** RFC 6749 section 4.4 with RFC 7523 section 2.2; what else a client sends is not looked at. */
export const tokenRequestShape = z.object({
  grant_type: z.string(),
  client_id: z.string().max(128).optional(),
  client_assertion_type: z.string().optional(),
  client_assertion: z.string().optional(),
});
export type TokenRequest = z.output<typeof tokenRequestShape>;

export const issuedTokenShape = z.object({
  access_token: z.string(),
  token_type: z.enum(['Bearer', 'DPoP']),
  expires_in: z.number().int(),
});

export const proofShape = z.union([
  z.strictObject({ key: z.string(), kind: z.literal('own'), signature: z.string() }),
  z.strictObject({
    index: z.number().int(),
    key: z.string(),
    kind: z.literal('tree'),
    path: z.array(z.string()),
    root: z.string(),
    signature: z.string(),
    size: z.number().int(),
  }),
]);

/** `entry` is the ledger entry of the answer, `place` the place in it; `pseudonym` what the partner may call the person. */
export const answerShape = z.strictObject({
  at: z.iso.datetime(),
  entry: z.uuid(),
  place: z.number().int(),
  pseudonym: z.string(),
  reference: z.string(),
  results: z.partialRecord(z.enum(ATTRIBUTE_NAMES as [Attribute, ...Attribute[]]), resultShape),
  state: z.enum(PERSON_STATES).nullable(),
});

export const answeredShape = z.strictObject({ answer: answerShape, proof: proofShape });
const refusedShape = z.strictObject({ refused: z.strictObject({ code: z.string(), title: z.string() }) });
export const batchAnsweredShape = z.strictObject({ answers: z.array(z.union([answeredShape, refusedShape])) });
