import { beforeAll, describe, expect, test } from 'vitest';
import { givenResident } from '../../../../test/given/people.ts';
import type { Nik } from '../../../core/id/index.ts';
import { givenVerification, QUESTION, WHY, type GivenVerification } from '../given-partner.ts';
import { addPulses } from './sql.ts';
import { slowUnusual } from './watch.ts';

let given: GivenVerification;
let siti: Nik;

beforeAll(async () => {
  given = await givenVerification();
  siti = await givenResident(given);
});

const { attributes, reference } = QUESTION;
let asked = 0;
const right = () => ({ ...QUESTION, nik: siti, reference: `TRX-${asked++}` });

describe('who asks for one serial after the other', () => {
  test('is slowed down within the minute, in every process, with a code of its own, and an entry names the signal', async () => {
    const fisher = await given.partner();
    const items = Array.from({ length: 80 }, (_, n) => ({ nik: `990101410180${9001 + n}`, attributes, reference }));
    expect((await fisher.batch({ ...WHY, items })).status).toBe(200);
    await given.house.ground.verification.pulses.settle();
    const slowed = await given.system(slowUnusual);
    expect(slowed).toContainEqual({ institutionId: fisher.id, signal: 'sequence' });
    // Known for an hour: the next minute says nothing new.
    expect(await given.system(slowUnusual)).toEqual([]);
    await expect
      .poll(async () => (await fisher.batch({ ...WHY, items: items.slice(0, 30) })).body.code, {
        interval: 20,
      })
      .toBe('verification.slowed_down');
    // A few questions still pass: it is slowed down, not cut off.
    await expect
      .poll(async () => (await fisher.ask(right())).body.answer?.results.birthDate, { interval: 20 })
      .toEqual({ result: 'match' });
    const much = await fisher.batch({ ...WHY, items: items.slice(0, 30) });
    expect([much.status, Number(much.headers['retry-after']) >= 1]).toEqual([429, true]);
    const entry = await given.system(
      async (tx) =>
        (
          await tx.client.query(
            `select signal, until - began_at = interval '1 hour' as hour from verification.throttle where institution_id = $1`,
            [fisher.id],
          )
        ).rows,
    );
    expect(entry).toContainEqual({ signal: 'sequence', hour: true });
  });

  test('and another partner is not', async () => {
    const other = await given.partner();
    expect(
      (await other.batch({ ...WHY, items: Array.from({ length: 30 }, () => ({ nik: siti, attributes, reference })) }))
        .status,
    ).toBe(200);
  });
});

test('volume, hour and spread are held against the fourteen days before', async () => {
  const partner = await given.partner();
  await given.system(async (tx) => {
    // Ten days at another hour of the day than this one, in one regency.
    await tx.client.query(
      `insert into verification.pulse (institution_id, hour, questions, mismatched, in_sequence, regencies)
       select $1, date_trunc('hour', now()) - n * interval '1 day' - interval '3 hours', 100, 5, 0, array[3175] from generate_series(1, 10) n`,
      [partner.id],
    );
  });
  const regencies = Array.from({ length: 90 }, (_, n) => 3201 + n);
  const row = { institutionId: partner.id, mismatched: 10, inSequence: 0 };
  const pool = given.house.database.pool;
  const add = async (questions: number, of: number[]) => {
    const client = await pool.connect();
    try {
      await client.query('set role jatidiri_system');
      await addPulses(client as never, [{ ...row, questions, regencies: of }]);
    } finally {
      await client.query('reset role');
      client.release();
    }
  };
  // Two processes add to the same hour.
  await add(1_500, regencies.slice(0, 50));
  await add(1_500, regencies.slice(40));
  const slowed = (await given.system(slowUnusual)).filter(({ institutionId }) => institutionId === partner.id);
  expect(slowed.map(({ signal }) => signal)).toEqual(['volume', 'hour', 'spread']);
});
