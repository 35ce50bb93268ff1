import { beforeAll, describe, expect, test } from 'vitest';
import { NATION, systemActor } from '../../../core/access/index.ts';
import { one, sql } from '../../../core/db/index.ts';
import { givenHouse } from '../../../../test/given/house.ts';
import { givenActor } from '../../../../test/given/people.ts';
import { givenStores } from '../given-blank.ts';
import { moveBlanks } from '../movement/move.ts';
import type { Store } from '../schema.ts';
import { traceBlank } from '../trace/trace.ts';
import { receiveDelivery, takeManifest, type Delivery } from './deliver.ts';
import { uidOf as uidOfSerial } from './uid-of.ts';
import { findInPage, parseUid, uidText } from './uid.ts';

const given = await givenHouse();
const actor = { ...givenActor({ region: '' }), jurisdiction: NATION };
const act = <Result>(work: Parameters<typeof given.transact<Result>>[1]) => given.transact(actor, work);
let stores: Store[];
beforeAll(async () => {
  await given.system(async (tx) => {
    stores = await givenStores(tx, { ...systemActor('test'), jurisdiction: NATION }, 1);
  });
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (fault: { code?: string }) => fault.code ?? fault,
  );

let next = 5_000_000n;
function delivery(n: number, over: Partial<Delivery> = {}): Delivery {
  const first = next;
  next += BigInt(n) + 500n;
  return {
    number: `KTP/${first}`,
    supplier: 'PEMASOK CONTOH',
    contractNo: '027/CONTOH/2018',
    deliveredOn: '2018-03-01',
    storeId: stores[0]!.id,
    spans: [{ first, last: first + BigInt(n) - 1n }],
    boxes: [],
    ...over,
  };
}

/** UIDs in no order, as chips come from the factory. */
const uidOf = (serial: bigint) => uidText((serial * 0x9e37_79b9_7f4a_7n) & 0xff_ffff_ffff_ffffn);
function manifest(spans: Delivery['spans']) {
  const lines = [];
  for (const { first, last } of spans)
    for (let serial = first; serial <= last; serial++) lines.push({ serial: String(serial), uid: uidOf(serial) });
  return lines;
}

describe('a delivery', () => {
  test('lies at the centre, not counted, with its boxes; serials, boxes and numbers come once', async () => {
    const what = delivery(1000);
    const { first } = what.spans[0]!;
    const boxes = [{ code: `BOKS-${first}`, span: { first, last: first + 499n } }];
    const { n } = await act((tx) => receiveDelivery(tx, actor, { ...what, boxes }));
    expect(n).toBe(1000n);
    const traced = await act((tx) => traceBlank(tx, actor, { what: String(first) }));
    expect(traced.now).toMatchObject({ state: 'RECEIVED', store: 'Gudang pusat' });
    expect(traced.box).toEqual({ code: `BOKS-${first}`, first: String(first), last: String(first + 499n) });
    expect(traced.batch.number).toBe(what.number);

    expect(await refusal(act((tx) => receiveDelivery(tx, actor, { ...delivery(5), number: what.number })))).toBe(
      'blank.batch_number_taken',
    );
    expect(await refusal(act((tx) => receiveDelivery(tx, actor, delivery(5, { spans: what.spans }))))).toBe(
      'blank.already_delivered',
    );
    const other = delivery(5);
    const strange = [{ code: 'BOKS-LAIN', span: { first, last: first + 1n } }];
    expect(await refusal(act((tx) => receiveDelivery(tx, actor, { ...other, boxes: strange })))).toBe(
      'blank.box_outside',
    );
    expect(await refusal(act((tx) => receiveDelivery(tx, actor, delivery(5, { storeId: stores[1]!.id }))))).toBe(
      'blank.not_at_centre',
    );
  });
});

describe('a list of chip UIDs', () => {
  test('finds the serial of a UID as readers show it, in at most 16 bytes a blank', async () => {
    const N = 60_000;
    const what = delivery(N);
    const { id } = await act((tx) => receiveDelivery(tx, actor, what));
    await act((tx) => takeManifest(tx, actor, { batchId: id, lines: manifest(what.spans) }));
    const serial = what.spans[0]!.first + 12_345n;
    const shown = uidOf(serial)
      .toLowerCase()
      .replaceAll(/(..)(?=.)/g, '$1:');
    const traced = await act((tx) => traceBlank(tx, actor, { what: shown }));
    expect(traced).toMatchObject({ serial: String(serial), uid: uidOf(serial) });
    // Without the free space maps, which weigh something beside sixty thousand and nothing beside sixty million.
    const { bytes } = await given.system((tx) =>
      one(
        tx,
        sql<{ bytes: number }>`
          select sum(pg_relation_size(n::regclass))::float8 / ${N}::int as bytes
            from unnest(array['uid_page', 'uid_page_pkey', 'uid_page_number', 'uid_place', 'uid_place_pkey']) t, concat('blank.', t) n`,
      ),
    );
    expect(bytes).toBeLessThan(16);
    expect(await refusal(act((tx) => traceBlank(tx, actor, { what: 'FFFFFFFFFFFFFF' })))).toBe('blank.unknown_serial');
    expect(await refusal(act((tx) => takeManifest(tx, actor, { batchId: id, lines: [] })))).toBe('blank.manifest_here');
  });

  test('that is cut short, has something twice, others’ serials, no UIDs or a copied chip is refused and leaves nothing', async () => {
    const known = delivery(300);
    const first = await act((tx) => receiveDelivery(tx, actor, known));
    await act((tx) => takeManifest(tx, actor, { batchId: first.id, lines: manifest(known.spans) }));
    const what = delivery(300);
    const { id } = await act((tx) => receiveDelivery(tx, actor, what));
    const lines = manifest(what.spans);
    const take = (list: typeof lines) => refusal(act((tx) => takeManifest(tx, actor, { batchId: id, lines: list })));
    expect(await take(lines.slice(0, 200))).toBe('blank.manifest_length');
    expect(await take([...lines.slice(0, 299), lines[0]!])).toBe('blank.manifest_serial_twice');
    expect(await take([...lines.slice(0, 299), { ...lines[299]!, uid: lines[0]!.uid }])).toBe(
      'blank.manifest_uid_twice',
    );
    expect(await take([...lines.slice(0, 299), { ...lines[299]!, uid: 'bukan uid' }])).toBe('blank.manifest_uid');
    expect(await take([...lines.slice(0, 299), { serial: '3.17E+9', uid: lines[299]!.uid }])).toBe(
      'blank.manifest_serial',
    );
    expect(await take([...lines.slice(0, 299), manifest(known.spans)[0]!])).toBe('blank.manifest_outside');
    const copied = { ...lines[299]!, uid: manifest(known.spans)[7]!.uid };
    expect(await take([...lines.slice(0, 299), copied])).toBe('blank.manifest_uid_known');
    const rest = await given.system((tx) => one(tx, sql`select count(*)::int as n from blank.manifest_line`));
    expect(rest).toEqual({ n: 0 });
    expect(await take(lines)).toBeNull();
  });

  test('tells the UID of every serial too, over gaps in the delivery; of one without a list it tells none', async () => {
    const plain = delivery(10);
    await act((tx) => receiveDelivery(tx, actor, plain));
    const { first } = delivery(9_000).spans[0]!;
    const spans = [
      { first: first + 100n, last: first + 999n },
      { first: first + 1_007n, last: first + 1_007n },
      { first: first + 4_000n, last: first + 6_000n },
    ];
    const what = delivery(10, { spans });
    const { id } = await act((tx) => receiveDelivery(tx, actor, what));
    await act((tx) => takeManifest(tx, actor, { batchId: id, lines: manifest(spans) }));
    const told = async (serial: bigint) => {
      const uid = await given.system((tx) => uidOfSerial(tx, serial));
      return uid === null ? null : uidText(uid);
    };
    for (const above of [100n, 101n, 277n, 278n, 759n, 760n, 999n, 1_007n, 4_000n, 4_418n, 4_419n, 6_000n])
      expect(await told(first + above)).toBe(uidOf(first + above));
    for (const above of [99n, 1_000n, 1_008n, 6_001n]) expect(await told(first + above)).toBeNull();
    expect(await told(plain.spans[0]!.first)).toBeNull();
    const traced = await act((tx) => traceBlank(tx, actor, { what: String(first + 4_419n) }));
    expect(traced.uid).toBe(uidOf(first + 4_419n));
  });

  test('is sorted in with those of other deliveries, of lower serials and of higher ones, and each finds its own', async () => {
    const all = [];
    for (const first of [41_000n, 48_000n, 30_000n, 44_000n]) {
      const spans = [{ first, last: first + 1_499n }];
      const { id } = await act((tx) => receiveDelivery(tx, actor, delivery(10, { spans, number: `KTP/RUN/${first}` })));
      await act((tx) => takeManifest(tx, actor, { batchId: id, lines: manifest(spans) }));
      all.push(first, first + 777n, first + 1_499n);
    }
    for (const serial of all) {
      expect(uidText((await given.system((tx) => uidOfSerial(tx, serial)))!)).toBe(uidOf(serial));
      const { serial: found } = await act((tx) => traceBlank(tx, actor, { what: uidOf(serial) }));
      expect(found).toBe(String(serial));
    }
    const { runs } = await given.system((tx) =>
      one(tx, sql<{ runs: number }>`select count(*)::int as runs from blank.uid_run`),
    );
    expect(runs).toBe(1);
  });

  test('is searched by halves: every entry of a page is found and its neighbours are not', () => {
    const uids = [1n, 0x04_a1b2_c3d4_e580n, 0x04_a1b2_c3d4_e582n, 0xff_ffff_ffff_fffen];
    const page = Buffer.concat(
      uids.map((uid, n) => {
        const entry = Buffer.alloc(11);
        entry.write(uidText(uid), 0, 'hex');
        entry.writeUInt32BE(n * 10, 7);
        return entry;
      }),
    );
    for (const [n, uid] of uids.entries()) {
      expect(findInPage(page, uid)).toBe(n * 10);
      expect(findInPage(page, uid - 1n)).toBeNull();
      expect(findInPage(page, uid + 1n)).toBeNull();
    }
    expect(parseUid('04:a1:b2:c3:d4:e5:80')).toBe(0x04_a1b2_c3d4_e580n);
    expect(parseUid('04A1B2C3D4E5')).toBeNull();
  });
});

test('a trace tells every custody with its dates, who kept the store then, and each movement', async () => {
  const what = delivery(10);
  const { first, last } = what.spans[0]!;
  const store = stores[0]!.id;
  await act((tx) => receiveDelivery(tx, actor, what));
  const spans = [{ first, last }];
  await act((tx) => moveBlanks(tx, actor, { kind: 'counted_in', spans, from: { store, state: 'RECEIVED' } }));
  await act((tx) =>
    moveBlanks(tx, actor, {
      kind: 'spoiled',
      spans: [{ first, last: first }],
      from: { store, state: 'IN_STOCK' },
      reason: 'macet',
    }),
  );
  const traced = await act((tx) => traceBlank(tx, actor, { what: String(first) }));
  expect(traced.movements.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['delivered', null],
    ['counted_in', null],
    ['spoiled', 'macet'],
  ]);
  expect(traced.custody).toHaveLength(1);
  expect(traced.custody[0]).toMatchObject({ store: 'Gudang pusat', until: null });
  expect(traced.custody[0]!.keepers).toHaveLength(1);
  expect(traced.now.state).toBe('SPOILED');
});
