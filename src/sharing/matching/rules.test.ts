import { describe, expect, test } from 'vitest';
import { columnLetter } from './compare/words.ts';
import { attributesIn, mapColumns } from './columns.ts';
import { rowReader, type CellFault } from './compare/read-row.ts';
import { hash53, referenceSet } from './compare/reference-set.ts';
import { signalsOf } from './rules.ts';

describe('columns', () => {
  test('headers are known however offices write them; what the partner names goes first', () => {
    const headers = ['No. Ref', 'NIK', 'Nama Lengkap', 'Tgl. Lahir (dd-mm-yyyy)', 'ALAMAT', 'ALAMAT_KTP'];
    const { columns, missing } = mapColumns(headers, { address: 'ALAMAT_KTP' }, ['nik', 'reference']);
    expect(missing).toEqual([]);
    expect(columns).toEqual({
      reference: 'No. Ref',
      nik: 'NIK',
      name: 'Nama Lengkap',
      birthDate: 'Tgl. Lahir (dd-mm-yyyy)',
      address: 'ALAMAT_KTP',
    });
    expect(attributesIn(columns)).toEqual(['name', 'birthDate', 'address']);
  });

  test('a header that is not there, and a column that no file can do without, are told by name', () => {
    const { absent, missing } = mapColumns(['NAMA'], { sex: 'JK' }, ['nik', 'reference']);
    expect([absent, missing]).toEqual([['JK'], ['NIK', 'REFERENSI']]);
  });

  test('letters go on behind Z as spreadsheets count', () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('a row', () => {
  const headers = ['REF', 'NIK', 'NAMA', 'TGL', 'RT', 'SETUJU'];
  const columns = {
    reference: 'REF',
    nik: 'NIK',
    name: 'NAMA',
    birthDate: 'TGL',
    rt: 'RT',
    consent: 'SETUJU',
  } as const;
  const reading = { headers, columns, consent: false, granted: new Set(['name', 'birthDate'] as const) };
  const reader = rowReader(reading);
  const codes = (...cells: string[]) => {
    const read = reader.read(cells);
    return 'nik' in read ? [] : (read as readonly CellFault[]).map(({ field, code }) => `${field ?? 'row'} ${code}`);
  };

  test('is the question that it would be alone', () => {
    expect(reader.read(['R-1', '9901014101909001', 'SITI', '1990-01-01', '003', ''])).toEqual({
      nik: '9901014101909001',
      reference: 'R-1',
      given: { name: 'SITI', birthDate: '1990-01-01', rt: 3 },
      full: true,
    });
    expect(reader.read(['R-1', '9901014101909001', 'SITI', '01/01/1990', '', ''])).toMatchObject({
      given: { birthDate: '1990-01-01' },
      full: false,
    });
  });

  test('is refused cell by cell: each says what is wrong with it', () => {
    expect(codes('', '3,17507E+15', 'SI\u200bTI', '1990-02-30', '1234', '')).toEqual([
      'reference reference_missing',
      'nik nik_rounded',
      'name invisible',
      'birthDate day',
      'rt neighbourhood',
    ]);
    expect(codes('R-1', '9901014101900000', 'SITI', '1990-01-01', '', '')).toEqual(['nik nik_rounded']);
    expect(codes('R-1', '99010141019090', 'SITI', '1990-01-01', '', '')).toEqual(['nik nik_malformed']);
    expect(codes('R-1', '', 'SITI', '1990-01-01', '', '')).toEqual(['nik nik_missing']);
    expect(codes('9901014101909001', '9901014101909001', 'S', '1990-01-01', '', '')).toEqual([
      'reference reference_form',
    ]);
    expect(codes('R-1', '9901014101909001', 'x'.repeat(101), '1990-01-01', '', '')).toEqual(['name too_long']);
    expect(codes('R-1', '9901014101909001', 'SITI', '1990-01-01')).toEqual(['row ragged']);
  });

  test('asks about two granted things at least, one of them hard to guess, as a single question does', () => {
    expect(codes('R-1', '9901014101909001', 'SITI', '', '', '')).toEqual(['row two_more']);
    expect(codes('R-1', '9901014101909001', '', '1990-01-01', '3', '')).toEqual(['row no_anchor']);
    expect(codes('R-1', '9901014101909001', 'SITI', '', '3', '')).toEqual(['row too_few_granted']);
  });

  test('names the consent where the basis is consent', () => {
    const read = rowReader({ ...reading, consent: true }).read([
      'R-1',
      '9901014101909001',
      'SITI',
      '1990-01-01',
      '',
      '',
    ]);
    expect(read).toEqual([{ field: 'consent', code: 'consent_missing' }]);
  });

  test('of a column that a spreadsheet has rounded is not believed although its number looks right', () => {
    const rounded = rowReader(reading);
    rounded.learn(Array.from({ length: 12 }, (_, n) => ['R', `99010141019${1000 + n}0`, 'S', '', '', '']));
    expect(rounded.read(['R-1', '9901014101909010', 'SITI', '1990-01-01', '', ''])).toEqual([
      { field: 'nik', code: 'nik_rounded' },
    ]);
  });
});

test('a reference is new once, however many others there are', () => {
  const set = referenceSet();
  for (let n = 0; n < 20_000; n++) if (!set.add(`R-${n}`)) throw new Error(`R-${n} was taken for another`);
  expect([set.add('R-0'), set.add('R-19999'), set.add('R-20000')]).toEqual([false, false, true]);
  expect(hash53('R-1')).not.toBe(hash53('R-2'));
});

test('an old list is no guessing; a file wrong in half, serials that were tried and one number asked again and again are', () => {
  const honest = { rows: 1000, mismatched: 100, partial: 300, inSequence: 10, mostOfOne: 2 };
  expect(signalsOf(honest)).toEqual([]);
  expect(signalsOf({ ...honest, mismatched: 500 })).toEqual(['mismatch']);
  expect(signalsOf({ ...honest, partial: 850 })).toEqual(['mismatch']);
  expect(signalsOf({ ...honest, inSequence: 60 })).toEqual(['sequence']);
  expect(signalsOf({ ...honest, mostOfOne: 10 })).toEqual(['person']);
  expect(signalsOf({ ...honest, rows: 20, mismatched: 20 })).toEqual([]);
});
