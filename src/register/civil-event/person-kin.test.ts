import { describe, expect, test } from 'vitest';
import { givenFamily, givenResident, PONDOK_KOPI } from '../../../test/given/people.ts';
import { givenHouse } from '../../../test/given/house.ts';
import { listParentNames } from '../resident/index.ts';
import { checkNik } from '../resident/nik.ts';
import { asker, BUDI, day, givenCouple, RULING, TODAY } from './given-events.ts';

const given = await givenHouse();
const { ref, record, person, seat, fold } = asker(given);

const fatherName = (nik: Parameters<typeof person>[0]) =>
  given.system(async (tx) => (await listParentNames(tx, [nik])).get(nik)?.fatherName ?? null);

describe('one person', () => {
  test('a name changes by ruling, the NIK does not', async () => {
    const nik = await givenResident(given);
    const details = { person: ref(nik), newName: 'SITI BARU RAHAYU', ...RULING };
    await record({ kind: 'name_change', occurredOn: day('2018-12-01'), details });
    expect(await person(nik)).toMatchObject({ nik, name: 'SITI BARU RAHAYU' });
    await expect(record({ kind: 'name_change', occurredOn: TODAY, details })).rejects.toMatchObject({
      code: 'civil_event.nothing_changes',
    });
    const { court: _, ...withoutRuling } = details;
    await expect(record({ kind: 'name_change', occurredOn: TODAY, details: withoutRuling })).rejects.toMatchObject({
      code: 'civil_event.details_invalid',
      faults: [{ path: 'details.court' }],
    });
  });

  test('a change of sex keeps the NIK, which is then out of line with the biodata and stays valid', async () => {
    const nik = await givenResident(given);
    const done = await record({
      kind: 'sex_change',
      occurredOn: TODAY,
      details: { person: ref(nik), newSex: 1, ...RULING },
    });
    expect(done.warnings.map(({ code }) => code)).toEqual(['civil_event.warning.nik_out_of_line']);
    const now = await person(nik);
    expect(now.sex).toBe(1);
    expect(checkNik(nik, { ...now, regions: given.house.ground.regions }).warnings).toContain('nik.sex_differs');
  });

  test('who gains citizenship loses the permit; who loses it is LEPAS_WNI and leaves the card', async () => {
    const foreigner = await givenResident(given, { nationality: 'NLD', permit: 2, permitNumber: 'ITAP-1' });
    const decree = { decreeNumber: 'KEP-1', decreeDate: '2018-12-01' };
    await record({
      kind: 'citizenship',
      occurredOn: TODAY,
      details: { person: ref(foreigner), change: 'gained', ...decree },
    });
    expect(await person(foreigner)).toMatchObject({ nationality: 'IDN', permit: null, permitNumber: null });
    await givenFamily(given, [{ nik: foreigner, relation: 1 }]);
    const lost = { person: ref(foreigner), change: 'lost', ...decree };
    await expect(record({ kind: 'citizenship', occurredOn: TODAY, details: lost })).rejects.toMatchObject({
      code: 'civil_event.nationality_needed',
    });
    await record({ kind: 'citizenship', occurredOn: TODAY, details: { ...lost, nationality: 'NLD' } });
    expect(await person(foreigner)).toMatchObject({ nationality: 'NLD', state: 'LEPAS_WNI' });
    expect(await seat(foreigner)).toBeNull();
  });

  test('a correction of biodata is the register of residents’ own, with an event about it', async () => {
    const nik = await givenResident(given);
    const details = (seenVersion: number, changes: object) => ({
      person: ref(nik),
      seenVersion,
      changes,
      proofNumber: 'IJAZAH 1',
      reason: 'salah tulis',
    });
    const corrected = { kind: 'biodata_correction' as const, occurredOn: TODAY };
    const done = await record({ ...corrected, details: details(1, { birthPlace: 'BOGOR' }) });
    expect(done.effects).toEqual([{ code: 'civil_event.effect.elements', values: { name: expect.any(String), n: 1 } }]);
    expect(await person(nik)).toMatchObject({ birthPlace: 'BOGOR', religion: 1, version: 2 });
    await expect(
      record({ kind: 'biodata_correction', occurredOn: TODAY, details: details(1, { birthPlace: 'DEPOK' }) }),
    ).rejects.toMatchObject({ code: 'resident.changed_meanwhile' });
    await expect(
      record({ kind: 'biodata_correction', occurredOn: TODAY, details: details(2, { state: 'MENINGGAL' }) }),
    ).rejects.toMatchObject({ code: 'resident.element_not_correctable' });
  });

  test('other events are those of the list, with its deadline, and change nobody', async () => {
    const nik = await givenResident(given);
    const details = { code: 'guardianship', people: [ref(nik)], proofNumber: '5/Pdt.P', note: 'wali ditetapkan' };
    const done = await record({ kind: 'other', occurredOn: day('2018-11-01'), details });
    expect(done).toMatchObject({ actId: null, daysLate: 10 });
    expect(await person(nik)).toMatchObject({ version: 1 });
    await expect(
      record({ kind: 'other', occurredOn: TODAY, details: { ...details, code: 'no_such_event' } }),
    ).rejects.toMatchObject({ code: 'civil_event.unknown_other' });
  });
});

const NAMES = ['', 'HASAN ALKAFI', 'SIMON PURBA', 'LUKAS WIBOWO', 'WAYAN GEDE'];

describe('parents and children', () => {
  async function givenFatherless(religion: number) {
    const mother = await givenResident(given, { religion, birthDate: day('1990-05-05') });
    await givenFamily(given, [{ nik: mother, relation: 1 }]);
    const father = await givenResident(given, { ...BUDI, religion });
    const born = await record({
      kind: 'birth',
      occurredOn: day('2018-12-03'),
      looked: [],
      details: {
        name: NAMES[religion]!,
        sex: 1,
        birthPlace: 'JAKARTA',
        childOrder: 1,
        bond: 'mother',
        mother: ref(mother),
      },
    });
    return { mother, father, child: born.registered[0]! };
  }
  const kin = (one: Awaited<ReturnType<typeof givenFatherless>>, over: object) => ({
    child: ref(one.child),
    father: ref(one.father),
    mother: ref(one.mother),
    ...over,
  });

  test('recognition gives a child the father, once; his name is sealed with the rest', async () => {
    const one = await givenFatherless(2);
    const details = kin(one, { statementNumber: 'SP-1' });
    const done = await record({ kind: 'recognition', occurredOn: TODAY, details });
    expect(done.certificateNumber).toMatch(/^3175-PA-/);
    expect(await person(one.child)).toMatchObject({ fatherNik: one.father });
    expect(await fatherName(one.child)).toBe('BUDI CONTOH SANTOSO');
    await expect(record({ kind: 'recognition', occurredOn: TODAY, details })).rejects.toMatchObject({
      code: 'civil_event.father_known',
    });
  });

  test('where the religion does not know recognition a court must have ruled', async () => {
    const one = await givenFatherless(1);
    const details = kin(one, { statementNumber: 'SP-2' });
    await expect(record({ kind: 'recognition', occurredOn: TODAY, details })).rejects.toMatchObject({
      code: 'civil_event.ruling_needed',
    });
    await record({ kind: 'recognition', occurredOn: TODAY, details: { ...details, rulingNumber: '2/Pdt.P/PA' } });
  });

  test('legitimation asks that the parents have married since', async () => {
    const one = await givenFatherless(3);
    const details = kin(one, { marriageDeedNumber: '3175-KW-1' });
    await expect(record({ kind: 'legitimation', occurredOn: TODAY, details })).rejects.toMatchObject({
      code: 'civil_event.rules_broken',
    });
    await record({
      kind: 'marriage',
      occurredOn: TODAY,
      details: {
        husband: ref(one.father),
        wife: ref(one.mother),
        marriagePlace: 'JAKARTA',
        celebrant: 'PASTOR CONTOH',
        household: 'join_wife',
      },
    });
    await record({ kind: 'legitimation', occurredOn: TODAY, details });
    expect(await person(one.child)).toMatchObject({ fatherNik: one.father });
  });

  test('an adopted child sits with those who adopt and keeps the parents by birth', async () => {
    const one = await givenFatherless(4);
    const parents = await givenCouple(given, { religion: 4, address: 'JALAN ANGKAT 5' });
    const details = { child: ref(one.child), father: ref(parents.husband), mother: ref(parents.wife), ...RULING };
    await record({ kind: 'adoption', occurredOn: TODAY, details });
    expect(await seat(one.child)).toEqual({ card: parents.card, relation: 4 });
    expect(await person(one.child)).toMatchObject({ motherNik: one.mother, fatherNik: null });
    const { row, folded } = await fold(one.child);
    expect(folded).toEqual(row);
    await expect(
      record({ kind: 'adoption', occurredOn: TODAY, details: { child: ref(one.child), ...RULING } }),
    ).rejects.toMatchObject({ code: 'civil_event.details_invalid', faults: [{ code: 'field.adoptive_parent' }] });
  });
});

describe('a change of address within the regency', () => {
  const to = (villageCode: string) => ({ villageCode, address: 'JALAN PINDAH 9', rt: 1, rw: 1 });

  test('a whole card keeps its number within the district and gets a new one in another', async () => {
    const { husband, wife, card: number } = await givenCouple(given);
    const movers = [
      { person: ref(husband), relation: 1 },
      { person: ref(wife), relation: 3 },
    ];
    const first = await record({
      kind: 'address_change',
      occurredOn: TODAY,
      details: { movers, address: to(PONDOK_KOPI), reason: 'rumah baru' },
    });
    expect(first.effects.map(({ code }) => code)).toContain('civil_event.effect.card_keeps_number');
    expect(await seat(wife)).toEqual({ card: number, relation: 3 });
    expect(await person(wife)).toMatchObject({
      villageCode: PONDOK_KOPI,
      address: 'JALAN PINDAH 9',
      previousAddress: expect.stringContaining('JALAN CONTOH 1 RT 003/RW 007, Pondok Kelapa'),
    });
    const { card } = asker(given);
    expect(await card(number)).toMatchObject({ state: 1, address: 'JALAN PINDAH 9', village: PONDOK_KOPI });

    // Cakung, another district of the same city.
    await record({
      kind: 'address_change',
      occurredOn: TODAY,
      details: { movers, address: to('3175061001'), reason: 'rumah baru' },
    });
    const now = await seat(husband);
    expect(now?.relation).toBe(1);
    expect(now?.card).not.toBe(number);
    expect(now?.card.slice(0, 6)).toBe('317506');
    expect(await card(number)).toMatchObject({ state: 2, replacedBy: now?.card });
  });

  test('another regency is a move, and a card of their own needs one head', async () => {
    const { wife } = await givenCouple(given);
    const details = (villageCode: string, relation: number) => ({
      movers: [{ person: ref(wife), relation }],
      address: to(villageCode),
      reason: 'kerja',
    });
    await expect(
      record({ kind: 'address_change', occurredOn: TODAY, details: details('3273011001', 1) }),
    ).rejects.toMatchObject({ code: 'civil_event.another_regency' });
    await expect(
      record({ kind: 'address_change', occurredOn: TODAY, details: details(PONDOK_KOPI, 3) }),
    ).rejects.toMatchObject({ code: 'civil_event.one_head' });
    await record({ kind: 'address_change', occurredOn: TODAY, details: details(PONDOK_KOPI, 1) });
    expect((await seat(wife))?.relation).toBe(1);
  });
});
