/** Shapes of one person's verdict, safe in a browser. */
import { z } from 'zod';
import { REASONS } from '../eligibility/rules.ts';
import { sourceShape } from '../source/schema.ts';

/** Whether he holds a card: a valid one; one that waits for him; recorded and none printed; not recorded. */
export const CARD_STANDINGS = ['valid', 'waiting', 'recorded', 'none'] as const;
export type CardStanding = (typeof CARD_STANDINGS)[number];

export const verdictShape = z.object({
  election: z.object({
    id: z.string(),
    nameId: z.string(),
    nameEn: z.string(),
    votingDay: z.string(),
    cutoff: z.string(),
  }),
  /** None: he votes. */
  reasons: z.array(z.enum(REASONS)),
  toVerify: z.array(z.enum(['occupation'])),
  ageThen: z.number(),
  /** Where he lived at the cut-off: there he votes, if in the country. */
  village: z.object({ code: z.string(), place: z.string() }),
  /** Whether he lives elsewhere by now. */
  movedSince: z.boolean(),
  mission: z.string().nullable(),
  card: z.enum(CARD_STANDINGS),
});
export type VerdictView = z.output<typeof verdictShape>;

/** As an officer reads it: with what the verdict stands on. */
export const openedVerdict = z.object({
  /** `null`: no election has been opened. */
  verdict: verdictShape.nullable(),
  sources: z.array(sourceShape),
});

/** What the citizen's own page is given. */
export interface VoterPage {
  /** `null`: no election has been opened. */
  readonly verdict: VerdictView | null;
  /** The list was handed over: what changes now goes to the commission. */
  readonly frozen: boolean;
  /** The list that was handed over, and whether he is in it; `null` before that. */
  readonly list: {
    readonly eligible: number;
    readonly knownAt: string;
    readonly root: string;
    readonly entry: string;
    /** Where he stands, among how many; `null`: he is not in it. */
    readonly standing: { readonly place: string; readonly size: number } | null;
  } | null;
}
