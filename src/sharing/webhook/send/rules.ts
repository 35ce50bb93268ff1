/** When an event is sent again, and when it is not (Standard Webhooks 1.0, "Deliverability and reliability"). Pure. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY_MS = 24 * HOUR;

/**
 * How long each try waits for the one before it. The specification's own example, and two days more, so that who is away over a long
 * weekend is found again: five days and three hours from the first to the last.
 */
export const WAITS_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  DAY_MS,
  DAY_MS,
  DAY_MS,
];
/** Nobody's failures come in step. */
const JITTER = 0.1;
/** Who asks for more patience than this is asked sooner. */
const MOST_PATIENCE_MS = DAY_MS;

/** How long to wait for the next try after so many that failed, or `null`: there is none. `random` lies between 0 and 1. */
export function waitAfter(
  tries: number,
  { retryAfterMs = null, random, once }: { retryAfterMs?: number | null; random: number; once: boolean },
): number | null {
  const wait = once ? undefined : WAITS_MS[tries];
  if (wait === undefined) return null;
  return Math.round(Math.max(wait * (1 + JITTER * random), Math.min(retryAfterMs ?? 0, MOST_PATIENCE_MS)));
}

/** How long an endpoint is left alone after so many calls that failed one after the other, whatever else waits for it. */
export function restAfter(failures: number): number {
  return Math.min(5 * SECOND * 2 ** Math.max(0, failures - 1), 30 * MINUTE);
}

/** `Retry-After` (RFC 9110 section 10.2.3): seconds or a date; `null` where it says neither. */
export function retryAfterMs(text: string | undefined, now: Date): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * SECOND;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

export type Verdict = 'delivered' | 'gone' | 'failed';

/** What a status says; `null`: there was none. A redirect is a failure: the address is changed by hand. */
export function verdictOf(status: number | null): Verdict {
  if (status !== null && status >= 200 && status < 300) return 'delivered';
  return status === 410 ? 'gone' : 'failed';
}

/** A secret that was replaced goes on for so long. */
export const OLD_SECRET_HOURS = 24;
/** What was told, and every try, is kept for so many days. */
export const KEPT_DAYS = 30;
/** So many are sent anew at once. */
export const MOST_REPLAYED = 1_000;
