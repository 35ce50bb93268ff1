/** What an institution must see to, and how many days before it is said. Pure, safe in a browser. */

export type Expiring = 'pks' | 'mou' | 'grant' | 'key';

/** A renewal of a PKS takes months, another key an hour. */
export const WARN_DAYS: Readonly<Record<Expiring, number>> = { pks: 120, mou: 120, grant: 60, key: 30 };

/** A key is changed once a year: it has no end of its own, so that forgetting cuts nobody off. */
export const KEY_DAYS = 365;
