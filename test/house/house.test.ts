import { expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '../../src/core/access/index.ts';
import { many, one, run, sql } from '../../src/core/db/index.ts';
import { addJobs, job, type Job } from '../../src/core/jobs/index.ts';
import { afterCommit, inTransaction, notice, speak } from '../../src/core/notice/index.ts';
import type { Room } from '../../src/core/room.ts';
import { readConfig } from '../../src/core/config/index.ts';
import { allRooms, checkRooms, openHouse } from '../../src/house.ts';
import { givenHouse } from '../given/house.ts';

const actor = systemActor('test');
const moved = notice<{ nik: string }>('test.moved');
const heard: string[] = [];
const note: Job<{ n: number }> = {
  name: 'test.note',
  payload: z.object({ n: z.number() }),
  maxAttempts: 3,
  run: async (_tx, { n }) => void heard.push(`job ${n}`),
};
/** Goes out twice. */
const calling: Job<{ n: number }> = {
  name: 'test.calling',
  payload: z.object({ n: z.number() }),
  maxAttempts: 3,
  async run(_tx, { n }) {
    heard.push(`asked ${n}`);
    return async () => {
      heard.push('outside');
      return async () => {
        heard.push('noted');
        return async () => {
          heard.push('outside');
          return async () => void heard.push('ended');
        };
      };
    };
  },
};
const room: Room = {
  name: 'test',
  jobs: [job(note), job(calling)],
  listening: [
    inTransaction(moved, 'first', async (_tx, _actor, items) => void heard.push(`in ${items.length}`)),
    inTransaction(moved, 'second', async (_tx, _actor, items) => {
      if (items.some((item) => item.nik === 'no')) throw new Error('refused');
    }),
    afterCommit(
      moved,
      'later',
      async (_tx, _id, items) => void heard.push(`after ${items.map((item) => item.nik).join()}`),
    ),
  ],
};
const given = await givenHouse({ rooms: [room] });

test('what a job waits for outside is done between its transactions, one after the other', async () => {
  heard.length = 0;
  const workers = await given.house.startWorkers(1);
  await given.system((tx) => addJobs(tx, calling, [{ n: 1 }]));
  await expect.poll(() => heard).toEqual(['asked 1', 'outside', 'noted', 'outside', 'ended']);
  await workers.stop();
  const open = await given.system((tx) =>
    one(
      tx,
      sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'test.calling'`,
    ),
  );
  expect(open.n).toBe(0);
});

test('a listener in the transaction may refuse the act, and nothing of it stays', async () => {
  const act = given.transact(actor, async (tx) => {
    await addJobs(tx, note, [{ n: 0 }]);
    await speak(tx, actor, moved, [{ nik: 'no' }]);
  });
  await expect(act).rejects.toThrow('refused');
  const waiting = await given.system((tx) =>
    one(tx, sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs`),
  );
  expect(waiting.n).toBe(0);
});

test('jobs and listeners after the commit run once the act has committed', async () => {
  heard.length = 0;
  await given.transact(actor, async (tx) => {
    await addJobs(tx, note, [{ n: 1 }, { n: 2 }]);
    await speak(tx, actor, moved, [{ nik: 'a' }, { nik: 'b' }]);
    await speak(tx, actor, moved, []);
  });
  expect(heard).toEqual(['in 2']);
  const workers = await given.house.startWorkers();
  await expect.poll(() => heard.toSorted()).toEqual(['after a,b', 'in 2', 'job 1', 'job 2']);
  await workers.stop();
});

test('the rooms of the house do not contradict one another', () => {
  checkRooms(given.house.rooms);
  const texts = { id: { 'x.y': 'a', 'x.z': 'b' }, en: { 'x.y': 'a' } };
  const refusals = { 'x.q': { status: 404, when: 'never' } } as const;
  expect(() =>
    checkRooms([
      { name: 'x', texts, refusals },
      { name: 'x', refusals },
    ]),
  ).toThrow(
    /room x is declared twice\nrefusal x.q is declared twice\nx: no text x.z in en\nx: refusal x.q has no text/,
  );
});

test('app sees no table that was not granted to it', async () => {
  const look = given.transact(actor, (tx) => many(tx, sql`select * from graphile_worker._private_jobs`));
  await expect(look).rejects.toThrow(/permission denied/);
  await expect(given.transact(actor, (tx) => run(tx, sql`create table public.mine (a int)`))).rejects.toThrow(
    /permission denied/,
  );
});

test('with a public name the house answers by that name behind its proxy, and by no other', async () => {
  const config = readConfig({ publicHost: 'jatidiri.contoh.id' });
  const { connection, folders } = given;
  const house = await openHouse({ connection, folders, clock: given.clock, rooms: allRooms, config });
  const app = await house.serve();
  const ask = (host: string) => app.inject({ url: '/openapi.json', headers: { host } });
  const answer = await ask('jatidiri.contoh.id');
  expect([answer.statusCode, answer.headers['strict-transport-security']]).toEqual([
    200,
    expect.stringContaining('max-age'),
  ]);
  expect((await ask('lain.contoh.id')).statusCode).toBe(403);
  await app.close();
  await house.close();
});
