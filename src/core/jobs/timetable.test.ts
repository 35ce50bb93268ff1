import { parseCronItem } from 'graphile-worker';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { givenHouse } from '../../../test/given/house.ts';
import { allRooms } from '../../house.ts';
import { many, run, sql } from '../db/index.ts';
import { job, type Job } from './index.ts';

const ran: string[] = [];
const minutely: Job<object> = {
  name: 'test.minutely',
  payload: z.object({}),
  maxAttempts: 3,
  timetable: { cron: '* * * * *', catchUpHours: 2 },
  run: async () => void ran.push('minutely'),
};
const given = await givenHouse({ rooms: [{ name: 'test', jobs: [job(minutely)] }] });
const known = () =>
  given.system((tx) =>
    many<{ identifier: string; last: Date | null }>(
      tx,
      sql`select identifier, last_execution as last from graphile_worker._private_known_crontabs`,
    ),
  );
const start = () => given.house.startWorkers();

test('a time that passed while nothing ran is made up for by the next start, and not again by the one after', async () => {
  const first = await start();
  await expect.poll(known).toMatchObject([{ identifier: 'test.minutely' }]);
  await first.stop();
  ran.length = 0;
  // As if the last minute that it came were an hour ago: sixty were missed.
  await given.system((tx) =>
    run(
      tx,
      sql`update graphile_worker._private_known_crontabs
            set known_since = now() - interval '1 day', last_execution = date_trunc('minute', now() - interval '1 hour')`,
    ),
  );
  const second = await start();
  await expect.poll(() => ran.length).toBeGreaterThan(0);
  await second.stop();
  // Sixty were missed; those that waited together became one.
  expect(ran.length).toBeLessThan(60);
  const [line] = await known();
  expect(Date.now() - line!.last!.getTime()).toBeLessThan(120_000);
  ran.length = 0;
  const third = await start();
  await third.stop();
  // The test may run over a full minute.
  expect(ran.length).toBeLessThanOrEqual(1);
});

test("every timetable of the house parses, and its job takes the timetable's empty payload", () => {
  const jobs = allRooms.flatMap((room) => room.jobs ?? []).filter((each) => each.timetable);
  expect(jobs.map((each) => each.name).toSorted()).toEqual([
    'application.seal_details',
    'blank.close_day',
    'card.close_losses',
    'card.fold_figures',
    'card.forget_asks',
    'citizen.forget_asks',
    'citizen.watch_disputes',
    'dashboard.count',
    'file.sweep_orphans',
    'idempotency.sweep_answers',
    'matching.delete_due',
    'metering.close_months',
    'metering.count',
    'partner.watch_reports',
    'resident.apply_deactivations',
    'returned_data.forget_old',
    'statement.keep_counts',
    'uniqueness.forget_ended_court_results',
    'uniqueness.take_up_searches',
    'verification.fetch_key_sets',
    'verification.watch',
    'voter.count_down',
    'voter.end_extracts',
    'warehouse.make_snapshot',
    'warehouse.make_year_end_snapshot',
    'webhook.forget_old',
    'webhook.take_up',
    'webhook.watch_terms',
    'webhook.watch_use',
  ]);
  for (const { name, timetable, payload } of jobs) {
    expect(() => parseCronItem({ task: name, match: timetable!.cron })).not.toThrow();
    expect(payload.parse({ _cron: { ts: '2018-12-11T00:00:00Z', backfilled: true } })).toEqual({});
  }
});
