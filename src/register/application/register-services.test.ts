import { describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import {
  BANDUNG,
  givenActor,
  givenFamily,
  givenResident,
  givenResidents,
  givenSigningOffice,
  PONDOK_KELAPA,
  PONDOK_KOPI,
  SITI,
} from '../../../test/given/people.ts';
import { checkDocument } from '../../core/document/index.ts';
import type { FamilyCardNumber, Nik, Uuid } from '../../core/id/index.ts';
import { Refusal } from '../../core/refusal/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { SERVICE_EVENTS } from '../civil-event/rules.ts';
import { cardOf, findCard, HEAD, listMembersOf, printFamilyCard } from '../family/index.ts';
import type { Role } from '../officer/index.ts';
import { findAct, findResident, listParentNames } from '../resident/index.ts';
import { acceptApplication, assignApplication, changeDetails, submitApplication } from './carry.ts';
import { APPLICATION_DETAILS } from './details.ts';
import { draftApplication } from './draft.ts';
import { sealDetailsJob } from './jobs.ts';
import { openApplication } from './open.ts';
import { SERVICE_KINDS, type ServiceKind } from './services.ts';
import { findApplication, listSteps } from './sql.ts';

const given = await givenHouse();
const officer = givenActor({ officeId: await givenSigningOffice(given) });
const refOf = (nik: Nik) => given.house.ground.personRefs.of(nik);
const cardRef = (number: string) => given.house.ground.familyRefs.of(number as FamilyCardNumber);
const seat = (nik: Nik, relation: number) => ({ ref: refOf(nik), relation });
const home = (over = {}) => ({ villageCode: PONDOK_KELAPA, address: 'JALAN CONTOH 1', rt: 3, rw: 7, ...over });
const applicant = await givenResident(given, { name: 'PEMOHON CONTOH', birthDate: asCivilDate('1960-02-03') });
const reason = 'permintaan sendiri';
const WIFE = 3;
const CHILD = 4;
const OTHER = 11;

async function givenThree() {
  const [husband, wife, child] = await givenResidents(given, [
    { name: 'BUDI CONTOH', sex: 1, birthDate: asCivilDate('1980-01-02'), maritalStatus: 2 },
    { name: 'SITI CONTOH', birthDate: asCivilDate('1982-03-04'), maritalStatus: 2 },
    { name: 'ANI CONTOH', birthDate: asCivilDate('1999-05-06') },
  ]);
  const card = await givenFamily(given, [
    { nik: husband!, relation: HEAD },
    { nik: wife!, relation: WIFE },
    { nik: child!, relation: CHILD },
  ]);
  return { husband: husband!, wife: wife!, child: child!, card };
}

interface AskedFor {
  readonly kind: ServiceKind;
  readonly applicant: Nik;
  readonly subject?: Nik;
  readonly details: Record<string, unknown>;
}

const drafted = (asked: AskedFor) =>
  given.transact(officer, async (tx) => {
    const { id } = await draftApplication(tx, officer, {
      kind: asked.kind,
      applicant: refOf(asked.applicant),
      subject: asked.subject ? refOf(asked.subject) : null,
      contact: null,
      details: asked.details,
    });
    // What is handed in and checked is another test's business.
    await tx.client.query('update application.requirement set needed = false where application_id = $1', [id]);
    return id;
  });

const submit = (id: Uuid) => given.transact(officer, (tx) => submitApplication(tx, officer, { id }));
const accept = (id: Uuid) => given.transact(officer, (tx) => acceptApplication(tx, officer, { id }));

async function assigned(asked: AskedFor): Promise<Uuid> {
  const id = await drafted(asked);
  await submit(id);
  await given.transact(officer, (tx) => assignApplication(tx, officer, { id, officerId: null }));
  return id;
}

const refusalOf = (work: Promise<unknown>): Promise<Refusal> =>
  work.then(
    () => expect.fail('nothing was refused'),
    (fault: unknown) => {
      if (fault instanceof Refusal) return fault;
      throw fault;
    },
  );
const now = (id: Uuid) => given.system(async (tx) => (await findApplication(tx, id))!);
const cardNow = (nik: Nik) => given.system((tx) => cardOf(tx, nik));
const membersOf = async (number: string) =>
  (await given.system((tx) => listMembersOf(tx, [number as FamilyCardNumber]))).map(({ nik }) => nik).toSorted();

/** How much stands in the registers, so that a half-done act would show. */
const counted = () =>
  given.system(async (tx) => {
    const { rows } = await tx.client.query(
      `select (select count(*) from resident.resident)::int as residents, (select count(*) from resident.act)::int as acts,
              (select count(*) from family.card)::int as cards, (select count(*) from family.membership_by_nik)::int as seats,
              (select count(*) from document.issued)::int as documents, (select count(*) from ledger.pending)::int as entries`,
    );
    return rows[0] as Record<string, number>;
  });

/** Refused at acceptance, and everything is as it was. */
async function refusedWhole(id: Uuid): Promise<Refusal> {
  const [before, steps] = [await counted(), await given.system((tx) => listSteps(tx, id))];
  const refusal = await refusalOf(accept(id));
  expect(await now(id)).toMatchObject({ state: 'assigned', outcomeId: null, decidedAt: null });
  expect(await counted()).toEqual(before);
  expect(await given.system((tx) => listSteps(tx, id))).toEqual(steps);
  return refusal;
}

test('every service is carried out by one room and only one', () => {
  // Recordings and cards: by src/recording/enrolment and src/cards/card, on floors above.
  const above = ['enrolment', 'card.first', 'card.change', 'card.damage', 'card.loss'];
  const carriedOut = [...Object.keys(APPLICATION_DETAILS), ...Object.keys(SERVICE_EVENTS), 'arrival', ...above];
  expect(carriedOut.toSorted()).toEqual(SERVICE_KINDS.toSorted());
});

describe('a new family card', () => {
  test('accepted, is formed in the same transaction; the people leave the card they were in', async () => {
    const { husband, wife, child, card } = await givenThree();
    const details = { address: home({ villageCode: PONDOK_KOPI }), members: [seat(child, HEAD)], reason };
    const id = await assigned({ kind: 'family_card.new', applicant: child, details });
    expect((await cardNow(child))?.number).toBe(card);
    await accept(id);
    const formed = (await cardNow(child))!;
    expect(formed).toMatchObject({ headNik: child, villageCode: PONDOK_KOPI, state: 'BERLAKU' });
    expect(await membersOf(card)).toEqual([husband, wife].toSorted());
    const { outcomeId, state } = await now(id);
    expect(state).toBe('accepted');
    const { rows } = await given.system((tx) =>
      tx.client.query(`select body::json ->> 'label' as label from ledger.pending where id = $1`, [outcomeId]),
    );
    expect(rows).toEqual([{ label: 'family.formed' }]);
  });

  test('is not formed where the acceptance does not stand', async () => {
    const { child, card } = await givenThree();
    const details = { address: home(), members: [seat(child, HEAD)], reason };
    const id = await assigned({ kind: 'family_card.new', applicant: child, details });
    const before = await counted();
    const undone = given.transact(officer, async (tx) => {
      await acceptApplication(tx, officer, { id });
      expect((await cardOf(tx, child))?.number).not.toBe(card);
      throw new Error('the line broke');
    });
    await expect(undone).rejects.toThrow('the line broke');
    expect(await now(id)).toMatchObject({ state: 'assigned', outcomeId: null });
    expect((await cardNow(child))?.number).toBe(card);
    expect(await counted()).toEqual(before);
  });

  test('which the rule refuses leaves the application and the registers as they were, and marks the field', async () => {
    const { child } = await givenThree();
    const id = await assigned({
      kind: 'family_card.new',
      applicant: child,
      details: { address: home(), members: [seat(child, WIFE)], reason },
    });
    const refusal = await refusedWhole(id);
    expect(refusal).toMatchObject({ code: 'family.no_head', faults: [{ path: 'details.members' }] });
  });

  test('for another regency is refused', async () => {
    const { child } = await givenThree();
    const details = { address: home({ villageCode: BANDUNG }), members: [seat(child, HEAD)], reason };
    const id = await assigned({ kind: 'family_card.new', applicant: child, details });
    expect((await refusedWhole(id)).code).toBe('access.outside_jurisdiction');
  });
});

describe('a change of a family card', () => {
  test('brings somebody in', async () => {
    const { husband, card } = await givenThree();
    const guest = await givenResident(given, { birthDate: asCivilDate('1970-07-07') });
    const id = await assigned({
      kind: 'family_card.change',
      applicant: husband,
      details: { change: 'join', card: cardRef(card), members: [seat(guest, OTHER)], reason },
    });
    await accept(id);
    expect(await membersOf(card)).toContain(guest);
    expect((await now(id)).outcomeId).not.toBeNull();
  });

  test('gives a new head, and with him a new number', async () => {
    const { husband, wife, child, card } = await givenThree();
    const members = [seat(husband, 2), seat(wife, HEAD), seat(child, CHILD)];
    const details = { change: 'replace_head', card: cardRef(card), members, reason };
    await accept(await assigned({ kind: 'family_card.change', applicant: wife, details }));
    const next = (await cardNow(wife))!;
    expect(next.headNik).toBe(wife);
    const before = await given.system((tx) => findCard(tx, card));
    expect(before).toMatchObject({ state: 'DIGANTI', replacedBy: next.number });
  });

  test('parts a family; what everybody leaves is no split', async () => {
    const { husband, wife, child, card } = await givenThree();
    const splitting = (...members: { ref: string; relation: number }[]) =>
      assigned({
        kind: 'family_card.change',
        applicant: child,
        details: { change: 'split', card: cardRef(card), members, address: home(), reason },
      });
    const all = await splitting(seat(husband, HEAD), seat(wife, WIFE), seat(child, CHILD));
    expect((await refusedWhole(all)).code).toBe('family.everybody_leaves');
    await accept(await splitting(seat(child, HEAD)));
    expect(await membersOf(card)).toEqual([husband, wife].toSorted());
  });

  test('to which the family no longer fits when it is accepted is refused, and the application waits', async () => {
    const { husband, wife, child, card } = await givenThree();
    const asking = (details: Record<string, unknown>) =>
      assigned({
        kind: 'family_card.change',
        applicant: husband,
        details: { card: cardRef(card), reason, ...details },
      });
    const first = await asking({ change: 'split', members: [seat(child, HEAD)], address: home() });
    const late = await asking({
      change: 'replace_head',
      members: [seat(husband, 2), seat(wife, HEAD), seat(child, CHILD)],
    });
    await accept(first);
    expect((await refusedWhole(late)).code).toBe('family.not_a_member');
  });
});

describe('a lost family card', () => {
  test('is printed anew; whoever finds the old one reads that it was replaced', async () => {
    const { husband, child, card } = await givenThree();
    const old = await given.transact(officer, (tx) => printFamilyCard(tx, officer, { ref: cardRef(card) }));
    const id = await assigned({ kind: 'family_card.lost', applicant: husband, subject: child, details: {} });
    await accept(id);
    const { outcomeId } = await now(id);
    const stateOf = (document: Uuid) => given.system((tx) => checkDocument(tx, { id: document }));
    expect(await stateOf(outcomeId!)).toMatchObject({ state: 'valid' });
    expect(await stateOf(old.documentId)).toMatchObject({ state: 'replaced', replacedBy: outcomeId });
  });

  test('of somebody who is in no card is not submitted', async () => {
    const alone = await givenResident(given, { birthDate: asCivilDate('1971-01-01') });
    const id = await drafted({ kind: 'family_card.lost', applicant: alone, details: {} });
    expect((await refusalOf(submit(id))).code).toBe('application.no_card');
    expect((await now(id)).state).toBe('draft');
  });

  test('at an office that nobody heads is not printed, and the application is as it was', async () => {
    const { husband } = await givenThree();
    const id = await assigned({ kind: 'family_card.lost', applicant: husband, details: {} });
    const elsewhere = givenActor();
    const before = await counted();
    const accepting = given.transact(elsewhere, (tx) => acceptApplication(tx, elsewhere, { id }));
    expect((await refusalOf(accepting)).code).toBe('officer.no_signatory');
    expect(await now(id)).toMatchObject({ state: 'assigned', outcomeId: null });
    expect(await counted()).toEqual(before);
  });
});

describe('new biodata', () => {
  const biodata = (over = {}) => ({ ...SITI, name: 'ORANG BARU CONTOH', birthDate: '2001-09-08', ...over });
  const asking = (details: Record<string, unknown>) => ({
    kind: 'biodata.new' as const,
    applicant,
    details: { legalBasis: 'SPTJM 12/2018', ...details },
  });

  const kin = { motherName: 'IBU BARU CONTOH', fatherName: null, disability: 2 };

  test('accepted, give a NIK; the outcome is the act, and what is protected goes into the register sealed', async () => {
    const id = await assigned(asking({ biodata: biodata(), protected: kin }));
    await accept(id);
    const { outcomeId } = await now(id);
    const act = await given.system((tx) => findAct(tx, outcomeId!));
    expect(act).toMatchObject({ kind: 'entered', legalBasis: 'SPTJM 12/2018' });
    const { rows } = await given.system((tx) =>
      tx.client.query(`select lpad(nik::text, 16, '0') as nik from resident.resident where name = 'ORANG BARU CONTOH'`),
    );
    expect(rows).toHaveLength(1);
    const nik = rows[0].nik as Nik;
    expect(nik).toMatch(/^317507480901/);
    expect((await given.system((tx) => listParentNames(tx, [nik]))).get(nik)).toEqual(kin);
  });

  test('are seated as asked: in a card in force, or at the head of a new one', async () => {
    const { card } = await givenThree();
    const joining = {
      biodata: biodata({ name: 'MENUMPANG CONTOH', address: 'JALAN LAIN 9' }),
      seat: { in: 'card', card: cardRef(card), relation: 9 },
    };
    await accept(await assigned(asking(joining)));
    const heading = { biodata: biodata({ name: 'SENDIRI CONTOH', birthDate: '1980-02-02' }), seat: { in: 'new_card' } };
    await accept(await assigned(asking(heading)));
    const { rows } = await given.system((tx) =>
      tx.client.query(
        `select r.name, r.address, m.relation, m.family_card = $1::bigint as joined
           from resident.resident r join family.membership_by_nik m on m.nik = r.nik
          where r.name in ('MENUMPANG CONTOH', 'SENDIRI CONTOH') order by r.name`,
        [card],
      ),
    );
    expect(rows).toEqual([
      { name: 'MENUMPANG CONTOH', address: home().address, relation: 9, joined: true },
      { name: 'SENDIRI CONTOH', address: SITI.address, relation: HEAD, joined: false },
    ]);
  });

  test('of a foreigner are not submitted without passport and permit', async () => {
    const foreign = biodata({ name: 'JANE EXAMPLE', nationality: 'NLD', permit: 2, permitNumber: 'P-1' });
    const refusal = await refusalOf(submit(await drafted(asking({ biodata: foreign }))));
    expect(refusal).toMatchObject({ code: 'application.documents_missing' });
    expect(refusal.faults.map(({ path }) => path)).toEqual(['documents.passport', 'documents.stay_permit']);
  });

  test('of who may be in the register already are refused until the officer looked at him', async () => {
    const twin = await givenResident(given, { name: 'KEMBAR CONTOH SAMA', birthDate: asCivilDate('1988-08-08') });
    const same = biodata({ name: 'KEMBAR CONTOH SAMA', birthDate: '1988-08-08' });
    expect((await refusalOf(assigned(asking({ biodata: same })))).code).toBe('resident.likely_duplicates');
    const id = await assigned(asking({ biodata: same, looked: [refOf(twin)] }));
    const { people } = await given.transact(officer, (tx) => openApplication(tx, officer, { id }));
    expect(people.map(({ name }) => name)).toEqual(['KEMBAR CONTOH SAMA']);
    await accept(id);
    expect((await now(id)).state).toBe('accepted');
  });

  test.each([
    [{ name: 'Satu 2' }, 'resident.name_not_allowed', 'details.biodata.name', 'name.digits'],
    [{ birthDate: '2030-01-01' }, 'resident.born_in_future', 'details.biodata.birthDate', 'field.born_in_future'],
    [{ birthDate: '1850-01-01' }, 'resident.born_too_early', 'details.biodata.birthDate', 'field.born_too_early'],
    [{ villageCode: '9999999999' }, 'resident.unknown_village', 'details.biodata.villageCode', 'field.unknown_village'],
    [{ nationality: 'NLD' }, 'resident.foreigner_without_permit', 'details.biodata.permit', 'field.needed'],
  ])('that no office could enter are not submitted: %o', async (over, code, path, fault) => {
    const refusal = await refusalOf(submit(await drafted(asking({ biodata: biodata(over) }))));
    expect(refusal).toMatchObject({ code, faults: [{ path, code: fault }] });
  });

  test('are sealed in the application; parents and disability open for who fills it in and who may open them', async () => {
    const id = await drafted(asking({ biodata: biodata({ name: 'TERSEGEL CONTOH' }), protected: kin }));
    const seen = async (role: Role) => {
      const reader = givenActor({ role });
      return (await given.transact(reader, (tx) => openApplication(tx, reader, { id }))).details['protected'];
    };
    expect(await seen('operator')).toEqual(kin);
    await submit(id);
    expect([await seen('operator'), await seen('auditor'), await seen('verifier')]).toEqual([
      undefined,
      undefined,
      kin,
    ]);
    const { rows } = await given.system((tx) =>
      tx.client.query('select details, sealed from application.application where id = $1', [id]),
    );
    expect(rows[0].details).toBeNull();
    expect(rows[0].sealed.includes('CONTOH')).toBe(false);
  });

  test('that were kept in clear before are read, and sealed at night where nobody writes them any more', async () => {
    const id = await drafted(asking({ biodata: biodata() }));
    const clear = `update application.application set sealed = null, details = '{"note": "lama"}' where id = $1`;
    await given.system((tx) => tx.client.query(clear, [id]));
    expect((await now(id)).details).toEqual({ note: 'lama' });
    await given.system((tx) => sealDetailsJob.run(tx, {}));
    const { rows } = await given.system((tx) =>
      tx.client.query('select id from application.application where details is not null'),
    );
    expect(rows).toEqual([]);
    expect((await now(id)).details).toEqual({ note: 'lama' });
  });
});

describe('a correction of biodata', () => {
  test('is carried out once, by the room of events', async () => {
    const nik = await givenResident(given, { name: 'NAMA SALAH CONTOH', birthDate: asCivilDate('1977-07-17') });
    const id = await assigned({
      kind: 'biodata.correction',
      applicant: nik,
      details: {
        occurredOn: '2018-12-11',
        person: refOf(nik),
        seenVersion: 1,
        changes: { name: 'NAMA BENAR CONTOH' },
        proofNumber: 'IJAZAH 1/1995',
        reason,
      },
    });
    await accept(id);
    expect(await given.system((tx) => findResident(tx, nik))).toMatchObject({ name: 'NAMA BENAR CONTOH', version: 2 });
    const { rows } = await given.system((tx) =>
      tx.client.query('select id from civil_event.event where application_id = $1', [id]),
    );
    expect(rows).toEqual([{ id: (await now(id)).outcomeId }]);
  });
});

describe('details that are wrong', () => {
  const stranger = 'A'.repeat(22);
  const good = { ref: refOf(applicant), relation: HEAD };

  test.each<[ServiceKind, Record<string, unknown>, Record<string, string>]>([
    ['family_card.new', {}, { address: 'field.needed', members: 'field.needed', reason: 'field.needed' }],
    [
      'family_card.new',
      { address: home({ villageCode: '31', rt: 1000 }), members: [], reason: ' ' },
      {
        'address.villageCode': 'field.village_code',
        'address.rt': 'field.not_fitting',
        members: 'field.empty',
        reason: 'field.empty',
      },
    ],
    [
      'family_card.new',
      { address: home(), members: [good, { ref: stranger, relation: CHILD }], reason },
      { 'members.1.ref': 'field.person_ref' },
    ],
    ['family_card.change', {}, { change: 'field.code' }],
    ['family_card.change', { change: 'close', card: stranger }, { change: 'field.code' }],
    [
      'family_card.change',
      { change: 'split', card: stranger, members: [{ ...good, relation: 12 }], reason },
      { 'members.0.relation': 'field.code', address: 'field.needed' },
    ],
    ['family_card.change', { change: 'join', card: stranger, members: [good], reason }, { card: 'field.family_ref' }],
    ['family_card.lost', { note: 7 }, { note: 'field.not_fitting' }],
    ['biodata.new', { biodata: null, looked: [stranger] }, { biodata: 'field.needed', legalBasis: 'field.needed' }],
    ['biodata.new', { biodata: SITI, legalBasis: 'SPTJM', looked: [stranger] }, { 'looked.0': 'field.person_ref' }],
  ])('of %s are refused at submission, field by field and in words: %o', async (kind, details, wrong) => {
    const id = await drafted({ kind, applicant, details });
    const refusal = await refusalOf(submit(id));
    expect(refusal).toMatchObject({ code: 'application.details_invalid', status: 422 });
    const told = Object.fromEntries(refusal.faults.map(({ path, code }) => [path.replace('details.', ''), code]));
    expect(told).toEqual(wrong);
    expect(refusal.values).toEqual({ n: Object.keys(wrong).length });
    for (const language of ['id', 'en'] as const)
      for (const code of [refusal.code, ...Object.values(wrong)]) {
        const text = given.house.ground.speaker.say(language, code, refusal.values);
        expect(text).not.toContain(code);
      }
    expect(await now(id)).toMatchObject({ state: 'draft', submittedAt: null });
  });

  test('are mended, and then the application goes its way', async () => {
    const id = await drafted({ kind: 'family_card.new', applicant, details: {} });
    await refusalOf(submit(id));
    const details = { address: home(), members: [good], reason };
    await given.transact(officer, (tx) => changeDetails(tx, officer, { id, details, contact: null }));
    expect((await submit(id)).state).toBe('submitted');
  });
});
