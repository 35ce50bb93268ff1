import { describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { BANDUNG, givenActor, givenResidents } from '../../../test/given/people.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { openLooks } from '../../register/resident/person.ts';
import { likelyRecordsOf, prepareLinkage, type PersonOnPaper } from './index.ts';

const given = await givenHouse();
const officer = givenActor();
const kin = { motherName: 'AMINAH CONTOH', fatherName: 'JOKO CONTOH', disability: null };
const born = asCivilDate('1985-04-03');
const [soekarno, twin, namesake] = await givenResidents(given, [
  { name: 'SOEKARNO TJONTOH', sex: 1, birthDate: born, birthPlace: 'BANDUNG', villageCode: BANDUNG, kin },
  { name: 'WULANDARI CONTOH', sex: 2, birthDate: born, birthPlace: 'BANDUNG', villageCode: BANDUNG, kin },
  { name: 'SUKARNO CONTOH', sex: 1, birthDate: asCivilDate('1960-11-27'), kin: { ...kin, motherName: 'RAHMI' } },
]);
// So few live in the test's register that nearly everything would be likely.
const nation = { population: 1_000_000 };

const paper: PersonOnPaper = {
  name: 'Sukarno Contoh',
  birthDate: born,
  birthPlace: 'Bandung',
  sex: 1,
  motherName: 'Aminah Tjontoh',
  nik: null,
};
const ask = (over: Partial<PersonOnPaper> = {}) =>
  given.transact(officer, (tx) => likelyRecordsOf(tx, officer, { ...paper, ...over }, nation));

describe('one person against the register', () => {
  test('finds the record in another region, with the reasons', async () => {
    const [first] = await ask();
    expect(first).toMatchObject({ nik: soekarno, villageCode: BANDUNG, trap: null });
    expect(first!.posterior).toBeGreaterThan(0.99);
    expect(first!.reasons.map(({ comparison, level }) => `${comparison}.${level}`)).toEqual(
      expect.arrayContaining(['name.sounds', 'birth.same', 'family.mother', 'sex.same']),
    );
  });

  test.each([
    ['day and month exchanged', { birthDate: asCivilDate('1985-03-04') }, 'birth.swapped'],
    ['a birth year one off', { birthDate: asCivilDate('1986-04-03') }, 'birth.near'],
    ['a slip in the name', { name: 'SUKARMO CONTOH' }, 'name.slip'],
  ])('finds it with %s', async (_, over, reason) => {
    const [first] = await ask(over);
    expect(first!.nik).toBe(soekarno);
    expect(first!.reasons.map(({ comparison, level }) => `${comparison}.${level}`)).toContain(reason);
  });

  test('a twin and a namesake of another age are not likely', async () => {
    const niks = (await ask()).map(({ nik }) => nik);
    expect(niks).not.toContain(twin);
    expect(niks).not.toContain(namesake);
  });

  test('whoever is unlike everybody is like nobody', async () => {
    expect(await ask({ name: 'YOHANES PAPUA', birthDate: asCivilDate('1977-07-17'), motherName: null })).toEqual([]);
  });

  test('the look stands in the log of whoever was found', async () => {
    await ask();
    const ref = given.house.ground.personRefs.of(soekarno!);
    const bandung = givenActor({ region: '3273' });
    const { looks } = await given.transact(bandung, (tx) => openLooks(tx, bandung, { ref }));
    expect(looks.map((look) => look.label)).toContain('linkage.likely_records');
  });

  test('the register is counted once', async () => {
    const { population } = await given.transact(officer, (tx) => prepareLinkage(tx));
    expect(population).toBeGreaterThanOrEqual(3);
  });
});
