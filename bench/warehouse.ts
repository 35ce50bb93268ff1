/**
 * `npm run bench -- warehouse`: how many residents a second go into a snapshot, from the first statement to files, hashes and entry. Beside it the
 * same rows by COPY into a file and from there into one Parquet file by DuckDB, with NIK, in any order. How long a page of a dashboard takes over
 * HTTP, and a question; and how long all figures of the statement.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { Client } from 'pg';
import { systemActor } from '../src/core/access/index.ts';
import { copyOut, many, sql, type Tx } from '../src/core/db/index.ts';
import type { Nik } from '../src/core/id/index.ts';
import { addDays, dayIn, ZONES } from '../src/core/time/index.ts';
import { makeSnapshot } from '../src/insight/warehouse/index.ts';
import { askWarehouse } from '../src/insight/warehouse/query/ask.ts';
import { queryShape } from '../src/insight/warehouse/query/schema.ts';
import { untouchedStatement } from '../src/insight/warehouse/snapshot/people.ts';
import { countDashboard } from '../src/insight/dashboard/index.ts';
import { SECTION_PATHS } from '../src/insight/dashboard/rules.ts';
import { keepCounts, readStatement, recountStatement } from '../src/insight/statement/index.ts';
import { changeResidents } from '../src/register/resident/index.ts';
import { figure, median, type Bench, type Figure } from './bench.ts';
import type { Peopled } from './load/filled.ts';
import { filledNation } from './load/nation.ts';
import { startServer } from './load/server.ts';

const ROUNDS = 3;
const ASKED = 40;
/** People whom acts touch after the count that is kept. */
const TOUCHED = 500;
/** Up to so many residents every figure is counted again by brute force. */
const RECOUNTED = 1_000_000;

/** What a dashboard shows: a nation by place, sex and age, and one province closely. */
const QUESTIONS = [
  { dimensions: ['province'] },
  { dimensions: ['sex', 'age_group'] },
  { dimensions: ['province', 'sex', 'age_group'] },
  { dimensions: ['education'], filters: [{ column: 'sex', value: '2' }] },
  { dimensions: ['regency', 'recorded'] },
  { dimensions: ['district', 'sex'], filters: [{ column: 'province', value: '32' }] },
].map((question) => queryShape.parse({ table: 'resident', ...question }));

export const bench: Bench = async ({ size = 100_000, keep }) => {
  const filled = await filledNation(size, keep);
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  try {
    const day = addDays(dayIn(ZONES.WIB, new Date()), -1);
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
    const statement = await statementFigures(filled, size);
    return {
      name: 'warehouse',
      size,
      figures: [
        figure('warehouse.snapshot_rows_per_second', median(ours), '1/s', median(limits)),
        figure('warehouse.dashboard_p95_ms', p95(await dashboardTimes(filled)), 'ms'),
        figure('warehouse.question_p95_ms', p95(times), 'ms'),
        ...statement,
      ],
      leftOut: [
        'facts: there are none; the limit of the snapshot keys, sorts, divides and hashes nothing',
        `the statement starts from a count kept the night before, with ${TOUCHED} people touched since; \`statement.uncounted_seconds\` is without one`,
        size <= RECOUNTED
          ? 'every figure was counted again by brute force and came out the same'
          : 'the recount: at this size it is hours',
      ],
    };
  } finally {
    await filled.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

const p95 = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** All figures: over everybody, from a count that was kept, and what keeping it costs. */
async function statementFigures(filled: Peopled, size: number): Promise<Figure[]> {
  const read = () => act(filled, (tx) => readStatement(tx, {}));
  // What an earlier run over the same nation has kept.
  await forgetCounts(filled);
  const uncounted = await seconds(read);
  const keeping = await seconds(() => act(filled, keepCounts));
  await touchSome(filled);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await seconds(read));
  await mustBeTheSame(filled);
  if (size <= RECOUNTED) {
    const differing = await act(filled, (tx) => recountStatement(tx, {}));
    if (differing.length > 0) throw new Error(`not what a recount gives: ${JSON.stringify(differing)}`);
  }
  return [
    figure('statement.seconds', median(times), 's'),
    figure('statement.uncounted_seconds', uncounted, 's'),
    figure('statement.keep_seconds', keeping, 's'),
  ];
}

/** From the count that is kept and without one; of the indicators, as the instants differ. */
async function mustBeTheSame(filled: Peopled): Promise<void> {
  const read = async () => (await act(filled, (tx) => readStatement(tx, {}))).indicators;
  const kept = await read();
  await forgetCounts(filled);
  if (!isDeepStrictEqual(kept, await read())) throw new Error('a count of everybody says something else');
}

async function forgetCounts({ register }: Peopled): Promise<void> {
  const client = new Client(register.administration);
  await client.connect();
  await client.query('delete from kept_count.count').finally(() => client.end());
}

async function touchSome(filled: Peopled): Promise<void> {
  const actor = systemActor('bench');
  await act(filled, async (tx) => {
    const people = await many<{ nik: Nik }>(
      tx,
      sql`select lpad(r.nik::text, 16, '0') as nik from resident_read.resident r where r.state = 1 order by r.birth_date limit ${TOUCHED}`,
    );
    const died = { kind: 'bench.died', label: 'bench.died', occurredOn: dayIn(ZONES.WIB, new Date()) };
    const delta = { state: 'MENINGGAL', stateSince: died.occurredOn } as const;
    await changeResidents(
      tx,
      { ...actor, jurisdiction: { code: '' } },
      died,
      people.map(({ nik }) => ({ nik, delta })),
    );
  });
}

const REGIONS = ['indonesia', '32', '35', '31', '3273', '3578', '3175', '12'];

/** Every section of nation, provinces and regencies, several times, as a browser asks for it. */
async function dashboardTimes(filled: Peopled): Promise<number[]> {
  const counting = await seconds(() => act(filled, countDashboard));
  process.stderr.write(`dashboards counted with all months in ${counting.toFixed(1)} s\n`);
  const server = await startServer(filled, [], 'web,api,worker');
  try {
    const times: number[] = [];
    for (let round = 0; round < 4; round++)
      for (const region of REGIONS)
        for (const section of Object.values(SECTION_PATHS)) {
          const began = performance.now();
          const answer = await fetch(`${server.origin}/dasbor/${region}/${section}`);
          await answer.text();
          if (!answer.ok) throw new Error(`/dasbor/${region}/${section} answered ${answer.status}`);
          times.push(performance.now() - began);
        }
    return times;
  } finally {
    await server.stop();
  }
}

const act = <Result>({ register: { house } }: Peopled, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  house.database.transact('system', systemActor('bench'), work);

async function copyAndWrite(
  filled: Peopled,
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
