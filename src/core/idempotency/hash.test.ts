import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, requestHash } from './hash.ts';

test('the order of keys does not make another request; any value does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (input) => {
      const shuffled = Object.fromEntries(Object.entries(input).toReversed());
      expect(requestHash('POST /v1/x', shuffled)).toEqual(requestHash('POST /v1/x', input));
      expect(requestHash('POST /v1/y', input)).not.toEqual(requestHash('POST /v1/x', input));
    }),
  );
});

test('what was sent as JSON reads back as the same, absent fields aside', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}');
});

test('a file counts by its content, a NIK as its digits', () => {
  const file = (text: string) => ({ file: { name: 'a.pdf', bytes: Buffer.from(text) } });
  expect(requestHash('r', file('one'))).toEqual(requestHash('r', file('one')));
  expect(requestHash('r', file('one'))).not.toEqual(requestHash('r', file('two')));
  expect(canonicalJson(9_999_010_190_900_001n)).toBe('"9999010190900001"');
});
