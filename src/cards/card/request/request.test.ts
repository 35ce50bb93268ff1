import { describe, expect, test } from 'vitest';
import { BANDUNG } from '../../../../test/given/people.ts';
import { one, sql } from '../../../core/db/index.ts';
import { givenCards, PHOTO } from '../given-card.ts';

const given = await givenCards();
const { printer, checker, head } = given;

describe('a request for a card', () => {
  test('waits in the queue of its office, and one at a time', async () => {
    const nik = await given.recorded();
    const body = { ref: given.ref(nik), kind: 'first' };
    const both = await Promise.all([
      printer.call('POST', '/v1/cards/requests', body),
      checker.call('POST', '/v1/cards/requests', body),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('card.request.open');
    const queue = (await printer.call('GET', '/v1/cards/requests')).body;
    expect(queue.requests.map(({ ref }: { ref: string }) => ref)).toContain(given.ref(nik));
    const seen = await checker.call('GET', `/v1/residents/${given.ref(nik)}/cards`, undefined, {
      'jatidiri-purpose': 'service',
    });
    expect(seen.body).toMatchObject({ cards: [], request: { kind: 'first', state: 'waiting', here: true } });
  });

  test('is served in the order of the law: a victim of a disaster before one who lost his card', async () => {
    const [lost, victim, first] = [
      await given.recorded({}, 'CARD_ISSUED'),
      await given.recorded({}, 'CARD_ISSUED'),
      await given.recorded(),
    ];
    await given.requested(lost, { kind: 'loss', policeLetter: 'LP/1/CONTOH' });
    await given.requested(victim, { kind: 'damage', disaster: true });
    await given.requested(first);
    const { requests } = (await printer.call('GET', '/v1/cards/requests')).body;
    const places = [first, victim, lost].map((nik) =>
      requests.findIndex(({ ref }: { ref: string }) => ref === given.ref(nik)),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test('of a lost card names the letter of the police', async () => {
    const nik = await given.recorded({}, 'CARD_ISSUED');
    const answer = await printer.call('POST', '/v1/cards/requests', { ref: given.ref(nik), kind: 'loss' });
    expect(answer.body).toMatchObject({ code: 'card.police_letter_missing', errors: [{ path: 'policeLetter' }] });
  });

  test('of a lost card is taken anywhere, a first one where the person lives', async () => {
    const elsewhere = await given.recorded({ villageCode: BANDUNG }, 'CARD_ISSUED');
    await given.requested(elsewhere, { kind: 'loss', policeLetter: 'LP/2/CONTOH' });
    const first = await given.recorded({ villageCode: BANDUNG });
    const answer = await printer.call('POST', '/v1/cards/requests', { ref: given.ref(first), kind: 'first' });
    expect(answer.status).toBe(403);
  });

  test('is withdrawn while it waits, by its office, with a reason', async () => {
    const id = await given.requested(await given.recorded());
    const stranger = await given.officer({ role: 'operator', officeId: await given.office('3273') });
    const path = `/v1/cards/requests/${id}/withdrawal`;
    const body = { reason: 'salah orang' };
    expect((await stranger.call('POST', path, body)).status).toBeGreaterThanOrEqual(403);
    expect((await head.call('POST', path, body)).status).toBe(204);
    expect((await head.call('POST', path, body)).body.code).toBe('card.request_not_waiting');
  });

  test('comes by an application that was accepted', async () => {
    const nik = await given.recorded();
    const draft = await printer.call('POST', '/v1/applications', { kind: 'card.first', applicant: given.ref(nik) });
    const at = `/v1/applications/${draft.body.id}`;
    const form = Buffer.concat([
      Buffer.from(
        '--x\r\ncontent-disposition: form-data; name="file"; filename="kk.png"\r\ncontent-type: image/png\r\n\r\n',
      ),
      PHOTO,
      Buffer.from('\r\n--x--\r\n'),
    ]);
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await printer.call('POST', `${at}/documents/family_card`, form, type)).status).toBe(200);
    const submitted = await printer.call('POST', `${at}/submission`, {});
    expect(submitted.body).toMatchObject({ state: 'submitted' });
    const verdicts = [{ code: 'family_card', verdict: 'met', note: null }];
    await checker.call('POST', `${at}/check`, { verdicts });
    await checker.call('POST', `${at}/assignment`, {});
    expect((await checker.call('POST', `${at}/acceptance`, {})).body).toMatchObject({ state: 'accepted' });
    const { n } = await given.system((tx) =>
      one(
        tx,
        sql<{ n: number }>`
          select count(*)::int as n from card.request where nik = ${nik}::bigint and application_id = ${draft.body.id} and state = 'waiting'`,
      ),
    );
    expect(n).toBe(1);
  });
});
