import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressScore } from './address.ts';

test.each([
  ['JALAN MELATI NO. 5', 'Jl. Melati 5', 100],
  ['JL MELATI 05', 'JLN. MELATI NOMOR 5', 100],
  ['GG. MAWAR 3', 'GANG MAWAR III', 60],
  ['PERUM CONTOH INDAH BLOK C/4', 'Perumahan Contoh Indah Blk. C4', 100],
  ['JL. MELATI NO. 5 RT 003/RW 007', 'JALAN MELATI 5', 100],
  ['JALAN MELATI 5', 'JALAN MELATTI 5', 90],
  ['JALAN MELATI 5', 'JALAN MELATI 6', 60],
  ['JALAN MELATI 5', 'JALAN MELATI', 80],
  ['KAMPUNG CONTOH', 'JALAN MELATI 5', 0],
  ['', 'JALAN MELATI 5', 0],
])('%s and %s are %i alike', (one, other, alike) => {
  expect(addressScore(one, other)).toBe(alike);
  expect(addressScore(other, one)).toBe(alike);
});

test('is symmetric and a step of ten from 0 to 100', () => {
  const word = fc.constantFrom('JL', 'JALAN', 'MELATI', 'MELATTI', 'MAWAR', 'NO', '5', '05', '6', 'RT 3', 'BLOK', 'C');
  const address = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(address, address, (one, other) => {
      const alike = addressScore(one, other);
      expect(alike).toBe(addressScore(other, one));
      expect(Number.isInteger(alike / 10) && alike >= 0 && alike <= 100).toBe(true);
    }),
  );
});
