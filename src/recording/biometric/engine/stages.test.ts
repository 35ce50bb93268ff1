import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestOf } from './stages.ts';

test('the best are all there, as many as wanted or a few more, and none without a number', () => {
  const number = fc.oneof(fc.float({ min: -20, max: 60, noNaN: true }), fc.constant(-Infinity));
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 1, max: 50 }),
      (given, wanted) => {
        const numbers = Float32Array.from(given);
        const there = [...numbers.keys()].filter((slot) => numbers[slot]! > -Infinity);
        const best = bestOf(numbers, null, wanted);
        expect(best.length).toBeGreaterThanOrEqual(Math.min(wanted, there.length));
        const worst = Math.min(...[...best].map((slot) => numbers[slot]!));
        for (const slot of there) if (!best.includes(slot)) expect(numbers[slot]!).toBeLessThanOrEqual(worst);
        expect([...best].every((slot) => numbers[slot]! > -Infinity)).toBe(true);
      },
    ),
  );
});
