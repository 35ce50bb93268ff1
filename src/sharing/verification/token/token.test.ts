import { createPublicKey, randomUUID } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import type { Algorithm } from '../schema.ts';
import { accessTokens } from './access-token.ts';
import { readAssertion, type Client } from './assertion.ts';
import { readProof } from './dpop.ts';
import {
  givenAssertion,
  givenKey,
  givenProof,
  givenSignature,
  type GivenKey,
  type StatementOver,
} from './given-keys.ts';
import { jwkOf, readKey } from './key.ts';
import { readSignature } from './signature.ts';

const ALGORITHMS: Algorithm[] = ['EdDSA', 'ES256', 'PS256'];
const ID = '01890000-0000-7000-8000-00000000abcd';
const AUDIENCE = 'http://localhost/v1/token';
const now = new Date();
const seconds = Math.floor(now.getTime() / 1000);
const code = (fault: unknown) => (fault as { code?: string }).code;

const keys = { EdDSA: await givenKey('EdDSA'), ES256: await givenKey('ES256'), PS256: await givenKey('PS256') };
const other = await givenKey('EdDSA', keys.EdDSA.kid);
const client: Client = {
  id: ID,
  keys: await Promise.all(Object.values(keys).map(async ({ jwk }) => ({ id: randomUUID(), ...(await readKey(jwk)) }))),
};
const read = (assertion: string, clientId?: string) =>
  readAssertion({
    assertion,
    clientId,
    audiences: [AUDIENCE, 'http://localhost'],
    now,
    clientOf: (id) => (id === ID ? client : null),
  });
const assertion = (over?: StatementOver, key: GivenKey = keys.EdDSA) =>
  givenAssertion(key, { clientId: ID, audience: AUDIENCE, now }, over);

describe('a client assertion', () => {
  test.each(ALGORITHMS)('signed with %s says who the client is, and may come once', async (algorithm) => {
    const { client: who, key, once } = await read(await assertion({}, keys[algorithm]));
    expect([who.id, key.kid]).toEqual([ID, keys[algorithm].kid]);
    expect(once.until.getTime()).toBeGreaterThan(now.getTime() + 60_000);
    const again = await read(await assertion({}, keys[algorithm]));
    expect(again.once.hash).not.toEqual(once.hash);
  });

  test('is taken for the issuer as for the address of the token', async () => {
    expect((await read(await assertion({ claims: { aud: ['http://localhost'] } }))).client.id).toBe(ID);
  });

  test.each<[string, StatementOver, string]>([
    ['another issuer', { claims: { iss: 'x' } }, 'assertion_subject'],
    ['another subject', { claims: { sub: randomUUID() } }, 'assertion_subject'],
    ['no issuer', { without: ['iss'] }, 'assertion_subject'],
    ['an unknown client', { claims: { iss: randomUUID.name, sub: randomUUID.name } }, 'client_unknown'],
    ['another audience', { claims: { aud: 'https://other.example' } }, 'assertion_audience'],
    ['two audiences', { claims: { aud: [AUDIENCE, 'https://other.example'] } }, 'assertion_audience'],
    ['no audience', { without: ['aud'] }, 'assertion_audience'],
    ['no exp', { without: ['exp'] }, 'assertion_times'],
    ['an exp that is a text', { claims: { exp: `${seconds + 60}` as never } }, 'assertion_times'],
    ['an exp that has passed', { claims: { iat: seconds - 100, exp: seconds - 40 } }, 'assertion_expired'],
    ['no iat', { without: ['iat'] }, 'assertion_times'],
    ['an iat in the future', { claims: { iat: seconds + 90, exp: seconds + 120 } }, 'assertion_ahead'],
    ['an nbf in the future', { claims: { nbf: seconds + 90 } }, 'assertion_ahead'],
    ['a life of an hour', { claims: { exp: seconds + 3600 } }, 'assertion_too_long'],
    ['no jti', { without: ['jti'] }, 'assertion_jti'],
    ['a short jti', { claims: { jti: 'x' } }, 'assertion_jti'],
    ['another kid', { header: { kid: 'x' } }, 'assertion_key'],
    ['no kid', { header: { kid: undefined } }, 'assertion_key'],
    ['the type of another token', { header: { typ: 'at+jwt' } }, 'assertion_type'],
  ])('with %s is refused', async (_, over, expected) => {
    const fault: unknown = await read(await assertion(over)).catch((each: unknown) => each);
    expect(code(fault)).toBe(`verification.${expected}`);
    expect((fault as { values: object }).values).toEqual({ error: 'invalid_client' });
  });

  test('of another client than the request names is refused', async () => {
    await expect(read(await assertion(), randomUUID())).rejects.toThrow('assertion_subject');
  });

  test('signed by another key under the same kid, or with one letter changed, is refused', async () => {
    await expect(read(await assertion({}, other))).rejects.toThrow('assertion_signature');
    const [head, body, signature] = (await assertion()).split('.') as [string, string, string];
    const spoilt = Buffer.from(body, 'base64url').toString().replace('"iat":', '"iat": ');
    await expect(read([head, Buffer.from(spoilt).toString('base64url'), signature].join('.'))).rejects.toThrow(
      'signature',
    );
  });

  test('without a signature, or with one of a shared secret, is refused for its algorithm', async () => {
    const claims = { iss: ID, sub: ID, aud: AUDIENCE, jti: randomUUID(), iat: seconds, exp: seconds + 60 };
    await expect(read(new UnsecuredJWT(claims).encode())).rejects.toThrow('assertion_algorithm');
    const secret = Buffer.from(JSON.stringify(keys.EdDSA.jwk));
    const symmetric = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: keys.EdDSA.kid }).sign(secret);
    await expect(read(symmetric)).rejects.toThrow('assertion_algorithm');
  });

  test.each(['', 'x', 'a.b.c', `${'a'.repeat(9000)}.b.c`])('that is no token is refused', async (text) => {
    await expect(read(text)).rejects.toThrow('assertion_unreadable');
  });
});

describe('keys', () => {
  test.each(ALGORITHMS)('of %s are read and named by their thumbprint where they have no name', async (algorithm) => {
    const { kid: _, ...nameless } = keys[algorithm].jwk;
    const key = await readKey(nameless);
    expect(key.algorithm).toBe(algorithm);
    expect(key.kid).toBe(key.thumbprint);
  });

  test('with a private part are refused by that name, and so are weak and unknown ones', async () => {
    const refused = (jwk: Record<string, unknown>) => readKey(jwk).then(() => 'taken', code);
    const ed = keys.EdDSA.jwk;
    expect(await refused(keys.EdDSA.privateKey.export({ format: 'jwk' }) as never)).toBe('verification.key_private');
    expect(await refused({ kty: 'oct', k: 'AAAA' })).toBe('verification.key_private');
    expect(await refused({ ...ed, crv: 'Ed448' })).toBe('verification.key_kind');
    expect(await refused({ ...ed, alg: 'ES256' })).toBe('verification.key_kind');
    expect(await refused({ ...ed, use: 'enc' })).toBe('verification.key_kind');
    expect(await refused({ ...keys.ES256.jwk, x: keys.ES256.jwk.y })).toBe('verification.key_broken');
    expect(await refused({ ...keys.PS256.jwk, e: 'Aw' })).toBe('verification.key_weak');
    expect(await refused({ ...ed, kid: 'a b' })).toBe('verification.key_name');
  });

  test('come as PEM too, of every kind that is taken; a private one is refused before anything is read from it', async () => {
    for (const algorithm of ALGORITHMS) {
      const { jwk, privateKey } = keys[algorithm];
      const pem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
      const [one, same] = [await readKey(jwkOf(`\n${pem}\n`)), await readKey(jwk)];
      expect(one.thumbprint).toBe(same.thumbprint);
      const secret = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      expect(() => jwkOf(secret)).toThrow(expect.objectContaining({ code: 'verification.key_private' }));
    }
    expect(() => jwkOf('bukan kunci')).toThrow(expect.objectContaining({ code: 'verification.key_broken' }));
  });
});

describe('our own token', () => {
  const tokens = accessTokens(Buffer.alloc(32, 7));
  const facts = { institutionId: ID, keyId: randomUUID(), boundTo: null };

  test('says for whom it is for five minutes', async () => {
    const token = await tokens.issue(facts, now);
    expect(await tokens.read(token, now)).toMatchObject(facts);
    expect(await tokens.read(token, new Date(now.getTime() + 299_000))).toMatchObject(facts);
    expect(await tokens.read(token, new Date(now.getTime() + 301_000))).toBe('expired');
  });

  test('of another server, altered, or of a partner’s making is none', async () => {
    const token = await tokens.issue({ ...facts, boundTo: 'x'.repeat(43) }, now);
    expect(await accessTokens(Buffer.alloc(32, 8)).read(token, now)).toBeNull();
    const [head, body, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    for (const change of [
      { sub: randomUUID() },
      { exp: claims.exp + 1 },
      { cnf: undefined },
      { key: 'x' },
      { aud: 'x' },
    ]) {
      const altered = Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url');
      expect(await tokens.read([head, altered, signature].join('.'), now)).toBeNull();
    }
    expect(await tokens.read(await assertion(), now)).toBeNull();
    expect(await tokens.read('x', now)).toBeNull();
  });
});

describe('a proof of possession', () => {
  const request = { method: 'POST', url: 'http://localhost/v1/verifications', token: 'the-token' };
  const prove = async (over: StatementOver = {}, key = keys.ES256, at = request) =>
    readProof({ ...request, now, proof: await givenProof(key, { ...at, now }, over) });

  test.each(ALGORITHMS)('with %s names its key, and may come once', async (algorithm) => {
    const proved = await prove({}, keys[algorithm]);
    expect(proved.thumbprint).toBe((await readKey(keys[algorithm].jwk)).thumbprint);
    expect(proved.once.hash).not.toEqual((await prove({}, keys[algorithm])).once.hash);
  });

  test.each<[string, StatementOver]>([
    ['another method', { claims: { htm: 'GET' } }],
    ['another path', { claims: { htu: 'http://localhost/v1/verifications/batch' } }],
    ['another host', { claims: { htu: 'http://other/v1/verifications' } }],
    ['another token', { claims: { ath: 'x' } }],
    ['no token', { without: ['ath'] }],
    ['yesterday', { claims: { iat: seconds - 86_400 } }],
    ['tomorrow', { claims: { iat: seconds + 86_400 } }],
    ['no jti', { without: ['jti'] }],
    ['another type', { header: { typ: 'JWT' } }],
    ['a key that is not the signer’s', { header: { jwk: keys.EdDSA.jwk } }],
    ['another key of the same kind', { header: { jwk: { ...keys.ES256.jwk, x: keys.ES256.jwk.y } } }],
  ])('of %s is refused', async (_, over) => {
    await expect(prove(over)).rejects.toThrow('verification.proof_invalid');
  });

  test('with a private key inside is refused', async () => {
    const jwk = keys.ES256.privateKey.export({ format: 'jwk' });
    await expect(prove({ header: { jwk } })).rejects.toThrow('verification.proof_invalid');
  });
});

describe('a signed request', () => {
  const request = {
    method: 'POST',
    url: 'http://localhost/v1/verifications',
    authorization: 'Bearer the-token',
    body: '{"nik":"3175070508909001"}',
  };
  const check = (headers: Record<string, string>, over: Partial<typeof request> = {}) =>
    readSignature({
      method: over.method ?? request.method,
      url: over.url ?? request.url,
      headers: { authorization: over.authorization ?? request.authorization, ...headers },
      keys: client.keys,
      now,
    });

  test.each(ALGORITHMS)('with a key of %s is taken, for this body only', (algorithm) => {
    const signed = check(givenSignature(keys[algorithm], request));
    signed.body(request.body);
    expect(() => signed.body(`${request.body} `)).toThrow('content-digest');
  });

  test('is refused for another method, address or token', () => {
    const headers = givenSignature(keys.EdDSA, request);
    for (const over of [{ method: 'PUT' }, { url: `${request.url}/batch` }, { authorization: 'Bearer other' }]) {
      expect(() => check(headers, over)).toThrow('verification.signature_invalid');
    }
  });

  const at = (created: number, rest = '') =>
    `;created=${created};keyid="${keys.EdDSA.kid}";nonce="${randomUUID()}"${rest}`;
  test.each<[string, Parameters<typeof givenSignature>[2]]>([
    ['without the body', { components: ['@method', '@target-uri', 'authorization'] }],
    ['without the token', { components: ['@method', '@target-uri', 'content-digest'] }],
    ['of two minutes ago', { parameters: at(seconds - 120) }],
    ['of the future', { parameters: at(seconds + 120) }],
    ['that has expired', { parameters: at(seconds, `;expires=${seconds - 1}`) }],
    ['under another algorithm', { parameters: at(seconds, ';alg="rsa-pss-sha512"') }],
    ['without a nonce', { parameters: `;created=${seconds};keyid="${keys.EdDSA.kid}"` }],
    ['of an unknown key', { parameters: `;created=${seconds};keyid="x";nonce="${randomUUID()}"` }],
    ['with a parameter twice', { parameters: at(seconds, `;created=${seconds}`) }],
  ])('%s is refused', (_, over) => {
    expect(() => check(givenSignature(keys.EdDSA, request, over))).toThrow('verification.signature_invalid');
  });

  test('by another key under the same name, or with a letter changed, is refused', () => {
    expect(() => check(givenSignature(other, request))).toThrow('signature');
    const headers = givenSignature(keys.EdDSA, request);
    const changes: Record<string, string>[] = [
      { 'signature-input': headers['signature-input'].replace('created=', 'created=0') },
      { signature: 'sig1=:AAAA:' },
      { signature: headers.signature.replace('sig1', 'sig2') },
      { 'content-digest': `sha-256=:${'A'.repeat(43)}=:` },
      { 'signature-input': `${headers['signature-input']}, sig2=("@method");created=1` },
    ];
    for (const change of changes)
      expect(() => check({ ...headers, ...change })).toThrow('verification.signature_invalid');
  });
});
