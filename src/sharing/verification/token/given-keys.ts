/** Keys and statements as a partner's own software makes them, for tests and benches. */
import { constants, createPrivateKey, generateKeyPairSync, hash, randomUUID, sign, type KeyObject } from 'node:crypto';
import { exportJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { Algorithm } from '../schema.ts';

export interface GivenKey {
  readonly algorithm: Algorithm;
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwk: JWK & Record<string, unknown>;
}

export async function givenKey(algorithm: Algorithm = 'EdDSA', kid = `key-${randomUUID()}`): Promise<GivenKey> {
  const pair = pairOf(algorithm);
  const jwk = { ...(await exportJWK(pair.publicKey)), kid };
  // Through JSON, as it lies in a partner's store.
  const privateKey = createPrivateKey({ key: pair.privateKey.export({ format: 'jwk' }), format: 'jwk' });
  return { algorithm, kid, privateKey, jwk };
}

function pairOf(algorithm: Algorithm) {
  switch (algorithm) {
    case 'EdDSA':
      return generateKeyPairSync('ed25519');
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 'PS256':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
  }
}

export interface StatementOver {
  readonly claims?: JWTPayload;
  readonly header?: Record<string, unknown>;
  readonly without?: readonly string[];
}

/** A client assertion for `audience`; `over` spoils it. */
export function givenAssertion(
  key: GivenKey,
  given: { clientId: string; audience: string; now?: Date },
  { claims = {}, header = {}, without = [] }: StatementOver = {},
): Promise<string> {
  const seconds = Math.floor((given.now ?? new Date()).getTime() / 1000);
  const all: JWTPayload = {
    iss: given.clientId,
    sub: given.clientId,
    aud: given.audience,
    jti: randomUUID(),
    iat: seconds,
    exp: seconds + 60,
    ...claims,
  };
  for (const name of without) delete all[name];
  return new SignJWT(all).setProtectedHeader({ alg: key.algorithm, kid: key.kid, ...header }).sign(key.privateKey);
}

/** A DPoP proof for one request. */
export function givenProof(
  key: GivenKey,
  given: { method: string; url: string; token?: string; now?: Date },
  { claims = {}, header = {}, without = [] }: StatementOver = {},
): Promise<string> {
  const { kid: _, ...jwk } = key.jwk;
  const all: JWTPayload = {
    htm: given.method,
    htu: given.url,
    jti: randomUUID(),
    iat: Math.floor((given.now ?? new Date()).getTime() / 1000),
    ...(given.token !== undefined && { ath: hash('sha256', given.token, 'base64url') }),
    ...claims,
  };
  for (const name of without) delete all[name];
  return new SignJWT(all)
    .setProtectedHeader({ alg: key.algorithm, typ: 'dpop+jwt', jwk, ...header } as never)
    .sign(key.privateKey);
}

export interface SignedRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
  readonly body: string;
}

/** The three headers that sign a request (RFC 9421, RFC 9530). */
export function givenSignature(
  key: GivenKey,
  request: SignedRequest,
  over: { components?: readonly string[]; parameters?: string; now?: Date } = {},
): Record<'signature-input' | 'signature' | 'content-digest', string> {
  const digest = `sha-256=:${hash('sha256', request.body, 'base64')}:`;
  const components = over.components ?? ['@method', '@target-uri', 'authorization', 'content-digest'];
  const created = Math.floor((over.now ?? new Date()).getTime() / 1000);
  const parameters = over.parameters ?? `;created=${created};keyid="${key.kid}";nonce="${randomUUID()}"`;
  const list = `(${components.map((name) => `"${name}"`).join(' ')})${parameters}`;
  const values: Record<string, string> = {
    '@method': request.method,
    '@target-uri': request.url,
    authorization: request.authorization,
    'content-digest': digest,
  };
  const base = [...components.map((name) => `"${name}": ${values[name]}`), `"@signature-params": ${list}`].join('\n');
  return {
    'content-digest': digest,
    'signature-input': `sig1=${list}`,
    signature: `sig1=:${signed(key, Buffer.from(base)).toString('base64')}:`,
  };
}

function signed({ algorithm, privateKey: key }: GivenKey, base: Buffer): Buffer {
  switch (algorithm) {
    case 'EdDSA':
      return sign(null, base, key);
    case 'ES256':
      return sign('sha256', base, { key, dsaEncoding: 'ieee-p1363' });
    case 'PS256':
      return sign('sha512', base, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 });
  }
}
