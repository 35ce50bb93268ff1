import { afterAll, describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { BANDUNG, givenActor, givenResident, PONDOK_KELAPA } from '../../../test/given/people.ts';
import { run, sql } from '../../core/db/index.ts';
import { newId, type Nik } from '../../core/id/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { openCase } from './case.ts';
import { correctResident } from './correct.ts';
import { announceDeactivation, appealDeactivation } from './deactivate.ts';
import { merge, proposeMerge, unmergeResidents } from './merge.ts';
import { openHistory, openLookProof, openLooks, openPerson } from './person.ts';
import { openStanding } from './standing.ts';

const given = await givenHouse();
// Of no office: where proposals need one, it would have to be in the database.
const officer = { ...givenActor(), officeId: null };
const refOf = (nik: Nik) => given.house.ground.personRefs.of(nik);

const sequencer = given.house.startSequencer((fault) => {
  throw fault;
});
// Before the house closes, which `givenHouse` has asked for earlier.
afterAll(() => sequencer.stop());

test('a history says what stood there before each change, and parents only that they changed', async () => {
  const ref = refOf(await givenResident(given));
  await given.transact(officer, (tx) =>
    correctResident(tx, officer, {
      ref,
      seenVersion: 1,
      changes: { religion: 3, birthPlace: 'BOGOR' },
      legalBasis: 'akta',
      reason: 'salah tulis',
    }),
  );
  const { acts } = await given.transact(officer, (tx) => openHistory(tx, officer, { ref }));
  expect(acts.map(({ before, delta }) => ({ before, delta }))).toEqual([
    { before: { religion: 1, birthPlace: 'JAKARTA' }, delta: { religion: 3, birthPlace: 'BOGOR' } },
    { before: null, delta: null },
  ]);
});

test('a look is proven to its person only', async () => {
  const nik = await givenResident(given);
  const other = await givenResident(given, { name: 'BUDI CONTOH' });
  await given.transact(officer, (tx) => openPerson(tx, officer, { ref: refOf(nik) }));
  const { looks } = await given.transact(officer, (tx) => openLooks(tx, officer, { ref: refOf(nik) }));
  const { entryId } = looks.find(({ label }) => label === 'resident.opened')!;
  const proven = await given.transact(officer, (tx) => openLookProof(tx, officer, { ref: refOf(nik), entryId }));
  expect(proven.entry).toMatchObject({ id: entryId, label: 'resident.opened', purpose: 'service' });
  expect(proven.checkpoint.split('\n').length).toBeGreaterThan(3);
  await expect(
    given.transact(officer, (tx) => openLookProof(tx, officer, { ref: refOf(other), entryId })),
  ).rejects.toMatchObject({ code: 'ledger.entry_not_found' });
});

describe('what is under way', () => {
  test('an announced deactivation and the appeal against it', async () => {
    const ref = refOf(await givenResident(given));
    const standing = () => given.transact(officer, (tx) => openStanding(tx, officer, { ref }));
    expect(await standing()).toEqual({ deactivation: null, mergedInto: null });
    await given.transact(officer, (tx) =>
      announceDeactivation(tx, officer, {
        ref,
        reason: 'belum merekam',
        legalBasis: 'surat edaran',
        effectiveOn: asCivilDate('2018-12-31'),
      }),
    );
    await given.transact(officer, (tx) => appealDeactivation(tx, officer, { ref, appeal: 'sudah merekam' }));
    expect((await standing()).deactivation).toMatchObject({
      effectiveOn: '2018-12-31',
      inForce: false,
      appealState: 'open',
    });
  });

  test('a merge, into whom, until it is taken back', async () => {
    const survivor = await givenResident(given, { name: 'SITI YANG TINGGAL', villageCode: BANDUNG });
    const absorbed = await givenResident(given, { name: 'SITI YANG GANDA' });
    const input = {
      survivor: refOf(survivor),
      absorbed: refOf(absorbed),
      legalBasis: 'PP 40/2019',
      reason: 'orang yang sama',
    };
    await given.transact(officer, (tx) => merge.execute(tx, officer, merge.input.parse(input)));
    const standing = () => given.transact(officer, (tx) => openStanding(tx, officer, { ref: refOf(absorbed) }));
    expect((await standing()).mergedInto).toMatchObject({ ref: refOf(survivor), name: 'SITI YANG TINGGAL' });
    await given.transact(officer, (tx) =>
      unmergeResidents(tx, officer, { ref: refOf(absorbed), reason: 'dua orang kembar' }),
    );
    expect((await standing()).mergedInto).toBeNull();
  });
});

describe('a merge is proposed', () => {
  const plea = { keep: 'this', legalBasis: 'PP 40/2019', reason: 'orang yang sama, dua kali direkam' } as const;

  test('with somebody of another region too, when one of the two is the officer’s own', async () => {
    const here = refOf(await givenResident(given, { name: 'RINA CONTOH' }));
    const there = refOf(await givenResident(given, { name: 'RINA CONTOH', villageCode: BANDUNG }));
    const { proposalId, hash } = await given.transact(officer, (tx) =>
      proposeMerge(tx, officer, { ref: here, other: there, ...plea }),
    );
    expect(proposalId).toMatch(/^[0-9a-f-]{36}$/);
    expect(hash.length).toBeGreaterThan(40);
    await expect(
      given.transact(officer, (tx) => proposeMerge(tx, officer, { ref: there, other: here, ...plea })),
    ).rejects.toMatchObject({ code: 'resident.not_found' });
  });

  test('not of a record with itself', async () => {
    const ref = refOf(await givenResident(given));
    await expect(
      given.transact(officer, (tx) => proposeMerge(tx, officer, { ref, other: ref, ...plea })),
    ).rejects.toMatchObject({ code: 'resident.merge_with_self' });
  });
});

describe('an identity case', () => {
  async function givenCase(nik: Nik, villageCode: string): Promise<string> {
    const id = newId();
    const claim = {
      name: 'SITI YANG LAIN',
      sex: 2,
      birthPlace: 'MEDAN',
      birthDate: '1988-01-02',
      religion: 2,
      maritalStatus: 1,
      address: 'JALAN LAIN 2',
      villageCode,
      motherName: 'IBU RAHASIA',
    };
    await given.system(async (tx) => {
      const sealed = tx.ground.vault.seal(
        'resident.protected',
        { table: 'resident.identity_case', row: nik, column: 'claim' },
        JSON.stringify(claim),
      );
      await run(
        tx,
        sql`insert into resident.identity_case (id, kind, nik, village_code, claim, source, opened_at)
            values (${id}, 'nik_of_two', ${nik}::bigint, ${villageCode}::bigint, ${sealed}, ${`test:${id}`}, ${tx.ground.clock.now()})`,
      );
    });
    return id;
  }

  test('shows both sides without parents’ names', async () => {
    const nik = await givenResident(given);
    const id = await givenCase(nik, PONDOK_KELAPA);
    const shown = await given.transact(officer, (tx) => openCase(tx, officer, { id }));
    expect(shown).toMatchObject({
      nik,
      registered: { name: 'SITI CONTOH RAHAYU' },
      claimed: { name: 'SITI YANG LAIN', birthDate: '1988-01-02' },
    });
    expect(JSON.stringify(shown)).not.toContain('RAHASIA');
  });

  test('of another region is not there, and a bearer who lives elsewhere is not shown', async () => {
    const nik = await givenResident(given, { villageCode: BANDUNG });
    const [elsewhere, here] = [await givenCase(nik, BANDUNG), await givenCase(nik, PONDOK_KELAPA)];
    await expect(given.transact(officer, (tx) => openCase(tx, officer, { id: elsewhere }))).rejects.toMatchObject({
      code: 'resident.case_not_open',
    });
    expect((await given.transact(officer, (tx) => openCase(tx, officer, { id: here }))).registered).toBeNull();
  });
});
