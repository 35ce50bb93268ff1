import { beforeAll, describe, expect, test } from 'vitest';
import { givenServer, PASSWORD, type Caller, type GivenServer } from '../../../test/given/serving.ts';
import { accessRoom, systemActor } from '../../core/access/index.ts';
import { approvalRoom } from '../../core/approval/index.ts';
import { databaseRoom } from '../../core/db/index.ts';
import { httpRoom } from '../../core/http/index.ts';
import { idempotencyRoom } from '../../core/idempotency/index.ts';
import { inTransaction } from '../../core/notice/index.ts';
import { refuser } from '../../core/refusal/index.ts';
import type { Room } from '../../core/room.ts';
import { DITJEN_ID, officeRoom } from '../office/index.ts';
import { changePost, officerRoom, officersLeave } from './index.ts';

// A higher room in which somebody may hold something.
const custodyRefusals = { 'custody.held': { status: 409, when: 'the officer holds something' } } as const;
const refuseCustody = refuser(custodyRefusals);
const holders = new Set<string>();
const custodyRoom: Room = {
  name: 'custody',
  texts: { id: { 'custody.held': 'Masih memegang blangko.' }, en: { 'custody.held': 'Still holds blanks.' } },
  refusals: custodyRefusals,
  listening: [
    inTransaction(officersLeave, 'custody', async (_tx, _actor, leaving) => {
      if (leaving.some(({ officerId }) => holders.has(officerId))) throw refuseCustody('custody.held');
    }),
  ],
};

let given: GivenServer;
let satu: Caller;
let dua: Caller;
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
    custodyRoom,
  ];
  given = await givenServer({ rooms });
  satu = await given.signIn('satu');
  dua = await given.signIn('dua');
});
// On a busy machine entries that nobody numbers would stop disclosures after ten seconds.
beforeAll(() => {
  const sequencer = given.house.startSequencer(() => {});
  return () => sequencer.stop();
});

async function change(by: Caller, approver: Caller, given: object) {
  const proposed = await by.call('POST', '/v1/officers/posts', { change: given });
  expect([proposed.status, proposed.body.code]).toEqual([200, undefined]);
  return approver.call('POST', `/v1/proposals/${proposed.body.id}/approve`, { assertion });
}

const postsOf = async (officerId: string) => {
  const { body } = await satu.call('POST', '/v1/officers/search', {});
  return body.officers.find((officer: { id: string }) => officer.id === officerId).posts;
};

describe('a role', () => {
  test('is given by two people, and the officer has it at his next request', async () => {
    const officeId = await given.office('3175');
    const { officerId, ...officer } = await given.officer({ role: 'operator', officeId });
    const grant = { change: 'grant', officerId, officeId, role: 'verifier', from: '2018-12-01', until: null };
    expect((await change(satu, dua, grant)).status).toBe(200);
    expect((await officer.call('GET', '/v1/session')).body.roles).toEqual(['operator', 'verifier']);
  });

  test('held already is refused, by the approval too', async () => {
    const officeId = await given.office('3175');
    const { officerId } = await given.officer({ role: 'operator', officeId });
    const grant = { change: 'grant', officerId, officeId, role: 'operator', from: '2018-12-01', until: null };
    const { body } = await change(satu, dua, grant);
    expect(body.code).toBe('officer.post_held');
  });

  test('ends on its day; with the last one the session ends', async () => {
    const { officerId, ...officer } = await given.officer({ role: 'operator', officeId: await given.office('3175') });
    const [post] = await postsOf(officerId);
    expect((await change(satu, dua, { change: 'end', officerId, postId: post.id, until: '2018-12-10' })).status).toBe(
      200,
    );
    expect((await officer.call('GET', '/v1/session')).status).toBe(401);
  });

  test('moves to another office in one act', async () => {
    const { officerId } = await given.officer({ role: 'operator', officeId: await given.office('3175') });
    const [post] = await postsOf(officerId);
    const officeId = await given.office('3174');
    expect(
      (await change(satu, dua, { change: 'move', officerId, postId: post.id, officeId, on: '2018-12-11' })).status,
    ).toBe(200);
    expect(await postsOf(officerId)).toMatchObject([{ officeId, role: 'operator', from: '2018-12-11' }]);
  });

  test('outside the own region is not proposed', async () => {
    const head = await given.officer({ role: 'office_head', officeId: await given.office('3175') });
    const { officerId } = await given.officer({ role: 'operator', officeId: await given.office('3201') });
    const grant = {
      change: 'grant',
      officerId,
      officeId: await given.office('3201'),
      role: 'verifier',
      from: '2018-12-01',
      until: null,
    };
    const { body } = await head.call('POST', '/v1/officers/posts', { change: grant });
    expect(body.code).toBe('access.outside_jurisdiction');
  });
});

describe('whoever holds something in custody', () => {
  test('is neither moved, nor disabled, nor retired', async () => {
    const { officerId } = await given.officer({ role: 'store_keeper', officeId: await given.office('3175') });
    holders.add(officerId);
    const [post] = await postsOf(officerId);
    const move = { change: 'move', officerId, postId: post.id, officeId: await given.office('3174'), on: '2018-12-11' };
    expect((await change(satu, dua, move)).body.code).toBe('custody.held');
    for (const how of ['disable', 'retire']) {
      const { status, body } = await satu.call('POST', `/v1/officers/${officerId}/${how}`, { reason: 'pindah tugas' });
      expect([status, body.code]).toEqual([409, 'custody.held']);
    }
    holders.delete(officerId);
    expect((await satu.call('POST', `/v1/officers/${officerId}/disable`, { reason: 'pindah tugas' })).status).toBe(204);
  });
});

describe('an officer', () => {
  test('who is disabled is out at once, and back when enabled', async () => {
    const { officerId, username, ...officer } = await given.officer({ role: 'operator' });
    await satu.call('POST', `/v1/officers/${officerId}/disable`, { reason: 'cuti panjang' });
    expect((await officer.call('GET', '/v1/session')).status).toBe(401);
    await expect(given.signIn(username)).rejects.toThrow('sign_in_failed');
    await satu.call('POST', `/v1/officers/${officerId}/enable`, { reason: 'sudah kembali' });
    await given.signIn(username);
  });

  test('does not disable himself, and two administrators of the centre remain', async () => {
    const self = await satu.call('POST', `/v1/officers/${satu.officerId}/disable`, { reason: 'saya sendiri' });
    expect(self.body.code).toBe('officer.oneself');
    const other = await satu.call('POST', `/v1/officers/${dua.officerId}/retire`, { reason: 'pensiun nanti' });
    expect(other.body.code).toBe('officer.last_administrator');
  });

  test('of another region is out of reach for a regional administrator', async () => {
    const admin = await given.officer({ role: 'administrator', officeId: await given.office('3175') });
    const { officerId } = await given.officer({ role: 'operator', officeId: await given.office('3201') });
    for (const act of ['disable', 'retire', 'code']) {
      const { body } = await admin.call('POST', `/v1/officers/${officerId}/${act}`, { reason: 'mencoba saja' });
      expect(body.code).toBe('access.outside_jurisdiction');
    }
    const { body } = await admin.call('POST', '/v1/officers/search', {});
    expect(body.officers.map((officer: { id: string }) => officer.id)).not.toContain(officerId);
  });

  test('two with one name at sign-in are refused', async () => {
    const { username } = await given.officer({ role: 'operator' });
    const { body } = await satu.call('POST', '/v1/officers', { username, name: 'Petugas Lain' });
    expect(body.code).toBe('officer.username_taken');
    expect(body.errors).toMatchObject([{ path: 'username' }]);
  });

  test('at two offices changes over, and acts in one region at a time', async () => {
    const { officerId, ...officer } = await given.officer({ role: 'operator', officeId: await given.office('3175') });
    const officeId = await given.office('3201');
    await given.system((tx) =>
      changePost(tx, systemActor('test'), {
        change: 'grant',
        officerId,
        officeId,
        role: 'verifier',
        from: '2018-01-01',
        until: null,
      }),
    );
    expect((await officer.call('GET', '/v1/session')).body.office.regionCode).toBe('3175');
    expect((await officer.call('POST', '/v1/session/office', { officeId })).status).toBe(200);
    const { body } = await officer.call('GET', '/v1/session');
    expect([body.office.regionCode, body.roles]).toEqual(['3201', ['verifier']]);
    const elsewhere = await officer.call('POST', '/v1/session/office', { officeId: await given.office('3174') });
    expect(elsewhere.body.code).toBe('officer.no_post');
  });
});

describe('a delegation', () => {
  const lend = (from: Caller, to: Caller, more: object = {}) =>
    from.call('POST', '/v1/delegations', {
      toOfficerId: to.officerId,
      role: 'office_head',
      from: '2018-12-11',
      until: '2018-12-14',
      reason: 'dinas luar',
      ...more,
    });

  test('lends a role for its days, is seen by both, and ends when it is revoked', async () => {
    const officeId = await given.office('3175');
    const head = await given.officer({ role: 'office_head', officeId });
    const deputy = await given.officer({ role: 'operator', officeId });
    const { status, body } = await lend(head, deputy);
    expect(status).toBe(200);
    expect((await deputy.call('GET', '/v1/session')).body.roles).toEqual(['office_head', 'operator']);
    expect((await deputy.call('GET', '/v1/delegations')).body.delegations).toMatchObject([
      { id: body.id, role: 'office_head' },
    ]);
    expect((await head.call('DELETE', `/v1/delegations/${body.id}`)).status).toBe(204);
    expect((await deputy.call('GET', '/v1/session')).body.roles).toEqual(['operator']);
  });

  test('begins and ends by the calendar of the office, and falls with the lender', async () => {
    const officeId = await given.office('3175');
    const head = await given.officer({ role: 'office_head', officeId });
    const deputy = await given.officer({ role: 'operator', officeId });
    await lend(head, deputy, { from: '2018-12-12' });
    const roles = async () => {
      given.house.ground.actors.forget(deputy.officerId);
      return (await deputy.call('GET', '/v1/session')).body.roles;
    };
    expect(await roles()).toEqual(['operator']);
    // 00.30 WIB on the 12th is still the 11th in UTC.
    given.clock.moveTo(new Date('2018-12-11T17:30:00Z'));
    expect(await roles()).toEqual(['office_head', 'operator']);
    await satu.call('POST', `/v1/officers/${head.officerId}/disable`, { reason: 'diberhentikan' });
    expect(await roles()).toEqual(['operator']);
    given.clock.moveTo(new Date('2018-12-11T09:00:00Z'));
  });

  test('of a role that is not his own, lent to him, too long, or to a stranger is refused', async () => {
    const officeId = await given.office('3175');
    const head = await given.officer({ role: 'office_head', officeId });
    const deputy = await given.officer({ role: 'operator', officeId });
    const stranger = await given.officer({ role: 'operator', officeId: await given.office('3174') });
    expect((await lend(deputy, head)).body.code).toBe('officer.delegation_role');
    expect((await lend(head, deputy, { until: '2019-12-14' })).body.code).toBe('officer.delegation_dates');
    expect((await lend(head, deputy, { from: '2018-12-01' })).body.code).toBe('officer.delegation_dates');
    expect((await lend(head, stranger)).body.code).toBe('officer.delegation_to');
    await lend(head, deputy);
    const third = await given.officer({ role: 'operator', officeId });
    expect((await lend(deputy, third)).body.code).toBe('officer.delegation_role');
  });
});

describe('an office', () => {
  const opening = async (more: object = {}) => ({
    kind: 'unit',
    name: 'UPT Duren Sawit',
    regionCode: '317507',
    zone: 'Asia/Jakarta',
    parentId: await given.office('3175'),
    openedOn: '2018-12-01',
    ...more,
  });

  test('is opened, changed and closed, with its history kept', async () => {
    const { status, body } = await satu.call('POST', '/v1/offices', await opening());
    expect([status, body.parentName]).toEqual([200, 'Kantor 3175']);
    const renamed = { name: 'UPT Kecamatan Duren Sawit', zone: 'Asia/Jakarta', occurredOn: '2018-12-05' };
    expect((await satu.call('PUT', `/v1/offices/${body.id}`, renamed)).status).toBe(200);
    expect((await satu.call('POST', `/v1/offices/${body.id}/close`, { closedOn: '2018-12-11' })).status).toBe(200);
    const kept = await satu.call('GET', `/v1/offices/${body.id}`);
    expect(kept.body.history.map(({ act }: { act: string }) => act)).toEqual(['opened', 'changed', 'closed']);
  });

  test('in which officers still serve is not closed', async () => {
    const officeId = await given.office('3173');
    await given.officer({ role: 'operator', officeId });
    const { body } = await satu.call('POST', `/v1/offices/${officeId}/close`, { closedOn: '2018-12-11' });
    expect([body.code, body.title]).toEqual(['officer.still_serves', expect.stringContaining('1 petugas')]);
  });

  test('of a level that its kind has not, or under a foreign parent, is refused', async () => {
    const level = await satu.call('POST', '/v1/offices', await opening({ name: 'UPT Aneh', regionCode: '31' }));
    expect(level.body.code).toBe('office.wrong_level');
    const parent = await satu.call('POST', '/v1/offices', await opening({ name: 'UPT Jauh', regionCode: '320101' }));
    expect(parent.body.code).toBe('office.wrong_parent');
    const zone = await satu.call('POST', '/v1/offices', await opening({ zone: 'Asia/Betawi' }));
    expect(zone.body.errors).toMatchObject([{ path: 'zone', code: 'office.zone_unknown' }]);
  });

  test('outside the own region is not opened, not even past the code: the database refuses too', async () => {
    const admin = await given.officer({ role: 'administrator', officeId: await given.office('3201') });
    const { body } = await admin.call('POST', '/v1/offices', await opening({ name: 'UPT Orang Lain' }));
    expect(body.code).toBe('access.outside_jurisdiction');
    const actor = { ...systemActor('test'), jurisdiction: { code: '3201' } };
    const insert = `insert into office.office (id, kind, name, region_code, zone, opened_on)
                    values (gen_random_uuid(), 'unit', 'UPT Gelap', '317507', 'Asia/Jakarta', '2018-01-01')`;
    await expect(given.transact(actor, (tx) => tx.client.query(insert))).rejects.toThrow('row-level security');
  });

  test('of the centre’s own units is opened by who answers for the nation, under the Ditjen, and by nobody below', async () => {
    const unit = { kind: 'directorate', name: 'Direktorat Contoh', regionCode: '', parentId: DITJEN_ID };
    const admin = await given.officer({ role: 'administrator', officeId: await given.office('31') });
    const below = await admin.call('POST', '/v1/offices', await opening(unit));
    expect(below.body.code).toBe('access.outside_jurisdiction');
    const elsewhere = await satu.call(
      'POST',
      '/v1/offices',
      await opening({ ...unit, parentId: await given.office('31') }),
    );
    expect(elsewhere.body.code).toBe('office.wrong_parent');
    const { status, body } = await satu.call('POST', '/v1/offices', await opening(unit));
    expect([status, body.kind, body.regionCode, body.parentId]).toEqual([200, 'directorate', '', DITJEN_ID]);
    const nation = await given.officer({ role: 'ministry_officer', officeId: body.id });
    expect((await nation.call('GET', '/v1/session')).body.office).toMatchObject({ id: body.id, regionCode: '' });
    const { body: found } = await satu.call('GET', '/v1/offices?kind=directorate');
    expect(found.offices.map(({ id }: { id: string }) => id)).toEqual([body.id]);
  });

  test('lists go on from page to page without losing or repeating one', async () => {
    for (let i = 0; i < 55; i++)
      await satu.call('POST', '/v1/offices', await opening({ name: `Gerai ${i}`, kind: 'counter' }));
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = cursor ? `&cursor=${cursor}` : '';
      const { body } = await satu.call('GET', `/v1/offices?search=Gerai${query}`);
      seen.push(...body.offices.map((office: { id: string }) => office.id));
      cursor = body.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([55, 55]);
    const forged = await satu.call('GET', '/v1/offices?cursor=AAAA');
    expect(forged.body.code).toBe('http.cursor_invalid');
  });
});
