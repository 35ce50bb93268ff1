import { expect, test } from 'vitest';
import { columnLetter } from './faults.ts';
import { FIELD_NAMES, HEADERS } from './fields.ts';
import { columnPositions, missingFields, proposeMapping } from './mapping.ts';

test('our own headers are understood, each as its own field', () => {
  const { mapping, unread, missing, ambiguous } = proposeMapping(FIELD_NAMES.map((field) => HEADERS[field]));
  expect(mapping.columns).toEqual(HEADERS);
  expect({ unread, missing, ambiguous }).toEqual({ unread: [], missing: [], ambiguous: [] });
});

test('headers of a BIP sheet are understood; what the register does not take stays unread', () => {
  const headers =
    'No,Nama,NIK,Tempat lahir,Tgl lahir,JK,Stat kwn,Gol drh,SHDK,Agama,Pendidikan,No akta lahir,Pekerjaan,Nama ibu,Nama ayah,Wjb KTP,KTP-eL,Status,Stat rkm'.split(
      ',',
    );
  const { mapping, unread, missing } = proposeMapping(headers);
  expect(mapping.columns).toMatchObject({
    name: 'Nama',
    birthDate: 'Tgl lahir',
    sex: 'JK',
    maritalStatus: 'Stat kwn',
    bloodGroup: 'Gol drh',
    relation: 'SHDK',
    motherName: 'Nama ibu',
  });
  expect(unread).toEqual(['No', 'Wjb KTP', 'KTP-eL', 'Status', 'Stat rkm']);
  // The family card and the place stand in a header row of such a sheet, not in a column.
  expect(missing).toEqual(['familyCard', 'villageCode', 'address']);
});

test('a village sheet without its own village takes one for all rows', () => {
  const { mapping } = proposeMapping(['NO KK', 'ALAMAT'], { villageCode: '31.75.07.1004' });
  expect(missingFields(mapping)).not.toContain('villageCode');
});

test('the four columns of SIAK stand for a village code, three do not', () => {
  const whole = proposeMapping(['NO_PROP', 'NO_KAB', 'NO_KEC', 'NO_KEL']).mapping;
  const part = proposeMapping(['NO_PROP', 'NO_KAB', 'NO_KEC']).mapping;
  expect(missingFields(whole)).not.toContain('villageCode');
  expect(missingFields(part)).toContain('villageCode');
});

test('two columns with one meaning are told, and the first is taken', () => {
  const { mapping, ambiguous } = proposeMapping(['NIK', 'No. KTP']);
  expect(mapping.columns.nik).toBe('NIK');
  expect(ambiguous).toEqual([{ field: 'nik', headers: ['NIK', 'No. KTP'] }]);
});

test('a mapping onto a header that the file lacks has no positions', () => {
  expect(columnPositions({ columns: { nik: 'NIK' }, constants: {} }, ['NAMA'])).toBeNull();
});

test('columns have the letters that a spreadsheet gives them', () => {
  expect([0, 2, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'C', 'Z', 'AA', 'ZZ', 'AAA']);
});
