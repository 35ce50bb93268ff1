import { beforeAll, describe, expect, test } from 'vitest';
import { givenResidents } from '../../../../test/given/people.ts';
import { systemActor } from '../../../core/access/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import type { ImportOptions } from '../../../core/staged-import/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { indicators } from '../figure/indicators.ts';
import { givenCards, uidOfSerial } from '../given-card.ts';
import { importCards } from './import.ts';

const given = await givenCards();
const actor = systemActor('import');
let people: Nik[];
beforeAll(async () => {
  people = await givenResidents(
    given,
    Array.from({ length: 12 }, (_, n) => ({ name: `CONTOH ${n}` })),
  );
});
const bytesOf = (rows: readonly string[]) =>
  Buffer.from(`nik,serial,uid,state,printed_on,office\n${rows.join('\n')}\n`);
const take = (rows: readonly string[], over: Partial<ImportOptions> = {}) =>
  importCards(given.house, { name: 'kartu.csv', bytes: bytesOf(rows) }, { actor, ...over });
const cards = (niks: readonly Nik[]) =>
  given.system((tx) =>
    many(tx, sql<{ n: number }>`select 1 as n from card.card where nik = any(${[...niks]}::bigint[])`),
  );

describe('an import of cards', () => {
  test('enters every row once, whatever is repeated, and nothing at all in a dry run', async () => {
    const rows = people.slice(0, 4).map((nik, n) => `${nik},${8_000_000 + n},,BERLAKU,2012-03-0${n + 1},31.75`);
    expect(await take(rows, { dryRun: true })).toMatchObject({ read: 4, created: 4, refused: 0 });
    expect(await cards(people)).toHaveLength(0);
    expect(await take([...rows, rows[0]!])).toMatchObject({ read: 5, created: 4, unchanged: 1, refused: 0 });
    expect(await take([...rows, rows[0]!])).toMatchObject({ created: 0, unchanged: 5 });
    expect(await cards(people)).toHaveLength(4);
  });

  test('stopped in the middle goes on where it was', async () => {
    const rows = people.slice(4, 8).map((nik, n) => `${nik},${8_100_000 + n},,BERLAKU,2013-01-0${n + 1},`);
    const stop = () => {
      throw new Error('stopped');
    };
    await expect(take(rows, { batchRows: 2, onBatch: stop })).rejects.toThrow('stopped');
    expect(await take(rows, { batchRows: 2 })).toMatchObject({ read: 4, created: 4 });
    expect(await cards(people.slice(4, 8))).toHaveLength(4);
  });

  test('says of each refused row which cell is wrong and why', async () => {
    const [nik, other] = [people[8]!, people[9]!];
    const { importId, refused, created } = await take([
      `123,1,,BERLAKU,2012-01-01,`,
      `9901010101909999,2,,BERLAKU,2012-01-01,`,
      `${nik},3,zz,BERLAKU,2012-01-01,`,
      `${nik},4,,MENGKILAP,2012-01-01,`,
      `${nik},5,,BERLAKU,2010-12-31,`,
      `${nik},8000000,,BERLAKU,2012-01-01,`,
      `${nik},6,,BERLAKU,2012-01-01,9999`,
      `${nik},7,,BERLAKU,2012-01-01,`,
      `${other},7,,BERLAKU,2012-01-01,`,
    ]);
    expect({ created, refused }).toEqual({ created: 1, refused: 8 });
    const faults = await given.system((tx) =>
      many(
        tx,
        sql<{ row: number; code: string }>`
          select row_number::int as row, code from card.import_fault where import_id = ${importId} order by row_number`,
      ),
    );
    const codes = Object.fromEntries(faults.map(({ row, code }) => [row, code]));
    expect(codes).toMatchObject({
      2: 'nik',
      3: 'person_unknown',
      4: 'uid',
      5: 'state',
      6: 'too_early',
      7: 'serial_taken',
      8: 'twice',
      9: 'twice',
    });
  });

  test('of a hundred thousand rows takes seconds', async () => {
    await given.system((tx) =>
      tx.client.query(
        `insert into resident.resident
         select p.* from resident.resident r, generate_series(1, 100000) n,
                lateral jsonb_populate_record(r, jsonb_build_object('nik', 9901010000000000 + n)) p where r.nik = $1`,
        [people[0]],
      ),
    );
    const rows = Array.from(
      { length: 100_000 },
      (_, n) =>
        `${9_901_010_000_000_001n + BigInt(n)},${20_000_000 + n},,${n % 10 === 0 ? 'INVALID' : 'BERLAKU'},2012-05-05,`,
    );
    const done = await take(rows);
    expect(done).toMatchObject({ read: 100_000, created: 100_000, refused: 0 });
    expect(done.seconds).toBeLessThan(30);
  });
});

test('each figure of cards is the same counted another way', async () => {
  const nik = await given.recorded();
  await given.held(nik);
  const at = { asOf: asCivilDate('2018-12-11'), knownAt: given.clock.now() };
  const figures = await given.system(async (tx) => {
    const all: Record<string, number> = {};
    for (const one of indicators) {
      const measured = await one.measure(tx, at);
      expect(await one.recount(tx, at)).toEqual(measured);
      all[one.code] = measured.numerator;
    }
    return all;
  });
  expect(figures['card.printed']).toBeGreaterThan(100_000);
  expect(figures['card.invalid_outstanding']).toBe(10_000);
});

test('a card is traced by NIK, serial and UID, from the supplier of its blank to its holder', async () => {
  const nik = await given.recorded();
  const id = await given.held(nik);
  const serial = String((await given.cardsOf(nik))[0]!.serial);
  for (const what of [nik, serial, uidOfSerial(serial)]) {
    const traced = await given.head.call('POST', '/v1/cards/trace', { what });
    expect(traced.body.cards).toMatchObject([
      {
        id,
        serial,
        uid: uidOfSerial(serial),
        state: 'VALID',
        valid: true,
        blank: { batch: { supplier: 'PEMASOK CONTOH' }, now: { state: 'PERSONALISED' } },
      },
    ]);
    const steps = traced.body.cards[0].steps.map(({ state }: { state: string }) => state);
    expect(steps).toEqual(['PRINTED', 'CHECKED', 'AT_COUNTER', 'VALID']);
  }
  expect((await given.head.call('POST', '/v1/cards/trace', { what: '1' })).body.code).toBe('card.trace_nothing');
  expect((await given.printer.call('POST', '/v1/cards/trace', { what: nik })).status).toBe(403);
});
