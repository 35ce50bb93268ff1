/**
 * `npm run bench -- voter`: how many rows of two voter lists are compared a second, beside a full outer join of the same two files by DuckDB on
 * the number alone, which says nothing of why they differ; how many voters a second go into a list, beside COPY; how fast a list is verified.
 */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asCivilDate } from '../src/core/time/index.ts';
import { compareLists } from '../src/sharing/voter/index.ts';
import { writeResidents } from '../src/simulation/index.ts';
import { figure, median, type Bench } from './bench.ts';
import { measureList, type ListMeasured } from './load/list.ts';
import { filledNation } from './load/nation.ts';

const ROUNDS = 3;

export const bench: Bench = async ({ size = 100_000, keep }) => {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  const duck = await (await DuckDBInstance.create(':memory:', { memory_limit: '1536MB', threads: '2' })).connect();
  try {
    const lists = await twoLists(duck, folder, size);
    const [ours, limits]: [number[], number[]] = [[], []];
    let counts = {};
    for (let round = 0; round < ROUNDS; round++) {
      const compared = await compareLists(lists);
      ({ counts } = compared);
      ours.push((2 * size) / compared.seconds);
      limits.push((2 * size) / (await joined(duck, lists)));
    }
    const list = await listOf(size, keep);
    return {
      name: 'voter',
      size,
      figures: [
        figure('voter.extract_rows_per_second', median(list.rows), '1/s', median(list.copied)),
        figure('voter.peak_mb', list.peakMb, 'MB'),
        figure('voter.verify_bytes_per_second', median(list.verified), 'B/s', median(list.hashed)),
        figure('voter.compare_rows_per_second', median(ours), '1/s', median(limits)),
      ],
      leftOut: [
        `the limit of the list is COPY of the same columns and filter: unsorted, one file, no hash, no seal, no masked rows, no Parquet; a voter takes ${Math.round(list.bytesOfRow)} bytes of files`,
        'verify without the commission’s key: every file read and hashed; roots and rows are made again with the key alone; peak_mb is the command in a process of its own, PostgreSQL not counted',
        `writing the pairs; ${JSON.stringify(counts)}`,
        'the limit reads the same columns and joins by number alone, in the same memory',
      ],
    };
  } finally {
    duck.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
};

async function listOf(size: number, keep: string | undefined): Promise<ListMeasured> {
  const filled = await filledNation(size, keep);
  try {
    return await measureList(filled);
  } finally {
    await filled.remove();
  }
}

interface Lists {
  readonly first: string;
  readonly second: string;
}

/** The second list as a commission has it: some left out, some added, names written otherwise, numbers changed, in an order of its own. */
async function twoLists(duck: DuckDBConnection, folder: string, size: number): Promise<Lists> {
  const [all, first, second] = [join(folder, 'all.csv'), join(folder, 'first.csv'), join(folder, 'second.csv')];
  const more = Math.ceil(size * 1.02);
  await writeResidents({ seed: 6, count: more, asOf: asCivilDate('2018-12-11'), out: all });
  const headers = (
    await duck.runAndReadAll(`describe select * from read_csv('${all}', all_varchar = true, header = true)`)
  )
    .getRows()
    .map(([column]) => String(column));
  const column = (...names: string[]) =>
    `"${headers.find((header) => names.includes(header.toUpperCase().replaceAll(/[^A-Z]/g, '')))!}"`;
  const [nik, name, born] = [
    column('NIK'),
    column('NAMALENGKAP', 'NAMALGKP', 'NAMA'),
    column('TANGGALLAHIR', 'TGLLHR'),
  ];
  await duck.run(`create table everybody as select row_number() over () as n, ${nik} as nik, ${name} as name, ${born} as born
                    from read_csv('${all}', all_varchar = true, header = true)`);
  await duck.run(
    `copy (select nik as "NIK", name as "NAMA", born as "TANGGAL LAHIR" from everybody where n <= ${size} order by n) to '${first}' (header)`,
  );
  await duck.run(`copy (
    select case when n % 100 = 7 then '99' || substr(nik, 3) else nik end as "NIK", case when n % 20 = 3 then replace(name, 'A', 'E') else name end as "NAMA",
           born as "TANGGAL LAHIR"
      from everybody where n > ${more - size} order by hash(n)) to '${second}' (header)`);
  await duck.run('drop table everybody');
  return { first, second };
}

async function joined(duck: DuckDBConnection, { first, second }: Lists): Promise<number> {
  const began = performance.now();
  const of = (file: string) => `read_csv('${file}', all_varchar = true, header = true)`;
  await duck.runAndReadAll(
    `select count(*), count(*) filter (where a."NAMA" = b."NAMA"), count(*) filter (where a."TANGGAL LAHIR" = b."TANGGAL LAHIR")
       from ${of(first)} a full outer join ${of(second)} b on a."NIK" = b."NIK"`,
  );
  return (performance.now() - began) / 1000;
}
