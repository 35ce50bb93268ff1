import { expect, test } from 'vitest';
import { base32, codeAt, stepAt, stepOf } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

test.for([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
] as const)('the codes are those of RFC 6238 appendix B: at %i', ([seconds, code]) => {
  expect(codeAt(SECRET, stepAt(at(seconds)))).toBe(code);
});

test('a code is taken half a minute early or late, and never twice', () => {
  const code = codeAt(SECRET, 100);
  const taken = (seconds: number, after = 0) => stepOf(SECRET, code, { now: at(seconds), after });
  expect([taken(2970), taken(3000), taken(3059), taken(3060)]).toEqual([100, 100, 100, null]);
  expect(taken(2969)).toBeNull();
  expect(taken(3000, 100)).toBeNull();
  expect(stepOf(SECRET, '12345', { now: at(3000), after: 0 })).toBeNull();
});

test('a secret is written as applications read it', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
});
