/** Shapes of requests about one's own data. Safe in a browser. */
import { z } from 'zod';
import { wordsShape } from '../dispute/schema.ts';
import { DECISIONS, EXCEPTION_NAMES, RIGHT_NAMES, type Decision, type Exception, type Right } from './rules.ts';

export interface OwnRequest {
  readonly id: string;
  readonly number: string;
  readonly right: Right;
  readonly words: string;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly answer: {
    readonly decision: Decision;
    readonly words: string;
    readonly exception: Exception | null;
    readonly at: string;
  } | null;
}

export interface RightsPage {
  readonly requests: readonly OwnRequest[];
  readonly faults: readonly ('right' | 'words')[];
  readonly typed: { readonly right: Right | null; readonly words: string };
  /** The number of what was just handed in. */
  readonly made: string | null;
}

export const rightLineShape = z.object({
  id: z.string(),
  number: z.string(),
  right: z.enum(RIGHT_NAMES),
  assignedTo: z.enum(['office', 'ministry']),
  place: z.string(),
  openedAt: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
});
export type RightLine = z.output<typeof rightLineShape>;

export const openedRightShape = rightLineShape.extend({
  ref: z.string(),
  name: z.string(),
  words: z.string(),
  answered: z.boolean(),
});
export type OpenedRight = z.output<typeof openedRightShape>;

export const rightAnswerShape = z.object({
  decision: z.enum(DECISIONS),
  exception: z.enum(EXCEPTION_NAMES).nullable(),
  words: wordsShape,
});
export type RightAnswer = z.output<typeof rightAnswerShape>;
