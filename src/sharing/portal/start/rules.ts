/** What an institution must see to, and by when. Pure, safe in a browser. */
import { addDays, daysBetween, type CivilDate } from '../../../core/time/civil-date.ts';

export type Expiring = 'pks' | 'mou' | 'grant' | 'key';

/** So many days before the end it is said. A renewal of a PKS takes months, another key an hour. */
export const WARN_DAYS: Readonly<Record<Expiring, number>> = { pks: 120, mou: 120, grant: 60, key: 30 };

/** A key is changed once a year: it has no end of its own, so that forgetting cuts nobody off. */
export const KEY_DAYS = 365;

export interface Expiry {
  readonly what: Expiring;
  /** Number of the paper, purpose of the grant, name of the key. */
  readonly name: string;
  /** The last day, or the day on which a key should have been changed. */
  readonly until: CivilDate;
  readonly days: number;
  readonly standing: 'past' | 'soon' | 'later';
}

export function expiryOf(what: Expiring, name: string, until: CivilDate, on: CivilDate): Expiry {
  const days = daysBetween(on, until);
  return { what, name, until, days, standing: days < 0 ? 'past' : days <= WARN_DAYS[what] ? 'soon' : 'later' };
}

export function keyExpiry(kid: string, addedOn: CivilDate, on: CivilDate): Expiry {
  return expiryOf('key', kid, addDays(addedOn, KEY_DAYS), on);
}

/** The nearest end first. */
export function inOrder(expiries: readonly Expiry[]): Expiry[] {
  return expiries.toSorted((a, b) => a.days - b.days);
}
