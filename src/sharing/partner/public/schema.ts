/** What `/daftar-perjanjian` shows, safe in a browser. */
import type { Published } from '../ladder/rules.ts';
import type { ElementAsked, Kind, Purpose } from '../rules.ts';

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
  readonly lines: readonly AgreementLine[];
}
