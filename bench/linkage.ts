/**
 * `npm run bench -- linkage`: how long it takes to find who is recorded twice among `--size` records, how well, and how long one new
 * person takes against a register of as many, as `app` under row-level security, with the ledger entry committed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor, type Actor } from '../src/core/access/index.ts';
import { many, nikText, sql } from '../src/core/db/index.ts';
import { asCivilDate, type CivilDate } from '../src/core/time/index.ts';
import { likelyRecordsOf, prepareLinkage, runLinkage, type RunDone } from '../src/recording/linkage/index.ts';
import { oldSpelling } from '../src/simulation/index.ts';
import { figure, type Bench } from './bench.ts';
import { filledRegister } from './load/filled.ts';
import { MAPPING, writeTwiceRecorded } from './load/second-record.ts';

const ASKED = 400;
/** As many of a hundred are recorded twice. */
const TWICE = 0.05;

export const bench: Bench = async ({ size = 100_000 }) => {
  const file = await linkedFile(size);
  const person = await onePerson(size);
  return {
    name: 'linkage',
    size,
    figures: [
      figure('linkage.seconds', file.seconds, 's'),
      figure('linkage.precision', file.precision!, 'share'),
      figure('linkage.recall', file.recall!, 'share'),
      figure('linkage.one_person_p95_ms', person.p95Ms, 'ms'),
    ],
    leftOut: [
      `making the file; ${file.records} records, ${file.comparedPairs} pairs compared, ${file.linkedPairs} linked`,
      `${ASKED} persons one after the other, names respelt, a third born a year earlier: ${person.found} found`,
    ],
  };
};

async function linkedFile(size: number): Promise<RunDone> {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-bench-'));
  try {
    const [file, map] = [join(folder, 'records.csv'), join(folder, 'map.json')];
    const count = Math.ceil(size / (1 + TWICE));
    await writeTwiceRecorded({ seed: 'linkage', count, asOf: asCivilDate('2018-06-30') }, file);
    writeFileSync(map, MAPPING);
    return await runLinkage({ file, map, out: join(folder, 'pairs.csv'), truth: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Known {
  readonly nik: string;
  readonly name: string;
  readonly birthDate: CivilDate;
  readonly birthPlace: string;
  readonly sex: number;
}

async function onePerson(size: number): Promise<{ p95Ms: number; found: number }> {
  const filled = await filledRegister(size);
  try {
    const { database } = filled.register.house;
    const office: Actor = filled.cast.players.find((player) => player.role === 'operator')!.actor;
    const system = systemActor('bench');
    const people = await database.transact('system', system, (tx) =>
      many(
        tx,
        sql<Known>`select ${nikText('nik')} as nik, name, birth_date as "birthDate", birth_place as "birthPlace", sex from resident_read.resident order by hashint8(nik) limit ${ASKED}`,
      ),
    );
    const prepared = await database.transact('system', system, (tx) => prepareLinkage(tx));
    const took: number[] = [];
    let found = 0;
    for (const [n, known] of [...people.slice(0, 40), ...people].entries()) {
      const began = performance.now();
      const likely = await database.transact('app', office, (tx) =>
        likelyRecordsOf(tx, office, { ...misread(known, n), motherName: null, nik: null }, prepared),
      );
      if (n < 40) continue;
      took.push(performance.now() - began);
      if (likely.some(({ nik }) => nik === known.nik)) found++;
    }
    return { p95Ms: took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.95)]!, found };
  } finally {
    await filled.remove();
  }
}

function misread(known: Known, n: number): Known {
  const year = Number(known.birthDate.slice(0, 4));
  const earlier = `${year - 1}${known.birthDate.slice(4)}`;
  const birthDate = n % 3 === 0 && !earlier.endsWith('02-29') ? asCivilDate(earlier) : known.birthDate;
  return { ...known, name: oldSpelling(known.name), birthDate };
}
