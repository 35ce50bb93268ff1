import { expect, test } from 'vitest';
import { codeIn, sameRegionName, type RegionLevel } from './region.ts';

test.each<[string, string, RegionLevel, boolean]>([
  ['DKI Jakarta', 'Daerah Khusus Ibukota Jakarta', 'province', true],
  ['PROV. JAWA BARAT', 'Jawa Barat', 'province', true],
  ['D.I. YOGYAKARTA', 'Daerah Istimewa Yogyakarta', 'province', true],
  ['Jawa Barat', 'Jawa Tengah', 'province', false],
  ['JAKARTA TIMUR', 'Kota Administrasi Jakarta Timur', 'regency', true],
  ['Bandung', 'Kota Bandung', 'regency', true],
  ['Bandung', 'Kabupaten Bandung', 'regency', true],
  ['KAB. BANDUNG', 'Kota Bandung', 'regency', false],
  ['KOTA BANDUNG', 'Kabupaten Bandung', 'regency', false],
  ['Kec. Duren Sawit', 'Duren Sawit', 'district', true],
  ['Kelurahan Pondok Kelapa', 'Pondok Kelapa', 'village', true],
  ['PONDOK KELAPA', 'Pondok Kopi', 'village', false],
  ['Kampung', 'Kampung', 'village', true],
  ['', '', 'village', false],
])('%s and %s as %s: %s', (given, known, level, same) => expect(sameRegionName(given, known, level)).toBe(same));

test('a code is taken with and without dots, and only one of that level', () => {
  expect(codeIn('31.75.07.1004', 'village')).toBe('3175071004');
  expect(codeIn('3175', 'regency')).toBe('3175');
  expect(codeIn('3175', 'province')).toBeNull();
  expect(codeIn('Jakarta', 'province')).toBeNull();
});
