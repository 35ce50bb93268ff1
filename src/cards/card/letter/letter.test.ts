import { beforeAll, describe, expect, test } from 'vitest';
import { BANDUNG } from '../../../../test/given/people.ts';
import { one, sql } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { givenCards } from '../given-card.ts';
import { letterUntil } from './rules.ts';

const given = await givenCards();
beforeAll(async () => {
  await given.officer({ role: 'office_head', officeId: given.officeId });
});
const at = (nik: Nik) => `/v1/residents/${given.ref(nik)}/temporary-letter`;
const issue = (nik: Nik) => given.printer.call('POST', at(nik), {});

test('a letter holds for six months, to the last day of a shorter month', () => {
  expect(letterUntil(asCivilDate('2018-12-11'))).toBe('2019-06-11');
  expect(letterUntil(asCivilDate('2018-08-31'))).toBe('2019-02-28');
  expect(letterUntil(asCivilDate('2018-06-30'))).toBe('2018-12-30');
});

describe('a temporary letter', () => {
  test('is given to who was recorded and waits for a card, once while it is in force', async () => {
    const nik = await given.recorded();
    const first = await issue(nik);
    expect(first.body).toMatchObject({ validUntil: '2019-06-11', issued: true });
    const again = await issue(nik);
    expect(again.body).toMatchObject({ documentId: first.body.documentId, issued: false });
    const pdf = await given.printer.call('GET', at(nik));
    expect(pdf.body.slice(0, 5)).toBe('%PDF-');
    const stranger = await given.officer({ role: 'operator', officeId: await given.office('3273') });
    expect((await stranger.call('GET', at(nik))).status).toBeGreaterThanOrEqual(403);
  });

  test('is not given to who was never recorded, has his card, or lives elsewhere', async () => {
    const holder = await given.recorded();
    await given.held(holder);
    expect((await issue(holder)).body.code).toBe('card.request.has_card');
    expect((await issue(await given.recorded({}, 'CARD_ISSUED'))).body.code).toBe('card.letter_not_due');
    expect((await issue(await given.recorded({ villageCode: BANDUNG }))).status).toBe(403);
  });

  test('speaks for nobody any longer once the card was handed over', async () => {
    const nik = await given.recorded();
    const { documentId } = (await issue(nik)).body;
    await given.held(nik);
    const { state } = await given.system((tx) =>
      one(tx, sql<{ state: string }>`select state from document.issued where id = ${documentId}`),
    );
    expect(state).toBe('cancelled');
  });

  test('is issued no longer after the day that the ministry set', async () => {
    const nik = await given.recorded();
    const { config } = given.house.ground as { config: { temporaryLetterUntil: string } };
    const before = config.temporaryLetterUntil;
    config.temporaryLetterUntil = '2018-12-10';
    try {
      expect((await issue(nik)).body.code).toBe('card.letter_no_more');
    } finally {
      config.temporaryLetterUntil = before;
    }
  });
});
