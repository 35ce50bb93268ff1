import { describe, expect, it } from 'vitest';
import { ageOn, asCivilDate, daysBetween } from '../../core/time/index.ts';
import { familyOf, nation, peopleFrom, personAt, placesOfDistrict, type Person } from './index.ts';
import { dayNumber, compactDay, civilText } from './draw/calendar.ts';
import { shareOfAges } from './family/pyramid.ts';
import { PROVINCES } from './place/province.ts';

const asOf = asCivilDate('2018-06-30');
const COUNT = 200_000;
const made = nation({ seed: 'uji', count: COUNT, asOf });
const people = [...peopleFrom(made)];
const byNik = new Map(people.map((person) => [person.nik as string, person]));
const share = (of: (person: Person) => boolean) => people.filter(of).length / COUNT;

describe('a nation of 200,000', () => {
  it('has everybody once, under a test NIK of one person only', () => {
    expect(people).toHaveLength(COUNT);
    expect(people.every((person, i) => person.n === i)).toBe(true);
    expect(byNik.size).toBe(COUNT);
    expect(people.every((person) => /^[0-9]{12}9[0-9]{3}$/.test(person.nik) && person.nik.slice(12) > '9000')).toBe(
      true,
    );
  });

  it('has each person in exactly one family, and each family with one adult head, whom no other family has', () => {
    const families = Map.groupBy(people, (person) => person.familyCardNumber as string);
    let together = 0;
    for (const [number, members] of families) {
      const heads = members.filter((person) => person.familyRelation === 1);
      if (heads.length !== 1 || heads[0]!.age < 18) expect.fail(`${number} has ${heads.length} heads`);
      if (members.at(-1)!.n - members[0]!.n !== members.length - 1) expect.fail(`${number} is not in one block`);
      if (members.filter((person) => person.familyRelation === 3).length > 1) expect.fail(`${number} has two wives`);
      if (new Set(members.map((person) => person.villageCode)).size > 1) expect.fail(`${number} lives in two villages`);
      together += members.length;
    }
    expect(together).toBe(COUNT);
    expect(COUNT / families.size).toBeGreaterThan(2.8);
    expect(COUNT / families.size).toBeLessThan(3.9);
    expect(
      [...families.keys()].every((number) => /^[0-9]{12}9[0-9]{3}$/.test(number) && number.slice(12) > '9000'),
    ).toBe(true);
  });

  it('has mothers 15 to 48 years older than their children, fathers at least 17, under the names they bear', () => {
    let mothers = 0;
    for (const child of people) {
      for (const [nik, name, least, most] of [
        [child.motherNik, child.motherName, 15, 48],
        [child.fatherNik, child.fatherName, 17, 65],
      ] as const) {
        if (name === '') expect.fail(`${child.n} has a parent without a name`);
        if (nik === null) continue;
        const parent = byNik.get(nik)!;
        const years = ageOn(parent.birthDate, child.birthDate);
        if (parent.name !== name || years < least || years > most)
          expect.fail(`${child.n}: parent ${years} years older`);
        if (parent.familyCardNumber !== child.familyCardNumber) expect.fail(`${child.n}: the parent lives elsewhere`);
        if (parent.male !== (nik === child.fatherNik)) expect.fail(`${child.n}: a parent of the wrong sex`);
        if (nik === child.motherNik) mothers++;
      }
    }
    expect(mothers).toBeGreaterThan(COUNT * 0.35);
  });

  it('spaces brothers and sisters by ten months', () => {
    const children = people.filter((person) => person.motherNik !== null && person.familyRelation === 4);
    for (const siblings of Map.groupBy(children, (child) => child.motherNik!).values()) {
      const births = siblings.map((child) => child.birthDate).sort();
      for (let i = 1; i < births.length; i++) {
        if (daysBetween(births[i - 1]!, births[i]!) < 300) expect.fail(`born on ${births[i - 1]} and ${births[i]}`);
      }
    }
  });

  it('has every date on the calendar, none in the future, and ages that follow from them', () => {
    for (const person of people) {
      if (person.birthDate > asOf || ageOn(asCivilDate(person.birthDate), asOf) !== person.age)
        expect.fail(`${person.n}`);
      const { marriageDate, divorceDate } = person.papers;
      if (marriageDate && (marriageDate > asOf || ageOn(person.birthDate, asCivilDate(marriageDate)) < 15)) {
        expect.fail(`${person.n} married on ${marriageDate}`);
      }
      if (divorceDate && (divorceDate > asOf || ageOn(person.birthDate, asCivilDate(divorceDate)) < 18)) {
        expect.fail(`${person.n} divorced on ${divorceDate}`);
      }
    }
  });

  it('has NIKs that tell birth date and sex (women + 40), but for about one in two hundred', () => {
    const tells = (person: Person) => {
      const day = Number(person.nik.slice(6, 8));
      const birth = person.birthDate;
      const told = `${String(day > 40 ? day - 40 : day).padStart(2, '0')}${person.nik.slice(8, 12)}`;
      return day < 40 === person.male && told === `${birth.slice(8)}${birth.slice(5, 7)}${birth.slice(2, 4)}`;
    };
    for (const person of people) if (tells(person) === person.nikContradicts) expect.fail(`${person.n} ${person.nik}`);
    expect(share((person) => person.nikContradicts)).toBeGreaterThan(0.004);
    expect(share((person) => person.nikContradicts)).toBeLessThan(0.006);
  });

  it('follows the official proportions: ages, sexes, who must have a card, provinces, religions', () => {
    for (let age = 0; age < 75; age += 5) {
      expect(share((p) => p.age >= age && p.age < age + 5) / shareOfAges(age, age + 5)).toBeCloseTo(1, 1);
    }
    expect(share((p) => p.age >= 17 || p.maritalStatus > 1)).toBeCloseTo(191.51 / 265.2, 2);
    expect(share((p) => p.male)).toBeCloseTo(0.504, 2);
    const nationwide = Object.values(PROVINCES).reduce((sum, province) => sum + province.population, 0);
    const lived = Object.groupBy(people, (person) => person.villageCode.slice(0, 2));
    // The six provinces of divided Papua were two.
    const official: Record<string, number> = {};
    const old: Record<string, string> = { 93: '91', 94: '91', 95: '91', 96: '92' };
    for (const [code, { population }] of Object.entries(PROVINCES)) {
      official[old[code] ?? code] = (official[old[code] ?? code] ?? 0) + population / nationwide;
    }
    expect(Object.keys(lived)).toHaveLength(34);
    for (const [code, part] of Object.entries(official)) {
      // Duren Sawit has more than its share at this size, which takes a little from everybody else.
      const more = code === '31' ? 3000 / COUNT : 0;
      expect(Math.abs(lived[code]!.length / COUNT - part - more)).toBeLessThan(0.004);
    }
    const religions = [0.87, 0.07, 0.033, 0.017, 0.008, 0.0003, 0.001];
    religions.forEach((part, i) => {
      expect(Math.abs(share((p) => p.religion === i + 1) - part)).toBeLessThan(0.01);
      expect(share((p) => p.religion === i + 1)).toBeGreaterThan(0);
    });
  });

  it('has names of Latin letters and spaces, 60 at most, mononyms and clans among them', () => {
    for (const person of people) {
      for (const name of [person.name, person.motherName, person.fatherName]) {
        if (!/^[A-Z]+( [A-Z]+)*$/.test(name) || name.length > 60) expect.fail(name);
      }
    }
    const mononyms = share((person) => !person.name.includes(' '));
    expect(mononyms).toBeGreaterThan(0.1);
    expect(mononyms).toBeLessThan(0.4);
    const balinese = people.filter((person) => person.culture === 'balinese' && person.stayPermit === null);
    expect(balinese.filter((person) => /^(I|NI) /.test(person.name)).length / balinese.length).toBeGreaterThan(0.9);
    const clan = (name: string) => name.slice(name.lastIndexOf(' '));
    const sons = people.filter(
      (person) => person.culture === 'batak' && person.familyRelation === 4 && person.fatherNik,
    );
    expect(sons.length).toBeGreaterThan(1000);
    for (const son of sons) expect(clan(son.name)).toBe(clan(son.fatherName));
  });

  it('has a few strangers, and members of the families of belief', () => {
    const strangers = people.filter((person) => person.stayPermit !== null);
    expect(strangers.length).toBeGreaterThan(10);
    expect(strangers.length).toBeLessThan(COUNT * 0.002);
    const believers = people.filter((person) => person.religion === 7);
    expect(believers.length).toBeGreaterThan(50);
    expect(believers.length).toBeLessThan(COUNT * 0.003);
  });

  it('has couples with one wedding, and papers only for those they are for', () => {
    let couples = 0;
    for (const wife of people) {
      const { marriageDate, divorceDate } = wife.papers;
      if ((marriageDate !== null) !== (wife.maritalStatus === 2))
        expect.fail(`${wife.n}: wedding of status ${wife.maritalStatus}`);
      if ((divorceDate !== null) !== (wife.maritalStatus === 3))
        expect.fail(`${wife.n}: divorce of status ${wife.maritalStatus}`);
      if (wife.familyRelation !== 3) continue;
      const husband = people[wife.n - 1]!;
      if (husband.familyCardNumber !== wife.familyCardNumber || husband.familyRelation !== 1) expect.fail(`${wife.n}`);
      expect(husband.papers).toEqual(wife.papers);
      couples++;
    }
    expect(couples).toBeGreaterThan(COUNT * 0.15);
  });

  it('gives the same person again from the seed and the place alone', () => {
    const again = nation({ seed: 'uji', count: COUNT, asOf });
    for (const n of [0, 31, 32, 77_777, COUNT - 1]) expect(personAt(again, n)).toEqual(people[n]);
    expect(familyOf(again, 77_777)).toContainEqual(people[77_777]);
    expect(personAt(nation({ seed: 'lain', count: COUNT, asOf }), 0)).not.toEqual(people[0]);
    expect(() => personAt(again, COUNT)).toThrow(RangeError);
  });
});

describe('Duren Sawit', () => {
  it.each([5000, 5001, 200_000, 1_000_000])(
    'has at least 3,000 residents in a nation of %i, in all its kelurahan',
    (count) => {
      const small = nation({ seed: 3, count, asOf });
      const { from, to } = placesOfDistrict(small, '317507')!;
      expect(to - from).toBeGreaterThanOrEqual(3000);
      const there = [...peopleFrom(small, from, to)];
      expect(there.every((person) => person.villageCode.startsWith('31.75.07.'))).toBe(true);
      expect(new Set(there.map((person) => person.villageCode)).size).toBe(7);
    },
  );
});

describe('a nation of any size', () => {
  it.each([1, 2, 31, 33, 5000, 12_345])('of %i is whole', (count) => {
    const small = [...peopleFrom(nation({ seed: count, count, asOf }))];
    expect(small).toHaveLength(count);
    expect(new Set(small.map((person) => person.nik)).size).toBe(count);
    const heads = small.filter((person) => person.familyRelation === 1);
    expect(heads).toHaveLength(new Set(small.map((person) => person.familyCardNumber)).size);
    expect(heads.every((head) => head.age >= 18)).toBe(true);
  });

  it('of ten million gives no number twice in its most populous district', () => {
    const large = nation({ seed: 5, count: 10_000_000, asOf });
    const { from, to } = placesOfDistrict(large, '317507')!;
    const sizes = large.starts.subarray(1).map((end, d) => end - large.starts[d]!);
    const largest = sizes.indexOf(Math.max(...sizes));
    const there = [
      ...peopleFrom(large, from, to),
      ...peopleFrom(large, large.starts[largest]! * 32, large.starts[largest + 1]! * 32),
    ];
    expect(there.length).toBeGreaterThan(5000);
    expect(new Set(there.map((person) => person.nik)).size).toBe(there.length);
    const heads = there.filter((person) => person.familyRelation === 1);
    expect(new Set(heads.map((person) => person.familyCardNumber)).size).toBe(heads.length);
  });

  it('refuses a size that test NIKs cannot tell apart', () => {
    expect(() => nation({ seed: 1, count: 0, asOf })).toThrow(RangeError);
    expect(() => nation({ seed: 1, count: 60_000_000, asOf })).toThrow(RangeError);
    expect(() => nation({ seed: 1, count: 50_000_000, asOf })).not.toThrow();
  });
});

describe('Papua', () => {
  const papua = (day: string) => {
    const then = nation({ seed: 9, count: 100_000, asOf: asCivilDate(day) });
    return [...peopleFrom(then, 97_000)].filter((person) => person.villageCode >= '91');
  };

  it('is two provinces in 2018, five on 20 November 2022, six from 9 December on', () => {
    expect(new Set(papua('2018-12-11').map((person) => person.villageCode.slice(0, 2)))).toEqual(new Set(['91', '92']));
    const between = new Set(papua('2022-11-20').map((person) => person.villageCode.slice(0, 2)));
    expect(between).toEqual(new Set(['91', '92', '93', '94', '95']));
    expect(new Set(papua('2022-12-09').map((person) => person.villageCode.slice(0, 2))).size).toBe(6);
  });

  it('keeps the codes of the old provinces in the NIKs of those registered before', () => {
    const born = papua('2024-06-30').filter((person) => person.birthDate < '2022');
    expect(born.length).toBeGreaterThan(100);
    expect(born.some((person) => person.villageCode > '93')).toBe(true);
    expect(born.every((person) => person.nik < '93')).toBe(true);
  });
});

describe('the calendar in numbers', () => {
  it('agrees with the civil calendar from 1900 to 2100', () => {
    for (let day = dayNumber(1900, 1, 1); day < dayNumber(2100, 1, 1); day += 13) {
      expect(civilText(compactDay(day))).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
    }
  });
});
