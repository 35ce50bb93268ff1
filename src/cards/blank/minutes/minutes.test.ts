import { afterAll, expect, test } from 'vitest';
import type { Caller } from '../../../../test/given/serving.ts';
import { givenLine, span } from '../given-line.ts';

const line = await givenLine('2018-03-13T03:00:00Z');
afterAll(() => line.sequencer.stop());
const { ok, keepers, ministry, provinceHead, elsewhere, stores } = line;
const FIRST = 9_400_000;
await line.deliver(FIRST, 100);

const pdf = (by: Caller, path: string) =>
  line.app.inject({ method: 'GET', url: path, headers: { host: 'localhost', ...by.headers } });

test('an accepted shipment has minutes of both parties, the same bytes however often; a stranger and a shipment on its way have none', async () => {
  const { id } = await ok(line.send('centre', 'province', [span(FIRST, FIRST + 49)]));
  const path = `/v1/blanks/shipments/${id}/minutes`;
  expect((await keepers.centre.call('POST', path)).body.code).toBe('blank.shipment_not_accepted');
  await ok(keepers.province.call('POST', `/v1/blanks/shipments/${id}/counts`, { counted: 50, sealsWhole: true }));
  expect((await keepers.centre.call('GET', path)).body.code).toBe('blank.minutes_not_printed');
  const first = await ok(keepers.centre.call('POST', path));
  expect(await ok(keepers.province.call('POST', path))).toEqual({ ...first, issued: false });
  const [one, two] = [await pdf(keepers.centre, path), await pdf(keepers.province, path)];
  expect(one.headers['content-type']).toBe('application/pdf');
  expect(one.rawPayload.equals(two.rawPayload)).toBe(true);
  expect((await elsewhere.call('GET', path)).status).toBe(403);
});

test('what was handed over is listed for both ends and for who answers for them, with what was printed', async () => {
  const listed = async (by: Caller, query = '') => ok(by.call('GET', `/v1/blanks/minutes${query}`));
  const { minutes, more } = await listed(keepers.province);
  expect(more).toBe(false);
  expect(minutes).toEqual([
    expect.objectContaining({ kind: 'distribution', n: 50, printed: true, gives: expect.stringContaining('centre') }),
  ]);
  expect((await listed(ministry)).minutes).toHaveLength(1);
  expect((await listed(ministry, '?region=18')).minutes).toHaveLength(1);
  for (const query of ['?region=32', '?kind=handover']) expect((await listed(ministry, query)).minutes).toEqual([]);
  for (const by of [elsewhere, keepers.metro]) expect((await listed(by)).minutes).toEqual([]);
});

test('a store that passes to another keeper has minutes with both blind counts and who decided', async () => {
  const path = `/v1/blanks/stores/${stores.province}/minutes`;
  expect((await provinceHead.call('POST', path, {})).body.code).toBe('blank.no_handover');
  const next = await line.officer({ role: 'store_keeper', officeId: line.offices.province });
  for (const by of [keepers.province, next])
    await ok(by.call('POST', `/v1/blanks/stores/${stores.province}/handover-counts`, { counted: 50 }));
  line.clock.moveTo(new Date('2018-03-13T05:00:00Z'));
  const pass = { toKeeperId: next.officerId };
  await ok(ministry.call('POST', `/v1/blanks/stores/${stores.province}/handover`, pass));
  const first = await ok(provinceHead.call('POST', path, {}));
  expect(first.issued).toBe(true);
  expect(await ok(next.call('POST', path, {}))).toEqual({ ...first, issued: false });
  const opened = await pdf(next, path);
  expect(String(opened.headers['content-disposition'])).toMatch(/470-0001-BAST-GUDANG-2018\.pdf/);
  expect((await next.call('GET', `${path}?number=470/0009/BAST-GUDANG/2018`)).body.code).toBe('blank.no_handover');
  expect((await elsewhere.call('POST', path, {})).status).toBe(403);
  const { minutes } = await ok(next.call('GET', '/v1/blanks/minutes?kind=handover'));
  expect(minutes).toMatchObject([{ of: stores.province, n: 50, printed: true, number: '470/0001/BAST-GUDANG/2018' }]);
});
