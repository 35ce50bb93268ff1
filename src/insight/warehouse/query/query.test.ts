import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { givenHouse } from '../../../../test/given/house.ts';
import { BANDUNG, givenActor, givenResidents } from '../../../../test/given/people.ts';
import { systemActor } from '../../../core/access/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { readCatalogue } from '../catalogue/read.ts';
import { makeSnapshot } from '../snapshot/make.ts';
import { askWarehouse } from './ask.ts';
import { answerAsFile } from './export.ts';
import { mustHaveQuota, quotaOf } from './quota.ts';
import { readSql } from './read-sql.ts';
import { dropQuery, keepQuery, listQueries } from './saved.ts';
import { queryShape } from './schema.ts';

const given = await givenHouse({ now: new Date('2018-07-02T02:00:00Z') });
const officer = givenActor({ region: '', role: 'ministry_officer' });
const ask = (query: Partial<z.input<typeof queryShape>>, actor = officer) =>
  given.transact(actor, (tx) => askWarehouse(tx, actor, queryShape.parse({ table: 'resident', ...query })));

beforeAll(async () => {
  await givenResidents(
    given,
    Array.from({ length: 240 }, (_, i) => ({
      birthDate: asCivilDate(`${1950 + (i % 50)}-0${1 + (i % 9)}-11`),
      sex: 1 + (i % 2),
      // One alone, and two together.
      religion: i === 0 ? 6 : i < 3 ? 5 : 1,
      ...(i % 3 === 0 ? { villageCode: BANDUNG } : {}),
    })),
  );
  await given.system((tx) => makeSnapshot(tx, systemActor('test'), { asOf: '2018-06-30' }));
});

describe('an answer', () => {
  test('gives counts in words with the cut-off and the root, and no cell of one or two', async () => {
    const answer = await ask({ dimensions: ['religion'] });
    expect(answer).toMatchObject({
      table: 'resident',
      asOf: '2018-06-30',
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(answer.cells.find(({ values }) => values[0] === '1')).toMatchObject({ labels: ['Islam'] });
    for (const { n } of answer.cells) expect(n).toBeGreaterThanOrEqual(3);
    expect(Math.abs(answer.total - 240)).toBeLessThanOrEqual(5);
  });

  test('says the same of the same people however they are asked for', async () => {
    const whole = await ask({});
    const bySex = await ask({ dimensions: ['sex'] });
    const women = await ask({ filters: [{ column: 'sex', value: '2' }] });
    expect(bySex.total).toBe(whole.total);
    expect(women.total).toBe(bySex.cells.find(({ values }) => values[0] === '2')!.n);
    const inProvince = await ask({ dimensions: ['sex'], filters: [{ column: 'province', value: '31' }] });
    const crossed = await ask({ dimensions: ['province', 'sex'] });
    expect(crossed.cells.filter(({ values }) => values[0] === '31').map(({ n }) => n)).toEqual(
      inProvince.cells.map(({ n }) => n),
    );
    expect(crossed.cells[0]!.labels[0]).toMatch(/JAKARTA/i);
  });

  test('stands in the ledger with what was asked, by whom and how much was given', async () => {
    await ask({ dimensions: ['education'], filters: [{ column: 'sex', value: '1' }] });
    const { rows } = await given.system((tx) =>
      tx.client.query<{ body: string }>(`select body from ledger.pending where body like '%education%'`),
    );
    expect(JSON.parse(rows.at(-1)!.body)).toMatchObject({
      label: 'warehouse.queried',
      by: officer.pseudonym,
      facts: { table: 'resident', dimensions: 'education', filters: 'sex=1', asOf: '2018-06-30' },
    });
  });

  test('about what never was is empty, and a file is the same in three forms', async () => {
    expect(await ask({ table: 'blank', dimensions: ['month'] })).toMatchObject({ cells: [], total: 0 });
    const answer = await ask({ dimensions: ['sex'] });
    const file = (format: 'csv' | 'json' | 'parquet') => given.system((tx) => answerAsFile(tx, answer, format));
    const csv = await file('csv');
    expect(csv.bytes.toString().split('\n')[0]).toBe('sex,sex_label,n');
    expect(JSON.parse((await file('json')).bytes.toString())).toEqual(answer);
    const parquet = await file('parquet');
    expect([parquet.fileName, parquet.bytes.subarray(0, 4).toString()]).toEqual([
      'statistik-resident-2018-06-30-sex.parquet',
      'PAR1',
    ]);
  });

  test.each([
    [{ dimensions: ['sex', 'age_group', 'regency'] }, 'warehouse.too_thin'],
    [{ asOf: '2017-12-31' }, 'warehouse.no_snapshot'],
    [{ asOf: '2017-02-31' }, 'warehouse.no_snapshot'],
  ])('to %j is refused', async (query, code) => {
    await expect(ask(query)).rejects.toMatchObject({ code });
  });
});

test.each([
  [{ dimensions: ['nik'] }, 'warehouse.no_such_column'],
  [{ dimensions: ['village'] }, 'warehouse.no_such_column'],
  [{ dimensions: ['sex', 'sex'] }, 'warehouse.column_twice'],
  [{ dimensions: ['sex'], filters: [{ column: 'sex', value: '1' }] }, 'warehouse.column_twice'],
  [{ filters: [{ column: 'sex', value: "1' or 1=1 --" }] }, 'warehouse.no_such_value'],
  [{ filters: [{ column: 'province', value: '../' }] }, 'warehouse.no_such_value'],
  [{ dimensions: ['province', 'regency'] }, 'warehouse.one_region_level'],
  [
    {
      dimensions: ['sex', 'religion', 'card'],
      filters: [
        { column: 'age_group', value: '20' },
        { column: 'recorded', value: '1' },
      ],
    },
    'warehouse.too_many_columns',
  ],
])('a question like %j is refused before anything is counted', (query, message) => {
  const parsed = queryShape.safeParse({ table: 'resident', ...query });
  expect(parsed.error?.issues.map((issue) => issue.message)).toContain(message);
});

describe('a question in SQL', () => {
  test('becomes the shape of a question', async () => {
    expect(
      await readSql(
        `SELECT sex, age_group, count(*) AS n FROM resident WHERE province = '31' AND cutoff = '2018-06-30' GROUP BY sex, age_group`,
      ),
    ).toEqual({
      table: 'resident',
      asOf: '2018-06-30',
      dimensions: ['sex', 'age_group'],
      filters: [{ column: 'province', value: '31' }],
    });
    expect(await readSql('select month, sum(n) from event group by all')).toMatchObject({
      table: 'event',
      dimensions: ['month'],
    });
    expect(await readSql('select count(*) from resident where sex = 2')).toMatchObject({
      filters: [{ column: 'sex', value: '2' }],
    });
  });

  test.each([
    ['select * from resident', 'star'],
    ['select sex from resident group by sex', 'SELECT'],
    ['select row_key, count(*) from resident group by row_key', 'row_key'],
    ['select count(*) from resident; select 1', '; '],
    ['delete from resident', 'statement'],
    [`select count(*) from read_parquet('/etc/*')`, 'FROM table_function'],
    ['select count(*) from (select 1) t', 'FROM subquery'],
    ['select count(*) from resident r join event e on true', 'FROM join'],
    ['select count(*) from resident tablesample 10%', 'sample'],
    ['with a as (select 1) select count(*) from resident', 'cte map'],
    ['select count(*) from resident where sex = 1 or sex = 2', 'WHERE or'],
    ['select count(*) from resident where birth_year > 2000', 'WHERE greaterthan'],
    ['select count(*) from resident where sex = (select 1)', 'subquery'],
    ['select sex, count(*) from resident group by sex having count(*) = 1', 'having'],
    ['select sex, count(*) from resident group by sex order by 2', 'ORDER BY'],
    ['select sex, count(*) from resident group by sex limit 1', 'LIMIT'],
    ['select distinct count(*) from resident', 'DISTINCT'],
    ['select count(distinct sex) from resident', 'distinct'],
    ['select count(*) filter (where sex = 1) from resident', 'filter'],
    ['select sex, count(*) from resident group by rollup (sex)', 'GROUPING SETS'],
    ['select max(age) from resident', 'max()'],
    ['select sum(age) from resident', 'sum()'],
    ['select sum(cell_key) from event', 'sum()'],
    ['select count(*) over () from resident', 'window'],
    ['select 1, count(*) from resident', 'constant'],
    ['select count(*) from resident union select count(*) from resident', 'SET_OPERATION'],
    ['select count(*) from pg_tables', 'FROM pg_tables'],
  ])('%s is refused by name', async (text, what) => {
    await expect(readSql(text)).rejects.toMatchObject({ code: 'warehouse.sql_refused', values: { what } });
  });

  test('that is none is refused', async () => {
    await expect(readSql('selec count(*)')).rejects.toMatchObject({ code: 'warehouse.sql_unreadable' });
  });
});

describe('who asks', () => {
  test('has a quota a day, and learns from the catalogue how much is left', async () => {
    const other = givenActor({ region: '', role: 'auditor' });
    await given.transact(other, async (tx) => {
      for (let i = 0; i < 3; i++) await mustHaveQuota(tx, other);
    });
    expect((await given.transact(other, (tx) => readCatalogue(tx, other))).quota).toEqual({ limit: 500, asked: 3 });
    await given.system((tx) => tx.client.query('update warehouse.asked set n = 500 where owner_id = $1', [other.id]));
    await expect(given.transact(other, (tx) => mustHaveQuota(tx, other))).rejects.toMatchObject({
      code: 'warehouse.quota_spent',
    });
    expect(await given.transact(officer, (tx) => quotaOf(tx, officer))).toEqual({ limit: 500, asked: 0 });
  });

  test('keeps questions under names, and nobody else sees them', async () => {
    const query = queryShape.parse({ table: 'resident', dimensions: ['sex'] });
    const { id } = await given.transact(officer, (tx) =>
      keepQuery(tx, officer, { name: 'Menurut jenis kelamin', query }),
    );
    const again = await given.transact(officer, (tx) =>
      keepQuery(tx, officer, { name: 'Menurut jenis kelamin', query }),
    );
    expect(again.id).toBe(id);
    const stranger = givenActor({ region: '', role: 'leadership' });
    expect((await given.transact(officer, (tx) => listQueries(tx, officer))).saved).toMatchObject([{ id, query }]);
    expect((await given.transact(stranger, (tx) => listQueries(tx, stranger))).saved).toEqual([]);
    await expect(given.transact(stranger, (tx) => dropQuery(tx, stranger, { id }))).rejects.toMatchObject({
      code: 'warehouse.no_such_query',
    });
    await given.transact(officer, (tx) => dropQuery(tx, officer, { id }));
    expect((await given.transact(officer, (tx) => listQueries(tx, officer))).saved).toEqual([]);
  });

  test('finds every table and column in words', async () => {
    const { tables, snapshots } = await given.transact(officer, (tx) => readCatalogue(tx, officer));
    expect(snapshots).toMatchObject([{ asOf: '2018-06-30', people: 240 }]);
    for (const table of tables)
      for (const text of [table.label, table.about, ...table.columns.map(({ label }) => label)])
        expect(text).not.toMatch(/^warehouse\./);
  });
});
