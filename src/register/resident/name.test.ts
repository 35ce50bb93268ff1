import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCivilDate } from '../../core/time/civil-date.ts';
import { LONGEST_NAME, nameFaults, NAMES_SINCE, normaliseName } from './name.ts';

describe('a new name (Permendagri 73/2022)', () => {
  test.each(['Putri Ayu Lestari', 'I Made Contoh', 'Ni Luh Contoh', 'SITI AMINAH', 'Nguyen Thy Contoh'])(
    '%s is allowed',
    (name) => {
      expect(nameFaults(name, NAMES_SINCE)).toEqual([]);
    },
  );

  test.each([
    ['', ['name.empty']],
    [' \u200b ', ['name.empty']],
    ['Contoh', ['name.one_word']],
    ['Budi 2 Contoh', ['name.digits']],
    ["Nur'aini Contoh", ['name.punctuation']],
    ['Contoh, Budi', ['name.punctuation']],
    ['Moh. Contoh', ['name.punctuation', 'name.abbreviated']],
    ['Muh Contoh', ['name.abbreviated']],
    ['A Contoh', ['name.abbreviated']],
    ['Mhd Contoh', ['name.abbreviated']],
    ['Drs Contoh Budi', ['name.title']],
    ['Renée Contoh', ['name.not_latin']],
    ['Владимир Contoh', ['name.not_latin']],
    ['李 Contoh', ['name.not_latin']],
  ])('%j is refused with %j', (name, faults) => {
    expect(nameFaults(name, NAMES_SINCE)).toEqual(faults);
  });

  test('sixty letters with spaces are allowed, sixty-one are not', () => {
    const sixty = `${'Contoh '.repeat(8)}Ayu`.padEnd(LONGEST_NAME, 'a');
    expect(nameFaults(sixty, NAMES_SINCE)).toEqual([]);
    expect(nameFaults(`${sixty}a`, NAMES_SINCE)).toEqual(['name.too_long']);
  });

  test('before the rule one word is a name, and figures are none', () => {
    const eve = asCivilDate('2022-04-20');
    expect([nameFaults('Suharti', eve), nameFaults('Moh. Contoh', eve), nameFaults('Budi 2', eve)]).toEqual([
      [],
      [],
      ['name.digits'],
    ]);
  });

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => Array.isArray(nameFaults(name, NAMES_SINCE))));
  });
});

describe('the form in which names are compared', () => {
  test.each([
    [' Nur’aíni  binti-Ali ', 'NURAINI BINTI ALI'],
    ["Sa'adah", 'SAADAH'],
    ['Moh.Yusuf', 'MOH YUSUF'],
    ['SI\u200bTI\u00a0AMINAH', 'SITI AMINAH'],
    ['Łukasz Ødegård', 'LUKASZ ODEGARD'],
    ['ﬁtri', 'FITRI'],
    ['123', ''],
  ])('%j becomes %j', (name, form) => {
    expect(normaliseName(name)).toBe(form);
  });

  test('is letters and single spaces, and making it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const form = normaliseName(name);
        expect(form).toMatch(/^([A-Z]+( [A-Z]+)*)?$/);
        expect(normaliseName(form)).toBe(form);
      }),
    );
  });
});
