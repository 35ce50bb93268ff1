import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SITI } from '../../../../test/given/people.ts';
import { addDays, asCivilDate } from '../../../core/time/index.ts';
import { firstDelta, foldHistory } from '../../../register/resident/rules.ts';
import { foldPlace } from '../eligibility/cutoff.ts';
import { judge, type Ballot } from '../eligibility/rules.ts';
import {
  CHANGED,
  JOINED,
  LEFT,
  rowValues,
  standingAt,
  whyChanged,
  whyJoined,
  whyLeft,
  type Life,
  type ListAt,
  type PastAct,
  type PastSource,
} from './rules.ts';

const day = asCivilDate;
const BEGIN = new Date('2018-01-01T00:00:00Z');
const at = (days: number) => new Date(BEGIN.getTime() + days * 86_400_000);
const anyDay = fc.integer({ min: 0, max: 500 }).map((n) => addDays(day('2018-01-01'), n));
const STATES = ['HIDUP', 'MENINGGAL', 'PINDAH_LUAR_NEGERI', 'LEPAS_WNI', 'GANDA', 'NONAKTIF', 'BATAL'] as const;
/** Who lives abroad may vote at a mission: of those there are to be enough. */
const ABROAD = ['PINDAH_LUAR_NEGERI', 'PINDAH_LUAR_NEGERI', 'PINDAH_LUAR_NEGERI'] as const;
const VILLAGES = ['3175071004', '3175071007', '3273011001'];

const biodata = fc.record({
  birthDate: fc.constantFrom('1980-05-05', '2001-06-01', '2001-12-31', '2002-05-01').map(day),
  maritalStatus: fc.constantFrom(1, 1, 2, 3),
  nationality: fc.constantFrom('IDN', 'IDN', 'IDN', 'MYS'),
  villageCode: fc.constantFrom(...VILLAGES),
  name: fc.constantFrom('SITI CONTOH', 'SITI CONTOH RAHAYU'),
  rt: fc.constantFrom(1, 2, null),
});
const delta = fc.oneof(
  biodata,
  fc.record({ villageCode: fc.constantFrom(...VILLAGES) }),
  fc.record({ maritalStatus: fc.constantFrom(1, 2) }),
  fc.record({ nationality: fc.constant('IDN') }),
  fc.record({ state: fc.constantFrom(...STATES, ...ABROAD), stateSince: anyDay }),
);
const source: fc.Arbitrary<PastSource> = fc.record({
  kind: fc.constantFrom('military', 'police', 'deprived', 'mission', 'mission', 'mission'),
  body: fc.constantFrom('A', 'B'),
  since: anyDay,
  until: fc.option(anyDay),
  knownAt: fc.integer({ min: 0, max: 60 }).map(at),
  withdrawnAt: fc.option(fc.integer({ min: 0, max: 60 }).map(at)),
});
/** What is told comes in its order; several acts may be told in one moment. */
const life: fc.Arbitrary<Life> = fc
  .record({
    first: biodata,
    began: fc.integer({ min: 0, max: 50 }),
    later: fc.array(fc.record({ delta, occurredOn: anyDay, wait: fc.integer({ min: 0, max: 15 }) }), { maxLength: 5 }),
    sources: fc.array(source, { maxLength: 3 }),
  })
  .map(({ first, began, later, sources }) => {
    const begin = firstDelta({
      ...SITI,
      ...first,
      state: 'HIDUP',
      stateSince: day('2011-06-01'),
      registeredOn: day('2011-06-01'),
    } as never);
    const acts: PastAct[] = [{ delta: begin, occurredOn: day('2011-06-01'), recordedAt: at(began) }];
    let now = began;
    for (const { wait, ...act } of later) acts.push({ ...act, recordedAt: at((now += wait)) });
    return { acts, sources };
  });
const ballot: fc.Arbitrary<Ballot> = fc.record({
  kind: fc.constantFrom('pemilu', 'pemilu', 'pilkada'),
  votingDay: fc.constantFrom('2019-04-17', '2018-12-31', '2018-06-27').map(day),
  cutoff: fc.constantFrom('2018-03-01', '2018-06-01').map(day),
  regencies: fc.constantFrom(null, null, ['3175'], ['3175', '3273']),
});

/** Who is in a list: everything that was known when it was made decides. */
const isListed = ({ acts, sources }: Life, { ballot: of, knownAt }: ListAt): boolean => {
  const known = acts.filter(({ recordedAt }) => recordedAt <= knownAt);
  if (known.length === 0) return false;
  const said = sources.filter((one) => one.knownAt <= knownAt && !(one.withdrawnAt && one.withdrawnAt <= knownAt));
  const person = foldHistory(known.map((act) => act.delta));
  return judge({ ...person, villageAtCutoff: foldPlace(known, of.cutoff) }, said, of).reasons.length === 0;
};

test('whoever joins or leaves does so for one reason, and where the election is the same the lists’ days are none', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(life, ballot, fc.option(ballot), fc.nat(60), fc.nat(60), (one, from, other, first, more) => {
      const lists = {
        from: { ballot: from, knownAt: at(first) },
        to: { ballot: other ?? from, knownAt: at(first + more) },
      };
      const [was, is] = [isListed(one, lists.from), isListed(one, lists.to)];
      const before = standingAt(one, lists.from, was);
      const now = standingAt(one, lists.to, is);
      const ballots = { from, to: other ?? from };
      if (!was && is) {
        const reason = whyJoined(before, now!, ballots);
        expect(JOINED).toContain(reason);
        if (!other) expect(reason).not.toBe('other_ballot');
        seen.add(`+${reason}`);
      } else if (was && !is) {
        const reason = whyLeft(before!, now!);
        expect(LEFT).toContain(reason);
        if (!other) expect(reason).not.toBe('other_ballot');
        seen.add(`-${reason}`);
      } else if (was && is) {
        const [a, b] = [rowValues(before!, null), rowValues(now!, null)];
        const changed = whyChanged(a, b);
        expect(changed === null).toBe(JSON.stringify(a) === JSON.stringify(b));
        if (changed) expect(CHANGED).toContain(changed.reason);
        seen.add(`=${changed?.reason ?? ''}`);
      }
    }),
    { numRuns: 16_000, seed: 7 },
  );
  // So much happens to people that nearly every reason is met.
  expect(JOINED.filter((reason) => !seen.has(`+${reason}`))).toEqual([]);
  expect(LEFT.filter((reason) => !seen.has(`-${reason}`))).toEqual([]);
  expect(CHANGED.filter((reason) => reason !== 'family_card' && !seen.has(`=${reason}`))).toEqual([]);
});
