import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asCivilDate } from '../../../core/time/index.ts';
import { outlook, rebalancing, type RegencyCount } from './rules.ts';

const COUNT: RegencyCount = {
  eligible: 1000,
  unrecorded: 20,
  recorded: 40,
  waiting: 5,
  blanks: 50,
  printedIn30Days: 60,
};
const when = { day: asCivilDate('2018-12-11'), votingDay: asCivilDate('2019-04-17') };

describe('the outlook of a regency', () => {
  test('is the day on which its last voter would hold a card at the pace of thirty days', () => {
    expect(outlook(COUNT, when)).toEqual({
      toPrint: 60,
      blanksMissing: 10,
      lastCardOn: '2019-01-10',
      standing: 'in_time',
    });
    expect(outlook({ ...COUNT, recorded: 5000 }, when)).toMatchObject({ standing: 'late', blanksMissing: 4970 });
  });

  test('is never where nothing is printed, and today where nobody waits for a card', () => {
    expect(outlook({ ...COUNT, printedIn30Days: 0 }, when)).toMatchObject({ lastCardOn: null, standing: 'idle' });
    expect(outlook({ ...COUNT, recorded: 0, unrecorded: 0 }, when)).toMatchObject({ standing: 'done', toPrint: 0 });
  });

  test('is not late on the voting day itself', () => {
    const slow = { ...COUNT, unrecorded: 0, recorded: 127, printedIn30Days: 30 };
    expect(outlook(slow, when)).toMatchObject({ lastCardOn: '2019-04-17', standing: 'in_time' });
    expect(outlook({ ...slow, recorded: 128 }, when).standing).toBe('late');
  });
});

describe('blanks move', () => {
  const store = (regency: string, n: number) => ({ id: `gudang ${regency} ${n}`, name: '', regency, n });
  test('from the largest surplus of the province to the largest lack', () => {
    const stores = [store('3175', 500), store('3171', 200), store('3172', 10), store('3273', 9000)];
    const shifts = rebalancing(
      new Map([
        ['3175', 100],
        ['3171', 150],
        ['3172', 300],
        ['3273', 0],
      ]),
      stores,
    );
    expect(shifts.map(({ from, to, n }) => [from.regency, to.regency, n])).toEqual([['3175', '3172', 290]]);
  });

  test('and nobody gives what his own voters need, nor more than lies there, nor gets more than he lacks', () => {
    const codes = ['3171', '3172', '3173', '3273', '3274'];
    const amounts = fc.array(fc.nat(2000), { minLength: codes.length * 3, maxLength: codes.length * 3 });
    fc.assert(
      fc.property(amounts, (given) => {
        const needs = new Map(codes.map((code, n) => [code, given[n]!]));
        const stores = codes.flatMap((code, n) => [
          { ...store(code, given[codes.length + n]!), id: `${code}a` },
          { ...store(code, given[2 * codes.length + n]!), id: `${code}b` },
        ]);
        const shifts = rebalancing(needs, stores);
        for (const code of codes) {
          const here = stores.filter(({ regency }) => regency === code).reduce((sum, { n }) => sum + n, 0);
          const out = shifts.filter(({ from }) => from.regency === code).reduce((sum, { n }) => sum + n, 0);
          const into = shifts.filter(({ to }) => to.regency === code).reduce((sum, { n }) => sum + n, 0);
          expect(out).toBeLessThanOrEqual(Math.max(0, here - needs.get(code)!));
          expect(into).toBeLessThanOrEqual(Math.max(0, needs.get(code)! - here));
        }
        for (const one of stores) {
          const out = shifts.filter(({ from }) => from.id === one.id).reduce((sum, { n }) => sum + n, 0);
          expect(out).toBeLessThanOrEqual(one.n);
        }
        for (const { from, to } of shifts) expect(from.regency.slice(0, 2)).toBe(to.regency.slice(0, 2));
      }),
    );
  });
});
