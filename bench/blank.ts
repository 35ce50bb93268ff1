/**
 * `npm run bench -- blank`: how long it takes to trace a blank by its serial and by its chip's UID, and to move some, while the nation
 * has so many in 545 stores with 26 movements a thousand; what their store weighs; and what screens and figures read of it.
 */
import { Client } from 'pg';
import { NATION, systemActor, type Actor } from '../src/core/access/index.ts';
import type { Tx } from '../src/core/db/index.ts';
import { record } from '../src/core/ledger/index.ts';
import { asCivilDate } from '../src/core/time/index.ts';
import {
  moveBlanks,
  receiveDelivery,
  reverseMovement,
  serialsOfUids,
  takeManifest,
  traceBlank,
  uidOf,
  viewStores,
} from '../src/cards/blank/index.ts';
import { uidText } from '../src/cards/blank/delivery/uid.ts';
import { viewStock } from '../src/cards/blank/stock/view.ts';
import { figure, median, type Bench, type Figure } from './bench.ts';
import { FIRST_SERIAL, fillBlanks, LOT, regencyAt, STOCK_FROM, TURN, WHOLE, type FilledBlanks } from './load/blanks.ts';
import { filledRegister, type Filled } from './load/filled.ts';
import { DELIVERY, uidAt } from './load/uid-list.ts';

const TRIES = 400;
const WARM = 20;
const LEAST = 4;

type Act = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;
type Run = () => Promise<unknown>;

/** Sizes are whole deliveries of half a million, at least four. */
export const bench: Bench = async ({ size: asked = 200_000_000 }) => {
  const deliveries = Math.max(LEAST, Math.round(asked / DELIVERY));
  const size = deliveries * DELIVERY;
  const filled = await filledRegister(100);
  try {
    const actor = { ...systemActor('bench'), jurisdiction: NATION };
    const client = new Client(filled.register.administration);
    await client.connect();
    const began = performance.now();
    const seconds = () => Math.round((performance.now() - began) / 1000);
    const stores = await fillBlanks(client, deliveries, (done) => {
      if (done % 20 === 0) process.stderr.write(`\r${done} of ${deliveries} deliveries, ${seconds()} s `);
    });
    const filledIn = seconds();
    process.stderr.write('\n');
    const { weights, movements } = await weigh(client, size);
    await client.end();
    return {
      name: 'blank',
      size,
      figures: [...(await measure(filled, actor, stores, deliveries)), ...weights],
      leftOut: [
        `${TRIES} traces one after the other, as \`app\`, each with its entry in the log; the limit, in turn with them, is an act that is nothing but its entry`,
        'movements in turn: one blank, a regency’s rest of a thousand, some of ten lots at once, five thousand and half a million at the centre',
        `${movements.toLocaleString('en')} movements, filled by SQL and COPY in ${filledIn} s: the papers of deliveries and the checks of lists are not in the time`,
      ],
    };
  } finally {
    await filled.remove();
  }
};

async function measure(
  { register: { house } }: Filled,
  actor: Actor,
  stores: FilledBlanks,
  deliveries: number,
): Promise<Figure[]> {
  const act: Act = (work) => house.database.transact('app', actor, work);
  const system: Act = (work) => house.database.transact('system', actor, work);
  const entry = () => act((tx) => record(tx, actor, { label: 'blank.traced', facts: { serial: '1' } }));
  const serials = spread(TRIES, 0, deliveries);
  const bySerial = serials.map((serial) => () => act((tx) => traceBlank(tx, actor, { what: String(serial) })));
  const byUid = serials.map((serial) => async () => {
    const what = uidText(uidOfSerial(serial));
    const traced = await act((tx) => traceBlank(tx, actor, { what }));
    if (traced.serial !== String(serial) || traced.uid !== what) throw new Error(`${what} is not ${traced.serial}`);
  });
  const ofSerial = serials.map((serial) => () => system((tx) => uidOf(tx, BigInt(serial))));
  const once = async (name: string, run: Run) => figure(name, (await timed(Array(6).fill(run), null, 1)).median, 'ms');
  const at = { asOf: asCivilDate('2030-01-01'), knownAt: house.ground.clock.now() };
  const indicator = (code: string) => house.ground.indicators.find((one) => one.code === code)!;
  return [
    ...beside('blank.trace', await timed(bySerial, entry)),
    ...beside('blank.trace_uid', await timed(byUid, entry)),
    ...beside('blank.uid_of_serial', await timed(ofSerial, null)),
    ...beside('blank.movement', await timed(movements(act, actor, stores, deliveries), entry)),
    await once('blank.stock_card_ms', () => act((tx) => viewStock(tx, actor, { id: stores.regencies[7]! }))),
    await once('blank.stock_card_of_centre_ms', () => act((tx) => viewStock(tx, actor, { id: stores.centre }))),
    await once('blank.stores_of_nation_ms', () => act((tx) => viewStores(tx, actor, { region: '', all: 'yes' }))),
    await once('blank.in_stock_ms', () => system((tx) => indicator('blank.in_stock').measure(tx, at))),
    await once('blank.unaccounted_ms', () => system((tx) => indicator('blank.unaccounted').measure(tx, at))),
    figure('blank.found_list_ms', await timeFoundList(system, deliveries), 'ms'),
    figure('blank.manifest_seconds', await timeManifest(act, actor, stores, deliveries), 's'),
  ];
}

/** The serials of as many chips as lay in the sack of Duren Sawit. */
async function timeFoundList(system: Act, deliveries: number): Promise<number> {
  const uids = spread(2_158, 0, deliveries).map(uidOfSerial);
  const began = performance.now();
  const found = await system((tx) => serialsOfUids(tx, uids));
  if (found.size !== uids.length) throw new Error(`${found.size} of ${uids.length} UIDs`);
  return performance.now() - began;
}

/** The list of one more delivery is checked against all others and sorted into the last run. */
async function timeManifest(act: Act, actor: Actor, { centre }: FilledBlanks, deliveries: number): Promise<number> {
  const first = FIRST_SERIAL + deliveries * DELIVERY;
  const { id } = await act((tx) =>
    receiveDelivery(tx, actor, {
      number: 'BENCH-LAST',
      supplier: 'PEMASOK CONTOH',
      contractNo: 'CONTOH',
      deliveredOn: '2018-12-11',
      storeId: centre,
      spans: [{ first: BigInt(first), last: BigInt(first + DELIVERY - 1) }],
      boxes: [],
    }),
  );
  function* lines() {
    for (let serial = first; serial < first + DELIVERY; serial++)
      yield { serial: String(serial), uid: uidText(uidOfSerial(serial)) };
  }
  const began = performance.now();
  await act((tx) => takeManifest(tx, actor, { batchId: id, lines: lines() }));
  return (performance.now() - began) / 1000;
}

/** Serials at equal distances over some of the deliveries. */
const spread = (n: number, from: number, until: number) =>
  Array.from(
    { length: n },
    (_, k) => FIRST_SERIAL + from * DELIVERY + Math.floor(((k + 0.5) / n) * (until - from) * DELIVERY),
  );

function uidOfSerial(serial: number): bigint {
  const at = serial - FIRST_SERIAL;
  return uidAt(Math.floor(at / DELIVERY), at % DELIVERY);
}

/** Of any size, in turn. */
function movements(act: Act, actor: Actor, { centre, regencies }: FilledBlanks, deliveries: number): Run[] {
  const printed = FIRST_SERIAL + (deliveries - WHOLE) * DELIVERY;
  const spoil = (store: string, firsts: readonly number[], n: number) => {
    const spans = firsts.map((first) => ({ first: BigInt(first), last: BigInt(first + n - 1) }));
    return act((tx) => moveBlanks(tx, actor, { kind: 'spoiled', spans, from: { store, state: 'IN_STOCK' } }));
  };
  let undone: string | null = null;
  return spread(TRIES / 2, 0, deliveries - WHOLE).map((serial, n) => {
    const store = regencies[regencyAt(serial)]!;
    const stock = serial - ((serial - FIRST_SERIAL) % LOT) + STOCK_FROM;
    const apart = Array.from({ length: 10 }, (_, k) => stock + k * TURN).filter((first) => first < printed);
    const runs: Run[] = [
      () => spoil(store, [stock + 3], 1),
      () => spoil(store, [stock + 5], LOT - STOCK_FROM - 5),
      () => spoil(store, apart, 2),
      () => spoil(centre, [printed + Math.floor(n / 5) * 10_000], 5_000),
      async () => {
        const done = undone;
        undone = done === null ? await spoil(centre, [printed + DELIVERY], DELIVERY) : null;
        if (done !== null) await act((tx) => reverseMovement(tx, actor, { id: done, reason: 'salah ketik' }));
      },
    ];
    return runs[n % runs.length]!;
  });
}

interface Took {
  readonly p95: number;
  readonly median: number;
  readonly limit: { readonly p95: number; readonly median: number } | null;
}

/** One after the other, in turn with what is the least that could be done; the first are not counted. */
async function timed(runs: readonly Run[], least: Run | null, warm = WARM): Promise<Took> {
  const took: number[] = [];
  const limits: number[] = [];
  for (const [n, run] of runs.entries())
    for (const [each, into] of [[run, took] as const, ...(least ? [[least, limits] as const] : [])]) {
      const began = performance.now();
      await each();
      if (n >= warm) into.push(performance.now() - began);
    }
  const of = (values: readonly number[]) => ({ p95: p95(values), median: median(values) });
  return { ...of(took), limit: least && of(limits) };
}

const p95 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)]!;

const beside = (name: string, { p95: slow, median: middle, limit }: Took): Figure[] => [
  figure(`${name}_p95_ms`, slow, 'ms', limit?.p95 ?? null),
  figure(`${name}_median_ms`, middle, 'ms', limit?.median ?? null),
];

async function weigh(client: Client, size: number): Promise<{ weights: Figure[]; movements: number }> {
  const { rows } = await client.query<Record<'serials' | 'boxes' | 'uids' | 'moved' | 'movements' | 'lots', string>>(
    `select pg_total_relation_size('blank.lot') + pg_total_relation_size('blank.batch_range') as serials, pg_total_relation_size('blank.box') as boxes,
            pg_total_relation_size('blank.uid_page') + pg_total_relation_size('blank.uid_place') as uids,
            pg_total_relation_size('blank.movement') + pg_total_relation_size('blank.movement_serials') as moved,
            (select count(*) from blank.movement) as movements, (select count(*) from blank.lot) as lots`,
  );
  const { serials, boxes, uids, moved, movements: n, lots } = rows[0]!;
  const weights = [
    figure('blank.store_mb', Number(serials) / 1e6, 'MB'),
    figure('blank.lots', Number(lots), ''),
    figure('blank.boxes_mb', Number(boxes) / 1e6, 'MB'),
    figure('blank.uid_bytes', Number(uids) / size, 'bytes'),
    figure('blank.movement_bytes', Number(moved) / Number(n), 'bytes'),
  ];
  return { weights, movements: Number(n) };
}
