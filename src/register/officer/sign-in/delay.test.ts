import fc from 'fast-check';
import { expect, test } from 'vitest';
import { delaySeconds } from './delay.ts';

test('two slips cost nothing, then each failure doubles the wait', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((n) => delaySeconds('account', n))).toEqual([0, 0, 0, 2, 4, 8, 16]);
});

test('no wait is longer than five minutes, however many failures', () => {
  fc.assert(
    fc.property(fc.constantFrom('account', 'address'), fc.nat(100_000), (kind, failures) => {
      expect(delaySeconds(kind, failures)).toBeLessThanOrEqual(300);
      expect(delaySeconds(kind, failures + 1)).toBeGreaterThanOrEqual(delaySeconds(kind, failures));
    }),
  );
});

test('an address, behind which a whole office sits, has more patience than an account', () => {
  expect(delaySeconds('address', 30)).toBe(0);
  expect(delaySeconds('address', 31)).toBeGreaterThan(0);
});
