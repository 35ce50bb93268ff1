import { beforeAll, describe, expect, test } from 'vitest';
import { NATION, systemActor, type Actor } from '../../../core/access/index.ts';
import { givenHouse } from '../../../../test/given/house.ts';
import { givenActor } from '../../../../test/given/people.ts';
import { DITJEN_ID, openOffice } from '../../../register/office/index.ts';
import { receiveDelivery } from '../delivery/deliver.ts';
import { balanceOf } from '../movement/sql.ts';
import { difference, shipmentKind, type Span } from '../rules.ts';
import type { Store, StoreKind } from '../schema.ts';
import { countForHandover, handOverStore } from '../store/handover.ts';
import { getStore, keepersStay, openStore } from '../store/store.ts';
import { countDelivery, openDifference } from '../tally/count.ts';
import { settleDifference } from '../tally/settle.ts';
import { countShipment, reportDifference } from './receive.ts';
import { sendShipment, takeBack } from './send.ts';

const given = await givenHouse();
/** An officer who keeps a store or decides over it. */
const nation = (): Actor => ({ ...givenActor({ region: '' }), jurisdiction: NATION });
const keepers = { centre: nation(), province: nation(), regency: nation(), other: nation() };
const clerk = nation();
const chief = nation();
type Name = keyof typeof keepers;
const stores = {} as Record<Name, Store>;

const as = <Result>(actor: Actor, work: Parameters<typeof given.transact<Result>>[1]) => given.transact(actor, work);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (fault: { code?: string }) => fault.code ?? fault,
  );

beforeAll(async () => {
  const self = { ...systemActor('test'), jurisdiction: NATION };
  await given.system(async (tx) => {
    const office = (kind: 'provincial' | 'regency', regionCode: string, parentId: string) =>
      openOffice(tx, self, {
        kind,
        name: `Dinas Contoh ${regionCode}`,
        regionCode,
        zone: 'Asia/Jakarta',
        parentId,
        openedOn: '2011-01-03',
        legalBasis: 'UU 23/2006',
      } as never);
    const province = await office('provincial', '32', DITJEN_ID);
    const regency = await office('regency', '3273', province.id);
    const other = await office('regency', '3204', province.id);
    const open = (officeId: string, name: Name, kind: StoreKind) =>
      openStore(tx, self, { officeId, name: `Gudang ${name}`, kind, keeperId: keepers[name].id });
    stores.centre = await open(DITJEN_ID, 'centre', 'centre');
    stores.province = await open(province.id, 'province', 'province');
    stores.regency = await open(regency.id, 'regency', 'regency');
    stores.other = await open(other.id, 'other', 'regency');
  });
});

let next = 9_000_000n;
/** A counted delivery at the centre. */
async function delivered(n: number): Promise<Span> {
  const first = next;
  next += BigInt(n) + 100n;
  const span = { first, last: first + BigInt(n) - 1n };
  const { id } = await as(clerk, (tx) =>
    receiveDelivery(tx, clerk, {
      number: `KTP/${first}`,
      supplier: 'PEMASOK CONTOH',
      contractNo: '027/CONTOH',
      deliveredOn: '2018-03-01',
      storeId: stores.centre.id,
      spans: [span],
      boxes: [],
    }),
  );
  expect(await refusal(as(clerk, (tx) => countDelivery(tx, clerk, { batchId: id, counted: BigInt(n) })))).toBe(
    'blank.own_count',
  );
  const keeper = keepers.centre;
  const wrong = await as(keeper, (tx) => countDelivery(tx, keeper, { batchId: id, counted: BigInt(n) - 1n }));
  expect(wrong).toMatchObject({ agrees: false, expected: BigInt(n) });
  await as(keeper, (tx) => countDelivery(tx, keeper, { batchId: id, counted: BigInt(n) }));
  return span;
}

const send = (from: Name, to: Name, spans: readonly Span[], by = keepers[from]) =>
  as(by, (tx) =>
    sendShipment(tx, by, {
      fromStore: stores[from].id,
      toStore: stores[to].id,
      spans,
      seals: ['SEGEL-CONTOH-1'],
      carrier: 'KURIR CONTOH',
      expectedOn: '2018-12-14',
    }),
  );
const count = (at: Name, id: string, counted: bigint, sealsWhole = true, by = keepers[at]) =>
  as(by, (tx) => countShipment(tx, by, { id, counted, sealsWhole }));

async function balance(at: Name) {
  const found = await given.system((tx) => balanceOf(tx, [stores[at].id], given.clock.now()));
  expect(difference(found.get(stores[at].id)!)).toBe(0n);
  return found.get(stores[at].id)!;
}

describe('a shipment', () => {
  test('stays in the sender’s custody until somebody else has counted the same', async () => {
    const span = await delivered(500);
    const before = await balance('province');
    const { id, number } = await send('centre', 'province', [span]);
    expect(number).toMatch(/^470\/\d{4}\/BAST-BLANGKO\/2018$/);
    expect((await balance('centre')).inTransit).toBe(500n);
    expect(await balance('province')).toEqual(before);
    const sender = keepers.centre;
    expect(await refusal(count('province', id, 500n, true, sender))).toBe('blank.not_keeper');
    expect(await count('province', id, 500n)).toMatchObject({ agrees: true, round: 1 });
    expect((await balance('province')).received - before.received).toBe(500n);
    expect(await balance('centre')).toMatchObject({ inTransit: 0n });
    expect(await refusal(count('province', id, 500n))).toBe('blank.shipment_ended');
  });

  test('goes down the line, up it, or to a neighbour with approval, and by nobody but the keeper, sealed', async () => {
    const span = await delivered(10);
    expect(await refusal(send('centre', 'province', [span], clerk))).toBe('blank.not_keeper');
    expect(await refusal(send('regency', 'other', [span]))).toBe('blank.rebalance_needs_approval');
    expect(shipmentKind(stores.centre, stores.regency)).toBe('distribution');
    expect(shipmentKind(stores.regency, stores.province)).toBe('return');
    expect(shipmentKind(stores.province, { kind: 'regency', regionCode: '3175' })).toBeNull();
    const unsealed = as(keepers.centre, (tx) =>
      sendShipment(tx, keepers.centre, {
        fromStore: stores.centre.id,
        toStore: stores.province.id,
        spans: [span],
        seals: [],
        carrier: 'KURIR CONTOH',
        expectedOn: '2018-12-14',
      }),
    );
    expect(await refusal(unsealed)).toBe('blank.no_seal');
  });

  test('that comes back unopened is in the sender’s stock again', async () => {
    const span = await delivered(20);
    const before = (await balance('centre')).inStock;
    const { id } = await send('centre', 'province', [span]);
    await as(keepers.centre, (tx) => takeBack(tx, keepers.centre, { id, reason: 'alamat tutup' }));
    expect((await balance('centre')).inStock).toBe(before);
    expect(await refusal(count('province', id, 20n))).toBe('blank.shipment_ended');
  });

  test('two blanks short is a case: what is there is accepted, the rest is the sender’s until a third person decides', async () => {
    const span = await delivered(500);
    const { id } = await send('centre', 'province', [span]);
    expect(
      await refusal(as(keepers.province, (tx) => reportDifference(tx, keepers.province, { id, there: [span] }))),
    ).toBe('blank.count_first');
    expect(await count('province', id, 498n)).toMatchObject({ agrees: false, sent: 500n, counted: 498n });
    expect(await count('province', id, 498n)).toMatchObject({ agrees: false, round: 2 });
    const there = [{ first: span.first + 2n, last: span.last }];
    const strange = [{ first: span.first - 1n, last: span.first }];
    const report = (spans: readonly Span[]) =>
      as(keepers.province, (tx) => reportDifference(tx, keepers.province, { id, there: spans }));
    expect(await refusal(report(strange))).toBe('blank.not_in_shipment');
    const { discrepancyId, missing } = await report(there);
    expect(missing).toBe(2n);
    expect((await balance('centre')).inTransit).toBe(2n);
    const settle = (by: Actor) =>
      as(by, (tx) =>
        settleDifference(tx, by, { id: discrepancyId!, outcome: 'missing', explanation: 'segel kedua rusak di jalan' }),
      );
    expect(await refusal(settle(keepers.centre))).toBe('blank.discrepancy_own');
    expect(await refusal(settle(keepers.province))).toBe('blank.discrepancy_own');
    const missingBefore = (await balance('centre')).missing;
    await settle(chief);
    expect((await balance('centre')).missing - missingBefore).toBe(2n);
    expect(await refusal(settle(chief))).toBe('blank.discrepancy_closed');
  });

  test('with a broken seal is not accepted, though the count agrees', async () => {
    const span = await delivered(30);
    const { id } = await send('centre', 'province', [span]);
    expect(await count('province', id, 30n, false)).toMatchObject({ agrees: false });
    expect((await balance('centre')).inTransit).toBe(30n);
    const done = await as(keepers.province, (tx) => reportDifference(tx, keepers.province, { id, there: [span] }));
    expect(done).toEqual({ discrepancyId: null, missing: 0n });
    expect((await balance('centre')).inTransit).toBe(0n);
  });
});

describe('a store', () => {
  test('passes to another keeper only when both have counted it unseen, and both are right', async () => {
    const [leaving, arriving] = [keepers.other, nation()];
    const span = await delivered(50);
    const first = await send('centre', 'other', [span]);
    await count('other', first.id, 50n);
    const pass = (by: Actor) =>
      as(by, (tx) => handOverStore(tx, by, { storeId: stores.other.id, toKeeperId: arriving.id }));
    const handCount = (by: Actor, counted: bigint) =>
      as(by, (tx) => countForHandover(tx, by, { storeId: stores.other.id, counted }));
    expect(await refusal(pass(chief))).toBe('blank.count_jointly');
    expect(await handCount(leaving, 50n)).not.toHaveProperty('expected');
    expect(await refusal(pass(chief))).toBe('blank.count_jointly');
    await handCount(arriving, 49n);
    expect(await refusal(pass(chief))).toBe('blank.counts_differ');
    await handCount(arriving, 50n);
    expect(await refusal(pass(leaving))).toBe('blank.own_count');
    await pass(chief);
    const now = await as(chief, (tx) => getStore(tx, stores.other.id));
    expect(now.keeperId).toBe(arriving.id);
    const leaves = (officerId: string) =>
      given.system((tx) => keepersStay(tx, systemActor('test'), [{ officerId, officeId: null }]));
    expect(await refusal(leaves(arriving.id))).toBe('blank.keeper_stays');
    expect(await refusal(leaves(leaving.id))).toBeNull();
  });

  test('whose stock-take differs has a case; more than the books is no loss, and what is missing is named serial by serial', async () => {
    const span = await delivered(40);
    const { id } = await send('centre', 'regency', [span]);
    await count('regency', id, 40n);
    const keeper = keepers.regency;
    const differ = (counted: bigint) =>
      as(keeper, (tx) => openDifference(tx, keeper, { storeId: stores.regency.id, counted }));
    expect(await refusal(differ(40n))).toBe('blank.count_agrees');
    const { discrepancyId } = await differ(39n);
    const settle = (missing: readonly Span[]) =>
      as(chief, (tx) =>
        settleDifference(tx, chief, {
          id: discrepancyId,
          outcome: 'missing',
          explanation: 'hilang saat pindah',
          missing,
        }),
      );
    expect(await refusal(settle([span]))).toBe('blank.missing_serials');
    await settle([{ first: span.last, last: span.last }]);
    expect(await balance('regency')).toMatchObject({ received: 40n, inStock: 39n, missing: 1n });
    const more = await differ(41n);
    const claim = { id: more.discrepancyId, outcome: 'missing', explanation: 'lebih satu', missing: [] } as const;
    expect(await refusal(as(chief, (tx) => settleDifference(tx, chief, claim)))).toBe('blank.surplus');
    await as(chief, (tx) => settleDifference(tx, chief, { ...claim, outcome: 'recounted' }));
  });
});
