import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REASONS, bitOf } from '../eligibility/rules.ts';
import { numberOf } from './read.ts';
import { ofHundred, VERDICTS, verdictOf, wilson, type Standing } from './rules.ts';

const plain: Standing = { meant: 'nik', again: false, reasons: 0, village: '3175071004', lives: '3175071004' };

describe('the verdict of a row', () => {
  test('is one, and the gravest thing that stands against the row gives it', () => {
    expect(verdictOf(plain)).toBe('in_order');
    expect(verdictOf({ ...plain, again: true, reasons: bitOf('dead') })).toBe('twice');
    expect(verdictOf({ ...plain, reasons: bitOf('under_age') + bitOf('dead') })).toBe('dead');
    expect(verdictOf({ ...plain, meant: 'person', reasons: bitOf('military') })).toBe('military');
    expect(verdictOf({ ...plain, meant: 'person', village: '3175071007' })).toBe('other_nik');
    expect(verdictOf({ ...plain, village: '3175071007' })).toBe('moved');
    expect(verdictOf({ ...plain, village: null })).toBe('in_order');
    for (const meant of ['another_person', 'several', 'not_found'] as const)
      expect(verdictOf({ ...plain, meant, lives: null })).toBe(meant);
  });

  test('names every reason for which somebody does not vote: none of them leaves a row in order', () => {
    for (const reason of REASONS) expect(verdictOf({ ...plain, reasons: bitOf(reason) })).not.toBe('in_order');
    fc.assert(
      fc.property(fc.nat(2 ** REASONS.length - 1), (reasons) => {
        const verdict = verdictOf({ ...plain, reasons });
        expect(VERDICTS).toContain(verdict);
        expect(verdict === 'in_order').toBe(reasons === 0);
      }),
    );
  });
});

describe('a number', () => {
  test('may hide its last digits, grouped or not, and is nothing else', () => {
    expect(numberOf('3175 0745 0890 9001')).toEqual({ shown: '3175074508909001', hidden: 0 });
    expect(numberOf('317507450890****')).toEqual({ shown: '317507450890', hidden: 4 });
    expect(numberOf('317507XXXXXXXXXX')).toEqual({ shown: '317507', hidden: 10 });
  });

  test.each([
    ['', 'nik_missing'],
    ['-', 'nik_missing'],
    [3_175_074_508_909_001, 'nik_rounded'],
    ['3,17507E+15', 'nik_rounded'],
    ['3175074508900000', 'nik_rounded'],
    ['31750745****9001', 'nik_mask'],
    ['317507450890***', 'nik_mask'],
    ['***************1', 'nik_mask'],
    ['31\u200b75074508909001', 'invisible'],
    ['317507450890900', 'nik_form'],
    ['1111111111111111', 'nik_form'],
  ] as const)('%s is refused as %s', (cell, fault) => expect(numberOf(cell)).toBe(fault));
});

describe('Wilson’s interval', () => {
  test('is the one of the books, and honest where nothing or everything was found', () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const rounded = (k: number, n: number) => {
      const { low, high } = wilson(k, n)!;
      return [low.toFixed(4), high.toFixed(4)];
    };
    expect(rounded(81, 263)).toEqual(['0.2553', '0.3662']);
    expect(rounded(15, 148)).toEqual(['0.0624', '0.1605']);
    expect(rounded(0, 20)).toEqual(['0.0000', '0.1611']);
    expect(rounded(1, 29)).toEqual(['0.0061', '0.1718']);
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(20, 20)!.high).toBe(1);
  });

  test('holds the share, and is said outward in whole numbers of a hundred', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (right, wrong) => {
        const found = wilson(right, right + wrong);
        if (!found) return;
        expect(found.low).toBeLessThanOrEqual(found.share);
        expect(found.high).toBeGreaterThanOrEqual(found.share);
        const said = ofHundred(found);
        expect(said.low / 100).toBeLessThanOrEqual(found.low + 1e-9);
        expect(said.high / 100).toBeGreaterThanOrEqual(found.high - 1e-9);
      }),
    );
    expect(ofHundred(wilson(6, 100)!)).toEqual({ low: 2, high: 13 });
  });
});
