import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { many, sql } from '../../../core/db/index.ts';
import { WHY_NOT } from '../../partner/grant/rules.ts';
import { givenVerification, ORIGIN, WHY, type GivenVerification } from '../given-partner.ts';
import { batchAnsweredShape, answeredShape } from '../schema.ts';
import { givenAssertion, givenKey, givenProof, type GivenKey } from '../token/given-keys.ts';
import { TRIAL_ROWS } from './rules.ts';
import { trialSubject } from './table.ts';

let given: GivenVerification;
/** An institution without any agreement, which has handed in a key. */
let institution: string;
let key: GivenKey;
let token: string;

const SANDBOX = '/v1/sandbox';
let asked = 0;
const about = (
  nik: string,
  attributes: object = { name: 'SITI CONTOH RAHAYU', birthDate: '1990-08-05' },
  over = {},
) => ({
  ...WHY,
  nik,
  attributes,
  reference: `COBA-${asked++}`,
  ...over,
});
const ask = (body: object, headers: Record<string, string> = {}) =>
  given.inject('POST', `${SANDBOX}/verifications`, body, { authorization: `Bearer ${token}`, ...headers });

async function tokenOf(assertion: string, path = `${SANDBOX}/token`, headers: Record<string, string> = {}) {
  const form = new URLSearchParams(given.tokenForm(assertion)).toString();
  return given.inject('POST', path, form, { 'content-type': 'application/x-www-form-urlencoded', ...headers });
}

beforeAll(async () => {
  given = await givenVerification();
  [institution] = (await given.institutions(1)) as [string];
  key = await givenKey();
  await given.ok(given.dian.call('POST', `/v1/partners/institutions/${institution}/keys`, { jwk: key.jwk }));
  const { body } = await tokenOf(await givenAssertion(key, { clientId: institution, audience: ORIGIN }));
  token = body.access_token;
});

describe('an institution with a key and no agreement', () => {
  test('asks about the published numbers and gets answers of the true form, signed by a key that says what it is', async () => {
    const { status, text } = await ask(about('9901014508909001'));
    expect(status).toBe(200);
    const { answer, proof } = answeredShape.parse(JSON.parse(text));
    expect(answer.results).toEqual({ name: { result: 'score', score: 100 }, birthDate: { result: 'match' } });
    const { body } = await given.inject('GET', `${SANDBOX}/verifications/keys`, undefined);
    const [jwk] = body.keys;
    expect([proof.kind, proof.key, jwk.kid.startsWith('sandbox-')]).toEqual(['tree', jwk.kid, true]);
    const signed = Buffer.from(`jatidiri-answers-v1\n1\n${(proof as { root: string }).root}\n`);
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    expect(verify(null, signed, publicKey, Buffer.from(proof.signature, 'base64'))).toBe(true);
    const real = (await given.inject('GET', '/v1/verifications/keys', undefined)).body.keys[0];
    expect(real.x).not.toBe(jwk.x);
  });

  test('gets no true answer with a token of the sandbox, and none of the sandbox with a true one', async () => {
    const partner = await given.partner();
    const bearer = (held: string) => ({ authorization: `Bearer ${held}` });
    const real = await given.inject('POST', '/v1/verifications', about('9901014508909001'), bearer(token));
    expect(real.body.code).toBe('verification.token_invalid');
    const query = '/v1/verifications?x=/v1/sandbox/verifications';
    expect((await given.inject('POST', query, about('9901014508909001'), bearer(token))).status).toBe(401);
    const tried = await given.inject(
      'POST',
      `${SANDBOX}/verifications`,
      about('9901014508909001'),
      bearer(partner.token),
    );
    expect(tried.body.code).toBe('verification.token_invalid');
    const refused = await tokenOf(await givenAssertion(key, { clientId: institution, audience: ORIGIN }), '/v1/token');
    expect(refused.body.code).toBe('verification.client_unknown');
  });

  test('leaves nothing behind but two counts', async () => {
    const rows = () =>
      given.system((tx) =>
        many(
          tx,
          sql`select (select count(*) from ledger.access) as access, (select count(*) from verification.call) as calls,
                            (select count(*) from verification.once where entry is not null) as marks`,
        ),
      );
    const before = await rows();
    await ask(about('9901014508909001'));
    await ask(about('9901010203859999'));
    expect(await rows()).toEqual(before);
    await given.house.ground.verification.trial.settle();
    const [counted] = await given.system((tx) =>
      many<{ tokens: number; questions: number }>(
        tx,
        sql`select tokens, questions from verification.trial_day where institution_id = ${institution}`,
      ),
    );
    expect([counted!.tokens, counted!.questions > 1]).toEqual([1, true]);
  });
});

describe('each published number does what the table says of it', () => {
  test('states are told where the purpose’s grant tells them, and look like a mismatch where not', async () => {
    const told = async (purpose: string) =>
      Promise.all(
        TRIAL_ROWS.flatMap((row) => (row.is === 'state' ? [row] : [])).map(async ({ nik, state }) => {
          const { body } = await ask(about(nik, undefined, { purpose }));
          return [state, body.answer.state, body.answer.results.name.result];
        }),
      );
    expect(await told('public_service')).toEqual([
      ['deceased', 'deceased', 'no_match'],
      ['duplicate', 'duplicate', 'no_match'],
      ['inactive', 'inactive', 'no_match'],
      ['sealed', null, 'no_match'],
      ['absent', 'absent', 'no_match'],
    ]);
    expect((await told('development_planning')).every(([, state]) => state === null)).toBe(true);
  });

  test('every refusal of what may be asked, and those of quota and pace, with the true status and words', async () => {
    const rows = TRIAL_ROWS.flatMap((row) => (row.is === 'refusal' ? [row] : []));
    expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining([...WHY_NOT]));
    for (const { nik, code, seconds } of rows) {
      const { status, body, headers } = await ask(about(nik));
      expect([body.code, body.title.includes('.')]).toEqual([code, true]);
      expect(status).toBeGreaterThan(400);
      expect(headers['retry-after']).toBe(seconds === undefined ? undefined : String(seconds));
    }
    expect((await ask(about(rows.find(({ code }) => code.endsWith('not_ready'))!.nik))).status).toBe(503);
  });

  test('a batch refuses alone what is of one number, and altogether what is of the partner', async () => {
    const spent = TRIAL_ROWS.find((row) => row.is === 'refusal' && row.code === 'verification.person_misses_spent')!;
    const item = (nik: string) => {
      const { nik: _, attributes, reference } = about(nik);
      return { nik, attributes, reference };
    };
    const batch = (niks: readonly string[]) =>
      given.inject(
        'POST',
        `${SANDBOX}/verifications/batch`,
        { ...WHY, items: niks.map(item) },
        {
          authorization: `Bearer ${token}`,
        },
      );
    const { text } = await batch(['9901014508909001', spent.nik]);
    const { answers } = batchAnsweredShape.parse(JSON.parse(text));
    expect(answers.map((each) => 'answer' in each)).toEqual([true, false]);
    const quota = TRIAL_ROWS.find((row) => row.is === 'refusal' && row.code === 'verification.quota_spent')!;
    expect((await batch(['9901014508909001', quota.nik])).status).toBe(429);
  });

  test('every row can be read, and stands under a number that nobody has', () => {
    expect(new Set(TRIAL_ROWS.map(({ nik }) => nik)).size).toBe(TRIAL_ROWS.length);
    expect(TRIAL_ROWS.filter(({ nik }) => !/^99\d{10}9\d{3}$/.test(nik))).toEqual([]);
    expect(TRIAL_ROWS.map(({ nik }) => trialSubject(nik).state)).toContain('active');
  });
});

describe('what holds for the true call holds here', () => {
  test('the same question under the same reference or key gets the same entry; another under the key is refused', async () => {
    const question = about('9901014508909001');
    const [first, second] = [await ask(question), await ask(question)];
    expect(second.body.answer).toEqual(first.body.answer);
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const kept = await ask(about('9901014508909001'), headers);
    expect(kept.status).toBe(200);
    expect((await ask(about('9901010203859002'), headers)).body.code).toBe('verification.other_question');
  });

  test('input is refused field by field, assertions and proofs come once', async () => {
    const wrong = await ask({ ...about('9901014508909001'), nik: 990_101_450_890 });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, 'nik']);
    const assertion = await givenAssertion(key, { clientId: institution, audience: ORIGIN });
    expect((await tokenOf(assertion)).status).toBe(200);
    expect((await tokenOf(assertion)).body.code).toBe('verification.assertion_replayed');
    const proving = await givenKey();
    const path = `${ORIGIN}${SANDBOX}`;
    const dpop = await givenProof(proving, { method: 'POST', url: `${path}/token` });
    const bound = await tokenOf(await givenAssertion(key, { clientId: institution, audience: ORIGIN }), undefined, {
      dpop,
    });
    const held = bound.body.access_token as string;
    const proof = await givenProof(proving, { method: 'POST', url: `${path}/verifications`, token: held });
    const headers = { authorization: `DPoP ${held}`, dpop: proof };
    expect((await ask(about('9901014508909001'), headers)).status).toBe(200);
    expect((await ask(about('9901014508909001'), headers)).body.code).toBe('verification.used_before');
  });

  test('a purpose that demands proof says so, and one that is not granted too', async () => {
    const demanded = await ask(about('9901014508909001', undefined, { purpose: 'democracy' }));
    expect(demanded.body.code).toBe('verification.proof_demanded');
    const lacking = await ask(about('9901014508909001', undefined, { purpose: 'law_enforcement' }));
    expect(lacking.body.code).toBe('partner.not_granted');
  });
});
