import { expect, test } from 'vitest';
import { countSpans, readTyped, withSpans } from './typed.ts';

test('what is typed or scanned is a serial, first and last, or the code of a box', () => {
  expect(readTyped('  ')).toEqual({ at: 'empty' });
  expect(readTyped('1000 0007')).toEqual({ at: 'span', span: { first: '10000007', last: '10000007' } });
  for (const typed of ['1000-1499', '1000 – 1499', '1.000 sd 1.499', '0001000/1499'])
    expect(readTyped(typed)).toEqual({ at: 'span', span: { first: '1000', last: '1499' } });
  expect(readTyped('BOKS-1000-1499')).toEqual({ at: 'box', code: 'BOKS-1000-1499' });
});

test('a span from back to front and a number that is no serial are wrong', () => {
  expect(readTyped('1499-1000')).toEqual({ at: 'wrong', why: 'backwards' });
  expect(readTyped('1'.repeat(19))).toEqual({ at: 'wrong', why: 'long' });
});

test('serials scanned one by one join into a span, and one that is there already is named', () => {
  const one = (serial: number) => ({ first: String(serial), last: String(serial) });
  const spans = [7, 5, 6].reduce<readonly { first: string; last: string }[]>(
    (before, serial) => withSpans(before, [one(serial)]).spans,
    [],
  );
  expect(spans).toEqual([{ first: '5', last: '7' }]);
  expect(countSpans(spans)).toBe(3);
  expect(withSpans(spans, [one(6)])).toEqual({ spans, twice: '6' });
});
