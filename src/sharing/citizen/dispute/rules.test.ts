import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DISPUTE_STATES, dueOf, isOverdue, mayStep, STEPS, type DisputeState, type StepKind } from './rules.ts';

const opened = new Date('2018-12-08T03:00:00Z');
const due = dueOf(opened);
const before = new Date(due.getTime() - 1);
const kinds = Object.keys(STEPS) as StepKind[];
const states = Object.keys(DISPUTE_STATES) as DisputeState[];

describe('a case of "bukan saya"', () => {
  test('is due after three times 24 hours to the instant, not at the end of a day', () => {
    expect(due).toEqual(new Date('2018-12-11T03:00:00Z'));
    expect(isOverdue({ state: 'OPEN', dueAt: due }, before)).toBe(false);
    expect(isOverdue({ state: 'OPEN', dueAt: due }, due)).toBe(true);
    expect(isOverdue({ state: 'ANSWERED', dueAt: due }, due)).toBe(false);
  });

  test('that has ended moves no more, whoever pushes', () => {
    const ended = states.filter((state) => DISPUTE_STATES[state].waitsFor === null);
    for (const state of ended)
      for (const kind of kinds) expect(mayStep(kind, { state, dueAt: due }, due), `${state} ${kind}`).toBe(false);
  });

  test('waits for somebody who has a step to take', () => {
    for (const state of states) {
      const { waitsFor } = DISPUTE_STATES[state];
      if (waitsFor === null) continue;
      const able = kinds.filter((kind) => STEPS[kind].by === waitsFor && mayStep(kind, { state, dueAt: due }, due));
      expect(able.length, state).toBeGreaterThan(0);
    }
  });

  test('is decided without an answer only when the time to answer is over', () => {
    expect(mayStep('upheld', { state: 'OPEN', dueAt: due }, before)).toBe(false);
    expect(mayStep('upheld', { state: 'OPEN', dueAt: due }, due)).toBe(true);
    expect(mayStep('rejected', { state: 'OPEN', dueAt: due }, due)).toBe(false);
  });

  test('reaches an end by whatever steps are taken, and is answered once at most', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 30 }), (pushed) => {
        let state: DisputeState = 'OPEN';
        let answers = 0;
        for (const kind of pushed) {
          if (!mayStep(kind, { state, dueAt: due }, due)) continue;
          if (STEPS[kind].by === 'institution') answers += 1;
          state = STEPS[kind].to ?? state;
        }
        expect(answers).toBeLessThanOrEqual(1);
      }),
    );
  });
});
