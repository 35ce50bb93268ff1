/**
 * `npm run bench -- warehouse`: how many residents a second go into a snapshot, from the first statement to files, hashes and entry. Beside it the
 * same rows by COPY into a file and from there into one Parquet file by DuckDB, with NIK, in any order. And how long the questions of a dashboard take.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { Client } from 'pg';
import { systemActor } from '../src/core/access/index.ts';
import { copyOut, type Tx } from '../src/core/db/index.ts';
import { addDays, dayIn, ZONES } from '../src/core/time/index.ts';
import { makeSnapshot } from '../src/insight/warehouse/index.ts';
import { askWarehouse } from '../src/insight/warehouse/query/ask.ts';
import { queryShape } from '../src/insight/warehouse/query/schema.ts';
import { untouchedStatement } from '../src/insight/warehouse/snapshot/people.ts';
import { figure, median, type Bench } from './bench.ts';
import { filledRegister, type Filled } from './load/filled.ts';

const ROUNDS = 3;
const ASKED = 40;

/** What a dashboard shows: a nation by place, sex and age, and one province closely. */
const QUESTIONS = [
  { dimensions: ['province'] },
  { dimensions: ['sex', 'age_group'] },
  { dimensions: ['province', 'sex', 'age_group'] },
  { dimensions: ['education'], filters: [{ column: 'sex', value: '2' }] },
  { dimensions: ['regency', 'recorded'] },
  { dimensions: ['district', 'sex'], filters: [{ column: 'province', value: '32' }] },
].map((question) => queryShape.parse({ table: 'resident', ...question }));

export const bench: Bench = async ({ size = 100_000 }) => {
  const filled = await filledRegister(size);
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  try {
    const day = addDays(dayIn(ZONES.WIB, new Date()), -1);
    await enterEarlier(filled);
    const ours: number[] = [];
    const limits: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // Again and again the same day: made, then made again and compared, which costs the same.
      const { seconds, people } = await act(filled, (tx) => makeSnapshot(tx, systemActor('bench'), { asOf: day }));
      ours.push(people / seconds);
      limits.push(people / (await copyAndWrite(filled, folder, day)));
    }
    const times: number[] = [];
    for (let asked = 0; asked < ASKED; asked++) {
      const began = performance.now();
      await act(filled, (tx) => askWarehouse(tx, systemActor('bench'), QUESTIONS[asked % QUESTIONS.length]!));
      times.push(performance.now() - began);
    }
    const p95 = times.toSorted((a, b) => a - b)[Math.floor(ASKED * 0.95)]!;
    return {
      name: 'warehouse',
      size,
      figures: [
        figure('warehouse.snapshot_rows_per_second', median(ours), '1/s', median(limits)),
        figure('warehouse.dashboard_p95_ms', p95, 'ms'),
      ],
      leftOut: [
        'recordings and cards: the register has none, both join them; facts: there are none',
        'the limit keys, sorts, divides and hashes nothing',
      ],
    };
  } finally {
    await filled.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The import was today, and a snapshot is of a day that is over. */
async function enterEarlier({ register }: Filled): Promise<void> {
  const client = new Client(register.administration);
  await client.connect();
  try {
    await client.query('update resident.act set occurred_on = occurred_on - 2');
    await client.query('analyze resident.act');
  } finally {
    await client.end();
  }
}

const act = <Result>({ register: { house } }: Filled, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  house.database.transact('system', systemActor('bench'), work);

async function copyAndWrite(
  filled: Filled,
  folder: string,
  day: Parameters<typeof untouchedStatement>[0]['asOf'],
): Promise<number> {
  const began = performance.now();
  const lines = join(folder, 'people.tsv');
  const at = { asOf: day, knownAt: new Date() };
  await act(filled, (tx) => pipeline(copyOut(tx, untouchedStatement(at)), createWriteStream(lines)));
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const duck = await instance.connect();
  const columns = Array.from({ length: 12 }, (_, i) => `'c${i}': '${i < 2 ? 'BIGINT' : 'INTEGER'}'`).join(', ');
  await duck.run(
    `copy (select * from read_csv('${lines}', header = false, delim = '\t', columns = {${columns}})) to '${join(folder, 'people.parquet')}' (format parquet, compression zstd)`,
  );
  duck.closeSync();
  instance.closeSync();
  return (performance.now() - began) / 1000;
}
