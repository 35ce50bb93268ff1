/** `private_key_jwt` (RFC 7523 section 3): who a client is, by a statement that it signed a moment ago for us alone. */
import { hash } from 'node:crypto';
import { decodeJwt, type JWTPayload } from 'jose';
import { refuse, type VerificationCode } from '../refusals.ts';
import { claimsOf, CLOCK_SKEW_SECONDS, headerOf, isAlgorithm, jtiOf, secondsIn } from './jwt.ts';
import type { PartnerKey } from './key.ts';

/** An assertion lives so long at most, however late its `exp` is. */
export const LONGEST_ASSERTION_SECONDS = 300;

export interface Client {
  readonly id: string;
  readonly keys: readonly (PartnerKey & { readonly id: string })[];
}

export interface AssertionGiven {
  readonly assertion: string;
  /** Where the request names the client beside the assertion. */
  readonly clientId: string | undefined;
  /** Names that we go by: the issuer, and the address of the token. */
  readonly audiences: readonly string[];
  readonly now: Date;
  readonly clientOf: (id: string) => Client | null | Promise<Client | null>;
  /** Heard before a refusal for an unknown key: it may have been published a moment ago. */
  readonly keyUnknown?: (clientId: string) => void;
}

export interface Asserted {
  readonly client: Client;
  readonly key: Client['keys'][number];
  /** What may come once, and until when it would be taken otherwise. */
  readonly once: { readonly hash: Buffer; readonly until: Date };
}

const TYPES = [undefined, 'JWT', 'jwt', 'client-authentication+jwt'];

/** As OAuth calls all of them. */
const refuseClient = (code: VerificationCode) => refuse(code, { values: { error: 'invalid_client' } });

/** In order: form, client, key, signature; only then what the claims say. Refuses each by a code of its own. */
export async function readAssertion(given: AssertionGiven): Promise<Asserted> {
  const { assertion, now } = given;
  const header = headerOf(assertion);
  if (!header) throw refuseClient('verification.assertion_unreadable');
  if (!isAlgorithm(header.alg)) throw refuseClient('verification.assertion_algorithm');
  if (!TYPES.includes(header.typ)) throw refuseClient('verification.assertion_type');
  const client = await clientIn(given);
  const key = client.keys.find(({ kid, algorithm }) => kid === header.kid && algorithm === header.alg);
  if (!key) {
    given.keyUnknown?.(client.id);
    throw refuseClient('verification.assertion_key');
  }
  const claims = await claimsOf(assertion, key, () => refuseClient('verification.assertion_signature'));
  mustBeForUs(claims, given.audiences);
  const until = mustBeFresh(claims, now);
  const jti = jtiOf(claims);
  if (jti === null) throw refuseClient('verification.assertion_jti');
  return { client, key, once: { hash: hash('sha256', `assertion\0${client.id}\0${jti}`, 'buffer'), until } };
}

/** `iss` and `sub` are the client itself, and so is `client_id` where it is sent. */
async function clientIn({ assertion, clientId, clientOf }: AssertionGiven): Promise<Client> {
  const { iss, sub } = claimsUnproven(assertion);
  if (typeof iss !== 'string' || iss !== sub) throw refuseClient('verification.assertion_subject');
  if (clientId !== undefined && clientId !== iss) throw refuseClient('verification.assertion_subject');
  const client = await clientOf(iss);
  if (!client) throw refuseClient('verification.client_unknown');
  return client;
}

function claimsUnproven(assertion: string): JWTPayload {
  try {
    return decodeJwt(assertion);
  } catch {
    throw refuseClient('verification.assertion_unreadable');
  }
}

/** One audience, ours: what was meant for another server as well could be sent on by it. */
function mustBeForUs({ aud }: JWTPayload, audiences: readonly string[]): void {
  const [only, ...others] = [aud].flat();
  if (only === undefined || others.length > 0 || !audiences.includes(only))
    throw refuseClient('verification.assertion_audience');
}

/** Gives until when it might come again. */
function mustBeFresh(claims: JWTPayload, now: Date): Date {
  const seconds = now.getTime() / 1000;
  const [exp, iat, nbf] = [secondsIn(claims, 'exp'), secondsIn(claims, 'iat'), secondsIn(claims, 'nbf')];
  if (exp === null || iat === null || (claims.nbf !== undefined && nbf === null))
    throw refuseClient('verification.assertion_times');
  if (exp <= seconds - CLOCK_SKEW_SECONDS) throw refuseClient('verification.assertion_expired');
  if (Math.max(iat, nbf ?? 0) > seconds + CLOCK_SKEW_SECONDS) throw refuseClient('verification.assertion_ahead');
  if (exp - iat > LONGEST_ASSERTION_SECONDS || exp <= iat) throw refuseClient('verification.assertion_too_long');
  return new Date((exp + CLOCK_SKEW_SECONDS + 1) * 1000);
}
