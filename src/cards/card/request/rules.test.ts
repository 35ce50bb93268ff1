import { describe, expect, test } from 'vitest';
import { asCivilDate } from '../../../core/time/index.ts';
import { SITI } from '../../../../test/given/people.ts';
import { printable, printingSteps, priorityOf, whyNot, type Asking } from './rules.ts';

const asking = (over: Partial<Asking> = {}): Asking => ({
  resident: { ...SITI, state: 'HIDUP' },
  packets: [{ status: 'PRINT_READY_RECORD' }],
  cards: [],
  day: asCivilDate('2018-12-11'),
  ...over,
});
const valid = { state: 'VALID', replaceSince: null } as const;

describe('a card is asked for', () => {
  test('by who is recorded, unique, and 17 or was ever married', () => {
    expect(whyNot('first', asking())).toBeNull();
    const young = { ...SITI, state: 'HIDUP', birthDate: asCivilDate('2002-12-12') } as const;
    expect(whyNot('first', asking({ resident: young }))).toBe('not_obligated');
    expect(whyNot('first', asking({ resident: { ...young, birthDate: asCivilDate('2001-12-11') } }))).toBeNull();
    expect(whyNot('first', asking({ resident: { ...young, maritalStatus: 2 } }))).toBeNull();
    expect(whyNot('first', asking({ packets: [] }))).toBe('not_recorded');
    expect(whyNot('first', asking({ packets: [{ status: 'DUPLICATE_RECORD' }] }))).toBe('not_ready');
    expect(whyNot('first', asking({ resident: { ...SITI, state: 'MENINGGAL' } }))).toBe('not_living');
  });

  test('as the first once, and as another only by who had one', () => {
    expect(whyNot('first', asking({ cards: [valid] }))).toBe('has_card');
    expect(whyNot('first', asking({ packets: [{ status: 'CARD_ISSUED' }] }))).toBe('has_card');
    expect(whyNot('first', asking({ cards: [{ state: 'SPOILED', replaceSince: null }] }))).toBeNull();
    expect(whyNot('loss', asking())).toBe('no_card');
    expect(whyNot('damage', asking({ cards: [valid] }))).toBeNull();
    expect(whyNot('loss', asking({ packets: [{ status: 'CARD_ISSUED' }] }))).toBeNull();
  });

  test('for a change only where something on it changed: never for a new name of a region or a date', () => {
    expect(whyNot('change', asking({ cards: [valid] }))).toBe('nothing_changed');
    expect(whyNot('change', asking({ cards: [{ state: 'VALID', replaceSince: '2018-11-01' }] }))).toBeNull();
  });
});

test('blanks in a shortage go to first holders, then to victims, then in place of letters, then to the rest', () => {
  const of = (kind: 'first' | 'loss', disaster: boolean, hasLetter: boolean) =>
    priorityOf({ kind, disaster, hasLetter });
  expect([of('first', false, true), of('loss', true, true), of('loss', false, true), of('loss', false, false)]).toEqual(
    [1, 2, 3, 4],
  );
});

test('a card is made of the recording that is ready, and of an issued one anew', () => {
  expect(printable([{ status: 'CARD_ISSUED' }, { status: 'PRINT_READY_RECORD' }])?.status).toBe('PRINT_READY_RECORD');
  expect(printable([{ status: 'SENT_FOR_ENROLLMENT' }])).toBeNull();
  expect(printingSteps('PRINT_READY_RECORD')).toEqual(['SENT_FOR_CARD_PRINTING', 'CARD_PRINTED']);
  expect(printingSteps('CARD_ISSUED')).toEqual(['PRINT_READY_RECORD', 'SENT_FOR_CARD_PRINTING', 'CARD_PRINTED']);
});
