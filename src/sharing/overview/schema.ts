/** What `/daftar-perjanjian` shows, safe in a browser. */
import type { Published } from '../partner/ladder/rules.ts';
import type { ElementAsked, Kind, Purpose } from '../partner/rules.ts';

/** Answers to questions: in the last full month before the day, and in the twelve up to it. */
export interface Volume {
  readonly month: number;
  readonly year: number;
}

export interface AgreementLine {
  readonly institution: string;
  readonly kind: Kind;
  /** The region whose people it may ask about; null: the nation. */
  readonly place: string | null;
  readonly number: string;
  readonly version: number;
  readonly purposes: readonly Purpose[];
  readonly elements: readonly ElementAsked[];
  readonly from: string;
  /** The last day. */
  readonly until: string;
  readonly connected: boolean;
  readonly suspended: boolean;
  readonly volume: Volume;
  /** People who say "not me" of one of its questions and have waited longer than 3 x 24 hours for its answer. */
  readonly unanswered: number;
}

export interface AgreementPage {
  readonly today: string;
  readonly day: string;
  readonly typed: string;
  /** As it was known at this instant; null: now. */
  readonly knownAt: string | null;
  readonly fault: 'no_such_day' | 'in_future' | null;
  readonly search: string;
  readonly kind: Kind | null;
  readonly counter: Published;
  readonly page: number;
  readonly pages: number;
  readonly n: number;
  readonly ladder: Readonly<Record<Published, number>>;
  /** The last full month, `2018-11`, and what all institutions were answered. */
  readonly month: string;
  readonly volume: Volume;
  readonly lines: readonly AgreementLine[];
}
