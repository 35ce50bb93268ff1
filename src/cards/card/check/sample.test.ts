import { describe, expect, test } from 'vitest';
import type { Nik } from '../../../core/id/index.ts';
import { givenCards, uidOfSerial } from '../given-card.ts';

const given = await givenCards();
const { printer, checker } = given;
const post = (path: string, body: object = {}, by = checker) => by.call('POST', path, body);
const stateOf = async (nik: Nik) => (await given.cardsOf(nik))[0]!.state;

interface Print {
  readonly nik: Nik;
  readonly id: string;
  readonly uid: string;
}

/** Prints that lie at another office than the one whose blanks were used: as if they had been made there. */
async function printsAt(officeId: string, n: number): Promise<Print[]> {
  const made: Print[] = [];
  for (let at = 0; at < n; at++) {
    const nik = await given.recorded();
    const id = await given.printed(await given.requested(nik));
    made.push({ nik, id, uid: uidOfSerial(String((await given.cardsOf(nik))[0]!.serial)) });
  }
  await given.system((tx) =>
    tx.client.query('update card.card set office_id = $1 where id = any($2)', [officeId, made.map(({ id }) => id)]),
  );
  return made;
}

async function inOrder(officeId: string, made: readonly Print[]): Promise<Print[]> {
  const { prints } = (await checker.call('GET', `/v1/cards/prints?office=${officeId}`)).body;
  return prints.map(({ id }: Print) => made.find((print) => print.id === id)!);
}
const looked = (prints: readonly Print[]) => prints.map(({ id, uid }) => ({ id, uid, faceSame: true }));
const rest = (prints: readonly Print[]) => prints.map(({ id }) => id);

describe('prints of a small office', () => {
  test('are listed for who checks for its region, with whether anybody there could check', async () => {
    const officeId = await given.office('317507');
    await given.officer({ role: 'operator', officeId });
    await printsAt(officeId, 2);
    const { offices, prints } = (await checker.call('GET', '/v1/cards/prints')).body;
    expect(prints).toEqual([]);
    expect(offices).toEqual([{ id: officeId, name: 'Kantor 317507', here: false, waiting: 2, mine: 0, alone: true }]);
    await given.officer({ role: 'verifier', officeId });
    expect((await checker.call('GET', '/v1/cards/prints')).body.offices).toMatchObject([{ alone: false }]);
    expect((await printer.call('GET', '/v1/cards/prints')).body.offices).toMatchObject([{ waiting: 2, mine: 2 }]);
    const stranger = await given.officer({ role: 'verifier', officeId: await given.office('3273') });
    expect((await stranger.call('GET', '/v1/cards/prints')).body.offices).toEqual([]);
    expect((await stranger.call('GET', `/v1/cards/prints?office=${officeId}`)).body.code).toBe('card.elsewhere');
  });

  test('are checked from afar one by one, with the face on the screen and no look into the chip', async () => {
    const officeId = await given.office('317506');
    const [print] = await printsAt(officeId, 1);
    const at = `/v1/cards/${print!.id}`;
    expect((await checker.call('GET', `${at}/face?format=svg`)).body).toContain('<svg');
    expect((await checker.call('GET', `${at}/chip`)).body.code).toBe('card.elsewhere');
    const check = { uid: print!.uid, faceSame: true };
    expect((await post(`${at}/check`, check)).body.code).toBe('card.elsewhere');
    expect((await post(`${at}/check`, { ...check, how: 'remote' }, printer)).body.code).toBe('card.own_print');
    expect((await post(`${at}/check`, { ...check, how: 'remote' })).body).toEqual({ good: true });
    expect((await checker.call('GET', `${at}/face?format=svg`)).body.code).toBe('card.elsewhere');
  });

  test('pass with the sample that is drawn, and with no other', async () => {
    const officeId = await given.office('317505');
    const prints = await inOrder(officeId, await printsAt(officeId, 5));
    const [first, , , fourth, fifth] = prints;
    const chosen = { looked: looked(prints.slice(1, 4)), rest: rest([first!, fifth!]) };
    expect((await post('/v1/cards/samples', chosen)).body.code).toBe('card.sample_chosen');
    // One card named twice is looked at once.
    const twice = { looked: looked([first!, first!, prints[1]!]), rest: rest([fourth!, fifth!]) };
    expect((await post('/v1/cards/samples', twice)).body.code).toBe('card.sample_small');
    const right = { looked: looked(prints.slice(0, 3)), rest: rest([fourth!, fifth!]) };
    expect((await post('/v1/cards/samples', right)).body).toEqual({ checked: 5 });
    expect(await stateOf(fifth!.nik)).toBe('CHECKED');
  });

  test('are all looked at once one of them was faulty', async () => {
    const officeId = await given.office('317504');
    const prints = await inOrder(officeId, await printsAt(officeId, 5));
    const [first, ...others] = prints;
    const fault = { uid: first!.uid, faceSame: false, how: 'remote' };
    expect((await post(`/v1/cards/${first!.id}/check`, fault)).body).toEqual({ good: false });
    expect((await checker.call('GET', `/v1/cards/prints?office=${officeId}`)).body.faulty).toBe(true);
    const left = await inOrder(officeId, others);
    const some = { looked: looked(left.slice(0, 3)), rest: rest(left.slice(3)) };
    expect((await post('/v1/cards/samples', some)).body.code).toBe('card.sample_faulty');
    expect((await post('/v1/cards/samples', { looked: looked(left), rest: [] })).body).toEqual({ checked: 4 });
  });
});

test('cards on their way are listed by both offices, and a card once it was counted in by neither', async () => {
  const toOfficeId = await given.office('317503');
  const counter = await given.officer({ role: 'operator', officeId: toOfficeId });
  const nik = await given.recorded();
  const id = await given.atCounter(nik);
  await post('/v1/cards/shipments', { ids: [id], toOfficeId }, printer);
  const way = async (by = printer) => (await by.call('GET', '/v1/cards/shipments')).body;
  expect(await way()).toMatchObject({
    coming: [],
    going: [{ id, from: 'Kantor 3175', to: 'Kantor 317503', ended: false }],
  });
  expect(await way(counter)).toMatchObject({ coming: [{ id, name: 'SITI CONTOH RAHAYU' }], going: [] });
  await post('/v1/cards/arrivals', { ids: [id] }, counter);
  expect([await way(), await way(counter)]).toEqual([
    { coming: [], going: [] },
    { coming: [], going: [] },
  ]);
});

test('a card is sent on and back again, and one that never arrives is recorded as missing by a supervisor of its sender', async () => {
  const toOfficeId = await given.office('317502');
  const counter = await given.officer({ role: 'operator', officeId: toOfficeId });
  const nik = await given.recorded();
  const id = await given.atCounter(nik);
  const there = { ids: [id], toOfficeId };
  expect((await post('/v1/cards/shipments', there, printer)).body).toEqual({ sent: 1 });
  await post('/v1/cards/arrivals', { ids: [id] }, counter);
  expect((await post('/v1/cards/shipments', { ids: [id], toOfficeId: given.officeId }, counter)).body).toEqual({
    sent: 1,
  });
  await post('/v1/cards/arrivals', { ids: [id] }, printer);
  await post('/v1/cards/shipments', there, printer);
  const path = `/v1/cards/${id}/missing`;
  const body = { reason: 'kurir tidak membawanya' };
  expect((await post(path, body, printer)).status).toBe(403);
  const other = await given.officer({ role: 'section_head', officeId: toOfficeId });
  expect((await post(path, body, other)).body.code).toBe('card.elsewhere');
  expect((await post(`/v1/cards/${id}/loss/declaration`, { policeLetter: 'LP/9/CONTOH' }, printer)).body.code).toBe(
    'card.wrong_state',
  );
  expect((await post(path, body, given.head)).status).toBe(204);
  expect(await stateOf(nik)).toBe('LOST');
  expect((await printer.call('GET', '/v1/cards/shipments')).body).toEqual({ coming: [], going: [] });
  const { requests } = (await printer.call('GET', '/v1/cards/requests')).body;
  const { id: request } = requests.find(({ ref }: { ref: string }) => ref === given.ref(nik));
  await given.printed(request);
});
