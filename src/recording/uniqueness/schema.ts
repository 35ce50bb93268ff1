/** Shapes of the uniqueness check, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, personRefShape } from '../../register/resident/schema.ts';
import { itemShape as bodyItemShape, MODALITIES, TEMPLATE_FORMATS } from '../biometric/schema.ts';
import { statusShape, textShape } from '../enrolment/schema.ts';

export { civilDateShape, personRefShape, textShape };

export const SEARCH_OUTCOMES = ['unique', 'duplicate', 'human'] as const;
export type SearchOutcome = (typeof SEARCH_OUTCOMES)[number];

/** Why a search ended as it did, or why a pair waits. */
export const REASONS = [
  'no_candidate',
  'recorded_twice',
  'same_body',
  'near_candidate',
  'items_disagree',
  'weak_search',
  'own_differs',
] as const;
export type Reason = (typeof REASONS)[number];

export const VERDICTS = ['same_body', 'two_bodies', 'unclear'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why an officer says what he says; `other` needs a note. */
export const OPINION_REASONS = [
  'fingers_same',
  'fingers_differ',
  'face_same',
  'face_differs',
  'biodata_same',
  'biodata_differ',
  'twins',
  'packets_mixed_up',
  'poor_quality',
  'known_from_documents',
  'other',
] as const;

/** The proper way out for the citizen, never a dead end. */
export const WAYS = ['move', 'correction', 'merge', 'again', 'none'] as const;
export type Way = (typeof WAYS)[number];

export const STRENGTHS = ['certain', 'strong', 'near', 'unlike'] as const;
export type Strength = (typeof STRENGTHS)[number];

export const ADJUDICATION_STATES = ['open', 'third', 'decided'] as const;
export const SIDES = ['later', 'earlier'] as const;
export type Side = (typeof SIDES)[number];

/** The lists of pairs: waiting for opinions, for a way out, for the answer to an objection, and done. */
export const LISTS = ['open', 'way', 'objection', 'decided'] as const;

const word = z.object({ code: z.string(), text: z.string() });

const strengthShape = z.object({ strength: z.enum(STRENGTHS), text: z.string() });

export const adjudicationLineShape = z.object({
  id: z.string(),
  state: z.enum(ADJUDICATION_STATES),
  reason: word,
  names: z.array(z.string()),
  places: z.array(z.string()),
  openedAt: z.string(),
  round: z.number(),
  outcome: z.enum(VERDICTS).nullable(),
  way: z.enum(WAYS).nullable(),
  /** Whether this officer has spoken in this round. */
  spoken: z.boolean(),
  /** Whether he may speak: neither in an earlier round nor on a recording of his own. */
  mayJudge: z.boolean(),
  /** Whether he may answer objections: not to a decision that he had a part in. */
  mayAnswer: z.boolean(),
  /** Without an answer yet. */
  objections: z.number(),
});

const sideShape = z.object({
  side: z.enum(SIDES),
  packet: z.string(),
  ref: z.string(),
  nik: z.string(),
  name: z.string(),
  sex: z.number(),
  birthPlace: z.string(),
  birthDate: z.string(),
  address: z.string(),
  place: z.string(),
  state: z.string(),
  recordedOn: z.string(),
  receivedAt: z.string(),
  status: z.object({ status: statusShape, text: z.string() }),
  items: z.array(
    z.object({
      modality: z.enum(MODALITIES),
      position: z.number(),
      quality: z.number().nullable(),
      template: z.boolean(),
      picture: z.boolean(),
      exception: z.string().nullable(),
    }),
  ),
  history: z.array(z.object({ kind: z.string(), occurredOn: z.string(), recordedAt: z.string() })),
});

const opinionViewShape = z.object({
  officer: z.string().nullable(),
  own: z.boolean(),
  round: z.number(),
  verdict: z.enum(VERDICTS),
  reasons: z.array(word),
  note: z.string().nullable(),
  at: z.string(),
});

export const adjudicationShape = z.object({
  id: z.string(),
  state: z.enum(ADJUDICATION_STATES),
  round: z.number(),
  reason: word,
  openedAt: z.string(),
  outcome: word.nullable(),
  way: word.nullable(),
  decidedAt: z.string().nullable(),
  sides: z.array(sideShape),
  likeness: strengthShape.nullable(),
  items: z.array(strengthShape.extend({ modality: z.enum(MODALITIES), position: z.number() })),
  /** What the biodata say of one person or two. */
  biodata: z.object({ text: z.string() }).nullable(),
  /** One's own, and all others once all have spoken. */
  opinions: z.array(opinionViewShape),
  mayJudge: z.boolean(),
  whyNot: z.string().nullable(),
  ways: z.array(word),
  /** Sides whose letter of this round was printed. */
  letters: z.array(z.enum(SIDES)),
  /** What taking the decision up again would take back. */
  takesBack: z.array(z.string()),
  followed: z.array(
    z.object({ round: z.number(), what: z.string(), text: z.string(), ref: z.string().nullable(), at: z.string() }),
  ),
  objections: z.array(
    z.object({
      id: z.string(),
      side: z.enum(SIDES),
      state: z.string(),
      receivedOn: z.string(),
      words: z.string(),
      answer: z.string().nullable(),
      mayAnswer: z.boolean(),
    }),
  ),
});

export const minutiaeShape = z.object({
  /** Those that have a template of this finger. */
  sides: z.array(
    z.object({
      side: z.enum(SIDES),
      width: z.number(),
      height: z.number(),
      minutiae: z.array(
        z.object({ kind: z.enum(['other', 'ending', 'bifurcation']), x: z.number(), y: z.number(), angle: z.number() }),
      ),
    }),
  ),
  /** Which minutiae the machine takes for the same, by their places on each side; null where only one side has a template. */
  matched: z.array(z.object({ later: z.number(), earlier: z.number() })).nullable(),
});

/** Of one person, for the counter: nothing about the other side. */
export const personStandingShape = z.object({
  searches: z.array(z.object({ packet: z.string(), askedAt: z.string(), outcome: word.nullable() })),
  decisions: z.array(
    z.object({
      id: z.string(),
      /** Which side of the pair he is: his letter's. */
      side: z.enum(SIDES),
      state: z.enum(['open', 'decided']),
      outcome: word.nullable(),
      way: word.nullable(),
      /** What was found, as his letter says it; and what he does next, in order. */
      finding: z.string().nullable(),
      steps: z.array(z.string()),
      decidedAt: z.string().nullable(),
      letter: z.boolean(),
      objections: z.array(
        z.object({ id: z.string(), state: z.string(), receivedOn: z.string(), answer: z.string().nullable() }),
      ),
    }),
  ),
});

/** What a court gives to search with: templates, never pictures. */
export const courtProbeShape = z
  .array(
    bodyItemShape.and(
      z.object({
        format: z.enum(TEMPLATE_FORMATS),
        bytes: z
          .string()
          .max(40_000)
          .regex(/^[A-Za-z0-9+/]+={0,2}$/, { message: 'uniqueness.field.base64' }),
      }),
    ),
  )
  .min(1)
  .max(11);

export const courtSearchInput = z.object({
  court: textShape(120),
  orderNo: textShape(60),
  orderedOn: civilDateShape,
  endsOn: civilDateShape,
  templates: courtProbeShape,
});
export type CourtSearchInput = z.output<typeof courtSearchInput>;

export const courtLineShape = z.object({
  id: z.string(),
  court: z.string(),
  orderNo: z.string(),
  orderedOn: z.string(),
  endsOn: z.string(),
  /** Before the search; the result is there; the order ended after the search, or before it. */
  state: z.enum(['waiting', 'searched', 'ended', 'gone']),
  searchedAt: z.string().nullable(),
  found: z.number().nullable(),
});
