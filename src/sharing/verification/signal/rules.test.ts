import { describe, expect, test } from 'vitest';
import { openPulses, type PulseRow } from './pulse.ts';
import { signalsOf, type Pulse, type Usual } from './rules.ts';

const QUIET: Pulse = { questions: 300, mismatched: 20, inSequence: 0, regencies: 40 };
const USUAL: Usual = { days: 12, perHour: 400, mostRegencies: 60, daysAtThisHour: 9 };

describe('an hour of a partner', () => {
  test.each<[string, Partial<Pulse>, Partial<Usual>, string[]]>([
    ['as usual is no signal', {}, {}, []],
    ['of nine times the usual volume is one', { questions: 3_600 }, {}, ['volume']],
    ['of a busy day is none', { questions: 3_000 }, {}, []],
    [
      'of a partner that is new is none for its volume, hour or spread',
      { questions: 90_000, regencies: 500 },
      { days: 3 },
      [],
    ],
    ['at which it never asked is one', {}, { daysAtThisHour: 0 }, ['hour']],
    ['at which it never asked, with a few questions, is none', { questions: 150 }, { daysAtThisHour: 0 }, []],
    ['about people of all regencies where it asked in few is one', { regencies: 400 }, {}, ['spread']],
    ['of serials one after the other is one, also of a new partner', { inSequence: 90 }, { days: 0 }, ['sequence']],
    ['in which half of the questions are wrong is one', { mismatched: 160 }, { days: 0 }, ['mismatch']],
    ['that is unusual in several ways says each', { mismatched: 160, inSequence: 90 }, {}, ['sequence', 'mismatch']],
  ])('%s', (_title, now, usual, signals) => {
    expect(signalsOf({ ...QUIET, ...now }, { ...USUAL, ...usual })).toEqual(signals);
  });
});

describe('counting', () => {
  const counting = () => {
    const rows: PulseRow[] = [];
    let away = false;
    const pulses = openPulses(async (given) => {
      if (away) throw new Error('away');
      rows.push(...given);
    });
    return { pulses, rows, goAway: (is: boolean) => void (away = is) };
  };

  test('sees serials of one place and birthday one after the other, and not the same person twice', async () => {
    const { pulses, rows } = counting();
    for (let n = 0; n < 60; n++) pulses.count('a', `99010141018${String(90_000 + n).slice(0, 5)}` as never, false);
    for (let n = 0; n < 60; n++) pulses.count('b', '9901014101809001' as never, true);
    await pulses.settle();
    expect(rows).toEqual([
      { institutionId: 'a', questions: 60, mismatched: 60, inSequence: 59, regencies: [9901] },
      { institutionId: 'b', questions: 60, mismatched: 0, inSequence: 0, regencies: [9901] },
    ]);
  });

  test('loses nothing while the register is away', async () => {
    const { pulses, rows, goAway } = counting();
    pulses.count('a', '3175070508909001' as never, true);
    goAway(true);
    await expect(pulses.settle()).rejects.toThrow('away');
    pulses.count('a', '3201070508909002' as never, false);
    goAway(false);
    await pulses.settle();
    await pulses.settle();
    expect(rows).toMatchObject([{ questions: 2, mismatched: 1 }]);
    expect(new Set(rows[0]!.regencies)).toEqual(new Set([3175, 3201]));
  });
});
