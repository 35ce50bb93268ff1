/** Proof that a caller holds the key to which its token is bound (RFC 9449). */
import { createPublicKey, hash, type JsonWebKey } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { refuse } from '../refusals.ts';
import { claimsOf, CLOCK_SKEW_SECONDS, headerOf, isAlgorithm, jtiOf, secondsIn } from './jwt.ts';
import { readKey } from './key.ts';

/** How old a proof may be. */
const LIFE_SECONDS = 60;

export interface ProofGiven {
  readonly proof: string;
  readonly method: string;
  /** Scheme, host and path as the caller wrote them. */
  readonly url: string;
  readonly now: Date;
  /** The token that comes with it; `null` where one is asked for. */
  readonly token: string | null;
}

export interface Proved {
  readonly thumbprint: string;
  readonly once: { readonly hash: Buffer; readonly until: Date };
}

const refuseProof = (detail: string) =>
  refuse('verification.proof_invalid', { values: { error: 'invalid_dpop_proof' }, detail });

export async function readProof(given: ProofGiven): Promise<Proved> {
  const { proof, now } = given;
  const header = headerOf(proof);
  if (!header || header.typ !== 'dpop+jwt' || !isAlgorithm(header.alg)) throw refuseProof('header');
  const jwk = header.jwk as JWK | undefined;
  if (!jwk || typeof jwk !== 'object') throw refuseProof('no key');
  // The same keys as for assertions, and never a private one.
  const { algorithm } = await readKey({ ...jwk, kid: 'proof', use: undefined, alg: undefined }).catch(() => {
    throw refuseProof('key');
  });
  if (algorithm !== header.alg) throw refuseProof('algorithm');
  const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  const claims = await claimsOf(proof, { key, algorithm }, () => refuseProof('signature'));
  if (claims['htm'] !== given.method) throw refuseProof('htm');
  if (typeof claims['htu'] !== 'string' || plainUrl(claims['htu']) !== plainUrl(given.url)) throw refuseProof('htu');
  const wanted = given.token === null ? undefined : hash('sha256', given.token, 'base64url');
  if (claims['ath'] !== wanted) throw refuseProof('ath');
  const iat = secondsIn(claims, 'iat');
  const seconds = now.getTime() / 1000;
  if (iat === null || iat > seconds + CLOCK_SKEW_SECONDS || iat < seconds - LIFE_SECONDS) throw refuseProof('iat');
  const jti = jtiOf(claims);
  if (jti === null) throw refuseProof('jti');
  const thumbprint = await calculateJwkThumbprint(jwk, 'sha256');
  return {
    thumbprint,
    once: {
      hash: hash('sha256', `proof\0${thumbprint}\0${jti}`, 'buffer'),
      until: new Date((iat + LIFE_SECONDS + CLOCK_SKEW_SECONDS + 1) * 1000),
    },
  };
}

/** Without query and fragment (RFC 9449 section 4.3), written as `URL` writes it. */
function plainUrl(text: string): string | null {
  const url = URL.parse(text);
  return url && `${url.origin}${url.pathname}`;
}
