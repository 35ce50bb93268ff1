import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSegments, readerOf } from './segments.ts';

test('whatever is put in and taken out, everybody who is there is found whole, and nobody else', () => {
  const step = fc.record({ slot: fc.nat(40), length: fc.integer({ min: 1, max: 30 }), out: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const segments = openSegments(64);
      const there = new Map<number, Int32Array>();
      steps.forEach(({ slot, length, out }, n) => {
        segments.drop(slot);
        there.delete(slot);
        if (out) return;
        const block = new Int32Array(length).fill(n + 1);
        segments.put(slot, block);
        there.set(slot, block);
      });
      const reader = readerOf(segments.shared());
      for (let slot = 0; slot < reader.slots; slot++) {
        const block = there.get(slot);
        expect(reader.find(slot)).toBe(block !== undefined);
        if (block) expect(reader.words().slice(reader.at(), reader.at() + block.length)).toEqual(block);
      }
      const live = [...there.values()].reduce((sum, block) => sum + block.length, 0);
      const held = segments
        .shared()
        .segments.flatMap((segment) => (segment ? [...new Int32Array(segment)] : []))
        .filter((word) => word !== 0).length;
      // What was taken out or moved is nowhere any more.
      expect(held).toBe(live);
    }),
  );
});

test('segments that are mostly empty are given back', () => {
  const segments = openSegments(100);
  for (let slot = 0; slot < 2000; slot++) segments.put(slot, new Int32Array(10).fill(slot + 1));
  const full = segments.bytes();
  for (let slot = 0; slot < 2000; slot++) if (slot % 10 !== 0) segments.drop(slot);
  expect(segments.bytes()).toBeLessThan(full / 2);
  expect(segments.shared().segments.filter((segment) => segment !== null).length).toBeLessThan(60);
});
