import { describe, expect, test } from 'vitest';
import { asCivilDate } from '../../core/time/index.ts';
import { openRegionIndex } from './region-index.ts';
import { SINCE_EVER } from './versions.ts';

const index = openRegionIndex();
const today = asCivilDate('2026-11-23');
const in2018 = asCivilDate('2018-12-11');
const count = (level: 'province' | 'regency' | 'district' | 'village', on: string) =>
  [...index.all(level)].filter(
    (region) => index.at(region.code, asCivilDate(on)) === region && region.kind !== 'prefix',
  ).length;

describe('the lists', () => {
  test('of today have 38 provinces, 514 regencies and cities, 7,285 districts, 83,762 villages', () => {
    expect([
      count('province', '2026-11-23'),
      count('regency', '2026-11-23'),
      count('district', '2026-11-23'),
      count('village', '2026-11-23'),
    ]).toEqual([38, 514, 7285, 83_762]);
  });

  test('of 2018 have 34 provinces and 514 regencies and cities', () => {
    expect([count('province', '2018-12-11'), count('regency', '2018-12-11')]).toEqual([34, 514]);
  });

  test('tell kelurahan, desa and desa adat apart', () => {
    const kinds = Object.groupBy(
      [...index.all('village')].filter((village) => village.validTo === null),
      (village) => village.kind,
    );
    expect([kinds.urban_village!.length, kinds.village!.length, kinds.customary_village!.length]).toEqual([
      8496, 75_252, 14,
    ]);
  });

  test('have an apostrophe where the source has a quotation mark, and whole names where it has commas', () => {
    expect(index.nameOf('352922')).toBe("Ra'as");
    expect(index.nameOf('1207281007')).toBe('Lubuk Pakam I,II');
  });

  test('never have two regions under one code on one day', () => {
    const seen = new Map<string, string | null>();
    for (const { code, validFrom, validTo } of index.all()) {
      const until = seen.get(code);
      expect(until === undefined || (until !== null && until <= validFrom), code).toBe(true);
      seen.set(code, validTo);
    }
  });

  test('have a parent for every region that is not a province', () => {
    const orphans = [...index.all()].filter(
      ({ code }) => code.length > 2 && !index.find(code.slice(0, code.length > 6 ? 6 : -2)),
    );
    expect(orphans.map(({ code }) => code)).toEqual([]);
  });
});

describe('a code of former days', () => {
  test.each([
    ['9101', 'Kabupaten Merauke'],
    ['9271', 'Kota Sorong'],
    ['6473', 'Kota Tarakan'],
    ['910101', 'Merauke'],
    ['54', 'Timor Timur'],
    ['09', 'DKI Jakarta'],
  ])('%s is known as %s and not present', (code, name) => {
    expect(index.find(code)).toEqual({ name, present: false });
  });

  test('26 regency codes were retired when Papua was divided', () => {
    const retired = [...index.all('regency')].filter(
      (region) => region.code.startsWith('9') && region.validTo !== null && !index.find(region.code)?.present,
    );
    expect(retired).toHaveLength(26);
    expect(retired.every((region) => index.find(region.successor!)?.present)).toBe(true);
  });

  test('that is derived says so, one from the ministry’s lists does not', () => {
    expect(index.versionsOf('910101')[0]).toMatchObject({ derived: true, successor: '930101', validTo: '2022-11-11' });
    expect(index.versionsOf('9101')[0]).toMatchObject({ derived: false, successor: '9301' });
  });
});

describe('a region on a day', () => {
  test('Merauke lay in Papua in 2018 and lies in Papua Selatan today', () => {
    expect(index.at('9301', in2018)).toBeUndefined();
    expect(index.codeAt('9301', in2018)).toBe('9101');
    expect(index.codeAt('9101', today)).toBe('9301');
    expect(index.provinceAt('9301', in2018)).toBe('91');
    expect(index.provinceAt('9101012001', today)).toBe('93');
    expect(index.provinceAt('9671', asCivilDate('2022-12-08'))).toBe('92');
    expect(index.provinceAt('9671', asCivilDate('2022-12-09'))).toBe('96');
    expect(index.provinceAt('93', in2018)).toBe('91');
  });

  test('what did not change keeps its code and province', () => {
    expect(index.codeAt('3175071004', in2018)).toBe('3175071004');
    expect(index.provinceAt('3175071004', in2018)).toBe('31');
    expect(index.provinceAt('9999', today)).toBeUndefined();
  });

  test('North Kalimantan lay in East Kalimantan until 2013, also where the old regency codes are not known', () => {
    const in2012 = asCivilDate('2012-06-30');
    expect(index.codeAt('6571', in2012)).toBe('6473');
    expect(index.provinceAt('6571', in2012)).toBe('64');
    expect(index.provinceAt('6501', in2012)).toBe('64');
    expect(index.codeAt('6501', in2012)).toBeUndefined();
    expect(index.childrenAt('', in2012)).toHaveLength(33);
  });

  test.each([
    ['1212', '2018-12-11', 'Kabupaten Toba Samosir'],
    ['1212', '2020-02-26', 'Kabupaten Toba'],
    ['8103', '2018-12-11', 'Kabupaten Maluku Tenggara Barat'],
    ['7601', '2016-12-31', 'Kabupaten Mamuju Utara'],
    ['7601', '2018-12-11', 'Kabupaten Pasangkayu'],
  ])('%s was on %s called %s', (code, date, name) => {
    expect(index.at(code, asCivilDate(date))?.name).toBe(name);
  });

  test('children are those of that day, in the order of their codes', () => {
    expect(index.childrenAt('91', in2018)).toHaveLength(29);
    expect(index.childrenAt('91', today)).toHaveLength(9);
    expect(index.childrenAt('93', in2018)).toEqual([]);
    expect(index.childrenAt('', today).map((region) => region.code)).not.toContain('09');
    const districts = index.childrenAt('3175', today).map((region) => region.name);
    expect(districts).toContain('Duren Sawit');
    expect(index.childrenAt('317507', today).map((region) => region.code)).toEqual(
      index
        .childrenAt('317507', today)
        .map((region) => region.code)
        .toSorted(),
    );
  });

  test('the path of a village goes from the province down', () => {
    const village = index.childrenAt('317507', today)[0]!;
    const path = index.pathAt(village.code, today).map((region) => region.name);
    expect(path.slice(0, 3)).toEqual([
      'Daerah Khusus Ibukota Jakarta',
      'Kota Administrasi Jakarta Timur',
      'Duren Sawit',
    ]);
    expect(path[3]).toBe(village.name);
    // A code of former days keeps the path of its days.
    expect(index.pathAt('910101', today).map((region) => region.code)).toEqual(['91', '9101', '910101']);
  });

  test('the beginning is left open where no list says it', () => {
    expect(index.versionsOf('31')[0]!.validFrom).toBe(SINCE_EVER);
  });
});
