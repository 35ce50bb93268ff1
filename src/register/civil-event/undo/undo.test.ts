import { describe, expect, test } from 'vitest';
import { BANDUNG, givenActor, givenFamily, givenResident, PONDOK_KOPI } from '../../../../test/given/people.ts';
import { givenHouse } from '../../../../test/given/house.ts';
import type { Nik } from '../../../core/id/index.ts';
import { joinFamily } from '../../family/index.ts';
import { correctResident, listParentNames } from '../../resident/index.ts';
import { asker, BUDI, day, givenCouple, RULING, TODAY } from '../given-events.ts';
import { openEvent } from '../open.ts';
import { undoEvent } from './undo.ts';

const given = await givenHouse();
const { officer, ref, record, person, seat, fold, card } = asker(given);

const undo = (id: string, actor = officer) =>
  given.transact(actor, (tx) =>
    undoEvent(tx, actor, { id, reason: 'salah orang', legalBasis: 'Perpres 96/2018 pasal 60' }),
  );
const die = (nik: Nik) =>
  record({
    kind: 'death',
    occurredOn: day('2018-12-05'),
    details: { deceased: ref(nik), deathPlace: 'JAKARTA', proofNumber: 'RS/1' },
  });
const correct = (nik: Nik, seenVersion: number, changes: Record<string, unknown>) =>
  given.transact(officer, (tx) =>
    correctResident(tx, officer, { ref: ref(nik), seenVersion, changes, legalBasis: 'F-1.06', reason: 'salah' }),
  );
/** Everything of a person but how often he was changed. */
const state = async (nik: Nik) => {
  const { version: _, ...rest } = await person(nik);
  return rest;
};
async function mustFold(...niks: Nik[]) {
  for (const nik of niks) {
    const { row, folded } = await fold(nik);
    expect(folded).toEqual(row);
  }
}

describe('taking an event back', () => {
  test('restores a death exactly: state and its day, the widow, the seats, the head', async () => {
    const { husband, wife, card: number } = await givenCouple(given);
    const before = [await state(husband), await state(wife), await seat(husband), await card(number)];
    const { id } = await die(husband);
    const done = await undo(id);
    expect(done).toMatchObject({ kind: 'undo', state: 'recorded' });
    expect([await state(husband), await state(wife), await seat(husband), await card(number)]).toEqual(before);
    await mustFold(husband, wife);
    const seen = await given.transact(officer, (tx) => openEvent(tx, officer, { id }));
    expect(seen).toMatchObject({ state: 'undone', undoneBy: done.id, mayUndo: false });
    await expect(undo(id)).rejects.toMatchObject({ code: 'civil_event.not_undoable' });
    await expect(undo(done.id)).rejects.toMatchObject({ code: 'civil_event.not_undoable' });
    await die(husband);
    expect(await person(husband)).toMatchObject({ state: 'MENINGGAL' });
  });

  test('is refused when a later act changed the same, which it names; and allowed again once that is undone', async () => {
    const nik = await givenResident(given, { birthDate: day('1970-02-02') });
    const rename = (newName: string) =>
      record({ kind: 'name_change', occurredOn: TODAY, details: { person: ref(nik), newName, ...RULING } });
    const first = await rename('SITI PERTAMA GANTI');
    const second = await rename('SITI KEDUA GANTI');
    await expect(undo(first.id)).rejects.toMatchObject({
      code: 'civil_event.changed_since',
      values: { act: 'Perubahan nama', on: '2018-12-11' },
    });
    await undo(second.id);
    expect(await person(nik)).toMatchObject({ name: 'SITI PERTAMA GANTI' });
    await undo(first.id);
    expect(await person(nik)).toMatchObject({ name: 'SITI CONTOH RAHAYU' });
    await mustFold(nik);
  });

  test('leaves alone what a later act changed elsewhere', async () => {
    const nik = await givenResident(given, { birthDate: day('1970-03-03') });
    const { id } = await record({
      kind: 'name_change',
      occurredOn: TODAY,
      details: { person: ref(nik), newName: 'SITI LAIN NAMA', ...RULING },
    });
    await correct(nik, 2, { education: 8 });
    await undo(id);
    expect(await person(nik)).toMatchObject({ name: 'SITI CONTOH RAHAYU', education: 8 });
    await mustFold(nik);
  });

  test('of a marriage sends both home; their new card is closed', async () => {
    const groom = await givenResident(given, { ...BUDI, religion: 3 });
    const bride = await givenResident(given, { religion: 3 });
    const his = await givenFamily(given, [{ nik: groom, relation: 1 }]);
    const hers = await givenFamily(given, [{ nik: bride, relation: 1 }], PONDOK_KOPI);
    const before = [await state(groom), await state(bride)];
    const { id } = await record({
      kind: 'marriage',
      occurredOn: TODAY,
      details: { husband: ref(groom), wife: ref(bride), marriagePlace: 'JAKARTA', celebrant: 'PASTOR CONTOH' },
    });
    const shared = (await seat(bride))!.card;
    expect(await card(his)).toMatchObject({ state: 3 });
    await undo(id);
    expect([await state(groom), await state(bride)]).toEqual(before);
    expect(await card(shared)).toMatchObject({ state: 3 });
    // Cards that were closed are not opened again: the same people, relation and address under a new number.
    const [now, then] = [await seat(groom), await seat(bride)];
    expect([now?.relation, then?.relation]).toEqual([1, 1]);
    expect([now?.card, then?.card]).not.toContain(his);
    expect(await card(then!.card)).toMatchObject({ village: PONDOK_KOPI, address: 'JALAN CONTOH 1' });
    expect(then?.card).not.toBe(hers);
    await mustFold(groom, bride);
  });

  test('is refused when the family changed again since', async () => {
    const { husband, wife } = await givenCouple(given, { religion: 2 });
    const { id } = await record({
      kind: 'divorce',
      occurredOn: TODAY,
      details: { husband: ref(husband), wife: ref(wife), ...RULING },
    });
    const host = await givenResident(given, { birthDate: day('1960-01-01') });
    const other = await givenFamily(given, [{ nik: host, relation: 1 }]);
    await given.transact(officer, (tx) =>
      joinFamily(tx, officer, {
        ref: tx.ground.familyRefs.of(other),
        members: [{ ref: ref(wife), relation: 9 }],
        reason: 'menumpang',
      }),
    );
    await expect(undo(id)).rejects.toMatchObject({ code: 'civil_event.seat_changed_since' });
  });

  test('of a birth: the record is BATAL without seat and deed, and the NIK is never given again', async () => {
    const { husband, wife } = await givenCouple(given);
    const born = (name: string) =>
      record({
        kind: 'birth',
        occurredOn: day('2018-12-07'),
        details: {
          name,
          sex: 1,
          birthPlace: 'JAKARTA',
          childOrder: 1,
          bond: 'married',
          mother: ref(wife),
          father: ref(husband),
        },
      });
    const done = await born('GILANG RAMADHAN PUTRA');
    const child = done.registered[0]!;
    await undo(done.id);
    expect(await person(child)).toMatchObject({ state: 'BATAL', birthCertificate: null });
    expect(await seat(child)).toBeNull();
    await mustFold(child);
    const next = await born('BAYU ANGGARA SAKTI');
    expect(BigInt(next.registered[0]!)).toBe(BigInt(child) + 1n);
  });

  test('of a recognition takes the father’s name out of the sealed elements too', async () => {
    const { wife } = await givenCouple(given, { religion: 2 });
    const father = await givenResident(given, { ...BUDI, religion: 2 });
    const born = await record({
      kind: 'birth',
      occurredOn: TODAY,
      details: {
        name: 'TANPA AYAH TERCATAT',
        sex: 2,
        birthPlace: 'JAKARTA',
        childOrder: 1,
        bond: 'mother',
        mother: ref(wife),
      },
    });
    const child = born.registered[0]!;
    const { id } = await record({
      kind: 'recognition',
      occurredOn: TODAY,
      details: { child: ref(child), father: ref(father), mother: ref(wife), statementNumber: 'SP-9' },
    });
    await undo(id);
    expect(await person(child)).toMatchObject({ fatherNik: null });
    const names = await given.system((tx) => listParentNames(tx, [child]));
    expect(names.get(child)).toMatchObject({ fatherName: null, motherName: 'SITI CONTOH RAHAYU' });
    await undo(born.id);
  });

  test('of a correction brings back what was sealed; the event keeps only which elements changed', async () => {
    const nik = await givenResident(given, { birthDate: day('1970-04-04') }, { motherName: 'IBU LAMA', disability: 2 });
    const father = { fatherName: 'BAPAK CONTOH', disability: 2 };
    const { id } = await record({
      kind: 'biodata_correction',
      occurredOn: TODAY,
      details: {
        person: ref(nik),
        seenVersion: 1,
        changes: { education: 7 },
        protected: { motherName: 'IBU BENAR CONTOH' },
        proofNumber: 'AKTA 1/1970',
        reason: 'salah tulis',
      },
    });
    const sealed = async () => (await given.system((tx) => listParentNames(tx, [nik]))).get(nik);
    expect(await sealed()).toEqual({ motherName: 'IBU BENAR CONTOH', ...father });
    const seen = await given.transact(officer, (tx) => openEvent(tx, officer, { id }));
    expect(seen.details).toMatchObject({ protected: ['motherName'] });
    expect(JSON.stringify(seen)).not.toContain('IBU BENAR');
    await undo(id);
    expect(await sealed()).toEqual({ motherName: 'IBU LAMA', ...father });
    await mustFold(nik);
  });

  test('of a change of address puts the card back where it was, under its number', async () => {
    const { husband, wife, card: number } = await givenCouple(given);
    const before = [await state(husband), await state(wife), await card(number)];
    const { id } = await record({
      kind: 'address_change',
      occurredOn: TODAY,
      details: {
        movers: [
          { person: ref(husband), relation: 1 },
          { person: ref(wife), relation: 3 },
        ],
        address: { villageCode: PONDOK_KOPI, address: 'JALAN LAIN 3' },
        reason: 'kontrak',
      },
    });
    await undo(id);
    expect([await state(husband), await state(wife), await card(number)]).toEqual(before);
  });

  test('reaches a spouse of another region, but only from the office where the event was recorded', async () => {
    const groom = await givenResident(given, { ...BUDI, religion: 3, villageCode: BANDUNG });
    const bride = await givenResident(given, { religion: 3 });
    const { id } = await record({
      kind: 'marriage',
      occurredOn: TODAY,
      details: {
        husband: ref(groom),
        wife: ref(bride),
        marriagePlace: 'JAKARTA',
        celebrant: 'PASTOR CONTOH',
        household: 'stay',
      },
    });
    await expect(undo(id, givenActor({ region: '3273' }))).rejects.toMatchObject({ code: 'civil_event.not_found' });
    await undo(id);
    expect(await person(groom)).toMatchObject({ maritalStatus: 1, villageCode: BANDUNG });
    await mustFold(groom, bride);
  });
});
