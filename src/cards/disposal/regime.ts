/**
 * What is done with damaged and invalid cards, by the day. Before 13 December 2018 (Permendagri 9/2011 art. 5 (1) n): cut the top right
 * corner, record, send to the centre at least monthly. From then on (SE Mendagri 470.13/11176/SJ): record and destroy where they
 * are, each time with minutes, and report. The day is configured. Pure and safe in a browser.
 */

import type { OfficeKind } from '../../register/office/schema.ts';

export interface Regime {
  readonly name: 'central' | 'local';
  /** The corner that is cut off when a card comes in. */
  readonly cut: 'top_right' | null;
  /** Who may destroy: the ministry alone, or every office. */
  readonly destroys: 'ministry' | 'office';
  /** Bags leave for the centre within so many days; null where they need not. */
  readonly shipWithinDays: number | null;
  /** Every destruction, even of a few, has minutes that go to the minister. */
  readonly reports: boolean;
}

const CENTRAL: Regime = { name: 'central', cut: 'top_right', destroys: 'ministry', shipWithinDays: 31, reports: false };
const LOCAL: Regime = { name: 'local', cut: null, destroys: 'office', shipWithinDays: null, reports: true };

/** Days compare as text. */
export function regimeOn(day: string, localFrom: string): Regime {
  return day < localFrom ? CENTRAL : LOCAL;
}

/** Whether an office of this kind may destroy under the regime: of the ministry's are the Ditjen and its units, not a mission abroad. */
export function mayDestroy(regime: Regime, kind: OfficeKind): boolean {
  return regime.destroys === 'office' || kind === 'ditjen' || kind === 'directorate';
}

/** Whether a bag that was sealed so many days ago should have been sent. */
export function isOverdue(regime: Regime, days: number): boolean {
  return regime.shipWithinDays !== null && days > regime.shipWithinDays;
}
