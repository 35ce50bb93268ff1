import { describe, expect, test } from 'vitest';
import { givenActor, givenResident, givenFamily, PONDOK_KELAPA, PONDOK_KOPI } from '../../../test/given/people.ts';
import { givenHouse } from '../../../test/given/house.ts';
import { rearrange } from '../family/index.ts';
import { asker, day, givenCouple, TODAY } from './given-events.ts';
import { previewEvent } from './preview.ts';
import { recordEvent } from './record.ts';

const given = await givenHouse();
const { officer, ref, record, person, seat, fold, card, counted, events } = asker(given);

const newborn = (over: Record<string, unknown> = {}) => ({
  name: 'AYU CONTOH LESTARI',
  sex: 2,
  birthPlace: 'JAKARTA',
  childOrder: 1,
  bond: 'married',
  ...over,
});

describe('birth', () => {
  test('the child gets a NIK of the district, a deed of timely report, the parents and a seat as child', async () => {
    const { husband, wife, card: number } = await givenCouple(given);
    const done = await record({
      kind: 'birth',
      occurredOn: day('2018-11-20'),
      details: newborn({ mother: ref(wife), father: ref(husband) }),
    });
    const nik = done.registered[0]!;
    expect(nik).toMatch(/^3175076011189\d{3}$/);
    expect(done.certificateNumber).toMatch(/^3175-LU-11122018-000\d$/);
    expect(done.daysLate).toBe(0);
    expect(await person(nik)).toMatchObject({
      state: 'HIDUP',
      motherNik: wife,
      fatherNik: husband,
      religion: 1,
      nationality: 'IDN',
      birthCertificate: done.certificateNumber,
      villageCode: PONDOK_KELAPA,
      stateSince: '2018-11-20',
      registeredOn: TODAY,
    });
    const { row, folded } = await fold(nik);
    expect(folded).toEqual(row);
    expect(await seat(nik)).toEqual({ card: number, relation: 4 });
    expect(done.warnings).toEqual([]);
  });

  test('late is noted on the event and in the deed, never refused', async () => {
    const { husband, wife } = await givenCouple(given);
    const done = await record({
      kind: 'birth',
      occurredOn: day('2018-10-11'),
      details: newborn({ name: 'TERLAMBAT SATU HARI', mother: ref(wife), father: ref(husband) }),
    });
    expect(done.daysLate).toBe(1);
    expect(done.certificateNumber).toMatch(/^3175-LT-/);
    const years = await record({
      kind: 'birth',
      occurredOn: day('2012-01-01'),
      details: newborn({ name: 'TERLAMBAT BERTAHUN TAHUN', mother: ref(wife), father: ref(husband) }),
    });
    expect(years.daysLate).toBe(2476);
  });

  test('the same birth twice is refused as a likely duplicate until the officer says that he looked; a twin is not', async () => {
    const { husband, wife } = await givenCouple(given);
    const told = { mother: ref(wife), father: ref(husband) };
    const once = (name: string) => ({
      kind: 'birth' as const,
      occurredOn: day('2018-12-01'),
      details: newborn({ ...told, name }),
    });
    await record(once('RADEN MAS SURYO'));
    await expect(record(once('RADEN MAS SURYO'))).rejects.toMatchObject({ code: 'civil_event.likely_duplicates' });
    const twin = await record(once('DEWI KUSUMA WARDANI'));
    expect(twin.registered).toHaveLength(1);
  });

  test('a mother alone has no father; naming one is refused', async () => {
    const mother = await givenResident(given, { birthDate: day('1995-02-02') });
    await givenFamily(given, [{ nik: mother, relation: 1 }]);
    const father = await givenResident(given, { sex: 1, birthDate: day('1990-02-02') });
    const told = newborn({ name: 'ANAK SEORANG IBU', bond: 'mother', mother: ref(mother) });
    await expect(
      record({ kind: 'birth', occurredOn: TODAY, details: { ...told, father: ref(father) } }),
    ).rejects.toMatchObject({ code: 'civil_event.father_not_named' });
    const done = await record({ kind: 'birth', occurredOn: TODAY, details: told });
    expect(await person(done.registered[0]!)).toMatchObject({ motherNik: mother, fatherNik: null });
  });

  test('parents who are not married need a statement; a father as a mother is refused with his field', async () => {
    const mother = await givenResident(given, { birthDate: day('1995-03-02') });
    const father = await givenResident(given, { sex: 1, birthDate: day('1990-03-02') });
    const told = (over: object) =>
      newborn({ name: 'BELUM TERCATAT KAWIN', mother: ref(mother), father: ref(father), ...over });
    await expect(record({ kind: 'birth', occurredOn: TODAY, details: told({}) })).rejects.toMatchObject({
      code: 'civil_event.parents_not_married',
    });
    await expect(
      record({ kind: 'birth', occurredOn: TODAY, details: told({ bond: 'unrecorded' }) }),
    ).rejects.toMatchObject({ code: 'civil_event.statement_needed' });
    await expect(
      record({
        kind: 'birth',
        occurredOn: TODAY,
        details: told({ mother: ref(father), father: ref(mother), bond: 'unrecorded', liabilityStatement: 'F-2.04/1' }),
      }),
    ).rejects.toMatchObject({
      code: 'civil_event.rules_broken',
      faults: [
        { path: 'details.mother', code: 'civil_event.not_a_woman' },
        { path: 'details.father', code: 'civil_event.not_a_man' },
      ],
    });
    const done = await record({
      kind: 'birth',
      occurredOn: TODAY,
      details: told({ bond: 'unrecorded', liabilityStatement: 'F-2.04/1' }),
    });
    expect(done.warnings.map(({ code }) => code)).toContain('civil_event.warning.no_card');
  });

  test('a foundling needs a report and an address', async () => {
    const told = newborn({ name: 'TITIPAN ANAK NEGARA', bond: 'unknown' });
    await expect(record({ kind: 'birth', occurredOn: TODAY, details: told })).rejects.toMatchObject({
      code: 'civil_event.report_needed',
    });
    const address = { villageCode: PONDOK_KOPI, address: 'PANTI CONTOH' };
    const done = await record({
      kind: 'birth',
      occurredOn: TODAY,
      details: { ...told, foundReport: 'LP/1/2018', address },
    });
    expect(await person(done.registered[0]!)).toMatchObject({ motherNik: null, villageCode: PONDOK_KOPI });
  });

  test('a mother of another region is for her own office; a name against the rules names its field', async () => {
    const { wife, husband } = await givenCouple(given, {}, '3273011001');
    await expect(
      record({ kind: 'birth', occurredOn: TODAY, details: newborn({ mother: ref(wife), father: ref(husband) }) }),
    ).rejects.toMatchObject({ code: 'civil_event.person_elsewhere' });
    const ours = await givenCouple(given);
    await expect(
      record({
        kind: 'birth',
        occurredOn: TODAY,
        details: newborn({ name: 'Muh. 7', mother: ref(ours.wife), father: ref(ours.husband) }),
      }),
    ).rejects.toMatchObject({ code: 'resident.name_not_allowed', faults: [{ path: 'details.name' }] });
  });

  test('what the schema does not know is refused field by field', async () => {
    await expect(
      record({ kind: 'birth', occurredOn: TODAY, details: { bond: 'married', name: '' } }),
    ).rejects.toMatchObject({ code: 'civil_event.details_invalid' });
    await expect(record({ kind: 'stillbirth', occurredOn: day('2018-12-12'), details: {} })).rejects.toMatchObject({
      code: 'civil_event.in_future',
    });
  });
});

describe('death', () => {
  test('of the head: MENINGGAL since that day, the wife widowed, the card shown without a head', async () => {
    const { husband, wife, card: number } = await givenCouple(given);
    const done = await record({
      kind: 'death',
      occurredOn: day('2018-12-05'),
      details: { deceased: ref(husband), deathPlace: 'JAKARTA', proofNumber: 'RS/1' },
    });
    expect(done.certificateNumber).toMatch(/^3175-KM-11122018-\d{4}$/);
    expect(await person(husband)).toMatchObject({ state: 'MENINGGAL', stateSince: '2018-12-05', maritalStatus: 2 });
    expect(await person(wife)).toMatchObject({ maritalStatus: 4, state: 'HIDUP' });
    expect(await seat(husband)).toBeNull();
    expect(await card(number)).toMatchObject({ state: 1, headNik: null });
    expect(done.effects.map(({ code }) => code)).toContain('civil_event.effect.card_headless');
    const { row, folded } = await fold(husband);
    expect(folded).toEqual(row);
  });

  test('of one of two wives leaves the husband married; of the husband widows both', async () => {
    const { husband, wife, card: number } = await givenCouple(given);
    const second = await givenResident(given, { maritalStatus: 2, birthDate: day('1991-01-05') });
    await given.system((tx) =>
      rearrange(tx, officer, {
        kind: 'joined',
        occurredOn: day('2015-01-01'),
        join: [{ nik: second, card: number, relation: 3 }],
      }),
    );
    const die = (nik: typeof wife) =>
      record({
        kind: 'death',
        occurredOn: day('2018-12-05'),
        details: { deceased: ref(nik), deathPlace: 'JAKARTA', proofNumber: 'RS/2' },
      });
    await die(wife);
    expect(await person(husband)).toMatchObject({ maritalStatus: 2 });
    await die(husband);
    expect(await person(second)).toMatchObject({ maritalStatus: 4 });
  });

  test('of one person by two offices at once: one wins, the other is told that he is dead already', async () => {
    const nik = await givenResident(given, { birthDate: day('1940-01-01') });
    const sub = givenActor({ region: '317507' });
    const details = { deceased: ref(nik), deathPlace: 'JAKARTA', proofNumber: 'RS/3' };
    const results = await Promise.allSettled(
      [officer, sub].map((actor) => record({ kind: 'death', occurredOn: TODAY, details }, actor)),
    );
    expect(results.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((results.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
      code: 'civil_event.not_present',
      values: { state: 'MENINGGAL' },
    });
  });

  test('of husband and wife, recorded at two counters at once: both are recorded', async () => {
    const { husband, wife, card: number } = await givenCouple(given);
    await Promise.all(
      [husband, wife].map((nik) =>
        record({
          kind: 'death',
          occurredOn: TODAY,
          details: { deceased: ref(nik), deathPlace: 'JAKARTA', proofNumber: 'POL/1' },
        }),
      ),
    );
    for (const nik of [husband, wife]) expect(await person(nik)).toMatchObject({ state: 'MENINGGAL' });
    expect(await card(number)).toMatchObject({ state: 3 });
  });

  test('before the birth, and of somebody beyond the region, is refused', async () => {
    const child = await givenResident(given, { birthDate: day('2018-01-05') });
    const details = (nik: typeof child) => ({ deceased: ref(nik), deathPlace: 'JAKARTA', proofNumber: 'RS/4' });
    await expect(
      record({ kind: 'death', occurredOn: day('2018-01-04'), details: details(child) }),
    ).rejects.toMatchObject({ code: 'civil_event.before_birth' });
    await expect(
      record({ kind: 'death', occurredOn: TODAY, details: details(child) }, givenActor({ region: '3273' })),
    ).rejects.toMatchObject({ code: 'access.outside_jurisdiction' });
    await expect(
      record(
        { kind: 'death', occurredOn: TODAY, details: details(child), villageCode: '3273011001' },
        givenActor({ region: '3273' }),
      ),
    ).rejects.toMatchObject({ code: 'civil_event.person_elsewhere' });
  });
});

test('a stillbirth is a letter: nobody is registered', async () => {
  const { wife } = await givenCouple(given);
  const before = await counted('');
  const details = { mother: ref(wife), sex: 1, birthPlace: 'JAKARTA', weeks: 31, proofNumber: 'RS/5' };
  const done = await record({ kind: 'stillbirth', occurredOn: TODAY, details });
  expect(done).toMatchObject({ actId: null, registered: [] });
  expect(done.certificateNumber).toMatch(/^3175-LM-/);
  const after = await counted('');
  expect(after).toEqual(before);
});

test('a preview says what recording would do, and does nothing of it', async () => {
  const { husband, wife } = await givenCouple(given);
  const before = await events();
  const event = {
    kind: 'death' as const,
    occurredOn: day('2018-10-01'),
    villageCode: PONDOK_KELAPA,
    details: { deceased: ref(husband), deathPlace: 'JAKARTA', proofNumber: 'RS/6' },
  };
  const preview = await given.transact(officer, (tx) => previewEvent(tx, officer, event));
  const texts = preview.effects.map(({ text }) => text);
  expect(texts).toContain('BUDI CONTOH SANTOSO: meninggal');
  expect(texts).toContain('SITI CONTOH RAHAYU: status perkawinan cerai mati');
  expect(texts).toContain('Pelaporan terlambat 41 hari');
  expect(preview.warnings.map(({ text }) => text).join()).toContain('kepala keluarga');
  expect(await events()).toEqual(before);
  expect(await person(wife)).toMatchObject({ maritalStatus: 2, version: 1 });
  const done = await given.transact(officer, (tx) => recordEvent(tx, officer, event));
  expect(done.effects.map(({ code }) => code)).toEqual(preview.effects.map(({ code }) => code));
});
