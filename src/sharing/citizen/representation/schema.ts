/** Shapes of who represents whom: for the person's pages and for officers. Safe in a browser. */
import { z } from 'zod';
import { civilDateShape, personRefShape, textShape } from '../../../register/resident/schema.ts';
import {
  AUTHORITY_KINDS,
  CAPACITIES,
  END_GROUNDS,
  EXCLUSION_GROUNDS,
  PAPERS,
  STANDINGS,
  type Capacity,
  type Ground,
} from './rules.ts';

/** For whom somebody acts, as every page says it. */
export interface Acting {
  /** Sent along by every form, so that nothing is done for another than the one whose page it was. */
  readonly ref: string;
  readonly name: string;
  readonly as: Capacity;
}

/** What a page of the citizen is given beside its own data. */
export interface Whose {
  readonly acting: Acting | null;
}

export const NEWS = ['ended', 'changed', 'own', 'back'] as const;
export type News = (typeof NEWS)[number];

export interface ShownBond {
  readonly ref: string;
  readonly name: string;
  readonly birthDate: string;
  readonly as: Capacity;
  readonly ground: Ground | 'entered';
  /** The last day, where there is one. */
  readonly until: string | null;
}

export interface RepresentationPage {
  readonly news: News | null;
  readonly represented: readonly ShownBond[];
  /** Who may act for the person himself. */
  readonly representing: readonly Omit<ShownBond, 'ref' | 'birthDate'>[];
}

const paperShape = z.object({
  paper: z.enum(PAPERS),
  issuer: textShape(120),
  number: textShape(80),
  decidedOn: civilDateShape,
  until: civilDateShape.nullable().default(null),
});

export const authorityShape = paperShape.extend({
  /** Whom it is about, and who represents him. */
  ref: personRefShape,
  by: personRefShape,
  kind: z.enum(AUTHORITY_KINDS),
});

export type AuthorityGiven = z.output<typeof authorityShape>;

export const endShape = z.object({ ground: z.enum(END_GROUNDS), words: textShape(500).pipe(z.string().min(10)) });

export const exclusionShape = z.object({
  ref: personRefShape,
  by: personRefShape,
  ground: z.enum(EXCLUSION_GROUNDS),
  issuer: textShape(120),
  number: textShape(80),
  decidedOn: civilDateShape,
});

const authorityLine = z.object({
  id: z.string(),
  kind: z.enum(AUTHORITY_KINDS),
  paper: z.enum(PAPERS),
  issuer: z.string(),
  number: z.string(),
  decidedOn: z.string(),
  until: z.string().nullable(),
  proposedAt: z.string(),
  begunAt: z.string().nullable(),
  /** `waiting`: a second officer has not confirmed it yet. */
  standing: z.enum([...STANDINGS, 'waiting']),
  proposalId: z.string().nullable(),
  endedAt: z.string().nullable(),
  endGround: z.string().nullable(),
});
export type AuthorityLine = z.output<typeof authorityLine>;

const bondLine = z.object({
  ref: z.string(),
  name: z.string(),
  birthDate: z.string(),
  /** `null`: he may not act, or not any more. */
  as: z.enum(CAPACITIES).nullable(),
  ground: z.enum(['birth', 'adoption', 'family_card', 'entered']).nullable(),
  excluded: z.object({ ground: z.enum(EXCLUSION_GROUNDS), issuer: z.string(), number: z.string() }).nullable(),
  authorities: z.array(authorityLine),
});
export type BondLine = z.output<typeof bondLine>;

export const representationShape = z.object({
  /** A child acts through others until this day. */
  child: z.boolean(),
  ownFrom: z.string(),
  representing: z.array(bondLine),
  represented: z.array(bondLine),
});
export type Representation = z.output<typeof representationShape>;
