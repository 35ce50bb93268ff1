/**
 * Whether a partner may ask at an instant, and why not. Everything is compared with the clock, so that a term cuts by itself; the
 * verification room uses exactly this. Pure and safe in a browser.
 */
import { LIVE, type Stage } from '../ladder/rules.ts';
import { CAUSES, type Cause } from '../supervision/rules.ts';
import { contains, readAddress, type Network } from './network/rules.ts';

/** From the first instant on, until just before the second. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/** Minutes of the day in WIB; from 1320 until 360 goes over midnight. */
export interface Hours {
  readonly from: number;
  readonly until: number;
}

export interface GrantStanding {
  readonly stage: Stage;
  /** The spans that the versions of the PKS cover. */
  readonly terms: readonly Span[];
  readonly from: Date;
  readonly until: Date;
  readonly endedAt: Date | null;
  readonly hours: Hours | null;
  /** None: no network is named, so nobody may ask yet. */
  readonly networks: readonly Network[];
}

export interface SuspensionStanding {
  readonly cause: Cause;
  readonly from: Date;
  readonly until: Date | null;
  readonly liftedAt: Date | null;
}

export interface Asking {
  readonly now: Date;
  /** The address from which it asks. */
  readonly address: string;
}

export const WHY_NOT = [
  'partner.not_connected',
  ...CAUSES.map((cause) => `partner.suspended_${cause}` as const),
  'partner.agreement_not_begun',
  'partner.agreement_expired',
  'partner.not_granted',
  'partner.grant_not_begun',
  'partner.grant_ended',
  'partner.grant_expired',
  'partner.outside_hours',
  'partner.network_unknown',
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

export const isSuspended = ({ from, until, liftedAt }: Omit<SuspensionStanding, 'cause'>, now: Date): boolean =>
  from <= now && (until === null || now < until) && (liftedAt === null || now < liftedAt);

/**
 * The code of why a partner may not ask under this grant now, or `null` when it may. `grant` is `null` where none was given for
 * what it asks; `suspensions` are all of the cooperation, of which the earliest that is in force speaks.
 */
export function maySayWhy(
  grant: GrantStanding | null,
  suspensions: readonly SuspensionStanding[],
  { now, address }: Asking,
): WhyNot | null {
  const cut = suspensions.find((each) => isSuspended(each, now));
  if (cut) return `partner.suspended_${cut.cause}`;
  if (grant === null) return 'partner.not_granted';
  if (!LIVE.includes(grant.stage)) return 'partner.not_connected';
  const outside = outsideTerm(grant.terms, now);
  if (outside) return outside;
  if (grant.endedAt !== null && grant.endedAt <= now) return 'partner.grant_ended';
  if (now < grant.from) return 'partner.grant_not_begun';
  if (now >= grant.until) return 'partner.grant_expired';
  if (grant.hours && !isWithin(grant.hours, now)) return 'partner.outside_hours';
  const from = readAddress(address);
  return from && grant.networks.some((network) => contains(network, from)) ? null : 'partner.network_unknown';
}

/** Nothing ever covered an instant before the first term; after it, it has expired. */
export function outsideTerm(terms: readonly Span[], now: Date): WhyNot | null {
  if (terms.some(({ from, until }) => from <= now && now < until)) return null;
  return terms.some(({ until }) => until <= now) ? 'partner.agreement_expired' : 'partner.agreement_not_begun';
}

const WIB_MINUTES = 7 * 60;
const DAY_MINUTES = 24 * 60;

function isWithin({ from, until }: Hours, now: Date): boolean {
  const minute = (Math.floor(now.getTime() / 60_000) + WIB_MINUTES) % DAY_MINUTES;
  return from <= until ? from <= minute && minute < until : from <= minute || minute < until;
}
