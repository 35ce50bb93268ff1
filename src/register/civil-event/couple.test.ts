import { describe, expect, test } from 'vitest';
import {
  BANDUNG,
  givenActor,
  givenFamily,
  givenResident,
  givenResidents,
  PONDOK_KOPI,
} from '../../../test/given/people.ts';
import { givenHouse } from '../../../test/given/house.ts';
import type { Nik } from '../../core/id/index.ts';
import type { Biodata } from '../resident/index.ts';
import { asker, BUDI, day, givenCouple, RULING, TODAY } from './given-events.ts';

const given = await givenHouse();
const { ref, record, person, seat, fold, card } = asker(given);

/** A bride and a groom, each the child in a parent's card. */
async function givenBetrothed(his: Partial<Biodata> = {}, hers: Partial<Biodata> = {}) {
  const [father, mother, groom, bride] = (await givenResidents(given, [
    { ...BUDI, name: 'AYAH CONTOH', birthDate: day('1955-01-01'), maritalStatus: 4 },
    { name: 'IBU CONTOH BESAR', birthDate: day('1957-01-01'), maritalStatus: 4 },
    { ...BUDI, ...his },
    { ...hers },
  ])) as [Nik, Nik, Nik, Nik];
  const [hisCard, hersCard] = [
    await givenFamily(given, [
      { nik: father, relation: 1 },
      { nik: groom, relation: 4 },
    ]),
    await givenFamily(given, [
      { nik: mother, relation: 1 },
      { nik: bride, relation: 4 },
    ]),
  ];
  return { groom, bride, hisCard, hersCard };
}

const wedding = (groom: Nik, bride: Nik, over: object = {}) => ({
  husband: ref(groom),
  wife: ref(bride),
  marriagePlace: 'JAKARTA',
  celebrant: 'PEMUKA CONTOH',
  ...over,
});
const kua = (groom: Nik, bride: Nik, over: object = {}) => ({
  husband: ref(groom),
  wife: ref(bride),
  marriagePlace: 'JAKARTA',
  office: 'KUA DUREN SAWIT',
  bookNumber: '0123/045/XII/2018',
  ...over,
});

describe('marriage, by religion', () => {
  test('Catholics: a deed, both married, a new card for the couple', async () => {
    const { groom, bride, hisCard } = await givenBetrothed({ religion: 3 }, { religion: 3 });
    const done = await record({ kind: 'marriage', occurredOn: day('2018-12-01'), details: wedding(groom, bride) });
    expect(done.certificateNumber).toMatch(/^3175-KW-11122018-\d{4}$/);
    for (const nik of [groom, bride])
      expect(await person(nik)).toMatchObject({
        maritalStatus: 2,
        maritalRegistered: true,
        marriageCertificate: done.certificateNumber,
        marriageDate: '2018-12-01',
      });
    const [his, hers] = [await seat(groom), await seat(bride)];
    expect([his?.relation, hers?.relation]).toEqual([1, 3]);
    expect(his?.card).toBe(hers?.card);
    expect(his?.card).not.toBe(hisCard);
    expect(await card(hisCard)).toMatchObject({ state: 1 });
  });

  test('Muslims: a notification from the KUA changes status and card, yields no deed, and keeps the book number', async () => {
    const { groom, bride, hisCard } = await givenBetrothed();
    await expect(record({ kind: 'marriage', occurredOn: TODAY, details: wedding(groom, bride) })).rejects.toMatchObject(
      { code: 'civil_event.for_the_religious_office' },
    );
    const done = await record({
      kind: 'marriage_notification',
      occurredOn: day('2018-11-30'),
      details: kua(groom, bride, { household: 'join_husband' }),
    });
    expect(done).toMatchObject({ certificateNumber: null, daysLate: 1 });
    expect(await person(bride)).toMatchObject({ maritalStatus: 2, marriageCertificate: '0123/045/XII/2018' });
    expect(await seat(bride)).toEqual({ card: hisCard, relation: 5 });
  });

  test('a KUA does not marry Hindus; two religions need a ruling', async () => {
    const hindus = await givenBetrothed({ religion: 4 }, { religion: 4 });
    await expect(
      record({ kind: 'marriage_notification', occurredOn: TODAY, details: kua(hindus.groom, hindus.bride) }),
    ).rejects.toMatchObject({ code: 'civil_event.not_for_the_religious_office' });
    const two = await givenBetrothed({ religion: 2 }, { religion: 1 });
    await expect(
      record({ kind: 'marriage', occurredOn: TODAY, details: wedding(two.groom, two.bride) }),
    ).rejects.toMatchObject({ code: 'civil_event.two_religions' });
    const done = await record({
      kind: 'marriage',
      occurredOn: TODAY,
      details: wedding(two.groom, two.bride, { courtRuling: '7/Pdt.P/2018' }),
    });
    expect(done.certificateNumber).toContain('-KW-');
  });

  test('believers in God Almighty get a deed like everybody', async () => {
    const { groom, bride } = await givenBetrothed({ religion: 7 }, { religion: 7 });
    const done = await record({ kind: 'marriage', occurredOn: TODAY, details: wedding(groom, bride) });
    expect(done.certificateNumber).toContain('-KW-');
  });

  test('a bride of 17 could marry in 2018, a groom of 18 not without a dispensation', async () => {
    const girl = { religion: 3, birthDate: day('2001-06-01') };
    const first = await givenBetrothed({ religion: 3 }, girl);
    const done = await record({ kind: 'marriage', occurredOn: TODAY, details: wedding(first.groom, first.bride) });
    expect(done.warnings.map(({ code }) => code)).toContain('civil_event.warning.consent_needed');
    const second = await givenBetrothed({ religion: 3, birthDate: day('2000-06-01') }, { religion: 3 });
    await expect(
      record({ kind: 'marriage', occurredOn: TODAY, details: wedding(second.groom, second.bride) }),
    ).rejects.toMatchObject({ code: 'civil_event.too_young_to_marry', values: { age: 19 } });
    const allowed = wedding(second.groom, second.bride, { dispensationNumber: '3/Pdt.P/2018' });
    await record({ kind: 'marriage', occurredOn: TODAY, details: allowed });
  });

  test('who is dead or married does not marry; a husband may with a court permit', async () => {
    const { groom, bride } = await givenBetrothed({ religion: 3 }, { religion: 3 });
    const widow = await givenResident(given, { religion: 3, birthDate: day('1988-01-01') });
    await record({
      kind: 'death',
      occurredOn: TODAY,
      details: { deceased: ref(widow), deathPlace: 'JAKARTA', proofNumber: 'RS/9' },
    });
    await expect(record({ kind: 'marriage', occurredOn: TODAY, details: wedding(groom, widow) })).rejects.toMatchObject(
      { code: 'civil_event.not_present', faults: [{ path: 'details.wife' }] },
    );
    const { husband, wife } = await givenCouple(given, { religion: 3 });
    await expect(record({ kind: 'marriage', occurredOn: TODAY, details: wedding(groom, wife) })).rejects.toMatchObject({
      code: 'civil_event.married_already',
    });
    await expect(
      record({ kind: 'marriage', occurredOn: TODAY, details: wedding(husband, bride) }),
    ).rejects.toMatchObject({ code: 'civil_event.married_already' });
    const permitted = wedding(husband, bride, { polygamyPermit: '1/Pdt.G/2018', household: 'join_husband' });
    await record({ kind: 'marriage', occurredOn: TODAY, details: permitted });
    expect((await seat(bride))?.relation).toBe(3);
  });

  test('a husband of another region is married in both registers and keeps his card until he moves', async () => {
    const { bride, hersCard } = await givenBetrothed({}, { religion: 3 });
    const groom = await givenResident(given, { ...BUDI, religion: 3, villageCode: BANDUNG });
    const his = await givenFamily(given, [{ nik: groom, relation: 1 }], BANDUNG);
    const done = await record({ kind: 'marriage', occurredOn: TODAY, details: wedding(groom, bride) });
    expect(done.warnings.map(({ code }) => code)).toContain('civil_event.warning.spouse_elsewhere');
    expect(done.effects.map(({ values }) => values['name'])).toContain('B*** C*** S***');
    expect(await person(groom)).toMatchObject({ maritalStatus: 2, villageCode: BANDUNG });
    expect([(await seat(groom))?.card, (await seat(bride))?.card]).toEqual([his, hersCard]);
  });

  test('a couple of another region is not ours to marry', async () => {
    const niks = await givenResidents(given, [
      { ...BUDI, religion: 3, villageCode: BANDUNG },
      { religion: 3, villageCode: BANDUNG },
    ]);
    await expect(
      record({ kind: 'marriage', occurredOn: TODAY, details: wedding(niks[0]!, niks[1]!) }),
    ).rejects.toMatchObject({ code: 'civil_event.person_elsewhere' });
  });

  test('an address for the new card outside the region is refused', async () => {
    const { groom, bride } = await givenBetrothed({ religion: 3 }, { religion: 3 });
    const address = { villageCode: BANDUNG, address: 'JALAN JAUH 1' };
    await expect(
      record({ kind: 'marriage', occurredOn: TODAY, details: wedding(groom, bride, { address }) }),
    ).rejects.toMatchObject({ code: 'access.outside_jurisdiction' });
  });
});

describe('divorce, by religion', () => {
  const parting = (husband: Nik, wife: Nik, over: object = {}) => ({
    husband: ref(husband),
    wife: ref(wife),
    ...RULING,
    ...over,
  });

  test('Christians: a deed from the ruling, both divorced, the wife leaves with her child for a new card', async () => {
    const { husband, wife, card: number } = await givenCouple(given, { religion: 2 });
    const born = await record({
      kind: 'birth',
      occurredOn: day('2018-11-01'),
      details: {
        name: 'ANAK BERDUA',
        sex: 1,
        birthPlace: 'JAKARTA',
        childOrder: 1,
        bond: 'married',
        mother: ref(wife),
        father: ref(husband),
      },
    });
    const child = born.registered[0]!;
    const done = await record({
      kind: 'divorce',
      occurredOn: day('2018-12-02'),
      details: parting(husband, wife, {
        children: [ref(child)],
        address: { villageCode: PONDOK_KOPI, address: 'JALAN BARU 2', rt: 1, rw: 2 },
      }),
    });
    expect(done.certificateNumber).toMatch(/^3175-CR-/);
    for (const nik of [husband, wife])
      expect(await person(nik)).toMatchObject({ maritalStatus: 3, divorceDate: '2018-12-02' });
    expect(await seat(husband)).toEqual({ card: number, relation: 1 });
    const [hers, theirs] = [await seat(wife), await seat(child)];
    expect(hers?.relation).toBe(1);
    expect(theirs).toEqual({ card: hers?.card, relation: 4 });
    expect(await person(child)).toMatchObject({ villageCode: PONDOK_KOPI, address: 'JALAN BARU 2' });
    const { row, folded } = await fold(wife);
    expect(folded).toEqual(row);
  });

  test('Muslims: the religious court notifies, no deed', async () => {
    const { husband, wife } = await givenCouple(given);
    await expect(record({ kind: 'divorce', occurredOn: TODAY, details: parting(husband, wife) })).rejects.toMatchObject(
      { code: 'civil_event.for_the_religious_office' },
    );
    const done = await record({
      kind: 'divorce_notification',
      occurredOn: TODAY,
      details: parting(husband, wife, { deedNumber: '12/AC/2018/PA' }),
    });
    expect(done.certificateNumber).toBeNull();
    expect(await person(wife)).toMatchObject({ maritalStatus: 3, divorceCertificate: '12/AC/2018/PA' });
  });

  test('of people who are not married, or married to others, is refused', async () => {
    const one = await givenCouple(given, { religion: 2 });
    const two = await givenCouple(given, { religion: 2, marriageCertificate: 'AK-2/2011' });
    await expect(
      record({ kind: 'divorce', occurredOn: TODAY, details: parting(one.husband, two.wife) }),
    ).rejects.toMatchObject({ code: 'civil_event.not_each_other' });
    const single = await givenResident(given, { religion: 2 });
    await expect(
      record({ kind: 'divorce', occurredOn: TODAY, details: parting(one.husband, single) }),
    ).rejects.toMatchObject({ code: 'civil_event.not_married' });
    await expect(
      record(
        { kind: 'divorce', occurredOn: TODAY, details: parting(one.husband, one.wife), villageCode: BANDUNG },
        givenActor({ region: '3273' }),
      ),
    ).rejects.toMatchObject({ code: 'civil_event.person_elsewhere' });
  });
});
