import { describe, expect, test } from 'vitest';
import { BANDUNG, givenActor, givenFamily, givenResident } from '../../../../test/given/people.ts';
import { givenHouse } from '../../../../test/given/house.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { acceptApplication, assignApplication, draftApplication, submitApplication } from '../../application/index.ts';
import { asker, day, givenCouple, TODAY } from '../given-events.ts';
import { cancelMove, listMovesUnderway, recordArrival } from './move.ts';
import { openEvent } from '../open.ts';
import { undoEvent } from '../undo/undo.ts';
import type { ArrivalInput } from '../schema.ts';

const given = await givenHouse();
const { officer, ref, record, person, seat, fold, card, counted } = asker(given);
const bandung = givenActor({ region: '3273' });
const surabaya = givenActor({ region: '3578' });

const HOME = { villageCode: BANDUNG, address: 'JALAN BRAGA 1', rt: 2, rw: 3 };
const leave = (movers: { nik: Nik; relation: number }[], actor = officer) =>
  record(
    {
      kind: 'move',
      occurredOn: day('2018-12-10'),
      details: {
        movers: movers.map(({ nik, relation }) => ({ person: ref(nik), relation })),
        address: HOME,
        reason: 'pekerjaan',
      },
    },
    actor,
  );
const arrive = (id: string, over: Partial<ArrivalInput> = {}, actor = bandung) =>
  given.transact(actor, (tx) =>
    recordArrival(tx, actor, { id, occurredOn: TODAY, address: null, card: null, movers: null, ...over }),
  );
const UNDOING = { reason: 'salah orang', legalBasis: 'Perpres 96/2018 pasal 60' };

describe('a move between regencies', () => {
  test('is one case in two offices; people are counted once, where they left until they arrive', async () => {
    const { husband, wife, card: number } = await givenCouple(given);
    const [jakarta, braga, nation] = [await counted('3175'), await counted('3273'), await counted('')];
    const departure = await leave([
      { nik: husband, relation: 1 },
      { nik: wife, relation: 3 },
    ]);
    expect(departure).toMatchObject({ state: 'pending', actId: null });
    expect(departure.certificateNumber).toMatch(/^SKPWNI\/3175\/11122018\/\d{4}$/);
    expect([await counted('3175'), await counted('3273'), await counted('')]).toEqual([jakarta, braga, nation]);
    expect(await person(wife)).toMatchObject({ version: 1, state: 'HIDUP' });

    const lists = await Promise.all(
      [officer, bandung, surabaya].map((actor) => given.transact(actor, (tx) => listMovesUnderway(tx, actor))),
    );
    expect(lists[0]!.moves.find((one) => one.id === departure.id)).toMatchObject({ direction: 'out' });
    expect(lists[1]!.moves.find((one) => one.id === departure.id)).toMatchObject({
      direction: 'in',
      people: [{ name: 'BUDI CONTOH SANTOSO' }, { name: 'SITI CONTOH RAHAYU' }],
    });
    expect(lists[2]!.moves).toEqual([]);

    const arrival = await arrive(departure.id);
    expect([await counted('3175'), await counted('3273'), await counted('')]).toEqual([jakarta - 2, braga + 2, nation]);
    expect(await person(wife)).toMatchObject({
      villageCode: BANDUNG,
      address: 'JALAN BRAGA 1',
      previousAddress: expect.stringContaining('JALAN CONTOH 1'),
    });
    const now = await seat(husband);
    expect(now?.card.slice(0, 6)).toBe('327301');
    expect(await card(number)).toMatchObject({ state: 2, replacedBy: now?.card });
    expect(arrival.kind).toBe('arrival');
    const seen = await given.transact(officer, (tx) => openEvent(tx, officer, { id: departure.id }));
    expect(seen.state).toBe('recorded');
    const { row, folded } = await fold(husband);
    expect(folded).toEqual(row);
    await expect(arrive(departure.id)).rejects.toMatchObject({ code: 'civil_event.move_not_underway' });
  });

  test('a second departure is refused, also when two offices send him off at once', async () => {
    const nik = await givenResident(given, { birthDate: day('1971-01-01') });
    await givenFamily(given, [{ nik, relation: 1 }]);
    const results = await Promise.allSettled([
      leave([{ nik, relation: 1 }]),
      leave([{ nik, relation: 1 }], givenActor({ region: '317507' })),
    ]);
    expect(results.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((results.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
      code: 'civil_event.move_underway',
    });
    await expect(
      record({
        kind: 'move_abroad',
        occurredOn: TODAY,
        details: { movers: [ref(nik)], country: 'NLD', reason: 'belajar' },
      }),
    ).rejects.toMatchObject({ code: 'civil_event.move_underway' });
  });

  test('only the office of destination records the arrival, only that of departure cancels; a stranger sees nothing', async () => {
    const nik = await givenResident(given, { birthDate: day('1972-01-01') });
    const { id } = await leave([{ nik, relation: 1 }]);
    await expect(arrive(id, {}, officer)).rejects.toMatchObject({ code: 'civil_event.not_the_destination' });
    await expect(arrive(id, {}, surabaya)).rejects.toMatchObject({ code: 'civil_event.not_found' });
    await expect(arrive(id, { occurredOn: day('2018-12-09') })).rejects.toMatchObject({
      code: 'civil_event.before_departure',
    });
    const cancel = (actor = officer) => given.transact(actor, (tx) => cancelMove(tx, actor, { id, ...UNDOING }));
    await expect(cancel(bandung)).rejects.toMatchObject({ code: 'civil_event.not_the_origin' });
    await cancel();
    await expect(cancel()).rejects.toMatchObject({ code: 'civil_event.move_not_underway' });
    await expect(arrive(id)).rejects.toMatchObject({ code: 'civil_event.move_not_underway' });
    await leave([{ nik, relation: 1 }]);
  });

  test('who dies on the way does not arrive; the others name a new head', async () => {
    const { husband, wife } = await givenCouple(given);
    const { id } = await leave([
      { nik: husband, relation: 1 },
      { nik: wife, relation: 3 },
    ]);
    const death = await record({
      kind: 'death',
      occurredOn: TODAY,
      details: { deceased: ref(husband), deathPlace: 'CIREBON', proofNumber: 'RS/1' },
    });
    expect(death.warnings.map(({ code }) => code)).toContain('civil_event.warning.move_underway');
    await expect(arrive(id)).rejects.toMatchObject({ code: 'civil_event.one_head' });
    await arrive(id, { movers: [{ person: ref(wife), relation: 1 }] });
    expect(await person(husband)).toMatchObject({ villageCode: expect.stringMatching(/^3175/) });
    expect(await person(wife)).toMatchObject({ villageCode: BANDUNG, maritalStatus: 4 });
  });

  test('a part of a family may join a card that is there', async () => {
    const { wife, card: number } = await givenCouple(given);
    const host = await givenResident(given, { villageCode: BANDUNG });
    const there = await givenFamily(given, [{ nik: host, relation: 1 }], BANDUNG);
    const { id } = await leave([{ nik: wife, relation: 1 }]);
    await arrive(id, { card: given.house.ground.familyRefs.of(there), movers: [{ person: ref(wife), relation: 9 }] });
    expect(await seat(wife)).toEqual({ card: there, relation: 9 });
    expect(await card(number)).toMatchObject({ state: 1 });
  });

  test('an arrival is applied for where one comes to: what could not be recorded is refused then, acceptance ends the move', async () => {
    const { wife } = await givenCouple(given);
    const { id: move } = await leave([{ nik: wife, relation: 1 }]);
    const applied = (details: Record<string, unknown>) =>
      given.transact(bandung, async (tx) => {
        const asked = {
          kind: 'arrival',
          applicant: ref(wife),
          subject: null,
          contact: null,
          villageCode: BANDUNG,
        } as const;
        const { id } = await draftApplication(tx, bandung, { ...asked, details: { move, ...details } });
        await tx.client.query('update application.requirement set needed = false where application_id = $1', [id]);
        return id;
      });
    const submit = (id: Uuid) => given.transact(bandung, (tx) => submitApplication(tx, bandung, { id }));
    const early = await applied({ occurredOn: '2018-12-09' });
    await expect(submit(early)).rejects.toMatchObject({
      code: 'civil_event.before_departure',
      faults: [{ path: 'details.occurredOn' }],
    });
    const elsewhere = await applied({ occurredOn: TODAY, address: { ...HOME, villageCode: '3578011001' } });
    await expect(submit(elsewhere)).rejects.toMatchObject({ code: 'access.outside_jurisdiction' });
    const id = await applied({ occurredOn: TODAY, address: { ...HOME, address: 'JALAN BRAGA 2' } });
    await submit(id);
    await given.transact(bandung, (tx) => assignApplication(tx, bandung, { id, officerId: null }));
    await given.transact(bandung, (tx) => acceptApplication(tx, bandung, { id }));
    expect(await person(wife)).toMatchObject({ villageCode: BANDUNG, address: 'JALAN BRAGA 2' });
    await expect(submit(await applied({ occurredOn: TODAY }))).rejects.toMatchObject({
      code: 'civil_event.move_not_underway',
    });
  });

  test('an arrival taken back brings everything to where it was, and the move is underway again', async () => {
    const { husband, wife } = await givenCouple(given);
    const before = await person(wife);
    const { id } = await leave([
      { nik: husband, relation: 1 },
      { nik: wife, relation: 3 },
    ]);
    const arrival = await arrive(id);
    await expect(given.transact(officer, (tx) => undoEvent(tx, officer, { id, ...UNDOING }))).rejects.toMatchObject({
      code: 'civil_event.arrived_already',
    });
    await given.transact(bandung, (tx) => undoEvent(tx, bandung, { id: arrival.id, ...UNDOING }));
    expect(await person(wife)).toEqual({ ...before, version: 3 });
    const home = await seat(wife);
    expect(home?.card.slice(0, 6)).toBe('317507');
    expect((await seat(husband))?.card).toBe(home?.card);
    expect(await card(home!.card)).toMatchObject({ state: 1, headNik: husband });
    const again = await arrive(id);
    expect(again.state).toBe('recorded');
    expect(await person(wife)).toMatchObject({ villageCode: BANDUNG });
  });
});

test('who moves abroad is not counted and leaves the card; back, he is, at the address of his return', async () => {
  const nik = await givenResident(given, { birthDate: day('1980-01-01') });
  await givenFamily(given, [{ nik, relation: 1 }]);
  const before = await counted('3175');
  await record({
    kind: 'move_abroad',
    occurredOn: day('2018-01-05'),
    details: { movers: [ref(nik)], country: 'NLD', reason: 'kerja' },
  });
  expect(await counted('3175')).toBe(before - 1);
  expect(await seat(nik)).toBeNull();
  const details = { movers: [{ person: ref(nik), relation: 1 }], address: HOME, passport: 'X1234567' };
  await expect(record({ kind: 'return_from_abroad', occurredOn: TODAY, details })).rejects.toMatchObject({
    code: 'access.outside_jurisdiction',
  });
  await record({ kind: 'return_from_abroad', occurredOn: TODAY, villageCode: BANDUNG, details }, bandung);
  expect(await person(nik)).toMatchObject({ state: 'HIDUP', villageCode: BANDUNG, passport: 'X1234567' });
  expect((await seat(nik))?.relation).toBe(1);
  expect(await counted('3175')).toBe(before - 1);
});
