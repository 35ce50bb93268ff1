import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jaroWinkler } from './jaro-winkler.ts';
import { normaliseName } from './name.ts';
import { nameSimilarity } from './phonetic.ts';

const anyName = fc
  .array(fc.stringMatching(/^[A-Z]{1,9}$/), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

describe('how alike two names are', () => {
  test.each([
    ['Muhammad Yusuf', 'Moh. Jusuf'],
    ['Soekarno Contoh', 'CONTOH SUKARNO'],
    ['Nurhayati', 'Nur Hayati'],
    ['Abdul Rahman', 'Abdurrahman'],
    ['Fauzi Contoh', 'Pauji Contoh'],
  ])('%s and %s sound the same', (a, b) => {
    expect(nameSimilarity(a, b)).toBeGreaterThan(0.95);
    expect(nameSimilarity(a, b)).toBeLessThan(1);
  });

  test.each([
    ['Rahmat Hidayat', 'Rohmat Hidayat'],
    ['Budi Santoso', 'Budi Santosa'],
    ['Siti Nurjanah', 'Siti Nurjannah'],
    ['Ahmad Fauzi', 'A. Fauzi'],
  ])('%s and %s are close', (a, b) => {
    expect(nameSimilarity(a, b)).toBeGreaterThan(0.85);
  });

  test.each([
    ['Budi Santoso', 'Siti Aminah'],
    ['Agus Contoh', 'Wulandari'],
    ['Joko', 'Sri'],
  ])('%s and %s are far', (a, b) => {
    expect(nameSimilarity(a, b)).toBeLessThan(0.5);
  });

  test('an extra word costs as much as it is long', () => {
    const little = nameSimilarity('Siti Aminah', 'Siti Aminah Sri');
    const much = nameSimilarity('Siti Aminah', 'Siti Aminah Wulandari');
    expect(little).toBeGreaterThan(much);
    expect(much).toBeGreaterThan(0.5);
  });

  test('is symmetric, within 0 and 1, and 1 only for the same letters', () => {
    fc.assert(
      fc.property(anyName, anyName, (a, b) => {
        const there = nameSimilarity(a, b);
        expect(there).toBeCloseTo(nameSimilarity(b, a), 10);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
        if (there === 1) expect(normaliseName(a)).toBe(normaliseName(b));
        expect(nameSimilarity(a, a)).toBe(1);
      }),
    );
  });

  test('no name is like none', () => {
    expect(nameSimilarity('', '')).toBe(0);
    expect(nameSimilarity('Siti', '123')).toBe(0);
  });
});

test('Jaro-Winkler agrees with the published examples (Winkler 1990)', () => {
  expect(jaroWinkler('MARTHA', 'MARHTA')).toBeCloseTo(0.961, 3);
  expect(jaroWinkler('DWAYNE', 'DUANE')).toBeCloseTo(0.84, 3);
  expect(jaroWinkler('DIXON', 'DICKSONX')).toBeCloseTo(0.813, 3);
});
