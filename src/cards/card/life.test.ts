import { describe, expect, test } from 'vitest';
import { BANDUNG, PONDOK_KOPI } from '../../../test/given/people.ts';
import { systemActor } from '../../core/access/index.ts';
import { many, one, sql } from '../../core/db/index.ts';
import type { Nik } from '../../core/id/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { STATUSES } from '../../recording/enrolment/index.ts';
import { changeResidents, type Delta } from '../../register/resident/index.ts';
import { STATES } from '../blank/index.ts';
import { fingerOfPerson, givenCards, PHOTO, uidOfSerial } from './given-card.ts';

const given = await givenCards();
const { printer, checker, head } = given;
const stateOf = async (nik: Nik, id: string) => (await given.cardsOf(nik)).find((card) => card.id === id)?.state;
const post = (path: string, body: object = {}, by = printer) => by.call('POST', path, body);
const change = (nik: Nik, delta: Delta) =>
  given.system((tx) =>
    changeResidents(
      tx,
      systemActor('test'),
      {
        kind: 'correction',
        label: 'resident.corrected',
        occurredOn: asCivilDate('2018-12-11'),
        legalBasis: 'percobaan',
      },
      [{ nik, delta }],
    ),
  );

describe('a print is checked', () => {
  test('by another officer than its printer, with the chip of this very card', async () => {
    const nik = await given.recorded();
    const id = await given.printed(await given.requested(nik));
    const [card] = await given.cardsOf(nik);
    const uid = uidOfSerial(String(card!.serial));
    const body = { uid, faceSame: true };
    expect((await post(`/v1/cards/${id}/check`, body)).body.code).toBe('card.own_print');
    const other = { uid: uidOfSerial('700000499'), faceSame: true };
    expect((await post(`/v1/cards/${id}/check`, other, checker)).body.code).toBe('card.chip_differs');
    expect((await post(`/v1/cards/${id}/check`, body, checker)).body).toEqual({ good: true });
    expect(await stateOf(nik, id)).toBe('CHECKED');
  });

  test('and one with a dead chip or another face is spoiled, and its holder waits again', async () => {
    for (const body of [
      { uid: null, faceSame: true },
      { uid: 'own', faceSame: false },
    ]) {
      const nik = await given.recorded();
      const request = await given.requested(nik);
      const id = await given.printed(request);
      const serial = String((await given.cardsOf(nik))[0]!.serial);
      const uid = body.uid && uidOfSerial(serial);
      expect((await post(`/v1/cards/${id}/check`, { ...body, uid }, checker)).body).toEqual({ good: false });
      expect(await stateOf(nik, id)).toBe('SPOILED');
      expect(await given.states(serial)).toBe(STATES.SPOILED);
      await given.printed(request);
    }
  });
});

describe('a card is sent', () => {
  test('to the counter that says it has arrived, and to no other', async () => {
    const nik = await given.recorded();
    const id = await given.atCounter(nik);
    const toOfficeId = await given.office('317507');
    const counter = await given.officer({ role: 'operator', officeId: toOfficeId });
    expect((await post('/v1/cards/shipments', { ids: [id], toOfficeId })).body).toEqual({ sent: 1 });
    expect(await given.packetOf(nik)).toBe(String(STATUSES.CARD_SHIPPED.code));
    expect((await post('/v1/cards/arrivals', { ids: [id] })).body.code).toBe('card.elsewhere');
    expect((await post('/v1/cards/arrivals', { ids: [id] }, counter)).body).toEqual({ arrived: 1 });
    expect(await stateOf(nik, id)).toBe('AT_COUNTER');
    expect((await post(`/v1/cards/${id}/verification`, fingerOfPerson(nik, 2), counter)).body.matches).toBe(true);
    expect((await post(`/v1/cards/${id}/handover`, {}, counter)).body).toEqual({ how: 'finger' });
  });
});

test('an office does nothing with a card that lies at another', async () => {
  const officeId = await given.office('3273');
  const stranger = await given.officer({ role: 'operator', officeId });
  const superior = await given.officer({ role: 'section_head', officeId });
  const nik = await given.recorded();
  const printed = await given.printed(await given.requested(nik));
  const there = await given.recorded();
  const lying = await given.atCounter(there);
  const uid = uidOfSerial(String((await given.cardsOf(nik))[0]!.serial));
  const looked = [{ id: printed, uid, faceSame: true }];
  const asked = [
    await post(`/v1/cards/${printed}/check`, { uid, faceSame: true }, stranger),
    await post(`/v1/cards/${printed}/check`, { uid, faceSame: true, how: 'remote' }, stranger),
    await post('/v1/cards/samples', { looked, rest: [] }, stranger),
    await post(`/v1/cards/${printed}/failure`, { fault: 'jam' }, stranger),
    await stranger.call('GET', `/v1/cards/${printed}/face`),
    await stranger.call('GET', `/v1/cards/${printed}/chip`),
    await post('/v1/cards/shipments', { ids: [lying], toOfficeId: given.officeId }, stranger),
    await post('/v1/cards/arrivals', { ids: [lying] }, stranger),
    await post(`/v1/cards/${lying}/verification`, fingerOfPerson(there, 2), stranger),
    await post(`/v1/cards/${lying}/release`, { reason: 'percobaan' }, superior),
    await post(`/v1/cards/${lying}/handover`, {}, stranger),
  ];
  expect(asked.map(({ body }) => body.code)).toEqual(asked.map(() => 'card.elsewhere'));
  expect([await stateOf(nik, printed), await stateOf(there, lying)]).toEqual(['PRINTED', 'AT_COUNTER']);
});

describe('a card is handed over', () => {
  test('against a finger that matches one to one; the recording is issued and the request done', async () => {
    const nik = await given.recorded();
    const id = await given.held(nik);
    expect(await stateOf(nik, id)).toBe('VALID');
    expect(await given.packetOf(nik)).toBe(String(STATUSES.CARD_ISSUED.code));
    const row = await given.system((tx) =>
      one(
        tx,
        sql<{ state: string; strength: string }>`
          select q.state, h.strength from card.request q join card.handover h on h.card_id = q.card_id where q.nik = ${nik}::bigint`,
      ),
    );
    expect(row.state).toBe('done');
    expect(['strong', 'good']).toContain(row.strength);
  });

  test('to nobody whose finger is another’s, and the attempt is kept', async () => {
    const nik = await given.recorded();
    const id = await given.atCounter(nik);
    expect((await post(`/v1/cards/${id}/handover`)).body.code).toBe('card.not_verified');
    const stranger = await given.recorded();
    const shown = await post(`/v1/cards/${id}/verification`, fingerOfPerson(stranger, 2));
    expect(shown.body.matches).toBe(false);
    expect((await post(`/v1/cards/${id}/handover`)).body.code).toBe('card.not_verified');
    const kept = await given.system((tx) =>
      many(tx, sql`select 1 from card.verification where card_id = ${id} and not matches`),
    );
    expect(kept).toHaveLength(1);
  });

  test('to a proxy with a letter, by a supervisor’s release and another officer’s hand', async () => {
    const nik = await given.recorded();
    const id = await given.atCounter(nik);
    const letter = Buffer.concat([
      Buffer.from(
        '--x\r\ncontent-disposition: form-data; name="file"; filename="s.png"\r\ncontent-type: image/png\r\n\r\n',
      ),
      PHOTO,
      Buffer.from('\r\n--x--\r\n'),
    ]);
    const kept = await printer.call('POST', `/v1/cards/${id}/proxy-letter`, letter, {
      'content-type': 'multipart/form-data; boundary=x',
    });
    const proxy = { name: 'BUDI CONTOH', letterFileId: kept.body.fileId };
    expect((await post(`/v1/cards/${id}/handover`, { proxy })).body.code).toBe('card.proxy_not_released');
    const reason = 'pemegang kartu sakit';
    expect((await post(`/v1/cards/${id}/release`, { reason })).status).toBe(403);
    expect((await post(`/v1/cards/${id}/release`, { reason }, head)).status).toBe(204);
    expect((await post(`/v1/cards/${id}/handover`, { proxy }, head)).body.code).toBe('card.proxy_not_released');
    expect((await post(`/v1/cards/${id}/handover`, { proxy })).body).toEqual({ how: 'released' });
    const { proxy: sealed } = await given.system((tx) =>
      one(tx, sql<{ proxy: Buffer }>`select proxy from card.handover where card_id = ${id}`),
    );
    expect(sealed.includes('BUDI')).toBe(false);
  });

  test('once, though two officers press at the same moment', async () => {
    const nik = await given.recorded();
    const id = await given.atCounter(nik);
    await post(`/v1/cards/${id}/verification`, fingerOfPerson(nik, 2));
    const both = await Promise.all([post(`/v1/cards/${id}/handover`), post(`/v1/cards/${id}/handover`)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test('and the one that it replaces is in force no longer, and taken in where it is given back', async () => {
    const nik = await given.recorded();
    const first = await given.held(nik);
    const second = await given.held(nik, { kind: 'damage' }, true);
    expect(await stateOf(nik, first)).toBe('TAKEN_IN');
    expect(await stateOf(nik, second)).toBe('VALID');
    const third = await given.held(nik, { kind: 'damage' }, false);
    expect(await stateOf(nik, second)).toBe('INVALID');
    expect((await post(`/v1/cards/${second}/intake`, { cause: 'superseded' })).status).toBe(204);
    expect(await stateOf(nik, second)).toBe('TAKEN_IN');
    expect(await stateOf(nik, third)).toBe('VALID');
  });
});

describe('a lost card', () => {
  test('is suspended at once from afar; its holder lifts it within 72 hours and not later', async () => {
    const nik = await given.recorded();
    const id = await given.held(nik);
    await post(`/v1/cards/${id}/loss`);
    expect(await stateOf(nik, id)).toBe('SUSPENDED');
    expect((await post(`/v1/cards/${id}/loss/lifting`, { shown: false })).status).toBe(204);
    expect(await stateOf(nik, id)).toBe('VALID');
    await post(`/v1/cards/${id}/loss`);
    const now = given.clock.now();
    await given.system((tx) =>
      tx.client.query(`update card.loss set lift_until = $2 where card_id = $1 and lifted_at is null`, [
        id,
        new Date(now.getTime() - 1000),
      ]),
    );
    expect((await post(`/v1/cards/${id}/loss/lifting`, { shown: false })).body.code).toBe('card.lift_late');
    expect((await post(`/v1/cards/${id}/loss/lifting`, { shown: true })).status).toBe(204);
  });

  test('is lost for good at the counter, with the letter of the police', async () => {
    const nik = await given.recorded();
    const id = await given.held(nik);
    await post(`/v1/cards/${id}/loss`);
    expect((await post(`/v1/cards/${id}/loss/declaration`, { policeLetter: 'LP/3/CONTOH' })).status).toBe(204);
    expect(await stateOf(nik, id)).toBe('LOST');
    expect((await post(`/v1/cards/${id}/loss/lifting`, { shown: true })).body.code).toBe('card.not_suspended');
    const again = await given.held(nik, { kind: 'loss', policeLetter: 'LP/3/CONTOH' });
    expect(await stateOf(nik, again)).toBe('VALID');
  });
});

describe('wajib ganti', () => {
  test('a change of what stands on the card marks it, and then it may be replaced', async () => {
    const nik = await given.recorded();
    const id = await given.held(nik);
    const asked = { ref: given.ref(nik), kind: 'change' };
    expect((await post('/v1/cards/requests', asked)).body.code).toBe('card.request.nothing_changed');
    await change(nik, { education: 8 });
    expect((await given.cardsOf(nik))[0]).toMatchObject({ replaceSince: null });
    await change(nik, { maritalStatus: 2 });
    await change(nik, { villageCode: PONDOK_KOPI, address: 'JALAN CONTOH 9' });
    expect((await given.cardsOf(nik))[0]).toMatchObject({
      state: 'VALID',
      replaceSince: '2018-12-11',
      replaceElements: ['address', 'maritalStatus', 'villageCode'],
    });
    const next = await given.held(nik, { kind: 'change' }, true);
    expect(await stateOf(nik, id)).toBe('TAKEN_IN');
    expect((await given.cardsOf(nik)).find((card) => card.id === next)).toMatchObject({ replaceSince: null });
  });

  test('a card whose data changed before it was handed over is not handed over', async () => {
    const nik = await given.recorded();
    const id = await given.atCounter(nik);
    await change(nik, { name: 'SITI CONTOH BARU' });
    await post(`/v1/cards/${id}/verification`, fingerOfPerson(nik, 2));
    expect((await post(`/v1/cards/${id}/handover`)).body.code).toBe('card.outdated');
  });

  test('the card of somebody who moved is seen where he lives now', async () => {
    const nik = await given.recorded();
    await given.held(nik);
    await change(nik, { villageCode: BANDUNG, address: 'JALAN BARU 1' });
    const there = await given.officer({ role: 'operator', officeId: await given.office('3273') });
    const seen = await there.call('GET', `/v1/residents/${given.ref(nik)}/cards`, undefined, {
      'jatidiri-purpose': 'service',
    });
    expect(seen.body.cards).toMatchObject([{ state: 'VALID', valid: true }]);
  });
});

describe('a card ends', () => {
  test('with its holder’s death, and is in force again when that was undone', async () => {
    const nik = await given.recorded();
    const id = await given.held(nik);
    await change(nik, { state: 'PINDAH_LUAR_NEGERI', stateSince: asCivilDate('2018-12-11') });
    expect(await stateOf(nik, id)).toBe('INVALID');
    await change(nik, { state: 'HIDUP', stateSince: asCivilDate('2018-12-11') });
    expect(await stateOf(nik, id)).toBe('VALID');
    await change(nik, { state: 'MENINGGAL', stateSince: asCivilDate('2018-12-11') });
    expect(await stateOf(nik, id)).toBe('INVALID');
    const causes = await given.system((tx) =>
      many(
        tx,
        sql<{
          cause: string;
        }>`select cause from card.step where card_id = ${id} and state = 8 order by recorded_at, id`,
      ),
    );
    expect(causes.map(({ cause }) => cause)).toEqual(['moved_abroad', 'died']);
  });

  test('and so does the request of who dies while he waits', async () => {
    const nik = await given.recorded();
    const request = await given.requested(nik);
    await change(nik, { state: 'MENINGGAL', stateSince: asCivilDate('2018-12-11') });
    const what = given.blank().serial;
    expect((await post(`/v1/cards/requests/${request}/printing`, { what })).body.code).toBe('card.request_not_waiting');
    expect(await given.states(what)).toBe(STATES.IN_STOCK);
  });
});
