import { describe, expect, test } from 'vitest';
import { systemActor } from '../../../core/access/index.ts';
import { many, sql } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { changeResidents, type Delta } from '../../../register/resident/index.ts';
import { givenCards, uidOfSerial } from '../given-card.ts';

const given = await givenCards();
const { printer, checker } = given;
const post = (path: string, body: object = {}, by = printer) => by.call('POST', path, body);
const cardOf = async (nik: Nik) => (await given.cardsOf(nik))[0]!;
const day = asCivilDate('2018-12-11');
const change = (nik: Nik, delta: Delta) =>
  given.system((tx) =>
    changeResidents(
      tx,
      systemActor('test'),
      { kind: 'correction', label: 'resident.corrected', occurredOn: day, legalBasis: 'percobaan' },
      [{ nik, delta }],
    ),
  );
const die = (nik: Nik) => change(nik, { state: 'MENINGGAL', stateSince: day });
const elsewhere = await given.office('317507');
const counter = await given.officer({ role: 'operator', officeId: elsewhere });

const printed = async (nik: Nik) => given.printed(await given.requested(nik));
const checked = async (nik: Nik) => {
  const id = await printed(nik);
  const uid = uidOfSerial(String((await cardOf(nik)).serial));
  await post(`/v1/cards/${id}/check`, { uid, faceSame: true }, checker);
  return id;
};
const shipped = async (nik: Nik) => {
  const id = await checked(nik);
  await post('/v1/cards/shipments', { ids: [id], toOfficeId: elsewhere });
  return id;
};

const WAYS = {
  PRINTED: printed,
  CHECKED: checked,
  SHIPPED: shipped,
  AT_COUNTER: (nik: Nik) => given.atCounter(nik),
} as const;

describe('a holder who dies before he got his card', () => {
  for (const [state, make] of Object.entries(WAYS))
    test(`leaves it invalid at once while it is ${state}, and its office is told to take it in`, async () => {
      const nik = await given.recorded();
      const id = await make(nik);
      expect(await cardOf(nik)).toMatchObject({ state, stranded: false });
      await die(nik);
      expect(await cardOf(nik)).toMatchObject({ state: 'INVALID', stranded: true });
      const steps = await given.system((tx) =>
        many(
          tx,
          sql<{ state: number; cause: string | null }>`
            select state, cause from card.step where card_id = ${id} order by recorded_at desc, id desc limit 1`,
        ),
      );
      expect(steps).toEqual([{ state: 8, cause: 'died' }]);
      const at = state === 'SHIPPED' ? counter : printer;
      const { cards } = (await at.call('GET', '/v1/cards/here')).body;
      expect(cards).toContainEqual(expect.objectContaining({ id, state: 'INVALID', cause: 'died' }));
      const other = state === 'SHIPPED' ? printer : counter;
      expect((await other.call('GET', '/v1/cards/here')).body.cards).not.toContainEqual(
        expect.objectContaining({ id }),
      );
      expect((await post(`/v1/cards/${id}/intake`, { cause: 'died' }, other)).body.code).toBe('card.elsewhere');
      expect((await post(`/v1/cards/${id}/intake`, { cause: 'died' }, at)).status).toBe(204);
      expect(await cardOf(nik)).toMatchObject({
        state: 'TAKEN_IN',
        officeId: at === counter ? elsewhere : given.officeId,
      });
      expect((await at.call('GET', '/v1/cards/here')).body.cards).not.toContainEqual(expect.objectContaining({ id }));
    });

  test('leaves nothing that could still be printed, checked, sent or handed over', async () => {
    const nik = await given.recorded();
    const id = await printed(nik);
    const uid = uidOfSerial(String((await cardOf(nik)).serial));
    await die(nik);
    const asked = [
      await post(`/v1/cards/${id}/check`, { uid, faceSame: true }, checker),
      await post('/v1/cards/shipments', { ids: [id], toOfficeId: elsewhere }),
      await post(`/v1/cards/${id}/failure`, { fault: 'jam' }),
      await post(`/v1/cards/${id}/handover`, {}),
    ];
    expect(asked.map(({ body }) => body.code)).toEqual(asked.map(() => 'card.wrong_state'));
  });

  test('or who leaves and comes back: he is printed a card anew, and the one that ended stays ended', async () => {
    const nik = await given.recorded();
    const id = await checked(nik);
    await change(nik, { state: 'PINDAH_LUAR_NEGERI', stateSince: day });
    await change(nik, { state: 'HIDUP', stateSince: day });
    expect(await cardOf(nik)).toMatchObject({ id, state: 'INVALID' });
    const again = await given.held(nik);
    const cards = await given.cardsOf(nik);
    expect(cards.find((card) => card.id === again)).toMatchObject({ state: 'VALID', kind: 'first' });
    expect(cards.find((card) => card.id === id)).toMatchObject({ state: 'INVALID', stranded: true });
  });
});

test('a card that its holder had is no work of the office when he dies: nobody has it there', async () => {
  const nik = await given.recorded();
  const id = await given.held(nik);
  await die(nik);
  expect(await cardOf(nik)).toMatchObject({ state: 'INVALID', stranded: false });
  expect((await printer.call('GET', '/v1/cards/here')).body.cards).not.toContainEqual(expect.objectContaining({ id }));
});

test('a card whose holder died on its way is counted in where it arrives, and stays invalid', async () => {
  const nik = await given.recorded();
  const id = await shipped(nik);
  await die(nik);
  expect((await post('/v1/cards/arrivals', { ids: [id] })).body.code).toBe('card.elsewhere');
  expect((await post('/v1/cards/arrivals', { ids: [id] }, counter)).body).toEqual({ arrived: 1 });
  expect(await cardOf(nik)).toMatchObject({ state: 'INVALID', officeId: elsewhere, boundFor: null });
});
