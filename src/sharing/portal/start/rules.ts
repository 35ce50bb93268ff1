/** What an institution must see to, and by when. Pure, safe in a browser. */
import { addDays, daysBetween, type CivilDate } from '../../../core/time/civil-date.ts';
import { KEY_DAYS, WARN_DAYS, type Expiring } from '../../webhook/watch/rules.ts';

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
