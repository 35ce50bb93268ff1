import { beforeAll, describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenActor, givenResidents, PONDOK_KELAPA, SITI } from '../../../../test/given/people.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { asNik, type Nik, type Uuid } from '../../../core/id/index.ts';
import { getEntry } from '../../../core/ledger/index.ts';
import { readTable, writeTable } from '../../../core/table/index.ts';
import { importResidents } from '../../../register/resident/import/index.ts';
import { csvOf, importer } from '../../../register/resident/import/given-import.ts';
import { registerResidents } from '../../../register/resident/index.ts';
import { allRooms } from '../../../house.ts';
import { listQuery } from '../../voter/extract/query.ts';
import { about, givenVerification, WHY, type Asked, type GivenVerification } from '../given-partner.ts';
import type { Alarm } from '../watch/schema.ts';
import { givenPeople } from './given-people.ts';
import { meetCanariesIn } from './meet.ts';
import type { CanaryPerson } from './person.ts';
import { raiseTouched } from './raise.ts';
import type { CanaryShown } from './schema.ts';

type Partner = Awaited<ReturnType<GivenVerification['partner']>>;

let given: GivenVerification;
/** A and B are connected; `real` lives. */
let a: Partner;
let b: Partner;
let real: Nik;
let before: unknown;

beforeAll(async () => {
  given = await givenVerification();
  Object.assign(given.house.ground.config, { watchMail: 'pengawasan@ministry.example' });
  [real] = (await givenResidents(given, [
    {},
    ...givenPeople(40).map((person) => ({ ...person, villageCode: PONDOK_KELAPA })),
  ])) as [Nik];
  [a, b] = [await given.partner(), await given.partner()];
  before = await everythingCounted();
  await make(a.id, 5);
});

const make = (institutionId: string, count: number) =>
  given.ok(given.dian.call('POST', `/v1/partners/institutions/${institutionId}/canaries`, { count }));
const list = async (id: string) =>
  ((await given.ok(given.dian.call('GET', `/v1/partners/institutions/${id}/canaries`))) as { canaries: CanaryShown[] })
    .canaries;
const alarms = async () =>
  ((await given.ok(given.dian.call('GET', '/v1/partners/alarms'))) as { alarms: Alarm[] }).alarms;

/** As the vault opens them. */
async function persons(institutionId: string): Promise<(CanaryPerson & { id: string })[]> {
  const { rows } = await given.system((tx) =>
    tx.client.query<{ id: string; sealed: Buffer }>(
      'select id, sealed from verification.canary where institution_id = $1 and retired_at is null order by n',
      [institutionId],
    ),
  );
  const { canarySeal } = given.house.ground.verification;
  return rows.map(({ id, sealed }) => ({ id, ...canarySeal.unseal(id, sealed) }));
}

/** Every figure of the house, what it takes to make them, and what people are found under. */
async function everythingCounted() {
  return given.system(async (tx) => {
    const at = { asOf: asCivilDate('2018-12-11'), knownAt: given.clock.now() };
    const figures: [string, unknown, unknown][] = [];
    for (const indicator of allRooms.flatMap(({ indicators }) => indicators ?? []))
      figures.push([indicator.code, await indicator.measure(tx, at), await indicator.recount(tx, at)]);
    const { rows } = await tx.client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('resident', 'family', 'application', 'event', 'enrolment', 'uniqueness', 'card', 'statement')
          and tablename <> 'reserved_number'
          and has_table_privilege(format('%I.%I', schemaname, tablename), 'select') order by 1`,
    );
    const counts: [string, unknown][] = [];
    for (const { name } of rows) counts.push([name, (await tx.client.query(`select count(*) from ${name}`)).rows[0]]);
    // The list that is handed over to the commission, row by row.
    const ballot = { kind: 'pemilu', votingDay: asCivilDate('2019-04-17'), cutoff: at.asOf, regencies: null } as const;
    const { rows: voters } = await tx.client.query(listQuery(ballot));
    return { figures, counts, voters };
  });
}

const right = ({ nik, subject }: CanaryPerson, reference?: string) =>
  about(
    nik,
    {
      name: subject.name,
      birthDate: subject.birthDate,
      sex: subject.sex === 1 ? 'L' : 'P',
      familyCard: subject.familyCard,
      motherName: subject.motherName,
      village: subject.villageCode,
    },
    reference ? { reference } : {},
  );

async function ready(): Promise<void> {
  await given.book.refresh();
}

describe('what is made', () => {
  test('changes no figure, no count and no list of the register, and is found by no search', async () => {
    expect(await everythingCounted()).toEqual(before);
    const operator = await given.officer({ role: 'operator', officeId: await given.office('3175') });
    for (const { nik, subject } of await persons(a.id)) {
      const by = async (input: object) =>
        (await given.ok(operator.call('POST', '/v1/residents/search', input, { 'jatidiri-purpose': 'service' }))) as {
          people: { name: string }[];
        };
      expect((await by({ nik })).people).toEqual([]);
      expect((await by({ name: subject.name, birthDate: subject.birthDate })).people).toEqual([]);
    }
  });

  test('looks like a number of its district and day, next to those that are issued', async () => {
    for (const { nik, subject } of await persons(a.id)) {
      expect(nik.slice(0, 6)).toBe(PONDOK_KELAPA.slice(0, 6));
      const day = Number(subject.birthDate.slice(8)) + (subject.sex === 2 ? 40 : 0);
      expect(nik.slice(6, 8)).toBe(String(day).padStart(2, '0'));
      expect(Number(nik.slice(12))).toBeLessThan(9010);
    }
  });

  test('stands in the database sealed: neither who they are nor that a number is one', async () => {
    const { rows } = await given.system((tx) =>
      tx.client.query<{ row: string }>(
        `select t::text as row from verification.canary t union all select encode(sealed, 'escape') from verification.canary
         union all select t::text from resident.reserved_number t`,
      ),
    );
    const all = rows.map(({ row }) => row).join('\n');
    for (const { nik, subject } of await persons(a.id))
      for (const text of [nik, subject.name, subject.motherName, subject.familyCard, nik.slice(0, 12)])
        expect(all).not.toContain(text);
  });

  test('is shown to the desk as a count with masked numbers, and leaves once as a file', async () => {
    const shown = await list(a.id);
    expect(shown).toHaveLength(5);
    expect(shown[0]).toMatchObject({ n: 1, maskedNik: '317507**********', handedOutAt: null, touches: 0 });
    const path = `/v1/partners/institutions/${a.id}/canaries/file`;
    const key = { 'idempotency-key': crypto.randomUUID() };
    const file = await given.app.inject({ method: 'POST', url: path, headers: { ...given.dian.headers, ...key } });
    expect(file.statusCode).toBe(200);
    const table = await readTable({ name: 'data.xlsx', bytes: file.rawPayload });
    const niks: string[] = [];
    for await (const { rows } of table.rows) niks.push(...rows.map(([nik]) => String(nik)));
    expect(niks.toSorted()).toEqual((await persons(a.id)).map(({ nik }) => nik).toSorted());
    // A line that broke loses nothing: the same press gets the same file.
    const again = await given.app.inject({ method: 'POST', url: path, headers: { ...given.dian.headers, ...key } });
    expect(again.rawPayload).toEqual(file.rawPayload);
    const twice = await given.dian.call('POST', path);
    expect([twice.status, twice.body.code]).toEqual([409, 'verification.canaries_handed_out']);
    const leader = await given.officer({ role: 'leadership' });
    expect((await leader.call('POST', path)).status).toBe(403);
  });
});

describe('a question that meets one', () => {
  let one: CanaryPerson;
  let asked: Asked;

  test('is answered, billed and recorded as one about anybody', async () => {
    await ready();
    one = (await persons(a.id))[0]!;
    asked = await b.ask(right(one));
    expect(asked.body.answer.results).toEqual({
      birthDate: { result: 'match' },
      familyCard: { result: 'match' },
      motherName: { result: 'match' },
      name: { result: 'score', score: 100 },
      sex: { result: 'match' },
      village: { result: 'match' },
    });
    const wrong = await b.ask(about(one.nik, { name: 'SALAH SEKALI NAMANYA', birthDate: '1990-08-05', sex: 'P' }));
    expect(wrong.body.answer.results.name).toEqual({ result: 'no_match' });
    const somebody = await b.ask(about(real, { name: 'SALAH SEKALI NAMANYA', birthDate: '1990-08-06', sex: 'L' }));
    expect([wrong.text.length, Object.keys(wrong.body.answer)]).toEqual([
      somebody.text.length,
      Object.keys(somebody.body.answer),
    ]);
    const { rows } = await given.system((tx) =>
      tx.client.query(
        `select (select count(*)::int from verification.call where entry = $1) as bills,
                (select count(*)::int from ledger.access where entry = $1 and nik = $2) as looks`,
        [asked.body.answer.entry, one.nik],
      ),
    );
    expect(rows).toEqual([{ bills: 1, looks: 1 }]);
  });

  test('raises an alarm within seconds, which says whose it is, who asked, and never the number', async () => {
    const workers = await given.house.startWorkers();
    try {
      await expect.poll(async () => (await alarms()).length, { interval: 50 }).toBe(1);
      await expect.poll(() => readdirSync(given.folders.messages).length, { interval: 50 }).toBe(1);
    } finally {
      await workers.stop();
    }
    const [alarm] = await alarms();
    expect(alarm).toMatchObject({ kind: 'canary_touched', n: 2, institution: { id: b.id }, owner: { id: a.id } });
    expect(alarm!.touches[0]).toMatchObject({ canary: 1, unit: WHY.unit, endUser: WHY.endUser });
    const [name] = readdirSync(given.folders.messages);
    const mail = readFileSync(join(given.folders.messages, name!), 'utf8');
    expect(mail).toContain('pengawasan@ministry.example');
    expect(mail).not.toContain(one.nik);
    const { rows } = await given.system((tx) =>
      tx.client.query<{ id: Uuid }>('select entry_id as id from verification.alarm where id = $1', [alarm!.id]),
    );
    const entry = () => given.system(async (tx) => (await getEntry(tx, rows[0]!.id)).text).catch(() => '');
    await expect.poll(entry, { interval: 20 }).toContain('canary_touched');
    const text = await entry();
    for (const who of [a.id, b.id]) expect(text).toContain(who);
    expect(text).not.toContain(one.nik);
    const number = await given.dian.call(
      'POST',
      `/v1/partners/alarms/${alarm!.id}/number`,
      {},
      { 'jatidiri-purpose': 'service' },
    );
    expect(number.body).toEqual({ niks: [one.nik] });
  });

  test('of its own institution is an alarm of a softer kind; one alarm an hour about the same two holds every touch', async () => {
    await a.ask(right(one));
    await b.ask(right(one));
    expect(await given.system(raiseTouched)).toBe(1);
    const found = await alarms();
    expect(found.map(({ kind, n }) => [kind, n])).toEqual([
      ['canary_touched', 3],
      ['canary_own', 1],
    ]);
    expect((await list(a.id))[0]).toMatchObject({ touches: 4 });
  });

  test('is noted also where the answer is refused', async () => {
    const guess = () => b.ask(about(one.nik, { name: 'TEBAKAN ORANG LAIN', birthDate: '1951-01-02', sex: 'P' }));
    let last = await guess();
    for (let n = 0; n < 12 && last.status === 200; n++) last = await guess();
    expect(last.body.code).toBe('verification.person_misses_spent');
    await given.system(raiseTouched);
    const [alarm] = await alarms();
    expect(alarm!.n).toBeGreaterThan(12);
  });

  test('is named for each of twenty institutions when one file of all of them is used', async () => {
    const owners = await given.institutions(20);
    await given.climbed(owners, 'ONBOARDING', { on: '2018-03-01', kind: 'ministry' });
    for (const owner of owners) await make(owner, 1);
    await ready();
    const leaked = (await Promise.all(owners.map(persons))).map(([person]) => person!);
    const thief = await given.partner();
    const items = leaked.map((person) => {
      const { nik, attributes, reference } = right(person);
      return { nik, attributes, reference };
    });
    const { body } = await thief.batch({ ...WHY, items });
    expect(body.answers.map(({ answer }: { answer: { results: { name: unknown } } }) => answer.results.name)).toEqual(
      leaked.map(() => ({ result: 'score', score: 100 })),
    );
    expect(await given.system(raiseTouched)).toBe(20);
    const named = (await alarms()).filter(({ institution }) => institution?.id === thief.id);
    expect(named.map(({ owner }) => owner!.id).toSorted()).toEqual(owners.toSorted());
    // And where they stand in a file that is matched.
    const { id } = await given.partner();
    await ready();
    const partner = given.house.ground.verification.book.partner(id)!;
    const numbers = `{${leaked.map(({ nik }) => nik).join(',')}}`;
    await given.system(async (tx) => meetCanariesIn(tx, { partner, why: WHY, reference: 'BERKAS-1' }, numbers));
    expect(await given.system(raiseTouched)).toBe(20);
  });
});

describe('the number of an invented person', () => {
  test('is never given to anybody: an issue goes on to the next', async () => {
    const [, two] = await persons(a.id);
    const { name, birthDate, sex, villageCode } = two!.subject;
    const niks = await givenResidents(
      given,
      Array.from({ length: 3 }, (_, n) => ({
        name: `${name} ${n}`,
        birthDate: asCivilDate(birthDate),
        sex,
        villageCode,
      })),
    );
    expect(niks.map((nik) => nik.slice(0, 12))).toEqual(niks.map(() => two!.nik.slice(0, 12)));
    expect(niks).not.toContain(two!.nik);
    expect(new Set(niks).size).toBe(3);
    expect(Math.max(...niks.map(Number))).toBeGreaterThan(Number(two!.nik));
  });

  test('goes to whoever comes with it by an import: he is right, and the invented one gives way', async () => {
    const [, , three] = await persons(a.id);
    const bytes = Buffer.from(
      csvOf({
        nik: three!.nik,
        name: 'ORANG SUNGGUHAN CONTOH',
        birthDate: three!.subject.birthDate,
        sex: String(three!.subject.sex),
      }),
    );
    const done = await importResidents(given.house, { name: 'desa.csv', bytes }, { actor: importer });
    expect(done).toMatchObject({ created: 1, refused: 0 });
    expect((await list(a.id))[2]).toMatchObject({ retiredHow: 'person' });
    await ready();
    const { body } = await b.ask(
      about(three!.nik, {
        name: 'ORANG SUNGGUHAN CONTOH',
        birthDate: three!.subject.birthDate,
        sex: three!.subject.sex === 1 ? 'L' : 'P',
      }),
    );
    expect(body.answer.results.name).toEqual({ result: 'score', score: 100 });
    expect(await given.system(raiseTouched)).toBe(0);
  });

  test('goes to whoever is registered with it from elsewhere, by an officer of his region too', async () => {
    const [, , four] = await persons(a.id);
    const operator = givenActor({ region: '3175' });
    await given.transact(operator, (tx) =>
      registerResidents(
        tx,
        operator,
        { kind: 'entered', label: 'resident.entered', occurredOn: asCivilDate('2018-12-01'), legalBasis: 'test' },
        [
          {
            nik: asNik(four!.nik),
            biodata: { ...SITI, name: 'PENDATANG CONTOH' },
            protected: { motherName: 'IBU CONTOH', fatherName: null, disability: null },
          },
        ],
      ),
    );
    expect((await list(a.id)).filter(({ retiredHow }) => retiredHow === 'person')).toHaveLength(2);
  });
});

test('whoever retires one says why, and may put another in its place; the old number is nobody’s again and stays kept back', async () => {
  const [one] = await persons(a.id);
  const path = `/v1/partners/canaries/${one!.id}/ending`;
  await given.ok(given.dian.call('POST', path, { reason: 'Sudah tersentuh, perlu diganti.', renew: true }));
  expect((await given.dian.call('POST', path, { reason: 'Sekali lagi saja.' })).body.code).toBe(
    'verification.canary_not_found',
  );
  const shown = await list(a.id);
  expect(shown.at(-1)).toMatchObject({ n: 6, handedOutAt: null, retiredAt: null });
  await ready();
  const { body } = await (await given.partner()).ask(right(one!));
  expect(body.answer.results.name).toEqual({ result: 'no_match' });
  expect(await given.system(raiseTouched)).toBe(0);
});

test('a file that turned up tells whose invented persons are in it, once each, and nothing else of it is kept', async () => {
  const [mine] = await persons(a.id);
  const others = (
    await given.system((tx) =>
      tx.client.query<{ id: string }>(
        'select institution_id as id from verification.canary where institution_id <> $1 group by 1 order by 1 limit 2',
        [a.id],
      ),
    )
  ).rows;
  const theirs = (await Promise.all(others.map(({ id }) => persons(id)))).map(([person]) => person!);
  const parts: Buffer[] = [];
  const rows = [
    [real, 'SITI CONTOH RAHAYU'],
    [mine!.nik, mine!.subject.name],
    [mine!.nik, 'sekali lagi'],
    ['', `catatan: ${theirs[0]!.nik}`],
    [theirs[1]!.nik.replace(/(.{4})(?=.)/g, '$1 '), ''],
  ];
  for await (const part of writeTable({ format: 'xlsx', columns: ['NIK', 'NAMA'], rows })) parts.push(part);
  const form = new FormData();
  form.append('file', new Blob([Buffer.concat(parts)]), 'bocor.xlsx');
  const response = await given.app.inject({
    method: 'POST',
    url: '/v1/partners/canary-traces',
    headers: { ...given.dian.headers, 'idempotency-key': crypto.randomUUID() },
    payload: form as never,
  });
  expect(response.statusCode).toBe(200);
  const found = response.json() as { lines: number; found: { institutionId: string; n: number }[] };
  expect(found.lines).toBe(5);
  expect(found.found.map(({ institutionId, n }) => `${institutionId} ${n}`).toSorted()).toEqual(
    [a.id, ...others.map(({ id }) => id)].map((id) => `${id} 1`).toSorted(),
  );
  const kept = await given.transact(
    given.actor,
    async (tx) => (await tx.client.query(`select t::text as row from verification.trace t`)).rows,
  );
  expect(kept).toHaveLength(1);
  expect(kept[0].row).not.toMatch(/\d{16}|SITI|bocor/);
});
