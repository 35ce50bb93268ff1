/**
 * The nation arrives: two tables, read by the import that an office uses for the years it kept in spreadsheets. First
 * everybody who was born by the spring of 2013, when North Kalimantan had become the 34th province; then, in the summer of
 * 2018, the children born since. Beside them a small sheet as offices send them: rounded NIKs, a day that does not exist,
 * one NIK for two people.
 */
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { NATION, systemActor } from '../../core/access/index.ts';
import { many, one, sql } from '../../core/db/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { importResidents } from '../../register/resident/import/index.ts';
import {
  nation,
  peopleFrom,
  personAt,
  RESIDENT_COLUMNS,
  residentLine,
  residentRow,
  type Nation,
  type Person,
} from '../person/index.ts';
import { ARCHIVE_ROWS } from './counter/planted-people.ts';
import type { Journey, Stage } from './journey.ts';

/** The nation as it is at the end of the first semester of 2018; who was born later than the first wave comes with the second. */
const AS_OF = asCivilDate('2018-07-01');
const WAVES = [
  {
    name: 'penduduk-2013.csv',
    at: new Date('2013-05-02T02:00:00Z'),
    share: 0.9,
    holds: (person: Person) => person.birthDate <= '2013-05-01',
  },
  {
    name: 'kelahiran-2018.csv',
    at: new Date('2018-07-02T02:00:00Z'),
    share: 0.1,
    holds: (person: Person) => person.birthDate > '2013-05-01',
  },
];
const SICK_SHEET_AT = new Date('2018-07-02T04:00:00Z');
const MS_A_PERSON = 0.1;
export const importer = { ...systemActor('arrival'), jurisdiction: NATION };

/** Everybody who arrives by import, born before the story or in it. */
export function nationOf({ seed, residents }: Pick<Stage, 'seed' | 'residents'>): Nation {
  return nation({ seed, count: residents, asOf: AS_OF });
}

/** Whether somebody comes with the second wave. */
export const comesLater = WAVES[1]!.holds;

async function arrive(stage: Stage, everybody: Nation, wave: (typeof WAVES)[number]): Promise<void> {
  const path = join(stage.folder, wave.name);
  const count = await writeWave(everybody, wave.holds, path);
  await importResidents(stage, { name: wave.name, path }, { actor: importer }, ({ read }) =>
    stage.progress(read / count, wave.name),
  );
  await rm(path);
}

export const arrival: Journey = {
  name: 'arrival',
  title: { id: 'Penduduk masuk register', en: 'The residents enter the register' },

  async run(stage) {
    const everybody = nationOf(stage);
    for (const wave of WAVES)
      stage.enter(wave.at, () => arrive(stage, everybody, wave), stage.residents * wave.share * MS_A_PERSON);
    stage.enter(SICK_SHEET_AT, async () => {
      const bytes = Buffer.from(sickSheet(stage));
      await importResidents(stage, { name: 'desa-contoh.csv', bytes }, { actor: importer });
    });
  },

  async check(stage) {
    const wanted = stage.residents + GOOD_ROWS + ARCHIVE_ROWS;
    return stage.database.transact('system', importer, async (tx) => {
      const { n } = await one<{ n: number }>(
        tx,
        sql`select count(*)::int as n from resident_read.act where kind = 'imported' and version = 1`,
      );
      const { sawit } = await one<{ sawit: number }>(
        tx,
        sql`select count(*)::int as sawit from resident_read.resident where village_code between 3175070000 and 3175079999`,
      );
      const outside = await many(
        tx,
        sql`select 1 from family_read.membership m left join resident_read.resident r using (nik) where r.nik is null limit 1`,
      );
      return [
        ...(n === wanted ? [] : [`${wanted} people should have been imported, ${n} were`]),
        ...(sawit >= 3000 ? [] : [`Duren Sawit has ${sawit} residents, fewer than 3,000`]),
        ...(outside.length === 0 ? [] : ['a membership belongs to nobody']),
      ];
    });
  },
};

const LINES_AT_ONCE = 10_000;

async function writeWave(everybody: Nation, holds: (person: Person) => boolean, path: string): Promise<number> {
  const file = await open(path, 'w');
  let count = 0;
  let lines = [RESIDENT_COLUMNS.join(',')];
  try {
    for (const person of peopleFrom(everybody)) {
      if (!holds(person)) continue;
      lines.push(residentLine(person));
      count++;
      if (lines.length < LINES_AT_ONCE) continue;
      await file.write(`${lines.join('\n')}\n`);
      lines = [];
    }
    await file.write(`${lines.join('\n')}\n`);
  } finally {
    await file.close();
  }
  return count;
}

/** Of the sick sheet: the rows that may go in. */
const GOOD_ROWS = 1;

/** Five rows as an office in a hurry sends them. Only the first is in order. */
function sickSheet(stage: Stage): string {
  const known = personAt(nationOf(stage), 0);
  const row = residentRow(known);
  const fresh = {
    ...row,
    NO_KK: '3175070205139998',
    NAMA_LENGKAP: 'CONTOH DARI DESA',
    SHDK: '1',
    NIK_IBU: '',
    NIK_AYAH: '',
    KODE_WILAYAH: '31.75.07.1004',
    TANGGAL_LAHIR: '17-08-1971',
  };
  const rows = [
    { ...fresh, NIK: '3175071708719998', JENIS_KELAMIN: 'LAKI-LAKI' },
    { ...fresh, NIK: '3.17507E+15', NAMA_LENGKAP: 'NIK DIBULATKAN' },
    { ...fresh, NIK: '3175073102719997', NAMA_LENGKAP: 'TANGGAL TIDAK ADA', TANGGAL_LAHIR: '31-02-1971' },
    { ...fresh, NIK: '0', NAMA_LENGKAP: 'BELUM PUNYA NIK' },
    { ...row, NAMA_LENGKAP: 'ORANG LAIN SAMA SEKALI', TANGGAL_LAHIR: '01-01-1950', NAMA_IBU: 'IBU LAIN' },
  ];
  const cell = (text: string | number | null | undefined) => `"${String(text ?? '').replaceAll('"', '""')}"`;
  return [
    RESIDENT_COLUMNS.join(','),
    ...rows.map((one) => RESIDENT_COLUMNS.map((column) => cell((one as Record<string, string>)[column])).join(',')),
  ].join('\n');
}
