import { Client } from 'pg';
import { expect, test } from 'vitest';
import { drawerRoom, givenDrawer } from '../../../test/given/desk.ts';
import { givenServer } from '../../../test/given/serving.ts';
import { allRooms } from '../../house.ts';

const rooms = [
  ...allRooms.filter((room) => (room.proposables ?? []).every((p) => p.act !== 'resident.merge')),
  drawerRoom,
];
const given = await givenServer({ rooms, config: { requestTimeoutMs: 3_000 } });
await givenDrawer(given.superuser, 10);
const officer = await given.officer({ role: 'operator', officeId: await given.office('3175') });

test('a request that waits for the database longer than the operator allows is refused, does nothing, and can be sent again by its key', async () => {
  const other = new Client(given.superuser);
  await other.connect();
  const key = { 'idempotency-key': '5e0f1f0c-52a2-4a38-9d0f-9a3c1f6f1a11' };
  const take = () => officer.call('POST', '/v1/drawer/take', { sheets: 1 }, key);
  try {
    await other.query('begin; select 1 from drawer.drawer for update');
    const { status, body } = await take();
    expect([status, body.code]).toEqual([503, 'db.too_slow']);
    expect(body.title).toContain('melebihi 3 detik');
  } finally {
    await other.end();
  }
  expect(await take()).toMatchObject({ status: 200, body: { left: 9 } });
});
