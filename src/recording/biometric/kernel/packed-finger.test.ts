import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerOf, impressionOf } from '../../../simulation/body/index.ts';
import { fingerCode, STRIDE, X, Y } from '../finger/cylinder.ts';
import { packedWords, packFinger, unpackFinger } from './packed-finger.ts';

test('what is packed is unpacked as it was, but for where the finger lies', () => {
  fc.assert(
    fc.property(fc.nat(), fc.float({ min: 0, max: 1, noNaN: true }), fc.nat(100), (seed, wear, at) => {
      const code = fingerCode(impressionOf(fingerOf(seed, 2), 2, { state: seed }, { wear }).record);
      const packed = new Int32Array(at + packedWords(code.count));
      packFinger(code, packed, at);
      const back = unpackFinger(packed, at, code.count, new Int32Array(255 * STRIDE).fill(-1));
      const moved = { x: code.words[X]! - back.words[X]!, y: code.words[Y]! - back.words[Y]! };
      const there = back.words.map((word, n) => word + (n % STRIDE === X ? moved.x : n % STRIDE === Y ? moved.y : 0));
      expect(there).toEqual(code.words);
    }),
    { numRuns: 30 },
  );
});
