import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asNik } from '../../core/id/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { deltaBetween, firstDelta, foldHistory, isCardObligated, mayBecome } from './rules.ts';
import { biodataShape, STATES, type Resident } from './schema.ts';

const siti: Resident = {
  ...biodataShape.parse({
    name: 'SITI CONTOH',
    sex: 2,
    birthPlace: 'JAKARTA',
    birthDate: '1990-08-05',
    religion: 1,
    villageCode: '3175071004',
    address: 'JL CONTOH 1',
  }),
  nik: asNik('3175074508909001'),
  state: 'HIDUP',
  stateSince: asCivilDate('2011-01-01'),
  registeredOn: asCivilDate('2011-01-01'),
  version: 1,
};

describe('history', () => {
  test('folding the first entry and every delta gives the present person', () => {
    const change = fc.record(
      {
        name: fc.string({ minLength: 1 }),
        religion: fc.integer({ min: 1, max: 7 }),
        rt: fc.option(fc.integer({ min: 0, max: 999 })),
        state: fc.constantFrom(...STATES),
        hamlet: fc.option(fc.string()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        let now = siti;
        const history: unknown[] = [firstDelta(siti)];
        for (const given of changes) {
          const next = { ...now, ...given } as Resident;
          history.push(deltaBetween(now, next));
          now = next;
        }
        const folded = foldHistory(JSON.parse(JSON.stringify(history)) as unknown[]);
        expect(deltaBetween(now, { ...now, ...folded })).toEqual({});
      }),
    );
  });

  test('a history that does not begin with all elements is refused', () => {
    expect(() => foldHistory([{ name: 'X' }])).toThrow(/begins with/);
  });
});

describe('card obligation (UU 24/2013 art. 63)', () => {
  const on = asCivilDate('2018-12-11');
  test('begins on the seventeenth birthday', () => {
    expect(isCardObligated({ ...siti, birthDate: asCivilDate('2001-12-11') }, on)).toBe(true);
    expect(isCardObligated({ ...siti, birthDate: asCivilDate('2001-12-12') }, on)).toBe(false);
  });
  test('holds for whoever is or was married, at any age', () => {
    expect(isCardObligated({ ...siti, birthDate: asCivilDate('2003-01-01'), maritalStatus: 4 }, on)).toBe(true);
  });
  test('of a foreigner needs the permanent permit', () => {
    expect(isCardObligated({ ...siti, nationality: 'NLD', permit: 1 }, on)).toBe(false);
    expect(isCardObligated({ ...siti, nationality: 'NLD', permit: 2 }, on)).toBe(true);
  });
  test('ends with death', () => {
    expect(isCardObligated({ ...siti, state: 'MENINGGAL' }, on)).toBe(false);
  });
});

test('nobody returns from death by a change of state', () => {
  for (const state of STATES) expect(mayBecome('MENINGGAL', state)).toBe(false);
});
