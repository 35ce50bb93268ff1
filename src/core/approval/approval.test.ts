import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { drawerRoom, givenDrawer } from '../../../test/given/desk.ts';
import { givenServer, PASSWORD, type Caller, type GivenServer } from '../../../test/given/serving.ts';
import { accessRoom, systemActor } from '../access/index.ts';
import { databaseRoom } from '../db/index.ts';
import { httpRoom } from '../http/index.ts';
import { idempotencyRoom } from '../idempotency/index.ts';
import { officeRoom } from '../../register/office/index.ts';
import { officerRoom, takeOut } from '../../register/officer/index.ts';
import { approvalRoom } from './index.ts';

let given: GivenServer;
let proposer: Caller;
let colleague: Caller;
let neighbour: Caller;
const assertion = { method: 'password', password: PASSWORD };

beforeAll(async () => {
  const rooms = [
    databaseRoom,
    accessRoom,
    httpRoom,
    idempotencyRoom,
    approvalRoom,
    officeRoom,
    officerRoom,
    drawerRoom,
  ];
  given = await givenServer({ rooms });
  await givenDrawer(given.superuser, 7);
  const officeId = await given.office('3175');
  proposer = await given.officer({ role: 'office_head', officeId });
  colleague = await given.officer({ role: 'section_head', officeId });
  neighbour = await given.officer({ role: 'office_head', officeId: await given.office('3174') });
});

beforeEach(() => given.system(async (tx) => void (await tx.client.query('update drawer.drawer set sheets = 7'))));

const propose = async () => (await proposer.call('POST', '/v1/drawer/empty', { region: '3175' })).body.id as string;
const sheets = async () => (await proposer.call('GET', '/v1/drawer')).body.left as number;

describe('a proposal', () => {
  test('changes nothing yet, and waits for a colleague with its sentence and its hash', async () => {
    const id = await propose();
    expect(await sheets()).toBe(7);
    const { body } = await colleague.call('GET', '/v1/proposals', undefined, { 'accept-language': 'en' });
    const waiting = body.proposals.find((proposal: { id: string }) => proposal.id === id);
    expect(waiting.summary).toBe('Empty a drawer of 7 sheets');
    expect(waiting.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(waiting.whyNot).toBe(null);
  });

  test('is not approved by who made it', async () => {
    const { status, body } = await proposer.call('POST', `/v1/proposals/${await propose()}/approve`, { assertion });
    expect([status, body.code]).toEqual([403, 'approval.own']);
    expect(await sheets()).toBe(7);
  });

  test('approved by a colleague who proves himself runs in the same moment, once', async () => {
    const id = await propose();
    const { status, body } = await colleague.call('POST', `/v1/proposals/${id}/approve`, { assertion });
    expect([status, body.state]).toEqual([200, 'approved']);
    expect(await sheets()).toBe(0);
    const again = await colleague.call('POST', `/v1/proposals/${id}/approve`, { assertion });
    expect(again.body.code).toBe('approval.decided');
  });

  test('is not approved with a wrong password', async () => {
    const wrong = { method: 'password', password: 'salah salah salah' };
    const { body } = await colleague.call('POST', `/v1/proposals/${await propose()}/approve`, { assertion: wrong });
    expect(body.code).toBe('approval.not_asserted');
    expect(await sheets()).toBe(7);
  });

  test('whose ground has changed since does not run', async () => {
    const id = await propose();
    await given.system(async (tx) => void (await tx.client.query('update drawer.drawer set sheets = 6')));
    const { status, body } = await colleague.call('POST', `/v1/proposals/${id}/approve`, { assertion });
    expect([status, body.code]).toEqual([409, 'approval.stale']);
    expect(await sheets()).toBe(6);
  });

  test('older than 24 hours never runs', async () => {
    const id = await propose();
    given.clock.moveTo(new Date(given.clock.now().getTime() + 24 * 3_600_000));
    const { status, body } = await colleague.call('POST', `/v1/proposals/${id}/approve`, { assertion });
    expect([status, body.code]).toEqual([410, 'approval.expired']);
    expect((await colleague.call('GET', `/v1/proposals/${id}`)).body.state).toBe('expired');
  });

  test('altered in the database does not run: its hash no longer fits', async () => {
    const id = await propose();
    await given.system(async (tx) => {
      const sealed = given.house.ground.vault.seal(
        'approval',
        { table: 'approval.proposal', row: id, column: 'input' },
        JSON.stringify({ region: '31' }),
      );
      await tx.client.query('update approval.proposal set input = $2 where id = $1', [id, sealed]);
    });
    const { body } = await colleague.call('POST', `/v1/proposals/${id}/approve`, { assertion });
    expect(body.code).toBe('approval.stale');
    expect(await sheets()).toBe(7);
  });

  test('can be rejected with a reason, or withdrawn by its maker only', async () => {
    const rejected = await colleague.call('POST', `/v1/proposals/${await propose()}/reject`, {
      reason: 'belum dihitung',
    });
    expect([rejected.body.state, rejected.body.reason]).toEqual(['rejected', 'belum dihitung']);
    const id = await propose();
    const other = await colleague.call('POST', `/v1/proposals/${id}/withdraw`);
    expect(other.body.code).toBe('approval.not_yours');
    expect((await proposer.call('POST', `/v1/proposals/${id}/withdraw`)).body.state).toBe('withdrawn');
  });

  test('approved by two at once runs once', async () => {
    const id = await propose();
    const third = await given.officer({ role: 'section_head', officeId: await given.office('3175') });
    const answers = await Promise.all(
      [colleague, third].map((who) => who.call('POST', `/v1/proposals/${id}/approve`, { assertion })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });
});

describe('the second person', () => {
  test('of another office may not decide while the own office has enough', async () => {
    const { body } = await neighbour.call('POST', `/v1/proposals/${await propose()}/approve`, { assertion });
    expect(['approval.not_entitled', 'approval.not_found']).toContain(body.code);
  });

  test('may come from a neighbouring office when the own office is small', async () => {
    const officeId = await given.office('3171');
    const alone = await given.officer({ role: 'office_head', officeId });
    const { body } = await alone.call('POST', '/v1/drawer/empty', { region: '3171' });
    const list = await neighbour.call('GET', '/v1/proposals');
    expect(list.body.proposals.map((proposal: { id: string }) => proposal.id)).toContain(body.id);
    const done = await neighbour.call('POST', `/v1/proposals/${body.id}/approve`, { assertion });
    expect(done.status).toBe(200);
  });

  test('who was disabled meanwhile does not count and cannot act', async () => {
    const officeId = await given.office('3172');
    const head = await given.officer({ role: 'office_head', officeId });
    const second = await given.officer({ role: 'section_head', officeId });
    const { body } = await head.call('POST', '/v1/drawer/empty', { region: '3172' });
    await given.system((tx) =>
      takeOut(tx, systemActor('test'), { officerId: second.officerId, how: 'disable', reason: 'cuti panjang' }),
    );
    expect((await second.call('POST', `/v1/proposals/${body.id}/approve`, { assertion })).status).toBe(401);
    expect((await neighbour.call('POST', `/v1/proposals/${body.id}/approve`, { assertion })).status).toBe(200);
  });

  test('of another province neither sees nor decides it', async () => {
    const far = await given.officer({ role: 'office_head', officeId: await given.office('3201') });
    const id = await propose();
    expect((await far.call('GET', `/v1/proposals/${id}`)).status).toBe(404);
    expect((await far.call('POST', `/v1/proposals/${id}/approve`, { assertion })).status).toBe(404);
  });
});
