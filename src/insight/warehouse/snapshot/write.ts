/**
 * Lines into Parquet. The same lines, in whatever order they come, give the same bytes: sorted, in row groups of one size, nothing of the
 * hour or the machine in them.
 */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Tx } from '../../../core/db/index.ts';
import { copyOut } from '../../../core/db/index.ts';
import { quoted, type Engine } from '../engine/engine.ts';
import { FACTS, factStatement, type Fact } from './facts.ts';
import { keyedLines } from './keyed.ts';
import { peopleLines, type At } from './people.ts';

/** A multiple of the engine's vector; fixed for ever, as another one gives other bytes. */
const ROW_GROUP = 122_880;
const PARQUET = `format parquet, compression zstd, row_group_size ${ROW_GROUP}`;

/** Of regions that the lists of the day do not have, and of what has no region. */
export const NO_PROVINCE = '00';

export interface WriteGiven {
  readonly at: At;
  /** 32 bytes of the vault. */
  readonly key: Buffer;
  /** Where the engine may write; the Parquet lies in `to`, what is needed on the way in `on` the way. */
  readonly to: string;
  readonly way: string;
}

/** Writes the residents of the day and the facts of its semester. */
export async function writeSnapshot(tx: Tx, engine: Engine, given: WriteGiven): Promise<void> {
  await writePeople(tx, engine, given);
  for (const fact of FACTS) await writeFact(tx, engine, fact, given);
}

async function writePeople(tx: Tx, engine: Engine, { at, key, to, way }: WriteGiven): Promise<void> {
  const lines = join(way, 'resident.tsv');
  await pipeline(keyedLines(peopleLines(tx, at), key), createWriteStream(lines, { highWaterMark: 1 << 20 }));
  await engine.run(`create table person as
    select hi::ubigint * 4294967296 + lo as row_key, lpad(village::varchar, 10, '0') as village, sex, born, religion, marital_status, education,
           occupation, blood_group, nationality, card, recorded
      from ${tsv(lines, {
        hi: 'uinteger',
        lo: 'uinteger',
        village: 'bigint',
        sex: 'utinyint',
        born: 'uinteger',
        religion: 'utinyint',
        marital_status: 'utinyint',
        education: 'utinyint',
        occupation: 'utinyint',
        blood_group: 'utinyint',
        nationality: 'utinyint',
        card: 'utinyint',
        recorded: 'utinyint',
      })}`);
  const day = Number(at.asOf.replaceAll('-', ''));
  await perProvince(tx, engine, {
    at,
    table: 'person',
    regency: `left(p.village, 4)`,
    to: join(to, 'resident'),
    columns: `p.row_key, province, left(p.village, 4) as regency, left(p.village, 6) as district, p.village, p.sex,
      (p.born // 10000)::usmallint as birth_year, ((${day} - p.born) // 10000)::utinyint as age, p.religion, p.marital_status, p.education, p.occupation,
      p.blood_group, p.nationality, p.card, p.recorded`,
    order: 'p.row_key',
  });
  await engine.run('drop table person');
}

async function writeFact(tx: Tx, engine: Engine, fact: Fact, { at, key, to, way }: WriteGiven): Promise<void> {
  const lines = join(way, `${fact}.tsv`);
  const out = copyOut(tx, factStatement(fact, at)) as AsyncIterable<Buffer>;
  await pipeline(keyedLines(out, key), createWriteStream(lines));
  // The cell's key is the sum of its records' keys; sums of sums are sums, so that each larger cell has its own.
  await engine.run(`create table fact as
    select regency, month, first, second, sum(n)::bigint as n, (sum(lo) % 4294967296)::ubigint as cell_key
      from ${tsv(lines, { hi: 'uinteger', lo: 'uinteger', regency: 'varchar', month: 'varchar', first: 'varchar', second: 'varchar', n: 'bigint' })}
     group by all`);
  await perProvince(tx, engine, {
    at,
    table: 'fact',
    regency: 'p.regency',
    to: join(to, fact),
    columns: 'province, p.regency, p.month, p.first, p.second, p.n, p.cell_key',
    order: 'p.regency, p.month, p.first, p.second',
  });
  await engine.run('drop table fact');
}

interface Parts {
  readonly at: At;
  readonly table: string;
  /** An expression over `p`. */
  readonly regency: string;
  readonly columns: string;
  readonly order: string;
  readonly to: string;
}

/** One file a province of the day's map; none where nobody is. */
async function perProvince(tx: Tx, engine: Engine, parts: Parts): Promise<void> {
  const { at, table, regency, columns, order, to } = parts;
  const found = await engine.rows(`select distinct ${regency} as code from ${table} p order by 1`);
  if (found.length === 0) return;
  await mkdir(to, { recursive: true });
  const codes = found.map(({ code }) => String(code));
  const provinceOf = (code: string) => (code === '' ? undefined : tx.ground.regions.provinceAt(code, at.asOf));
  const places = codes.map((code) => `(${quoted(code)}, ${quoted(provinceOf(code) ?? NO_PROVINCE)})`);
  await engine.run(`create table place as select * from (values ${places.join(', ')}) v (code, province)`);
  const provinces = [...new Set(codes.map((code) => provinceOf(code) ?? NO_PROVINCE))].toSorted();
  for (const province of provinces) {
    await engine.run(`copy (
      select ${columns} from ${table} p join place on place.code = ${regency}
       where province = ${quoted(province)} order by ${order}) to ${quoted(join(to, `${province}.parquet`))} (${PARQUET})`);
  }
  await engine.run('drop table place');
}

function tsv(path: string, columns: Readonly<Record<string, string>>): string {
  const types = Object.entries(columns).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  return `read_csv(${quoted(path)}, header = false, auto_detect = false, delim = '\t', quote = '', escape = '', nullstr = '\\N', columns = {${types.join(', ')}})`;
}
