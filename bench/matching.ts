/**
 * `npm run bench -- matching`: how many rows of a partner's file are compared a second, from the handing-in of a file that lies here to
 * a result that may be taken: sealed, every person's access row and the entry durable. Beside it DuckDB: reads the same CSV, joins it by
 * NIK with a table of the people in a database file, compares for equality and writes the result as CSV, in the clear and unrecorded.
 */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { systemActor } from '../src/core/access/index.ts';
import { copyOut, type Tx } from '../src/core/db/index.ts';
import { createMatching, handIn } from '../src/sharing/matching/hand-in.ts';
import { MOST_PART_BYTES, type MatchingState } from '../src/sharing/matching/rules.ts';
import { addPart, findMatching } from '../src/sharing/matching/sql.ts';
import { figure, median, type Bench } from './bench.ts';
import { filledRegister, type Filled } from './load/filled.ts';
import { connectPartners } from './load/partner.ts';

const ROUNDS = 3;

export const bench: Bench = async ({ size = 100_000 }) => {
  const filled = await filledRegister(size);
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  try {
    const file = join(folder, 'file.csv');
    await writeFile(filled, file);
    const duck = await openDuck(filled, folder);
    const [partner] = await connectPartners(filled, 'http://localhost', [{ signed: false }]);
    const workers = await filled.register.house.startWorkers(2);
    const ours: number[] = [];
    const limits: number[] = [];
    let peakMb = 0;
    try {
      // The thread is there and the statements are planned.
      await match(filled, partner!.id, file, size);
      for (let round = 0; round < ROUNDS; round++) {
        ours.push(size / (await match(filled, partner!.id, file, size)));
        peakMb = Math.max(peakMb, process.memoryUsage().rss / 2 ** 20);
        limits.push(size / (await joinInDuck(duck, file, join(folder, 'result.csv'))));
      }
    } finally {
      await workers.stop();
      duck.closeSync();
    }
    return {
      name: 'matching',
      size,
      figures: [
        figure('matching.rows_per_second', median(ours), '1/s', median(limits)),
        figure('matching.peak_mb', peakMb, 'MB'),
      ],
      leftOut: [
        'sending the file; it has a reference, NIK and three attributes, a twentieth of the names slipped, a fiftieth of the numbers nobody’s',
        'the limit seals nothing, records nobody, scores no names and reads no damaged cell; peak_mb is the whole process with DuckDB in it',
      ],
    };
  } finally {
    await filled.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

const act = <Result>({ register: { house } }: Filled, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  house.database.transact('system', systemActor('bench'), work);

/** Everybody, in no order: as a bank knows its customers. */
async function writeFile(filled: Filled, path: string): Promise<void> {
  await act(filled, (tx) =>
    pipeline(
      copyOut(
        tx,
        `select * from (select 'REF' as reference, 'NIK' as nik, 'NAMA' as name, 'TANGGAL_LAHIR' as birth, 'JK' as sex, 0 as n
            union all
          select 'R-' || row_number() over (order by hashint8(nik)),
                 case when hashint8(nik) % 50 = 7 then '99' || substr(lpad(nik::text, 16, '0'), 3) else lpad(nik::text, 16, '0') end,
                 case when hashint8(nik) % 20 = 3 then replace(name, 'A', 'E') else name end,
                 birth_date::text, case sex when 1 then 'L' else 'P' end, row_number() over (order by hashint8(nik))
            from resident_read.resident) rows order by n`,
        'csv',
      ),
      dropLastColumn,
      createWriteStream(path),
    ),
  );
}

async function* dropLastColumn(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece.toString()).split('\n');
    rest = lines.pop()!;
    yield lines.map((line) => `${line.slice(0, line.lastIndexOf(','))}\n`).join('');
  }
}

let matched = 0;

/** Seconds from the handing-in to the result. */
async function match(filled: Filled, institutionId: string, file: string, rows: number): Promise<number> {
  const { ground, database } = filled.register.house;
  const { book } = ground.verification;
  await book.open();
  await book.refresh();
  const { actor } = book.partner(institutionId)!;
  const caller = { ip: '127.0.0.1', idempotencyKey: null, once: [], bound: false, signed: false };
  const input = {
    purpose: 'public_service',
    basis: 'contract',
    unit: 'KC-017',
    endUser: 'petugas-1',
    reference: `BERKAS-${++matched}`,
    expectedRows: rows,
    columns: {},
  } as const;
  const { id } = await database.transact('app', actor, (tx) => createMatching(tx, actor, input, { caller }));
  const bytes = readFileSync(file);
  for (let atByte = 0; atByte < bytes.length; atByte += MOST_PART_BYTES) {
    const part = bytes.subarray(atByte, atByte + MOST_PART_BYTES);
    const sink = await ground.matching.shelf.receive(id, atByte);
    await sink.write(part);
    await (await sink.end()).keep();
    const sha256 = createHash('sha256').update(part).digest('hex');
    await database.transact('app', actor, (tx) => addPart(tx, id, { atByte, byteCount: part.length, sha256 }));
  }
  const began = performance.now();
  await database.transact('app', actor, (tx) => handIn(tx, actor, { id }, { caller }));
  for (;;) {
    const state: MatchingState = (await act(filled, (tx) => findMatching(tx, id)))!.state;
    if (state === 'done') return (performance.now() - began) / 1000;
    if (state !== 'running') throw new Error(`the matching is ${state}`);
    await pause(5);
  }
}

async function openDuck(filled: Filled, folder: string): Promise<DuckDBConnection> {
  const people = join(folder, 'people.csv');
  await act(filled, (tx) =>
    pipeline(
      copyOut(
        tx,
        `select nik, name, birth_date, case sex when 1 then 'L' else 'P' end from resident_read.resident`,
        'csv',
      ),
      createWriteStream(people),
    ),
  );
  const duck = await (await DuckDBInstance.create(join(folder, 'people.duckdb'))).connect();
  await duck.run(
    `create table people as select * from read_csv('${people}', header = false, columns = {nik: 'BIGINT', name: 'VARCHAR', birth: 'DATE', sex: 'VARCHAR'})`,
  );
  await duck.run('checkpoint');
  return duck;
}

async function joinInDuck(duck: DuckDBConnection, file: string, out: string): Promise<number> {
  const began = performance.now();
  await duck.run(`copy (
    select f."REF" as reference, coalesce(f."NAMA" = p.name, false) as name, coalesce(f."TANGGAL_LAHIR" = p.birth, false) as birth,
           coalesce(f."JK" = p.sex, false) as sex
      from read_csv('${file}', header = true, columns = {REF: 'VARCHAR', NIK: 'BIGINT', NAMA: 'VARCHAR', TANGGAL_LAHIR: 'DATE', JK: 'VARCHAR'}) f
      left join people p on p.nik = f."NIK") to '${out}' (header)`);
  return (performance.now() - began) / 1000;
}
