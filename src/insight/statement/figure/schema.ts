/** Shapes of one figure's page, safe in a browser. */
import type { ShownFigure } from '../schema.ts';
import type { Withheld } from '../rules.ts';
import type { Owner } from './ground.ts';
import type { Told } from './told.ts';

export interface RegencyShown {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly n: number | null;
  /** `held`: a security hold keeps it back. */
  readonly withheld: Withheld | 'held' | null;
}

/** The same figure of the same day: as it was known then, and as it is known now. */
export interface OneFigure {
  readonly code: string;
  readonly asOf: string;
  readonly knownThen: string;
  readonly knownNow: string;
  readonly past: ShownFigure;
  readonly now: ShownFigure;
  /** The share over those counted at the end of the last semester, as official figures often have it; `null` without one. */
  readonly overSemester: { readonly on: string; readonly denominator: number; readonly percent: number } | null;
  readonly law: string | null;
  readonly owner: Owner | null;
  /** `null`: this figure lies in no region. */
  readonly regencies: readonly RegencyShown[] | null;
  readonly records: string | null;
  readonly told: readonly Told[];
  readonly log: { readonly size: number; readonly root: string };
}

export interface FigurePage {
  readonly code: string;
  readonly label: string;
  readonly today: string;
  readonly asked: { readonly asOf: string | null; readonly knownAt: string | null };
  readonly fault: { readonly field: 'asOf' | 'knownAt'; readonly text: string } | null;
  readonly figure: OneFigure | null;
}
