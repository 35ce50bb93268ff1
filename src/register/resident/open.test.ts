import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { givenHouse } from '../../../test/given/house.ts';
import { BANDUNG, givenActor, givenResident, givenResidents, PONDOK_KELAPA } from '../../../test/given/people.ts';
import { many, run, sql, type Tx } from '../../core/db/index.ts';
import { givenPng } from '../../core/file/given-content.ts';
import { openFile, storeFiles } from '../../core/file/index.ts';
import { newId, type Nik } from '../../core/id/index.ts';
import { asCivilDate } from '../../core/time/index.ts';
import { KeyDestroyed, openVault, TOMBSTONE_FILE } from '../../core/vault/index.ts';
import { changeResidents } from './act.ts';
import { openCase } from './case.ts';
import { correctResident } from './correct.ts';
import { announceDeactivation, appealDeactivation, endDeactivation, listAppeals } from './deactivate.ts';
import { destroyKey, erase, proposeErasure, weighErasure } from './erase.ts';
import { merge, proposeMerge, unmergeResidents } from './merge.ts';
import { openHistory, openLookProof, openLooks, openPerson, openProtected } from './person.ts';
import { findResident } from './sql.ts';
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
    expect(await standing()).toEqual({ deactivation: null, mergedInto: null, absorbed: [] });
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
    // Whoever serves the person sees it on his page, and whoever must answer has it in a list.
    const page = await given.transact(officer, (tx) => openPerson(tx, officer, { ref }));
    expect(page.deactivationAnnounced).toEqual({ effectiveOn: '2018-12-31', appealed: true });
    const { appeals } = await given.transact(officer, (tx) => listAppeals(tx, officer));
    expect(appeals).toEqual([expect.objectContaining({ ref, effectiveOn: '2018-12-31', daysLeft: 20 })]);
    await given.transact(officer, (tx) => endDeactivation(tx, officer, { ref, reason: 'rekaman ditemukan' }));
    expect((await given.transact(officer, (tx) => listAppeals(tx, officer))).appeals).toEqual([]);
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
    const other = givenActor({ region: BANDUNG.slice(0, 4) });
    const kept = await given.transact(other, (tx) => openStanding(tx, other, { ref: refOf(survivor) }));
    expect(kept).toMatchObject({ mergedInto: null, absorbed: [{ ref: refOf(absorbed), name: 'SITI YANG GANDA' }] });
    await given.transact(officer, (tx) =>
      unmergeResidents(tx, officer, { ref: refOf(absorbed), reason: 'dua orang kembar' }),
    );
    expect((await standing()).mergedInto).toBeNull();
  });
});

test('a merge decides the open case about the two, and taking it back returns the state that was', async () => {
  const [survivor, absorbed] = await givenResidents(given, [
    { birthDate: asCivilDate('1951-01-02') },
    { birthDate: asCivilDate('1951-02-01') },
  ]);
  const caseId = newId();
  await given.system(async (tx) => {
    await run(
      tx,
      sql`insert into resident.identity_case (id, kind, nik, other_nik, village_code, other_village, source, opened_at)
          values (${caseId}, 'likely_duplicate', ${absorbed!}::bigint, ${survivor!}::bigint, 3175071004, 3175071004, 'test', now())`,
    );
    await changeResidents(
      tx,
      officer,
      { kind: 'deactivated', label: 'resident.deactivated', occurredOn: asCivilDate('2018-12-11') },
      [{ nik: absorbed!, delta: { state: 'NONAKTIF' } }],
    );
  });
  const input = {
    survivor: refOf(survivor!),
    absorbed: refOf(absorbed!),
    legalBasis: 'BA 13/2018',
    reason: 'satu orang',
  };
  await given.transact(officer, (tx) => merge.execute(tx, officer, input));
  await expect(given.transact(officer, (tx) => openCase(tx, officer, { id: caseId }))).rejects.toMatchObject({
    code: 'resident.case_not_open',
  });
  await given.transact(officer, (tx) =>
    unmergeResidents(tx, officer, { ref: refOf(absorbed!), reason: 'ternyata saudara kembar' }),
  );
  expect((await given.system((tx) => findResident(tx, absorbed!)))!.state).toBe('NONAKTIF');
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

describe('an erasure', () => {
  const plea = { ground: 'court', legalBasis: 'Putusan 12/Pdt.P/2018', reason: 'atas perintah pengadilan' } as const;
  const photo = givenPng();
  const keep = (niks: readonly Nik[]) =>
    given.transact(officer, (tx) =>
      storeFiles(
        tx,
        officer,
        niks.map((nik) => ({ nik, villageCode: PONDOK_KELAPA, kind: 'photo', name: 'a.png', bytes: photo })),
      ),
    );
  const eraseNow = (ref: string) =>
    given.transact(officer, (tx) => erase.execute(tx, officer, { ref: ref as never, ...plea }));
  const jobs = (tx: Tx) =>
    many<{ erasure: string }>(tx, sql`select id as erasure from resident.erasure where key_destroyed_at is null`);
  const runJobs = () =>
    given.system(async (tx) => {
      for (const payload of await jobs(tx)) await destroyKey.run(tx, payload);
    });

  test('is proposed with its numbers; a file that came since, or another version, makes it stale', async () => {
    const nik = await givenResident(given);
    const ref = refOf(nik);
    await keep([nik]);
    expect(await given.transact(officer, (tx) => weighErasure(tx, officer, { ref }))).toEqual({
      files: 1,
      earlierVersions: 0,
    });
    const { hash } = await given.transact(officer, (tx) => proposeErasure(tx, officer, { ref, ...plea }));
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const print = () => given.transact(officer, (tx) => erase.fingerprint(tx, { ref, ...plea }));
    const before = await print();
    expect(await print()).toBe(before);
    await keep([nik]);
    expect(await print()).not.toBe(before);
    const there = refOf(await givenResident(given, { villageCode: BANDUNG }));
    await expect(
      given.transact(officer, (tx) => proposeErasure(tx, officer, { ref: there, ...plea })),
    ).rejects.toMatchObject({ code: 'resident.not_found' });
  });

  test('empties what is protected with all its versions, refuses the files at once, and says so for ever after', async () => {
    const nik = await givenResident(given, {}, { motherName: 'IBU LAMA' });
    const ref = refOf(nik);
    const [fileId] = await keep([nik]);
    const correct = (seenVersion: number, motherName: string) =>
      given.transact(officer, (tx) =>
        correctResident(tx, officer, {
          ref,
          seenVersion,
          changes: {},
          protected: { motherName },
          legalBasis: 'akta',
          reason: 'salah tulis',
        }),
      );
    await correct(1, 'IBU BARU');
    await eraseNow(ref);
    const open = () => given.transact(officer, (tx) => openFile(tx, fileId!));
    await expect(open()).rejects.toMatchObject({ code: 'file.erased' });
    await runJobs();
    await expect(open()).rejects.toMatchObject({ code: 'file.erased' });
    expect(given.house.ground.vault.isErased(nik)).toBe(true);
    const sealed = await given.system((tx) =>
      many(tx, sql`select 1 from resident.history where nik = ${nik}::bigint and sealed_before is not null`),
    );
    expect(sealed).toEqual([]);
    const shown = await given.transact(officer, async (tx) => ({
      person: await openPerson(tx, officer, { ref }),
      kin: await openProtected(tx, officer, { ref }),
      history: await openHistory(tx, officer, { ref }),
    }));
    expect(shown.person).toMatchObject({
      name: 'SITI CONTOH RAHAYU',
      state: 'HIDUP',
      erased: { ground: 'court', legalBasis: plea.legalBasis },
    });
    expect(shown.kin).toEqual({ motherName: null, fatherName: null, disability: null });
    expect(shown.history.acts[0]).toMatchObject({ kind: 'erased', legalBasis: plea.legalBasis, reason: plea.reason });
    // Nothing can be sealed for him again, and nobody is erased twice.
    await expect(keep([nik])).rejects.toMatchObject({ code: 'file.person_erased' });
    await expect(correct(3, 'IBU KEMBALI')).rejects.toMatchObject({ code: 'resident.erased' });
    await expect(eraseNow(ref)).rejects.toMatchObject({ code: 'resident.erased' });
  });

  test('of a hundred leaves a hundred unreadable, also under the vault as it was copied before', async () => {
    const { vault, files } = given.house.ground;
    const niks = await givenResidents(
      given,
      Array.from({ length: 100 }, (_, i) => ({ name: `ORANG HAPUS ${i}` })),
    );
    const ids = await keep(niks);
    const copy = mkdtempSync(join(tmpdir(), 'jatidiri-vault-'));
    try {
      vault.backup(copy);
      await Promise.all(niks.map((nik) => eraseNow(refOf(nik))));
      await runJobs();
      const rows = await given.system((tx) =>
        many<{ id: string; nik: Nik; address: string }>(
          tx,
          sql`select id, lpad(nik::text, 16, '0') as nik, encode(address, 'hex') as address
                from file.stored where id = any(${ids}::uuid[])`,
        ),
      );
      const older = openVault({ dir: copy, tombstonesOutside: join(given.folders.vault, TOMBSTONE_FILE) });
      let unreadable = 0;
      for (const { id, nik, address } of rows) {
        const place = { table: 'file.stored', row: id, column: 'content' };
        const sealed = (await files.driver.read(address))!;
        for (const each of [vault, older]) {
          try {
            each.unsealForPerson(nik, place, sealed);
          } catch (fault) {
            if (fault instanceof KeyDestroyed) unreadable += 1;
          }
        }
      }
      older.close();
      expect(unreadable).toBe(200);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});
