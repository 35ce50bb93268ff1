import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor, NATION } from '../../../core/access/index.ts';
import { many, one, sql } from '../../../core/db/index.ts';
import { givenHouse } from '../../../../test/given/house.ts';
import { givenActor } from '../../../../test/given/people.ts';
import { givenBatch, givenStores } from '../given-blank.ts';
import { difference, STATES, type Span, type State } from '../rules.ts';
import type { Store } from '../schema.ts';
import { deliverBlanks, moveBlanks, reverseMovement, type MoveGiven } from './move.ts';
import { balanceOf, lyingAt } from './sql.ts';

const given = await givenHouse();
const actor = { ...givenActor({ region: '' }), jurisdiction: NATION };
let stores: Store[];
const act = <Result>(work: Parameters<typeof given.transact<Result>>[1]) => given.transact(actor, work);
const move = (what: MoveGiven) => act((tx) => moveBlanks(tx, actor, what));
const span = (first: number, last: number): Span => ({ first: BigInt(first), last: BigInt(last) });
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (fault: { code?: string }) => fault.code ?? fault,
  );

let nextSerial = 1_000_000n;
/** Blanks fresh from the supplier in the centre's stock: their first serial. */
async function delivered(n: number): Promise<number> {
  const first = nextSerial;
  nextSerial += BigInt(n) + 1000n;
  await act(async (tx) => {
    const batch = await givenBatch(tx, first, BigInt(n));
    const spans = [{ first, last: first + BigInt(n) - 1n }];
    const store = stores[0]!.id;
    await deliverBlanks(tx, actor, { batch, store, spans });
    await moveBlanks(tx, actor, { kind: 'counted_in', spans, from: { store, state: 'RECEIVED' } });
  });
  return Number(first);
}

beforeAll(async () => {
  await given.system(async (tx) => {
    stores = await givenStores(tx, { ...systemActor('test'), jurisdiction: NATION }, 4);
  });
});

describe('a movement', () => {
  test('splits a range and joins what touches, so that a store holds few lots', async () => {
    const first = await delivered(1000);
    const store = stores[0]!.id;
    const here = { store, state: 'IN_STOCK' } as const;
    for (const at of [0, 1, 2, 3])
      await move({ kind: 'personalised', spans: [span(first + at, first + at)], from: here });
    const lots = await act((tx) =>
      many(
        tx,
        sql<{ serials: string; state: number }>`
          select serials::text, state from blank.lot where serials && int8range(${first}::int8, ${first + 1000}::int8) order by serials`,
      ),
    );
    expect(lots).toEqual([
      { serials: `[${first},${first + 4})`, state: STATES.PERSONALISED },
      { serials: `[${first + 4},${first + 1000})`, state: STATES.IN_STOCK },
    ]);
  });

  test('of a serial that does not lie there is refused whole, and the first of them is named', async () => {
    const first = await delivered(10);
    const here = { store: stores[0]!.id, state: 'IN_STOCK' } as const;
    await move({ kind: 'spoiled', spans: [span(first + 5, first + 5)], from: here });
    const fault = await move({ kind: 'personalised', spans: [span(first, first + 9)], from: here }).catch((f) => f);
    expect(fault.code).toBe('blank.not_here');
    expect(fault.values.serial).toBe(String(first + 5));
    expect(await refusal(move({ kind: 'spoiled', spans: [span(7, 7)], from: here }))).toBe('blank.not_here');
    expect(await refusal(move({ kind: 'spoiled', spans: [], from: here }))).toBe('blank.no_serials');
    const twice = [span(first, first + 3), span(first + 3, first + 4)];
    expect(await refusal(move({ kind: 'spoiled', spans: twice, from: here }))).toBe('blank.serial_twice');
  });

  test('that was a mistake is reversed by another, once, and only while the blanks lie where it left them', async () => {
    const first = await delivered(10);
    const here = { store: stores[0]!.id, state: 'IN_STOCK' } as const;
    const id = await move({ kind: 'spoiled', spans: [span(first, first + 4)], from: here });
    await act((tx) => reverseMovement(tx, actor, { id, reason: 'salah ketik nomor seri' }));
    expect(await refusal(act((tx) => reverseMovement(tx, actor, { id, reason: 'lagi' })))).toBe('blank.not_here');
    const again = await move({ kind: 'spoiled', spans: [span(first, first + 4)], from: here });
    await move({ kind: 'destroyed', spans: [span(first, first)], from: { ...here, state: 'SPOILED' } });
    expect(await refusal(act((tx) => reverseMovement(tx, actor, { id: again, reason: 'terlambat' })))).toBe(
      'blank.not_here',
    );
  });

  test('of serials that were delivered before is refused', async () => {
    const first = await delivered(10);
    const spans = [span(first + 9, first + 20)];
    const again = act(async (tx) => {
      const batch = await givenBatch(tx, BigInt(first + 9), 12n);
      await deliverBlanks(tx, actor, { batch, store: stores[0]!.id, spans });
    });
    expect(await refusal(again)).toBe('blank.already_delivered');
  });

  test('of one blank by sixteen officers at once succeeds once', async () => {
    const first = await delivered(1);
    const here = { store: stores[0]!.id, state: 'IN_STOCK' } as const;
    const tries = Array.from({ length: 16 }, (_, n) =>
      refusal(move({ kind: n % 2 ? 'spoiled' : 'personalised', spans: [span(first, first)], from: here })),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((code) => code === null)).toHaveLength(1);
    expect(outcomes.filter((code) => code === 'blank.not_here')).toHaveLength(15);
  });
});

test('after 600 random movements with planted losses the books balance at every store and agree with a plain model', async () => {
  let state = 7;
  const roll = (n: number) => ((state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 8) % n;
  const N = 200;
  const first = await delivered(N);
  const where = Array.from({ length: N }, () => ({ store: 0, state: 'IN_STOCK' as State }));
  const before = await act((tx) =>
    balanceOf(
      tx,
      stores.map(({ id }) => id),
      given.clock.now(),
    ),
  );
  let done = 0;
  for (let n = 0; n < 600; n++) {
    const from = roll(N);
    const to = Math.min(N - 1, from + roll(12));
    const place = where[from]!;
    const kind = (
      {
        IN_STOCK: ['personalised', 'spoiled', 'missed', 'sent'],
        SPOILED: ['missed', 'destroyed'],
        MISSING: ['found'],
        PERSONALISED: ['spoiled'],
      } as Partial<Record<State, string[]>>
    )[place.state];
    if (!kind) continue;
    const chosen = kind[roll(kind.length)]!;
    if (chosen === 'sent') continue;
    const spans = [span(first + from, first + to)];
    const code = await refusal(
      move({ kind: chosen as MoveGiven['kind'], spans, from: { store: stores[place.store]!.id, state: place.state } }),
    );
    const all = where.slice(from, to + 1);
    const may = all.every((each) => each.state === place.state && each.store === place.store);
    expect(code).toBe(may ? null : 'blank.not_here');
    if (!may) continue;
    done++;
    const next = (
      {
        personalised: 'PERSONALISED',
        spoiled: 'SPOILED',
        missed: 'MISSING',
        destroyed: 'DESTROYED',
        found: 'IN_STOCK',
      } as const
    )[chosen as 'spoiled'];
    for (const each of all) each.state = next as State;
  }
  expect(done).toBeGreaterThan(50);
  const lots = await act((tx) =>
    many(
      tx,
      sql<{ first: string; last: string; state: number }>`
        select lower(serials)::text as first, (upper(serials) - 1)::text as last, state from blank.lot
         where serials && int8range(${first}::int8, ${first + N}::int8)`,
    ),
  );
  const states = where.map(({ state: named }) => STATES[named]);
  const seen = Array.from({ length: N }, () => 0);
  for (const lot of lots) for (let at = Number(lot.first); at <= Number(lot.last); at++) seen[at - first] = lot.state;
  expect(seen).toEqual(states);
  for (const store of stores) {
    const [balance, lying] = await act(async (tx) => [
      (await balanceOf(tx, [store.id], given.clock.now())).get(store.id)!,
      (await lyingAt(tx, [store.id])).get(store.id)!,
    ]);
    expect(difference(balance)).toBe(0n);
    expect(balance.missing).toBe(lying.get('MISSING') ?? 0n);
    expect(balance.inStock).toBe((lying.get('IN_STOCK') ?? 0n) + (lying.get('RECEIVED') ?? 0n));
    expect(balance.destroyed).toBe(lying.get('DESTROYED') ?? 0n);
  }
  expect(before.size).toBe(stores.length);
  expect(await act((tx) => one(tx, sql<{ n: number }>`select count(*)::int as n from blank.movement`))).not.toEqual({
    n: 0,
  });
});
