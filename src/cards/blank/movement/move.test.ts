import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor, NATION } from '../../../core/access/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import { givenHouse } from '../../../../test/given/house.ts';
import { givenActor } from '../../../../test/given/people.ts';
import { givenBatch, givenStores } from '../given-blank.ts';
import { STATES, type Span } from '../rules.ts';
import type { Store } from '../schema.ts';
import { deliverBlanks, moveBlanks, reverseMovement, type MoveGiven } from './move.ts';

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
