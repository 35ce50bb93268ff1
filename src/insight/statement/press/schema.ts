/** Shapes of the text for the press, safe in a browser. */
import { z } from 'zod';

const sentenceShape = z.object({ text: z.string(), note: z.number().int() });
const partShape = z.object({ heading: z.string(), sentences: z.array(sentenceShape) });

export const pressTextShape = z.object({
  asOf: z.string(),
  knownAt: z.string(),
  language: z.enum(['id', 'en']),
  title: z.string(),
  about: z.string(),
  /** What went well, and beside it what did not. */
  parts: z.array(partShape),
  /** The first belongs to the sentences with note 1. */
  notes: z.array(z.object({ code: z.string(), text: z.string() })),
  log: z.string(),
});
export type PressText = z.output<typeof pressTextShape>;

export interface PressPage {
  readonly today: string;
  readonly asked: string | null;
  readonly fault: string | null;
  readonly press: PressText | null;
}
