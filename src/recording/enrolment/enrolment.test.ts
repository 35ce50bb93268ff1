import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { Command } from 'commander';
import { afterAll, describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import {
  BANDUNG,
  givenActor,
  givenFamily,
  givenResidents,
  PONDOK_KELAPA,
  PONDOK_KOPI,
} from '../../../test/given/people.ts';
import { many, one, run, sql } from '../../core/db/index.ts';
import { newId, type Nik } from '../../core/id/index.ts';
import { whoLooked } from '../../core/ledger/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { changeResidents } from '../../register/resident/index.ts';
import {
  acceptApplication,
  assignApplication,
  checkDocuments,
  draftApplication,
  handInDocument,
  submitApplication,
} from '../../register/application/index.ts';
import { recordEvent } from '../../register/civil-event/index.ts';
import { openBoard } from './board.ts';
import { indicators, listPeople, openCoverage, openCoverageTable } from './coverage/index.ts';
import { series } from './coverage/series.ts';
import { expectAgreement } from '../../../test/given/series.ts';
import { givenPicture, givenTemplate } from './given-station.ts';
import type { ImportDone } from '../../core/staged-import/index.ts';
import { importCommands, importRecordings } from './import/index.ts';
import { openFiles } from './import/archive.ts';
import { settlePackets } from './index.ts';
import { bodyOf, recordBody } from '../../simulation/body/index.ts';
import { openRecording } from './person.ts';
import {
  callNext,
  changeAppointment,
  listQueue,
  makeAppointment,
  openPlan,
  planVisit,
  listVisits,
  takeAlong,
  visitDone,
} from './queue/index.ts';
import { openStanding } from './standing.ts';
import type { Status } from './status.ts';
import { openTemplates } from './template.ts';

const given = await givenHouse();
const day = asCivilDate;
const nation = givenActor({ region: '' });
const local = givenActor({ region: '3175' });
const officeId = newId();
const dir = mkdtempSync(join(tmpdir(), 'jatidiri-enrolment-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
await given.system((tx) =>
  run(
    tx,
    sql`insert into office.office (id, kind, name, region_code, zone, opened_on) values (${officeId}, 'regency', 'Sudin Dukcapil Contoh', '3175', 'Asia/Jakarta', '2010-01-01')`,
  ),
);
const counter = { ...givenActor({ region: '3175', officeId }) };

// Of one village: 6 who must be recorded, one of sixteen, one child, one guest. One who must be in another.
const people = await givenResidents(given, [
  { name: 'A CONTOH', birthDate: day('1950-01-01'), sex: 1 },
  { name: 'B CONTOH', birthDate: day('1960-01-01') },
  { name: 'C CONTOH', birthDate: day('1985-01-01'), sex: 1 },
  { name: 'D CONTOH', birthDate: day('1995-01-01') },
  { name: 'E CONTOH', birthDate: day('2000-01-01'), sex: 1 },
  { name: 'F CONTOH', birthDate: day('2003-06-01'), maritalStatus: 2 },
  { name: 'G CONTOH', birthDate: day('2002-06-01') },
  { name: 'H CONTOH', birthDate: day('2012-06-01') },
  { name: 'I CONTOH', birthDate: day('1990-06-01'), nationality: 'AUS', permit: 1 },
  { name: 'J CONTOH', birthDate: day('1990-06-02'), villageCode: PONDOK_KOPI },
]);
const [a, b, c, d, e, , g, , , j] = people as [Nik, Nik, Nik, Nik, Nik, Nik, Nik, Nik, Nik, Nik];
const ref = (nik: Nik) => given.house.ground.personRefs.of(nik);

const csv = (rows: readonly (readonly string[])[], head = 'nik,status,recorded_on') => {
  const path = join(dir, `${newId()}.csv`);
  writeFileSync(path, [head, ...rows.map((row) => row.join(','))].join('\n') + '\n');
  return { name: 'rekam.csv', path };
};
const importing = (source: { name: string; path: string }, over = {}) =>
  importRecordings(given.house, source, { actor: nation, ...over });
const counts = ({ read, created, unchanged, refused }: ImportDone) => ({
  read,
  created,
  unchanged,
  refused,
});

const coverage = indicators[0]!;
const at = (asOf: string, knownAt: Date = given.clock.now()) => ({ asOf: day(asOf), knownAt });
/** The figure, which must come out the same when it is made another way, and from a count that is kept since any day. */
async function figure(asOf: string, knownAt?: Date): Promise<[number, number | null]> {
  const { measured, recounted } = await given.system(async (tx) => ({
    measured: await coverage.measure(tx, at(asOf, knownAt)),
    recounted: await coverage.recount(tx, at(asOf, knownAt)),
  }));
  expect(recounted).toEqual(measured);
  const now = given.clock.now();
  for (const day_ of ['2014-01-10', '2018-12-11']) {
    given.clock.moveTo(new Date(`${day_}T05:00:00Z`));
    await given.system((tx) => coverage.keep!(tx));
    given.clock.moveTo(now);
    expect(await given.system((tx) => coverage.measure(tx, at(asOf, knownAt ?? now)))).toEqual(measured);
  }
  return [measured.numerator, measured.denominator];
}

describe('existing recordings come in by table', () => {
  const rows = [
    [a, 'PRR', '2013-05-02'],
    [b, 'CARD_ISSUED', '02-05-2013'],
    [c, 'RAC', '2018-12-01'],
    [d, 'DUP', '2014-01-01'],
    [j, 'prr', '2015-02-03'],
    [j, 'prr', '2015-02-03'],
    [j, 'RAC', '2015-02-03'],
    ['9999010190909999', 'PRR', '2013-05-02'],
    ['12345', 'PRR', '2013-05-02'],
    [e, 'XYZ', '2013-05-02'],
    [e, 'PRR', '2013-02-30'],
    [e, 'PRR', '1999-05-02'],
    [e, 'PRR', '2019-05-02'],
    [e, 'PRR'],
  ];

  test('a dry run looks everything up and enters nothing', async () => {
    expect(counts(await importing(csv(rows), { dryRun: true }))).toEqual({
      read: 14,
      created: 5,
      unchanged: 1,
      refused: 8,
    });
    const { n } = await given.system((tx) =>
      one(tx, sql<{ n: number }>`select count(*)::int as n from enrolment.packet`),
    );
    expect(n).toBe(0);
  });

  test('each row is counted once, also when it is killed between batches and begun again, and a second time', async () => {
    const source = csv(rows);
    const killed = importing(source, {
      batchRows: 4,
      onBatch: () => {
        throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    const done = await importing(source, { batchRows: 4 });
    expect(counts(done)).toEqual({ read: 14, created: 5, unchanged: 1, refused: 8 });
    expect(counts(await importing(source))).toEqual({ read: 14, created: 0, unchanged: 6, refused: 8 });
    const faults = await given.system((tx) =>
      many(
        tx,
        sql<{
          row: number;
          code: string;
        }>`select row_number::int as row, code from enrolment.import_fault where import_id = ${done.importId} order by 1`,
      ),
    );
    expect(faults.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '8 twice',
      '9 person_unknown',
      '10 nik',
      '11 status',
      '12 date',
      '13 before_birth',
      '14 future',
      '15 ragged',
    ]);
  });

  test('by command, with one JSON document and a report per row that no spreadsheet takes for a formula', async () => {
    const report = join(dir, 'report.csv');
    const { path } = csv([
      [b, 'CARD_ISSUED', '2013-05-02'],
      [e, '=CMD()', '2013-05-02'],
    ]);
    const out = await command('import', path, '--report', report, '--json');
    expect(JSON.parse(out)).toMatchObject({
      read: 2,
      created: 0,
      unchanged: 1,
      refused: 1,
      seconds: expect.any(Number),
    });
    expect(readFileSync(report, 'utf8')).toBe(
      `row,column,code,given,text\n3,status,status,"'=CMD()","Status tidak dikenal."\n`,
    );
    expect(await command('import', path, '--dry-run')).toContain('tetap / unchanged     1');
    await expect(command('import', join(dir, 'none.csv'))).rejects.toMatchObject({ code: 'enrolment.import_no_file' });
  });

  test('somebody who has a recording does not get another', async () => {
    expect(counts(await importing(csv([[a, 'PRR', '2016-01-01']])))).toMatchObject({ created: 0, refused: 1 });
  });

  test('a file that lacks a column is refused by its name', async () => {
    await expect(importing(csv([[a, 'PRR']], 'nik,status'))).rejects.toMatchObject({
      code: 'enrolment.import_columns',
    });
  });

  test('with templates and pictures of a folder or a zip, and nothing from outside of it', async () => {
    const [k, l, m, n, o] = (await givenResidents(
      given,
      ['K', 'L', 'M', 'N', 'O'].map((name) => ({
        name: `${name} CONTOH`,
        birthDate: day('1980-01-01'),
        villageCode: BANDUNG,
      })),
    )) as [Nik, Nik, Nik, Nik, Nik];
    const files = {
      'k/f3.fmr': givenTemplate('k', 3),
      'k/f3.png': givenPicture('k3', 32),
      'k/face.png': givenPicture('k', 32),
      'k/face.jdf': Buffer.from(recordBody(bodyOf('import', 1), { number: 1 })[0]!.bytes),
      'cut.fmr': givenTemplate('l', 3).subarray(0, 50),
      'no.png': Buffer.from('not a picture'),
    };
    const folder = join(dir, 'files');
    mkdirSync(join(folder, 'k'), { recursive: true });
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    writeFileSync(join(dir, 'outside.png'), givenPicture('x', 32));
    const archive = join(dir, 'files.zip');
    writeFileSync(archive, zipOf(files));
    const head = 'nik,status,recorded_on,face,finger_3';
    const source = csv(
      [
        [k, 'PRR', '2018-01-02', 'k/face.png|k/face.jdf', 'k/f3.fmr|k/f3.png'],
        [l, 'PRR', '2018-01-02', '', 'cut.fmr'],
        [m, 'PRR', '2018-01-02', 'no.png', ''],
        [n, 'PRR', '2018-01-02', '../outside.png', ''],
        [o, 'PRR', '2018-01-02', 'nowhere.png', ''],
      ],
      head,
    );
    const zipped = await openFiles(archive);
    expect(counts(await importing(source, { dryRun: true, files: zipped }))).toEqual({
      read: 5,
      created: 1,
      unchanged: 0,
      refused: 4,
    });
    await zipped.close();
    expect(counts(await importing(source, { files: await openFiles(folder) }))).toEqual({
      read: 5,
      created: 1,
      unchanged: 0,
      refused: 4,
    });
    const view = await given.transact(nation, (tx) => openRecording(tx, nation, { ref: ref(k) }));
    expect(
      view.packets[0]!.items.map(({ modality, position, template, picture }) => ({
        modality,
        position,
        template,
        picture,
      })),
    ).toEqual([
      { modality: 'face', position: 0, template: true, picture: true },
      { modality: 'finger', position: 3, template: true, picture: true },
    ]);
    const opened = await given.system((tx) => openTemplates(tx, [{ nik: k, packet: view.packets[0]!.id }]));
    expect(opened.map(({ bytes }) => bytes)).toEqual([files['k/face.jdf'], files['k/f3.fmr']]);
  });
});

describe('coverage', () => {
  test('is recorded of those who must be, by region, sex and age, with what is not counted beside it', async () => {
    const view = await given.transact(local, (tx) => openCoverage(tx, local, {}));
    // A, B, C, J of A-F and J; D is a duplicate.
    expect(view).toMatchObject({
      region: '3175',
      numerator: 4,
      denominator: 7,
      percent: 57.14,
      firstVoters: 1,
      firstVotersRecorded: 0,
    });
    const inDistrict = await given.transact(local, (tx) => openCoverage(tx, local, { region: '317507' }));
    expect(inDistrict.regions.map(({ code, numerator, denominator }) => [code, numerator, denominator])).toEqual([
      [PONDOK_KELAPA, 3, 6],
      [PONDOK_KOPI, 1, 1],
    ]);
    expect(view.sexes.map(({ sex, numerator, denominator }) => [sex, numerator, denominator])).toEqual([
      [1, 2, 3],
      [2, 2, 4],
    ]);
    expect(view.ages.map(({ from, to, denominator }) => [from, to, denominator])).toEqual([
      [0, 16, 1],
      [17, 19, 1],
      [20, 29, 2],
      [30, 39, 1],
      [50, 59, 1],
      [60, null, 1],
    ]);
    await expect(given.transact(local, (tx) => openCoverage(tx, local, { region: '32' }))).rejects.toMatchObject({
      code: 'access.outside_jurisdiction',
    });
  });

  test('of many days at once it is what it is of each', async () => {
    const asked = { series, indicators, knownAt: given.clock.now(), from: day('2011-01-31'), step: 151, many: 20 };
    await expectAgreement(given, asked);
  });

  test('opens into the people behind it, of the own region and by filter', async () => {
    const list = (over = {}) =>
      given.transact(local, (tx) => listPeople(tx, local, { recorded: false, who: 'obligated', ...over }));
    expect((await list()).people.map(({ name, now }) => [name, now?.status ?? null])).toEqual(
      [
        ['F CONTOH', null],
        ['E CONTOH', null],
        ['D CONTOH', 'DUPLICATE_RECORD'],
      ].toSorted((x, y) => (order(x[0]!) < order(y[0]!) ? -1 : 1)),
    );
    expect((await list({ sex: 1 })).people.map(({ name }) => name)).toEqual(['E CONTOH']);
    expect((await list({ ageFrom: 17, ageTo: 18 })).people.map(({ name }) => name)).toEqual(['E CONTOH']);
    expect((await list({ recorded: true })).people).toHaveLength(4);
    expect((await list({ who: 'first_voter' })).people.map(({ nik }) => nik)).toEqual([g]);
    function order(name: string): string {
      return people[name.charCodeAt(0) - 65]!;
    }
  });

  test('knows what it lies in as far as the officer may look, and goes along as a table that no spreadsheet takes for a formula', async () => {
    const view = await given.transact(local, (tx) => openCoverage(tx, local, { region: PONDOK_KELAPA }));
    expect(view.path).toEqual([
      { code: '3175', name: 'Kota Administrasi Jakarta Timur' },
      { code: '317507', name: 'Duren Sawit' },
    ]);
    const file = await given.transact(local, (tx) => openCoverageTable(tx, local, { region: '317507' }));
    const lines = file.bytes.toString('utf8').trim().split('\n');
    expect(lines[0]).toBe(
      'RINCIAN,KODE,NAMA,SUDAH REKAM,WAJIB KTP-EL,CAKUPAN (%),PEMILIH PEMULA,PEMILIH PEMULA SUDAH REKAM,PER HARI,DIKETAHUI SAMPAI',
    );
    expect(lines[1]).toMatch(/^wilayah,317507,Duren Sawit,4,7,57\.14,1,0,2018-12-11,2018-12-11T/);
    expect(lines.slice(2).map((line) => line.split(',').slice(0, 5))).toEqual([
      ['wilayah', PONDOK_KELAPA, 'Pondok Kelapa', '3', '6'],
      ['wilayah', PONDOK_KOPI, 'Pondok Kopi', '1', '1'],
      ['jenis kelamin', '1', 'laki-laki', '2', '3'],
      ['jenis kelamin', '2', 'perempuan', '2', '4'],
      ['umur', '0', '0 sampai 16 tahun', '0', '1'],
      ['umur', '17', '17 sampai 19 tahun', '0', '1'],
      ['umur', '20', '20 sampai 29 tahun', '1', '2'],
      ['umur', '30', '30 sampai 39 tahun', '1', '1'],
      ['umur', '50', '50 sampai 59 tahun', '1', '1'],
      ['umur', '60', '60 tahun ke atas', '1', '1'],
    ]);
    expect(lines.some((line) => line.split(',').some((cell) => /^[=+\-@]/.test(cell)))).toBe(false);
  });

  test('of any day, as it was known then or is known now, is the same in whatever way it is made', async () => {
    expect(await figure('2018-12-11')).toEqual([5, 12]);
    expect(await figure('2014-06-01')).toEqual([2, 11]);
    expect(await figure('2013-05-01')).toEqual([0, 11]);
    expect(await figure('2018-12-11', new Date('2018-12-11T08:59:59Z'))).toEqual([0, 0]);
    const regency = await given.system((tx) => coverage.byRegency!(tx, at('2018-12-11')));
    expect(regency).toMatchObject({ '3175': 4, '3273': 1 });
  });

  test('follows deaths, moves of status and what is known later', async () => {
    const before = given.clock.now();
    given.clock.moveTo(new Date('2018-12-12T03:00:00Z'));
    await given.transact(nation, (tx) =>
      changeResidents(tx, nation, { kind: 'death', label: 'civil_event.recorded', occurredOn: day('2018-12-10') }, [
        { nik: a, delta: { state: 'MENINGGAL' } },
      ]),
    );
    const packet = await packetOf(c);
    await settle(packet, 'DUPLICATE_RECORD', 'jari sama');
    expect(await figure('2018-12-12')).toEqual([3, 11]);
    expect(await figure('2018-12-11')).toEqual([4, 11]);
    expect(await figure('2018-12-11', before)).toEqual([5, 12]);
    expect(await figure('2018-12-09')).toEqual([5, 12]);
    given.clock.moveTo(new Date('2018-12-13T03:00:00Z'));
    await settle(packet, 'PRINT_READY_RECORD', 'keberatan dikabulkan');
    expect(await figure('2018-12-12')).toEqual([3, 11]);
    expect(await figure('2018-12-13')).toEqual([4, 11]);
    // Back and forth within one instant of a clock that stands still.
    await settle(packet, 'DUPLICATE_RECORD');
    expect(await figure('2018-12-13')).toEqual([3, 11]);
    await settle(packet, 'PRINT_READY_RECORD');
    expect(await figure('2018-12-13')).toEqual([4, 11]);
  });
});

describe('a packet goes its way', () => {
  test('and goes along when its person moves, so that his new office sees it', async () => {
    const there = givenActor({ region: '3273' });
    const [k] = (await givenResidents(given, [{ name: 'R CONTOH' }])) as [Nik];
    await importing(csv([[k, 'PRR', '2018-03-04']]));
    const move = (villageCode: string) =>
      given.transact(nation, (tx) =>
        changeResidents(tx, nation, { kind: 'move', label: 'civil_event.recorded', occurredOn: day('2018-12-12') }, [
          { nik: k, delta: { villageCode } },
        ]),
      );
    await move(BANDUNG);
    const view = await given.transact(there, (tx) => openRecording(tx, there, { ref: ref(k) }));
    expect(view.packets).toHaveLength(1);
    await settle(await packetOf(k), 'DUPLICATE_RECORD');
  });

  test('only to what may follow, once, and tells what was, what is, what comes and who must act', async () => {
    const packet = await packetOf(j);
    await expect(settle(packet, 'RECEIVED_AT_CENTRAL')).rejects.toMatchObject({ code: 'enrolment.status_not_next' });
    await settle(packet, 'SENT_FOR_CARD_PRINTING');
    await settle(packet, 'SENT_FOR_CARD_PRINTING');
    const view = await given.transact(local, (tx) => openRecording(tx, local, { ref: ref(j) }));
    expect(view.packets[0]).toMatchObject({
      now: {
        status: 'SENT_FOR_CARD_PRINTING',
        abbreviation: 'SCP',
        stage: 'card',
        acts: 'printer',
        actsText: 'petugas pencetakan',
      },
      next: [{ status: 'CARD_PRINTED' }, { status: 'PRINT_READY_RECORD' }],
      steps: [{ status: 'PRINT_READY_RECORD' }, { status: 'SENT_FOR_CARD_PRINTING' }],
    });
    await expect(settle(newId(), 'CARD_PRINTED')).rejects.toMatchObject({ code: 'enrolment.packet_not_found' });
  });

  test('the board shows where packets wait and how long, of the own region', async () => {
    const board = await given.transact(local, (tx) => openBoard(tx, local, { days: 90 }));
    expect(board.waiting.map(({ status, n }) => [status, n])).toEqual([
      ['PRINT_READY_RECORD', 2],
      ['DUPLICATE_RECORD', 1],
      ['SENT_FOR_CARD_PRINTING', 1],
    ]);
    expect(board.critical.toReceipt).toEqual({ n: 0, medianHours: null, p90Hours: null });
    await expect(given.transact(local, (tx) => openBoard(tx, local, { region: '', days: 90 }))).rejects.toMatchObject({
      code: 'access.outside_jurisdiction',
    });
  });
});

describe('whether somebody may be recorded', () => {
  test('is told with the right way, wherever he lives, without his data', async () => {
    const [k] = await givenResidents(given, [{ name: 'Z CONTOH', villageCode: BANDUNG }]);
    const view = await given.transact(local, (tx) => openStanding(tx, local, { ref: ref(k!) }));
    expect(view).toMatchObject({ may: true, duty: 'obligated', why: null });
    expect(JSON.stringify(view)).not.toContain('CONTOH');
    expect(await given.transact(local, (tx) => openStanding(tx, local, { ref: ref(b) }))).toMatchObject({
      may: false,
      why: 'recorded',
    });
  });

  test('a move that is not finished blocks, and the letter is named', async () => {
    const [mover] = (await givenResidents(given, [{ name: 'P CONTOH' }])) as [Nik];
    await givenFamily(given, [{ nik: mover, relation: 1 }]);
    await given.transact(local, (tx) =>
      recordEvent(tx, local, {
        kind: 'move',
        occurredOn: day('2018-12-12'),
        villageCode: PONDOK_KELAPA,
        details: {
          movers: [{ person: ref(mover), relation: 1 }],
          address: { villageCode: BANDUNG, address: 'JALAN BARU 1', rt: 1, rw: 1 },
          reason: 'pekerjaan',
        },
      }),
    );
    const view = await given.transact(local, (tx) => openStanding(tx, local, { ref: ref(mover) }));
    expect(view).toMatchObject({ may: false, why: 'move_underway' });
    expect(view.wayText).toContain(view.letterNumber!);
  });
});

describe('queues and teams', () => {
  test('an application that is accepted becomes an appointment, of somebody who may be recorded', async () => {
    const apply = (nik: Nik) =>
      given.transact(counter, async (tx) => {
        const { id } = await draftApplication(tx, counter, {
          kind: 'enrolment',
          applicant: ref(nik),
          subject: null,
          contact: null,
          details: { day: '2018-12-14', place: 'Balai warga' },
        });
        await handInDocument(tx, counter, {
          id,
          code: 'family_card',
          file: { name: 'kk.png', bytes: givenPicture('kk', 32) },
        });
        await submitApplication(tx, counter, { id });
        return id;
      });
    const [person] = (await givenResidents(given, [{ name: 'Q CONTOH', villageCode: PONDOK_KOPI }])) as [Nik];
    await expect(apply(b)).rejects.toMatchObject({ code: 'enrolment.blocked.recorded' });
    const id = await apply(person);
    const verifier = { ...givenActor({ region: '3175', officeId }), id: newId() };
    await given.system((tx) =>
      run(
        tx,
        sql`insert into officer.officer (id, pseudonym, username, name, state) values (${verifier.id}, 'v', 'pemeriksa', 'Pemeriksa', 'active')`,
      ),
    );
    await given.system((tx) =>
      run(
        tx,
        sql`insert into officer.post (id, officer_id, office_id, role, from_on) values (${newId()}, ${verifier.id}, ${officeId}, 'verifier', '2015-01-01')`,
      ),
    );
    await given.transact(verifier, async (tx) => {
      await assignApplication(tx, verifier, { id, officerId: null });
      await checkDocuments(tx, verifier, { id, verdicts: [{ code: 'family_card', verdict: 'met', note: null }] });
      await acceptApplication(tx, verifier, { id });
    });
    const queue = await given.transact(counter, (tx) => listQueue(tx, counter, { day: '2018-12-14' }));
    expect(queue.appointments).toMatchObject([{ number: 1, place: 'Balai warga', name: 'Q CONTOH', state: 'waiting' }]);
  });

  test('numbers follow one another, are called once, missed and taken up again', async () => {
    const make = (nik: Nik, over = {}) =>
      given.transact(counter, (tx) => makeAppointment(tx, counter, { person: ref(nik), day: '2018-12-13', ...over }));
    expect((await make(e)).number).toBe(1);
    await expect(make(e)).rejects.toMatchObject({ code: 'enrolment.appointment_held' });
    expect((await make(g)).number).toBe(2);
    await expect(make(b)).rejects.toMatchObject({ code: 'enrolment.blocked.recorded' });
    await expect(make(d, { day: '2018-12-01' })).rejects.toMatchObject({ code: 'enrolment.day_past' });
    const call = () => given.transact(counter, (tx) => callNext(tx, counter, {}));
    const [one_, two] = await Promise.all([call(), call()]);
    expect(new Set([one_.called?.number, two.called?.number])).toEqual(new Set([1, 2]));
    expect((await call()).called).toBeNull();
    const id = [one_, two].find(({ called }) => called!.number === 1)!.called!.id;
    const change = (state: 'missed' | 'waiting') =>
      given.transact(counter, (tx) => changeAppointment(tx, counter, { id, state }));
    await change('missed');
    await expect(change('missed')).rejects.toMatchObject({ code: 'enrolment.appointment_not_now' });
    await change('waiting');
    const queue = await given.transact(counter, (tx) => listQueue(tx, counter, {}));
    const { appointment } = await given.transact(counter, (tx) => openRecording(tx, counter, { ref: ref(e) }));
    expect(appointment).toMatchObject({ number: 1, state: 'waiting', place: 'Sudin Dukcapil Contoh' });
    expect(queue.appointments.map(({ number, state, name }) => [number, state, name])).toEqual([
      [1, 'waiting', 'E CONTOH'],
      [2, 'called', 'G CONTOH'],
    ]);
  });

  test('a list is taken along with NIK, birth and standing, each name a look that its person can read', async () => {
    const along = (input = {}) => given.transact(counter, (tx) => takeAlong(tx, counter, input));
    const queue = await along();
    expect(queue).toMatchObject({ day: '2018-12-13', title: 'Sudin Dukcapil Contoh', officeId, left: false });
    expect(queue.people).toMatchObject([
      { nik: e, name: 'E CONTOH', birthDate: '2000-01-01', number: 1, standing: { may: true, whyText: null } },
      { nik: g, name: 'G CONTOH', number: 2, standing: { may: true } },
    ]);
    expect((await along({ day: '2018-12-30' })).people).toEqual([]);
    const looks = await given.system((tx) => whoLooked(tx, g));
    expect(looks.map(({ label }) => label)).toContain('enrolment.list_taken_along');
    const elsewhere = { ...givenActor({ region: '3273' }), officeId: newId() };
    await expect(given.transact(elsewhere, (tx) => takeAlong(tx, elsewhere, { officeId }))).rejects.toMatchObject({
      code: 'access.outside_jurisdiction',
    });
  });

  test('a team goes where most people are unrecorded for a day of travel, once a day to a village', async () => {
    const plan = await given.transact(counter, (tx) => openPlan(tx, counter, {}));
    expect(plan.distanceText).toContain('pohon wilayah');
    expect(plan.villages).toMatchObject([
      { villageCode: PONDOK_KELAPA, unrecorded: 4, travelDays: 2, perDay: 2, plannedOn: null },
      { villageCode: PONDOK_KOPI, unrecorded: 1, travelDays: 2, perDay: 0.5, plannedOn: null },
    ]);
    const visit = (villageCode = PONDOK_KELAPA) =>
      given.transact(counter, (tx) => planVisit(tx, counter, { villageCode, day: '2018-12-20', place: 'Balai warga' }));
    expect((await visit()).unrecorded).toBe(4);
    await expect(visit()).rejects.toMatchObject({ code: 'enrolment.visit_held' });
    await expect(visit(BANDUNG)).rejects.toMatchObject({ code: 'access.outside_jurisdiction' });
    const { visits } = await given.transact(counter, (tx) => listVisits(tx, counter, {}));
    expect(visits).toMatchObject([{ day: '2018-12-20', state: 'planned', unrecorded: 4, recordedSince: 0 }]);
    // Its list: who must be recorded there, and first-time voters with them.
    const along = await given.transact(counter, (tx) => takeAlong(tx, counter, { visit: visits[0]!.id }));
    expect(along).toMatchObject({ title: 'Balai warga', day: '2018-12-20' });
    expect(along.people.map(({ name }) => name)).toContain('G CONTOH');
    expect(along.people.find(({ nik }) => nik === g)).toMatchObject({ number: null, standing: { may: true } });
    await expect(given.transact(counter, (tx) => takeAlong(tx, counter, { visit: newId() }))).rejects.toMatchObject({
      code: 'enrolment.visit_not_found',
    });
  });

  test('a visit counts each person once, up to its day when it is over; one that nobody ended stays in sight', async () => {
    const rows = [[e, 'PRR', '2018-12-15']] as const;
    given.clock.moveTo(new Date('2018-12-22T03:00:00Z'));
    expect(counts(await importing(csv(rows)))).toMatchObject({ created: 1 });
    await settle(await packetOf(e), 'DUPLICATE_RECORD');
    const list = (over = {}) => given.transact(counter, async (tx) => (await listVisits(tx, counter, over)).visits);
    // A recording that came to nothing reached nobody.
    expect(await list()).toMatchObject([{ state: 'planned', recordedSince: 0 }]);
    await settle(await packetOf(e), 'PRINT_READY_RECORD');
    const [visit] = await list();
    expect(visit).toMatchObject({ day: '2018-12-20', state: 'planned', unrecorded: 4, recordedSince: 1 });
    expect(await list({ before: '2018-12-22' })).toEqual([]);
    await given.transact(counter, (tx) => visitDone(tx, counter, { id: visit!.id }));
    expect(await list()).toEqual([]);
    expect(await list({ before: '2018-12-22' })).toMatchObject([{ state: 'done', recordedSince: 1 }]);
  });
});

async function command(...words: string[]): Promise<string> {
  let out = '';
  const { database, ground, speaker } = given.house;
  const program = new Command().exitOverride();
  importCommands.add(program, {
    withRegister: (_command, work) => work({ database, ground, speaker }),
    print(of, document, lines) {
      out = of.opts()['json'] ? JSON.stringify(document) : lines().join('\n');
    },
    fails: () => {},
  });
  await program.parseAsync(['enrolment', ...words], { from: 'user' });
  return out;
}

async function packetOf(nik: Nik): Promise<string> {
  const row = await given.system((tx) =>
    one(tx, sql<{ id: string }>`select id from enrolment.packet where nik = ${nik}::bigint`),
  );
  return row.id;
}

function settle(packet: string, status: Status, why: string | null = null): Promise<void> {
  return given.system((tx) => settlePackets(tx, nation, [{ packet, status, why }]));
}

/** A zip of deflated files. */
function zipOf(files: Readonly<Record<string, Buffer>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local_ = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]));
    parts.push(local_);
    offset += local_.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}
