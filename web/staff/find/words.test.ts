import { describe, expect, test } from 'vitest';
import { readWords } from './words.ts';

describe('the one search box', () => {
  test.each([
    ['3175 0745 0890 9001', '', { nik: '3175074508909001' }],
    ['\u200e3175\u00a00745-0890.9001\ufeff', '', { nik: '3175074508909001' }],
    [' siti  contoh ', '', { name: 'siti  contoh' }],
    ['siti', '05-08-1990', { name: 'siti', birthDate: '1990-08-05' }],
    ['siti', '1990', { name: 'siti', birthYear: 1990 }],
    ['', '5/8/1990', { birthDate: '1990-08-05' }],
    // A birth date beside a NIK adds nothing: the NIK names one person.
    ['3175074508909001', '1990', { nik: '3175074508909001' }],
  ])('%j with birth %j asks %j', (text, birth, asked) => {
    expect(readWords({ text, birth })).toEqual({ asked });
  });

  test.each([
    ['', '', 'nothing'],
    ['', '1990', 'yearAlone'],
    ['31750745', '', 'digits'],
    // What a spreadsheet makes of a NIK is a number that has lost its end, not a name.
    ['3,17507E+15', '', 'rounded'],
    ['3.17507450890900e15', '', 'rounded'],
    ['siti', '31-02-1990', 'notOnCalendar'],
    ['siti', 'kemarin', 'birth'],
  ])('%j with birth %j is not sent: %s', (text, birth, fault) => {
    expect(readWords({ text, birth })).toMatchObject({ fault });
  });
});
