/** Shapes of elections, safe in a browser. */
import { z } from 'zod';
import { civilDateShape, textShape } from '../../../register/resident/schema.ts';
import { ELECTION_KINDS } from '../eligibility/rules.ts';
import { ELECTION_STATES } from './rules.ts';

export const electionGiven = z.object({
  nameId: textShape(120),
  nameEn: textShape(120),
  kind: z.enum(ELECTION_KINDS),
  votingDay: civilDateShape,
  cutoff: civilDateShape,
  /** Provinces (two digits) or regencies (four); none: the nation. */
  area: z.array(z.string().regex(/^([0-9]{2}|[0-9]{4})$/, { message: 'voter.field.area' })).max(600),
});
export type ElectionGiven = z.output<typeof electionGiven>;

export const electionProposed = z.object({ id: z.uuid() });
export type ElectionProposed = z.output<typeof electionProposed>;

export const electionShape = z.object({
  id: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  kind: z.enum(ELECTION_KINDS),
  votingDay: z.string(),
  cutoff: z.string(),
  area: z.array(z.object({ code: z.string(), name: z.string() })),
  state: z.enum(ELECTION_STATES),
  /** Until the voting day, by the register's clock; below nought after it. */
  daysLeft: z.number(),
  /** What is to be done with its list by whoever makes lists, and since when. */
  waitsFor: z.object({ act: z.enum(['release', 'acceptance']), since: z.string() }).nullable(),
  steps: z.array(z.object({ state: z.enum(ELECTION_STATES), at: z.string(), by: z.string().nullable() })),
});
export type ElectionView = z.output<typeof electionShape>;
