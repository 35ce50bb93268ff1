import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { thresholdsFor, type ItemScore } from '../biometric/index.ts';
import { judge, restingPlace, retryAfterSeconds, strengthOf, verdictOf, type Near, type PairDecided } from './rules.ts';
import { VERDICTS, type Verdict } from './schema.ts';

const finger = (position: number, llr: number): ItemScore => ({
  modality: 'finger',
  position,
  score: 1,
  llr,
  highest: 3,
});
const near = (nik: string, fused: number, items = [finger(1, 3)]): Near => ({
  nik,
  packet: `${nik} ${fused}`,
  fused,
  items,
});
const searched = { nik: 'me', candidates: [], own: [], gallerySize: 1000, power: 20 };
const { duplicate, review } = thresholdsFor(1000);

describe('a machine alone', () => {
  test('calls a recording unique when nobody is near and the search could have found him', () => {
    expect(judge(searched)).toMatchObject({ outcome: 'unique', pairs: [] });
    expect(judge({ ...searched, power: 2 })).toMatchObject({ outcome: 'human', reason: 'weak_search', pairs: [] });
  });

  test('calls a duplicate only of the same NIK, clearly, and with nobody else near', () => {
    const own = near('me', duplicate + 1);
    expect(judge({ ...searched, candidates: [own], own: [own] })).toMatchObject({ outcome: 'duplicate' });
    const unsure = near('me', review + 0.1);
    for (const candidates of [[near('other', duplicate + 9)], [own, near('other', review)], [unsure]])
      expect(judge({ ...searched, candidates, own: [] }).outcome).toBe('human');
  });

  test('never calls a duplicate of another NIK, whatever the scores', () => {
    const any = fc.record({
      nik: fc.constantFrom('me', 'a', 'b'),
      fused: fc.double({ min: -20, max: 40, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (given) => {
        const candidates = given.map(({ nik, fused }) => near(nik, fused));
        const { outcome, pairs } = judge({ ...searched, candidates });
        const others = candidates.filter(({ nik, fused }) => nik !== 'me' && fused >= review);
        if (others.length > 0) expect(outcome).toBe('human');
        if (outcome === 'human' && candidates.some(({ fused }) => fused >= review))
          expect(pairs.length).toBeGreaterThan(0);
      }),
    );
  });

  test('leaves one NIK with two bodies to people', () => {
    const judged = judge({ ...searched, own: [near('me', -4)] });
    expect(judged).toMatchObject({ outcome: 'human', reason: 'own_differs', pairs: [{ reason: 'own_differs' }] });
  });
});

describe('people', () => {
  test('decide by two of one mind, else by a third; three minds are none', () => {
    expect(verdictOf(['same_body'])).toBe(null);
    expect(verdictOf(['same_body', 'same_body'])).toBe('same_body');
    expect(verdictOf(['same_body', 'two_bodies'])).toBe('third');
    expect(verdictOf(['same_body', 'two_bodies', 'two_bodies'])).toBe('two_bodies');
    expect(verdictOf(['same_body', 'two_bodies', 'unclear'])).toBe('unclear');
  });

  test('in whatever order they speak the outcome is the same', () => {
    const three = fc.array(fc.constantFrom<Verdict>(...VERDICTS), { minLength: 3, maxLength: 3 });
    fc.assert(fc.property(three, (said) => verdictOf(said.toReversed()) === verdictOf(said)));
  });

  test('send a packet on when all its pairs are decided, and the later recording bears what follows', () => {
    const pair = (over: Partial<PairDecided>): PairDecided => ({
      outcome: 'two_bodies',
      later: true,
      oneNik: false,
      ...over,
    });
    expect(restingPlace([pair({}), pair({ outcome: null })])).toBe(null);
    expect(restingPlace([])).toBe('PRINT_READY_RECORD');
    expect(restingPlace([pair({}), pair({ outcome: 'same_body' })])).toBe('DUPLICATE_RECORD');
    expect(restingPlace([pair({ outcome: 'same_body', later: false })])).toBe('PRINT_READY_RECORD');
    expect(restingPlace([pair({ outcome: 'unclear' })])).toBe('ENROLL_FAILURE_AT_CENTRAL');
    expect(restingPlace([pair({ oneNik: true })])).toBe('ENROLL_FAILURE_AT_CENTRAL');
    expect(restingPlace([pair({ oneNik: true, later: false })])).toBe('PRINT_READY_RECORD');
  });

  test('read words, not figures', () => {
    expect([duplicate + 3, duplicate, review, -1].map((fused) => strengthOf(fused, duplicate))).toEqual([
      'certain',
      'strong',
      'near',
      'unlike',
    ]);
  });
});

test('a search that fails waits longer each time, ten minutes at the most', () => {
  expect([1, 2, 3, 20].map(retryAfterSeconds)).toEqual([10, 20, 40, 600]);
});
