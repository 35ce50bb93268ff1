/** Shapes of the statement, safe in a browser. */
import { z } from 'zod';
import type { Outlines } from '../../register/region/schema.ts';

/** One figure as it is read out, with everything that it rests on. */
export const figureShape = z.object({
  code: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  /** numerator / denominator x 100, not rounded; null without a denominator. */
  percent: z.number().nullable(),
  unit: z.string(),
  since: z.string().nullable(),
  cutoff: z.string(),
  /** Message key of where the records lie. */
  source: z.string(),
  counts: z.array(z.object({ counter: z.string(), n: z.number() })),
  byYearOfOrigin: z.record(z.string(), z.number()),
});
export type Figure = z.output<typeof figureShape>;

export const statementShape = z.object({ asOf: z.string(), knownAt: z.string(), indicators: z.array(figureShape) });
export type Statement = z.output<typeof statementShape>;

/** The same with each figure's name, in the reader's language. */
export const namedStatementShape = statementShape.extend({
  indicators: z.array(figureShape.extend({ label: z.string() })),
});

/** A province on the map of the day. `n` is null where the figure is withheld, and `withheld` says why. */
export const provinceFigureShape = z.object({
  code: z.string(),
  name: z.string(),
  label: z.string(),
  column: z.number().int(),
  row: z.number().int(),
  n: z.number().int().nullable(),
  withheld: z.enum(['few', 'beside_few']).nullable(),
});
export type ProvinceFigure = z.output<typeof provinceFigureShape>;

export const provincesShape = z.object({
  indicator: z.string(),
  asOf: z.string(),
  knownAt: z.string(),
  provinces: z.array(provinceFigureShape),
  /** Of all provinces and elsewhere, withheld cells included. */
  total: z.number().int(),
  /** Counted, but in a region that the lists of that day do not have. */
  elsewhere: z.number().int(),
});
export type Provinces = z.output<typeof provincesShape>;

/** A figure with its words, in the reader's language. */
export interface ShownFigure extends Figure {
  readonly label: string;
  readonly definition: string;
  readonly sourceText: string;
}

/** A statement that was published once. */
export interface Publication {
  readonly id: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly publishedAt: string;
  readonly logSize: number;
  readonly logRoot: string;
  readonly indicators: Figure[];
}

/** What the public page shows. `asked` is as it was typed; `fault` says which of the two cannot be, and why. */
export interface StatementPage {
  readonly today: string;
  readonly asked: { readonly asOf: string | null; readonly knownAt: string | null };
  readonly fault: { readonly field: 'asOf' | 'knownAt'; readonly text: string } | null;
  readonly statement: {
    readonly asOf: string;
    readonly knownAt: string;
    readonly figures: readonly ShownFigure[];
    readonly map: Provinces;
    /** Boundaries of that day's provinces, where a map was imported. */
    readonly outlines: Outlines | null;
  } | null;
  readonly publications: readonly (Omit<Publication, 'indicators'> & { readonly figures: readonly ShownFigure[] })[];
}
