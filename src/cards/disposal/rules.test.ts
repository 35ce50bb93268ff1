import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merkleRoot } from './list-root.ts';
import { inWords } from './number-words.ts';
import { isOverdue, mayDestroy, regimeOn } from './regime.ts';
import { whyNotApprove, whyNotFinish } from './rules.ts';
import { detects, draw, faultyOf, sampleSize } from './sampling.ts';

test('before the circular the corner is cut and the centre destroys; from its day on each office destroys and reports', () => {
  const [before, after] = [regimeOn('2018-12-12', '2018-12-13'), regimeOn('2018-12-13', '2018-12-13')];
  expect([before.name, before.cut, mayDestroy(before, 'regency'), mayDestroy(before, 'directorate')]).toEqual([
    'central',
    'top_right',
    false,
    true,
  ]);
  expect([after.name, after.cut, mayDestroy(after, 'regency'), after.reports]).toEqual(['local', null, true, true]);
  expect([isOverdue(before, 31), isOverdue(before, 32), isOverdue(after, 400)]).toEqual([false, true, false]);
});

test('a sample is the smallest that finds the wrong bags with the stated confidence', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (all, share) => {
      const faulty = faultyOf(all, share);
      const size = sampleSize(all, faulty, 0.95);
      expect(detects(all, faulty, size)).toBeGreaterThanOrEqual(0.95 - 1e-9);
      if (size > 1) expect(detects(all, faulty, size - 1)).toBeLessThan(0.95);
      expect(size).toBeLessThanOrEqual(all);
    }),
  );
  // Known values: one wrong of twenty needs nineteen at 95 %; ten of a hundred need twenty-five.
  expect([sampleSize(20, 1, 0.95), sampleSize(100, 10, 0.95), sampleSize(1, 1, 0.95)]).toEqual([19, 25, 1]);
});

test('a draw can be made again from its seed, and each place is drawn about as often', () => {
  const seed = Buffer.alloc(32, 7);
  expect(draw(seed, 50, 10)).toEqual(draw(seed, 50, 10));
  const hits = Array.from({ length: 10 }, () => 0);
  for (let n = 0; n < 2_000; n++) for (const at of draw(Buffer.from(`seed ${n}`), 10, 3)) hits[at]!++;
  expect(Math.min(...hits)).toBeGreaterThan(500);
  expect(Math.max(...hits)).toBeLessThan(700);
});

test('numbers stand in words as in minutes', () => {
  expect([0, 11, 15, 100, 111, 1_000, 1_378, 1_706, 2_158, 13_018, 1_000_000].map(inWords)).toEqual([
    'nol',
    'sebelas',
    'lima belas',
    'seratus',
    'seratus sebelas',
    'seribu',
    'seribu tiga ratus tujuh puluh delapan',
    'seribu tujuh ratus enam',
    'dua ribu seratus lima puluh delapan',
    'tiga belas ribu delapan belas',
    'satu juta',
  ]);
  expect(inWords(1_378_146)).toBe('satu juta tiga ratus tujuh puluh delapan ribu seratus empat puluh enam');
  expect(inWords(1_001_000)).toBe('satu juta seribu');
  expect(() => inWords(1.5)).toThrow(RangeError);
});

test('the root changes with any piece, any order and any length', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 40 }), (leaves) => {
      const root = merkleRoot(leaves).toString('hex');
      expect(merkleRoot(leaves.slice(1)).toString('hex')).not.toBe(root);
      expect(merkleRoot(leaves.toReversed()).toString('hex')).not.toBe(root);
      expect(merkleRoot([...leaves.slice(0, -1), `${leaves.at(-1)} `]).toString('hex')).not.toBe(root);
    }),
  );
});

test('a destruction is approved from another unit by somebody who had no hand in its bags', () => {
  const plan = { proposedBy: 'a', officeId: 'x' };
  expect(whyNotApprove({ id: 'a', officeId: 'y' }, plan, [])).toBe('own');
  expect(whyNotApprove({ id: 'b', officeId: 'x' }, plan, [])).toBe('same_unit');
  expect(whyNotApprove({ id: 'b', officeId: null }, plan, [])).toBe('same_unit');
  expect(whyNotApprove({ id: 'b', officeId: 'y' }, plan, ['b'])).toBe('party');
  expect(whyNotApprove({ id: 'b', officeId: 'y' }, plan, ['c'])).toBeNull();
});

test('the fire waits for every seal, every drawn count, the witnesses, a photo and a second officer', () => {
  const bag = { sealAgrees: true, sampled: true, counted: 5, n: 5 };
  const witnesses = [{ outside: false }, { outside: true }];
  const day = { begunBy: 'a', photos: 1, witnesses, bags: [bag] };
  expect(whyNotFinish('b', day)).toBeNull();
  expect(whyNotFinish('a', day)).toBe('alone');
  expect(whyNotFinish('b', { ...day, photos: 0 })).toBe('photo');
  expect(whyNotFinish('b', { ...day, witnesses: witnesses.slice(0, 1) })).toBe('witnesses');
  expect(whyNotFinish('b', { ...day, witnesses: [witnesses[0]!, witnesses[0]!] })).toBe('outside_witness');
  expect(whyNotFinish('b', { ...day, bags: [bag, { ...bag, sealAgrees: null }] })).toBe('seals');
  expect(whyNotFinish('b', { ...day, bags: [{ ...bag, counted: null }] })).toBe('recount');
  expect(whyNotFinish('b', { ...day, bags: [{ ...bag, counted: 4 }] })).toBe('recount');
});
