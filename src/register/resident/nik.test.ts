import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCivilDate, civilDateOf, partsOf } from '../../core/time/index.ts';
import { buildNik, checkNik, groupNik, maskNik, nikParts, type KnownRegions, type Sex } from './nik.ts';

const today = asCivilDate('2018-12-11');
const names: Record<string, { name: string; present: boolean }> = {
  '31': { name: 'DKI Jakarta', present: true },
  '3175': { name: 'Kota Administrasi Jakarta Timur', present: true },
  '317507': { name: 'Duren Sawit', present: true },
  '91': { name: 'Papua', present: true },
  '9101': { name: 'Kabupaten Merauke', present: false },
  '910101': { name: 'Merauke', present: false },
  '64': { name: 'Kalimantan Timur', present: true },
  '6473': { name: 'Kota Tarakan', present: false },
  '09': { name: 'DKI Jakarta', present: false },
};
const regions: KnownRegions = { find: (code) => names[code] };
const check = (nik: string, more = {}) => checkNik(nik, { today, regions, ...more });

const anyDate = fc
  .record({
    year: fc.integer({ min: 1919, max: 2018 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => civilDateOf(year, month, day)!)
  .filter((date) => date <= today);
const anySex = fc.constantFrom<Sex>(1, 2);
const anySerial = fc.integer({ min: 9001, max: 9999 });
const anyDistrict = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, '0'));

describe('the layout of a NIK', () => {
  test('what is built is read back, and its NIK has no error', () => {
    fc.assert(
      fc.property(anyDistrict, anyDate, anySex, anySerial, (district, birthDate, sex, serial) => {
        const nik = buildNik({ district, birthDate, sex, serial });
        const result = checkNik(nik, { today, birthDate, sex });
        expect(result).toMatchObject({ ok: true, errors: [], warnings: [], sex });
        expect(result.birthDate).toEqual({ date: birthDate, inferred: false });
        const { month, day } = partsOf(birthDate);
        expect(nikParts(nik)).toMatchObject({ district, day, month, serial: String(serial), sex });
      }),
    );
  });

  test('a birth of the last hundred years is inferred without biodata, and said to be so', () => {
    fc.assert(
      fc.property(anyDate, anySex, (birthDate, sex) => {
        const nik = buildNik({ district: '990101', birthDate, sex, serial: 9001 });
        expect(checkNik(nik, { today }).birthDate).toEqual({ date: birthDate, inferred: true });
      }),
    );
  });

  test('no text makes the check throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{16}$/), fc.string({ unit: 'grapheme' })), (text) => {
        const result = check(text);
        expect(result.ok).toBe(result.errors.length === 0);
      }),
    );
  });

  test('a woman is coded with her day plus 40, and is neither a man nor born in the wrong month', () => {
    expect(check('3175074508909001')).toMatchObject({
      ok: true,
      sex: 2,
      birthDate: { date: '1990-08-05', inferred: true },
      district: { code: '317507', name: 'Duren Sawit', regency: 'Kota Administrasi Jakarta Timur', state: 'present' },
    });
  });

  test.each([
    ['317507450890900', 'nik.not_sixteen_digits'],
    ['31750745089090011', 'nik.not_sixteen_digits'],
    ['3175074508909O01', 'nik.not_sixteen_digits'],
    ['３175074508909001', 'nik.not_sixteen_digits'],
    ['', 'nik.not_sixteen_digits'],
    ['3175070008909001', 'nik.day_out_of_range'],
    ['3175073208909001', 'nik.day_out_of_range'],
    ['3175074008909001', 'nik.day_out_of_range'],
    ['3175077208909001', 'nik.day_out_of_range'],
    ['3175070500909001', 'nik.month_out_of_range'],
    ['3175070513909001', 'nik.month_out_of_range'],
    ['3175073102909001', 'nik.date_impossible'],
    ['3175077104909001', 'nik.date_impossible'],
    ['3175072902909001', 'nik.date_impossible'],
    ['3175070508900000', 'nik.serial_zero'],
  ])('%s is refused with %s', (nik, code) => {
    expect(check(nik)).toMatchObject({ ok: false, errors: [code] });
  });

  test('29 February is possible where any century has it', () => {
    expect(check('3175072902009001')).toMatchObject({ ok: true, birthDate: { date: '2000-02-29' } });
    expect(check('3175072902929001')).toMatchObject({ ok: true, birthDate: { date: '1992-02-29' } });
  });

  test('all that is wrong is said at once', () => {
    expect(check('3175079913900000').errors).toEqual([
      'nik.day_out_of_range',
      'nik.month_out_of_range',
      'nik.serial_zero',
    ]);
  });
});

describe('the century', () => {
  test('a child born in 2010 is not born in 1910', () => {
    expect(check('3175070505109001').birthDate).toEqual({ date: '2010-05-05', inferred: true });
  });

  test('a two-digit year after the present one belongs to the last century', () => {
    expect(check('3175070505199001').birthDate).toEqual({ date: '1919-05-05', inferred: true });
  });

  test('a day of this year that is still to come belongs to the last century', () => {
    expect(check('3175073112189001').birthDate).toEqual({ date: '1918-12-31', inferred: true });
  });

  test('the birth date in the biodata settles it, also beyond a hundred years', () => {
    const birthDate = asCivilDate('1910-05-05');
    expect(check('3175070505109001', { birthDate })).toMatchObject({
      warnings: [],
      birthDate: { date: birthDate, inferred: false },
    });
  });
});

describe('a NIK that contradicts the person stays right', () => {
  test('a corrected birth date or another sex is a warning, not an error', () => {
    const result = check('3175074508909001', { birthDate: asCivilDate('1990-08-06'), sex: 1 });
    expect(result).toMatchObject({ ok: true, warnings: ['nik.birth_date_differs', 'nik.sex_differs'] });
  });

  test('having moved is only worth an info', () => {
    const moved = check('3175074508909001', { domicile: '3273010001' });
    expect(moved).toMatchObject({ ok: true, warnings: [], infos: ['nik.registered_elsewhere'] });
    expect(check('3175074508909001', { domicile: '3175071004' }).infos).toEqual([]);
  });
});

describe('the region of first registration', () => {
  test.each([
    ['9101014508909001', 'nik.region_retired', 'archived'],
    // The district is in no list, but its regency is one of former days.
    ['9101994508909001', 'nik.region_retired', 'archived'],
    ['6473014508909001', 'nik.region_retired', 'archived'],
    ['0953024508909001', 'nik.region_retired', 'archived'],
    ['3175994508909001', 'nik.district_unknown', 'unknown'],
    ['9901014508909001', 'nik.region_unknown', 'unknown'],
  ])('%s is accepted with %s', (nik, warning, state) => {
    expect(check(nik)).toMatchObject({ ok: true, warnings: [warning], district: { code: nik.slice(0, 6), state } });
  });

  test('codes from 91 on keep their last digit', () => {
    const nik = '9671014508909007';
    expect(Number(nik).toString()).not.toBe(nik);
    expect(check(nik).nik).toBe(nik);
    expect(nikParts(nik)?.serial).toBe('9007');
  });
});

describe('showing a NIK', () => {
  test('grouped in fours for reading aloud', () => {
    expect(groupNik('3175074508909001')).toBe('3175 0745 0890 9001');
  });

  test('masked by role', () => {
    expect(maskNik('3175074508909001', 'first12')).toBe('317507450890****');
    expect(maskNik('3175074508909001', 'first6')).toBe('317507**********');
  });

  test('a mask always hides what it says it hides', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{16}$/), (nik) => {
        expect(maskNik(nik, 'first12')).toMatch(/^\d{12}\*{4}$/);
        expect(maskNik(nik, 'first6')).toMatch(/^\d{6}\*{10}$/);
      }),
    );
  });
});

describe('building', () => {
  test('serial 0 and 10000 are refused', () => {
    const of = { district: '317507', birthDate: asCivilDate('1990-08-05'), sex: 2 as const };
    expect(() => buildNik({ ...of, serial: 0 })).toThrow(RangeError);
    expect(() => buildNik({ ...of, serial: 10_000 })).toThrow(RangeError);
    expect(buildNik({ ...of, serial: 9001 })).toBe('3175074508909001');
  });
});
