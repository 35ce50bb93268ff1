/**
 * `npm run bench -- card`: how long each figure of cards takes, now and as it was known on a busy day of the past, beside the same
 * figures counted from all steps of all cards; and what it costs a step to be counted.
 */
import { Client } from 'pg';
import { NATION, systemActor } from '../src/core/access/index.ts';
import type { Indicator } from '../src/core/indicator.ts';
import { asCivilDate, type CivilDate } from '../src/core/time/index.ts';
import { foldFiguresJob } from '../src/cards/card/figure/fold.ts';
import { figure, median, type Bench } from './bench.ts';
import { filledRegister, type Filled } from './load/filled.ts';

const actor = { ...systemActor('bench'), jurisdiction: NATION };
const OFFICE = '01234567-89ab-7def-8123-456789abcdef';
const FIRST_NIK = 9_901_010_000_000_000n;
/** Cards came in by table on this day, so many at one instant; since then they are printed one by one. */
const IMPORTED_ON = '2017-06-01';
const AT_ONCE = 50_000;
const DAYS = 500;
const CALLS = 200;

interface At {
  readonly asOf: CivilDate;
  readonly knownAt: Date;
}

export const bench: Bench = async ({ size = 5_000_000 }) => {
  const filled = await filledRegister(100);
  try {
    const client = new Client(filled.register.administration);
    await client.connect();
    const steps = await fill(client, size);
    const now: At = { asOf: asCivilDate('2019-01-01'), knownAt: new Date('2019-01-01T03:00:00Z') };
    const then: At = { asOf: asCivilDate('2018-03-01'), knownAt: new Date('2018-03-01T08:00:00Z') };
    const indicators = filled.register.house.ground.indicators.filter(({ code }) => code.startsWith('card.'));
    const fresh = await timeFigures(filled, indicators, now, 3);
    await filled.register.house.database.transact('system', actor, (tx) => foldFiguresJob.run(tx, {}));
    await client.query('vacuum analyze card.figure_change, card.figure_day');
    const folded = await timeFigures(filled, indicators, now, 15);
    const past = await timeFigures(filled, indicators, then, 15);
    const recounted = await timeRecount(filled, indicators, now);
    const entering = await timeEntering(client);
    const { rows } = await client.query<{ mb: number }>(
      `select (pg_total_relation_size('card.figure_change') + pg_total_relation_size('card.figure_day'))::float8 / 2 ^ 20 as mb`,
    );
    await client.end();
    return {
      name: 'card',
      size,
      figures: [
        figure('card.figure_ms', folded, 'ms', recounted),
        figure('card.figure_past_ms', past, 'ms'),
        figure('card.figure_before_the_night_ms', fresh, 'ms'),
        figure('card.count_step_ms', entering, 'ms'),
        figure('card.changes_mb', rows[0]!.mb, 'MB'),
      ],
      leftOut: [
        `${steps.toLocaleString('en')} steps, half of the cards imported; the median of the four figures; the limit is one figure recounted from every step, which must be the same number`,
        'counting a step: `card.count_steps` of one step of a card with three before it, without the rest of the act',
      ],
    };
  } finally {
    await filled.remove();
  }
};

/**
 * Set-based. Half came in by table with one step; the other half were printed, checked and handed over, a fifth of those are
 * superseded since, some of which are taken in and destroyed. Each step changes what the columns say.
 */
async function fill(client: Client, size: number): Promise<number> {
  await client.query('set synchronous_commit to off');
  await client.query(
    `insert into card.card (nik, id, serial, uid, kind, state, since, village_code, office_id, printed_on, entry_id)
     select ${FIRST_NIK} + i, ('01234567-89ab-7def-8123-' || lpad(to_hex(i), 12, '0'))::uuid, 100000000 + i, null, 'first', 5, now(), 3175071004, $1,
            date '2012-01-01' + (i % 2000)::int, $1 from generate_series(0, ${size - 1}) i`,
    [OFFICE],
  );
  await client.query(
    `create temp table path as select * from (values
       (0, 1, 5, 'imported', 0, 1, 0, 0, 0), (1, 1, 1, null, 0, 1, 0, 0, 0), (1, 2, 2, null, 1, 0, 0, 0, 0), (1, 3, 4, null, 2, 0, 0, 0, 0),
       (1, 4, 5, 'handed_over', 3, 0, 0, 0, 0), (2, 5, 8, 'superseded', 40, 0, 1, 0, 0), (3, 6, 10, 'superseded', 50, 0, -1, 1, 0),
       (4, 7, 11, 'destroyed', 60, 0, 0, -1, 1)) p(from_path, place, state, cause, later, printed, outstanding, taken_in, destroyed)`,
  );
  await client.query(
    `create temp table walk as
     select c.nik, c.id as card_id, p.place, p.state, p.cause,
            case when k.path = 0 then c.printed_on + time '05:00' else known.at end at time zone 'UTC' as at, known.at at time zone 'UTC' as recorded_at,
            p.printed, p.outstanding, p.taken_in, p.destroyed
       from card.card c
       cross join lateral (select c.nik - ${FIRST_NIK} as i) n
       cross join lateral (select case when i % 2 = 0 then 0 when i % 5 > 0 then 1 else 2 + (i / 10) % 3 end as path) k
       join path p on (k.path = 0 and p.from_path = 0) or (k.path > 0 and p.from_path between 1 and k.path)
       cross join lateral (select case when k.path = 0 then timestamp '${IMPORTED_ON}' + i / ${AT_ONCE} * interval '5 s'
                                       else timestamp '${IMPORTED_ON}' + (i % ${DAYS} + p.later) * interval '1 day' + i % 30011 * interval '1 s' end as at) known`,
  );
  await client.query(
    `insert into card.step (nik, card_id, id, state, at, recorded_at, cause, entry_id)
     select nik, card_id, ('00000000-0000-7000-8000-00000000000' || place)::uuid, state, at, recorded_at, cause, $1 from walk order by recorded_at`,
    [OFFICE],
  );
  await client.query(
    `insert into card.figure_change (known_at, day, printed, outstanding, taken_in, destroyed)
     select recorded_at, (at at time zone 'Asia/Jakarta')::date, sum(printed), sum(outstanding), sum(taken_in), sum(destroyed)
       from walk where (printed, outstanding, taken_in, destroyed) <> (0, 0, 0, 0) group by 1, 2 order by 1`,
  );
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from walk');
  await client.query('drop table walk');
  await client.query('set synchronous_commit to on');
  await client.query('vacuum analyze');
  await client.query('checkpoint');
  return rows[0]!.n;
}

async function timeFigures(filled: Filled, indicators: readonly Indicator[], at: At, tries: number): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < tries; n++)
    for (const indicator of indicators)
      await filled.register.house.database.transact('system', actor, async (tx) => {
        const began = performance.now();
        await indicator.measure(tx, at);
        took.push(performance.now() - began);
      });
  return median(took);
}

/** One figure from every step, which takes its time; the others only where somebody doubts. */
async function timeRecount(filled: Filled, indicators: readonly Indicator[], at: At): Promise<number> {
  const indicator = indicators.find(({ code }) => code === 'card.invalid_outstanding')!;
  return filled.register.house.database.transact('system', actor, async (tx) => {
    const began = performance.now();
    const counted = await indicator.recount(tx, at);
    const took = performance.now() - began;
    const measured = await indicator.measure(tx, at);
    if (counted.numerator !== measured.numerator || measured.numerator === 0)
      throw new Error(`${measured.numerator} by sums, ${counted.numerator} by steps`);
    return took;
  });
}

async function timeEntering(client: Client): Promise<number> {
  const { rows } = await client.query<{ nik: string; card_id: string; id: string }>(
    `select nik::text, card_id, id from card.step where state = 8 limit ${CALLS}`,
  );
  const took: number[] = [];
  await client.query('begin');
  for (const { nik, card_id, id } of rows) {
    const began = performance.now();
    await client.query('select card.count_steps($1, $2, $3)', [[nik], [card_id], [id]]);
    took.push(performance.now() - began);
  }
  await client.query('rollback');
  return median(took);
}
