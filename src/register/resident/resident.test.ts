import { describe, expect, test } from 'vitest';
import {
  DUREN_SAWIT,
  BANDUNG,
  givenActor,
  givenResident,
  givenResidents,
  PONDOK_KELAPA,
  SITI,
} from '../../../test/given/people.ts';
import { givenHouse } from '../../../test/given/house.ts';
import { many, sql } from '../../core/db/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { changeResidents, registerResidents } from './act.ts';
import { correctResident } from './correct.ts';
import { announceDeactivation, appealDeactivation, applyDeactivations, endDeactivation } from './deactivate.ts';
import { enterResident } from './enter.ts';
import { searchResidents } from './find.ts';
import { openHistory, openLooks, openPerson, openProtected } from './person.ts';
import { foldHistory } from './rules.ts';
import { findResident, listHistory } from './sql.ts';
import { merge, unmergeResidents } from './merge.ts';

const given = await givenHouse();
const officer = givenActor();
const day = asCivilDate('2018-12-11');
const act = { kind: 'entered', label: 'resident.entered', occurredOn: day, legalBasis: 'test' };
const person = (name: string, over = {}) => ({
  biodata: { ...SITI, name, ...over },
  protected: { motherName: null, fatherName: null, disability: null },
});
const refOf = (nik: Awaited<ReturnType<typeof givenResident>>) => given.house.ground.personRefs.of(nik);

describe('NIK issue', () => {
  test('begins at 9001 outside production and counts on, women with 40 added to the day', async () => {
    const { niks } = await given.transact(officer, (tx) =>
      registerResidents(tx, officer, act, [
        person('AYU CONTOH', { birthDate: asCivilDate('1991-02-03') }),
        person('BUDI CONTOH', { birthDate: asCivilDate('1991-02-03'), sex: 1 }),
      ]),
    );
    expect(niks).toEqual(['3175074302919001', '3175070302919001']);
  });

  test('64 at once never issue one NIK twice', async () => {
    const issued = await Promise.all(
      Array.from({ length: 64 }, (_, i) =>
        given.transact(officer, (tx) =>
          registerResidents(tx, officer, act, [person(`ORANG KE ${i}`, { birthDate: asCivilDate('1992-02-02') })]),
        ),
      ),
    );
    const niks = issued.flatMap((done) => done.niks);
    expect(new Set(niks).size).toBe(64);
    expect(niks.toSorted().at(-1)).toBe('3175074202929064');
  });

  test('goes on after what an import brought, and refuses when all serials are used', async () => {
    await given.transact(officer, (tx) =>
      registerResidents(tx, officer, act, [
        { ...person('IMPOR CONTOH', { birthDate: asCivilDate('1993-03-03') }), nik: '3175074303939998' as never },
      ]),
    );
    const next = () =>
      given.transact(officer, (tx) =>
        registerResidents(tx, officer, act, [person('BARU CONTOH', { birthDate: asCivilDate('1993-03-03') })]),
      );
    expect((await next()).niks).toEqual(['3175074303939999']);
    await expect(next()).rejects.toMatchObject({ code: 'resident.no_serial_left' });
  });

  test('a NIK that the register has is refused, and nothing of the act remains', async () => {
    const nik = await givenResident(given, { birthDate: asCivilDate('1994-04-04') });
    await expect(
      given.transact(officer, (tx) =>
        registerResidents(tx, officer, act, [
          person('LAIN CONTOH', { birthDate: asCivilDate('1994-04-05') }),
          { ...person('SAMA CONTOH'), nik },
        ]),
      ),
    ).rejects.toMatchObject({ code: 'resident.nik_taken' });
    const rows = await given.system((tx) => many(tx, sql`select 1 from resident.resident where name = 'LAIN CONTOH'`));
    expect(rows).toEqual([]);
  });
});

describe('history', () => {
  test('folding it gives the row, whatever happened', async () => {
    const nik = await givenResident(given, { birthDate: asCivilDate('1970-01-01') });
    const changes = [
      { religion: 7 },
      { rt: null, hamlet: 'DUSUN SATU' },
      { state: 'NONAKTIF' as const },
      { state: 'HIDUP' as const, name: 'SITI BARU RAHAYU' },
    ];
    for (const delta of changes)
      await given.transact(officer, (tx) =>
        changeResidents(tx, officer, { ...act, kind: 'corrected' }, [{ nik, delta }]),
      );
    const [row, history] = await given.system(
      async (tx) => [await findResident(tx, nik), await listHistory(tx, nik)] as const,
    );
    expect(history).toHaveLength(5);
    const { nik: _nik, version, ...elements } = row!;
    expect(version).toBe(5);
    expect(foldHistory(history.map((one) => one.delta))).toEqual(elements);
  });

  test('cannot be changed or deleted by the application', async () => {
    const nik = await givenResident(given);
    for (const statement of [
      sql`update resident.history set delta = '{}' where nik = ${nik}::bigint`,
      sql`delete from resident.history where nik = ${nik}::bigint`,
      sql`delete from resident.resident where nik = ${nik}::bigint`,
    ]) {
      await expect(given.transact(officer, (tx) => many(tx, statement))).rejects.toThrow(/permission denied/);
    }
  });

  test('two officers who change one person at once: the second is told', async () => {
    const nik = await givenResident(given);
    const correct = (religion: number) =>
      given.transact(officer, (tx) =>
        correctResident(tx, officer, {
          ref: refOf(nik),
          seenVersion: 1,
          changes: { religion },
          legalBasis: 'F-1.06',
          reason: 'salah catat agama',
        }),
      );
    const results = await Promise.allSettled([correct(2), correct(3)]);
    expect(results.map((r) => r.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((results.find((r) => r.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
      code: 'resident.changed_meanwhile',
    });
  });
});

describe('jurisdiction', () => {
  test('a person of another regency is not found by reference, and comes masked in a search', async () => {
    const nik = await givenResident(given, {
      name: 'WATI JAUH SEKALI',
      villageCode: BANDUNG,
      birthDate: asCivilDate('1985-05-05'),
    });
    await expect(given.transact(officer, (tx) => openPerson(tx, officer, { ref: refOf(nik) }))).rejects.toMatchObject({
      code: 'resident.not_found',
    });
    const { people } = await given.transact(officer, (tx) =>
      searchResidents(tx, officer, { name: 'WATI JAUH SEKALI', birthDate: asCivilDate('1985-05-05') }),
    );
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      masked: true,
      name: 'W*** J*** S***',
      nik: `${nik.slice(0, 6)}**********`,
      birthPlace: null,
    });
  });

  test('nobody registers a person outside his region', async () => {
    const input = {
      biodata: { ...SITI, villageCode: BANDUNG },
      protected: { motherName: null, fatherName: null, disability: null },
      legalBasis: 'F-1.01',
      looked: [],
    };
    await expect(given.transact(officer, (tx) => enterResident(tx, officer, input))).rejects.toMatchObject({
      code: 'access.outside_jurisdiction',
    });
  });
});

describe('search', () => {
  test('finds old and new spellings, and a misspelt name by its birth date', async () => {
    await givenResidents(given, [
      { name: 'SOEKARNO DJOJO', birthDate: asCivilDate('1961-06-06') },
      { name: 'MUHAMMAD TJAHJA', birthDate: asCivilDate('1962-06-06') },
    ]);
    const find = (input: Parameters<typeof searchResidents>[2]) =>
      given
        .transact(officer, (tx) => searchResidents(tx, officer, input))
        .then(({ people }) => people.map((one) => one.name));
    expect(await find({ name: 'Sukarno Joyo' })).toEqual(['SOEKARNO DJOJO']);
    expect(await find({ name: 'Moh. Cahya' })).toEqual(['MUHAMMAD TJAHJA']);
    expect(await find({ name: 'SUKARMO JOYO', birthDate: asCivilDate('1961-06-06') })).toEqual(['SOEKARNO DJOJO']);
  });

  test('without a key is refused', async () => {
    await expect(
      given.transact(officer, (tx) => searchResidents(tx, officer, { birthYear: 1990 })),
    ).rejects.toMatchObject({ code: 'resident.search_too_wide' });
  });
});

describe('likely duplicates', () => {
  test('a new person who may exist elsewhere is refused until the officer has looked', async () => {
    const nik = await givenResident(given, {
      name: 'SUPRIYADI HARTONO',
      sex: 1,
      birthDate: asCivilDate('1977-03-09'),
      villageCode: BANDUNG,
    });
    const input = {
      biodata: { ...SITI, name: 'SUPRIJADI HARTONO', sex: 1, birthDate: asCivilDate('1977-09-03') },
      protected: { motherName: 'IBU CONTOH', fatherName: null, disability: null },
      legalBasis: 'F-1.01',
      looked: [] as string[],
    };
    await expect(given.transact(officer, (tx) => enterResident(tx, officer, input))).rejects.toMatchObject({
      code: 'resident.likely_duplicates',
      values: { n: 1 },
    });
    const entered = await given.transact(officer, (tx) =>
      enterResident(tx, officer, { ...input, looked: [refOf(nik)] }),
    );
    expect(entered.nik.slice(0, 6)).toBe(DUREN_SAWIT);
  });

  test('since 2022 a new name of one word is refused with the field; one given before stays', async () => {
    const input = {
      biodata: { ...SITI, name: 'Suharni' },
      protected: { motherName: null, fatherName: null, disability: null },
      legalBasis: 'F-1.01',
      looked: [],
    };
    await expect(givenResident(given, { name: 'SUHARNI' })).resolves.toMatch(/^317507/);
    const before = given.clock.now();
    given.clock.moveTo(new Date('2022-05-02T02:00:00Z'));
    const refused = expect(given.transact(officer, (tx) => enterResident(tx, officer, input))).rejects.toMatchObject({
      code: 'resident.name_not_allowed',
      faults: [{ path: 'biodata.name', code: 'name.one_word' }],
    });
    await refused.finally(() => given.clock.moveTo(before));
  });
});

describe('what is protected', () => {
  test("a mother's name stands nowhere in the database, and opening it is a look of its own", async () => {
    const nik = await givenResident(
      given,
      { birthDate: asCivilDate('1965-01-02') },
      { motherName: 'MAIMUNAH RAHASIA', disability: 2 },
    );
    const opened = await given.transact(officer, (tx) => openProtected(tx, officer, { ref: refOf(nik) }));
    expect(opened).toEqual({ motherName: 'MAIMUNAH RAHASIA', fatherName: 'BAPAK CONTOH', disability: 2 });
    const [row] = await given.system((tx) =>
      many<{ sealed: Buffer; delta: unknown }>(
        tx,
        sql`select p.sealed, h.delta from resident.protected p join resident.history h using (nik) where p.nik = ${nik}::bigint`,
      ),
    );
    expect(row!.sealed.includes('MAIMUNAH')).toBe(false);
    expect(JSON.stringify(row!.delta)).not.toContain('MAIMUNAH');
    const { looks } = await given.transact(officer, (tx) => openLooks(tx, officer, { ref: refOf(nik) }));
    expect(looks.map((look) => look.label)).toContain('resident.protected_opened');
  });

  test('a history shows that a parent changed, not the NIK', async () => {
    const [mother, child] = await givenResidents(given, [
      { name: 'IBU BARU', birthDate: asCivilDate('1960-01-02') },
      { birthDate: asCivilDate('2001-01-02') },
    ]);
    await given.transact(officer, (tx) =>
      changeResidents(tx, officer, { ...act, kind: 'corrected' }, [{ nik: child!, delta: { motherNik: mother! } }]),
    );
    const { acts } = await given.transact(officer, (tx) => openHistory(tx, officer, { ref: refOf(child!) }));
    expect(acts[0]!.delta).toEqual({ motherNik: null });
  });
});

describe('deactivation', () => {
  test('is announced 14 days before, waits while it is appealed against, and ends by a new act', async () => {
    const nik = await givenResident(given, { birthDate: asCivilDate('1955-05-06') });
    const ref = refOf(nik);
    const announce = (effectiveOn: string) =>
      given.transact(officer, (tx) =>
        announceDeactivation(tx, officer, {
          ref,
          reason: 'belum merekam',
          legalBasis: 'SE 471.13',
          effectiveOn: asCivilDate(effectiveOn),
        }),
      );
    await expect(announce('2018-12-24')).rejects.toMatchObject({ code: 'resident.notice_too_short' });
    await announce('2018-12-25');
    await given.transact(officer, (tx) =>
      appealDeactivation(tx, officer, { ref, appeal: 'sudah merekam di kantor lain' }),
    );
    given.clock.moveTo(new Date('2018-12-26T02:00:00Z'));
    expect(await given.system((tx) => applyDeactivations(tx))).toEqual({ deactivated: 0 });
    await given.transact(officer, (tx) => endDeactivation(tx, officer, { ref, reason: 'rekaman ditemukan' }));
    await announce('2019-01-10');
    given.clock.moveTo(new Date('2019-01-10T02:00:00Z'));
    expect(await given.system((tx) => applyDeactivations(tx))).toEqual({ deactivated: 1 });
    expect((await given.system((tx) => findResident(tx, nik)))!.state).toBe('NONAKTIF');
    await given.transact(officer, (tx) => endDeactivation(tx, officer, { ref, reason: 'sudah merekam' }));
    expect((await given.system((tx) => findResident(tx, nik)))!.state).toBe('HIDUP');
    given.clock.moveTo(new Date('2018-12-11T09:00:00Z'));
  });
});

describe('merge', () => {
  test('leaves the survivor, marks the other GANDA, and can be taken back', async () => {
    const [survivor, absorbed] = await givenResidents(given, [
      { birthDate: asCivilDate('1950-01-02') },
      { birthDate: asCivilDate('1950-02-01') },
    ]);
    const input = {
      survivor: refOf(survivor!),
      absorbed: refOf(absorbed!),
      legalBasis: 'BA 12/2018',
      reason: 'sidik jari sama, dua NIK',
    };
    await given.transact(officer, (tx) => merge.execute(tx, officer, input));
    expect((await given.system((tx) => findResident(tx, absorbed!)))!.state).toBe('GANDA');
    expect((await given.system((tx) => findResident(tx, survivor!)))!.state).toBe('HIDUP');
    await given.transact(officer, (tx) =>
      unmergeResidents(tx, officer, { ref: refOf(absorbed!), reason: 'ternyata saudara kembar' }),
    );
    expect((await given.system((tx) => findResident(tx, absorbed!)))!.state).toBe('HIDUP');
    await expect(
      given.transact(officer, (tx) => unmergeResidents(tx, officer, { ref: refOf(absorbed!), reason: 'sekali lagi' })),
    ).rejects.toMatchObject({ code: 'resident.merge_unknown' });
  });
});

test('the place of birth and address are kept as they were given', async () => {
  const nik = await givenResident(given, { villageCode: PONDOK_KELAPA, address: 'JL. H. NAMAN NO. 4/B' });
  const view = await given.transact(officer, (tx) => openPerson(tx, officer, { ref: refOf(nik) }));
  expect(view).toMatchObject({
    address: 'JL. H. NAMAN NO. 4/B',
    birthPlace: 'JAKARTA',
    cardObligated: true,
    age: 28,
    nikFaults: [],
  });
  expect(view.place.map((part) => part.code)).toEqual(['3175071004', '317507', '3175', '31']);
});
