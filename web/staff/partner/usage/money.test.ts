import { expect, test } from 'vitest';
import { readRupiah } from './money.ts';

test('rupiah are read as they are typed; cents and words are not', () => {
  for (const typed of ['5.000.000', 'Rp 5.000.000', 'rp.5000000', '5 000 000', 'Rp5.000.000,00', '5.000.000,-'])
    expect(readRupiah(typed)).toBe(5_000_000);
  for (const typed of ['', 'lima', '5,5', '-5', '5.000,50', '12345678901234']) expect(readRupiah(typed)).toBeNull();
});
