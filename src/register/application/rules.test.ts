import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ACTS,
  APPLICATION_STATES,
  missingDocuments,
  stateAfter,
  unmetDocuments,
  type ApplicationState,
} from './rules.ts';
import { requirementsOf, SERVICE_KINDS } from './services.ts';

test('an application that was decided or withdrawn never moves again', () => {
  for (const state of ['accepted', 'refused', 'withdrawn'] as const)
    for (const act of ACTS) expect(stateAfter(state, act)).toBeNull();
});

test('nothing is accepted that was not assigned to somebody', () => {
  for (const state of APPLICATION_STATES) expect(stateAfter(state, 'accept') === 'accepted').toBe(state === 'assigned');
});

test('from every open state an application can end, whatever happened before', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ACTS), { maxLength: 20 }), (acts) => {
      let state: ApplicationState = 'draft';
      for (const act of acts) state = stateAfter(state, act) ?? state;
      const ended = ['accepted', 'refused', 'withdrawn'].includes(state);
      expect(ended || stateAfter(state, 'withdraw') === 'withdrawn').toBe(true);
    }),
  );
});

test('every service asks for at least one document, none of them twice', () => {
  for (const kind of SERVICE_KINDS) {
    const codes = requirementsOf(kind).map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(0);
    expect(new Set(codes).size).toBe(codes.length);
  }
});

test('a document that is only sometimes needed does not hold up, unless it was handed in and not accepted', () => {
  const needed = { code: 'birth_letter', needed: true, fileId: 'f', verdict: 'met' as const };
  const extra = { code: 'photo', needed: false, fileId: null, verdict: null };
  expect(missingDocuments([needed, extra])).toEqual([]);
  expect(unmetDocuments([needed, extra])).toEqual([]);
  expect(unmetDocuments([needed, { ...extra, fileId: 'g', verdict: 'not_met' }])).toEqual(['photo']);
});
