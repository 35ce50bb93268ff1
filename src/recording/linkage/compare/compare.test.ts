import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { birthForm, formMaker, homeForm, type LinkageRecord } from '../record/record.ts';
import { nikForm } from '../record/read.ts';
import { birthLevel, comparer, homeLevel, numberLevel } from './compare.ts';
import { COMPARISON_NAMES, levelAt, patternCode, patternOf, PATTERNS } from './level.ts';
import { nameComparer, oneSlipApart } from './name.ts';

const forms = formMaker();
const names = nameComparer();
const nameLevel = (a: string, b: string) => names.level(forms.name(a)!, forms.name(b)!);

const NOBODY: LinkageRecord = {
  id: '',
  name: null,
  birth: null,
  sex: null,
  birthPlace: null,
  number: null,
  familyCard: null,
  mother: null,
  father: null,
  motherKey: null,
  home: null,
};

describe('names', () => {
  test.each([
    ['SITI AMINAH', 'Siti  Aminah', 'same'],
    ['Soekarno Contoh', 'SUKARNO CONTOH', 'sounds'],
    ['Djoko Tjahjono', 'JOKO CAHYONO', 'sounds'],
    ['Sjamsul Arifin', 'SYAMSUL ARIFIN', 'sounds'],
    ['Muh. Yusuf', 'MUHAMMAD YUSUF', 'sounds'],
    ['Moch. Jusuf', 'Muhammad Yusuf', 'sounds'],
    ['H. Abdurrahman, S.Pd.', 'ABDUL RAHMAN', 'sounds'],
    ['Rahayu Siti', 'SITI RAHAYU', 'sounds'],
    ['Ahmad bin Yusuf', 'AHMAD YUSUF', 'sounds'],
    ['Siti binti Hasan', 'Siti Hasan', 'sounds'],
    ['BUDI SANTOSO', 'BUDI SANTTOSO', 'sounds'],
    ['BUDI SANTOSO', 'BUDI SANTOSA', 'slip'],
    ['SULISTYOWATI', 'SULIS TYOWATI', 'slip'],
    ['Ahmad bin Yusuf', 'AHMAD', 'part'],
    ['SUKARNO', 'SUKARNO HADI PRANOTO', 'part'],
    ['A. Fauzi', 'AHMAD FAUZI', 'part'],
    ['AHMAD HASAN', 'AHMAD HUSEIN', 'some'],
    ['Ahmad bin Yusuf', 'Ahmad bin Umar', 'some'],
    ['BUDI', 'WULANDARI', 'other'],
  ])('%s and %s: %s', (a, b, level) => {
    expect(nameLevel(a, b)).toBe(level);
    expect(nameLevel(b, a)).toBe(level);
  });

  test('the level does not depend on which name is first', () => {
    const anyName = fc.array(fc.stringMatching(/^[A-Z]{1,8}$/), { minLength: 1, maxLength: 4 }).map((w) => w.join(' '));
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        expect(nameLevel(a, b)).toBe(nameLevel(b, a));
        expect(nameLevel(a, a)).toBe('same');
      }),
    );
  });

  test.each([
    ['ABCD', 'ABD', true],
    ['ABCD', 'ABXD', true],
    ['ABCD', 'ACBD', true],
    ['ABCD', 'ABCDE', true],
    ['ABCD', 'ABCD', false],
    ['ABCD', 'DCBA', false],
    ['ABCD', 'AXXD', false],
  ])('%s and %s are one slip apart: %s', (a, b, slip) => expect(oneSlipApart(a, b)).toBe(slip));
});

describe('birth dates', () => {
  const level = (a: string, b: string) => birthLevel(birthForm(a)!, birthForm(b)!);
  test.each([
    ['1990-08-05', '05-08-1990', 'same'],
    ['1990-08-05', '19900508', 'swapped'],
    ['1990-08-05', '1991-08-05', 'near'],
    // A year of two digits has no century.
    ['1999-08-05', '2000-08-05', 'near'],
    ['2000-09-23', '2099-09-23', 'near'],
    ['1990-08-05', '1990-08-15', 'slip'],
    ['1990-08-05', '1909-08-05', 'slip'],
    ['1990-08-05', '1991-08-15', 'close'],
    ['1990-08-05', '1990-11-27', 'year'],
    ['1990-08-05', '1971-11-27', 'other'],
    ['1990-00-00', '1990-08-05', 'year'],
    ['1990-00-00', '1991-08-05', null],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(level(a, b)).toBe(expected);
    expect(level(b, a)).toBe(expected);
  });

  test('are read as files write them, and kept when no calendar has them', () => {
    expect(birthForm('17 Agustus 1945')).toEqual({ year: 1945, month: 8, day: 17 });
    expect(birthForm('17/8/1945')).toEqual({ year: 1945, month: 8, day: 17 });
    expect(birthForm('19450231')).toEqual({ year: 1945, month: 2, day: 31 });
    expect(birthForm('tidak tahu')).toBeNull();
  });
});

describe('numbers', () => {
  const level = (a: string, b: string) => numberLevel(nikForm(a)!, nikForm(b)!);

  test('a NIK that a spreadsheet has rounded is never an exact match', () => {
    expect(level('3175074508909010', '3175074508909010')).toBe('rounded');
    expect(level('3175074508909001', '3175074508909000')).toBe('rounded');
    for (const damaged of ['3,17507E+15', '3175074508900000', '3175074508909001.0', 3_175_074_508_909_001, '0']) {
      expect(nikForm(damaged)).toBeNull();
    }
  });

  test.each([
    ['3175074508909001', '3175074508909001', 'same'],
    ['3175074508909001', '3175074508919001', 'nikSlip'],
    // Of twins, and of a queue's next.
    ['3175074508909001', '3175074508909002', 'neighbour'],
    ['3175074508909001', '3175064508909001', 'neighbour'],
    ['3175074508909001', '9901010101019003', 'other'],
  ])('%s and %s: %s', (a, b, expected) => expect(level(a, b)).toBe(expected));

  test('any other number is only a number', () => {
    const number = (digits: string) => ({ digits, isNik: false });
    expect(numberLevel(number('6988048'), number('6988408'))).toBe('slip');
    expect(numberLevel(number('6988040'), number('6988040'))).toBe('same');
  });
});

test('an address agrees by its words and numbers, in whatever order', () => {
  const home = (address: string, code: string | null) => homeForm(address, null, code)!;
  expect(homeLevel(home('JL. MELATI NO. 5 RT 003', '31'), home('No 5 Jl Melati RT 3', '31'))).toBe('same');
  expect(homeLevel(home('JL. MELATI NO. 5', '31'), home('JL. MELATI NO. 6', '31'))).toBe('alike');
  expect(homeLevel(home('JL. MELATI NO. 5', '31'), home('DUSUN KRAJAN', '31'))).toBe('place');
  expect(homeLevel(home('JL. MELATI NO. 5', '31'), home('DUSUN KRAJAN', '32'))).toBe('other');
});

test('who shares parents is not credited with the home and the birthplace that families share', () => {
  const one = {
    ...NOBODY,
    mother: forms.name('SITI CONTOH'),
    father: forms.name('BUDI CONTOH'),
    home: homeForm('JL MELATI', null, '31'),
    birthPlace: forms.name('JAKARTA'),
  };
  const pattern = comparer().compare(one, one);
  const levels = Object.fromEntries(COMPARISON_NAMES.map((name, c) => [name, levelAt(name, pattern[c]!)]));
  expect(levels).toMatchObject({ family: 'both', home: null, birthPlace: null, name: null });
});

test('silence is no disagreement', () => {
  expect(comparer().compare(NOBODY, NOBODY)).toEqual(COMPARISON_NAMES.map(() => 0));
});

test('every pattern has one number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: PATTERNS - 1 }), (code) => {
      expect(patternCode(patternOf(code))).toBe(code);
    }),
  );
});
