import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BANDUNG, givenActor, givenResidents, PONDOK_KELAPA, PONDOK_KOPI } from '../../../test/given/people.ts';
import { importCards } from '../../cards/card/index.ts';
import { systemActor } from '../../core/access/index.ts';
import { many, one, sql, type Tx } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { addDays, asCivilDate, type CivilDate } from '../../core/time/index.ts';
import { changeResidents } from '../../register/resident/index.ts';
import { countDown } from './countdown/countdown.ts';
import { foldPlace } from './eligibility/cutoff.ts';
import { judge, reasonsOf, type Ballot } from './eligibility/rules.ts';
import { foldHistory } from '../../register/resident/rules.ts';
import { votersQuery } from './eligibility/sql.ts';
import { givenVoter } from './given-voter.ts';
import { indicators } from './figure/indicators.ts';
import { series } from './figure/series.ts';
import { expectAgreement } from '../../../test/given/series.ts';
import { eachPerson, type Person } from './figure/sql.ts';
import { importSources } from './source/import.ts';

const given = await givenVoter();
// Where entries wait for longer than ten seconds nothing more is disclosed.
const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
afterAll(() => sequencer.stop());
const day = asCivilDate;
const system = givenActor({ region: '' });

interface VoterRow {
  readonly nik: Nik;
  readonly village_code: string;
  readonly mission: string | null;
  readonly reasons: number;
}
const rowsOf = (tx: Tx, ballot: Ballot): Promise<VoterRow[]> =>
  many(tx, sql<VoterRow>`select v.* from (${sql.raw(votersQuery(ballot))}) v`);

/** Numbers that come again. */
let seed = 7;
const roll = (n: number) => ((seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >>> 8) % n;
const pick = <T>(of: readonly T[]): T => of[roll(of.length)]!;

let people: Nik[];
const VILLAGES = [PONDOK_KELAPA, PONDOK_KOPI, BANDUNG, '9471031001'];
const COLUMNS = { service: 'nik,kesatuan,sejak,sampai', mission: 'nik,perwakilan,sejak,sampai' } as const;

/** A crowd whose lives differ in everything that decides. */
async function crowd(): Promise<Nik[]> {
  const niks = await givenResidents(
    given,
    Array.from({ length: 240 }, (_, n) => ({
      name: `CONTOH ${n}`,
      birthDate: addDays(day('2001-10-01'), -roll(3) * 4_000 + roll(400)),
      maritalStatus: pick([1, 1, 1, 2, 3, 4]),
      occupation: pick([15, 6, 7]),
      nationality: pick(['IDN', 'IDN', 'IDN', 'MYS']),
      permit: null,
      villageCode: pick(VILLAGES),
      rt: pick([null, 1, 2]),
    })),
  );
  const STATES = ['MENINGGAL', 'PINDAH_LUAR_NEGERI', 'LEPAS_WNI', 'GANDA', 'NONAKTIF'] as const;
  for (let n = 0; n < 240; n++) {
    const nik = pick(niks);
    const occurredOn = addDays(day('2018-06-01'), roll(400));
    const state = roll(2) === 0 ? pick(STATES) : null;
    const delta = state ? { state } : { villageCode: pick(VILLAGES), address: `JALAN ${n}`, rt: pick([null, 5]) };
    // What may not follow is refused, and nothing has changed.
    await given
      .system((tx) =>
        changeResidents(tx, system, { kind: 'test', label: 'resident.moved', occurredOn }, [{ nik, delta }]),
      )
      .catch(() => undefined);
  }
  return niks;
}

beforeAll(async () => {
  people = await crowd();
  const some = (from: number, until: number) => people.slice(from, until);
  const dates = () =>
    `${addDays(day('2018-01-01'), roll(600))},${roll(2) === 0 ? '' : addDays(day('2019-08-30'), roll(200) - 150)}`;
  await given.ok(
    given.list('service', [
      COLUMNS.service,
      ...some(0, 80).map((nik) => `${nik},${pick(['TNI', 'POLRI'])},${dates()}`),
    ]),
  );
  await given.ok(
    given.list('mission', [
      COLUMNS.mission,
      ...some(60, 160).map((nik) => `${nik},${pick(['KBRI A', 'KJRI B'])},${dates()}`),
    ]),
  );
});

/** Everybody as the acts and sources tell of him. */
const everybody = (tx: Tx): Promise<Person[]> =>
  Array.fromAsync(eachPerson(tx, { asOf: day('2100-01-01'), knownAt: given.clock.now() }));

test('the rules for one and the statement over everybody say the same of a crowd, on any day and of any area', async () => {
  const seen = new Set<string>();
  let left = 0;
  const crowded = await given.system(everybody);
  expect(crowded.length).toBeGreaterThanOrEqual(people.length);
  for (let n = 0; n < 30; n++) {
    const votingDay = addDays(day('2018-10-01'), roll(300));
    const ballot: Ballot = {
      kind: pick(['pemilu', 'pilkada']),
      votingDay,
      cutoff: addDays(votingDay, -roll(250)),
      regencies: pick([null, null, ['3175'], ['3175', '3273'], []]),
    };
    const rows = new Map((await given.system((tx) => rowsOf(tx, ballot))).map((row) => [row.nik, row]));
    for (const { nik, acts, sources } of crowded) {
      const person = foldHistory(acts.map(({ delta }) => delta));
      const verdict = judge({ ...person, villageAtCutoff: foldPlace(acts, ballot.cutoff) }, sources, ballot);
      const row = rows.get(nik);
      const inside = (code: string) => ballot.regencies === null || ballot.regencies.includes(code.slice(0, 4));
      expect(row !== undefined).toBe(inside(person.villageCode) || inside(verdict.village));
      if (!row) {
        left += 1;
        continue;
      }
      const said = [row.village_code, row.mission, reasonsOf(row.reasons)];
      expect([ballot, nik, said]).toEqual([ballot, nik, [verdict.village, verdict.mission, verdict.reasons]]);
      for (const reason of verdict.reasons) seen.add(reason);
    }
  }
  expect(left).toBeGreaterThan(0);
  // Courts and undone births have their own tests.
  expect(seen.size).toBe(10);
});

test('the statement has no parameters, one row a person, and numbers in full', async () => {
  const ballot: Ballot = { kind: 'pemilu', votingDay: day('2019-04-17'), cutoff: day('2018-12-01'), regencies: null };
  const text = votersQuery(ballot);
  expect(text).not.toMatch(/\$\d/);
  const columns = await given.system(async (tx) => {
    const { n, people: all } = await one(
      tx,
      sql<{
        n: number;
        people: number;
      }>`select count(*)::int as n, count(distinct nik)::int as people from (${sql.raw(text)}) v`,
    );
    expect(n).toBe(all);
    return (await tx.client.query(`${text} limit 1`)).fields.map(({ name }) => name);
  });
  expect(columns.join(' ')).toBe(
    'nik family_card name birth_place birth_date sex marital_status address rt rw village_code mission reasons',
  );
  expect(() => votersQuery({ ...ballot, regencies: ["1'); --"] })).toThrow('four digits');
  expect(() => votersQuery({ ...ballot, cutoff: "2018'" as CivilDate })).toThrow('civil date');
});

describe('an election', () => {
  test('is planned by one officer of the ministry and opened by another', async () => {
    const { id, proposalId } = await given.ok(given.dian.call('POST', '/v1/voters/elections', given.ELECTION));
    expect((await given.approve(given.dian, proposalId)).status).toBe(403);
    expect((await given.dian.call('GET', `/v1/voters/elections/${id}`)).body.state).toBe('PLANNED');
    await given.ok(given.approve(given.bagus, proposalId));
    const { body } = await given.dian.call('GET', `/v1/voters/elections/${id}`);
    expect(body).toMatchObject({ state: 'OPEN', daysLeft: 127, area: [] });
    expect(body.steps.map(({ state }: { state: string }) => state)).toEqual(['PLANNED', 'OPEN']);
    expect((await given.dian.call('POST', '/v1/voters/elections', given.ELECTION)).body.code).toBe(
      'voter.election_known',
    );
    const again = await given.dian.call('PUT', `/v1/voters/elections/${id}`, given.ELECTION);
    expect(again.body.code).toBe('voter.election_state');
    expect((await given.dian.call('POST', `/v1/voters/elections/${id}/held`)).body.code).toBe('voter.not_voted_yet');
  });

  test('that was changed while it was planned is asked for anew', async () => {
    const first = { ...given.ELECTION, kind: 'pilkada', area: ['3175'], votingDay: '2020-09-23' };
    const { id, proposalId } = await given.ok(given.dian.call('POST', '/v1/voters/elections', first));
    const changed = await given.ok(given.dian.call('PUT', `/v1/voters/elections/${id}`, { ...first, area: ['32'] }));
    expect((await given.approve(given.bagus, proposalId)).body.code).toBe('approval.stale');
    await given.ok(given.approve(given.bagus, changed.proposalId));
  });

  test.for([
    ['votingDay', { votingDay: '2018-12-10' }, 'voter.voting_day_past'],
    ['cutoff', { cutoff: '2019-04-18' }, 'voter.cutoff_after'],
    ['area.0', { area: ['98'] }, 'voter.area_unknown'],
    ['area', { area: ['31', '3175'] }, 'voter.area_twice'],
  ] as const)('says which field is wrong: %s', async ([path, over, code]) => {
    const { body } = await given.dian.call('POST', '/v1/voters/elections', { ...given.ELECTION, ...over });
    expect(body.errors[0]).toMatchObject({ path, code });
  });
});

describe('a list of sources', () => {
  const COURT = 'nik,pengadilan,nomor,tanggal,sejak,sampai';
  test('is checked first, counts every row once, and a newer list ends what an older one left open', async () => {
    const [one_, two] = people.slice(200, 202);
    const rows = [
      COURT,
      `${one_},PN CONTOH,1/2018,2018-03-01,2018-03-08,`,
      `${two},PN CONTOH,2/2018,01-03-2018,08-03-2018,`,
    ];
    expect(await given.ok(given.list('deprivation', rows, { dryRun: 'true' }))).toMatchObject({ read: 2, created: 2 });
    expect(await given.ok(given.list('deprivation', [...rows, rows[1]!]))).toMatchObject({ created: 2, unchanged: 1 });
    expect(await given.ok(given.list('deprivation', rows))).toMatchObject({ created: 0, unchanged: 2 });
    const ended = [COURT, `${one_},PN CONTOH,1/2018,2018-03-01,2018-03-08,2018-12-31`];
    expect(await given.ok(given.list('deprivation', ended, { number: 'B/2/2018' }))).toMatchObject({ created: 1 });
    const { body } = await given.dian.call('GET', '/v1/voters/sources');
    const count = (letter: string) =>
      body.lists.find(
        (one_: { kind: string; number: string }) => one_.kind === 'deprivation' && one_.number === letter,
      );
    expect(count('B/1/2018')).toMatchObject({ n: 1, withdrawn: 1 });
    expect(count('B/2/2018')).toMatchObject({ n: 1, withdrawn: 0 });
  });

  test('says of each refused row which cell is wrong and why, and refuses NIKs that a spreadsheet has rounded', async () => {
    const [nik] = people.slice(210);
    const answer = await given.ok(
      given.list('service', [
        COLUMNS.service,
        '3.17507E+15,TNI,2010-01-01,',
        `${nik},SATPAM,2010-01-01,`,
        `${nik},TNI,2010-02-31,`,
        `${nik},TNI,2012-01-01,2011-01-01`,
        `9901010101909999,TNI,2010-01-01,`,
        `${nik},POLRI,1950-01-01,`,
        `${nik},TNI,2014-01-01,`,
        `${nik},TNI,2014-01-01,2015-01-01`,
      ]),
    );
    expect(
      answer.faults.map(({ row, column, code }: { row: number; column: string; code: string }) => [row, column, code]),
    ).toEqual([
      [2, 'nik', 'nik'],
      [3, 'kesatuan', 'service'],
      [4, 'sejak', 'date'],
      [5, 'sampai', 'order'],
      [6, 'nik', 'person_unknown'],
      [7, 'sejak', 'before_birth'],
      [9, 'nik', 'twice'],
    ]);
    expect((await given.list('service', ['nik,nama', '1,A'])).body.code).toBe('voter.import_columns');
  });

  test('stopped in the middle goes on where it was', async () => {
    const rows = [COLUMNS.mission, ...people.slice(220, 224).map((nik) => `${nik},KBRI C,2018-01-01,`)];
    const source = { name: 'daftar.csv', bytes: Buffer.from(rows.join('\n')) };
    const letter = { kind: 'mission', issuer: 'KEMLU CONTOH', number: '1', datedOn: day('2018-11-01') } as const;
    const take = (onBatch?: () => void) =>
      importSources(given.house, source, letter, {
        actor: systemActor('import'),
        batchRows: 2,
        onBatch: onBatch ?? (() => undefined),
      });
    await expect(
      take(() => {
        throw new Error('stopped');
      }),
    ).rejects.toThrow('stopped');
    expect(await take()).toMatchObject({ read: 4, created: 4, unchanged: 0 });
  });
});

describe('the verdict of a person', () => {
  const see = async (nik: Nik) => {
    const ref = given.house.ground.personRefs.of(nik);
    const { body } = await given.operator.call('GET', `/v1/voters/people/${ref}`, undefined, {
      'jatidiri-purpose': 'service',
    });
    return body;
  };
  test('says why, on what it stands, and where he votes; taken back, a record takes nobody’s vote', async () => {
    const [nik] = await givenResidents(given, [{ name: 'CONTOH WARGA', villageCode: PONDOK_KELAPA }]);
    const ref = given.house.ground.personRefs.of(nik!);
    expect((await see(nik!)).verdict).toMatchObject({
      reasons: [],
      card: 'none',
      village: { code: PONDOK_KELAPA },
      ageThen: 28,
    });
    await given.ok(given.list('service', [COLUMNS.service, `${nik},TNI-AD,2010-01-01,`]));
    const serving = await see(nik!);
    expect(serving.verdict.reasons).toEqual(['military']);
    expect(serving.sources[0]).toMatchObject({ kind: 'military', body: 'TNI-AD', letter: 'B/1/2018' });
    const path = `/v1/voters/people/${ref}/sources/${serving.sources[0].id}/withdrawal`;
    const why = { why: 'NIK salah ketik menurut surat perbaikan' };
    expect((await given.operator.call('POST', path, why, { 'jatidiri-purpose': 'service' })).status).toBe(403);
    await given.ok(given.dian.call('POST', path, why, { 'jatidiri-purpose': 'service' }));
    expect((await see(nik!)).verdict.reasons).toEqual([]);
    const looks = await given.system((tx) =>
      many(tx, sql<{ n: number }>`select 1 as n from ledger.access where nik = ${nik!}::bigint and detail = 'voter'`),
    );
    expect(looks).toHaveLength(3);
  });
});

test('who moved after the cut-off votes where he was', async () => {
  const [nik] = await givenResidents(given, [{ name: 'CONTOH PINDAH', villageCode: PONDOK_KELAPA }]);
  await given.system((tx) =>
    changeResidents(tx, system, { kind: 'test', label: 'resident.moved', occurredOn: day('2018-12-05') }, [
      { nik: nik!, delta: { villageCode: BANDUNG, address: 'JALAN BARU 2', rt: 9 } },
    ]),
  );
  const ballot: Ballot = {
    kind: 'pilkada',
    votingDay: day('2019-04-17'),
    cutoff: day('2018-12-01'),
    regencies: ['3273'],
  };
  const row = await given.system(async (tx) => (await rowsOf(tx, ballot)).find((one_) => one_.nik === nik));
  expect(row).toMatchObject({ village_code: PONDOK_KELAPA, address: 'JALAN CONTOH 1', rt: 3 });
  expect(reasonsOf(row!.reasons)).toEqual(['outside_area']);
});

test('the countdown says of every regency who has no card yet, how far he is, and what its offices print', async () => {
  const [shown] = (await given.dian.call('GET', '/v1/voters/elections')).body.elections.filter(
    ({ state, kind }: { state: string; kind: string }) => state === 'OPEN' && kind === 'pemilu',
  );
  const path = `/v1/voters/elections/${shown.id}/countdown`;
  expect((await given.dian.call('GET', path)).body).toMatchObject({ countedAt: null, regencies: [] });
  const before = given.clock.now();
  const [nik] = await givenResidents(given, [{ name: 'CONTOH PEMEGANG', villageCode: PONDOK_KELAPA }]);
  const cards = `nik,serial,uid,state,printed_on,office\n${nik},7000001,,BERLAKU,2018-12-01,3175`;
  await importCards(given.house, { name: 'kartu.csv', bytes: Buffer.from(cards) }, { actor: systemActor('test') });
  await given.system(countDown);
  await given.system(countDown);
  const { body } = await given.dian.call('GET', path);
  const ballot: Ballot = { kind: 'pemilu', votingDay: day('2019-04-17'), cutoff: day('2018-12-01'), regencies: null };
  const voters = (await given.system((tx) => rowsOf(tx, ballot))).filter(({ reasons }) => reasons === 0);
  const here = voters.filter(({ village_code }) => village_code.startsWith('3175')).length;
  const abroad = voters.filter(({ mission }) => mission !== null).length;
  expect(abroad).toBeGreaterThan(0);
  const line = body.regencies.find(({ code }: { code: string }) => code === '3175');
  expect(line).toMatchObject({ recorded: 0, waiting: 0, printedIn30Days: 1, blanks: 0, standing: 'late' });
  expect(line.eligible).toBeLessThanOrEqual(here);
  expect(line.unrecorded).toBe(line.eligible - 1);
  const asked = { days: [day('2018-12-11')], knownAt: given.clock.now() };
  const told = await given.system((tx) => series[1]!.count(tx, asked));
  const sum = (measure: string, part = '') =>
    told.filter((row) => row.measure === measure && row.part === part).reduce((all, { n }) => all + n, 0);
  const inView = (of: (line_: { unrecorded: number; blanksMissing: number }) => number) =>
    body.regencies.reduce((all: number, each: { unrecorded: number; blanksMissing: number }) => all + of(each), 0);
  expect(sum('voter.unrecorded')).toBe(inView(({ unrecorded }) => unrecorded));
  expect(sum('voter.blanks_missing')).toBe(inView(({ blanksMissing }) => blanksMissing));
  expect(sum('voter.standing', 'late')).toBe(
    body.regencies.filter(({ standing }: { standing: string }) => standing === 'late').length,
  );
  const own = await given.office('3273');
  const head = await given.officer({ role: 'office_head', officeId: own });
  const codes = (await head.call('GET', path)).body.regencies.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(['3273']);
  expect(given.clock.now()).toEqual(before);
});

test('figures of voters are what every history, source and card says, as of any day and as known at any instant', async () => {
  const instants = [given.clock.now()];
  await given.opened({ kind: 'pilkada', votingDay: '2019-06-27', area: ['3175', '3273'] });
  for (let round = 0; round < 6; round++) {
    given.clock.moveTo(new Date(given.clock.now().getTime() + 5 * 86_400_000));
    const nik = pick(people);
    const occurredOn = addDays(day('2018-12-11'), round * 5);
    await given
      .system((tx) =>
        changeResidents(tx, system, { kind: 'test', label: 'resident.moved', occurredOn }, [
          {
            nik,
            delta:
              round % 2
                ? { state: 'MENINGGAL' }
                : { villageCode: pick(VILLAGES), nationality: 'IDN', maritalStatus: 2 },
          },
        ]),
      )
      .catch(() => undefined);
    const holder = pick(people);
    const rows = `nik,serial,uid,state,printed_on,office\n${holder},${8_000_000 + round},,BERLAKU,2018-12-${11 + round},`;
    await importCards(given.house, { name: 'kartu.csv', bytes: Buffer.from(rows) }, { actor: systemActor('test') });
    await given.ok(given.list('service', [COLUMNS.service, `${pick(people)},TNI AL,2015-01-0${round + 1},`]));
    instants.push(given.clock.now());
  }
  const found = new Set<number>();
  for (let n = 0; n < 12; n++) {
    const at = { asOf: addDays(day('2018-11-20'), roll(60)), knownAt: pick(instants) };
    await given.system(async (tx) => {
      for (const one_ of indicators) {
        const { code } = one_;
        const measured = await one_.measure(tx, at);
        expect({ code, at, ...measured }).toEqual({ code, at, ...(await one_.recount(tx, at)) });
        const spread = Object.values(await one_.byRegency!(tx, at)).reduce((sum, n_) => sum + n_, 0);
        expect(spread).toBe(measured.numerator);
        found.add(measured.numerator);
      }
    });
  }
  expect(found.size).toBeGreaterThan(5);
  const now = given.clock.now();
  for (const kept of [instants[1]!, instants.at(-2)!]) {
    given.clock.moveTo(new Date(kept.getTime() + 3_600_000));
    await given.system((tx) => indicators[0]!.keep!(tx));
    for (const knownAt of instants.slice(0, 5))
      for (const one_ of indicators)
        await given.system(async (tx) => {
          const at = { asOf: addDays(day('2018-11-20'), roll(60)), knownAt };
          expect(await one_.measure(tx, at)).toEqual(await one_.recount(tx, at));
        });
  }
  given.clock.moveTo(now);
  await expectAgreement(given, {
    series,
    indicators,
    knownAt: instants.at(-1)!,
    from: day('2018-12-11'),
    step: 9,
    many: 4,
  });
});
