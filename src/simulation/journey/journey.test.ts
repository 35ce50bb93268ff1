import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { many, sql } from '../../core/db/index.ts';
import { loadRegions } from '../../register/region/index.ts';
import { statusOf, type Status } from '../../recording/enrolment/index.ts';
import { listResidents } from '../../register/resident/index.ts';
import { card } from './card.ts';
import { counter } from './counter.ts';
import { recording } from './recording.ts';
import { plantedOutcomes } from './recording/outcome.ts';
import { sharing } from './sharing.ts';
import {
  handOutKeys,
  journeys,
  openStage,
  PLANTED,
  raiseCurtain,
  STORY_BEGINS,
  STORY_ENDS,
  STORY_TARIFF_FROM,
  storyCalendar,
  type Journey,
  type OpenStage,
} from './index.ts';

const given = await givenHouse({ now: STORY_BEGINS, config: { tariffFrom: STORY_TARIFF_FROM } });
const calendar = storyCalendar(given.clock);
const workers = await given.house.startWorkers();
afterAll(() => workers.stop());
let stage: OpenStage;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-story-'));
  const { house, clock } = given;
  const sequencer = house.startSequencer(() => {});
  afterAll(async () => {
    await sequencer.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await given.system((tx) => loadRegions(tx, house.ground.regions));
  const cast = await raiseCurtain(house);
  const { password } = await handOutKeys(house.database, cast, 'http://localhost');
  const { database, ground } = house;
  stage = openStage({
    database,
    ground,
    clock,
    cast,
    password,
    folder,
    residents: 2_000,
    seed: 1,
    calendar,
    told: () => {},
  });
  for (const journey of journeys) await journey.run(stage);
  await calendar.play(STORY_ENDS);
}, 1_200_000);

const person = (name: keyof typeof PLANTED) =>
  given.system(async (tx) => (await listResidents(tx, [PLANTED[name].nik]))[0]!);

describe('five years at the counters', () => {
  test('go as the story has them, and every brute-force fact holds', async () => {
    expect(stage.faults).toEqual([]);
    expect(await counter.check(stage)).toEqual([]);
  });

  test('every kind of event happens, in the order of days, under the law of the day', async () => {
    const kinds = await given.system((tx) =>
      many<{ kind: string }>(tx, sql`select distinct kind from civil_event_read.event order by kind`),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'address_change',
        'adoption',
        'arrival',
        'biodata_correction',
        'birth',
        'citizenship',
        'death',
        'divorce',
        'divorce_notification',
        'legitimation',
        'marriage',
        'marriage_notification',
        'move',
        'move_abroad',
        'name_change',
        'recognition',
        'return_from_abroad',
        'sex_change',
        'stillbirth',
        'undo',
      ]),
    );
    const backwards = await given.system((tx) =>
      many(
        tx,
        sql`select 1 from (select recorded_at, lag(recorded_at) over (order by nik, version) as before, lag(nik) over (order by nik, version) as same, nik
                             from resident_read.act) a where a.same = a.nik and a.recorded_at < a.before`,
      ),
    );
    expect(backwards).toEqual([]);
  });

  test('the planted cases stand as docs/demo.md says', async () => {
    const table = readFileSync(join(import.meta.dirname, '../../../docs/demo.md'), 'utf8');
    for (const { name, nik } of Object.values(PLANTED)) {
      expect(table).toContain(nik);
      expect(table).toContain(name);
    }
    expect(await person('siti')).toMatchObject({ address: 'JALAN CONTOH 22', maritalStatus: 2 });
    expect(await person('harun')).toMatchObject({ state: 'MENINGGAL' });
    expect(await person('maryam')).toMatchObject({ maritalStatus: 4 });
    expect(await person('joko')).toMatchObject({ birthDate: '1978-04-01' });
    expect(await person('rudiTwice')).toMatchObject({ state: 'GANDA' });
    expect(await person('tono')).toMatchObject({ state: 'NONAKTIF' });
    expect(await person('yanti')).toMatchObject({ state: 'PINDAH_LUAR_NEGERI' });
    expect(await person('andini')).toMatchObject({ name: 'ANDINI CONTOH PUTRI' });
    expect(await person('yosef')).toMatchObject({ maritalStatus: 2 });
    const underway = await given.system((tx) =>
      many<{ nik: string }>(tx, sql`select lpad(nik::text, 16, '0') as nik from civil_event_read.underway`),
    );
    expect(underway.map(({ nik }) => nik)).toContain(PLANTED.dewi.nik);
  });
});

describe('recordings', () => {
  test('go as the story has them: lists, two hundred step by step, searches by the worker, planted cases decided rightly', async () => {
    expect(await recording.check(stage)).toEqual([]);
  });

  test('leave something to do on every screen', async () => {
    const left = await given.system((tx) =>
      many<{ state: string; n: number }>(
        tx,
        sql`select state, count(*)::int as n from enrolment_read.intake where state <> 'taken' group by state order by state`,
      ),
    );
    expect(left).toEqual([
      { state: 'quarantined', n: 2 },
      { state: 'receiving', n: 1 },
    ]);
    const statuses = await given.system((tx) =>
      many<{ status: number }>(tx, sql`select distinct status from enrolment_read.packet order by status`),
    );
    const wanted: Status[] = ['PROCESSING', 'SENT_FOR_ENROLLMENT', 'ADJUDICATE_RECORD', 'PRINT_READY_RECORD'];
    const ended: Status[] = ['ENROLL_FAILURE_AT_CENTRAL', 'ENROLL_FAILURE_AT_REGIONAL', 'DUPLICATE_RECORD'];
    expect(statuses.map(({ status }) => statusOf(status))).toEqual(expect.arrayContaining([...wanted, ...ended]));
    const queue = await given.system((tx) =>
      many<{ state: string }>(
        tx,
        sql`select distinct state from enrolment.appointment where day = '2018-12-11' order by state`,
      ),
    );
    expect(queue.map(({ state }) => state)).toEqual(['called', 'missed', 'recorded', 'waiting']);
  });

  test('are told at the end, how many of each, in both languages', async () => {
    const lines = await recording.tell!(stage);
    expect(lines.join('\n')).toMatch(/Satu NIK direkam dua kali: 1 \/ one NIK recorded twice: 1/);
    for (const line of lines) expect(line).toMatch(/^.+ \d.* \/ .+ \d/);
  });
});

describe('blanks and cards', () => {
  test('go as the story has them: every store balances, every card is what its steps say, planted cases come out', async () => {
    expect(await card.check(stage)).toEqual([]);
  });

  test('are told at the end: whose custody, which contradictions', async () => {
    const told = (await card.tell!(stage)).join('\n');
    expect(told).toMatch(/500001201.*Darma Contoh Setiawan.*dibekukan/);
    expect(told).toMatch(/Bertentangan dengan catatan: .*Recorded as valid/);
    expect(told).toMatch(/Dimusnahkan 28 keping .*6 Desember 2018, Direktorat Jenderal .* dari Direktorat Pendaftaran/);
  });
});

describe('sharing', () => {
  test('the ladder grows by its dates to the figures of 11 December 2018, and whoever counts as connected may ask', async () => {
    expect(await sharing.check(stage)).toEqual([]);
  });

  test('is told at the end, how many of each, in both languages', async () => {
    const told = (await sharing.tell!(stage)).join('\n');
    expect(told).toContain('Lembaga dengan perjanjian kerja sama: 1.130 / institutions with an agreement: 1,130');
    expect(told).toContain('Lembaga terhubung: 313 / institutions connected: 313');
    expect(told).toMatch(/Lembaga yang membayar \d+, ditagih Rp[\d.]+, tagihan bulanan \d+/);
  });
});

test('the story goes on day after day when it is asked to; what is under appeal takes no effect', async () => {
  const until = new Date('2019-01-31T09:00:00Z');
  await recording.goOn!(stage, given.clock.now(), new Date('2018-12-19T09:00:00Z'));
  await counter.goOn!(stage, given.clock.now(), until);
  await card.goOn!(stage, given.clock.now(), new Date('2018-12-19T09:00:00Z'));
  await sharing.goOn!(stage, given.clock.now(), until);
  await calendar.play(until);
  expect(stage.faults).toEqual([]);
  expect(await counter.check(stage)).toEqual([]);
  expect(await recording.check(stage)).toEqual([]);
  expect(await card.check(stage)).toEqual([]);
  expect(await sharing.check(stage)).toEqual([]);
  const owed = await given.system((tx) => many(tx, sql`select 1 from partner_read.report where semester = '2018-2'`));
  expect(owed.length).toBeGreaterThan(300);
  // One under the rules before 13 December 2018, one under those since.
  const told = (await card.tell!(stage)).filter((line) => line.startsWith('Dimusnahkan'));
  expect(told.map((line) => /^Dimusnahkan (\d+) keping/.exec(line)![1])).toEqual(['28', '100']);
  expect(await person('lina')).toMatchObject({ state: 'HIDUP' });
  const later = await given.system((tx) =>
    many(tx, sql`select 1 from civil_event_read.event where recorded_at > ${STORY_ENDS} limit 1`),
  );
  expect(later).toHaveLength(1);
});

describe('the check finds', () => {
  const damage = async (statement: string, journey: Journey = counter) => {
    const client = new Client(given.superuser);
    await client.connect();
    await client.query(statement);
    await client.end();
    return journey.check(stage);
  };
  const { siti, lina, joko } = PLANTED;

  test('a row that its history does not give', async () => {
    const found = await damage(`update resident.resident set name = 'LAIN SAMA SEKALI' where nik = ${joko.nik}`);
    expect(found).toEqual([expect.stringContaining('a history does not give its row: name')]);
    await damage(`update resident.resident set name = '${joko.name}' where nik = ${joko.nik}`);
  });

  test('a seat in one copy only', async () => {
    const found = await damage(
      `update family.membership_by_card set relation = 9 where nik = ${siti.nik} and valid_to is null`,
    );
    expect(found).toEqual([expect.stringContaining('seats are in one copy only')]);
    await damage(`update family.membership_by_card set relation = 3 where nik = ${siti.nik} and valid_to is null`);
  });

  test('somebody who is not counted, and a birth without its certificate', async () => {
    const found = await damage(`update resident.resident set state = 2 where nik = ${lina.nik}`);
    expect(found.join()).toMatch(/residents are counted, the events make/);
    await damage(`update resident.resident set state = 1 where nik = ${lina.nik}`);
    const papers = await damage(
      `update document.issued set state = 'cancelled', ended_at = now(), end_reason = 'coba' where id in (select document_id from civil_event.participant where document_id is not null and role = 'child' limit 1)`,
    );
    expect(papers.join()).toContain('1 births have no certificate');
  });

  test('a packet without its step, somebody who does not count, and a pair that was decided otherwise', async () => {
    const { fajar, yusup } = PLANTED;
    const found = await damage(`update enrolment.packet set status = 11 where nik = ${fajar.nik}`, recording);
    expect(found.join()).toMatch(/1 packets have a history that does not give their status/);
    expect(found.join()).toMatch(/1 packets count as recorded and should not/);
    expect(found.join()).toMatch(/1 recordings are in the gallery or in the store alone/);
    const outcomes = () => given.system(plantedOutcomes);
    expect((await outcomes()).join()).toMatch(/FAJAR CONTOH HIDAYAT should stand at PRINT_READY_RECORD/);
    const mended = await damage(
      `update enrolment.packet set status = 10 where nik = ${fajar.nik};
       update uniqueness.adjudication set state = 'decided', outcome = 'two_bodies' where nik = ${yusup.nik}`,
      recording,
    );
    expect(mended).toEqual([]);
    expect((await outcomes()).join()).toMatch(/a planted pair came out otherwise: yusup and yusuf/);
  });

  test('a card that its steps do not give, a piece that did not burn, and a blank that the books have lost', async () => {
    const set = (state: number) => `update card.card set state = ${state} where nik = ${siti.nik}`;
    expect((await damage(set(8), card)).join()).toMatch(/1 cards have steps that do not give their state/);
    expect(await damage(set(5), card)).toEqual([]);
    const burnt = (at: string) =>
      damage(
        `update disposal.piece set destroyed_at = ${at} where id = (select p.id from disposal.piece p join disposal.bag b on b.id = p.bag_id
          join disposal.plan d on d.id = b.plan_id where d.state = 'done' order by p.id limit 1)`,
        card,
      );
    expect((await burnt('null')).join()).toMatch(/28 pieces by its minutes, 28 in its bags, 27 destroyed/);
    expect(await burnt('now()')).toEqual([]);
    const found = await damage(`delete from blank.lot where serials @> 500001201::bigint`, card);
    expect(found.join()).toMatch(/Gudang Tulang Bawang: the equation leaves/);
  });

  test('a day of charges that its calls do not give, and money that is lost between a payment and the purse', async () => {
    const one = `(select institution_id, day from metering.usage where amount > 0 order by 1, 2 limit 1)`;
    const days = (by: number) =>
      damage(`update metering.usage set questions = questions + ${by} where (institution_id, day) in ${one}`, sharing);
    expect((await days(1)).join()).toMatch(/charges of 1 days differ from their calls/);
    expect(await days(-1)).toEqual([]);
    const most = `(select institution_id from verification.purse order by institution_id limit 1)`;
    const purses = (by: number) =>
      damage(`update verification.purse set left_over = left_over + ${by} where institution_id = ${most}`, sharing);
    expect((await purses(1)).join()).toMatch(/1 balances differ from what was paid and charged/);
    expect(await purses(-1)).toEqual([]);
  });

  test('a cooperation that its steps do not give, and a partner that may ask and is not counted', async () => {
    const one = `(select id from partner.cooperation where stage = 'CONNECTED' order by id limit 1)`;
    const found = await damage(`update partner.cooperation set stage = 'EVALUATION' where id = ${one}`, sharing);
    expect(found.join()).toMatch(/1 cooperations have steps that do not give their stage/);
    const back = `update partner.cooperation set stage = 'CONNECTED' where stage = 'EVALUATION'`;
    expect(await damage(back, sharing)).toEqual([]);
    const networks = `update partner.access_grant set valid_until = valid_from + interval '1 second' where cooperation_id = ${one}`;
    expect((await damage(networks, sharing)).join()).toMatch(/partners are connected, \d+ may ask/);
  });
});
