import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { givenHouse } from '../../../test/given/house.ts';
import { many, sql } from '../db/index.ts';
import { addJobs, job, startWorkers, type Job } from './index.ts';

const ran: string[] = [];
let during: (name: string) => Promise<void> = () => Promise.resolve();
const noted: Job<{ name: string }> = {
  name: 'test.noted',
  payload: z.object({ name: z.string() }),
  maxAttempts: 5,
  async run(_, { name }) {
    ran.push(name);
    await during(name);
  },
};
const given = await givenHouse();
const { connection, house } = given;
/** Not in the database itself, so that it can be shut. */
const superuser = new Client({ ...given.superuser, database: 'postgres' });
await superuser.connect();
afterAll(() => superuser.end());

const start = () => startWorkers({ connection, database: house.database, jobs: [job(noted)], graceSeconds: 1 });
const add = (name: string) => given.system((tx) => addJobs(tx, noted, [{ name }]));
const left = () =>
  given.system((tx) => many(tx, sql<{ by: string | null }>`select locked_by as by from graphile_worker._private_jobs`));
/** As if it had been fetched a minute ago, by `by`. */
const fetched = (by: string | null) =>
  given.system((tx) =>
    tx.client.query(
      `update graphile_worker._private_jobs set locked_at = now() - interval '1 minute', locked_by = coalesce($1, locked_by)`,
      [by],
    ),
  );

test('what a killed worker had fetched is done by another, not four hours later', async () => {
  await add('left behind');
  await fetched('pool-of-nobody');
  const workers = await start();
  await expect.poll(() => ran).toEqual(['left behind']);
  await expect.poll(left).toEqual([]);
  await workers.stop();
});

test('what a worker does that lives is nobody else’s, however long it takes', async () => {
  ran.length = 0;
  const done = Promise.withResolvers<void>();
  during = () => done.promise;
  const [first, second] = [await start(), await start()];
  await add('slow');
  await expect.poll(() => ran).toEqual(['slow']);
  await fetched(null);
  // A third looks at once for what was left behind.
  const third = await start();
  await add('quick');
  during = () => Promise.resolve();
  await expect.poll(() => ran).toEqual(['slow', 'quick']);
  await expect.poll(async () => (await left()).map(({ by }) => by !== null)).toEqual([true]);
  done.resolve();
  await expect.poll(left).toEqual([]);
  await Promise.all([first.stop(), second.stop(), third.stop()]);
  expect(ran).toEqual(['slow', 'quick']);
});

test('a database that was away while a job ended stops no worker for good: the job runs again, and so does the next', async () => {
  ran.length = 0;
  const { database } = connection;
  const shut = async (yes: boolean) => {
    await superuser.query(`alter database ${superuser.escapeIdentifier(database!)} allow_connections ${!yes}`);
    if (yes)
      await superuser.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]);
  };
  during = async () => {
    during = () => Promise.resolve();
    await shut(true);
  };
  const workers = await start();
  await add('cut');
  await expect.poll(() => ran).toEqual(['cut']);
  // The library has given up by then.
  await new Promise((resolve) => void setTimeout(resolve, 300));
  await shut(false);
  await expect.poll(() => ran).toEqual(['cut', 'cut']);
  await add('next');
  await expect.poll(() => ran).toEqual(['cut', 'cut', 'next']);
  await workers.stop();
});
