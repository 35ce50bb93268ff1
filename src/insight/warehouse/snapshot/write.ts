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
import { keyedFacts, keyedPeople } from './keyed.ts';
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
  await layOutPlaces(tx, engine, given.at);
  await writePeople(tx, engine, given);
  for (const fact of FACTS) await writeFact(tx, engine, fact, given);
}

/** In which province of the day's map each regency lies, whatever code it is known by; a regency that no list has, by its province's. */
async function layOutPlaces(tx: Tx, engine: Engine, { asOf }: At): Promise<void> {
  const { regions } = tx.ground;
  const codes = (['regency', 'province'] as const).flatMap((level) => [
    ...new Set(Array.from(regions.all(level), ({ code }) => code)),
  ]);
  const places = codes.map((code) => `(${quoted(code)}, ${quoted(regions.provinceAt(code, asOf) ?? NO_PROVINCE)})`);
  await engine.run(`create table place as select * from (values ${places.join(', ')}) v (code, province)`);
}

const RECORD_KEY = `('0x' || key)::ubigint`;

async function writePeople(tx: Tx, engine: Engine, { at, key, to, way }: WriteGiven): Promise<void> {
  const lines = join(way, 'resident.tsv');
  await pipeline(keyedPeople(peopleLines(tx, at), key), createWriteStream(lines, { highWaterMark: 1 << 20 }));
  const day = Number(at.asOf.replaceAll('-', ''));
  await engine.run(`create table sorted as
    select ${RECORD_KEY} as row_key, coalesce(place.province, whole.province, '${NO_PROVINCE}') as province, left(village, 4) as regency, left(village, 6) as district, village, sex,
           (born // 10000)::usmallint as birth_year, ((${day} - born) // 10000)::utinyint as age, religion, marital_status, education, occupation,
           blood_group, nationality, card, recorded
      from ${tsv(lines, {
        key: 'varchar',
        village: 'varchar',
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
      })} p left join place on place.code = left(p.village, 4) left join place whole on whole.code = left(p.village, 2)
     order by 2, 1`);
  await writeProvinces(engine, join(to, 'resident'));
}

async function writeFact(tx: Tx, engine: Engine, fact: Fact, { at, key, to, way }: WriteGiven): Promise<void> {
  const lines = join(way, `${fact}.tsv`);
  const out = copyOut(tx, factStatement(fact, at)) as AsyncIterable<Buffer>;
  await pipeline(keyedFacts(out, key), createWriteStream(lines));
  // The cell's key is the sum of its records' keys; sums of sums are sums, so that each larger cell has its own.
  await engine.run(`create table sorted as
    select coalesce(place.province, whole.province, '${NO_PROVINCE}') as province, regency, month, first, second, sum(n)::bigint as n,
           (sum(${RECORD_KEY} & 4294967295) % 4294967296)::ubigint as cell_key
      from ${tsv(lines, { key: 'varchar', regency: 'varchar', month: 'varchar', first: 'varchar', second: 'varchar', n: 'bigint' })} p
      left join place on place.code = p.regency left join place whole on whole.code = left(p.regency, 2)
     group by all order by all`);
  await writeProvinces(engine, join(to, fact));
}

/** One file a province of the day's map; none where nobody is. */
async function writeProvinces(engine: Engine, to: string): Promise<void> {
  const found = await engine.rows('select distinct province from sorted order by 1');
  if (found.length > 0) await mkdir(to, { recursive: true });
  for (const row of found) {
    const province = String(row['province']);
    await engine.run(
      `copy (select * from sorted where province = ${quoted(province)}) to ${quoted(join(to, `${province}.parquet`))} (${PARQUET})`,
    );
  }
  await engine.run('drop table sorted');
}

function tsv(path: string, columns: Readonly<Record<string, string>>): string {
  const types = Object.entries(columns).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  return `read_csv(${quoted(path)}, header = false, auto_detect = false, delim = '\t', quote = '', escape = '', nullstr = '\\N', columns = {${types.join(', ')}})`;
}
