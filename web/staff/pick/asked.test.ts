import { expect, test } from 'vitest';
import { readAsked } from './asked.ts';

test.for([
  ['3175 0745 0890 9001', { nik: '3175074508909001' }],
  ['siti rahayu', { name: 'siti rahayu' }],
  [' siti  1990 ', { name: 'siti', birthYear: 1990 }],
  ['siti 05-08-1990', { name: 'siti', birthDate: '1990-08-05' }],
  ['05-08-1990', { birthDate: '1990-08-05' }],
] as const)('"%s" is understood as a search', ([typed, search]) => {
  expect(readAsked(typed)).toEqual({ at: 'asked', search });
});

test('a slip is named, and a year alone is not searched', () => {
  expect(readAsked('317507450890')).toEqual({ at: 'digits', count: 12 });
  expect(readAsked('1990')).toEqual({ at: 'yearAlone' });
  expect(readAsked('  ')).toEqual({ at: 'nothing' });
});
