import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUuid, newId } from './uuid.ts';
import { asNik } from './nik.ts';
import { familyRefs, personRefs } from './person-ref.ts';

const key = randomBytes(32);
const niks = fc.bigInt({ min: 0n, max: 9_999_999_999_999_999n }).map((n) => asNik(n.toString().padStart(16, '0')));

test('a reference gives back its NIK, also one that begins with 0 or exceeds 2^53, and does not show it', () => {
  const refs = personRefs(key);
  fc.assert(
    fc.property(niks, (nik) => {
      const ref = refs.of(nik);
      expect(ref).toHaveLength(22);
      expect(ref).not.toContain(nik.slice(0, 6));
      expect(refs.read(ref)).toBe(nik);
    }),
  );
});

test('what this server did not make is nobody: another key, another kind, a changed character', () => {
  const ref = personRefs(key).of(asNik('9471010101909001'));
  expect(personRefs(randomBytes(32)).read(ref)).toBeNull();
  expect(familyRefs(randomBytes(32)).read(ref)).toBeNull();
  expect(personRefs(key).read(`${ref.startsWith('A') ? 'B' : 'A'}${ref.slice(1)}`)).toBeNull();
  expect(personRefs(key).read('../../etc/passwd')).toBeNull();
});

test('identifiers made one after another are UUIDv7, distinct and in order', () => {
  const made = Array.from({ length: 10_000 }, () => newId());
  expect(made.every(isUuid)).toBe(true);
  expect(new Set(made).size).toBe(made.length);
  expect(made.toSorted()).toEqual(made);
});
