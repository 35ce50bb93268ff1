import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../core/table/index.ts';
import { addDays, asCivilDate } from '../../../core/time/index.ts';
import { readCard, readDate, readNik, readOptionalNik, readSmallNumber, splitBirth } from './cell.ts';
import { maskedCell, roundedFields, rowChecker, type Regions } from './check.ts';
import { claims } from './claims.ts';
import type { Fault } from './faults.ts';
import type { Field } from './fields.ts';
import { GOOD } from './given-import.ts';
import { samePerson } from './same-person.ts';
import { seenNiks } from './seen.ts';

const day = asCivilDate('2018-12-11');
const regions: Regions = {
  village: (code) =>
    code === '3175071004'
      ? { state: 'present', hint: null }
      : code === '9101012001'
        ? { state: 'retired', hint: '93.01.01.2001 Contoh' }
        : { state: 'unknown', hint: code.startsWith('317507') ? '31.75.07 Duren Sawit' : null },
  district: (code) => (code === '317507' ? 'present' : code === '910101' ? 'retired' : 'unknown'),
};

/** A row like GOOD but for `over`, checked; fields are their own headers. */
function checked(over: Partial<Record<Field, Cell>>, rounded: Field[] = [], jurisdiction = '') {
  const row = { ...GOOD, ...over };
  const headers = Object.keys(row) as Field[];
  const mapping = { columns: Object.fromEntries(headers.map((field) => [field, field])), constants: {} };
  const faults: Fault[] = [];
  const checker = rowChecker({ headers, mapping, day, regions, jurisdiction, rounded: new Set(rounded) })!;
  const result = checker.check(
    headers.map((field) => row[field] ?? null),
    17,
    faults,
  );
  return { result, faults, codes: faults.map((fault) => fault.code) };
}

describe('a row that is in order', () => {
  test('goes in without a word', () => {
    const { result, codes } = checked({});
    expect(codes).toEqual([]);
    expect(result).toMatchObject({
      nik: GOOD.nik,
      villageCode: '3175071004',
      birthDate: '1990-08-05',
      sex: 2,
      rt: 3,
      rw: 7,
    });
  });

  test('may have a name of one word, an apostrophe, an old spelling', () => {
    for (const name of ['SUKARNO', "NUR'AINI", 'I MADE CONTOH', 'MOH. JUSUF'])
      expect(checked({ name }).codes).toEqual([]);
  });

  test('may say codes or words, as spreadsheets write them', () => {
    const { result, codes } = checked({
      sex: 'Pr',
      religion: 'ISLAM',
      bloodGroup: 'Tdk Th',
      maritalStatus: 'CM',
      relation: 'Kepala Keluarga',
    });
    expect(codes).toEqual([]);
    expect(result).toMatchObject({ sex: 2, religion: 1, bloodGroup: 13, maritalStatus: 4, relation: 1 });
  });

  test('says nothing where it says nothing: an empty cell is no value, not a default', () => {
    const { result } = checked({ bloodGroup: '', occupation: null, education: '-', maritalStatus: '' });
    expect(result).toMatchObject({ bloodGroup: null, occupation: null, education: null, maritalStatus: null });
  });
});

describe('a NIK', () => {
  test.each<[Cell, string]>([
    ['3,17507E+15', 'import.nik_scientific'],
    ['3.17507E+15', 'import.nik_scientific'],
    [3175074508909000, 'import.nik_rounded'],
    [3175074508909001, 'import.nik_number'],
    ['1000000103170000', 'import.nik_rounded'],
    ['35.2318.00000000000', 'import.nik_rounded'],
    ['0', 'import.nik_placeholder'],
    ['', 'import.nik_placeholder'],
    ['1111111111111111', 'import.nik_placeholder'],
    ['0175074508909001', 'import.nik_temporary'],
    ['317507450890900', 'import.nik_malformed'],
    ['31750745O8909001', 'import.nik_malformed'],
    ['3175073202909001', 'import.nik_impossible'],
    ['3175073102909001', 'import.nik_impossible'],
  ])('%j is refused as %s, at its row and column', (nik, code) => {
    const { result, faults } = checked({ nik });
    expect(result).toBeNull();
    expect(faults).toContainEqual(expect.objectContaining({ code, row: 17, column: 'nik', letter: 'B' }));
  });

  test('of a column that lost its last digits is refused where it ends in 0, and only there', () => {
    expect(checked({ nik: '3175074508909010' }, ['nik']).codes).toEqual(['import.nik_rounded']);
    expect(checked({ nik: '3175074508909010' }).codes).toEqual([]);
    expect(checked({}, ['nik']).codes).toEqual([]);
  });

  test('is freed of dots, blanks and invisible signs, and that is said', () => {
    for (const nik of [
      '3175.0745.0890.9001',
      '3175 0745 0890 9001',
      '\u200b3175074508909001\ufeff',
      "'3175074508909001",
    ]) {
      const { result, codes } = checked({ nik });
      expect(result?.nik).toBe('3175074508909001');
      expect(codes).toEqual(['import.cleaned']);
    }
  });

  test('that contradicts birth date or sex is kept as it is, with a note', () => {
    const { result, codes } = checked({ birthDate: '06-08-1990', sex: 'L' });
    expect(codes.toSorted()).toEqual(['import.nik_birth_differs', 'import.nik_sex_differs']);
    expect(result).toMatchObject({ nik: '3175074508909001', birthDate: '1990-08-06', sex: 1 });
  });

  test('of old Jakarta (09) is no temporary number; an unknown district is a note', () => {
    const { result, codes } = checked({ nik: '0951014508909001' });
    expect(result?.nik).toBe('0951014508909001');
    expect(codes).toEqual(['import.nik_region_unknown']);
  });

  test('beyond 2^53 keeps every digit', () => {
    const { result, codes } = checked({ nik: '9101014508909001' });
    expect(result?.nik).toBe('9101014508909001');
    expect(codes).toEqual(['import.nik_region_retired']);
  });

  test('of a parent that is damaged is left out and said; 0 and nothing are nothing', () => {
    expect(checked({ motherNik: '3,17507E+15' })).toMatchObject({
      codes: ['import.optional_nik'],
      result: { motherNik: null },
    });
    for (const motherNik of ['0', '', '-', null]) expect(checked({ motherNik }).codes).toEqual([]);
  });

  test('in a report is masked', () => {
    expect(checked({ nik: '3175073202909001' }).faults[0]!.given).toBe('317507**********');
    expect(maskedCell('name', 'SITI CONTOH')).toBe('S*** C***');
  });
});

describe('a family card number', () => {
  test.each<[Cell, string]>([
    ['0', 'import.card_placeholder'],
    ['', 'import.card_placeholder'],
    ['0000000000000000', 'import.card_placeholder'],
    ['3,17507E+15', 'import.card_scientific'],
    [3175070101119001, 'import.card_rounded'],
    ['31750701', 'import.card_malformed'],
  ])('%j is refused: families would run together', (familyCard, code) => {
    expect(checked({ familyCard })).toMatchObject({ result: null, codes: [code] });
  });
});

describe('a date', () => {
  test.each([
    ['31-02-1990', 'import.date_impossible'],
    ['1990-13-01', 'import.date_impossible'],
    ['05-08-90', 'import.date_two_digit_year'],
    ['5/8/90', 'import.date_two_digit_year'],
    ['12-12-2018', 'import.date_future'],
    ['31-12-1879', 'import.date_too_old'],
    ['agustus', 'import.date_shape'],
    ['', 'import.empty'],
    ['00-00-0000', 'import.empty'],
  ])('of birth %j is refused as %s', (birthDate, code) => {
    expect(checked({ birthDate }).codes).toContain(code);
    expect(checked({ birthDate }).result).toBeNull();
  });

  test.each([
    '05-08-1990',
    '5/8/1990',
    '1990-08-05',
    '1990-08-05T00:00:00Z',
    '05.08.1990',
    '5 Agustus 1990',
    '05-AGU-1990',
    33090,
  ])('%j is 5 August 1990', (cell) => expect(readDate(cell, day)).toEqual({ value: '1990-08-05' }));

  test('is read back whatever its way of writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (days) => {
        const date = addDays(asCivilDate('1880-01-01'), days);
        const [year, month, dayOfMonth] = date.split('-');
        for (const text of [`${dayOfMonth}-${month}-${year}`, `${dayOfMonth}/${month}/${year}`, date]) {
          expect(readDate(text, day).value).toBe(date);
        }
      }),
    );
  });

  test('that is optional and wrong leaves the cell out, not the row', () => {
    expect(checked({ marriageDate: '31-02-2010' })).toMatchObject({
      codes: ['import.optional_date'],
      result: { marriageDate: null },
    });
  });
});

describe('other cells', () => {
  test('an unknown village is refused with the district as hint, a former one with the code in force', () => {
    expect(checked({ villageCode: '3175071999' }).faults[0]).toMatchObject({
      code: 'import.village_unknown',
      given: '3175071999 (31.75.07 Duren Sawit)',
    });
    expect(checked({ villageCode: '91.01.01.2001' }).faults[0]).toMatchObject({
      code: 'import.village_retired',
      given: '9101012001 (93.01.01.2001 Contoh)',
    });
    expect(checked({ villageCode: '31750710' }).codes).toEqual(['import.village_malformed']);
  });

  test("a village outside the officer's region is refused", () => {
    expect(checked({}, [], '3273').codes).toEqual(['import.outside_jurisdiction']);
    expect(checked({}, [], '3175').codes).toEqual([]);
  });

  test('an unknown religion refuses the row, an unknown occupation only the cell', () => {
    expect(checked({ religion: 'XYZ' })).toMatchObject({ result: null, codes: ['import.code_unknown'] });
    expect(checked({ occupation: 'ASTRONOT' })).toMatchObject({
      codes: ['import.optional_code'],
      result: { occupation: null },
    });
  });

  test('a foreigner needs ITAS or ITAP', () => {
    expect(checked({ nationality: 'WNA' }).codes).toEqual(['import.permit_missing']);
    expect(checked({ nationality: 'WNA', permit: 'ITAP' }).result).toMatchObject({ nationality: 'XXX', permit: 2 });
  });

  test('a name with digits is a shifted column', () =>
    expect(checked({ name: '31750' }).codes).toEqual(['import.name_digits']));
  test('RT and RW are read with or without zeros and words', () => {
    expect(readSmallNumber('RT 003')).toEqual({ value: 3 });
    expect(readSmallNumber(7)).toEqual({ value: 7 });
    expect(readSmallNumber('tiga')).toEqual({ fault: 'import.optional_number' });
  });
  test('place and day of birth in one cell are parted', () =>
    expect(splitBirth('JAKARTA, 05-08-1990')).toEqual({ place: 'JAKARTA', date: '05-08-1990' }));
  test('no cell at all makes a reader throw', () => {
    const cells = fc.oneof(fc.string({ unit: 'grapheme' }), fc.double(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(cells, (cell) => {
        readNik(cell, true);
        readCard(cell, false);
        readOptionalNik(cell, false);
        readDate(cell, day);
        readSmallNumber(cell);
      }),
    );
  });
});

describe('a column', () => {
  const mapping = { columns: { nik: 'NIK' }, constants: {} };
  const of = (niks: string[]) =>
    roundedFields(
      ['NIK'],
      mapping,
      niks.map((nik) => [nik]),
    ).has('nik');
  test('in which every one of ten NIKs ends in 0 has lost its digits; one that does not clears it', () => {
    const rounded = Array.from({ length: 10 }, (_, i) => `31750745089090${i}0`);
    expect(of(rounded)).toBe(true);
    expect(of([...rounded, '3175074508909001'])).toBe(false);
    expect(of(rounded.slice(1))).toBe(false);
  });
});

describe('one NIK twice', () => {
  const siti = { name: 'SITI CONTOH RAHAYU', birthDate: asCivilDate('1990-08-05') };
  test('is one person where the name is misspelled or a birth date has a slip', () => {
    expect(samePerson(siti, { ...siti, name: 'SITI CONTO RAHAJU' })).toBe(true);
    expect(samePerson(siti, { ...siti, birthDate: asCivilDate('1990-05-08') })).toBe(true);
  });
  test('is two where the name is another, though the birth date is one', () => {
    expect(samePerson(siti, { ...siti, name: 'RATNA UJI LESTARI' })).toBe(false);
    expect(samePerson(siti, { ...siti, birthDate: asCivilDate('1971-02-03') })).toBe(false);
  });
  test('is recognised among many, with the row that came first', () => {
    const known = claims();
    const nik = (i: number) => String(9_101_014_508_900_001n + BigInt(i) * 7n);
    for (let i = 0; i < 100_000; i++) known.judge(nik(i), i + 2, { ...siti, name: `NAMA ${i}` });
    expect(known.judge(nik(77_777), 999, { ...siti, name: 'NAMA 77777' })).toEqual({ kind: 'same', row: 77_779 });
    expect(known.judge(nik(3), 999, { ...siti, name: 'ORANG LAIN SAMA SEKALI' })).toEqual({ kind: 'other', row: 5 });
    expect(known.judge('3175074508909001', 1000, siti)).toEqual({ kind: 'first' });
  });
  test('the table of seen NIKs agrees with a map', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 300n }), { maxLength: 400 }), (numbers) => {
        const seen = seenNiks(16);
        const map = new Map<string, number>();
        numbers.forEach((number, i) => {
          const nik = String(number * 31_750_745_089_090n).padStart(16, '0');
          expect(seen.first(nik, i + 1)).toBe(map.get(nik) ?? 0);
          if (!map.has(nik)) map.set(nik, i + 1);
        });
        expect(seen.size).toBe(map.size);
      }),
    );
  });
});
