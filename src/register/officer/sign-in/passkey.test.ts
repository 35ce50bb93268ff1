import { beforeAll, describe, expect, test } from 'vitest';
import { givenAuthenticator } from '../../../../test/given/authenticator.ts';
import { givenServer, PASSWORD, type Caller, type GivenServer } from '../../../../test/given/serving.ts';
import { accessRoom } from '../../../core/access/index.ts';
import { approvalRoom } from '../../../core/approval/index.ts';
import { databaseRoom } from '../../../core/db/index.ts';
import { httpRoom } from '../../../core/http/index.ts';
import { idempotencyRoom } from '../../../core/idempotency/index.ts';
import { officeRoom } from '../../office/index.ts';
import { officerRoom } from '../index.ts';

const ORIGIN = 'http://localhost';
let given: GivenServer;

beforeAll(async () => {
  given = await givenServer({
    rooms: [databaseRoom, accessRoom, httpRoom, idempotencyRoom, approvalRoom, officeRoom, officerRoom],
  });
});

async function withPasskey(officer: Caller) {
  const key = givenAuthenticator(ORIGIN);
  const { body } = await officer.call('POST', '/v1/me/passkeys/options');
  const kept = await officer.call('POST', '/v1/me/passkeys', {
    challengeId: body.challengeId,
    response: key.register(body.options.challenge),
    label: 'Kunci meja',
  });
  expect([kept.status, kept.body.code]).toEqual([200, undefined]);
  return { key, id: kept.body.id as string };
}

const challenge = async () => (await given.anybody.call('POST', '/v1/session/passkey/options')).body;
const signIn = (challengeId: string, response: unknown) =>
  given.anybody.call('POST', '/v1/session/passkey', { challengeId, response });

describe('a passkey', () => {
  test('signs its officer in without a name', async () => {
    const officer = await given.officer({ role: 'operator' });
    const { key } = await withPasskey(officer);
    const { challengeId, options } = await challenge();
    const { status, body } = await signIn(challengeId, key.answer(options.challenge));
    expect([status, body.officer?.id, body.method]).toEqual([200, officer.officerId, 'passkey']);
  });

  test('answers each challenge once', async () => {
    const { key } = await withPasskey(await given.officer({ role: 'operator' }));
    const { challengeId, options } = await challenge();
    const response = key.answer(options.challenge);
    expect((await signIn(challengeId, response)).status).toBe(200);
    expect((await signIn(challengeId, response)).body.code).toBe('officer.passkey_refused');
  });

  test('used on a page of another site opens nothing', async () => {
    const { key } = await withPasskey(await given.officer({ role: 'operator' }));
    const { challengeId, options } = await challenge();
    const { body } = await signIn(
      challengeId,
      key.answer(options.challenge, { from: 'http://localhost.jahat.example' }),
    );
    expect(body.code).toBe('officer.passkey_refused');
  });

  test('that answers another challenge, or is a copy whose counter goes back, is refused', async () => {
    const { key } = await withPasskey(await given.officer({ role: 'operator' }));
    const first = await challenge();
    expect((await signIn(first.challengeId, key.answer('AAAA'))).body.code).toBe('officer.passkey_refused');
    await given.system(async (tx) => void (await tx.client.query('delete from officer.attempt')));
    const { challengeId, options } = await challenge();
    const copied = await signIn(challengeId, key.answer(options.challenge, { rewind: true }));
    expect(copied.body.code).toBe('officer.passkey_refused');
  });

  test('that the browser garbles is refused, not our fault', async () => {
    await given.system(async (tx) => void (await tx.client.query('delete from officer.attempt')));
    for (const response of [{}, null, 'x', { id: 'AA', response: {} }]) {
      const { challengeId } = await challenge();
      expect((await signIn(challengeId, response)).status).toBeLessThan(500);
    }
  });

  test('can be removed, though not as the only way in', async () => {
    const officer = await given.officer({ role: 'operator' });
    const { id } = await withPasskey(officer);
    await given.system(async (tx) => {
      await tx.client.query('set local role jatidiri_owner');
      await tx.client.query('delete from officer.password where officer_id = $1', [officer.officerId]);
    });
    expect((await officer.call('DELETE', `/v1/me/passkeys/${id}`)).body.code).toBe('officer.passkey_last');
    const other = await given.officer({ role: 'operator' });
    const second = await withPasskey(other);
    expect((await other.call('DELETE', `/v1/me/passkeys/${second.id}`)).status).toBe(204);
    expect((await other.call('GET', '/v1/me/passkeys')).body.passkeys).toEqual([]);
  });
});

describe('a passkey over a proposal', () => {
  async function proposal() {
    const satu = await given.signIn('satu');
    const { officerId } = await given.officer({ role: 'operator' });
    const officeId = await given.office('3175');
    const change = { change: 'grant', officerId, officeId, role: 'verifier', from: '2018-12-11', until: null };
    return (await satu.call('POST', '/v1/officers/posts', { change })).body.id as string;
  }

  test('approves exactly the proposal whose hash it signed', async () => {
    const dua = await given.signIn('dua', PASSWORD);
    const { key } = await withPasskey(dua);
    const [one, other] = [await proposal(), await proposal()];
    const { body } = await dua.call('POST', `/v1/proposals/${one}/challenge`);
    const signed = () => ({
      method: 'passkey',
      challengeId: body.challengeId,
      response: key.answer(body.options.challenge),
    });
    const swapped = await dua.call('POST', `/v1/proposals/${other}/approve`, { assertion: signed() });
    expect(swapped.body.code).toBe('approval.not_asserted');
    const right = await dua.call('POST', `/v1/proposals/${one}/approve`, { assertion: signed() });
    expect([right.status, right.body.state]).toEqual([200, 'approved']);
  });

  test("is not replaced by one's sign-in: its challenge is another kind", async () => {
    const dua = await given.signIn('dua', PASSWORD);
    const { key } = await withPasskey(dua);
    const id = await proposal();
    const { challengeId, options } = await challenge();
    const assertion = { method: 'passkey', challengeId, response: key.answer(options.challenge) };
    expect((await dua.call('POST', `/v1/proposals/${id}/approve`, { assertion })).body.code).toBe(
      'approval.not_asserted',
    );
  });
});
