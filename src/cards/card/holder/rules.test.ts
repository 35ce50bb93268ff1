import { describe, expect, test } from 'vitest';
import { askWaitMs, maskedContact, readContact, readNumber } from './rules.ts';

describe('a contact', () => {
  test('is read as people say it, and goes as messages need it', () => {
    for (const typed of [
      '0812-3456-7890',
      '+62 812 3456 7890',
      '62812 3456 7890',
      '0062 812 3456 7890',
      '(0812) 3456.7890',
    ])
      expect(readContact(typed), typed).toEqual({ channel: 'sms', to: '+6281234567890' });
    expect(readContact('+60 12-345 6789')).toEqual({ channel: 'sms', to: '+60123456789' });
    expect(readContact(' siti@contoh.id ')).toEqual({ channel: 'mail', to: 'siti@contoh.id' });
    for (const wrong of [
      '',
      '812',
      '0812',
      'siti@',
      'siti@contoh.id, budi@contoh.id',
      '0812-3456-7890 (istri)',
      'telepon',
    ])
      expect(readContact(wrong), wrong).toBeNull();
  });

  test('is shown so that its owner knows it and nobody else can use it', () => {
    expect(maskedContact({ channel: 'sms', to: '+6281234567890' })).toBe('+62•••••7890');
    expect(maskedContact({ channel: 'mail', to: 'siti@contoh.id' })).toBe('s•••@contoh.id');
  });
});

test('a number is a NIK, a request’s or an application’s, however it was copied', () => {
  expect(readNumber(' 3175 0745 0890 9001 ')).toBe('3175074508909001');
  expect(readNumber('k3175-20181211-0007')).toBe('K3175-20181211-0007');
  expect(readNumber('3175 20181211 0007')).toBe('3175-20181211-0007');
  expect(readNumber('\u200e3175-20181211-0007\u200f')).toBe('3175-20181211-0007');
  for (const wrong of ['', '317507450890900', 'SITI', 'K3175-2018-1']) expect(readNumber(wrong), wrong).toBeNull();
});

describe('whoever asks for codes waits', () => {
  const now = new Date('2018-12-11T09:00:00Z');
  const ago = (...minutes: number[]) => minutes.map((n) => new Date(now.getTime() - n * 60_000));

  test('a minute between two for one number, and an hour after the fifth', () => {
    expect(askWaitMs('number', [], now)).toBe(0);
    expect(askWaitMs('number', ago(0.25), now)).toBe(45_000);
    expect(askWaitMs('number', ago(1), now)).toBe(0);
    expect(askWaitMs('number', ago(2, 4, 6, 8, 10), now)).toBe(50 * 60_000);
    expect(askWaitMs('number', ago(2, 4, 6, 8, 60), now)).toBe(0);
  });

  test('an address only after the thirtieth in an hour', () => {
    expect(askWaitMs('address', ago(...Array.from({ length: 29 }, () => 1)), now)).toBe(0);
    expect(askWaitMs('address', ago(...Array.from({ length: 30 }, () => 1)), now)).toBe(59 * 60_000);
  });
});
