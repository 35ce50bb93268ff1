import { createHmac, timingSafeEqual } from 'node:crypto';
import { refuseHttp } from './refusals.ts';

export const SESSION_COOKIE = 'jatidiri_session';
/** Readable by our pages, which send it back as `X-CSRF-Token`. */
export const CSRF_COOKIE = 'jatidiri_csrf';

/** The token that belongs to one session: derived, so that nothing is stored and no other site can plant a fitting pair. */
export function csrfOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url').slice(0, 22);
}

export interface Headers {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
  readonly 'x-csrf-token'?: string | string[] | undefined;
}

/** Refuses a write that a page of another site sent. Programs send neither header and pass. */
export function mustComeFromUs(headers: Headers): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw refuseHttp('http.foreign_page');
  if (headers.origin !== undefined && hostOf(headers.origin) !== headers.host) throw refuseHttp('http.foreign_page');
}

/** Refuses a write under a session unless cookie and header both carry the session's token (double submit). */
export function mustCarryToken(headers: Headers, csrfCookie: string | undefined, sessionToken: string): void {
  const expected = csrfOf(sessionToken);
  const sent = headers['x-csrf-token'];
  if (typeof sent !== 'string' || csrfCookie === undefined) throw refuseHttp('http.csrf');
  if (!same(sent, expected) || !same(csrfCookie, expected)) throw refuseHttp('http.csrf');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
