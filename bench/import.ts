/**
 * `npm run bench -- import`: how fast a file of residents comes into the register, beside COPY of the very rows that it wrote
 * into the same tables with the same indexes, logged; and how many bytes a resident takes.
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from, to } from 'pg-copy-streams';
import { NATION, systemActor } from '../src/core/access/index.ts';
import { migrate, type Connection } from '../src/core/db/index.ts';
import { startEmbedded } from '../src/core/db/embedded/index.ts';
import { asCivilDate, systemClock } from '../src/core/time/index.ts';
import { openHouse } from '../src/house.ts';
import { importResidents } from '../src/register/resident/import/index.ts';
import { writeResidents } from '../src/simulation/index.ts';
import { figure, median, type Bench } from './bench.ts';

const ROUNDS = 3;

/** What an import writes, and which rows of it an import wrote: `$1` its acts, `$2` its ledger entries. */
const WRITTEN = [
  ['resident.resident', `nik in (select nik from resident.history where act_id = any($1))`],
  ['resident.protected', `nik in (select nik from resident.history where act_id = any($1))`],
  ['resident.history', `act_id = any($1)`],
  ['family.card', `number in (select number from family.card_history where act_id = any($1) and version = 1)`],
  ['family.card_history', `act_id = any($1) and version = 1`],
  ['family.membership_by_nik', `nik in (select nik from resident.history where act_id = any($1))`],
  ['family.membership_by_card', `nik in (select nik from resident.history where act_id = any($1))`],
  ['ledger.access', `entry = any($2)`],
] as const;

export const bench: Bench = async ({ size = 100_000 }) => {
  const root = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  const embedded = await startEmbedded({ dataDir: join(root, 'pg'), name: 'bench', kind: 'server' });
  const admin = new Client(embedded.connection('postgres'));
  await admin.connect();
  const [imported, copied] = [embedded.connection('imported'), embedded.connection('copied')];
  const folder = (name: string) => join(root, name);
  try {
    for (const one of [imported, copied]) {
      await admin.query(`create database ${one.database}`);
      await migrate(one, { loginPassword: String(one.password) });
    }
    const files = await thirds(root, size);
    const house = await openHouse({
      connection: { ...imported, user: 'jatidiri' },
      clock: systemClock,
      folders: {
        files: folder('files'),
        vault: folder('vault'),
        ledger: folder('ledger'),
        witness: folder('witness'),
        messages: folder('messages'),
      },
    });
    const rates: { value: number; limit: number }[] = [];
    const actor = { ...systemActor('import'), jurisdiction: NATION };
    try {
      for (const path of files) {
        await admin.query('checkpoint');
        const done = await importResidents(house, { name: path, path }, { actor });
        const seconds = await copyOver(admin, imported, copied, { root, importId: done.importId });
        rates.push({ value: done.read / done.seconds, limit: done.created / seconds });
      }
    } finally {
      await house.close();
    }
    const bytes = await bytesOf(imported);
    const [value, limit] = [median(rates.map((rate) => rate.value)), median(rates.map((rate) => rate.limit))];
    return {
      name: 'import',
      size,
      figures: [
        {
          figure: 'import.rows_per_second',
          value,
          unit: 'rows/s',
          limit,
          ratio: median(rates.map((rate) => rate.value / rate.limit)),
        },
        figure('resident.bytes', bytes.resident, 'bytes'),
        figure('resident.log_bytes', bytes.log, 'bytes'),
      ],
      leftOut: [
        'making the file; the limit is one COPY a table on one connection, of all that the import wrote (cards and access rows too)',
        'in resident.bytes: family cards; in resident.log_bytes: the tiles (one entry stands for 25,000 people)',
      ],
    };
  } finally {
    await admin.end();
    await embedded.stop();
    rmSync(root, { recursive: true, force: true });
  }
};

/** A synthetic nation in three files of whole lines. */
async function thirds(root: string, size: number): Promise<string[]> {
  const whole = join(root, 'nation.csv');
  await writeResidents({ count: size, seed: 'bench', asOf: asCivilDate('2018-06-30'), out: whole });
  const paths = Array.from({ length: ROUNDS }, (_, i) => join(root, `part-${i + 1}.csv`));
  const parts = await Promise.all(paths.map((path) => open(path, 'w')));
  const file = await open(whole);
  let header: string | undefined;
  let row = 0;
  let pending = '';
  const flush = async (part: number) => {
    await parts[part]!.write(pending);
    pending = '';
  };
  for await (const line of file.readLines()) {
    if (header === undefined) {
      header = line;
      for (const part of parts) await part.write(`${header}\n`);
      continue;
    }
    const part = Math.floor((row * ROUNDS) / size);
    pending += `${line}\n`;
    row += 1;
    if (Math.floor((row * ROUNDS) / size) !== part || pending.length > 1 << 20) await flush(part);
  }
  if (pending) await flush(ROUNDS - 1);
  await Promise.all(parts.map((part) => part.close()));
  rmSync(whole);
  return paths;
}

/** Copies what one import wrote from one database into another; gives the seconds that COPY in took. */
async function copyOver(
  admin: Client,
  source: Connection,
  target: Connection,
  { root, importId }: { root: string; importId: string },
): Promise<number> {
  const [reading, writing] = [new Client(source), new Client(target)];
  await Promise.all([reading.connect(), writing.connect()]);
  let seconds = 0;
  try {
    const { rows } = await reading.query<{ act_id: string; entry_id: string }>(
      'select act_id, entry_id from resident.import_batch where import_id = $1',
      [importId],
    );
    const arrays = [rows.map((row) => row.act_id), rows.map((row) => row.entry_id)].map(
      (ids) => `'{${ids.join(',')}}'::uuid[]`,
    );
    for (const [table, condition] of WRITTEN) {
      const where = condition.replace('$1', arrays[0]!).replace('$2', arrays[1]!);
      const path = join(root, 'copy.txt');
      const out = reading.query(to(`copy (select * from ${table} where ${where}) to stdout`));
      await pipeline(out, createWriteStream(path));
      if (table === WRITTEN[0][0]) await admin.query('checkpoint');
      const started = performance.now();
      await pipeline(
        createReadStream(path, { highWaterMark: 1 << 20 }),
        writing.query(from(`copy ${table} from stdin`)),
      );
      seconds += (performance.now() - started) / 1000;
      rmSync(path);
    }
  } finally {
    await Promise.all([reading.end(), writing.end()]);
  }
  return seconds;
}

const RESIDENT_TABLES = [
  'resident.resident',
  'resident.protected',
  'resident.history',
  'family.membership_by_nik',
  'family.membership_by_card',
];

async function bytesOf(connection: Connection): Promise<{ resident: number; log: number }> {
  const client = new Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string; bytes: string; people: number }>(
      `select t as table, pg_total_relation_size(t::regclass)::text as bytes, (select count(*)::int from resident.resident) as people
         from unnest($1::text[]) t
       union all
       select 'log', sum(pg_total_relation_size(relid))::text, (select count(*)::int from resident.resident) from pg_partition_tree('ledger.access') where isleaf`,
      [RESIDENT_TABLES],
    );
    const perPerson = rows.map((row) => ({ table: row.table, bytes: Number(row.bytes) / row.people }));
    return {
      resident: perPerson.filter((row) => row.table !== 'log').reduce((sum, row) => sum + row.bytes, 0),
      log: perPerson.find((row) => row.table === 'log')!.bytes,
    };
  } finally {
    await client.end();
  }
}
