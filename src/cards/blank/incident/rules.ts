/** Incidents of blanks: what there is to say of one, and when a freeze needs two persons. Pure and safe in a browser. */

/** Seen for sale, found lying somewhere, stolen. */
export const INCIDENT_KINDS = ['for_sale', 'found', 'stolen'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Told by the public and not looked at yet; being looked into; ended with a result. */
export const INCIDENT_STATES = ['reported', 'open', 'closed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

export const OUTCOMES = ['recovered', 'theft', 'loss', 'forgery', 'mistaken'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const EVENT_KINDS = [
  'opened',
  'taken_up',
  'noted',
  'identified',
  'police',
  'frozen',
  'lifted',
  'closed',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** An incident that is not closed, with where its blanks lie by the books. */
export interface OpenIncident {
  readonly id: string;
  /** Of regencies (four digits), provinces (two) and the centre (none); empty where it names no blank that is known. */
  readonly codes: readonly string[];
}

/** What a box holds at most; of blanks whose boxes are unknown, so many count as one box. */
const BOX = 500n;

/** Whether freezing or lifting takes two persons: more than one box, or as much as that. */
export function freezeNeedsTwo({ boxes, n }: { boxes: number; n: bigint }): boolean {
  return boxes > 1 || n > BOX;
}

/** Where an incident is decided: one level above the store, as nobody decides on what his own office lost. */
export function decidedAt(storeRegion: string): string {
  return storeRegion.length > 2 ? storeRegion.slice(0, 2) : '';
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `LB-7K3M9-QXW2P` of at least seven random bytes: 50 bits, without letters that are taken for one another. */
export function trackingCode(random: Uint8Array): string {
  let bits = 0n;
  for (const byte of random.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte);
  const text = Array.from({ length: 10 }, (_, at) => LETTERS[Number((bits >> BigInt(5 * at)) & 31n)]).join('');
  return `LB-${text.slice(0, 5)}-${text.slice(5)}`;
}

/** The code as somebody has typed it: small letters, spaces, O for 0 and I or L for 1 forgiven; `null` for what is none. */
export function readTracking(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  if (!/^LB[0-9A-Z]{10}$/.test(plain)) return null;
  const code = plain.slice(2).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return `LB-${code.slice(0, 5)}-${code.slice(5)}`;
}
