import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { byFamilyCard, byNik, coordinator, placement, reference } from '../../migrations/placement.ts';
import { givenDatabase } from '../given/database.ts';
import { PROJECT, sourceFiles, sqlOf } from './floors.ts';
import { movingUpdates, placementFaults, readCatalog } from './placement.ts';

const database = await givenDatabase();
const client = new Client(database.superuser);
await client.connect();
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('every table has a place, and its keys and references fit it', async () => {
  expect(placementFaults(await readCatalog(client), placement)).toEqual([]);
});

test('no statement changes the column by which a table is placed', () => {
  const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8');
  const code = sourceFiles().flatMap((file) => movingUpdates(file, sqlOf(read(file)), placement));
  const migrations = globSync('migrations/*.sql', { cwd: PROJECT }).flatMap((file) =>
    movingUpdates(file, read(file), placement),
  );
  expect([...code, ...migrations]).toEqual([]);
});

test('what does not fit is found in the catalog', async () => {
  await client.query(`
    create schema scratch;
    create table scratch.card (number bigint primary key, serial int unique);
    create table scratch.person (nik bigint primary key, card bigint references scratch.card, mother bigint references scratch.person);
    create table scratch.event (id uuid, nik bigint references scratch.person, primary key (nik, id));
    create table scratch.post (officer int, days daterange, nik bigint, exclude using gist (officer with =, days with &&), exclude using gist (nik with =, days with &&));
    create table scratch.forgotten (n int);`);
  const all = await readCatalog(client);
  const scratch = {
    tables: all.tables.filter(({ name }) => name.startsWith('scratch.')),
    keys: all.keys.filter(({ table }) => table.startsWith('scratch.')),
    references: all.references.filter(({ from }) => from.startsWith('scratch.')),
  };
  const places = {
    'scratch.card': byFamilyCard(),
    'scratch.person': byNik(),
    'scratch.event': byNik(),
    'scratch.post': byNik(),
    'scratch.gone': reference,
  };
  expect(placementFaults(scratch, places).toSorted()).toEqual([
    'person_card_fkey: scratch.person (nik) refers to scratch.card (familyCard) on another node',
    'person_mother_fkey: scratch.person (nik) refers to scratch.person (nik) on another node',
    'scratch.card_serial_key: unique without number, by which scratch.card is placed',
    'scratch.forgotten has no placement',
    'scratch.gone is placed but not there',
    'scratch.post_officer_days_excl: unique without nik, by which scratch.post is placed',
  ]);
});

test('an update of a placement column is found, others are not', () => {
  const places = { 'a.t': byNik(), 'a.u': coordinator('small') };
  const moves = (sql: string) => movingUpdates('x', sql, places).length;
  expect(moves('update a.t set name = 1, nik = 2 where nik = 3')).toBe(1);
  expect(moves('update a.t as t set (name, nik) = (1, 2)')).toBe(1);
  expect(moves('update a.t t set name = 2 where t.nik = 3 and nik = 4')).toBe(0);
  expect(moves('update a.t set absorbed_nik = 2')).toBe(0);
  expect(moves('update a.u set nik = 2')).toBe(0);
});
