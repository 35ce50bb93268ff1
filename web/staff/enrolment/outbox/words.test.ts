import { expect, test } from 'vitest';
import { todoOf, wordsOf } from './words.ts';

const packet = (state: Parameters<typeof wordsOf>[0]['state'], received = 0) => ({
  id: 'a',
  state,
  received,
  size: 10,
});

test('each state of a packet has its own words, and says what happens next where that is not plain', () => {
  const waiting = (waits: 'turn' | 'network' | 'centre' | 'officer') => packet({ at: 'waiting', for: waits });
  expect(wordsOf(waiting('turn'), null).state).toBe('state.turn');
  expect(wordsOf(waiting('turn'), 'a').state).toBe('state.sending');
  expect(wordsOf(waiting('turn'), 'b').state).toBe('state.turn');
  expect(wordsOf(waiting('network'), null)).toMatchObject({ state: 'state.network', how: 'state.network.how' });
  expect(wordsOf(waiting('centre'), null)).toMatchObject({ state: 'state.centre', how: 'state.centre.how' });
  expect(wordsOf(waiting('officer'), null)).toMatchObject({ state: 'state.officer', how: 'state.officer.how' });
  expect(wordsOf(packet({ at: 'waiting', for: 'turn' }, 10), 'a').state).toBe('state.answer');
  expect(wordsOf(packet({ at: 'held', text: null }), null)).toMatchObject({ standing: 'sealed', state: 'state.held' });
  const refused = { at: 'refused', code: 'enrolment.packet_cut', text: null, reason: null } as const;
  expect(wordsOf(packet(refused), 'a')).toMatchObject({ standing: 'stopped', state: 'state.refused' });
});

test('a refusal says what to do: with the station, with the centre’s key, with the citizen, or nothing', () => {
  expect(todoOf('enrolment.station_revoked')).toBe('todo.station');
  expect(todoOf('enrolment.packet_other_centre')).toBe('todo.centre');
  expect(todoOf('enrolment.packet_replayed')).toBe('todo.nothing');
  expect(todoOf('enrolment.packet_turned_down')).toBe('todo.turnedDown');
  expect(todoOf('enrolment.packet_altered')).toBe('todo.record');
  expect(todoOf('a code of next year')).toBe('todo.record');
});
