import { expect, test } from 'vitest';
import { givenCustody } from '../given-custody.ts';

const given = await givenCustody();
const { centre, clerk, keeper, next, head, ministry, centreStore, regencyStore, regencyOffice } = given;
const get = (by: typeof centre, path: string) => by.call('GET', `/v1/blanks${path}`);
const post = (by: typeof centre, path: string, body: unknown) => by.call('POST', `/v1/blanks${path}`, body);

test('a sender finds the stores that he may send to over the nation, found by name, and nobody else does', async () => {
  const { body } = await get(centre, `/stores/${centreStore}/destinations?search=timur`);
  expect(body).toMatchObject({
    more: false,
    stores: [{ id: regencyStore, office: 'Kantor 3175', keeper: 'Petugas gudang', way: 'distribution' }],
  });
  expect(JSON.stringify(body)).not.toContain('balance');
  expect((await get(centre, `/stores/${centreStore}/destinations?search=bandung`)).body.stores).toEqual([]);
  const back = await get(keeper, `/stores/${regencyStore}/destinations`);
  expect(back.body.stores).toMatchObject([{ id: centreStore, way: 'return' }]);
  expect((await get(clerk, `/stores/${centreStore}/destinations`)).body.code).toBe('blank.not_keeper');
});

test('a keeper is chosen from the active store keepers of an office of one’s region', async () => {
  const { body } = await get(head, `/keepers?office=${regencyOffice}`);
  expect(body.keepers).toEqual([
    { id: keeper.officerId, name: 'Petugas gudang' },
    { id: next.officerId, name: 'Petugas pengganti' },
  ]);
  const elsewhere = await given.officer({ role: 'office_head', officeId: await given.office('3273') });
  expect((await get(elsewhere, `/keepers?office=${regencyOffice}`)).status).toBe(403);
  expect((await get(elsewhere, `/stores/${regencyStore}/handover`)).status).toBe(403);
});

test('a delivery is counted, and its list of UIDs taken in, at the centre only', async () => {
  const id = await given.deliver(1_000_000, 1000);
  expect((await post(keeper, `/deliveries/${id}/counts`, { counted: 1000 })).status).toBe(403);
});

test('a box opens into its serials for whoever has them in stock, and for the receiver only after his count', async () => {
  const { body } = await get(centre, '/boxes/boks-1000000');
  expect(body).toEqual({ code: 'BOKS-1000000', spans: [{ first: '1000000', last: '1000499' }] });
  const { id } = await given.send(1_000_000, 1_000_499);
  expect((await get(centre, '/boxes/BOKS-1000000')).body.code).toBe('blank.box_not_here');
  expect((await get(keeper, '/boxes/BOKS-1000000')).body.code).toBe('blank.box_not_here');
  // His colleagues at the office are not told either: they stand beside him.
  for (const by of [keeper, next, head])
    expect((await get(by, `/shipments/${id}`)).body).toMatchObject({ n: null, spans: null });
  expect((await get(centre, `/shipments/${id}`)).body.n).toBe(500);
  const told = await post(keeper, `/shipments/${id}/counts`, { counted: 498, sealsWhole: true });
  expect(told.body).toMatchObject({ agrees: false, sent: 500 });
  expect((await get(keeper, '/boxes/BOKS-1000000')).body.spans).toHaveLength(1);
  await post(keeper, `/shipments/${id}/counts`, { counted: 500, sealsWhole: true });
  const { body: shipment } = await get(keeper, `/shipments/${id}`);
  expect(shipment).toMatchObject({
    state: 'accepted',
    toOffice: 'Kantor 3175',
    receiver: 'Petugas gudang',
  });
});

test('a count that waited for the network is held against the books of its own moment, for three days', async () => {
  const before = given.clock.now().toISOString();
  given.clock.moveTo(new Date(given.clock.now().getTime() + 600_000));
  await given.deliver(2_000_000, 10);
  const late = await post(centre, `/stores/${centreStore}/counts`, { counted: 500, countedAt: before });
  expect(late.body).toMatchObject({ agrees: true, expected: 500 });
  expect((await post(centre, `/stores/${centreStore}/counts`, { counted: 500 })).body.expected).toBe(510);
  const days = new Date(given.clock.now().getTime() - 73 * 3_600_000).toISOString();
  const old = await post(centre, `/stores/${centreStore}/counts`, { counted: 500, countedAt: days });
  expect(old.body.code).toBe('blank.count_old');
  expect((await post(head, `/stores/${centreStore}/counts`, { counted: 1 })).status).toBe(403);
});

test('a difference says whether the officer who asks may settle it: no party to it may', async () => {
  const opened = await post(keeper, `/stores/${regencyStore}/differences`, { counted: 499 });
  const list = async (by: typeof centre) =>
    (await get(by, '/discrepancies')).body.discrepancies.find((each: { id: string }) => each.id === opened.body.id);
  expect((await list(keeper)).maySettle).toBe(false);
  expect((await list(head)).maySettle).toBe(true);
  await post(head, `/discrepancies/${opened.body.id}/settlement`, {
    outcome: 'recounted',
    explanation: 'dihitung ulang bersama, lengkap',
  });
  expect(await list(head)).toBeUndefined();
});

test('a handover shows who has counted; the numbers are for whoever decides, once both have', async () => {
  const view = async (by: typeof centre) => (await get(by, `/stores/${regencyStore}/handover`)).body;
  await post(keeper, `/stores/${regencyStore}/handover-counts`, { counted: 500 });
  expect(await view(head)).toMatchObject({ leaving: { counted: null }, expected: null, mayDecide: true });
  await post(next, `/stores/${regencyStore}/handover-counts`, { counted: 500 });
  const told = await view(head);
  expect(told).toMatchObject({
    leaving: { counted: 500 },
    arriving: [{ name: 'Petugas pengganti', counted: 500 }],
    expected: 500,
  });
  expect(await view(next)).toMatchObject({ leaving: { counted: null }, expected: null, mayDecide: false });
});

test('a movement is taken back by the keeper of the store where it ended, once, and names its entry in the log', async () => {
  const stock = async () => (await get(centre, `/stores/${centreStore}`)).body;
  const entered = (await stock()).movements.find((each: { kind: string }) => each.kind === 'counted_in');
  expect(entered).toMatchObject({ reversed: false, entryId: expect.any(String) });
  const reverse = (by: typeof centre) =>
    post(by, `/movements/${entered.id}/reversal`, { reason: 'salah memilih kiriman' });
  expect((await reverse(clerk)).body.code).toBe('blank.not_keeper');
  expect((await reverse(centre)).status).toBe(200);
  const { movements, difference } = await stock();
  expect(movements.find((each: { id: string }) => each.id === entered.id).reversed).toBe(true);
  expect(difference).toBe(0);
});

test('what a third officer has declared missing is not taken back by the keeper', async () => {
  const opened = await post(keeper, `/stores/${regencyStore}/differences`, { counted: 499 });
  // The store was not handed over in this story: he still keeps it.
  await post(head, `/discrepancies/${opened.body.id}/settlement`, {
    outcome: 'missing',
    explanation: 'dicari dua hari, tidak ditemukan',
    missing: [{ first: '1000000', last: '1000000' }],
  });
  const { movements, balance } = (await get(keeper, `/stores/${regencyStore}`)).body;
  expect(balance).toMatchObject({ inStock: 499, missing: 1 });
  const lost = movements.find((each: { kind: string }) => each.kind === 'missed');
  const answer = await post(keeper, `/movements/${lost.id}/reversal`, { reason: 'ternyata ada' });
  expect(answer.body.code).toBe('blank.not_reversible');
});

test('the total of a region counts what goes from one of its stores to another as staying', async () => {
  const { body } = await get(ministry, '/stores?all=yes');
  expect(body.total).toMatchObject({ received: 1010, handedOn: 0, inStock: 1009, missing: 1 });
  expect(body.stores.map((store: { difference: number }) => store.difference)).toEqual([0, 0]);
});
