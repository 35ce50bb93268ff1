/** Shapes of a text that was checked, safe in a browser. */
import { z } from 'zod';

export const VERDICTS = [
  'borne_out',
  'contradicted',
  'with_denominator',
  'one_of_several',
  'not_checkable',
  'not_found',
] as const;
export type Verdict = (typeof VERDICTS)[number];

export const claimShape = z.object({
  /** The clause that makes the claim, as it is written. */
  text: z.string(),
  kind: z.enum(['count', 'percent', 'law', 'production_years', 'police', 'judgement', 'weekday']),
  value: z.union([z.number(), z.string()]).nullable(),
  indicator: z.string().nullable(),
  /** The day for which the figure was taken. */
  asOf: z.string().nullable(),
  verdict: z.enum(VERDICTS),
  why: z.string(),
  /** The page of the figure, as it was known then. */
  opens: z.string().nullable(),
  /** Where the words stand in the text. */
  start: z.number().int(),
  end: z.number().int(),
});
export type CheckedClaim = z.output<typeof claimShape>;

export const checkedTextShape = z.object({
  /** The day on which the text speaks, and the instant up to which things are known now. */
  asOf: z.string(),
  knownAt: z.string(),
  claims: z.array(claimShape),
});
export type CheckedText = z.output<typeof checkedTextShape>;

export const LONGEST_TEXT = 10_000;

/** What the public page shows: the text comes back only as its claims and, where something is to be mended, in its field. */
export interface CheckTextPage {
  readonly typed: string;
  readonly fault: string | null;
  readonly checked: CheckedText | null;
}
