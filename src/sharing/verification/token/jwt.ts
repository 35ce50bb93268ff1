/** What is common to everything that partners sign as a JWT: how it is taken apart, and what its times must be. */
import { compactVerify, decodeProtectedHeader, errors, type JWTPayload, type ProtectedHeaderParameters } from 'jose';
import type { KeyObject } from 'node:crypto';
import type { Refusal } from '../../../core/refusal/index.ts';
import { ALGORITHMS, type Algorithm } from '../schema.ts';

/** Nobody's clock is exact; more than this it must not be off. */
export const CLOCK_SKEW_SECONDS = 30;
/** Longer than any of ours; what is longer is not even taken apart. */
const LONGEST = 8_192;

export function headerOf(token: string): ProtectedHeaderParameters | null {
  if (token.length > LONGEST) return null;
  try {
    return decodeProtectedHeader(token);
  } catch {
    return null;
  }
}

export function isAlgorithm(name: unknown): name is Algorithm {
  return (ALGORITHMS as readonly unknown[]).includes(name);
}

/** The claims under a signature that verifies with exactly this key and algorithm; `refused` where it does not. */
export async function claimsOf(
  token: string,
  { key, algorithm }: { readonly key: KeyObject; readonly algorithm: Algorithm },
  refused: () => Refusal,
): Promise<JWTPayload> {
  try {
    const { payload } = await compactVerify(token, key, { algorithms: [algorithm] });
    const claims: unknown = JSON.parse(Buffer.from(payload).toString());
    if (typeof claims === 'object' && claims !== null && !Array.isArray(claims)) return claims as JWTPayload;
  } catch (fault) {
    if (!(fault instanceof errors.JOSEError || fault instanceof SyntaxError || fault instanceof TypeError)) throw fault;
  }
  throw refused();
}

/** A claim that is seconds since 1970; `null` for anything else. */
export function secondsIn(claims: JWTPayload, name: 'exp' | 'iat' | 'nbf'): number | null {
  const value = claims[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

const JTI = /^[\x21-\x7e]{16,256}$/;

/** The claim that makes a token unique: 16 to 256 printable letters. */
export function jtiOf({ jti }: JWTPayload): string | null {
  return typeof jti === 'string' && JTI.test(jti) ? jti : null;
}
