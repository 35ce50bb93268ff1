import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenResident } from '../../../../test/given/people.ts';
import type { Nik } from '../../../core/id/index.ts';
import { givenVerification, ORIGIN, QUESTION, type Asked, type GivenVerification } from '../given-partner.ts';
import { givenAssertion, givenKey, givenSignature, type GivenKey } from './given-keys.ts';

type Partner = Awaited<ReturnType<GivenVerification['partner']>>;
let given: GivenVerification;
let partner: Partner;
let siti: Nik;

beforeAll(async () => {
  given = await givenVerification();
  siti = await givenResident(given);
  partner = await given.partner();
});

const refused = ({ status, body }: Asked) => [status, body.code];
const question = () => ({ ...QUESTION, nik: siti });

describe('a token', () => {
  test('is given as OAuth has it, and lets in for five minutes', async () => {
    const asked = await given.requestToken(given.tokenForm(await partner.assertion()));
    expect(asked.status).toBe(200);
    expect(asked.body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 300 });
    expect(asked.headers['cache-control']).toBe('no-store');
    expect((await partner.ask(question())).status).toBe(200);
  });

  test('is refused as OAuth has it: 401, invalid_client, and which claim is wrong', async () => {
    const assertion = await givenAssertion(partner.key, { clientId: partner.id, audience: 'https://other.example' });
    const asked = await given.requestToken(given.tokenForm(assertion));
    expect(asked.status).toBe(401);
    expect(asked.headers['content-type']).toContain('application/json');
    expect(asked.body).toMatchObject({
      error: 'invalid_client',
      code: 'verification.assertion_audience',
      error_description: expect.any(String),
    });
    const other = await given.requestToken({ ...given.tokenForm(await partner.assertion()), grant_type: 'password' });
    expect([other.status, other.body.error]).toEqual([400, 'unsupported_grant_type']);
    const none = await given.requestToken({ grant_type: 'client_credentials' });
    expect([none.status, none.body.error]).toEqual([401, 'invalid_client']);
  });

  test('is not given twice for one assertion, also at the same moment', async () => {
    const form = given.tokenForm(await partner.assertion());
    const asked = await Promise.all([1, 2, 3, 4].map(() => given.requestToken(form)));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(asked.filter(({ body }) => body.code === 'verification.assertion_replayed')).toHaveLength(3);
  });

  test('is asked for by a form; with a parameter twice it is not', async () => {
    const json = await given.inject('POST', '/v1/token', given.tokenForm(await partner.assertion()));
    expect(json.status).toBe(415);
    const twice = `${new URLSearchParams(given.tokenForm(await partner.assertion()))}&grant_type=client_credentials`;
    const asked = await given.inject('POST', '/v1/token', twice, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([asked.status, asked.body.error]).toEqual([400, 'invalid_request']);
    // And no other route takes forms.
    const form = await partner.ask(twice, { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.status).toBe(415);
  });

  test('that is altered, or none, is refused before the body is looked at', async () => {
    const ask = (authorization: string) => given.inject('POST', '/v1/verifications', '{no json', { authorization });
    expect(refused(await ask(`Bearer ${partner.token.slice(0, -2)}xx`))).toEqual([401, 'verification.token_invalid']);
    expect(refused(await ask('Basic abc'))).toEqual([401, 'access.not_a_partner']);
    expect(refused(await given.inject('POST', '/v1/verifications', '{no json'))).toEqual([401, 'access.not_a_partner']);
    expect(refused(await ask(`Bearer ${partner.token}`))).toEqual([400, 'http.body_unreadable']);
  });
});

describe('keys', () => {
  test('two are in use at once, so that one follows the other without a gap; a third waits', async () => {
    const mine = await given.partner();
    const second = await givenKey('ES256');
    await given.addKey(mine.id, second);
    const third = await givenKey();
    const path = `/v1/partners/institutions/${mine.id}/keys`;
    const { status, body } = await given.dian.call('POST', path, { jwk: third.jwk });
    expect([status, body.code]).toEqual([409, 'verification.keys_full']);
    for (const key of [mine.key, second]) {
      const assertion = await givenAssertion(key, { clientId: mine.id, audience: ORIGIN });
      expect((await given.requestToken(given.tokenForm(assertion))).status).toBe(200);
    }
    await given.ok(given.dian.call('POST', `/v1/partners/keys/${mine.keyId}/ending`, {}));
    // What was made with it is worth nothing from then on, in every process.
    await expect
      .poll(async () => refused(await mine.ask(question())), { interval: 20 })
      .toEqual([401, 'verification.token_invalid']);
    const old = await given.requestToken(given.tokenForm(await mine.assertion()));
    expect(refused(old)).toEqual([401, 'verification.assertion_key']);
    await given.addKey(mine.id, third);
    const view = await given.ok(given.dian.call('GET', path));
    expect(view.keys.map(({ endedAt }: { endedAt: string | null }) => endedAt !== null)).toEqual([false, false, true]);
  });

  test('a key that anybody handed in before, also one that has ended, is refused', async () => {
    const mine = await given.partner();
    const path = `/v1/partners/institutions/${mine.id}/keys`;
    const add = async (key: GivenKey) => (await given.dian.call('POST', path, { jwk: key.jwk })).body.code;
    expect(await add(partner.key)).toBe('verification.key_known');
    await given.ok(given.dian.call('POST', `/v1/partners/keys/${mine.keyId}/ending`, {}));
    expect(await add(mine.key)).toBe('verification.key_known');
    const again = await given.dian.call('POST', `/v1/partners/keys/${mine.keyId}/ending`, {});
    expect([again.status, again.body.code]).toEqual([404, 'verification.key_not_found']);
  });

  test('of an institution that is not there are refused', async () => {
    const path = `/v1/partners/institutions/${randomUUID()}/keys`;
    expect((await given.dian.call('GET', path)).body.code).toBe('verification.partner_not_found');
  });
});

describe('keys that a partner publishes', () => {
  test('an address that is not https is refused; a host that no partner named is not called', async () => {
    const path = `/v1/partners/institutions/${partner.id}/key-set`;
    const plain = await given.dian.call('PUT', path, { url: 'http://bank.example/jwks' });
    expect([plain.status, plain.body.code]).toEqual([422, 'verification.key_set_address']);
    const { egress } = given.house.ground;
    await expect(egress.fetch('https://bank.example/jwks', { purpose: 'jwks' })).rejects.toThrow('host_not_configured');
    const named = await given.partner();
    await given.ok(
      given.dian.call('PUT', `/v1/partners/institutions/${named.id}/key-set`, { url: 'https://127.0.0.1/jwks' }),
    );
    // The host counts at once; that it leads to a private address still stops the call.
    await expect(egress.fetch('https://127.0.0.1/jwks', { purpose: 'jwks' })).rejects.toThrow('address_not_public');
    await expect(egress.fetch('https://127.0.0.1/jwks', { purpose: 'webhook' })).rejects.toThrow('host_not_configured');
  });
});

describe('a bound token', () => {
  test('is worth nothing without a proof of its key, with another’s, or with one used before', async () => {
    const strict = await given.partner({ dpop: true });
    expect(refused(await strict.ask(question()))).toEqual([401, 'verification.proof_demanded']);
    const key = await givenKey('ES256');
    const held = await given.bound(strict, key);
    expect((await held.ask(question())).status).toBe(200);
    const authorization = `DPoP ${held.token}`;
    const ask = (headers: Record<string, string>) => given.inject('POST', '/v1/verifications', question(), headers);
    expect(refused(await ask({ authorization }))).toEqual([401, 'verification.token_bound']);
    expect(refused(await ask({ authorization: `Bearer ${held.token}` }))).toEqual([401, 'verification.token_bound']);
    const thief = await given.bound(strict, await givenKey('ES256'));
    expect(refused(await ask({ authorization, dpop: await thief.prove('/v1/verifications') }))[1]).toBe(
      'verification.proof_invalid',
    );
    const batch = await held.prove('/v1/verifications/batch');
    expect(refused(await ask({ authorization, dpop: batch }))[1]).toBe('verification.proof_invalid');
    const dpop = await held.prove('/v1/verifications');
    const asked = await Promise.all([1, 2, 3].map(() => ask({ authorization, dpop })));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(asked.filter(({ body }) => body.code === 'verification.used_before')).toHaveLength(2);
    expect(refused(await ask({ authorization, dpop }))).toEqual([401, 'verification.used_before']);
  });
});

describe('a signed request', () => {
  test('is demanded where the agreement says so; its answer has a signature of its own', async () => {
    const strict = await given.partner({ signed: true });
    expect(refused(await strict.ask(question()))).toEqual([401, 'verification.signature_demanded']);
    const body = JSON.stringify(question());
    const authorization = `Bearer ${strict.token}`;
    const signed = { method: 'POST', url: `${ORIGIN}/v1/verifications`, authorization, body };
    const headers = givenSignature(strict.key, signed);
    const asked = await strict.ask(body, headers);
    expect(asked.status).toBe(200);
    expect(asked.body.proof).toEqual({ key: expect.any(String), kind: 'own', signature: expect.any(String) });
    expect(refused(await strict.ask(body, headers))).toEqual([401, 'verification.used_before']);
    expect(refused(await strict.ask(`${body} `, givenSignature(strict.key, signed)))).toEqual([
      401,
      'verification.signature_invalid',
    ]);
    const other = await givenKey('EdDSA', strict.key.kid);
    expect(refused(await strict.ask(body, givenSignature(other, signed)))[1]).toBe('verification.signature_invalid');
  });

  test('that nobody demanded is checked all the same', async () => {
    const body = JSON.stringify(question());
    const signed = { method: 'POST', url: `${ORIGIN}/v1/other`, authorization: `Bearer ${partner.token}`, body };
    expect(refused(await partner.ask(body, givenSignature(partner.key, signed)))[1]).toBe(
      'verification.signature_invalid',
    );
  });
});
