import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parentRegion, proposalHash, whyNotApprove, type Standing } from './rules.ts';

const officer = (id: string, code: string | null, scopes = ['blank.destroy.approve']) => ({
  id,
  scopes: new Set(scopes),
  jurisdiction: code === null ? null : { code },
});
const standing: Standing = {
  act: 'blank.destroy',
  regionCode: '3175',
  proposedBy: 'a',
  officeRegion: '3175',
  approversThere: 2,
};

test('nobody approves his own proposal, whatever he holds', () => {
  expect(whyNotApprove(officer('a', ''), standing)).toBe('own');
});

test('who lacks the scope may not approve', () => {
  expect(whyNotApprove(officer('b', '3175', ['blank.destroy.propose']), standing)).toBe('scope');
});

test('a colleague of the region, or one whose region holds it, may approve', () => {
  expect(whyNotApprove(officer('b', '3175'), standing)).toBe(null);
  expect(whyNotApprove(officer('b', '31'), standing)).toBe(null);
  expect(whyNotApprove(officer('b', ''), standing)).toBe(null);
});

test('a neighbouring office may approve only when the own office is small', () => {
  expect(whyNotApprove(officer('b', '3174'), standing)).toBe('region');
  expect(whyNotApprove(officer('b', '3174'), { ...standing, approversThere: 1 })).toBe(null);
});

test('even for a small office, neither a district office nor another province may approve', () => {
  const small = { ...standing, approversThere: 0 };
  expect(whyNotApprove(officer('b', '317401'), small)).toBe('region');
  expect(whyNotApprove(officer('b', '3201'), small)).toBe('region');
  expect(whyNotApprove(officer('b', null), small)).toBe('region');
});

test('any change of act, input or state changes the hash; the order of keys does not', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), fc.string(), (input, a, b) => {
      const shuffled = Object.fromEntries(Object.entries(input).toReversed());
      expect(proposalHash(a, shuffled, b)).toEqual(proposalHash(a, input, b));
      expect(proposalHash(a, input, `${b}x`)).not.toEqual(proposalHash(a, input, b));
      expect(proposalHash(`${a}x`, input, b)).not.toEqual(proposalHash(a, input, b));
      expect(proposalHash(a, { ...input, extra_: 1 }, b)).not.toEqual(proposalHash(a, input, b));
    }),
  );
});

test('the region above a village is its district, above a province the nation', () => {
  expect(['3175071004', '317507', '3175', '31', ''].map(parentRegion)).toEqual(['317507', '3175', '31', '', '']);
});
