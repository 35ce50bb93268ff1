import { afterAll, describe, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { STATUSES } from '../../../recording/enrolment/index.ts';
import { systemActor, NATION } from '../../../core/access/index.ts';
import { givenLine, span } from '../given-line.ts';
import { moveBlanks, reverseMovement } from '../movement/move.ts';
import { forecast } from './rules.ts';

const line = await givenLine('2018-03-01T02:00:00Z');
afterAll(() => line.sequencer.stop());
const { ok, keepers, ministry, provinceHead, regencyHead, elsewhere, stores } = line;
const FIRST = 9_500_000;
await line.deliver(FIRST, 400);
await line.ship('centre', 'province', FIRST, FIRST + 399);
await line.ship('province', 'tulangBawang', FIRST, FIRST + 199);

describe('a rebalancing', () => {
  const ask = (over: object = {}, by = keepers.tulangBawang) =>
    by.call('POST', '/v1/blanks/rebalancings', {
      fromStore: stores.tulangBawang,
      toStore: stores.metro,
      spans: [span(FIRST, FIRST + 49)],
      seals: ['SEGEL-CONTOH-9'],
      carrier: 'KURIR CONTOH',
      expectedOn: '2018-03-04',
      reason: 'stok Metro tinggal dua hari',
      ...over,
    });

  test('is proposed by the sending keeper, decided over both regencies, and is then a shipment of his', async () => {
    const { proposalId } = await ok(ask());
    expect((await line.approve(regencyHead, proposalId)).status).toBe(403);
    await ok(line.approve(provinceHead, proposalId));
    const { shipments } = await ok(keepers.metro.call('GET', `/v1/blanks/shipments?store=${stores.metro}`));
    const [shipment] = shipments;
    expect(shipment).toMatchObject({ kind: 'rebalancing', state: 'sent', n: null, mayCount: true });
    const count = { counted: 50, sealsWhole: true };
    await ok(keepers.metro.call('POST', `/v1/blanks/shipments/${shipment.id}/counts`, count));
    expect((await ok(keepers.metro.call('POST', `/v1/blanks/shipments/${shipment.id}/minutes`))).issued).toBe(true);
  });

  test('of another’s store, to no neighbour, or of what is not there is refused before anybody decides', async () => {
    expect((await ask({}, keepers.metro)).body.code).toBe('blank.not_keeper');
    expect((await ask({ toStore: stores.province })).body.code).toBe('blank.not_rebalancing');
    expect((await ask({ spans: [span(FIRST, FIRST + 10)] })).body.code).toBe('blank.not_here');
    expect((await ask({}, ministry)).status).toBe(403);
  });

  test('of blanks that have gone since is stale', async () => {
    const spans = [span(FIRST + 60, FIRST + 69)];
    const { proposalId } = await ok(ask({ spans }));
    await ok(line.send('tulangBawang', 'province', [span(FIRST + 65)]));
    expect((await line.approve(provinceHead, proposalId)).body.code).toBe('approval.stale');
  });
});

describe('a request', () => {
  const ask = (needs: readonly object[], by = keepers.metro, storeId = stores.metro) =>
    by.call('POST', '/v1/blanks/requests', { storeId, needs, reason: 'antrean siap cetak' });
  const answer = (id: string, shipmentId: string | null, by = provinceHead) =>
    by.call('POST', `/v1/blanks/requests/${id}/answer`, { answer: 'dijawab sesuai stok', shipmentId });

  test('says what for; the most urgent need goes first, and no region’s new name is a need', async () => {
    const later = await ok(ask([{ need: 'replacement', n: 10 }]));
    const urgent = await ok(
      ask([
        { need: 'replacement', n: 5 },
        { need: 'first_card', n: 20 },
      ]),
    );
    expect(urgent.number).toMatch(/^470\/\d{4}\/MINTA-BLANGKO\/2018$/);
    const { requests } = await ok(provinceHead.call('GET', '/v1/blanks/requests'));
    expect(requests.map(({ id }: { id: string }) => id)).toEqual([urgent.id, later.id]);
    expect(requests[0]).toMatchObject({
      n: 25,
      rank: 0,
      needs: [
        { need: 'first_card', n: 20 },
        { need: 'replacement', n: 5 },
      ],
    });
    expect((await ask([{ need: 'region_renamed', n: 1 }])).status).toBe(422);
    const twice = await ask([
      { need: 'disaster', n: 1 },
      { need: 'disaster', n: 2 },
    ]);
    expect(twice.body.errors[0].code).toBe('blank.field.need');
    expect((await ask([{ need: 'disaster', n: 1 }], keepers.tulangBawang)).body.code).toBe('blank.not_keeper');
    expect((await elsewhere.call('GET', '/v1/blanks/requests?region=18')).status).toBe(403);
  });

  test('is met by a shipment to the store that asked, or declined with words; once, by somebody else', async () => {
    const { id } = await ok(ask([{ need: 'disaster', n: 30 }]));
    expect((await answer(id, null, elsewhere)).body.code).toBe('blank.request_not_found');
    const wrong = await ok(line.send('province', 'tulangBawang', [span(FIRST + 200, FIRST + 209)]));
    expect((await answer(id, wrong.id)).body.code).toBe('blank.request_other_store');
    const sent = await ok(line.send('province', 'metro', [span(FIRST + 220, FIRST + 249)]));
    await ok(answer(id, sent.id));
    expect((await answer(id, null)).body.code).toBe('blank.request_ended');
    expect(await ok(keepers.metro.call('GET', `/v1/blanks/requests/${id}`))).toMatchObject({
      state: 'met',
      shipment: sent.number,
      own: true,
      mayAnswer: false,
    });
    const other = await ok(ask([{ need: 'replacement', n: 1 }]));
    const withdraw = (by: typeof ministry) =>
      by.call('POST', `/v1/blanks/requests/${other.id}/withdrawal`, { reason: 'sudah cukup' });
    expect((await withdraw(keepers.tulangBawang)).body.code).toBe('blank.request_not_found');
    await ok(withdraw(keepers.metro));
  });
});

describe('a request that is opened', () => {
  test('tells whoever answers how long the stock of its region lasts, and what was sent there since it was asked', async () => {
    const before = await ok(line.send('province', 'metro', [span(FIRST + 380)]));
    const path = `/v1/blanks/stores/${stores.metro}`;
    line.clock.moveTo(new Date('2018-03-01T05:00:00Z'));
    const asked = { storeId: stores.metro, needs: [{ need: 'first_card', n: 3 }], reason: 'antrean siap cetak' };
    const { id } = await ok(keepers.metro.call('POST', '/v1/blanks/requests', asked));
    const after = await ok(line.send('province', 'metro', [span(FIRST + 381, FIRST + 383)]));
    const opened = async (by = provinceHead) => by.call('GET', `/v1/blanks/requests/${id}`);
    const { shipments, supply, mayAnswer, own } = await ok(opened());
    expect(shipments.map((each: { number: string }) => each.number)).toEqual([after.number]);
    expect(shipments[0]).toMatchObject({ n: 3, state: 'sent', from: 'Gudang province' });
    expect(before.number).not.toBe(after.number);
    const { stores: found } = await ok(ministry.call('GET', '/v1/blanks/stores?region=1872'));
    expect(supply).toMatchObject({ code: '1872', stock: found[0].balance.inStock });
    expect([mayAnswer, own]).toEqual([true, false]);
    // Whoever will count it, and who works beside him, is not told how many come.
    const receiver = await ok(opened(keepers.metro));
    expect(receiver).toMatchObject({ mayAnswer: false, shipments: [{ n: null }], supply: { coming: null } });
    const { regions } = await ok(keepers.metro.call('GET', '/v1/blanks/forecast'));
    expect(regions).toMatchObject([{ code: '1872', coming: null }]);
    expect((await opened(elsewhere)).body.code).toBe('blank.request_not_found');
    expect((await opened(keepers.tulangBawang)).body.code).toBe('blank.request_not_found');
    const neighbours = async (way: string) =>
      (await ok(keepers.metro.call('GET', `${path}/destinations?way=${way}`))).stores.map(
        ({ name }: { name: string }) => name,
      );
    expect(await neighbours('rebalancing')).toEqual(['Gudang tulangBawang']);
    expect(await neighbours('line')).toEqual(['Gudang centre', 'Gudang province']);
  });
});

describe('a forecast', () => {
  test('prints the backlog first, and knows a store that is short from one that nobody uses', () => {
    const supply = { stock: 100, coming: 0, usedIn60Days: 60, backlog: 40 };
    expect(forecast(supply)).toEqual({ perDay: 1, daysLeft: 60, wanted: 0, standing: 'enough' });
    expect(forecast({ ...supply, backlog: 75 })).toMatchObject({ daysLeft: 25, wanted: 5, standing: 'low' });
    expect(forecast({ ...supply, backlog: 75, coming: 5 })).toMatchObject({ wanted: 0 });
    expect(forecast({ ...supply, backlog: 130 })).toMatchObject({ daysLeft: 0, wanted: 60, standing: 'short' });
    expect(forecast({ ...supply, usedIn60Days: 0 })).toMatchObject({ daysLeft: null, standing: 'unused' });
  });

  test('is made from what was printed in sixty days, less what was taken back, and from who is print-ready', async () => {
    const actor = { ...systemActor('test'), jurisdiction: NATION };
    const from = { store: stores.tulangBawang, state: 'IN_STOCK' } as const;
    const bits = (first: number, last: number) => [{ first: BigInt(first), last: BigInt(last) }];
    const print = (first: number, last: number) =>
      line.system((tx) => moveBlanks(tx, actor, { kind: 'personalised', spans: bits(first, last), from }));
    await print(FIRST + 100, FIRST + 119);
    line.clock.moveTo(new Date('2018-07-01T02:00:00Z'));
    await print(FIRST + 120, FIRST + 149);
    const mistaken = await print(FIRST + 150, FIRST + 154);
    await line.system((tx) => reverseMovement(tx, actor, { id: mistaken, reason: 'salah nomor seri' }));
    await line.system(async (tx) => {
      for (let n = 1; n <= 4; n++)
        await tx.client.query(
          `insert into enrolment.packet (nik, id, status, status_since, source, village_code, captured_at, received_at, recorded_on)
           values ($1, $2, $3, now(), 'import', 1805012001, now(), now(), '2018-06-01')`,
          [`18050141019090${String(n).padStart(2, '0')}`, randomUUID(), STATUSES.PRINT_READY_RECORD.code],
        );
    });
    const { regions } = await ok(provinceHead.call('GET', '/v1/blanks/forecast'));
    const tulangBawang = regions.find(({ code }: { code: string }) => code === '1805');
    const stock = (await ok(ministry.call('GET', '/v1/blanks/stores?region=1805'))).stores[0].balance.inStock;
    expect(tulangBawang).toMatchObject({ stock, usedIn60Days: 30, backlog: 4, perDay: 0.5, daysLeft: (stock - 4) * 2 });
    expect((await elsewhere.call('GET', '/v1/blanks/forecast?region=1805')).status).toBe(403);
  });
});
