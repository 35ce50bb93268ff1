import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../../../src/recording/enrolment/schema.ts';
import { NotReached, Problem } from '../../../kit/problem.ts';
import { lastReceipts, type KeptReceipt } from './packets.ts';
import { afterFault, afterReceipt, pauseMs, type Course } from './verdict.ts';

const MOMENT = { now: 1_000_000, chance: 0.5 };
const course = (over: Partial<Course> = {}): Course => ({
  state: { at: 'waiting', for: 'turn' },
  received: 1024,
  tries: 2,
  nextTryAt: 0,
  ...over,
});
const receipt = (state: Receipt['state'], over: Partial<Receipt> = {}): Receipt => ({
  id: crypto.randomUUID(),
  state,
  received: 2048,
  size: 4096,
  why: [],
  text: null,
  reason: null,
  status: null,
  ...over,
});
const problem = (status: number, code: string, retryAfterSeconds: number | null = null) =>
  new Problem({ status, code, title: 'Kalimat server.', retryAfterSeconds });

describe('a packet of the outbox', () => {
  test('leaves the device only for a receipt that says taken', () => {
    expect(afterReceipt(receipt('taken'), MOMENT)).toBe('taken');
    for (const state of ['receiving', 'quarantined', 'refused'] as const)
      expect(afterReceipt(receipt(state), MOMENT)).toMatchObject({ state: expect.anything() });
  });

  test('is held with the centre’s words, and asked after again later', () => {
    const text = 'Orang ini sudah direkam.';
    const held = afterReceipt(receipt('quarantined', { text }), MOMENT) as Course;
    expect(held.state).toEqual({ at: 'held', text });
    expect(held.nextTryAt).toBeGreaterThan(MOMENT.now);
  });

  test('is refused with code, sentence and what the head of section wrote, and not sent again by itself', () => {
    const said = { why: ['enrolment.packet_turned_down'], text: 'Ditolak.', reason: 'orang lain' };
    expect(afterReceipt(receipt('refused', said), MOMENT)).toMatchObject({
      state: { at: 'refused', code: 'enrolment.packet_turned_down', text: 'Ditolak.', reason: 'orang lain' },
      nextTryAt: Infinity,
    });
    const verdict = afterFault(problem(422, 'enrolment.packet_unsigned'), course(), MOMENT);
    expect(verdict).toMatchObject({ state: { at: 'refused', text: 'Kalimat server.' }, nextTryAt: Infinity });
  });

  test('waits for the network and keeps how far it had come', () => {
    const verdict = afterFault(new NotReached(), course(), MOMENT) as Course;
    expect(verdict).toMatchObject({ state: { at: 'waiting', for: 'network' }, received: 1024, tries: 3 });
    expect(verdict.nextTryAt).toBe(MOMENT.now + pauseMs(3, 0.5));
  });

  test('waits for a centre that is busy at least as long as it says', () => {
    const verdict = afterFault(problem(429, 'http.rate', 120), course({ tries: 0 }), MOMENT) as Course;
    expect(verdict).toMatchObject({ state: { at: 'waiting', for: 'centre' }, nextTryAt: MOMENT.now + 120_000 });
  });

  test('waits for an officer of its office where this one may not send it', () => {
    const verdict = afterFault(problem(403, 'access.outside'), course(), MOMENT);
    expect(verdict).toMatchObject({ state: { at: 'waiting', for: 'officer' } });
  });

  test('is left as it is when the session has ended', () => {
    expect(afterFault(problem(401, 'http.signed_out'), course(), MOMENT)).toBe('signedOut');
  });

  test.each(['packet_damaged', 'packet_lost', 'packet_not_announced', 'piece_gap', 'packet_incomplete'])(
    'begins again, and is not refused, after %s: also when it was held',
    (code) => {
      const held = course({ state: { at: 'held', text: null } });
      const verdict = afterFault(problem(409, `enrolment.${code}`), held, MOMENT);
      expect(verdict).toMatchObject({ state: { at: 'waiting', for: 'centre' }, received: 0 });
    },
  );

  test('stays held, or refused, while nobody can be asked', () => {
    const held = { at: 'held', text: 'Ditahan.' } as const;
    expect(afterFault(new NotReached(), course({ state: held }), MOMENT)).toMatchObject({ state: held });
    const refused = { at: 'refused', code: 'enrolment.packet_cut', text: null, reason: null } as const;
    expect(afterFault(new NotReached(), course({ state: refused }), MOMENT)).toMatchObject({ state: refused });
  });

  test('is tried at growing pauses, of ten minutes at most', () => {
    const pauses = Array.from({ length: 12 }, (_, at) => pauseMs(at + 1, 0.5));
    expect(pauses.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(Math.max(...pauses)).toBe(600_000);
    expect(pauseMs(20, 1)).toBeLessThanOrEqual(750_000);
  });
});

test('receipts are the last twenty of one day, the newest first', () => {
  const now = 10 * 86_400_000;
  const kept = (n: number, ageMs: number): KeptReceipt => ({
    id: `${n}`,
    capturedAt: '2018-12-11T08:30:00.000Z',
    size: 1,
    endedAt: now - ageMs,
    end: 'taken',
    code: null,
  });
  const all = [...Array.from({ length: 25 }, (_, n) => kept(n, n * 1000)), kept(99, 86_400_000)];
  expect(lastReceipts(all, now).map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, n) => `${n}`));
});
