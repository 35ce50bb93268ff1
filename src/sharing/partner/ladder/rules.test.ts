import { expect, test } from 'vitest';
import { KIND_NAMES, KINDS } from '../rules.ts';
import {
  actsNext,
  CLIMBING,
  documentsFor,
  ENDED,
  lackingFor,
  LIVE,
  nextStages,
  reasonsFor,
  STAGE_NAMES,
  STAGES,
  stepUp,
  type Stage,
} from './rules.ts';

const NOTHING = { documents: [], memorandumInForce: false, agreementInForce: false, granted: false };
const ALL = {
  documents: [
    'request',
    'reply',
    'recommendation',
    'mou',
    'pks',
    'juknis',
    'nda',
    'sptjm',
    'poc_report',
    'evaluation',
    'withdrawal',
  ],
  memorandumInForce: true,
  agreementInForce: true,
  granted: true,
};

function wayUp(memorandum: 'own' | 'supervisor' | 'none'): Stage[] {
  const way: Stage[] = ['REQUEST'];
  for (let at = stepUp('REQUEST', memorandum); at && !LIVE.includes(way.at(-1)!); at = stepUp(at, memorandum))
    way.push(at);
  return way;
}

test('every kind of institution has one way up to its connection; who needs no memorandum leaves it out', () => {
  expect(wayUp('own')).toEqual([...CLIMBING, 'CONNECTED']);
  expect(wayUp('supervisor')).toEqual([...CLIMBING, 'CONNECTED']);
  expect(wayUp('none')).toEqual([...CLIMBING.filter((stage) => stage !== 'MOU'), 'CONNECTED']);
  for (const kind of KIND_NAMES) expect(wayUp(KINDS[kind].memorandum).at(-1)).toBe('CONNECTED');
});

test('each stage climbs, is live or has ended; what has ended leads nowhere, and nothing becomes a renewal by hand', () => {
  expect([...CLIMBING, ...LIVE, ...ENDED].toSorted()).toEqual([...STAGE_NAMES].toSorted());
  for (const stage of ENDED) expect(STAGES[stage].next).toEqual([]);
  for (const stage of STAGE_NAMES) expect(nextStages(stage, 'own')).not.toContain('RENEWAL');
});

test('whatever climbs can be refused and withdrawn, what is connected only withdrawn; each end has its reasons', () => {
  for (const stage of CLIMBING)
    expect(nextStages(stage, 'own')).toEqual(expect.arrayContaining(['REFUSED', 'WITHDRAWN']));
  for (const stage of LIVE) expect(nextStages(stage, 'own')).not.toContain('REFUSED');
  expect(reasonsFor('REFUSED')).toContain('purpose_unfit');
  expect(reasonsFor('WITHDRAWN')).not.toContain('purpose_unfit');
  expect(reasonsFor('AGREEMENT')).toEqual([]);
});

test("a company needs its supervisor's memorandum and recommendation, a ministry a memorandum of its own", () => {
  expect(lackingFor('MOU', 'supervisor', NOTHING)).toEqual(['recommendation', 'memorandum']);
  expect(lackingFor('MOU', 'own', NOTHING)).toEqual(['memorandum']);
  expect(actsNext('APPROVAL', 'supervisor')).toBe('supervisor');
  expect(actsNext('APPROVAL', 'own')).toBe('institution');
  expect(actsNext('CONNECTED', 'own')).toBeNull();
});

test('what is lacking is said paper for paper; with all of them nothing is', () => {
  expect(lackingFor('ONBOARDING', 'own', NOTHING)).toEqual(['nda', 'sptjm']);
  expect(lackingFor('CONNECTED', 'own', NOTHING)).toEqual(['poc_report', 'agreement', 'grant']);
  for (const stage of STAGE_NAMES)
    for (const memorandum of ['own', 'supervisor', 'none'] as const) {
      expect(lackingFor(stage, memorandum, ALL)).toEqual([]);
      const papers = documentsFor(stage, memorandum);
      expect(lackingFor(stage, memorandum, { ...ALL, documents: [] })).toEqual([...papers]);
    }
});
