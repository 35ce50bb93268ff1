import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noticesAt, readChanges } from './rules.ts';
import type { Maintenance } from './schema.ts';

const notice = (id: string, from: string, until: string, endedAt: string | null = null): Maintenance => ({
  id,
  from,
  until,
  endedAt,
  wordsId: `kata ${id}`,
  wordsEn: `words ${id}`,
});

test('a notice is planned, then of now, then past; one that is ended is past at once, and called off where it had not begun', () => {
  const all = [
    notice('now', '2018-12-11T08:00:00.000Z', '2018-12-11T10:00:00.000Z'),
    notice('next', '2018-12-12T08:00:00.000Z', '2018-12-12T10:00:00.000Z'),
    notice('past', '2018-12-10T08:00:00.000Z', '2018-12-10T10:00:00.000Z'),
    notice('early', '2018-12-11T07:00:00.000Z', '2018-12-11T10:00:00.000Z', '2018-12-11T08:30:00.000Z'),
    notice('off', '2018-12-13T08:00:00.000Z', '2018-12-13T10:00:00.000Z', '2018-12-11T08:30:00.000Z'),
  ];
  const { now, planned, past } = noticesAt(all, new Date('2018-12-11T09:00:00Z'), 'en');
  expect([now, planned, past].map((list) => list.map(({ id }) => id))).toEqual([
    ['now'],
    ['next'],
    ['off', 'early', 'past'],
  ]);
  expect(past.map(({ calledOff, until }) => [calledOff, until])).toEqual([
    [true, '2018-12-13T10:00:00.000Z'],
    [false, '2018-12-11T08:30:00.000Z'],
    [false, '2018-12-10T10:00:00.000Z'],
  ]);
  expect(now[0]!.words).toBe('words now');
});

test('the list of changes that is kept says the same number of things in both languages', () => {
  const text = readFileSync(new URL('../../../../docs/api-changes.md', import.meta.url), 'utf8');
  const [id, en] = [readChanges(text, 'id'), readChanges(text, 'en')];
  expect(id.map(({ day, changes }) => [day, changes.length])).toEqual(
    en.map(({ day, changes }) => [day, changes.length]),
  );
  expect(id[0]!.changes[0]).toContain('Uji coba di `/v1/sandbox`');
  expect(en[0]!.changes[0]).toMatch(/^A sandbox at .* too\.$/);
});
