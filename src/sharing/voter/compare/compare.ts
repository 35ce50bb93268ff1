/**
 * `voter compare A B`: two lists beside one another, without a database. DuckDB reads both, in bounded memory and deaf to everything but the
 * two files; what comes out are counts by reason and, where it is asked for, the numbers of rows with their reason, nothing of anybody.
 */
import { createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { readTable, writeTable, type Row } from '../../../core/table/index.ts';
import { mapColumns } from '../../matching/index.ts';
import { refuse } from '../refusals.ts';
import { name, rowsOf, text, withDuck } from './duck.ts';
import { setSameAside, type SetAside } from './exact.ts';
import { LINE } from './lines.ts';
import {
  daySql,
  LIKE_NAME,
  maskedAlikeSql,
  nameKeySql,
  nikSql,
  REASONS,
  TWICE,
  type Reason,
  type Twice,
} from './rules.ts';

export interface CompareGiven {
  readonly first: string;
  readonly second: string;
  /** Row numbers of both lists with their reason, as CSV. */
  readonly out?: string | undefined;
  readonly onProgress?: (share: number) => void;
}

export interface ListCounted extends Readonly<Record<Twice, number>> {
  readonly rows: number;
  /** Rows whose number is none, or was ruined by a spreadsheet: they are compared by name and day of birth. */
  readonly nikUnreadable: number;
  readonly nikMasked: number;
  readonly dayUnreadable: number;
}

export interface Compared {
  readonly first: ListCounted;
  readonly second: ListCounted;
  readonly counts: Readonly<Record<Reason, number>>;
  readonly seconds: number;
}

/** Refuses `voter.list_*`; then nothing is written. */
export async function compareLists(given: CompareGiven): Promise<Compared> {
  const began = performance.now();
  const { first, second, out, onProgress = () => {} } = given;
  for (const file of [first, second]) if (!existsSync(file)) throw refuse('voter.list_missing', { values: { file } });
  if (out !== undefined && [first, second].some((file) => resolve(file) === resolve(out)))
    throw refuse('voter.list_out_is_list', { values: { file: out } });
  const scratch = mkdtempSync(join(tmpdir(), 'jatidiri-voter-'));
  try {
    const whole = [await asCsv(first, join(scratch, 'a.csv')), await asCsv(second, join(scratch, 'b.csv'))] as const;
    const aside = await setSameAside(whole, [join(scratch, 'rest-a.csv'), join(scratch, 'rest-b.csv')]);
    onProgress(0.5);
    const [a, b]: readonly List[] = aside ? [aside.first, aside.second] : whole.map((path) => ({ path }));
    const pairs = join(scratch, 'same.csv');
    const found = join(scratch, 'out.csv');
    if (aside && out !== undefined) await writePairs(pairs, aside);
    const compared = await withDuck(scratch, [a!.path, b!.path, pairs, found], async (duck) => {
      await take(duck, 'a', a!, first);
      await take(duck, 'b', b!, second);
      onProgress(0.7);
      await pairUp(duck);
      onProgress(0.95);
      if (out !== undefined) {
        const same = aside ? ` union all from read_csv(${text(pairs)}, header = true)` : '';
        await duck.run(
          `copy (select * from (${PAIRS}${same}) order by reason, line_a, line_b) to ${text(found)} (header)`,
        );
      }
      const counts = Object.fromEntries(REASONS.map((reason) => [reason, 0])) as Record<Reason, number>;
      for (const [reason, n] of await rowsOf(duck, `select reason, count(*) from (${PAIRS}) group by 1`))
        counts[reason as Reason] = Number(n);
      const same = aside?.same ?? 0;
      counts.same += same;
      return { first: await counted(duck, 'a', same), second: await counted(duck, 'b', same), counts };
    });
    // Never half of it under its name, and over an older one.
    if (out !== undefined) await copyFile(found, resolve(out));
    return { ...compared, seconds: Number(((performance.now() - began) / 1000).toFixed(3)) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function writePairs(path: string, aside: SetAside): Promise<void> {
  function* lines(): Generator<string> {
    yield 'line_a,line_b,reason\n';
    for (const [a, b] of aside.pairs()) yield `${a},${b},same\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

/** A workbook becomes a CSV; a CSV is read where it lies. */
async function asCsv(file: string, aside: string): Promise<string> {
  if (['.csv', '.txt', '.tsv'].includes(extname(file).toLowerCase())) return resolve(file);
  const table = await readTable({ name: basename(file), path: file });
  const rows = (async function* (): AsyncGenerator<Row> {
    for await (const batch of table.rows) yield* batch.rows;
  })();
  await pipeline(
    Readable.from(
      writeTable({ format: 'csv', columns: table.columns.map((column) => ({ name: column, kind: 'text' })), rows }),
    ),
    createWriteStream(aside),
  );
  return aside;
}

/** A list, or what is left of it. */
interface List {
  readonly path: string;
  readonly delimiter?: string;
}

/** Reads a list into a table: number, name and day as they are compared, and which rows say somebody twice. */
async function take(duck: DuckDBConnection, list: 'a' | 'b', { path, delimiter }: List, file: string): Promise<void> {
  const delim = delimiter === undefined ? '' : `, delim = ${text(delimiter)}`;
  const source = `read_csv(${text(path)}, all_varchar = true, header = true, null_padding = true${delim})`;
  let headers: string[];
  try {
    headers = (await rowsOf(duck, `describe select * from ${source}`)).map(([column]) => String(column));
  } catch (fault) {
    throw refuse('voter.list_unreadable', { values: { file }, detail: String(fault) });
  }
  const { columns, missing } = mapColumns(headers, {}, ['nik', 'name', 'birthDate']);
  if (missing.length > 0) throw refuse('voter.list_columns', { values: { file, columns: missing.join(', ') } });
  const of = (field: 'nik' | 'name' | 'birthDate') => name(columns[field]!);
  try {
    await duck.run(`create table ${list} as
      select ${headers.includes(LINE) ? `${name(LINE)}::int` : '(row_number() over ())::int + 1'} as line, ${nikSql(of('nik'))} as nik, ${nameKeySql(of('name'))} as key, ${daySql(of('birthDate'))} as born
        from ${source}`);
  } catch (fault) {
    throw refuse('voter.list_unreadable', { values: { file }, detail: String(fault) });
  }
  // Who stands there twice is taken once, at his first row. Numbers that stand twice are few: only they are put in order.
  await duck.run(`create table ${list}_many as
    select nik from ${list} where nik is not null and not contains(nik, '*') group by nik having count(*) > 1`);
  await duck.run(`create table ${list}_twice as
    select line, case when key = first_key and born is not distinct from first_born then 'row_twice' else 'nik_twice_two_people' end as reason
      from (select line, key, born, first_value(key) over w as first_key, first_value(born) over w as first_born, row_number() over w as nth
              from ${list} semi join ${list}_many using (nik) window w as (partition by nik order by line))
     where nth > 1`);
  await duck.run(`create view ${list}_once as
    select * from ${list} where line not in (select line from ${list}_twice where reason = 'row_twice')`);
}

const MASKED = "contains(coalesce(nik, ''), '*')";

async function pairUp(duck: DuckDBConnection): Promise<void> {
  const pairs = (which: string) => `
    select a.line as line_a, b.line as line_b, a.nik,
           case when a.key = b.key and a.born is not distinct from b.born then 1
                when a.born = b.born or jaro_winkler_similarity(a.key, b.key) >= ${LIKE_NAME} then 2
                else 3 end as apart
      from a_once a join b_once b on b.nik = a.nik where not contains(a.nik, '*') and ${which}`;
  const several = 'a.nik in (select nik from a_many union select nik from b_many)';
  // By number. Of two people under one number the one whose name the other list has is taken first.
  await duck.run(`create table by_nik as
    select line_a, line_b, ['same', 'same_written_otherwise', 'one_nik_two_people'][apart] as reason from (
      select * from (${pairs(`not ${several}`)})
      union all
      select * from (${pairs(several)})
     qualify row_number() over (partition by line_a order by apart, line_b) = 1 and row_number() over (partition by line_b order by apart, line_a) = 1)`);
  for (const list of ['a', 'b'])
    await duck.run(`create table ${list}_left as
      select l.*, ${MASKED} as masked from ${list}_once l where l.line not in (select line_${list} from by_nik)`);
  // By person: name and day of birth, and what a hidden number shows.
  await duck.run(`create table alike as
    select a.line as line_a, b.line as line_b, a.masked or b.masked as masked,
           count(*) over (partition by a.line) as of_a, count(*) over (partition by b.line) as of_b
      from a_left a join b_left b on b.key = a.key and b.born = a.born
     where a.key <> '' and (not (a.masked or b.masked) or a.nik is null or b.nik is null or ${maskedAlikeSql('a.nik', 'b.nik')})`);
}

const PAIRS = `
  select line_a, line_b, reason from by_nik
  union all
  select line_a, line_b, case when masked then 'same_by_mask' else 'one_person_two_niks' end from alike where of_a = 1 and of_b = 1
  union all
  select line_a, null, 'several_alike' from (select distinct line_a from alike where of_a > 1 or of_b > 1)
  union all
  select null, line_b, 'several_alike' from (select distinct line_b from alike where of_a > 1 or of_b > 1)
  union all
  select line, null, 'only_first' from a_left where line not in (select line_a from alike)
  union all
  select null, line, 'only_second' from b_left where line not in (select line_b from alike)`;

/** `aside`: rows that are written plainly and stand in both lists, which are not in the table. */
async function counted(duck: DuckDBConnection, list: 'a' | 'b', aside: number): Promise<ListCounted> {
  const [row] = await rowsOf(
    duck,
    `select count(*), count(*) filter (where nik is null), count(*) filter (where ${MASKED}), count(*) filter (where born is null) from ${list}`,
  );
  const [rows, nikUnreadable, nikMasked, dayUnreadable] = row!.map(Number);
  const twice = Object.fromEntries(TWICE.map((reason) => [reason, 0])) as Record<Twice, number>;
  for (const [reason, n] of await rowsOf(duck, `select reason, count(*) from ${list}_twice group by 1`))
    twice[reason as Twice] = Number(n);
  return {
    rows: rows! + aside,
    nikUnreadable: nikUnreadable!,
    nikMasked: nikMasked!,
    dayUnreadable: dayUnreadable!,
    ...twice,
  };
}
