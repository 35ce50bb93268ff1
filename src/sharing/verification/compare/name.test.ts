import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameScorer } from './name.ts';

const names = nameScorer();
const score = (one: string, other: string) => names.score(one, other);

test.each([
  ['SITI AMINAH', 'Siti  Aminah', 100],
  ["NUR'AINI CONTOH", 'Nuraini Contoh', 100],
  ['Soekarno Contoh', 'SUKARNO CONTOH', 90],
  ['Moch. Jusuf', 'Muhammad Yusuf', 90],
  ['H. Abdurrahman, S.Pd.', 'ABDUL RAHMAN', 90],
  ['Rahayu Siti', 'SITI RAHAYU', 90],
  ['Nurhayati', 'Nur Hayati', 90],
  ['Siti binti Hasan', 'Siti Hasan', 90],
  ['BUDI SANTOSO', 'BUDI SANTOSA', 80],
  ['SULISTYOWATI', 'SULIS TYOWATI', 80],
  ['A. Fauzi', 'AHMAD FAUZI', 70],
  ['SUKARNO', 'SUKARNO HADI PRANOTO', 60],
  ['SRI', 'SRI WULANDARI KUSUMANINGTYAS', 50],
  ['AHMAD HASAN', 'AHMAD HUSEIN', 20],
  ['BUDI', 'WULANDARI', 0],
  ['SITI', '12345', 0],
  ['SITI', '', 0],
])('%s and %s are %i alike', (one, other, alike) => {
  expect(score(one, other)).toBe(alike);
  expect(score(other, one)).toBe(alike);
});

test('is symmetric, a step of ten from 0 to 100, and 100 for the same name only', () => {
  const anyName = fc
    .array(fc.stringMatching(/^[A-Z]{1,8}$/), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(anyName, anyName, (one, other) => {
      const alike = score(one, other);
      expect(alike).toBe(score(other, one));
      expect(alike % 10).toBe(0);
      expect(alike >= 0 && alike <= 100).toBe(true);
      if (alike === 100) expect(one).toBe(other);
      expect(score(one, one)).toBe(100);
    }),
  );
});
