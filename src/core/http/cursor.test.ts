import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openCursors } from './cursor.ts';

const cursors = openCursors(randomBytes(32));

test('a cursor opens its own list and no other, and shows nothing of what it holds', () => {
  const cursor = cursors.seal('offices', { name: 'SITI CONTOH' });
  expect(cursors.open('offices', cursor)).toEqual({ name: 'SITI CONTOH' });
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('SITI');
  expect(() => cursors.open('officers', cursor)).toThrow('http.cursor_invalid');
  expect(() => openCursors(randomBytes(32)).open('offices', cursor)).toThrow('http.cursor_invalid');
});

test('whatever was made up or altered is refused, never a fault of ours', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => cursors.open('offices', text)).toThrow('http.cursor_invalid');
    }),
  );
});
