import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanNik, columnLosesDigits, readNikCell } from './nik-cell.ts';

describe('a NIK from a spreadsheet', () => {
  test.each([
    '3175074508909001',
    ' 3175 0745 0890 9001 ',
    '31.75.07.450890.9001',
    '3175-0745-0890-9001',
    "'3175074508909001",
    '\u200b3175074508909001\ufeff',
    '3175\u00a00745\u00a00890\u00a09001',
    '３１７５０７４５０８９０９００１',
  ])('%j is read', (cell) => {
    expect(readNikCell(cell)).toEqual({ kind: 'nik', nik: '3175074508909001' });
  });

  test("an old Jakarta NIK that begins with 09 is one, other leading zeros are a village's temporary number", () => {
    expect(readNikCell('0953024508909001')).toMatchObject({ kind: 'nik' });
    expect(readNikCell('0175074508909001')).toEqual({ kind: 'placeholder', why: 'temporary' });
  });

  test.each([
    ['', 'none'],
    ['0', 'none'],
    ['-', 'none'],
    ['0000000000000000', 'none'],
    [null, 'none'],
    [0, 'none'],
    ['9999999999999999', 'repeated'],
    ['1111111111111111', 'repeated'],
  ])('%j stands for no NIK', (cell, why) => {
    expect(readNikCell(cell)).toEqual({ kind: 'placeholder', why });
  });

  test.each([
    ['3,17507E+15', 'scientific'],
    ['3.17507450890900E+15', 'scientific'],
    ['9.67101e15', 'scientific'],
    ['35.2318.00000000000', 'rounded'],
    ['1000000103170000', 'rounded'],
    ['3175074508900000', 'rounded'],
    ['3175074508909001.0', 'number'],
    [3175074508909001, 'number'],
  ])('%j is ruined and is never repaired', (cell, why) => {
    expect(readNikCell(cell)).toEqual({ kind: 'damaged', why });
  });

  test.each(['317507450890900', '31750745089090012', 'NIK', '3175O74508909001', '-3175074508909001x', true, {}])(
    '%j is no NIK',
    (cell) => {
      expect(readNikCell(cell)).toEqual({ kind: 'malformed' });
    },
  );

  test('no cell makes it throw, and what it calls a NIK is 16 digits that were all there', () => {
    fc.assert(
      fc.property(fc.anything(), (cell) => {
        const read = readNikCell(cell);
        if (read.kind !== 'nik') return;
        expect(read.nik).toMatch(/^[0-9]{16}$/);
        expect(cleanNik(String(cell))).toBe(read.nik);
      }),
    );
  });

  test('a column whose sixteenth digits are all 0 has lost them', () => {
    const column = Array.from({ length: 12 }, (_, i) => `31750745089${String(900 + i)}10`);
    expect(columnLosesDigits(column)).toBe(true);
    expect(columnLosesDigits([...column, '3175074508909001'])).toBe(false);
    expect(columnLosesDigits(column.slice(0, 9))).toBe(false);
  });
});
