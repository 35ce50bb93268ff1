import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { givenHouse, type GivenHouse } from '../../../../test/given/house.ts';
import { accessRoom } from '../../../core/access/index.ts';
import { approvalRoom } from '../../../core/approval/index.ts';
import { databaseRoom } from '../../../core/db/index.ts';
import { httpRoom } from '../../../core/http/index.ts';
import { idempotencyRoom } from '../../../core/idempotency/index.ts';
import { officeRoom } from '../../office/index.ts';
import { issueCode, issueFirstRunCodes, officerRoom } from '../index.ts';

let given: GivenHouse;
let app: FastifyInstance;
let codes: string[];
let closeSequencer: () => Promise<void>;

beforeAll(async () => {
  const rooms = [databaseRoom, accessRoom, httpRoom, idempotencyRoom, approvalRoom, officeRoom, officerRoom];
  given = await givenHouse({ rooms });
  app = await given.house.serve();
  // As in a real house: once its lock and ours bore the same number, and the first run stood still for ever.
  const sequencer = given.house.startSequencer(() => {});
  closeSequencer = () => sequencer.stop();
  codes = await given.system(issueFirstRunCodes);
});
afterAll(async () => {
  await closeSequencer();
  await app.close();
});

async function call(method: 'GET' | 'POST', url: string, payload?: object, remoteAddress = '127.0.0.1') {
  const answer = await app.inject({ method, url, payload, remoteAddress, headers: { host: 'localhost' } });
  return { status: answer.statusCode, body: answer.json() };
}

const administrator = (code: string, username: string) => ({
  code,
  username,
  name: 'Administrator Pertama',
  password: 'empat kata yang acak',
});

test('until two administrators exist nothing else works, and each code makes one', async () => {
  expect(codes).toHaveLength(2);
  expect((await call('GET', '/v1/first-run')).body).toEqual({ missing: 2 });
  const shut = await call('POST', '/v1/session', { username: 'a', password: 'b' });
  expect([shut.status, shut.body.code]).toEqual([503, 'http.first_run_pending']);
  expect((await call('GET', '/v1/offices')).status).toBe(503);

  const first = await call('POST', '/v1/first-run/administrators', administrator(codes[0]!, 'pertama'));
  expect([first.status, first.body]).toEqual([200, { missing: 1 }]);
  const again = await call('POST', '/v1/first-run/administrators', administrator(codes[0]!, 'lainnya'));
  expect(again.body.code).toBe('officer.code_wrong');
  expect((await call('POST', '/v1/session', { username: 'pertama', password: 'empat kata yang acak' })).status).toBe(
    503,
  );

  expect((await call('POST', '/v1/first-run/administrators', administrator('SALAH-SALAH', 'kedua'))).status).toBe(422);
  const second = await call('POST', '/v1/first-run/administrators', administrator(codes[1]!, 'kedua'));
  expect(second.body).toEqual({ missing: 0 });
  expect((await call('POST', '/v1/session', { username: 'pertama', password: 'empat kata yang acak' })).status).toBe(
    200,
  );
  const third = await call('POST', '/v1/first-run/administrators', administrator(codes[1]!, 'ketiga'));
  expect(third.body.code).toBe('officer.first_run_over');
  expect(await given.system(issueFirstRunCodes)).toEqual([]);
});

test('a sign-in link works once and only on the machine itself', async () => {
  const officerId = await given.system(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>(`select id from officer.officer where username = 'kedua'`);
    return rows[0]!.id;
  });
  const link = () => given.system((tx) => issueCode(tx, { kind: 'link', officerId, hours: 24 }));
  const token = await link();
  const far = await call('POST', '/v1/session/link', { token }, '192.0.2.7');
  expect([far.status, far.body.code]).toEqual([403, 'officer.link_not_here']);
  expect((await call('POST', '/v1/session/link', { token })).body.method).toBe('link');
  expect((await call('POST', '/v1/session/link', { token })).body.code).toBe('officer.code_wrong');
});

test('a code of one kind is not one of another, and an old one is none', async () => {
  const code = await given.system((tx) => issueCode(tx, { kind: 'first_run', officerId: null, hours: 1 }));
  expect((await call('POST', '/v1/session/link', { token: code })).body.code).toBe('officer.code_wrong');
  await given.system(async (tx) => void (await tx.client.query('delete from officer.attempt')));
  const { rows } = await given.system((tx) =>
    tx.client.query<{ id: string }>('select id from officer.officer limit 1'),
  );
  const old = await given.system((tx) => issueCode(tx, { kind: 'link', officerId: rows[0]!.id, hours: -1 }));
  expect((await call('POST', '/v1/session/link', { token: old })).body.code).toBe('officer.code_wrong');
});
