import { describe, expect, test } from 'vitest';
import { asCivilDate, type CivilDate } from '../../../core/time/index.ts';
import { givenMinistry } from '../given-partner.ts';
import { fileDocuments } from '../ladder/document.ts';
import { takeSteps } from '../ladder/ladder.ts';
import { COUNTERS, PUBLISHED } from '../ladder/rules.ts';
import { indicators } from './indicators.ts';
import { series } from './series.ts';
import { expectAgreement } from '../../../../test/given/series.ts';
import { recountLadder } from './recount.ts';
import { countLadder, listCounted } from './sql.ts';

const given = await givenMinistry('2018-01-02T02:00:00Z');
const { ok, dian, bagus, act, actor, institutions, climbed, paper, step, clock, approve } = given;
const day = asCivilDate;
const to = (instant: string) => clock.moveTo(new Date(instant));
const END_OF_TIME = new Date('2030-01-01T00:00:00Z');

async function ladder(asOf: string, knownAt = END_OF_TIME) {
  const at = { asOf: day(asOf), knownAt };
  return given.system(async (tx) => {
    const counted = await countLadder(tx, at);
    expect(await recountLadder(tx, at)).toEqual(counted);
    for (const counter of COUNTERS) {
      const listed = await listCounted(tx, { ...at, counter, after: null, limit: 1_000 });
      expect([counter, listed.length]).toEqual([counter, counted[counter]]);
    }
    return PUBLISHED.map((counter) => counted[counter]);
  });
}

// mou, agreement, technical guide, connected, suspended.
describe('the ladder of a day', () => {
  test('counts institutions by what they had reached then, and opens into exactly those', async () => {
    const early = await institutions(3);
    await climbed(early, 'AGREEMENT', { on: '2018-01-01' });
    to('2018-02-05T02:00:00Z');
    await climbed(await institutions(2), 'CONNECTED', { on: '2018-02-01' });
    await climbed(await institutions(1), 'APPROVAL', { on: '2018-02-01' });
    expect(await ladder('2017-12-31')).toEqual([0, 0, 0, 0, 0]);
    expect(await ladder('2018-01-01')).toEqual([3, 3, 0, 0, 0]);
    expect(await ladder('2018-01-31')).toEqual([3, 3, 0, 0, 0]);
    expect(await ladder('2018-02-01')).toEqual([5, 5, 2, 2, 0]);
    const all = { asOf: day('2018-02-01'), knownAt: END_OF_TIME };
    expect(await given.system((tx) => countLadder(tx, all))).toMatchObject({ request: 6, approval: 6, onboarding: 2 });
  });

  test('as it was known: what is entered late was not known before, on whatever day it came about', async () => {
    expect(await ladder('2018-02-01', new Date('2018-02-01T10:00:00Z'))).toEqual([3, 3, 0, 0, 0]);
    expect(await ladder('2018-02-01', new Date('2018-02-05T02:00:00Z'))).toEqual([5, 5, 2, 2, 0]);
  });

  test('a step that was taken back never was, for whoever knows it; before, it was counted', async () => {
    const [id] = await institutions(1);
    const { passes } = await climbed([id!], 'AGREEMENT', { on: '2018-02-02' });
    to('2018-02-08T02:00:00Z');
    const words = { words: 'PKS belum ditandatangani semua pihak' };
    await ok(dian.call('POST', `/v1/partners/cooperations/${passes[0]}/steps/reversal`, words));
    expect(await ladder('2018-02-02', new Date('2018-02-06T00:00:00Z'))).toEqual([6, 6, 2, 2, 0]);
    expect(await ladder('2018-02-02')).toEqual([6, 5, 2, 2, 0]);
  });

  test('an agreement counts in its term only, in the version that governs then', async () => {
    const [id] = await institutions(1);
    const { passes } = await climbed([id!], 'AGREEMENT', { on: '2018-02-08' });
    expect(await ladder('2022-12-31')).toEqual([7, 6, 2, 2, 0]);
    expect(await ladder('2023-01-01')).toEqual([0, 0, 0, 0, 0]);
    to('2018-02-10T02:00:00Z');
    const longer = paper(passes[0]!, 'pks', {
      signedOn: day('2018-02-10'),
      validFrom: day('2018-03-01'),
      validUntil: day('2024-12-31'),
    });
    await act((tx) => fileDocuments(tx, actor, [longer]));
    expect(await ladder('2023-01-01')).toEqual([0, 1, 0, 0, 0]);
    expect(await ladder('2023-01-01', new Date('2018-02-09T00:00:00Z'))).toEqual([0, 0, 0, 0, 0]);
    const shorter = paper(passes[0]!, 'pks', {
      signedOn: day('2018-02-10'),
      validFrom: day('2018-06-01'),
      validUntil: day('2018-06-30'),
    });
    await act((tx) => fileDocuments(tx, actor, [shorter]));
    expect(await ladder('2023-01-01')).toEqual([0, 0, 0, 0, 0]);
    expect((await ladder('2018-05-31'))[1]! - (await ladder('2018-07-01'))[1]!).toBe(1);
  });

  test('whoever is withdrawn is counted nowhere from that day on; a renewal counts once', async () => {
    const ids = await institutions(2);
    const { passes } = await climbed(ids, 'CONNECTED', { on: '2018-02-10' });
    const before = await ladder('2018-02-10');
    to('2018-03-02T02:00:00Z');
    await act((tx) => fileDocuments(tx, actor, [paper(passes[0]!, 'withdrawal')]));
    const end = {
      to: 'WITHDRAWN',
      occurredOn: day('2018-03-01'),
      reason: 'own_wish',
      words: 'layanan dihentikan',
    } as const;
    await act((tx) => takeSteps(tx, actor, [{ ...end, cooperationId: passes[0]! }]));
    expect(await ladder('2018-02-28')).toEqual(before);
    const after = before.map((n, at) => n - (at < 4 ? 1 : 0));
    expect(await ladder('2018-03-01')).toEqual(after);
    await climbed([ids[1]!], 'CONNECTED', { predecessors: [passes[1]!], on: '2018-03-02' });
    expect(await ladder('2018-03-02')).toEqual(after);
  });

  test('who is suspended at the end of the day is not connected; a short stop ends by the clock', async () => {
    const { passes } = await climbed(await institutions(2), 'CONNECTED', { on: '2018-03-02' });
    const before = await ladder('2018-03-02');
    to('2018-03-10T02:00:00Z');
    const cut = [{ cooperationId: passes[0]!, substitute: null }];
    const reason = 'laporan tidak disampaikan';
    const { proposalId } = await ok(
      dian.call('POST', '/v1/partners/suspensions', { cause: 'report_missing', reason, cut }),
    );
    await ok(approve(bagus, proposalId));
    const stop = { cause: 'security', reason: 'kunci diduga bocor', substitute: null };
    await ok(dian.call('POST', `/v1/partners/cooperations/${passes[1]}/stop`, stop));
    const moved = (n: number) => before.map((each, at) => (at === 3 ? each - n : at === 4 ? each + n : each));
    expect(await ladder('2018-03-09')).toEqual(before);
    expect(await ladder('2018-03-10')).toEqual(moved(2));
    expect(await ladder('2018-03-13')).toEqual(moved(1));
    expect(await ladder('2018-03-13', new Date('2018-03-10T01:00:00Z'))).toEqual(before);
  });

  test('every indicator, measured and counted again another way, agrees on each of many days and instants', async () => {
    const days: CivilDate[] = ['2018-01-01', '2018-02-01', '2018-02-09', '2018-03-01', '2018-03-13', '2023-06-01'].map(
      day,
    );
    const instants = ['2018-01-15', '2018-02-07', '2018-02-20', '2018-03-11', '2019-01-01'].map(
      (text) => new Date(`${text}T00:00:00Z`),
    );
    await given.system(async (tx) => {
      for (const asOf of days)
        for (const knownAt of instants)
          for (const each of indicators)
            expect(await each.measure(tx, { asOf, knownAt })).toEqual(await each.recount(tx, { asOf, knownAt }));
    });
    await expectAgreement(given, {
      series,
      indicators,
      knownAt: clock.now(),
      from: day('2017-12-30'),
      step: 17,
      many: 5,
    });
  });

  test('over the wire: no day and no instant that has not come; a list turns its pages', async () => {
    const ask = (query: string) => dian.call('GET', `/v1/partners/ladder${query}`);
    expect((await ask('?asOf=2018-03-11')).body.code).toBe('partner.point_ahead');
    expect((await ask('?asOf=2018-02-30')).body.code).toBe('partner.point_ahead');
    expect((await ask('?knownAt=besok')).body.code).toBe('partner.point_ahead');
    expect(await ok(ask('?asOf=2018-02-01'))).toMatchObject({ mou: 5, agreement: 5, technicalGuide: 2, connected: 2 });
    const { institutions: list } = await ok(dian.call('GET', '/v1/partners/ladder/connected?asOf=2018-02-01'));
    expect(list).toHaveLength(2);
  });

  test('the board says who waits longest where and who must act; what waits over its time is marked', async () => {
    const [late] = await climbed(await institutions(1), 'TECHNICAL_GUIDE', { on: '2018-02-10' }).then(
      ({ passes }) => passes,
    );
    const board = await ok(dian.call('GET', '/v1/partners/board?stage=TECHNICAL_GUIDE'));
    expect(board.lines).toMatchObject([{ cooperationId: late, waits: 28, acts: 'institution', overdue: false }]);
    to('2018-03-13T02:00:00Z');
    const later = await ok(dian.call('GET', '/v1/partners/board'));
    const waits = later.lines.map(({ since }: { since: string }) => since);
    expect(waits).toEqual(waits.toSorted());
    expect(later.lines).toContainEqual(expect.objectContaining({ cooperationId: late, overdue: true }));
    const column = later.columns.find(({ stage }: { stage: string }) => stage === 'TECHNICAL_GUIDE');
    expect(column).toMatchObject({ longest: 31, overdue: 1, days: 30 });
  });

  test('the agreement that is in force while its successor is not: steps need the day’s own papers', async () => {
    const [id] = await institutions(1);
    const { passes } = await climbed([id!], 'ONBOARDING', { on: '2018-03-03' });
    await act((tx) =>
      fileDocuments(tx, actor, [
        paper(passes[0]!, 'poc_report'),
        paper(passes[0]!, 'pks', { validFrom: day('2018-03-01'), validUntil: day('2018-03-05') }),
      ]),
    );
    await expect(step(passes, 'CONNECTED', '2018-03-10')).rejects.toMatchObject({ code: 'partner.step_lacking' });
  });
});
