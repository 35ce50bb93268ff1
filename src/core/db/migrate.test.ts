import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { givenDatabase } from '../../../test/given/database.ts';
import { MIGRATIONS_FOLDER, migrate, pendingMigrations } from './migrate.ts';

const root = mkdtempSync(join(tmpdir(), 'jatidiri-migrate-'));
cpSync(new URL('0001_roles.sql', MIGRATIONS_FOLDER), join(root, '0001_roles.sql'));
const folder = pathToFileURL(`${root}/`);
const file = (name: string, sql: string) => writeFileSync(join(root, name), sql);
const database = await givenDatabase('empty');
const run = () => migrate(database.superuser, { folder });
afterAll(async () => {
  rmSync(root, { recursive: true, force: true });
  await database.drop();
});

test('migrations run once, in order, two runners at a time too', async () => {
  file('0002_a.sql', 'create schema a; create table a.t (n int);');
  expect(await pendingMigrations(database.superuser, folder)).toBe(2);
  const [one, two] = await Promise.all([run(), run()]);
  expect([...one.applied, ...two.applied]).toEqual(['0001_roles', '0002_a']);
  expect(await pendingMigrations(database.superuser, folder)).toBe(0);
});

test('a migration that fails leaves nothing of itself', async () => {
  file('0003_b.sql', 'create table a.half (n int); select 1 / 0;');
  await expect(run()).rejects.toThrow(/0003_b.*division by zero/);
  const client = new Client(database.superuser);
  await client.connect();
  const { rows } = await client.query(
    `select to_regclass('a.half') as half, (select tableowner from pg_tables where tablename = 't' and schemaname = 'a') as owner`,
  );
  await client.end();
  expect(rows).toEqual([{ half: null, owner: 'jatidiri_owner' }]);
  rmSync(join(root, '0003_b.sql'));
});

test('a file edited, lost or slipped in after it ran is refused by name', async () => {
  file('0002_a.sql', 'create schema a; create table a.t (n bigint);');
  await expect(run()).rejects.toMatchObject({ code: 'db.migration_changed', values: { name: '0002_a' } });
  rmSync(join(root, '0002_a.sql'));
  await expect(run()).rejects.toMatchObject({ values: { name: '0002_a' } });
  file('0002_a.sql', 'create schema a; create table a.t (n int);');
  file('0001_aaa.sql', 'select 1');
  await expect(run()).rejects.toThrow(/two migrations bear the number 0001/);
  rmSync(join(root, '0001_aaa.sql'));
  expect((await run()).applied).toEqual([]);
});
