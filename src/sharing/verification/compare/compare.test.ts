import { describe, expect, test } from 'vitest';
import type { Attribute } from '../attribute.ts';
import type { Given, PersonState } from '../schema.ts';
import { comparison, type Leave, type Subject } from './compare.ts';

const SITI: Subject = {
  name: 'SITI CONTOH RAHAYU',
  birthPlace: 'SURABAYA',
  birthDate: '1990-08-05',
  sex: 2,
  bloodGroup: 13,
  religion: 1,
  maritalStatus: 1,
  education: 5,
  occupation: 15,
  address: 'JALAN CONTOH NO. 1',
  rt: 3,
  rw: 7,
  villageCode: '3175071004',
  familyCard: '3175070106119001',
  motherName: 'IBU CONTOH',
  fatherName: null,
};

const NAMES: Record<string, string> = {
  '31': 'Daerah Khusus Ibukota Jakarta',
  '3175': 'Kota Administrasi Jakarta Timur',
  '317507': 'Duren Sawit',
  '3175071004': 'Pondok Kelapa',
};
const comparing = comparison((code) => NAMES[code]);
const compare = (...given: Parameters<typeof comparing.compare>) => comparing.compare(...given);

const checks = (...names: Attribute[]) => new Map(names.map((name) => [name, 'check'] as const));
const scores = (...names: Attribute[]) => new Map(names.map((name) => [name, 'score'] as const));
const leave = (over: Partial<Leave> = {}): Leave => ({
  elements: checks('name', 'birthDate', 'sex'),
  threshold: 80,
  tells: new Set(),
  ...over,
});
const only = (attribute: Attribute, given: string | number) =>
  compare({ [attribute]: given } as Given, SITI, 'active', leave({ elements: checks(attribute) })).results[attribute]!
    .result;

describe('each attribute beside what the register says', () => {
  test.each<[Attribute, string | number, 'match' | 'no_match']>([
    ['familyCard', '3175070106119001', 'match'],
    ['familyCard', '3175070106119002', 'no_match'],
    ['name', 'Siti Tjontoh Rahayu', 'match'],
    ['name', 'Siti Rahayu', 'no_match'],
    ['birthPlace', 'Soerabaja', 'match'],
    ['birthPlace', 'Kota Surabaya', 'match'],
    ['birthPlace', 'Surakarta', 'no_match'],
    ['birthDate', '1990-08-05', 'match'],
    ['birthDate', '1990-05-08', 'no_match'],
    ['sex', 2, 'match'],
    ['sex', 1, 'no_match'],
    ['bloodGroup', 13, 'match'],
    ['religion', 2, 'no_match'],
    ['maritalStatus', 1, 'match'],
    ['education', 5, 'match'],
    ['occupation', 16, 'no_match'],
    ['address', 'Jl. Contoh 1', 'match'],
    ['address', 'Jl. Contoh 2', 'no_match'],
    ['rt', 3, 'match'],
    ['rw', 3, 'no_match'],
    ['village', 'Pondok Kelapa', 'match'],
    ['village', '31.75.07.1004', 'match'],
    ['village', '3175071007', 'no_match'],
    ['district', 'Kec. Duren Sawit', 'match'],
    ['regency', 'Jakarta Timur', 'match'],
    ['regency', '3174', 'no_match'],
    ['province', 'DKI Jakarta', 'match'],
    ['motherName', 'Ibu Tjontoh', 'match'],
    ['motherName', 'Siti', 'no_match'],
    // What the register does not know matches nothing.
    ['fatherName', 'Bapak Contoh', 'no_match'],
  ])('%s %s: %s', (attribute, given, expected) => expect(only(attribute, given)).toBe(expected));
});

describe('what the agreement lets be seen', () => {
  const given: Given = { name: 'SITI CONTOH RAHAJU', birthDate: '1990-08-05', motherName: 'IBU CONTOH' };

  test('what is not granted is not compared, and says so', () => {
    const { results, resultClass } = compare(given, SITI, 'active', leave());
    expect(results.motherName).toEqual({ result: 'not_granted' });
    expect(results.birthDate).toEqual({ result: 'match' });
    expect(resultClass).toBe('match');
  });

  test('likeness is told in steps of ten where granted, and never below the threshold', () => {
    const of = (name: string, threshold: number) =>
      compare({ name, sex: 2 }, SITI, 'active', leave({ elements: scores('name', 'sex'), threshold })).results.name;
    expect(of('SITI CONTOH RAHAYU', 80)).toEqual({ result: 'score', score: 100 });
    expect(of('SITI TJONTOH RAHAJU', 80)).toEqual({ result: 'score', score: 90 });
    expect(of('SITI CONTOH RAHAYI', 80)).toEqual({ result: 'score', score: 80 });
    expect(of('SITI CONTOH RAHAYI', 90)).toEqual({ result: 'no_match' });
    expect(of('WULANDARI', 0)).toEqual({ result: 'no_match' });
  });

  test('a part that matches makes the answer partial, none a mismatch', () => {
    const all = leave({ elements: checks('name', 'birthDate', 'motherName') });
    expect(compare(given, SITI, 'active', all).resultClass).toBe('match');
    expect(compare({ ...given, birthDate: '1991-08-05' }, SITI, 'active', all).resultClass).toBe('partial');
    expect(compare({ name: 'X', birthDate: '1991-08-05' }, SITI, 'active', all).resultClass).toBe('mismatch');
  });
});

describe('records that do not speak', () => {
  const given: Given = { name: SITI.name, birthDate: SITI.birthDate, sex: SITI.sex, address: 'JALAN CONTOH 1' };
  const silent: [PersonState, Subject | null][] = [
    ['absent', null],
    ['deceased', SITI],
    ['duplicate', SITI],
    ['inactive', SITI],
    ['sealed', SITI],
  ];

  test('look like a mismatch in every field, and all alike', () => {
    const wrong: Given = { name: 'X', birthDate: '1901-02-03', sex: 1, address: 'X' };
    const mismatch = compare(wrong, SITI, 'active', leave());
    for (const [state, known] of silent) expect(compare(given, known, state, leave())).toEqual(mismatch);
  });

  test.each(silent)('%s is told where the agreement says so, and still no field speaks', (state, known) => {
    const told = compare(given, known, state, leave({ tells: new Set([state]) }));
    expect(told.state).toBe(state);
    expect(told.resultClass).toBe('mismatch');
    const other = compare(given, known, state, leave({ tells: new Set(['active']) }));
    expect(other.state).toBeNull();
  });
});
