import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { givenJpeg } from '../../../core/file/given-content.ts';
import type { Caller } from '../../../../test/given/serving.ts';
import { givenLine, span } from '../given-line.ts';

const line = await givenLine('2018-03-05T02:00:00Z');
afterAll(() => line.sequencer.stop());
const { ok, keepers, ministry, provinceHead, regencyHead, elsewhere, stores } = line;
const FIRST = 9_800_000;
await line.deliver(FIRST, 200);
await line.ship('centre', 'province', FIRST, FIRST + 199);
await line.ship('province', 'tulangBawang', FIRST, FIRST + 99);

/** Blanks of Tulang Bawang are declared missing after a stock-take; gives the case. */
async function lose(first: number, last: number): Promise<string> {
  const path = `/v1/blanks/stores/${stores.tulangBawang}`;
  const { stores: found } = await ok(ministry.call('GET', '/v1/blanks/stores?region=1805'));
  const counted = found[0].balance.inStock - (last - first + 1);
  const { id } = await ok(keepers.tulangBawang.call('POST', `${path}/differences`, { counted }));
  const settled = { outcome: 'missing', explanation: `hilang dari rak ${first}`, missing: [span(first, last)] };
  await ok(regencyHead.call('POST', `/v1/blanks/discrepancies/${id}/settlement`, settled));
  return id;
}

const report = (spans: readonly object[], over: object = {}, by: Caller = keepers.tulangBawang) =>
  by.call('POST', '/v1/blanks/finds', {
    storeId: stores.tulangBawang,
    spans,
    foundOn: '2018-03-05',
    place: 'belakang lemari besi',
    words: 'Ditemukan petugas kebersihan, segel boks utuh, dihitung bersama dua saksi',
    ...over,
  });
const decide = (id: string, confirm: boolean, by: Caller = regencyHead) =>
  by.call('POST', `/v1/blanks/finds/${id}/decision`, { confirm, answer: 'diperiksa dan dihitung ulang' });
const listed = async (by: Caller = regencyHead) => ok(by.call('GET', '/v1/blanks/finds'));
const balance = async () =>
  (await ok(ministry.call('GET', '/v1/blanks/stores?region=1805'))).stores[0] as {
    balance: Record<string, number>;
    difference: number;
  };
const cases = async () =>
  (await ok(keepers.tulangBawang.call('GET', `/v1/blanks/stores/${stores.tulangBawang}`))).discrepancies as {
    id: string;
    state: string;
    foundAt: string | null;
  }[];

describe('blanks that were declared missing', () => {
  test('are in stock again when their keeper has reported them and a third person has decided, and their case ends', async () => {
    const lost = await lose(FIRST + 10, FIRST + 14);
    expect((await listed()).lost).toEqual([
      expect.objectContaining({ ...span(FIRST + 10, FIRST + 14), n: 5, discrepancyId: lost, waits: false, own: false }),
    ]);
    const { id, number } = await ok(report([span(FIRST + 10, FIRST + 14)]));
    expect(number).toMatch(/^470\/\d{4}\/BLANGKO-DITEMUKAN\/2018$/);
    // By one person's word nothing moves.
    expect((await balance()).balance).toMatchObject({ inStock: 95, missing: 5 });
    expect((await listed(keepers.tulangBawang)).lost[0]).toMatchObject({ waits: true, own: true });
    await ok(decide(id, true));
    expect(await balance()).toMatchObject({ difference: 0, balance: { inStock: 100, missing: 0 } });
    expect(await cases()).toEqual([expect.objectContaining({ id: lost, state: 'found' })]);
    const traced = await ok(ministry.call('POST', '/v1/blanks/trace', { what: String(FIRST + 12) }));
    expect(traced.movements.map(({ kind }: { kind: string }) => kind).slice(-2)).toEqual(['missed', 'found']);
    expect((await decide(id, false)).body.code).toBe('blank.find_decided');
    const back = traced.movements.at(-1).id;
    const undo = { reason: 'bukan blangko yang dimaksud' };
    const reversal = await keepers.tulangBawang.call('POST', `/v1/blanks/movements/${back}/reversal`, undo);
    expect(reversal.body.code).toBe('blank.not_reversible');
  });

  test('come back in parts; the case ends with the last of them', async () => {
    const lost = await lose(FIRST + 20, FIRST + 23);
    const some = await ok(report([span(FIRST + 20, FIRST + 21)]));
    await ok(decide(some.id, true));
    expect((await cases()).find(({ id }) => id === lost)).toMatchObject({ state: 'missing', foundAt: null });
    expect((await listed()).lost).toMatchObject([{ ...span(FIRST + 22, FIRST + 23), discrepancyId: lost }]);
    const rest = await ok(report([span(FIRST + 22, FIRST + 23)]));
    await ok(decide(rest.id, true, provinceHead));
    expect((await cases()).find(({ id }) => id === lost)).toMatchObject({ state: 'found' });
  });

  test('of a shipment come back to the sender, who had them last', async () => {
    const { id } = await ok(line.send('province', 'tulangBawang', [span(FIRST + 100, FIRST + 109)]));
    const path = `/v1/blanks/shipments/${id}`;
    await ok(keepers.tulangBawang.call('POST', `${path}/counts`, { counted: 8, sealsWhole: false }));
    const there = [span(FIRST + 100, FIRST + 107)];
    const { discrepancyId } = await ok(keepers.tulangBawang.call('POST', `${path}/differences`, { there }));
    const settled = { outcome: 'missing', explanation: 'jatuh di perjalanan' };
    await ok(ministry.call('POST', `/v1/blanks/discrepancies/${discrepancyId}/settlement`, settled));
    const spans = [span(FIRST + 108, FIRST + 109)];
    expect((await report(spans)).body.code).toBe('blank.find_not_missing');
    const found = await ok(report(spans, { storeId: stores.province }, keepers.province));
    expect((await decide(found.id, true, regencyHead)).body.code).toBe('blank.find_not_found');
    await ok(decide(found.id, true, provinceHead));
    const closed = await ok(ministry.call('GET', path));
    expect(closed.discrepancies).toEqual([expect.objectContaining({ id: discrepancyId, state: 'found' })]);
  });

  test('stay missing when the report is refused, and may be reported again', async () => {
    await lose(FIRST + 30, FIRST + 30);
    const first = await ok(report([span(FIRST + 30)]));
    expect((await report([span(FIRST + 30)])).body.code).toBe('blank.find_waits');
    await ok(decide(first.id, false));
    expect((await balance()).balance).toMatchObject({ missing: 1 });
    const again = await ok(report([span(FIRST + 30)]));
    expect((await listed()).finds[0]).toMatchObject({ id: again.id, state: 'reported', mayDecide: true });
    await ok(decide(again.id, true));
  });

  test('that an incident has frozen come back when the freeze is lifted', async () => {
    await lose(FIRST + 40, FIRST + 40);
    const told = { kind: 'found', place: 'Pasar contoh', seenOn: '2018-03-05', words: 'dijual di lapak', seen: [] };
    const seen = { ...told, seen: [String(FIRST + 40)] };
    const incident = await ok(ministry.call('POST', '/v1/blanks/incidents', seen));
    const freeze = { way: 'freeze', spans: [span(FIRST + 40)], reason: 'barang bukti' };
    await ok(ministry.call('POST', `/v1/blanks/incidents/${incident.id}/freeze`, freeze));
    const { id } = await ok(report([span(FIRST + 40)]));
    expect((await decide(id, true)).body.code).toBe('blank.frozen');
    await ok(ministry.call('POST', `/v1/blanks/incidents/${incident.id}/freeze`, { ...freeze, way: 'lift' }));
    await ok(decide(id, true));
  });
});

describe('a report of found blanks', () => {
  test('is the keeper’s, of what is missing on his account, of a day that can be, with what proves it', async () => {
    await lose(FIRST + 50, FIRST + 51);
    const spans = [span(FIRST + 50, FIRST + 51)];
    expect((await report(spans, {}, keepers.metro)).body.code).toBe('blank.not_keeper');
    expect((await report(spans, {}, regencyHead)).status).toBe(403);
    expect((await report([span(FIRST + 49, FIRST + 51)])).body).toMatchObject({ code: 'blank.find_not_missing' });
    expect((await report(spans, { foundOn: '2018-03-06' })).body.code).toBe('blank.find_future');
    expect((await report(spans, { foundOn: '2018-03-04' })).body.code).toBe('blank.find_future');
    expect((await report(spans, { words: 'ada' })).body.errors[0].code).toBe('blank.field.words');
    expect((await report([...spans, span(FIRST + 51)])).body.code).toBe('blank.serial_twice');
  });

  test('has one photo, before the decision and by whoever reported it, and is opened by its office and its region', async () => {
    const { id } = await ok(report([span(FIRST + 50, FIRST + 51)]));
    const upload = (by: Caller) => {
      const { payload, type } = line.form(
        {},
        { field: 'file', name: 'foto.jpg', type: 'image/jpeg', bytes: givenJpeg() },
      );
      const headers = { host: 'localhost', ...by.headers, 'content-type': type, 'idempotency-key': randomUUID() };
      return line.app.inject({ method: 'POST', url: `/v1/blanks/finds/${id}/photo`, headers, payload });
    };
    expect((await upload(keepers.metro)).json().code).toBe('blank.find_not_found');
    expect((await keepers.tulangBawang.call('GET', `/v1/blanks/finds/${id}/photo`)).body.code).toBe(
      'blank.find_no_photo',
    );
    expect((await upload(keepers.tulangBawang)).statusCode).toBe(204);
    expect((await upload(keepers.tulangBawang)).json().code).toBe('blank.find_photo_here');
    const photo = await regencyHead.call('GET', `/v1/blanks/finds/${id}/photo`);
    expect(photo.headers['content-type']).toBe('image/jpeg');
    expect((await ok(regencyHead.call('GET', `/v1/blanks/finds/${id}`))).words).toContain('petugas kebersihan');
    for (const path of ['', '/photo'])
      expect((await elsewhere.call('GET', `/v1/blanks/finds/${id}${path}`)).body.code).toBe('blank.find_not_found');
    expect((await elsewhere.call('GET', '/v1/blanks/finds?region=1805')).status).toBe(403);
    await ok(decide(id, true));
  });

  test('is decided by nobody who reported it or keeps the store', async () => {
    await lose(FIRST + 60, FIRST + 60);
    const { id } = await ok(report([span(FIRST + 60)]));
    expect((await decide(id, true, keepers.tulangBawang)).status).toBe(403);
    expect((await decide(id, true, elsewhere)).body.code).toBe('blank.find_not_found');
    // One who heads the office and keeps its store at once is a party.
    const both = await line.officer({ role: 'office_head', officeId: line.offices.tulangBawang });
    await line.system((tx) =>
      tx.client.query(`update blank.keeping set keeper_id = $1 where store_id = $2 and until_at is null`, [
        both.officerId,
        stores.tulangBawang,
      ]),
    );
    expect((await decide(id, true, both)).body.code).toBe('blank.find_own');
    expect((await listed(both)).finds[0].mayDecide).toBe(false);
    await ok(decide(id, true));
  });
});
