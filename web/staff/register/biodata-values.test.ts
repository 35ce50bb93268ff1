import { expect, test } from 'vitest';
import { changesBetween, meant, printed } from './biodata-values.ts';

test.each([
  ['religion', 3],
  ['maritalRegistered', false],
  ['rt', 0],
  ['passport', null],
  ['name', 'SITI CONTOH'],
  ['birthDate', '1990-08-05'],
] as const)('%s survives its field', (element, value) => {
  expect(meant(element, printed(value))).toBe(value);
});

test('only what was changed is sent, and what was emptied is sent as nothing', () => {
  const opened = { name: 'SITI', religion: '1', passport: 'A1', rt: '3' };
  expect(changesBetween(opened, { name: 'SITI ', religion: '2', passport: '', rt: '3' })).toEqual({
    religion: 2,
    passport: null,
  });
});
