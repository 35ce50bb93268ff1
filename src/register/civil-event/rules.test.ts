import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, asCivilDate, type CivilDate } from '../../core/time/index.ts';
import { asNik } from '../../core/id/index.ts';
import { DEADLINES, daysLate } from './deadlines.ts';
import { KIND_TABLE } from './kind/index.ts';
import { deedPrefix } from './deed.ts';
import { divorceFaults, marriageAge, marriageFaults, type Person } from './rules.ts';
import { restoring, type HistoryLine } from './undo/restoring.ts';
import { KINDS, RECORDABLE } from './schema.ts';
import { childRelation, spouseRelation } from './seats.ts';

const day = asCivilDate;
const person = (over: Partial<Person>): Person => ({
  nik: asNik('9971010508859001'),
  sex: 1,
  birthDate: day('1985-08-05'),
  religion: 3,
  maritalStatus: 1,
  maritalRegistered: null,
  marriageDate: null,
  marriageCertificate: null,
  divorceDate: null,
  state: 'HIDUP',
  stateSince: day('2011-01-01'),
  nationality: 'IDN',
  fatherNik: null,
  motherNik: null,
  ...over,
});
const bride = person({ nik: asNik('9971014508859002'), sex: 2 });

test('every kind has its schema, its plan and its deadline', () => {
  expect(Object.keys(KIND_TABLE).toSorted()).toEqual([...RECORDABLE].toSorted());
  for (const kind of RECORDABLE) expect(KIND_TABLE[kind].kind).toBe(kind);
  expect(Object.keys(DEADLINES).toSorted()).toEqual([...KINDS].toSorted());
});

test('a report on the last day is in time, each day after counts, whatever the month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 400 }), (offset, after) => {
      const born = addDays(day('1930-01-01'), offset);
      expect(daysLate(born, addDays(born, after), 60)).toBe(Math.max(0, after - 60));
      expect(daysLate(born, addDays(born, after), null)).toBe(0);
    }),
  );
});

test('the age of marriage is that of the wedding day: 16 and 19 until 14 October 2019, 19 for both from the 15th', () => {
  expect(marriageAge(day('2019-10-14'))).toMatchObject({ husband: 19, wife: 16 });
  expect(marriageAge(day('2019-10-15'))).toMatchObject({ husband: 19, wife: 19 });
});

describe('marriage by religion', () => {
  const told = (over: Partial<Parameters<typeof marriageFaults>[0]>) =>
    marriageFaults({
      husband: person({}),
      wife: bride,
      occurredOn: day('2018-12-11'),
      by: 'civil_office',
      courtRuling: null,
      dispensationNumber: null,
      polygamyPermit: null,
      ...over,
    }).map(({ code }) => code);

  test('exactly one of the two ways is open to a couple of one religion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), (religion) => {
        const couple = { husband: person({ religion }), wife: { ...bride, religion } };
        const [civil, religious] = [
          told({ ...couple, by: 'civil_office' }),
          told({ ...couple, by: 'religious_office' }),
        ];
        expect(civil.length + religious.length).toBe(1);
        expect(religious.length === 0).toBe(religion === 1);
      }),
    );
  });

  test('a couple that lives as married without a record has it recorded; a second wedding is none', () => {
    const lives = { maritalStatus: 2, maritalRegistered: false };
    expect(told({ husband: person(lives), wife: { ...bride, ...lives } })).toEqual([]);
    expect(told({ husband: person({ ...lives, maritalRegistered: true }), wife: { ...bride, ...lives } })).toEqual([
      'civil_event.married_already',
      'civil_event.married_already',
    ]);
  });
});

test('a certificate of divorce names the marriage that ends, from the register or from the report', () => {
  const wed = { maritalStatus: 2 };
  const told = { husband: person(wed), wife: { ...bride, ...wed }, by: 'civil_office' as const, oneCard: true };
  expect(divorceFaults(told).map(({ path }) => path)).toEqual(['marriageDeedNumber', 'marriageDate']);
  expect(divorceFaults({ ...told, marriageDeedNumber: 'AK-1', marriageDate: day('2010-01-01') })).toEqual([]);
});

test('a deed’s number says where, which deed and on which day', () => {
  expect(deedPrefix('3175', 'LU', day('2018-12-11'))).toBe('3175-LU-11122018');
});

describe('undoing', () => {
  const line = (
    actId: string,
    version: number,
    delta: unknown,
    undone = false,
    protectedChanged = false,
  ): HistoryLine => ({
    actId,
    kind: 'x',
    occurredOn: '2018-01-01' as CivilDate,
    version,
    delta,
    protectedChanged,
    undone,
  });
  const elements = ['name', 'religion', 'address', 'state'];

  test('is blocked by exactly those later acts that still stand and touch an element of the act', () => {
    const change = fc.record({
      delta: fc.uniqueArray(fc.constantFrom(...elements), { minLength: 1 }),
      undone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...elements), { minLength: 1 }), fc.array(change), (own, later) => {
        const toDelta = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, 1]));
        const history = [
          line('first', 1, [1, 2]),
          line('act', 2, toDelta(own)),
          ...later.map((one, n) => line(`later ${n}`, 3 + n, toDelta(one.delta), one.undone)),
        ];
        const how = restoring(history, 'act');
        const stands = later.some((one) => !one.undone && one.delta.some((key) => own.includes(key)));
        expect(how.how).toBe(stands ? 'blocked' : 'restore');
        if (how.how === 'restore') expect(how.elements).toEqual(own);
      }),
    );
  });

  test('of sealed elements is blocked by any later act on them, as no delta says which', () => {
    const act = line('act', 2, {}, false, true);
    const before = line('first', 1, [1]);
    expect(restoring([before, act, line('b', 3, { name: 'X' })], 'act').how).toBe('restore');
    expect(restoring([before, act, line('b', 3, {}, false, true)], 'act').how).toBe('blocked');
    expect(restoring([before, act, line('b', 3, {}, true, true)], 'act').how).toBe('restore');
  });

  test('a registration is undone only while nothing stands on it', () => {
    expect(restoring([line('act', 1, [1])], 'act').how).toBe('registered');
    expect(restoring([line('act', 1, [1]), line('b', 2, { name: 'X' })], 'act').how).toBe('blocked');
    expect(restoring([line('act', 1, [1]), line('b', 2, { name: 'X' }, true)], 'act').how).toBe('registered');
  });
});

test('relations are told towards the head of the card', () => {
  expect([1, 2, 3, 4, 5, 9].map(childRelation)).toEqual([4, 4, 4, 6, 6, 9]);
  expect(spouseRelation(1, 'wife')).toBe(3);
  expect(spouseRelation(1, 'husband')).toBe(2);
  expect(spouseRelation(4, 'wife')).toBe(5);
  expect(spouseRelation(7, 'wife')).toBe(9);
});
