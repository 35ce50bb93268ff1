import { describe, expect, test } from 'vitest';
import {
  BASIC_STATE,
  BLOOD_GROUP,
  CODE_TABLES,
  DISABILITY,
  EDUCATION,
  FAMILY_RELATION,
  MARITAL_STATUS,
  OCCUPATION,
  RELIGION,
  SEX,
  type CodeTable,
} from './code-table.ts';

describe('code tables', () => {
  test.each<[CodeTable, number[]]>([
    [SEX, [1, 2]],
    [BLOOD_GROUP, range(1, 13)],
    [RELIGION, range(1, 7)],
    [MARITAL_STATUS, range(1, 4)],
    [FAMILY_RELATION, range(1, 11)],
    [EDUCATION, range(1, 10)],
    [DISABILITY, range(1, 7)],
    [BASIC_STATE, [1, 2, 3, 4, 6, 9]],
    [OCCUPATION, range(1, 89)],
  ])('$name has every code once', (table, codes) => {
    expect(table.entries.map((entry) => entry.code)).toEqual(codes);
  });

  test.each(CODE_TABLES)('$name reads its own codes and both its labels', (table) => {
    for (const { code, id, en } of table.entries) {
      expect([table.read(String(code)), table.read(id), table.read(en.toUpperCase())]).toEqual([code, code, code]);
      expect([table.label(code, 'id'), table.label(code, 'en')]).toEqual([id, en]);
    }
  });

  test.each<[CodeTable, string, number]>([
    [BLOOD_GROUP, 'Tdk Th', 13],
    [BLOOD_GROUP, 'TIDAK TAHU', 13],
    [BLOOD_GROUP, '-', 13],
    [BLOOD_GROUP, 'a +', 5],
    [BLOOD_GROUP, 'AB-', 10],
    [BLOOD_GROUP, 'AB', 3],
    [BLOOD_GROUP, 'O', 4],
    [MARITAL_STATUS, 'BK', 1],
    [MARITAL_STATUS, 'K', 2],
    [MARITAL_STATUS, 'CH', 3],
    [MARITAL_STATUS, 'CM', 4],
    [MARITAL_STATUS, 'Kawin Belum Tercatat', 2],
    [SEX, 'Lk', 1],
    [SEX, 'Pr', 2],
    [SEX, 'LAKI - LAKI', 1],
    [SEX, 'laki-laki', 1],
    [FAMILY_RELATION, 'KEP. KELUARGA', 1],
    [FAMILY_RELATION, 'Isteri', 3],
    [RELIGION, 'Katolik', 3],
    [RELIGION, 'Kepercayaan terhadap Tuhan YME.', 7],
    [EDUCATION, 'S2', 9],
    [EDUCATION, 'S3', 10],
    [EDUCATION, 'DIPLOMA IV/ STRATA I', 8],
    [EDUCATION, 'SLTA / SEDERAJAT', 5],
    [OCCUPATION, 'KARYAWAN SWASTA', 15],
    [OCCUPATION, 'TNI', 6],
    [OCCUPATION, 'Kepolisian RI (POLRI)', 7],
    [OCCUPATION, 'Anggota DPR-RI', 48],
    [OCCUPATION, 'BELUM/TIDAK BEKERJA', 1],
  ])('$name reads "%s"', (table, text, code) => {
    expect(table.read(text)).toBe(code);
  });

  test('what is in no table is not read, and never the nearest', () => {
    expect(OCCUPATION.read('Astronaut')).toBeNull();
    expect(OCCUPATION.read('90')).toBeNull();
    expect(SEX.read('')).toBeNull();
    expect(SEX.read('3')).toBeNull();
    expect(BLOOD_GROUP.read('C')).toBeNull();
    expect(RELIGION.label(8, 'id')).toBeNull();
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
