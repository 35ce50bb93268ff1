import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import {
  BANDUNG,
  givenActor,
  givenFamily,
  givenResident,
  givenResidents,
  PONDOK_KELAPA,
  PONDOK_KOPI,
} from '../../../test/given/people.ts';
import { many, sql } from '../../core/db/index.ts';
import type { FamilyCardNumber, Nik, Uuid } from '../../core/id/index.ts';
import { whoLooked } from '../../core/ledger/index.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { changeResidents, findResident } from '../resident/index.ts';
import { formFamily, joinFamily, replaceHead, splitFamily } from './change.ts';
import { findFamily, listHeadless, openFamily, openFamilyOf } from './open.ts';
import { rearrange } from './rearrange.ts';
import { HEAD, type Address } from './schema.ts';
import { findCard, listMembersOf, listMembershipsOf } from './sql.ts';

const given = await givenHouse();
const officer = givenActor();
const refOf = (nik: Nik) => given.house.ground.personRefs.of(nik);
const cardRef = (number: FamilyCardNumber) => given.house.ground.familyRefs.of(number);
const seat = (nik: Nik, relation: number) => ({ ref: refOf(nik), relation });
const address = (over: Partial<Address> = {}): Address => ({
  villageCode: PONDOK_KELAPA,
  address: 'JALAN CONTOH 1',
  rt: 3,
  rw: 7,
  hamlet: null,
  postalCode: '13450',
  ...over,
});
const reason = 'permintaan sendiri';
const WIFE = 3;
const CHILD = 4;

/** Husband, wife and child at Pondok Kelapa in one card. */
async function givenThree(over: { villageCode?: string } = {}) {
  const [husband, wife, child] = await givenResidents(given, [
    { name: 'BUDI CONTOH', sex: 1, birthDate: asCivilDate('1980-01-02'), maritalStatus: 2, ...over },
    { name: 'SITI CONTOH', birthDate: asCivilDate('1982-03-04'), maritalStatus: 2, ...over },
    { name: 'ANI CONTOH', birthDate: asCivilDate('2010-05-06'), ...over },
  ]);
  const members = [
    { nik: husband!, relation: HEAD },
    { nik: wife!, relation: WIFE },
    { nik: child!, relation: CHILD },
  ];
  const card = await givenFamily(given, members, over.villageCode ?? PONDOK_KELAPA);
  return { husband: husband!, wife: wife!, child: child!, card };
}

const cardNow = (number: string) => given.system((tx) => findCard(tx, number as FamilyCardNumber));
const membersNow = async (number: string) =>
  (await given.system((tx) => listMembersOf(tx, [number as FamilyCardNumber]))).map((m) => m.nik).toSorted();

/** What must hold of the whole store, whatever was done. */
async function faults(): Promise<unknown[]> {
  return given.system((tx) =>
    many(
      tx,
      sql`(select 'copies differ' as fault, nik::text as who from
             (select nik, family_card, valid_from, valid_to, relation from family.membership_by_nik
              except select nik, family_card, valid_from, valid_to, relation from family.membership_by_card) a)
          union all
          (select 'copies differ', nik::text from
             (select nik, family_card, valid_from, valid_to, relation from family.membership_by_card
              except select nik, family_card, valid_from, valid_to, relation from family.membership_by_nik) b)
          union all
          select 'two cards', nik::text from family.membership_by_nik where valid_to is null group by nik having count(*) > 1
          union all
          select 'head is not who the members say', c.number::text from family.card c
           where c.head_nik is distinct from (select max(m.nik) from family.membership_by_card m
                                               where m.family_card = c.number and m.valid_to is null and m.relation = 1)
          union all
          select 'in force and empty, or ended and not', c.number::text from family.card c
           where (c.state = 1) <> exists (select from family.membership_by_card m where m.family_card = c.number and m.valid_to is null)
          union all
          select 'history has a gap', c.number::text from family.card c
           where c.version <> (select count(*) from family.card_history h where h.number = c.number)`,
    ),
  );
}

describe('forming a family', () => {
  test('gives a new number of the district and day, seats everybody, and their addresses follow', async () => {
    const [man, woman] = await givenResidents(given, [
      { sex: 1, birthDate: asCivilDate('1985-01-01') },
      { birthDate: asCivilDate('1986-01-01') },
    ]);
    const home = address({ villageCode: PONDOK_KOPI, address: 'JALAN BARU 9', rt: 1, rw: null });
    const formed = await given.transact(officer, (tx) =>
      formFamily(tx, officer, { address: home, members: [seat(man!, HEAD), seat(woman!, WIFE)], reason }),
    );
    expect(formed.number).toMatch(/^3175071112189\d{3}$/);
    const view = await given.transact(officer, (tx) => openFamily(tx, officer, { ref: formed.ref }));
    expect(view).toMatchObject({ state: 'BERLAKU', headless: false, address: 'JALAN BARU 9', postalCode: '13450' });
    expect(view.members.map((m) => [m.nik, m.relation, m.masked])).toEqual([
      [man, HEAD, false],
      [woman, WIFE, false],
    ]);
    for (const nik of [man!, woman!]) {
      expect(await given.system((tx) => findResident(tx, nik))).toMatchObject({
        villageCode: PONDOK_KOPI,
        address: 'JALAN BARU 9',
        rt: 1,
        rw: null,
        version: 2,
      });
    }
  });

  test('takes people out of the cards they were in; an emptied card is closed', async () => {
    const { husband, wife, child, card } = await givenThree();
    await given.transact(officer, (tx) =>
      formFamily(tx, officer, {
        address: address(),
        members: [seat(husband, HEAD), seat(wife, WIFE), seat(child, CHILD)],
        reason,
      }),
    );
    expect(await cardNow(card)).toMatchObject({ state: 'DITUTUP', headNik: null, stateSince: '2018-12-11' });
    expect(await faults()).toEqual([]);
  });

  test('needs one head, each person once, a known village and living people of the region', async () => {
    const [a, b, dead] = await givenResidents(given, [
      { birthDate: asCivilDate('1971-01-01') },
      { birthDate: asCivilDate('1972-01-01') },
      { birthDate: asCivilDate('1973-01-01') },
    ]);
    const elsewhere = await givenResident(given, { villageCode: BANDUNG, birthDate: asCivilDate('1974-01-01') });
    await given.system((tx) =>
      changeResidents(tx, officer, { kind: 'death', label: 'resident.died', occurredOn: asCivilDate('2018-12-01') }, [
        { nik: dead!, delta: { state: 'MENINGGAL' } },
      ]),
    );
    const form = (members: { ref: string; relation: number }[], over: Partial<Address> = {}) =>
      given.transact(officer, (tx) => formFamily(tx, officer, { address: address(over), members, reason }));
    const refusals: [() => Promise<unknown>, string][] = [
      [() => form([seat(a!, WIFE)]), 'family.no_head'],
      [() => form([seat(a!, HEAD), seat(b!, HEAD)]), 'family.two_heads'],
      [() => form([seat(a!, HEAD), seat(a!, WIFE)]), 'family.member_twice'],
      [() => form([seat(a!, HEAD), seat(dead!, CHILD)]), 'family.member_not_alive'],
      [() => form([seat(a!, HEAD), seat(elsewhere, CHILD)]), 'family.member_not_found'],
      [() => form([seat(a!, HEAD)], { villageCode: '3175079999' }), 'family.unknown_village'],
      [() => form([seat(a!, HEAD)], { villageCode: BANDUNG }), 'access.outside_jurisdiction'],
    ];
    for (const [act, code] of refusals) await expect(act()).rejects.toMatchObject({ code });
  });

  test('a child heads a family only where no adult is left in it', async () => {
    const [adult, orphan] = await givenResidents(given, [
      { birthDate: asCivilDate('1975-01-01') },
      { birthDate: asCivilDate('2004-01-01') },
    ]);
    const form = (members: { ref: string; relation: number }[]) =>
      given.transact(officer, (tx) => formFamily(tx, officer, { address: address(), members, reason }));
    await expect(form([seat(orphan!, HEAD), seat(adult!, 9)])).rejects.toMatchObject({
      code: 'family.too_young_to_head',
    });
    await expect(form([seat(orphan!, HEAD)])).resolves.toMatchObject({ number: expect.any(String) });
  });

  test("the officer's words stand in the card's history, not in the ledger, whatever numbers they hold", async () => {
    const nik = await givenResident(given, { birthDate: asCivilDate('1976-01-01') });
    const words = `pisah dari orang tua, NIK ibu ${nik}`;
    const formed = await given.transact(officer, (tx) =>
      formFamily(tx, officer, { address: address(), members: [seat(nik, HEAD)], reason: words }),
    );
    const [row] = await given.system((tx) =>
      many<{ delta: { reason: string } }>(
        tx,
        sql`select delta from family.card_history where number = ${formed.number}::bigint`,
      ),
    );
    expect(row!.delta.reason).toBe(words);
    const entries = await given.system((tx) => many<{ body: string }>(tx, sql`select body from ledger.pending`));
    expect(JSON.stringify(entries)).not.toContain('pisah dari orang tua');
  });
});

describe('joining and leaving', () => {
  test('somebody who joins gets the address of the card and leaves another', async () => {
    const { card } = await givenThree();
    const aunt = await givenResident(given, { address: 'JALAN LAIN 2', birthDate: asCivilDate('1960-01-01') });
    const own = await givenFamily(given, [{ nik: aunt, relation: HEAD }]);
    await given.transact(officer, (tx) =>
      joinFamily(tx, officer, { ref: cardRef(card), members: [seat(aunt, 9)], reason }),
    );
    expect(await membersNow(card)).toContain(aunt);
    expect((await given.system((tx) => findResident(tx, aunt)))!.address).toBe('JALAN CONTOH 1');
    expect(await cardNow(own)).toMatchObject({ state: 'DITUTUP' });
    expect(await faults()).toEqual([]);
  });

  test('a join neither makes nor unmakes a head, and wants a card in force', async () => {
    const { husband, card } = await givenThree();
    const other = await givenResident(given, { birthDate: asCivilDate('1961-01-01') });
    const join = (members: { ref: string; relation: number }[], ref = cardRef(card)) =>
      given.transact(officer, (tx) => joinFamily(tx, officer, { ref, members, reason }));
    await expect(join([seat(other, HEAD)])).rejects.toMatchObject({ code: 'family.head_by_new_card' });
    await expect(join([seat(husband, 9)])).rejects.toMatchObject({ code: 'family.head_by_new_card' });
    await expect(join([seat(other, 9), seat(other, 10)])).rejects.toMatchObject({ code: 'family.member_twice' });
    const alone = await givenResident(given, { birthDate: asCivilDate('1962-01-01') });
    const closed = await givenFamily(given, [{ nik: alone, relation: HEAD }]);
    await join([seat(alone, 9)]);
    await expect(join([seat(other, 9)], cardRef(closed))).rejects.toMatchObject({ code: 'family.card_not_in_force' });
  });

  test('back on the day of leaving the same membership goes on', async () => {
    const { wife, card } = await givenThree();
    const leave = () =>
      given.system((tx) =>
        rearrange(tx, officer, { kind: 'left', occurredOn: asCivilDate('2018-12-11'), leave: [wife] }),
      );
    const back = () =>
      given.system((tx) =>
        rearrange(tx, officer, {
          kind: 'joined',
          occurredOn: asCivilDate('2018-12-11'),
          join: [{ nik: wife, card, relation: WIFE }],
        }),
      );
    await leave();
    await back();
    await leave();
    await back();
    expect(await given.system((tx) => listMembershipsOf(tx, [wife]))).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });
});

describe('splitting', () => {
  test('leaves the others in their card; without its head it is shown', async () => {
    const { husband, wife, child, card } = await givenThree();
    const split = (members: { ref: string; relation: number }[]) =>
      given.transact(officer, (tx) =>
        splitFamily(tx, officer, {
          ref: cardRef(card),
          members,
          address: address({ address: 'JALAN PISAH 5' }),
          reason,
        }),
      );
    const stranger = await givenResident(given, { birthDate: asCivilDate('1963-01-01') });
    await expect(split([seat(stranger, HEAD)])).rejects.toMatchObject({ code: 'family.not_a_member' });
    await expect(split([seat(husband, HEAD), seat(wife, WIFE), seat(child, CHILD)])).rejects.toMatchObject({
      code: 'family.everybody_leaves',
    });
    const formed = await split([seat(husband, HEAD)]);
    expect(await membersNow(formed.number)).toEqual([husband]);
    expect(await membersNow(card)).toEqual([wife, child].toSorted());
    const { families } = await given.transact(officer, (tx) => listHeadless(tx, officer));
    expect(families.find((family) => family.number === card)).toMatchObject({ members: 2, since: '2018-12-11' });
    const view = await given.transact(officer, (tx) => openFamily(tx, officer, { ref: cardRef(card) }));
    expect(view.headless).toBe(true);
    expect(view.former.map((member) => [member.nik, member.until])).toEqual([[husband, '2018-12-11']]);
    expect(await faults()).toEqual([]);
  });
});

describe('a new head', () => {
  test('gives a new number; the old card points to it and can no longer be changed', async () => {
    const { husband, wife, child, card } = await givenThree();
    await given.system((tx) =>
      rearrange(tx, officer, { kind: 'death', occurredOn: asCivilDate('2018-12-10'), leave: [husband] }),
    );
    expect(await cardNow(card)).toMatchObject({ headNik: null, state: 'BERLAKU', stateSince: '2018-12-10' });
    const replace = (members: { ref: string; relation: number }[]) =>
      given.transact(officer, (tx) => replaceHead(tx, officer, { ref: cardRef(card), members, reason }));
    await expect(replace([seat(wife, HEAD)])).rejects.toMatchObject({ code: 'family.not_a_member' });
    await expect(replace([seat(wife, WIFE), seat(child, CHILD)])).rejects.toMatchObject({ code: 'family.no_head' });
    const replaced = await replace([seat(wife, HEAD), seat(child, CHILD)]);
    expect(replaced.number).not.toBe(card);
    expect(await cardNow(card)).toMatchObject({ state: 'DIGANTI', replacedBy: replaced.number, headNik: null });
    expect(await cardNow(replaced.number)).toMatchObject({ state: 'BERLAKU', headNik: wife });
    await expect(replace([seat(child, HEAD), seat(wife, 9)])).rejects.toMatchObject({
      code: 'family.card_not_in_force',
    });
    const view = await given.transact(officer, (tx) => findFamily(tx, officer, { number: card }));
    expect(view).toMatchObject({ replacedBy: replaced.ref, members: [] });
    expect(await faults()).toEqual([]);
  });

  test('who is the head already is no new head', async () => {
    const { husband, wife, child, card } = await givenThree();
    await expect(
      given.transact(officer, (tx) =>
        replaceHead(tx, officer, {
          ref: cardRef(card),
          members: [seat(husband, HEAD), seat(wife, WIFE), seat(child, CHILD)],
          reason,
        }),
      ),
    ).rejects.toMatchObject({ code: 'family.same_head' });
  });

  test('a card cannot be replaced while somebody would be left in it', async () => {
    const { wife, card } = await givenThree();
    await expect(
      given.transact(officer, (tx) =>
        rearrange(tx, officer, {
          kind: 'head_replaced',
          occurredOn: asCivilDate('2018-12-11'),
          form: [{ address: address(), members: [{ nik: wife, relation: HEAD }], replaces: card }],
        }),
      ),
    ).rejects.toMatchObject({ code: 'family.not_a_member' });
  });
});

describe('beyond the region', () => {
  const bandung = givenActor({ region: '3273' });

  test('a card of another regency is as if it were not there', async () => {
    const { card, husband } = await givenThree({ villageCode: BANDUNG });
    const absent = { code: 'family.not_found' };
    await expect(
      given.transact(officer, (tx) => openFamily(tx, officer, { ref: cardRef(card) })),
    ).rejects.toMatchObject(absent);
    await expect(given.transact(officer, (tx) => findFamily(tx, officer, { number: card }))).rejects.toMatchObject(
      absent,
    );
    await expect(
      given.transact(officer, (tx) => openFamilyOf(tx, officer, { ref: refOf(husband) })),
    ).rejects.toMatchObject(absent);
    await expect(
      given.transact(officer, (tx) =>
        rearrange(tx, officer, {
          kind: 'joined',
          occurredOn: asCivilDate('2018-12-11'),
          join: [{ nik: husband, card, relation: CHILD }],
        }),
      ),
    ).rejects.toMatchObject(absent);
  });

  test('a member who lives elsewhere is shown masked, keeps his seat under a new head, and is looked at on record', async () => {
    const [mother, son] = await givenResidents(given, [
      { birthDate: asCivilDate('1955-01-01') },
      { name: 'AGUS MERANTAU JAUH', sex: 1, villageCode: BANDUNG, birthDate: asCivilDate('1990-01-01') },
    ]);
    const card = await givenFamily(given, [
      { nik: son!, relation: HEAD },
      { nik: mother!, relation: 7 },
    ]);
    const view = await given.transact(officer, (tx) => openFamily(tx, officer, { ref: cardRef(card) }));
    expect(view.members[0]).toMatchObject({
      name: 'A*** M*** J***',
      nik: `${son!.slice(0, 6)}**********`,
      masked: true,
      birthPlace: null,
      maritalStatus: null,
    });
    const looks = await given.system((tx) => whoLooked(tx, son!));
    expect(looks.map((look) => look.label)).toContain('family.opened');
    const replaced = await given.transact(officer, (tx) =>
      replaceHead(tx, officer, { ref: cardRef(card), members: [seat(mother!, HEAD), seat(son!, CHILD)], reason }),
    );
    expect(await membersNow(replaced.number)).toEqual([mother!, son!].toSorted());
    expect((await given.system((tx) => findResident(tx, son!)))!.villageCode).toBe(BANDUNG);
    expect(await faults()).toEqual([]);
  });

  test('a card elsewhere that a person of this region leaves is settled all the same', async () => {
    const [here, there] = await givenResidents(given, [
      { sex: 1, birthDate: asCivilDate('1966-01-01') },
      { villageCode: BANDUNG, birthDate: asCivilDate('1967-01-01') },
    ]);
    const card = await givenFamily(
      given,
      [
        { nik: here!, relation: HEAD },
        { nik: there!, relation: WIFE },
      ],
      BANDUNG,
    );
    await given.transact(officer, (tx) =>
      formFamily(tx, officer, { address: address(), members: [seat(here!, HEAD)], reason }),
    );
    expect(await cardNow(card)).toMatchObject({ state: 'BERLAKU', headNik: null });
    const { families } = await given.transact(bandung, (tx) => listHeadless(tx, bandung));
    expect(families.map((family) => family.number)).toContain(card);
    expect(await faults()).toEqual([]);
  });

  test('nobody adds a person of another regency to his own: that is a move', async () => {
    const { card } = await givenThree();
    const elsewhere = await givenResident(given, { villageCode: BANDUNG, birthDate: asCivilDate('1968-01-01') });
    await expect(
      given.transact(officer, (tx) =>
        joinFamily(tx, officer, { ref: cardRef(card), members: [seat(elsewhere, 9)], reason }),
      ),
    ).rejects.toMatchObject({ code: 'family.member_not_found', faults: [{ path: 'members.0.ref' }] });
  });
});

describe('at once', () => {
  test('32 families formed at the same moment have 32 numbers', async () => {
    const niks = await givenResidents(
      given,
      Array.from({ length: 32 }, (_, i) => ({
        birthDate: asCivilDate(`1950-02-${String((i % 28) + 1).padStart(2, '0')}`),
      })),
    );
    const formed = await Promise.all(
      niks.map((nik) =>
        given.transact(officer, (tx) =>
          formFamily(tx, officer, { address: address(), members: [seat(nik, HEAD)], reason }),
        ),
      ),
    );
    expect(new Set(formed.map((one) => one.number)).size).toBe(32);
  });

  test('two offices that take one person into a family leave him in exactly one, and no card without its people', async () => {
    const offices = [givenActor({ region: '3175' }), givenActor({ region: '317507' })];
    for (let round = 0; round < 5; round++) {
      const nik = await givenResident(given, { birthDate: asCivilDate(`195${round}-03-03`) });
      const results = await Promise.allSettled(
        offices.map((office) =>
          given.transact(office, (tx) =>
            formFamily(tx, office, { address: address(), members: [seat(nik, HEAD)], reason }),
          ),
        ),
      );
      const refused = results.flatMap((r) => (r.status === 'rejected' ? [r.reason as unknown] : []));
      for (const fault of refused) {
        expect(fault).toBeInstanceOf(Refusal);
        expect(fault).toMatchObject({
          code: expect.stringMatching(/^(family|resident)\.(changed_meanwhile|in_another_card)$/),
        });
      }
      expect(refused.length).toBeLessThan(2);
      expect(await given.system((tx) => listMembershipsOf(tx, [nik]))).toHaveLength(1);
    }
    expect(await faults()).toEqual([]);
  });

  test('a member who joins while the head is replaced is not left in the old card', async () => {
    const { husband, wife, child, card } = await givenThree();
    const late = await givenResident(given, { birthDate: asCivilDate('1969-01-01') });
    const results = await Promise.allSettled([
      given.transact(officer, (tx) =>
        joinFamily(tx, officer, { ref: cardRef(card), members: [seat(late, 9)], reason }),
      ),
      given.transact(officer, (tx) =>
        replaceHead(tx, officer, {
          ref: cardRef(card),
          members: [seat(wife, HEAD), seat(husband, 2), seat(child, CHILD)],
          reason,
        }),
      ),
    ]);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });
});

describe('a merge', () => {
  const setState = (nik: Nik, state: 'GANDA' | 'HIDUP', undoes: Uuid | null = null) =>
    given.system((tx) =>
      changeResidents(
        tx,
        officer,
        { kind: 'merged', label: 'resident.merged', occurredOn: asCivilDate('2018-12-11'), undoes },
        [{ nik, delta: { state } }],
      ),
    );

  test('takes the absorbed record out of its family, and gives the seat back when it is taken back', async () => {
    const { wife, card } = await givenThree();
    const { actId } = await setState(wife, 'GANDA');
    expect(await membersNow(card)).not.toContain(wife);
    await setState(wife, 'HIDUP', actId);
    const [seatAgain] = await given.system((tx) => listMembershipsOf(tx, [wife]));
    expect(seatAgain).toMatchObject({ familyCard: card, relation: WIFE });
    expect(await faults()).toEqual([]);
  });

  test('of somebody whose card has ended since gives him one of his own when it is taken back', async () => {
    const alone = await givenResident(given, { birthDate: asCivilDate('1939-01-01') });
    const card = await givenFamily(given, [{ nik: alone, relation: HEAD }]);
    const { actId } = await setState(alone, 'GANDA');
    expect(await cardNow(card)).toMatchObject({ state: 'DITUTUP' });
    await setState(alone, 'HIDUP', actId);
    const [own] = await given.system((tx) => listMembershipsOf(tx, [alone]));
    expect(own).toMatchObject({ relation: HEAD });
    expect(own!.familyCard).not.toBe(card);
    expect(await cardNow(own!.familyCard)).toMatchObject({ state: 'BERLAKU', headNik: alone });
    expect(await faults()).toEqual([]);
  });

  test('of somebody whose card was replaced since seats him in the one that took its place', async () => {
    const { husband, wife, child, card } = await givenThree();
    const { actId } = await setState(child, 'GANDA');
    const { number } = await given.transact(officer, (tx) =>
      replaceHead(tx, officer, { ref: cardRef(card), members: [seat(wife, HEAD), seat(husband, 2)], reason }),
    );
    await setState(child, 'HIDUP', actId);
    expect(await given.system((tx) => listMembershipsOf(tx, [child]))).toMatchObject([
      { familyCard: number, relation: CHILD },
    ]);
    expect(await faults()).toEqual([]);
  });
});

test('both copies of a membership agree and every card has its state, whatever seatings follow one another', async () => {
  const niks = await givenResidents(
    given,
    Array.from({ length: 6 }, (_, i) => ({ birthDate: asCivilDate(`194${i}-04-04`) })),
  );
  const who = fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 });
  const step = fc.oneof(
    fc.record({ act: fc.constant('form' as const), who, replaces: fc.boolean() }),
    fc.record({ act: fc.constant('join' as const), who, card: fc.nat(20), relation: fc.integer({ min: 1, max: 11 }) }),
    fc.record({ act: fc.constant('leave' as const), who }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, fc.nat(3)), { maxLength: 8 }), async (steps) => {
      const cards: FamilyCardNumber[] = [];
      let day = 10;
      for (const [what, days] of steps) {
        day = Math.min(28, day + days);
        const common = { kind: what.act, occurredOn: asCivilDate(`2018-12-${day}`) };
        const people = what.who.map((i) => niks[i]!);
        const seating =
          what.act === 'leave'
            ? { ...common, leave: people }
            : what.act === 'join'
              ? {
                  ...common,
                  join: people.map((nik) => ({ nik, card: cards[what.card % cards.length]!, relation: what.relation })),
                }
              : {
                  ...common,
                  form: [
                    {
                      address: address(),
                      members: people.map((nik, i) => ({ nik, relation: i === 0 ? HEAD : CHILD })),
                      ...(what.replaces && cards.length ? { replaces: cards.at(-1)! } : {}),
                    },
                  ],
                };
        if (what.act === 'join' && cards.length === 0) continue;
        const seated = await given
          .system((tx) => rearrange(tx, officer, seating))
          .catch((fault: unknown) => {
            if (!(fault instanceof Refusal)) throw fault;
          });
        cards.push(...(seated?.formed ?? []));
      }
      expect(await faults()).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
