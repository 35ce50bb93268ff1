import { expect, test } from 'vitest';
import {
  formatAge,
  formatBytes,
  formatDate,
  formatDateShort,
  formatInstant,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPoints,
  formatRupiah,
  formatTime,
  inFours,
} from './format.ts';

// Intl puts several kinds of space; what is compared is what a reader sees.
const seen = (text: string) => text.replaceAll(/\s/g, ' ');

test('numbers and percentages stand as the language writes them', () => {
  expect(formatNumber('id', 1378146)).toBe('1.378.146');
  expect(formatNumber('en', 1378146)).toBe('1,378,146');
  expect(seen(formatPercent('id', 97.21))).toBe('97,21 %');
  expect(seen(formatPercent('id', 97.3, 1))).toBe('97,3 %');
  expect(seen(formatPercent('en', 97.21))).toBe('97.21 %');
  expect(seen(formatPoints('id', 0.1))).toBe('0,10');
});

test('money is whole rupiah with the sign before it, and a month has its name', () => {
  expect(formatRupiah('id', 1000)).toBe('Rp1.000');
  expect(formatRupiah('en', -1378146)).toBe('\u2212Rp1,378,146');
  expect(formatMonth('id', '2018-05')).toBe('Mei 2018');
  expect(formatMonth('en', '2018-12')).toBe('December 2018');
});

test('a civil date keeps its day in every zone of the device', () => {
  expect(formatDate('id', '1990-08-05')).toBe('5 Agustus 1990');
  expect(formatDate('en', '1990-08-05')).toBe('5 August 1990');
  expect(formatDateShort('1990-08-05')).toBe('05-08-1990');
});

test("an instant is told by the office's clock, with the zone's Indonesian name", () => {
  const instant = '2018-12-11T07:30:00Z';
  expect(seen(formatTime('id', instant))).toBe('14.30 WIB');
  expect(seen(formatTime('en', instant, 'Asia/Makassar'))).toBe('15:30 WITA');
  expect(seen(formatTime('id', instant, 'Asia/Jayapura'))).toBe('16.30 WIT');
  expect(seen(formatTime('id', instant, 'Europe/Berlin'))).toBe('08.30 GMT+1');
  expect(seen(formatInstant('id', '2018-12-10T20:00:00Z', 'Asia/Jayapura'))).toBe('11 Desember 2018 05.00 WIT');
});

test('an age is told in its largest whole unit', () => {
  const at = (seconds: number) => seen(formatAge('id', 0, seconds * 1000));
  expect([at(59), at(60), at(3599), at(3600), at(86_399), at(86_400 * 3)]).toEqual([
    '59 detik',
    '1 menit',
    '59 menit',
    '1 jam',
    '23 jam',
    '3 hari',
  ]);
});

test('sizes are told in thousands', () => {
  expect([formatBytes('id', 999), formatBytes('id', 2_000), formatBytes('id', 1_250_000)]).toEqual([
    '999 B',
    '2 kB',
    '1,3 MB',
  ]);
});

test('an identifier is read in fours and loses nothing', () => {
  expect(inFours('9901014508909001')).toBe('9901 0145 0890 9001');
  expect(inFours('99010')).toBe('9901 0');
});
