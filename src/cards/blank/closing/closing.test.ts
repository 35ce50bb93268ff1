import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { buildWeb } from '../../../../web/build.ts';
import { run, sql } from '../../../core/db/index.ts';
import { serveWeb } from '../../../core/http/web.ts';
import { leafHash, rootOf } from '../../../core/ledger/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { givenLine, span } from '../given-line.ts';
import { closeDay, closeDayJob } from './close.ts';
import { closingIndicators } from './indicators.ts';
import { series } from './series.ts';
import { expectAgreement } from '../../../../test/given/series.ts';

await buildWeb();
const line = await givenLine('2018-03-01T02:00:00Z');
const { ok, ministry, second, provinceHead, stores } = line;
const app = await line.house.serve({
  rateFactor: 1000,
  extend: (server) =>
    serveWeb(server, {
      dist: fileURLToPath(new URL('../../../../web/dist', import.meta.url)),
      pages: line.house.rooms.flatMap(({ pages }) => pages ?? []),
      visitors: line.house.rooms.flatMap(({ visitors }) => visitors ?? []),
      transact: line.house.database.transact.bind(line.house.database),
      speaker: line.house.speaker,
      specimen: true,
      rateFactor: 1000,
    }),
});
afterAll(async () => {
  await app.close();
  await line.sequencer.stop();
});

const at = (instant: string) => line.clock.moveTo(new Date(instant));
const runJob = () => line.system((tx) => closeDayJob.run(tx, {}));
const closing = async (day: string) => ok(line.anybody.call('GET', `/v1/blanks/closings/${day}`));
const figureOf = async (day: string) =>
  (
    await app.inject({
      method: 'GET',
      url: `/angka/blank.in_stock?tanggal=${day}&bentuk=json`,
      headers: { host: 'localhost', accept: 'text/html' },
    })
  ).json();
const page = (query = '') =>
  app.inject({ method: 'GET', url: `/stok-blangko${query}`, headers: { host: 'localhost', accept: 'text/html' } });
const rowOf = (day: { rows: { store: string }[] }, store: string) =>
  day.rows.find((row) => row.store === store) as never as {
    line: string | null;
    numbers: Record<string, number> | null;
    leaf: string;
  };

const FIRST = 9_200_000;
await line.deliver(FIRST, 300);
await line.ship('centre', 'province', FIRST, FIRST + 199);
await line.ship('province', 'tulangBawang', FIRST, FIRST + 99);

describe('a closed day', () => {
  test('fixes every store’s balance at the end of the day in one entry, and anybody makes the root again', async () => {
    expect((await page()).body).toContain('Belum ada hari yang ditutup');
    at('2018-03-02T00:30:00Z');
    await ok(line.send('tulangBawang', 'province', [span(FIRST, FIRST + 9)]));
    await runJob();
    await runJob();
    const day = await closing('2018-03-01');
    expect(day.rows).toHaveLength(4);
    expect(rowOf(day, stores.tulangBawang).numbers).toMatchObject({ inStock: 100, inTransit: 0, difference: 0 });
    expect(rowOf(day, stores.province).numbers).toMatchObject({ received: 200, handedOn: 100, inStock: 100 });
    const leaves = day.rows.map((row: { line: string }) =>
      createHash('sha256')
        .update(Buffer.concat([Buffer.of(0), Buffer.from(row.line)]))
        .digest(),
    );
    expect(rootOf(leaves).toString('hex')).toBe(day.root);
    expect(leaves[0]).toEqual(leafHash(Buffer.from(day.rows[0].line)));
    const auditor = await line.officer({ role: 'auditor' });
    const entry = () => auditor.call('GET', `/v1/ledger/entries/${day.entryId}`);
    await expect.poll(async () => (await entry()).status).toBe(200);
    expect(JSON.stringify((await entry()).body)).toContain(day.root);
  });

  test('has ended, is closed once and is never changed', async () => {
    await expect(line.system((tx) => closeDay(tx, asCivilDate('2018-03-02')))).rejects.toThrow('has not ended');
    await expect(line.system((tx) => run(tx, sql`update blank.closing set in_stock = 0`))).rejects.toThrow(
      'permission',
    );
    await expect(line.system((tx) => run(tx, sql`delete from blank.closing_day`))).rejects.toThrow('permission');
    expect((await line.anybody.call('GET', '/v1/blanks/closings/2018-03-02')).body.code).toBe('blank.not_closed');
  });

  test('is made up for when no worker ran, each day as it was known at its end', async () => {
    at('2018-03-05T01:00:00Z');
    await runJob();
    expect(rowOf(await closing('2018-03-03'), stores.tulangBawang).numbers).toMatchObject({
      inStock: 90,
      inTransit: 10,
    });
    expect((await closing('2018-03-04')).rows).toHaveLength(4);
  });

  test('is a page for everybody by province and regency, with the day to choose, the entry and the root', async () => {
    const nation = (await page('?tanggal=2018-03-01')).body;
    const { root, entryId } = await closing('2018-03-01');
    for (const text of ['LAMPUNG', 'Pusat', root, entryId, '/stok-blangko?tanggal=2018-03-01&amp;provinsi=18'])
      expect(nation.toUpperCase()).toContain(text.toUpperCase());
    const lampung = (await page('?tanggal=2018-03-01&provinsi=18')).body;
    expect(lampung.toUpperCase()).toContain('TULANG BAWANG');
    expect((await page('?tanggal=2018-02-30')).statusCode).toBe(422);
    expect((await page('?tanggal=2018-02-01')).statusCode).toBe(404);
  });
});

test('a security hold takes two of the ministry, has an end, is told to everybody, and keeps back numbers but no proof', async () => {
  const hold = (over: object = {}, by = ministry) =>
    by.call('POST', '/v1/blanks/security-holds', {
      regionCode: '1805',
      untilOn: '2018-03-08',
      reason: 'penyelidikan pencurian di gudang',
      ...over,
    });
  expect((await hold({}, provinceHead)).status).toBe(403);
  expect((await hold({ untilOn: '2018-03-04' })).body.code).toBe('blank.hold_end');
  expect((await hold({ untilOn: '2019-03-04' })).body.code).toBe('blank.hold_end');
  expect((await hold({ regionCode: '0099' })).body.code).toBe('blank.hold_region');
  const { proposalId } = await ok(hold());
  expect((await line.approve(ministry, proposalId)).body.code).toBe('approval.own');
  await ok(line.approve(second, proposalId));
  at('2018-03-07T01:00:00Z');
  await runJob();
  const held = await closing('2018-03-05');
  const row = rowOf(held, stores.tulangBawang);
  expect([row.line, row.numbers]).toEqual([null, null]);
  expect(rootOf(held.rows.map(({ leaf }: { leaf: string }) => Buffer.from(leaf, 'hex'))).toString('hex')).toBe(
    held.root,
  );
  expect(rowOf(await closing('2018-03-04'), stores.tulangBawang).numbers).not.toBeNull();
  const told = (await page('?tanggal=2018-03-05')).body;
  expect(told).toContain('Penahanan keamanan');
  expect(told).toContain('ditahan s.d. 8 Maret 2018');
  // The page of the figure keeps back what the page of stocks does.
  expect((await figureOf('2018-03-05')).regencies).toMatchObject([{ code: '1805', n: null, withheld: 'held' }]);
  at('2018-03-09T01:00:00Z');
  expect(rowOf(await closing('2018-03-05'), stores.tulangBawang).numbers).toMatchObject({ inStock: 90 });
  expect((await page('?tanggal=2018-03-05')).body).not.toContain('Penahanan keamanan');
  expect((await figureOf('2018-03-05')).regencies).toMatchObject([{ code: '1805', n: 90, withheld: null }]);
});

test('stock and what is unaccounted for are counted from the sums, and again from every serial', async () => {
  const { id } = await ok(
    line.keepers.province.call('POST', `/v1/blanks/stores/${stores.province}/differences`, { counted: 97 }),
  );
  const figures = async () => {
    const point = { asOf: asCivilDate('2018-03-09'), knownAt: line.clock.now() };
    return line.system(async (tx) => {
      const values = [];
      for (const each of closingIndicators)
        values.push([(await each.measure(tx, point)).numerator, (await each.recount(tx, point)).numerator]);
      return values;
    });
  };
  expect(await figures()).toEqual([
    [290, 290],
    [3, 3],
  ]);
  const missing = [span(FIRST + 100, FIRST + 102)];
  const settled = { outcome: 'missing', explanation: 'hilang saat pindah gudang', missing };
  await ok(ministry.call('POST', `/v1/blanks/discrepancies/${id}/settlement`, settled));
  expect(await figures()).toEqual([
    [287, 287],
    [3, 3],
  ]);
  const point = { asOf: asCivilDate('2018-03-09'), knownAt: line.clock.now() };
  expect(await line.system((tx) => closingIndicators[0]!.byRegency!(tx, point))).toEqual({ '1805': 90 });
  const agreed = { series, indicators: closingIndicators, knownAt: point.knownAt };
  await expectAgreement(line, { ...agreed, from: asCivilDate('2018-02-20'), step: 1, many: 18 });
});
