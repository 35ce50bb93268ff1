import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCivilDate } from '../../core/time/civil-date.ts';
import {
  CLOCK_TOLERANCE_MS,
  dutyOn,
  mayFollow,
  quantiles,
  quarantineReasons,
  standingOn,
  STATUSES,
  travelDays,
  type Past,
  type Status,
} from './rules.ts';

const day = asCivilDate;
const TODAY = day('2018-12-11');
const adult = {
  birthDate: day('1990-08-05'),
  maritalStatus: 1,
  nationality: 'IDN',
  permit: null,
  state: 'HIDUP',
} as const;
const born = (date: string) => ({ ...adult, birthDate: day(date) });
const past = (over: Partial<Past> = {}): Past => ({ statuses: [], moveUnderway: false, ...over });

describe('who must be recorded', () => {
  test.for([
    ['seventeen today', born('2001-12-11'), 'obligated'],
    ['seventeen tomorrow', born('2001-12-12'), 'first_voter'],
    ['sixteen today', born('2002-12-11'), 'first_voter'],
    ['sixteen tomorrow', born('2002-12-12'), 'none'],
    ['fifteen and married', { ...born('2003-05-01'), maritalStatus: 2 }, 'obligated'],
    ['fifteen and widowed', { ...born('2003-05-01'), maritalStatus: 4 }, 'obligated'],
    ['a foreigner with ITAP', { ...adult, nationality: 'AUS', permit: 2 }, 'obligated'],
    ['a foreigner with ITAP of sixteen', { ...born('2002-01-01'), nationality: 'AUS', permit: 2 }, 'none'],
    ['a foreigner with ITAS', { ...adult, nationality: 'AUS', permit: 1 }, 'none'],
    ['dead', { ...adult, state: 'MENINGGAL' as const }, 'none'],
    ['set inactive but here', { ...adult, state: 'NONAKTIF' as const }, 'obligated'],
  ] as const)('%s: %s', ([, person, duty]) => {
    expect(dutyOn(person, TODAY)).toBe(duty);
  });
});

describe('who may be recorded', () => {
  const why = (statuses: Status[], over: Partial<Past> = {}, person: typeof adult = adult) =>
    standingOn(person, past({ statuses, ...over }), TODAY).why;

  test('whoever was never recorded, or whose recording failed', () => {
    expect(why([])).toBeNull();
    expect(why(['ENROLL_FAILURE_AT_CENTRAL', 'ENROLL_FAILURE_AT_REGIONAL'])).toBeNull();
  });

  test('nobody twice, whether the first is still on its way or was found to be the only one', () => {
    expect(why(['SENT_FOR_ENROLLMENT'])).toBe('in_process');
    expect(why(['PRINT_READY_RECORD'])).toBe('recorded');
    expect(why(['ENROLL_FAILURE_AT_CENTRAL', 'CARD_ISSUED'])).toBe('recorded');
    expect(why(['DUPLICATE_RECORD'])).toBe('duplicate');
  });

  test('nobody whose move is not finished', () => {
    expect(why([], { moveUnderway: true })).toBe('move_underway');
    expect(why(['CARD_ISSUED'], { moveUnderway: true })).toBe('move_underway');
  });

  test('who is too young learns from which day', () => {
    expect(standingOn(born('2005-02-28'), past(), TODAY)).toMatchObject({ why: 'too_young', from: '2021-02-28' });
    const guest = { ...born('2005-02-28'), nationality: 'AUS', permit: 2 };
    expect(standingOn(guest, past(), TODAY)).toMatchObject({ why: 'too_young', from: '2022-02-28' });
  });

  test('the dead, and guests without ITAP', () => {
    expect(standingOn({ ...adult, state: 'MENINGGAL' }, past(), TODAY).why).toBe('not_present');
    expect(standingOn({ ...adult, nationality: 'AUS', permit: 1 }, past(), TODAY).why).toBe('not_entitled');
  });
});

describe('a packet waits for a decision', () => {
  const now = new Date('2018-12-11T09:00:00Z');
  const fine = {
    now,
    capturedAt: new Date('2018-12-01T09:00:00Z'),
    clockOffMs: 0,
    stationRevokedAt: null,
    officerMay: true,
    standing: standingOn(adult, past(), TODAY),
  };

  test('and one in good order does not', () => {
    expect(quarantineReasons(fine)).toEqual([]);
    expect(quarantineReasons({ ...fine, clockOffMs: -CLOCK_TOLERANCE_MS })).toEqual([]);
  });

  test('for a clock that is off either way, a key or an officer revoked, a person not known; for all of it at once', () => {
    expect(quarantineReasons({ ...fine, clockOffMs: -CLOCK_TOLERANCE_MS - 1 })).toEqual(['clock_off']);
    expect(quarantineReasons({ ...fine, capturedAt: new Date('2018-12-11T09:10:01Z') })).toEqual([
      'captured_in_future',
    ]);
    const all = { ...fine, clockOffMs: 1e9, stationRevokedAt: now, officerMay: false, standing: null };
    expect(quarantineReasons(all)).toEqual(['clock_off', 'station_revoked', 'officer_revoked', 'person_unknown']);
  });

  test('and for somebody who was too young, so that a head looks who captured a child', () => {
    const standing = standingOn(born('2010-01-01'), past(), TODAY);
    expect(quarantineReasons({ ...fine, standing })).toEqual(['not_entitled']);
  });
});

test('every status leads on or is the end, and no status follows itself', () => {
  const names = Object.keys(STATUSES) as Status[];
  for (const from of names) {
    expect(STATUSES[from].next.every((next) => names.includes(next as Status))).toBe(true);
    expect(mayFollow(from, from)).toBe(false);
  }
  expect(new Set(names.map((name) => STATUSES[name].code)).size).toBe(names.length);
});

test('half lie at or below the median, nine of ten at or below the ninth decile', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 60 }), (durations) => {
      const { median, p90 } = quantiles(durations)!;
      const below = (limit: number) => durations.filter((each) => each <= limit).length / durations.length;
      expect(below(median)).toBeGreaterThanOrEqual(0.5);
      expect(below(p90)).toBeGreaterThanOrEqual(0.9);
      expect(durations).toContain(p90);
    }),
  );
  expect(quantiles([])).toBeNull();
});

test('a visit costs more days the further away in the tree of regions', () => {
  const from = (office: string) => travelDays(office, '3175071004');
  expect([from('317507'), from('317501'), from('3175'), from('3171'), from('31'), from('3273'), from('')]).toEqual([
    1, 2, 2, 3, 3, 5, 5,
  ]);
});
