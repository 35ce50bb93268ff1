/** Shapes of cases of "bukan saya": for the institution's system, for officers, for the person's page. Safe in a browser. */
import { z } from 'zod';
import { BASES } from '../../verification/schema.ts';
import { DISPUTE_STATES, STEPS, WORDS, type DisputeState, type StepKind } from './rules.ts';

export const stateShape = z.enum(Object.keys(DISPUTE_STATES) as [DisputeState, ...DisputeState[]]);
const stepKindShape = z.enum(Object.keys(STEPS) as [StepKind, ...StepKind[]]);

export const wordsShape = z.string().trim().min(WORDS.least).max(WORDS.most);

/** An explanation names the basis on which it was asked; a mistake what is done about it. */
export const answerShape = z
  .strictObject({
    answer: z.enum(['explanation', 'mistake']),
    words: wordsShape,
    basis: z.enum(BASES).optional(),
    measures: wordsShape.optional(),
  })
  .superRefine(({ answer, basis, measures }, context) => {
    if (answer === 'explanation' && basis === undefined)
      context.addIssue({ code: 'custom', path: ['basis'], message: 'citizen.basis_missing' });
    if (answer === 'mistake' && measures === undefined)
      context.addIssue({ code: 'custom', path: ['measures'], message: 'citizen.measures_missing' });
  });
export type AnswerGiven = z.output<typeof answerShape>;

/** What an institution is told: nothing that it had not when it asked. */
export const ownDisputeShape = z.object({
  id: z.string(),
  number: z.string(),
  /** The entry that its answer named. */
  entryId: z.string(),
  /** Its own number of the question. */
  reference: z.string().nullable(),
  unit: z.string().nullable(),
  askedAt: z.string(),
  openedAt: z.string(),
  dueAt: z.string(),
  state: stateShape,
  overdue: z.boolean(),
});

export const disputeLineShape = z.object({
  id: z.string(),
  number: z.string(),
  institutionId: z.string(),
  institution: z.string(),
  state: stateShape,
  openedAt: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
});
export type DisputeLine = z.output<typeof disputeLineShape>;

export const stepShape = z.object({
  kind: stepKindShape,
  at: z.string(),
  words: z.string().nullable(),
  measures: z.string().nullable(),
  basis: z.string().nullable(),
  entryId: z.string(),
});
export type ShownStep = z.output<typeof stepShape>;

export const openedDisputeShape = disputeLineShape.extend({
  entryId: z.string(),
  reference: z.string().nullable(),
  unit: z.string().nullable(),
  askedAt: z.string(),
  steps: z.array(stepShape),
  may: z.array(z.enum(['upheld', 'rejected'])),
});
export type OpenedDispute = z.output<typeof openedDisputeShape>;

export const decisionShape = z.object({ decision: z.enum(['upheld', 'rejected']), words: wordsShape });

/** A case as its person sees it. */
export interface OwnCase {
  readonly id: string;
  readonly number: string;
  readonly institution: string;
  readonly unit: string | null;
  readonly entryId: string;
  readonly state: DisputeState;
  readonly askedAt: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly overdue: boolean;
}

export interface CasesPage {
  readonly cases: readonly OwnCase[];
}

export interface CasePage extends OwnCase {
  readonly steps: readonly ShownStep[];
  readonly may: readonly ('accepted' | 'objected' | 'withdrawn')[];
  readonly faults: readonly 'words'[];
  readonly typed: string;
}
