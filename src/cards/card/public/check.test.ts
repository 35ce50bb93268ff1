import { describe, expect, test } from 'vitest';
import { publicRequest } from '../../../../test/given/public-request.ts';
import { publicActor } from '../../../core/access/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { givenCards } from '../given-card.ts';
import { loadCheckCard } from './check.ts';
import { waitMs } from './rules.ts';

const given = await givenCards();
let asked = 0;
const ask = (nik: string, issued: string, ip = `10.0.0.${++asked}`) => {
  const actor = publicActor('id');
  const form = { nik, terbit: issued };
  return given.transact(actor, (tx) => loadCheckCard(tx, publicRequest({ form, ip })));
};
const answerOf = async (nik: Nik, issued: string, ip?: string) => (await ask(nik, issued, ip)).answer;

describe('the public check of a card', () => {
  test('says valid, not valid or unknown, and nothing else', async () => {
    const nik = await given.recorded();
    const id = await given.held(nik);
    expect(await ask(nik, '11-12-2018')).toEqual({ faults: [], answer: 'valid', waitMinutes: null });
    await given.printer.call('POST', `/v1/cards/${id}/loss`, {});
    expect(await answerOf(nik, '11-12-2018')).toBe('not_valid');
    expect(await answerOf(nik, '10-12-2018')).toBe('unknown');
    expect(await ask('123', '31-02-2018')).toMatchObject({ faults: ['nik', 'issued'], answer: null });
  });

  test('knows no card that never left its office', async () => {
    const nik = await given.recorded();
    await given.atCounter(nik);
    expect(await answerOf(nik, '11-12-2018')).toBe('unknown');
  });

  test('makes whoever guesses wait, for one number from many addresses and from one address for many numbers', async () => {
    const nik = await given.recorded();
    await given.held(nik);
    for (let n = 1; n <= 3; n++) expect(await answerOf(nik, `0${n}-01-2015`)).toBe('unknown');
    expect(await ask(nik, '11-12-2018')).toMatchObject({ answer: null, waitMinutes: 1 });
    const others = [await given.recorded(), await given.recorded(), await given.recorded()];
    for (const other of others) await ask(other, '01-01-2015', '10.9.9.9');
    const more = await given.recorded();
    expect(await ask(more, '01-01-2015', '10.9.9.9')).toMatchObject({ answer: null, waitMinutes: 1 });
    expect(await answerOf(more, '01-01-2015')).toBe('unknown');
  });
});

test('the wait doubles with each miss, to an hour for a number and a day for an address', () => {
  expect([0, 2, 3, 4, 5].map((misses) => waitMs(misses, 'number') / 60_000)).toEqual([0, 0, 1, 2, 4]);
  expect(waitMs(50, 'number') / 60_000).toBe(60);
  expect(waitMs(50, 'address') / 60_000).toBe(1440);
});
