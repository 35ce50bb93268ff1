/** What a partner's calls run into: the answer they had before, what was cut off meanwhile, quotas and budgets of mistakes. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenResident } from '../../../test/given/people.ts';
import { asCivilDate } from '../../core/time/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { raiseAlarms, watchJob } from './budget/watch.ts';
import {
  about,
  ABSENT,
  givenVerification,
  QUESTION,
  refused,
  WHY,
  type Asked,
  type GivenVerification,
} from './given-partner.ts';

type Partner = Awaited<ReturnType<GivenVerification['partner']>>;

let given: GivenVerification;
let partner: Partner;
let siti: Nik;

beforeAll(async () => {
  given = await givenVerification();
  siti = await givenResident(given);
  partner = await given.partner();
});

describe('calls that are repeated', () => {
  const bills = (entry: string) =>
    given.system(
      async (tx) => (await tx.client.query('select 1 from verification.call where entry = $1', [entry])).rows.length,
    );

  test('under one key get the same answer, and are billed once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const question = about(siti);
    const first = await partner.ask(question, headers);
    const second = await partner.ask(question, headers);
    expect(second.body.answer).toEqual(first.body.answer);
    expect(await bills(first.body.answer.entry)).toBe(1);
    const third = await partner.ask(question, { 'idempotency-key': randomUUID() });
    expect(third.body.answer.entry).not.toBe(first.body.answer.entry);
  });

  test('without a key are known by their reference and their question; another question is another call', async () => {
    const question = about(siti);
    const first = await partner.ask(question);
    const asked = await Promise.all(Array.from({ length: 20 }, () => partner.ask(question)));
    for (const { status, body } of asked) expect([status, body.answer]).toEqual([200, first.body.answer]);
    expect(await bills(first.body.answer.entry)).toBe(1);
    const other = await partner.ask({ ...question, nik: ABSENT });
    expect([other.status, other.body.answer.results.name]).toEqual([200, { result: 'no_match' }]);
    // Nor did the other one take the first one's place.
    expect((await partner.ask(question)).body.answer.entry).toBe(first.body.answer.entry);
    const elsewhere = await given.partner();
    expect((await elsewhere.ask(question)).body.answer.entry).not.toBe(first.body.answer.entry);
  });

  test('spend nothing, neither of a quota nor of what a partner may be wrong about; refused ones may come again', async () => {
    const small = await given.partner({ dailyQuota: 2 });
    const wrong = about(siti, { name: 'WULANDARI LAIN', birthDate: '1999-09-09' });
    const asked = await Promise.all(Array.from({ length: 30 }, () => small.ask(wrong)));
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await small.ask(about(siti))).status).toBe(200);
    const late = about(siti);
    expect(refused(await small.ask(late))).toEqual([429, 'verification.quota_spent']);
    expect(refused(await small.ask(late))).toEqual([429, 'verification.quota_spent']);
    expect((await small.ask(wrong)).body.answer).toEqual(asked[0]!.body.answer);
  });

  test('a key with another question, also about another person, is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await partner.ask(about(siti), headers);
    for (const other of [
      about(ABSENT),
      about(siti, { ...QUESTION.attributes, rt: '4' }),
      about(siti, undefined, { endUser: 'x' }),
    ]) {
      expect(refused(await partner.ask(other, headers))).toEqual([422, 'verification.other_question']);
    }
  });

  test('twenty at once under one key are one call', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const question = about(siti);
    const asked = await Promise.all(Array.from({ length: 20 }, () => partner.ask(question, headers)));
    const answered = asked.filter(({ status }) => status === 200);
    const entries = new Set(answered.map(({ body }) => body.answer.entry));
    expect(entries.size).toBe(1);
    expect(asked.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await bills([...entries][0] as string)).toBe(1);
  });

  test('a batch under one key too; of another partner it is another key', async () => {
    const { attributes, reference } = QUESTION;
    const headers = { 'idempotency-key': randomUUID() };
    const body = {
      ...WHY,
      items: [
        { nik: siti, attributes, reference },
        { nik: ABSENT, attributes, reference },
      ],
    };
    const first = await partner.batch(body, headers);
    const second = await partner.batch(body, headers);
    const answersOf = ({ body: { answers } }: Asked) => answers.map(({ answer }: { answer: object }) => answer);
    expect(answersOf(second)).toEqual(answersOf(first));
    const other = await given.partner();
    expect((await other.batch(body, headers)).body.answers[0].answer.entry).not.toBe(
      first.body.answers[0].answer.entry,
    );
  });
});

describe('what is cut off', () => {
  test('a suspension is said by its cause at the next call, in every process', async () => {
    const mine = await given.partner();
    expect((await mine.ask(about(siti))).status).toBe(200);
    const path = `/v1/partners/cooperations/${mine.cooperationId}/stop`;
    await given.ok(
      given.dian.call('POST', path, { cause: 'security', reason: 'percobaan pemutusan akses', hours: 24 }),
    );
    // No refresh: the book hears of it.
    await expect
      .poll(async () => refused(await mine.ask(about(siti))), { interval: 20 })
      .toEqual([403, 'partner.suspended_security']);
  });

  test('a term ends by itself, an hour too, and a network that was not agreed is refused', async () => {
    const nights = await given.partner({ hours: { from: 22 * 60, until: 6 * 60 } });
    expect(refused(await nights.ask(about(siti)))).toEqual([403, 'partner.outside_hours']);
    const elsewhere = await given.partner({ networks: ['198.51.100.0/24'] });
    expect(refused(await elsewhere.ask(about(siti)))).toEqual([403, 'partner.network_unknown']);
    expect(refused(await partner.ask(about(siti, undefined, { purpose: 'law_enforcement' })))).toEqual([
      403,
      'partner.not_granted',
    ]);
    const ending = await given.partner({ validUntil: '2018-12-11' as never });
    expect((await ending.ask(about(siti))).status).toBe(200);
    const before = given.clock.now();
    given.clock.moveTo(new Date('2018-12-11T17:00:00Z'));
    expect(refused(await ending.ask(about(siti)))).toEqual([403, 'partner.grant_expired']);
    given.clock.moveTo(before);
  });
});

describe('budgets', () => {
  const wrong = { name: 'WULANDARI LAIN', birthDate: '1999-09-09' };

  test('a quota of ten is ten answers, however many ask at once', async () => {
    const small = await given.partner({ dailyQuota: 10 });
    const asked = await Promise.all(Array.from({ length: 25 }, () => small.ask(about(siti))));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(asked.filter(({ body }) => body.code === 'verification.quota_spent')).toHaveLength(15);
    const { attributes, reference } = QUESTION;
    const batch = await small.batch({ ...WHY, items: [{ nik: siti, attributes, reference }] });
    expect(refused(batch)).toEqual([429, 'verification.quota_spent']);
  });

  test('what was taken of a quota is known for more than a year of the house’s clock, not of the machine’s', async () => {
    const partner = await given.partner();
    expect((await partner.ask(about(siti))).status).toBe(200);
    const days = () =>
      given.system(async (tx) => (await tx.client.query('select from verification.quota where taken > 0')).rowCount);
    const before = await days();
    await given.system((tx) => watchJob.run(tx, {}));
    expect([before! > 0, await days()]).toEqual([true, before]);
  });

  test('one partner may be wrong about one number ten times a day; another partner is not kept from it', async () => {
    const guesser = await given.partner();
    const nik = await givenResident(given, { birthDate: asCivilDate('1985-05-06') });
    for (let i = 0; i < 10; i++) expect((await guesser.ask(about(nik, wrong))).status).toBe(200);
    const right = { name: 'SITI CONTOH RAHAYU', birthDate: '1985-05-06' };
    expect(refused(await guesser.ask(about(nik, right)))).toEqual([429, 'verification.person_misses_spent']);
    expect((await partner.ask(about(nik, right))).body.answer.results.birthDate).toEqual({ result: 'match' });
    // Who was not there is guessed no more often than who was.
    for (let i = 0; i < 10; i++) await guesser.ask(about(ABSENT, wrong));
    expect(refused(await guesser.ask(about(ABSENT, right)))).toEqual([429, 'verification.person_misses_spent']);
  });

  test('within a batch the eleventh wrong question about one number is refused, the others are answered', async () => {
    const guesser = await given.partner();
    const nik = await givenResident(given, { birthDate: asCivilDate('1985-05-07') });
    const { reference } = QUESTION;
    const items = Array.from({ length: 15 }, () => ({ nik, attributes: wrong, reference }));
    const { body } = await guesser.batch({ ...WHY, items });
    expect(body.answers.map((each: object) => 'answer' in each)).toEqual(items.map((_item, i) => i < 10));
    expect(body.answers[14].refused.code).toBe('verification.person_misses_spent');
  });

  test('who fishes is slowed down before two hundred guesses; an alarm names him, and a look at one number many guess at', async () => {
    const fisher = await given.partner();
    const { reference } = QUESTION;
    const guess = (n: number) => ({ nik: `99010141018${String(n).padStart(5, '0')}`, attributes: wrong, reference });
    let answered = 0;
    for (let round = 0; round < 5; round++) {
      const items = Array.from({ length: 100 }, (_item, i) => guess(9001 + round * 100 + i));
      const { body } = await fisher.batch({ ...WHY, items });
      answered += (body.answers ?? []).filter((each: object) => 'answer' in each).length;
    }
    expect(answered).toBeGreaterThan(100);
    expect(answered).toBeLessThanOrEqual(200);
    const more = await fisher.ask(about(siti));
    expect(refused(more)).toEqual([429, 'verification.misses_spent']);
    expect(more.headers['retry-after']).toBe('60');
    await given.system(raiseAlarms);
    expect(await given.system(raiseAlarms)).toBe(0);
    const alarms = await given.system(
      async (tx) =>
        (
          await tx.client.query('select kind, institution_id from verification.alarm where institution_id = $1', [
            fisher.id,
          ])
        ).rows,
    );
    expect(alarms).toEqual([{ kind: 'misses_spent', institution_id: fisher.id }]);
  });

  test('who is right two times in three is never slowed down', async () => {
    const honest = await given.partner();
    const { attributes, reference } = QUESTION;
    for (let round = 0; round < 6; round++) {
      const items = Array.from({ length: 100 }, (_, i) =>
        i % 3 === 2
          ? { nik: `99010141018${String(9001 + round * 100 + i).padStart(5, '0')}`, attributes: wrong, reference }
          : { nik: siti, attributes, reference },
      );
      const { body } = await honest.batch({ ...WHY, items });
      expect(body.answers.every((each: object) => 'answer' in each)).toBe(true);
    }
  });
});
