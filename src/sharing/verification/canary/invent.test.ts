import { describe, expect, test } from 'vitest';
import { asCivilDate } from '../../../core/time/index.ts';
import { givenPeople } from './given-people.ts';
import { invent, LEAST_PEOPLE } from './invent.ts';
import { numbersIn } from './rules.ts';

const TODAY = asCivilDate('2018-12-11');
const people = givenPeople(40).map((person) => ({ ...person, villageCode: '3175071004' }));
/** The same throws each time. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => (state = (state * 16_807 + 11) % 2_147_483_647) % below;
}
const many = Array.from({ length: 200 }, (_, n) => invent(people, TODAY, dice(n + 1))!);

describe('an invented person', () => {
  test('is called as nobody is who is known, in words that people there bear', () => {
    const names = new Set(people.map(({ name }) => name));
    const words = new Set(people.flatMap(({ name }) => name.split(' ')));
    for (const { name, motherName, fatherName } of many)
      for (const each of [name, motherName, fatherName]) {
        expect(names.has(each)).toBe(false);
        for (const word of each.split(' ')) expect(words.has(word)).toBe(true);
      }
  });

  test('has a name of its own sex, a birthday of an adult that nobody lent it, a street that is there and another house', () => {
    const wordsOf = (sex: number) =>
      new Set(people.filter((one) => one.sex === sex).flatMap(({ name }) => name.split(' ')));
    const streets = new Set(people.map(({ address }) => address.replace(/ \d+$/, '')));
    for (const { sex, name, birthDate, address } of many) {
      for (const word of name.split(' ')) expect(wordsOf(sex).has(word)).toBe(true);
      expect(birthDate > '1945' && birthDate < '2000').toBe(true);
      expect(streets.has(address.replace(/ \d+$/, ''))).toBe(true);
    }
    expect(new Set(many.map(({ birthDate }) => birthDate)).size).toBeGreaterThan(100);
  });

  test('is not made where there are too few to hide among', () => {
    expect(invent(people.slice(0, LEAST_PEOPLE - 1), TODAY, dice(1))).toBeNull();
    expect(
      invent(
        people.filter(({ sex }) => sex === 1),
        TODAY,
        dice(1),
      ),
    ).toBeNull();
  });
});

test.each([
  ['3175074508909001', ['3175074508909001']],
  ["'3175074508909001", ['3175074508909001']],
  ['3175 0745 0890 9001', ['3175074508909001']],
  ['31.75.07.450890.9001', ['3175074508909001']],
  ['NIK 3175074508909001 dan 3175074508909002', ['3175074508909001', '3175074508909002']],
  ['31750745089090011', []],
  ['317507450890900', []],
  ['JALAN CONTOH 1 RT 003 RW 007 KELURAHAN CONTOH 13440 TELEPON 0218000001', []],
])('of a cell %s the numbers of people are %j', (cell, numbers) => {
  expect(numbersIn(cell)).toEqual(numbers);
});
