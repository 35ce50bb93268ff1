import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { publicActor, systemActor, type Actor } from '../access/index.ts';
import type { Room } from '../room.ts';
import { copyInto, copyLine, copyOut, many, nikText, one, run, sql } from './index.ts';

const room: Room = {
  name: 'scratch',
  refusals: { 'scratch.twice': { status: 409, when: 'a NIK is written twice', constraints: ['person_pkey'] } },
  texts: { id: { 'scratch.twice': 'dua kali' }, en: { 'scratch.twice': 'twice' } },
};
const given = await givenHouse({ rooms: [room] });
const superuser = new Client(given.superuser);
await superuser.connect();
afterAll(() => superuser.end());
await superuser.query(`
  create schema scratch;
  set role jatidiri_owner;
  reset role;
  create table scratch.person (nik bigint constraint person_pkey primary key, village_code bigint not null, born date);
  alter table scratch.person owner to jatidiri_owner;
  alter table scratch.person enable row level security, force row level security;
  create policy app on scratch.person to jatidiri_app
    using (village_code between (select current_setting('jatidiri.low')::bigint) and (select current_setting('jatidiri.high')::bigint));
  create policy system on scratch.person to jatidiri_system using (true) with check (true);
  create table scratch.staging (note text, n int, b bytea, at timestamptz, yes boolean);
  grant usage on schema scratch to jatidiri_app, jatidiri_system;
  grant select, insert, update on all tables in schema scratch to jatidiri_app, jatidiri_system;
  insert into scratch.person values (999901010190 * 10000 + 1, 3175071001, '1990-01-01'), (0931016305600001, 3201010001, '1960-05-23');`);

const inside = (code: string): Actor => ({ ...systemActor('test'), kind: 'officer', jurisdiction: { code } });
const niks = (actor: Actor) =>
  given.transact(actor, (tx) =>
    many(tx, sql<{ nik: string }>`select ${nikText('p.nik')} as nik from scratch.person p order by 1`),
  );

test('app sees only the rows of its jurisdiction, the public none, the nation all', async () => {
  expect(await niks(inside('317507'))).toEqual([{ nik: '9999010101900001' }]);
  expect(await niks(inside('3201010001'))).toEqual([{ nik: '0931016305600001' }]);
  expect(await niks(inside('3374'))).toEqual([]);
  expect(await niks(publicActor('id'))).toEqual([]);
  expect(await niks(inside(''))).toHaveLength(2);
  expect(await given.system((tx) => many(tx, sql`select 1 from scratch.person`))).toHaveLength(2);
});

test('app cannot write outside its jurisdiction', async () => {
  const write = given.transact(inside('3374'), (tx) =>
    run(tx, sql`insert into scratch.person values (9999010101900009, 3175071001)`),
  );
  await expect(write).rejects.toThrow(/row-level security/);
});

test('the eyes of one transaction are gone in the next on the same connection', async () => {
  await niks(inside('317507'));
  const left = await given.house.database.pool.query(
    `select current_user as me, current_setting('jatidiri.low', true) as low`,
  );
  expect(left.rows).toEqual([{ me: 'jatidiri', low: '' }]);
});

test('an actor whose ids are no UUIDs cannot slip a statement into begin', async () => {
  const sly = { ...inside(''), id: `'; reset role; --`, officeId: `';commit;--` };
  const seen = await given.transact(sly, (tx) =>
    one(tx, sql`select current_setting('jatidiri.officer') as o, current_user::text as u`),
  );
  expect(seen).toEqual({ o: '', u: 'jatidiri_app' });
});

test('dates arrive as civil dates, instants as Date, whole numbers without loss', async () => {
  const row = await given.system((tx) =>
    one(
      tx,
      sql`select born, array[born] as days, 9171010101990001::int8 as big, timestamptz '2018-12-11 16:00+07' as at, 7::int as n
                from scratch.person where village_code = 3201010001`,
    ),
  );
  expect(row).toEqual({
    born: '1960-05-23',
    days: ['1960-05-23'],
    big: '9171010101990001',
    at: new Date('2018-12-11T09:00Z'),
    n: 7,
  });
});

test('a violated constraint becomes the refusal of the room that declared it, without the values', async () => {
  const write = given.transact(inside(''), (tx) =>
    run(tx, sql`insert into scratch.person values (9999010101900001, 3175071001)`),
  );
  await expect(write).rejects.toMatchObject({
    code: 'scratch.twice',
    status: 409,
    message: expect.not.stringContaining('9999'),
  });
});

test('transactions in each other’s way are run again until both have happened', async () => {
  await superuser.query(`insert into scratch.staging (note, n) values ('counter', 0)`);
  let attempts = 0;
  const allHaveRead = Promise.withResolvers<void>();
  const add = () =>
    given.house.database.transact(
      'system',
      systemActor('test'),
      async (tx) => {
        const { n } = await one(tx, sql<{ n: number }>`select n from scratch.staging where note = 'counter'`);
        if (++attempts === 3) allHaveRead.resolve();
        await allHaveRead.promise;
        await run(tx, sql`update scratch.staging set n = ${n + 1} where note = 'counter'`);
      },
      { isolation: 'serializable' },
    );
  await Promise.all([add(), add(), add()]);
  const { rows } = await superuser.query(`select n from scratch.staging where note = 'counter'`);
  expect(rows).toEqual([{ n: 3 }]);
  expect(attempts).toBeGreaterThan(3);
});

test('work that swallowed a failed statement is not reported as committed', async () => {
  const act = given.system(async (tx) => {
    await run(tx, sql`insert into scratch.staging (note) values ('lost')`);
    await run(tx, sql`select 1 / 0`).catch(() => {});
  });
  await expect(act).rejects.toThrow(/nothing was committed/);
});

test('what waits for the commit runs after it and never after a rollback', async () => {
  const ran: string[] = [];
  await given.system(async (tx) => tx.afterCommit(() => ran.push('a')));
  const failed = given.system(async (tx) => {
    tx.afterCommit(() => ran.push('b'));
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(ran).toEqual(['a']);
});

test('COPY carries every character there and back', async () => {
  const note = `tab\t back\\ newline\n return\r ${randomUUID()} é ☃ \\N`;
  const at = new Date('2018-12-11T09:00:00.123Z');
  const read = await given.system(async (tx) => {
    const rows = [copyLine([note, 5, Buffer.from([0, 255, 92]), at, true]), copyLine([null, null, null, null, null])];
    expect(await copyInto(tx, 'scratch.staging', ['note', 'n', 'b', 'at', 'yes'], rows)).toBe(2);
    return await many(tx, sql`select note, n, b, at, yes from scratch.staging where yes`);
  });
  expect(read).toEqual([{ note, n: 5, b: Buffer.from([0, 255, 92]), at, yes: true }]);
  const out = await given.system(async (tx) => {
    const parts: Buffer[] = [];
    for await (const part of copyOut(tx, 'select 1, null, $$a,b$$', 'csv')) parts.push(part as Buffer);
    return Buffer.concat(parts).toString();
  });
  expect(out).toBe('1,,"a,b"\n');
});

test('a COPY out whose reader stops in the middle ends with the reader’s fault, and others go on', async () => {
  const stopped = given.system(async (tx) => {
    for await (const _ of copyOut(tx, "select repeat('x', 1000) from generate_series(1, 20000)"))
      throw new Error('reader stopped');
  });
  await expect(stopped).rejects.toThrow('reader stopped');
  const refused = given.system(async (tx) => {
    for await (const _ of copyOut(tx, 'select 1 / (n - 3000) from generate_series(1, 20000) n')) continue;
  });
  await expect(refused).rejects.toThrow('division by zero');
  expect(await given.system((tx) => many(tx, sql`select 1 as one`))).toEqual([{ one: 1 }]);
});

test('a COPY whose source fails leaves nothing and the connection usable', async () => {
  const copy = given.system((tx) =>
    copyInto(
      tx,
      'scratch.staging',
      ['note'],
      (function* () {
        yield 'one\n';
        throw new Error('source broke');
      })(),
    ),
  );
  await expect(copy).rejects.toThrow('source broke');
  expect(await given.system((tx) => many(tx, sql`select 1 from scratch.staging where note = 'one'`))).toEqual([]);
});

test('a line that is cut in the middle is said as such, nothing of it stays, and the next transaction connects anew', async () => {
  const cut = given.transact(systemActor('test'), async (tx) => {
    await tx.client.query(`insert into scratch.person values (9999010101909041, 3175071001, '1990-01-01')`);
    const { pid } = await one(tx, sql<{ pid: number }>`select pg_backend_pid() as pid`);
    await superuser.query('select pg_terminate_backend($1)', [pid]);
    await tx.client.query('select 1');
  });
  await expect(cut).rejects.toMatchObject({ code: 'db.away', status: 503, values: { seconds: 3 } });
  expect(await niks(systemActor('test'))).not.toContainEqual({ nik: '9999010101909041' });
});

test('a statement that takes longer than a request may is given up, nothing stays, and the line is good for the next', async () => {
  const slow = given.house.database.transact(
    'system',
    systemActor('test'),
    async (tx) => {
      await tx.client.query(`insert into scratch.person values (9999010101909042, 3175071001, '1990-01-01')`);
      await tx.client.query('select pg_sleep(600)');
    },
    { patienceMs: 200 },
  );
  await expect(slow).rejects.toMatchObject({ code: 'db.too_slow', status: 503, values: { waited: 1 } });
  expect(await niks(systemActor('test'))).not.toContainEqual({ nik: '9999010101909042' });
});

test('a file that is missing is no database that is away, though the system has one word for both', async () => {
  const missing = Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', syscall: 'open' });
  await expect(given.transact(systemActor('test'), () => Promise.reject(missing))).rejects.toBe(missing);
  const socket = Object.assign(new Error('connect ENOENT'), { code: 'ENOENT', syscall: 'connect' });
  await expect(given.transact(systemActor('test'), () => Promise.reject(socket))).rejects.toMatchObject({
    code: 'db.away',
  });
});
