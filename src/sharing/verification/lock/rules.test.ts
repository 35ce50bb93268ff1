import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KIND_NAMES, SECTOR_NAMES } from '../../partner/rules.ts';
import { BASES, PURPOSES } from '../schema.ts';
import { LOCK_NAMES, LOCKS, stops, type LockedAsking } from './rules.ts';

const ALL = LOCK_NAMES.reduce((bits, name) => bits | LOCKS[name].bit, 0);
const bank: LockedAsking = {
  kind: 'bank',
  sector: 'finance',
  purpose: 'public_service',
  basis: 'contract',
  attributes: { name: 'X' },
};
const asking = fc.record({
  kind: fc.constantFrom(...KIND_NAMES),
  sector: fc.constantFrom(...SECTOR_NAMES),
  purpose: fc.constantFrom(...PURPOSES),
  basis: fc.constantFrom(...BASES),
  attributes: fc.constantFrom<Record<string, unknown>>({ name: 'X' }, { face: 'x' }),
});

describe('a lock', () => {
  test('stops who is meant and nobody else', () => {
    expect(stops(LOCKS.private.bit, bank)).toBe(true);
    expect(stops(LOCKS.finance.bit, bank)).toBe(true);
    expect(stops(LOCKS.trade.bit, bank)).toBe(false);
    expect(stops(LOCKS.private.bit, { ...bank, kind: 'ministry' })).toBe(false);
    expect(stops(LOCKS.body.bit, bank)).toBe(false);
    expect(stops(LOCKS.body.bit, { ...bank, attributes: { face: 'x', name: 'X' } })).toBe(true);
  });

  test('never stops emergency care, a court, an election, or what a law obliges to', () => {
    fc.assert(
      fc.property(asking, (one) => {
        const free =
          (one.sector === 'health' && one.basis === 'vital_interest') ||
          one.purpose === 'law_enforcement' ||
          one.purpose === 'democracy' ||
          one.basis === 'legal_obligation';
        if (free) expect(stops(ALL, one)).toBe(false);
      }),
    );
  });

  test('without one nothing is stopped', () => {
    fc.assert(fc.property(asking, (one) => !stops(0, one)));
  });
});
