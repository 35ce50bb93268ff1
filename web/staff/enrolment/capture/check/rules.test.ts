import { describe, expect, test } from 'vitest';
import type { Captured } from '../captured.ts';
import { packDraft, unpackDraft } from '../draft-bytes.ts';
import { bestOf, withTry } from '../face/tries.ts';
import { inOrder, isDone, readinessOf } from './rules.ts';

function item(modality: Captured['modality'], position: number, over: Partial<Captured> = {}): Captured {
  const bytes = Uint8Array.of(1, 2, 3);
  return {
    modality,
    position,
    picture: { mediaType: 'image/png', bytes },
    template: null,
    quality: 80,
    tries: 1,
    exception: null,
    ...over,
  };
}
const fingers = (over: Partial<Captured> = {}) => Array.from({ length: 10 }, (_, at) => item('finger', at + 1, over));
const whole = [item('face', 0), ...fingers(), item('signature', 0, { quality: null })];

describe('a recording may be sealed', () => {
  test('when face, ten fingers and signature are there; irises are not needed', () => {
    expect(readinessOf(whole)).toEqual({ missing: [], repeat: [], ready: true });
    expect(isDone('irises', whole)).toBe(false);
    expect(isDone('fingers', whole)).toBe(true);
  });
  test('when a reason stands in the place of what is missing', () => {
    const excepted = item('finger', 4, { picture: null, quality: null, exception: 'missing' });
    const without = whole.filter(({ modality, position }) => modality !== 'finger' || position !== 4);
    expect(readinessOf(without).missing).toEqual([{ modality: 'finger', position: 4 }]);
    expect(isDone('fingers', without)).toBe(false);
    expect(readinessOf([...without, excepted]).ready).toBe(true);
  });
  test('when what is poor was tried three times: nobody is asked for a fourth', () => {
    const poor = (tries: number) => [...whole.slice(1), item('face', 0, { quality: 20, tries })];
    expect(readinessOf(poor(2)).repeat.map(({ modality }) => modality)).toEqual(['face']);
    expect(readinessOf(poor(2)).ready).toBe(false);
    expect(readinessOf(poor(3)).ready).toBe(true);
  });
});

test('things are listed as the steps go and as a hand has its fingers', () => {
  const shuffled = [item('signature', 0), item('finger', 10), item('iris', 1), item('finger', 2), item('face', 0)];
  expect(inOrder(shuffled).map(({ modality, position }) => `${modality}${position}`)).toEqual([
    'face0',
    'finger2',
    'finger10',
    'iris1',
    'signature0',
  ]);
});

test('a draft gives back what was captured, with picture, template, both or neither', () => {
  const template = { format: 'iso-19794-2:2005', bytes: Uint8Array.of(9, 8, 7, 6) } as const;
  for (const given of [
    item('face', 0),
    item('finger', 3, { template }),
    item('finger', 4, { picture: null, template }),
    item('iris', 1, { picture: null, exception: 'injured', quality: null, tries: 4 }),
  ])
    expect(unpackDraft(packDraft(given))).toEqual(given);
});

test('of several tries of a face the one that leaves nothing to be desired is proposed, then the best, then the last', () => {
  const good = { quality: 50, advice: 'good' } as const;
  const dark = { quality: 70, advice: 'brighter' } as const;
  const unjudged = { quality: null, advice: 'brighter' } as const;
  expect(bestOf([])).toBeNull();
  expect(bestOf([dark, good, unjudged])).toBe(good);
  expect(bestOf([unjudged, dark])).toBe(dark);
  const later = { ...good };
  expect(bestOf([good, later])).toBe(later);
  expect(
    [good, dark, later, dark, unjudged].reduce<(typeof good | typeof dark | typeof unjudged)[]>(withTry, []),
  ).toEqual([good, dark, later, dark]);
});
