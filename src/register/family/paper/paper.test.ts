import { describe, expect, test } from 'vitest';
import { givenHouse } from '../../../../test/given/house.ts';
import {
  BANDUNG,
  givenActor,
  givenFamily,
  givenResident,
  givenResidents,
  givenSigningOffice,
} from '../../../../test/given/people.ts';
import { publicActor } from '../../../core/access/index.ts';
import { checkDocument } from '../../../core/document/index.ts';
import { pdfPages } from '../../../core/document/given-pdf-text.ts';
import type { FamilyCardNumber, Nik } from '../../../core/id/index.ts';
import { whoLooked } from '../../../core/ledger/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { changeResidents } from '../../resident/index.ts';
import { joinFamily, replaceHead } from '../change.ts';
import { rearrange } from '../rearrange.ts';
import { HEAD } from '../schema.ts';
import { listResidentPapers, openBiodataPaper, openFamilyCardPaper, printBiodata, printFamilyCard } from './index.ts';

const given = await givenHouse();
const officer = givenActor({ officeId: await givenSigningOffice(given) });
const refOf = (nik: Nik) => given.house.ground.personRefs.of(nik);
const cardRef = (number: FamilyCardNumber) => given.house.ground.familyRefs.of(number);
const print = (card: FamilyCardNumber) =>
  given.transact(officer, (tx) => printFamilyCard(tx, officer, { ref: cardRef(card) }));
const textOf = async (card: FamilyCardNumber) => {
  const { bytes } = await given.transact(officer, (tx) => openFamilyCardPaper(tx, officer, { ref: cardRef(card) }));
  return pdfPages(bytes).join('\n');
};
const anybody = publicActor('id');
const stateOf = (id: string) =>
  given
    .transact(anybody, (tx) => checkDocument(tx, { id: id as never }))
    .then(({ state, replacedBy }) => ({ state, replacedBy }));

async function givenPair() {
  const [man, woman] = await givenResidents(given, [
    {
      name: 'BUDI CONTOH SETIAWAN',
      sex: 1,
      birthDate: asCivilDate('1980-01-02'),
      maritalStatus: 2,
      maritalRegistered: true,
    },
    {
      name: 'SITI CONTOH RAHAYU',
      birthDate: asCivilDate('1982-03-04'),
      maritalStatus: 2,
      kin: { motherName: 'IBU MAIMUNAH', fatherName: null },
    },
  ]);
  const card = await givenFamily(given, [
    { nik: man!, relation: HEAD },
    { nik: woman!, relation: 3 },
  ]);
  return { man: man!, woman: woman!, card };
}

describe('the paper of a family card', () => {
  test('says what the register says of every member, with parents, head of office and place', async () => {
    const { man, woman, card } = await givenPair();
    const printed = await print(card);
    expect(printed.issued).toBe(true);
    const text = await textOf(card);
    const words = [
      card,
      man,
      woman,
      'BUDI CONTOH SETIAWAN',
      'IBU MAIMUNAH',
      'KAWIN TERCATAT',
      'KEPALA KELUARGA',
      'KARYAWAN SWASTA',
      'PONDOK KELAPA',
      'DUREN SAWIT',
      '003/007',
      'NIP 196904121994032001',
      '11-12-2018',
    ];
    for (const word of words) expect(text.toUpperCase()).toContain(word);
    const looks = await given.system((tx) => whoLooked(tx, woman));
    expect(looks.map((look) => [look.label, look.detail])).toEqual(
      expect.arrayContaining([
        ['family.card_printed', 'family_card'],
        ['family.card_paper_opened', 'family_card'],
      ]),
    );
  });

  test('is the same one while nothing changed on it, also for two who print at once', async () => {
    const { card } = await givenPair();
    const [a, b] = await Promise.all([print(card), print(card)]);
    expect(a!.documentId).toBe(b!.documentId);
    expect([a!.issued, b!.issued].filter(Boolean)).toHaveLength(1);
    expect(await print(card)).toMatchObject({ documentId: a!.documentId, issued: false });
  });

  test('that was lost is replaced though nothing changed, so that whoever finds it reads so', async () => {
    const { card } = await givenPair();
    const lost = await print(card);
    const next = await given.transact(officer, (tx) =>
      printFamilyCard(tx, officer, { ref: cardRef(card), because: 'lost' }),
    );
    expect(next.issued).toBe(true);
    expect(await stateOf(lost.documentId)).toEqual({ state: 'replaced', replacedBy: next.documentId });
    expect(await print(card)).toMatchObject({ documentId: next.documentId, issued: false });
  });

  test('is replaced once anything on it changes: a member, or what is said of one', async () => {
    const { card, woman } = await givenPair();
    const first = await print(card);
    const aunt = await givenResident(given, { birthDate: asCivilDate('1960-01-01') });
    await given.transact(officer, (tx) =>
      joinFamily(tx, officer, {
        ref: cardRef(card),
        members: [{ ref: refOf(aunt), relation: 9 }],
        reason: 'ikut serta',
      }),
    );
    const second = await print(card);
    expect(await stateOf(first.documentId)).toEqual({ state: 'replaced', replacedBy: second.documentId });
    expect(await textOf(card)).toContain(aunt);
    await given.transact(officer, (tx) =>
      changeResidents(
        tx,
        officer,
        { kind: 'corrected', label: 'resident.corrected', occurredOn: asCivilDate('2018-12-11') },
        [{ nik: woman, delta: { education: 9 } }],
      ),
    );
    const third = await print(card);
    expect(third.issued).toBe(true);
    expect(await stateOf(third.documentId)).toMatchObject({ state: 'valid' });
  });

  test('of a card that was replaced or closed says so to whoever checks it', async () => {
    const { man, woman, card } = await givenPair();
    const { documentId } = await print(card);
    const replaced = await given.transact(officer, (tx) =>
      replaceHead(tx, officer, {
        ref: cardRef(card),
        members: [
          { ref: refOf(woman), relation: HEAD },
          { ref: refOf(man), relation: 2 },
        ],
        reason: 'kesepakatan keluarga',
      }),
    );
    expect(await stateOf(documentId)).toMatchObject({ state: 'cancelled' });
    await expect(print(card)).rejects.toMatchObject({ code: 'family.card_not_in_force' });
    await expect(textOf(card)).rejects.toMatchObject({ code: 'family.no_paper' });
    const next = await print(replaced.number as FamilyCardNumber);
    await given.system((tx) =>
      rearrange(tx, officer, { kind: 'left', occurredOn: asCivilDate('2018-12-11'), leave: [man, woman] }),
    );
    expect(await stateOf(next.documentId)).toMatchObject({ state: 'cancelled' });
  });

  test('needs a head of family, a card of the region and somebody who signs', async () => {
    const { man, card } = await givenPair();
    const far = await givenFamily(
      given,
      [
        {
          nik: await givenResident(given, { villageCode: BANDUNG, birthDate: asCivilDate('1970-01-01') }),
          relation: HEAD,
        },
      ],
      BANDUNG,
    );
    await expect(print(far)).rejects.toMatchObject({ code: 'family.not_found' });
    const unsigned = givenActor();
    await expect(
      given.transact(unsigned, (tx) => printFamilyCard(tx, unsigned, { ref: cardRef(card) })),
    ).rejects.toMatchObject({ code: 'officer.no_signatory' });
    await given.system((tx) =>
      rearrange(tx, officer, { kind: 'death', occurredOn: asCivilDate('2018-12-11'), leave: [man] }),
    );
    await expect(print(card)).rejects.toMatchObject({ code: 'family.headless' });
  });

  test('lists a member who lives in another regency in full: it is his card too', async () => {
    const { card } = await givenPair();
    const son = await givenResident(given, {
      name: 'AGUS MERANTAU JAUH',
      sex: 1,
      villageCode: BANDUNG,
      birthDate: asCivilDate('2000-01-01'),
    });
    await given.system((tx) =>
      rearrange(tx, officer, {
        kind: 'joined',
        occurredOn: asCivilDate('2018-12-01'),
        join: [{ nik: son, card, relation: 4 }],
      }),
    );
    await print(card);
    expect(await textOf(card)).toContain('AGUS MERANTAU JAUH');
  });
});

describe("a resident's papers", () => {
  test('the biodata is issued once, again when it changed, and stands in the list with the family card of a head', async () => {
    const { man, card } = await givenPair();
    await print(card);
    const issue = () => given.transact(officer, (tx) => printBiodata(tx, officer, { ref: refOf(man) }));
    const first = await issue();
    expect(await issue()).toMatchObject({ documentId: first.documentId, issued: false });
    const { bytes } = await given.transact(officer, (tx) => openBiodataPaper(tx, officer, { ref: refOf(man) }));
    for (const word of [man, card, 'BUDI CONTOH SETIAWAN', 'IBU CONTOH'])
      expect(pdfPages(bytes).join('\n').toUpperCase()).toContain(word);
    await given.transact(officer, (tx) =>
      changeResidents(
        tx,
        officer,
        { kind: 'corrected', label: 'resident.corrected', occurredOn: asCivilDate('2018-12-11') },
        [{ nik: man, delta: { religion: 2 } }],
      ),
    );
    const second = await issue();
    const { papers } = await given.transact(officer, (tx) => listResidentPapers(tx, officer, { ref: refOf(man) }));
    expect(papers.map((paper) => [paper.id, paper.kind, paper.state])).toEqual([
      [second.documentId, 'biodata', 'valid'],
      [first.documentId, 'biodata', 'replaced'],
      [expect.any(String), 'family_card', 'valid'],
    ]);
  });

  test('follow him, like his files, when his village changes', async () => {
    const nik = await givenResident(given, { birthDate: asCivilDate('1972-02-02') });
    await given.transact(officer, (tx) => printBiodata(tx, officer, { ref: refOf(nik) }));
    await given.system((tx) =>
      changeResidents(tx, officer, { kind: 'moved', label: 'resident.moved', occurredOn: asCivilDate('2018-12-11') }, [
        { nik, delta: { villageCode: BANDUNG } },
      ]),
    );
    const there = givenActor({ region: '3273' });
    const { bytes } = await given.transact(there, (tx) => openBiodataPaper(tx, there, { ref: refOf(nik) }));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('of nobody whom the officer cannot see', async () => {
    const far = await givenResident(given, { villageCode: BANDUNG, birthDate: asCivilDate('1973-02-02') });
    for (const act of [printBiodata, openBiodataPaper, listResidentPapers]) {
      await expect(
        given.transact<unknown>(officer, (tx) => act(tx, officer, { ref: refOf(far) })),
      ).rejects.toMatchObject({ code: 'resident.not_found' });
    }
  });
});
