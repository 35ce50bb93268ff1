import { expect, test } from 'vitest';
import { bareName, dottedCode, kindOf, levelOf, parentCode, readCode, searchForm, zoneOf } from './rules.ts';

test('the length of a code says its level', () => {
  expect(['31', '3175', '317507', '3175071004', '317', '', '31a5'].map(levelOf)).toEqual([
    'province',
    'regency',
    'district',
    'village',
    null,
    null,
    null,
  ]);
});

test('regencies are 01-69, cities 71-99; a village says its kind in its first digit', () => {
  expect(['3201', '3269', '3271', '9671'].map(kindOf)).toEqual(['regency', 'regency', 'city', 'city']);
  expect(['3175071004', '3201012001', '9103013001'].map(kindOf)).toEqual([
    'urban_village',
    'village',
    'customary_village',
  ]);
  expect(() => kindOf('317')).toThrow(RangeError);
});

test('a parent is the code one level shorter', () => {
  expect(['31', '3175', '317507', '3175071004'].map(parentCode)).toEqual([null, '31', '3175', '317507']);
});

test('a code is read with and without dots and printed with them', () => {
  expect(readCode('31.75.07.1004')).toBe('3175071004');
  expect(readCode(' 3175 ')).toBe('3175');
  expect(readCode('31.75.0')).toBeNull();
  expect(readCode('Duren Sawit')).toBeNull();
  expect(dottedCode('3175071004')).toBe('31.75.07.1004');
  expect(dottedCode('31')).toBe('31');
});

test('names are searched without accents, signs and the word for their kind', () => {
  expect(searchForm("Ra'as")).toBe('RAAS');
  expect(searchForm('Lubuk Pakam I,II')).toBe('LUBUK PAKAM I II');
  expect(bareName('Kota Administrasi Jakarta Timur')).toBe('Jakarta Timur');
  expect(bareName('Kabupaten Kotabaru')).toBe('Kotabaru');
  expect(bareName('Daerah Istimewa Yogyakarta')).toBe('Yogyakarta');
  expect(bareName('Kotabaru')).toBe('Kotabaru');
});

test.each([
  ['11', 'Asia/Jakarta'],
  ['3175', 'Asia/Jakarta'],
  ['62', 'Asia/Jakarta'],
  ['09', 'Asia/Jakarta'],
  ['51', 'Asia/Makassar'],
  ['63', 'Asia/Makassar'],
  ['65', 'Asia/Makassar'],
  ['7371', 'Asia/Makassar'],
  ['81', 'Asia/Jayapura'],
  ['9301012001', 'Asia/Jayapura'],
])('%s lives by %s', (code, zone) => {
  expect(zoneOf(code)).toBe(zone);
});
