import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenHouse } from '../../../../test/given/house.ts';
import { BANDUNG, givenActor, givenResidents, SITI } from '../../../../test/given/people.ts';
import { systemActor } from '../../../core/access/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { changeResidents, registerResidents } from '../../../register/resident/index.ts';
import { openEngine } from '../engine/engine.ts';
import { makeSnapshot } from './make.ts';

const given = await givenHouse({ now: new Date('2018-07-02T02:00:00Z') });
const centre = givenActor({ region: '' });
const actor = systemActor('test');
const day = asCivilDate('2018-06-30');
const make = (asOf: string = day) => given.system((tx) => makeSnapshot(tx, actor, { asOf }));
const folder = () => given.house.ground.warehouse.folderOf(day);

async function read(query: string) {
  const dir = given.house.ground.warehouse.dir;
  const engine = await openEngine({ folders: [dir], memoryMb: 512 });
  try {
    return await engine.rows(query.replaceAll('SNAPSHOT', join(dir, day)));
  } finally {
    engine.close();
  }
}

let people: Nik[] = [];
let first: Awaited<ReturnType<typeof make>>;

beforeAll(async () => {
  people = await givenResidents(
    given,
    Array.from({ length: 60 }, (_, i) => ({
      name: `ORANG CONTOH ${i}`,
      birthDate: asCivilDate(`${1950 + i}-0${1 + (i % 9)}-11`),
      sex: 1 + (i % 2),
      ...(i % 5 === 0 ? { villageCode: BANDUNG } : {}),
    })),
  );
  const change = (kind: string, occurredOn: string, nik: Nik, delta: object) =>
    given.system((tx) =>
      changeResidents(tx, centre, { kind, label: `test.${kind}`, occurredOn: asCivilDate(occurredOn) }, [
        { nik, delta },
      ]),
    );
  await change('died', '2018-05-01', people[0]!, { state: 'MENINGGAL', stateSince: asCivilDate('2018-05-01') });
  // After the cut-off: alive, unmarried and in the former place on 30 June.
  await change('died', '2018-07-01', people[1]!, { state: 'MENINGGAL', stateSince: asCivilDate('2018-07-01') });
  await change('married', '2018-07-01', people[2]!, { maritalStatus: 2 });
  await given.system((tx) =>
    registerResidents(tx, centre, { kind: 'born', label: 'test.born', occurredOn: asCivilDate('2018-07-01') }, [
      {
        biodata: { ...SITI, birthDate: asCivilDate('2018-07-01') },
        protected: { motherName: null, fatherName: null, disability: null },
      },
    ]),
  );
  first = await make();
});

describe('a snapshot', () => {
  test('holds the register as it was on the day: who died, married or was born later is folded back', async () => {
    expect(first).toMatchObject({ made: true, same: true, people: 59 });
    const [row] = await read(
      `select count(*) as n, count(*) filter (where marital_status = 2) as married, min(age) as youngest from read_parquet('SNAPSHOT/resident/*.parquet')`,
    );
    expect(Object.values(row!).map(Number)).toEqual([59, 0, 9]);
  });

  test('lies by province, and gives ages as the law counts them', async () => {
    expect(readdirSync(join(folder(), 'resident')).toSorted()).toEqual(['31.parquet', '32.parquet']);
    const [row] = await read(
      `select age, district from read_parquet('SNAPSHOT/resident/31.parquet') where birth_year = 1957`,
    );
    // Born on 11 August 1957.
    expect(row).toEqual({ age: 60, district: '317507' });
  });

  test('holds no name, no NIK and no day of birth', async () => {
    const columns = await read(`describe select * from read_parquet('SNAPSHOT/resident/*.parquet')`);
    expect(columns.map(({ column_name }) => column_name)).toEqual(
      'row_key province regency district village sex birth_year age religion marital_status education occupation blood_group nationality card recorded'.split(
        ' ',
      ),
    );
    const [keys] = await read(
      `select count(distinct row_key) as n, count(*) filter (where row_key in (${people.join(', ')})) as niks from read_parquet('SNAPSHOT/resident/*.parquet')`,
    );
    expect(Object.values(keys!).map(Number)).toEqual([59, 0]);
    const files = execFileSync('find', [given.house.ground.warehouse.dir, '-type', 'f'], { encoding: 'utf8' })
      .trim()
      .split('\n');
    for (const file of files) {
      const bytes = readFileSync(file);
      for (const nik of people) expect(bytes.includes(nik), file).toBe(false);
    }
    // Nothing that was needed on the way stays.
    expect(readdirSync(given.house.ground.warehouse.dir)).toEqual([day]);
  });

  test('made again after more has happened gives the same bytes, and files that were lost come back', async () => {
    given.clock.moveTo(new Date('2018-08-01T02:00:00Z'));
    await given.system((tx) =>
      changeResidents(tx, centre, { kind: 'died', label: 'test.died', occurredOn: asCivilDate('2018-06-01') }, [
        { nik: people[7]!, delta: { state: 'MENINGGAL', stateSince: asCivilDate('2018-06-01') } },
      ]),
    );
    await rm(folder(), { recursive: true });
    expect(await make()).toMatchObject({ made: false, same: true, people: 59, root: first.root });
    expect(existsSync(join(folder(), 'manifest.json'))).toBe(true);
  });

  test('stands in the ledger with its root', async () => {
    const { rows } = await given.system((tx) =>
      tx.client.query<{ root: string; facts: { root: string; people: number } }>(
        `select s.root, p.body::json -> 'facts' as facts from warehouse.snapshot s join ledger.pending p on p.id = s.entry_id`,
      ),
    );
    expect(rows).toEqual([{ root: first.root, facts: expect.objectContaining({ root: first.root, people: 59 }) }]);
    expect(first.root).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['2018-02-31', 'warehouse.no_such_day'],
    ['2018-08-01', 'warehouse.day_not_over'],
    ['2030-01-01', 'warehouse.day_not_over'],
  ])('of %s is refused', async (asOf, code) => {
    await expect(make(asOf)).rejects.toMatchObject({ code });
    expect(readdirSync(given.house.ground.warehouse.dir)).toEqual([day]);
  });

  test('before anybody was there is empty', async () => {
    expect(await make('2000-06-30')).toMatchObject({ people: 0, files: 0, same: true });
  });
});

test('the engine reads and writes in its folders only, and its settings stay as they are', async () => {
  const engine = await openEngine({ folders: [given.house.ground.warehouse.dir], memoryMb: 256 });
  try {
    await expect(engine.rows(`select * from read_text('/etc/hostname')`)).rejects.toThrow(
      /permission|disabled|access/i,
    );
    await expect(engine.run(`copy (select 1) to '${given.folders.files}/out.csv'`)).rejects.toThrow(
      /permission|disabled|access/i,
    );
    await expect(engine.run('set enable_external_access = true')).rejects.toThrow(/lock|cannot/i);
    await expect(engine.run('install httpfs')).rejects.toThrow();
  } finally {
    engine.close();
  }
});
