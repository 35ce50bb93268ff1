/** Two lists that both are blinded twice: who is in both, and how often they contradict one another. Numbers of rows only; nobody is known. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { withDuck, rowsOf, text } from '../compare/duck.ts';
import { TWICE, type Twice } from '../compare/rules.ts';
import { rowBytes, rowsIn, type BlindHead } from './file.ts';

/** Each row of the first list under one of those that name it, and each of the second. */
export const BLIND_REASONS = [
  'same',
  /** One number, and the name sounds otherwise or the day differs: another person, or one written wrongly. */
  'one_nik_two_people',
  'one_person_two_niks',
  'several_alike',
  'only_first',
  'only_second',
] as const;
export type BlindReason = (typeof BLIND_REASONS)[number];

export interface BlindCounted {
  readonly first: Readonly<Record<Twice, number>> & { readonly rows: number };
  readonly second: Readonly<Record<Twice, number>> & { readonly rows: number };
  readonly counts: Readonly<Record<BlindReason, number>>;
}

export type TwiceBlinded = { readonly path: string; readonly said: BlindHead & { readonly bytes: number } };

export async function countBlind(scratch: string, first: TwiceBlinded, second: TwiceBlinded): Promise<BlindCounted> {
  const files = [join(scratch, 'a.csv'), join(scratch, 'b.csv')] as const;
  await asNumbers(first, files[0]);
  await asNumbers(second, files[1]);
  return withDuck(scratch, files, async (duck) => {
    const one = await take(duck, 'a', files[0]);
    const other = await take(duck, 'b', files[1]);
    const counts = Object.fromEntries(BLIND_REASONS.map((reason) => [reason, 0])) as Record<BlindReason, number>;
    await pairUp(duck);
    for (const [reason, n] of await rowsOf(duck, COUNTS)) counts[reason as BlindReason] += Number(n);
    return { first: one, second: other, counts };
  });
}

async function asNumbers({ path, said }: TwiceBlinded, to: string): Promise<void> {
  async function* lines(): AsyncGenerator<string> {
    yield 'number,person\n';
    for await (const rows of rowsIn(path, said, 4_096)) {
      let some = '';
      for (let at = 0; at < rows.length; at += rowBytes(2))
        some += `${rows.readBigUInt64BE(at)},${rows.readBigUInt64BE(at + 8)}\n`;
      yield some;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(to));
}

async function take(duck: DuckDBConnection, list: 'a' | 'b', path: string): Promise<BlindCounted['first']> {
  await duck.run(`create table ${list}_all as
    select (row_number() over ())::int as line, number, person
      from read_csv(${text(path)}, header = true, columns = {number: 'ubigint', person: 'ubigint'})`);
  await duck.run(`create table ${list}_twice as
    select line, case when person = first_person then 'row_twice' else 'nik_twice_two_people' end as reason
      from (select line, person, first_value(person) over w as first_person, row_number() over w as nth
              from ${list}_all where number in (select number from ${list}_all group by number having count(*) > 1)
            window w as (partition by number order by line)) where nth > 1`);
  await duck.run(
    `create table ${list} as select * from ${list}_all where line not in (select line from ${list}_twice where reason = 'row_twice')`,
  );
  const counted = Object.fromEntries(TWICE.map((reason) => [reason, 0])) as Record<Twice, number>;
  for (const [reason, n] of await rowsOf(duck, `select reason, count(*) from ${list}_twice group by 1`))
    counted[reason as Twice] = Number(n);
  const [[rows]] = (await rowsOf(duck, `select count(*) from ${list}_all`)) as [[bigint]];
  return { rows: Number(rows), ...counted };
}

/** By number first, and of several under one number whoever is the same person in both; the rest by person, where each stands alone. */
async function pairUp(duck: DuckDBConnection): Promise<void> {
  await duck.run(`create table by_number as
    select a.line as line_a, b.line as line_b, a.person = b.person as alike
      from a join b using (number)
   qualify row_number() over (partition by a.line order by (a.person <> b.person), b.line) = 1
       and row_number() over (partition by b.line order by (a.person <> b.person), a.line) = 1`);
  for (const list of ['a', 'b'])
    await duck.run(
      `create table ${list}_left as select * from ${list} where line not in (select line_${list} from by_number)`,
    );
  await duck.run(`create table alike as
    select a.line as line_a, b.line as line_b, count(*) over (partition by a.line) as of_a, count(*) over (partition by b.line) as of_b
      from a_left a join b_left b using (person)`);
}

const COUNTS = `
  select case when alike then 'same' else 'one_nik_two_people' end, count(*) from by_number group by 1
  union all select 'one_person_two_niks', count(*) from alike where of_a = 1 and of_b = 1
  union all select 'several_alike', count(distinct line_a) from alike where of_a > 1 or of_b > 1
  union all select 'several_alike', count(distinct line_b) from alike where of_a > 1 or of_b > 1
  union all select 'only_first', count(*) from a_left where line not in (select line_a from alike)
  union all select 'only_second', count(*) from b_left where line not in (select line_b from alike)`;
