import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanIdentifier, readTypedDate, typedOf, withDashes } from './typing.ts';

describe('an identifier', () => {
  test('loses spaces, dots, dashes and invisible characters when it is pasted', () => {
    expect(cleanIdentifier('\u200b9901 0145\u00a00890-9001\ufeff\n')).toBe('9901014508909001');
    expect(cleanIdentifier("'99.0101.450890.9001")).toBe('9901014508909001');
  });
  test('in full-width or Arabic-Indic digits is the same identifier', () => {
    expect(cleanIdentifier('９９０１')).toBe('9901');
    expect(cleanIdentifier('\u0669\u0669\u0660\u0661')).toBe('9901');
  });
  test('keeps a letter that does not belong there, so that it is seen', () => {
    expect(cleanIdentifier('99O1')).toBe('99O1');
  });
});

describe('a typed date', () => {
  const date = (text: string) => {
    const read = readTypedDate(text);
    return read.state === 'date' ? read.date : read.state;
  };
  test('may have dashes, strokes, dots, spaces or nothing between its parts', () => {
    for (const text of ['05-08-1990', '5/8/1990', '5.8.1990', '05 08 1990', '05081990'])
      expect(date(text)).toBe('1990-08-05');
  });
  test('that no calendar has is refused: 31-02, 30-02, 29-02 outside a leap year, month 13', () => {
    for (const text of ['31-02-1990', '30-02-2000', '29-02-1900', '01-13-1990', '00-01-1990'])
      expect(date(text)).toBe('notOnCalendar');
    expect(date('29-02-2000')).toBe('2000-02-29');
  });
  test('is not scolded while it is unfinished, and is when it can become none', () => {
    for (const text of ['0', '05-', '05-08-19']) expect(date(text)).toBe('incomplete');
    expect(date('lima')).toBe('shape');
    expect(date('')).toBe('empty');
  });
  test('typed digit by digit gets its dashes and gives the day meant', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        let text = '';
        for (const digit of typedOf(iso).replaceAll('-', '')) text = withDashes(text + digit, text);
        expect(text).toBe(typedOf(iso));
        expect(date(text)).toBe(iso);
      }),
    );
  });
  test('can be corrected backwards without dashes coming back', () => {
    expect(withDashes('05', '05-')).toBe('05');
  });
  test('typed with its dashes is not given them twice', () => {
    let text = '';
    for (const key of '05-08-1990') text = withDashes(text + key, text);
    expect(text).toBe('05-08-1990');
  });
});
