/**
 * `npm run bench -- blank`: how long it takes to trace a blank by its serial and by its chip's UID, and to move some, while the nation
 * has so many blanks in lots of a thousand with twenty-five movements each; and what their store weighs.
 */
import { Client } from 'pg';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { NATION, systemActor, type Actor } from '../src/core/access/index.ts';
import { moveBlanks, openStore, traceBlank } from '../src/cards/blank/index.ts';
import { uidText } from '../src/cards/blank/delivery/uid.ts';
import { figure, type Bench } from './bench.ts';
import { filledRegister, type Filled } from './load/filled.ts';

const LOT = 1_000;
const BATCH = 10_000_000;
const MOVEMENTS_A_LOT = 25;
const TRIES = 400;
const PAGE = 178;
/** The first serial of the nation's blanks, and a stride that reaches every serial of a batch once. */
const FIRST = 100_000_000;
const STRIDE = 7_368_787;

export const bench: Bench = async ({ size = 200_000_000 }) => {
  const filled = await filledRegister(100);
  try {
    const { house } = filled.register;
    const actor = { ...systemActor('bench'), jurisdiction: NATION };
    const stores = await givenStores(filled, actor);
    const client = new Client(filled.register.administration);
    await client.connect();
    const weigh = await fill(client, stores, size);
    await client.end();

    const act = <Result>(work: Parameters<typeof house.database.transact<Result>>[2]) =>
      house.database.transact('app', actor, work);
    const serials = Array.from({ length: TRIES }, (_, n) => FIRST + Math.floor(((n + 0.5) / TRIES) * size));
    const traces = await timed(serials, (serial) => act((tx) => traceBlank(tx, actor, { what: String(serial) })));
    const byUid = await timed(serials, (serial) =>
      act((tx) => traceBlank(tx, actor, { what: uidText(uidOf(serial)) })),
    );
    // Of any size: one blank out of a lot, a lot, and ten lots that lie side by side.
    const moves = await timed(serials.slice(0, TRIES / 2), (serial, n) => {
      const first = BigInt(serial - (serial % LOT)) + (n % 3 === 0 ? 500n : 0n);
      const last = n % 3 === 0 ? first : n % 3 === 1 ? first + BigInt(LOT) - 1n : first + BigInt(LOT) * 10n - 1n;
      const store = stores[0]!;
      return act((tx) =>
        moveBlanks(tx, actor, { kind: 'spoiled', spans: [{ first, last }], from: { store, state: 'IN_STOCK' } }),
      ).catch((fault: { code?: string }) => {
        // The end of the nation's blanks, or what was moved a moment ago.
        if (fault.code !== 'blank.not_here') throw fault;
      });
    });
    return {
      name: 'blank',
      size,
      figures: [
        figure('blank.trace_p95_ms', p95(traces), 'ms'),
        figure('blank.trace_uid_p95_ms', p95(byUid), 'ms'),
        figure('blank.movement_p95_ms', p95(moves), 'ms'),
        figure('blank.store_mb', weigh.lotMb, 'MB'),
        figure('blank.uid_bytes', weigh.uidBytes, 'bytes'),
      ],
      leftOut: [
        `${TRIES} traces one after the other, as \`app\`, each with its entry in the log; ${Math.round((size / LOT) * MOVEMENTS_A_LOT).toLocaleString('en')} movements weigh ${weigh.movementMb.toFixed(0)} MB apart`,
        'filled by SQL and COPY: the papers of deliveries and the checks of lists are not in the time',
      ],
    };
  } finally {
    await filled.remove();
  }
};

/** Every serial has another UID, in no order within its batch. */
function uidOf(serial: number): bigint {
  const batch = Math.floor((serial - FIRST) / BATCH);
  const above = (serial - FIRST) % BATCH;
  return 0x04_0000_0000_0000n + BigInt(batch) * 0x10_0000_0000n + BigInt((above * STRIDE) % BATCH) * 97n;
}

async function givenStores({ register }: Filled, actor: Actor): Promise<string[]> {
  const { DITJEN_ID } = await import('../src/register/office/index.ts');
  const ids = [];
  for (const name of ['Gudang A', 'Gudang B']) {
    const store = await register.house.database.transact('system', actor, (tx) =>
      openStore(tx, actor, { officeId: DITJEN_ID, name, kind: 'centre', keeperId: randomUUID() }),
    );
    ids.push(store.id);
  }
  return ids;
}

async function fill(client: Client, stores: readonly string[], size: number) {
  const id = randomUUID();
  for (let at = 0, seq = 1; at < size; at += BATCH, seq++) {
    const n = Math.min(BATCH, size - at);
    const batch = randomUUID();
    const { rows } = await client.query<{ seq: number }>(
      `insert into blank.batch (id, number, supplier, contract_no, delivered_on, n, uids, manifest, recorded_at, recorded_by, entry_id)
       values ($1, $2, 'PEMASOK CONTOH', 'CONTOH', '2018-01-02', $3, $3, '\\x00', now(), $4, $4) returning seq`,
      [batch, `BENCH-${seq}`, n, id],
    );
    const span = [FIRST + at, FIRST + at + n];
    await client.query(`insert into blank.batch_range values ($1, int8range($2::int8, $3::int8))`, [batch, ...span]);
    // Neighbours differ in their state, or they would be one lot.
    await client.query(
      `insert into blank.lot (serials, store_id, state, batch_id)
       select int8range(s, s + ${LOT}), $1, 2, $2 from generate_series($3::int8, $4::int8 - 1, ${LOT}) s`,
      [stores[0], batch, ...span],
    );
    await copyPages(client, rows[0]!.seq, FIRST + at, n);
  }
  await client.query(
    `with lots as (select serials, row_number() over () as k from blank.lot),
          moved as (
            insert into blank.movement (id, kind, occurred_at, recorded_at, from_store, from_state, to_store, to_state, n, officer_id, entry_id)
            select gen_random_uuid(), case when m = 1 then 1 else 4 end, now() - m * interval '1 day', now() - m * interval '1 day',
                   case when m = 1 then null else ($1::uuid[])[1 + m % 2] end, case when m = 1 then null else 3 end,
                   ($1::uuid[])[2 - m % 2], case when m = 1 then 1 else 2 end, ${LOT}, $2, $2
              from lots, generate_series(1, ${MOVEMENTS_A_LOT}) m returning id),
          numbered as (select id, (row_number() over () - 1) / ${MOVEMENTS_A_LOT} + 1 as k from moved)
     insert into blank.movement_serials select n.id, l.serials from numbered n join lots l using (k)`,
    [stores, id],
  );
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  const { rows } = await client.query<{ lots: string; uids: string; movements: string }>(
    `select pg_total_relation_size('blank.lot') as lots, pg_total_relation_size('blank.uid_page') as uids,
            pg_total_relation_size('blank.movement') + pg_total_relation_size('blank.movement_serials') as movements`,
  );
  const { lots, uids, movements } = rows[0]!;
  return { lotMb: Number(lots) / 2 ** 20, uidBytes: Number(uids) / size, movementMb: Number(movements) / 2 ** 20 };
}

async function copyPages(client: Client, seq: number, first: number, n: number): Promise<void> {
  // Sorted by UID: the k-th smallest belongs to the serial whose stride reaches k.
  const back = inverse(STRIDE, BATCH);
  async function* pages(): AsyncGenerator<string> {
    let block = '';
    let entries: Buffer[] = [];
    let firstUid = 0n;
    for (let k = 0; k < BATCH; k++) {
      const above = Number((BigInt(k) * back) % BigInt(BATCH));
      if (above >= n) continue;
      const uid = uidOf(first + above);
      if (entries.length === 0) firstUid = uid;
      const entry = Buffer.allocUnsafe(11);
      entry.writeUIntBE(Number(uid >> 32n), 0, 3);
      entry.writeUInt32BE(Number(uid & 0xffff_ffffn), 3);
      entry.writeUInt32BE(above, 7);
      entries.push(entry);
      if (entries.length < PAGE) continue;
      block += `${seq}\t${firstUid}\t\\\\x${Buffer.concat(entries).toString('hex')}\n`;
      entries = [];
      if (block.length < 1 << 20) continue;
      yield block;
      block = '';
    }
    if (entries.length > 0) block += `${seq}\t${firstUid}\t\\\\x${Buffer.concat(entries).toString('hex')}\n`;
    yield block;
  }
  await pipeline(Readable.from(pages()), client.query(copyFrom('copy blank.uid_page from stdin')));
}

/** What a number has to be multiplied with to be 1 modulo `m`. */
function inverse(a: number, m: number): bigint {
  let [r, s] = [BigInt(m), BigInt(a)];
  let [u, v] = [0n, 1n];
  while (s !== 0n) {
    const q = r / s;
    [r, s] = [s, r - q * s];
    [u, v] = [v, u - q * v];
  }
  return u < 0n ? u + BigInt(m) : u;
}

async function timed<T>(items: readonly T[], run: (item: T, n: number) => Promise<unknown>): Promise<number[]> {
  for (const [n, item] of items.slice(0, 20).entries()) await run(item, n);
  const took: number[] = [];
  for (const [n, item] of items.entries()) {
    if (n < 20) continue;
    const began = performance.now();
    await run(item, n);
    took.push(performance.now() - began);
  }
  return took;
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)]!;
}
