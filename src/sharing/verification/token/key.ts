/** Partners' public keys (RFC 7517, 7518, 8037): which are taken, and what each is called. */
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { Algorithm } from '../schema.ts';
import { refuse } from '../refusals.ts';

export interface PartnerKey {
  /** What the partner calls it. */
  readonly kid: string;
  /** RFC 7638, SHA-256. */
  readonly thumbprint: string;
  readonly algorithm: Algorithm;
  readonly key: KeyObject;
  /** Only what is public. */
  readonly jwk: JWK;
}

const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const;
const KID = /^[\x21-\x7e]{1,128}$/;
const RSA_BITS = { least: 2048, most: 4096 } as const;

/** Reads a key as a partner hands it in. Refuses `verification.key_*`: a private one, a weak one, an unknown kind. */
export async function readKey(given: Readonly<Record<string, unknown>>): Promise<PartnerKey> {
  if (PRIVATE.some((member) => member in given)) throw refuse('verification.key_private');
  const { algorithm, jwk } = publicPart(given);
  if (given['use'] !== undefined && given['use'] !== 'sig') throw refuse('verification.key_kind');
  if (given['alg'] !== undefined && given['alg'] !== algorithm) throw refuse('verification.key_kind');
  const key = keyOf(jwk);
  if (key.asymmetricKeyType === 'rsa') mustBeStrong(key);
  const thumbprint = await calculateJwkThumbprint(jwk, 'sha256');
  const kid = given['kid'] ?? thumbprint;
  if (typeof kid !== 'string' || !KID.test(kid)) throw refuse('verification.key_name');
  return { kid, thumbprint, algorithm, key, jwk: { ...jwk, kid, alg: algorithm, use: 'sig' } };
}

/** A public key in PEM (RFC 7468) as a JWK. Refuses what holds a private part, also where a public one stands beside it. */
export function readPem(text: string): Readonly<Record<string, unknown>> {
  if (/PRIVATE KEY/.test(text)) throw refuse('verification.key_private');
  try {
    return { ...createPublicKey(text).export({ format: 'jwk' }) };
  } catch {
    throw refuse('verification.key_broken');
  }
}

/** As `readKey`, of what our own table holds. */
export function storedKey(row: { kid: string; thumbprint: string; algorithm: Algorithm; jwk: JWK }): PartnerKey {
  return { ...row, key: keyOf(row.jwk) };
}

function publicPart(given: Readonly<Record<string, unknown>>): { algorithm: Algorithm; jwk: JWK } {
  const { kty, crv, x, y, n, e } = given;
  const text = (value: unknown): value is string => typeof value === 'string' && value.length < 1024;
  if (kty === 'OKP' && crv === 'Ed25519' && text(x)) return { algorithm: 'EdDSA', jwk: { kty, crv, x } };
  if (kty === 'EC' && crv === 'P-256' && text(x) && text(y)) return { algorithm: 'ES256', jwk: { kty, crv, x, y } };
  if (kty === 'RSA' && text(n) && text(e)) return { algorithm: 'PS256', jwk: { kty, n, e } };
  throw refuse('verification.key_kind');
}

function keyOf(jwk: JWK): KeyObject {
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  } catch {
    throw refuse('verification.key_broken');
  }
}

function mustBeStrong(key: KeyObject): void {
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  if (modulusLength < RSA_BITS.least || modulusLength > RSA_BITS.most || publicExponent !== 65_537n) {
    throw refuse('verification.key_weak');
  }
}
