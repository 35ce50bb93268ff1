/** Our own tokens (RFC 9068 in form): five minutes, for one partner, under one of its keys, perhaps bound to a key (RFC 9449). */
import { jwtVerify, SignJWT, errors } from 'jose';
import { newId } from '../../../core/id/index.ts';

export const TOKEN_SECONDS = 300;

export interface TokenFacts {
  readonly institutionId: string;
  /** Under which of the partner's keys it was asked for: it dies with that key. */
  readonly keyId: string;
  /** The thumbprint of the key that must be proved at each use; `null` for a bearer's. */
  readonly boundTo: string | null;
  readonly expiresAt: Date;
}

export interface AccessTokens {
  issue(facts: Omit<TokenFacts, 'expiresAt'>, now: Date): Promise<string>;
  /** What a token says; `expired`, or `null` for one that is not ours. */
  read(token: string, now: Date): Promise<TokenFacts | 'expired' | null>;
}

const NAME = 'jatidiri';

/** Signed with a key of the server (HS256): only our own processes read them. */
export function accessTokens(secret: Buffer): AccessTokens {
  return {
    issue({ institutionId, keyId, boundTo }, now) {
      const seconds = Math.floor(now.getTime() / 1000);
      return new SignJWT({ client_id: institutionId, key: keyId, ...(boundTo !== null && { cnf: { jkt: boundTo } }) })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .setIssuer(NAME)
        .setAudience(NAME)
        .setSubject(institutionId)
        .setJti(newId())
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + TOKEN_SECONDS)
        .sign(secret);
    },
    async read(token, now) {
      try {
        const { payload } = await jwtVerify(token, secret, {
          algorithms: ['HS256'],
          typ: 'at+jwt',
          issuer: NAME,
          audience: NAME,
          currentDate: now,
          requiredClaims: ['sub', 'exp', 'key'],
        });
        const { sub, exp, key, cnf } = payload as { sub: string; exp: number; key: string; cnf?: { jkt: string } };
        return { institutionId: sub, keyId: key, boundTo: cnf?.jkt ?? null, expiresAt: new Date(exp * 1000) };
      } catch (fault) {
        if (fault instanceof errors.JWTExpired) return 'expired';
        if (fault instanceof errors.JOSEError) return null;
        throw fault;
      }
    },
  };
}
