import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sql } from '../../../core/db/index.ts';
import { asNik, type Nik } from '../../../core/id/index.ts';
import { asCivilDate } from '../../../core/time/index.ts';
import { writeTable } from '../../../core/table/index.ts';
import { speaker } from '../../../core/text/index.ts';
import { writeResidents } from '../../../simulation/index.ts';
import { givenActor } from '../../../../test/given/people.ts';
import { changeResidents } from '../act.ts';
import { decideCase, listCases, openCase } from '../case.ts';
import { unsealProtected } from '../protected.ts';
import { foldHistory } from '../rules.ts';
import { findResident, listProtected } from '../sql.ts';
import { en } from './en.ts';
import { FAULTS, type Fault, type FaultCode } from './faults.ts';
import { csvOf, givenImport, GOOD, importer, motherOf, nikOf } from './given-import.ts';
import { id } from './id.ts';
import { importResidents } from './import.ts';
import { reportBytes, sentenceOf } from './report.ts';

const card = (serial: number): string => `317507010111${9000 + serial}`;
const person = (serial: number, over = {}) => ({ nik: nikOf(serial), familyCard: card(serial), ...over });
const codes = (faults: readonly Fault[]) => faults.map((fault) => fault.code);

describe('an import', async () => {
  const given = await givenImport();
  const countOf = async (table: string) =>
    (await given.ask<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(table)}`)).n;

  test('enters a resident with everything that belongs to him, in one act and one ledger entry', async () => {
    const done = await given.bring(
      csvOf(person(1, { disability: '2' }), person(2, { familyCard: card(1), relation: '4', name: 'ANAK CONTOH' })),
    );
    expect(done).toMatchObject({ read: 2, created: 2, refused: 0, cases: 0, faults: [] });
    const nik = nikOf(1) as Nik;
    await given.system(async (tx) => {
      const resident = (await findResident(tx, nik))!;
      expect(resident).toMatchObject({ name: GOOD.name, state: 'HIDUP', registeredOn: '2018-12-11', version: 1 });
      const sealed = (await listProtected(tx, [nik])).get(nik)!.sealed;
      expect(unsealProtected(tx, nik, sealed)).toEqual({
        motherName: motherOf(nikOf(1)),
        fatherName: 'BAPAK CONTOH',
        disability: 2,
      });
      const { nik: _nik, version: _version, ...elements } = resident;
      const { delta } = await given.ask<{ delta: unknown }>(
        sql`select delta from resident.history where nik = ${nik}::bigint`,
      );
      expect(foldHistory([delta])).toEqual(elements);
    });
    expect(
      await given.askAll(
        sql`select relation, valid_to from family.membership_by_nik where family_card = ${card(1)}::bigint order by relation`,
      ),
    ).toEqual([
      { relation: 1, valid_to: null },
      { relation: 4, valid_to: null },
    ]);
    expect(
      await given.ask(sql`select head_nik::text as head from family.card where number = ${card(1)}::bigint`),
    ).toEqual({ head: nik });
    const entries = await given.askAll<{ entry: string; n: number }>(
      sql`select b.entry_id as entry, count(a.nik)::int as n from resident.import_batch b join ledger.access a on a.entry = b.entry_id
           where b.import_id = ${done.importId} group by 1`,
    );
    expect(entries.map((one) => one.n)).toEqual([2]);
  });

  test('of the same file twice is refused, of another file with the same people changes nothing', async () => {
    const text = csvOf(person(3));
    await given.bring(text);
    await expect(given.bring(text)).rejects.toMatchObject({ code: 'import.file_known' });
    const again = await given.bring(`${text}\n`);
    expect(again).toMatchObject({ read: 1, created: 0, unchanged: 1, updated: 0 });
    expect(await given.ask(sql`select version from resident.resident where nik = ${nikOf(3)}::bigint`)).toEqual({
      version: 1,
    });
  });

  test('changes a known person through the history, and never erases by an empty cell', async () => {
    await given.bring(csvOf(person(4, { bloodGroup: '4' })));
    const done = await given.bring(
      csvOf(person(4, { address: 'JALAN BARU 2', bloodGroup: '', motherName: 'IBU LAIN' })),
    );
    expect(done).toMatchObject({ updated: 1, created: 0, unchanged: 0 });
    const history = await given.askAll<{ delta: unknown; kept: boolean }>(
      sql`select delta, sealed_before is not null as kept from resident.history where nik = ${nikOf(4)}::bigint order by version`,
    );
    expect(history[1]).toEqual({ delta: { address: 'JALAN BARU 2' }, kept: true });
    expect(
      await given.ask(sql`select address, blood_group from resident.resident where nik = ${nikOf(4)}::bigint`),
    ).toEqual({
      address: 'JALAN BARU 2',
      blood_group: 4,
    });
    // Of somebody who was erased a file brings nothing protected back.
    given.house.ground.vault.erasePerson(asNik(nikOf(4)));
    const after = await given.bring(
      csvOf(person(4, { address: 'JALAN BARU 2', bloodGroup: '', motherName: 'IBU KEMBALI' })),
    );
    expect(after).toMatchObject({ read: 1, unchanged: 1, updated: 0 });
  });

  test('opens a case where the NIK is another person, keeps the register as it is, and asks once', async () => {
    await given.bring(csvOf(person(5)));
    const other = person(5, { name: 'RATNA UJI LESTARI', familyCard: card(55) });
    const done = await given.bring(csvOf(other));
    expect(done).toMatchObject({ read: 1, cases: 1, created: 0, updated: 0 });
    expect(codes(done.faults)).toEqual(['import.nik_of_two']);
    await given.bring(`${csvOf(other)}\n`);
    const cases = await given.askAll<{ claim: Buffer }>(
      sql`select claim from resident.identity_case where nik = ${nikOf(5)}::bigint`,
    );
    expect(cases).toHaveLength(1);
    expect(cases[0]!.claim.includes('RATNA')).toBe(false);
    const claim = given.house.ground.vault.unseal(
      'resident.protected',
      { table: 'resident.identity_case', row: nikOf(5), column: 'claim' },
      cases[0]!.claim,
    );
    expect(JSON.parse(claim.toString())).toMatchObject({ name: 'RATNA UJI LESTARI', motherName: motherOf(nikOf(5)) });
    expect(await given.ask(sql`select name from resident.resident where nik = ${nikOf(5)}::bigint`)).toEqual({
      name: GOOD.name,
    });
    // Nobody is put into the claimant's family.
    expect(await given.askAll(sql`select 1 from family.card where number = ${card(55)}::bigint`)).toEqual([]);
  });

  test('enters whoever sounds like somebody with another NIK, of the register or of the file, and opens a case', async () => {
    await given.bring(csvOf(person(820)));
    const mine = { motherName: motherOf(nikOf(820)) };
    const rows = [
      person(821, { ...mine, name: 'SITI TJONTOH RAHAJU' }),
      person(822, { ...mine, name: 'RATNA CONTOH RAHAYU' }),
      person(823, { motherName: 'IBU BERDUA' }),
      person(824, { motherName: 'IBU BERDUA', villageCode: '32.73.01.1001' }),
    ];
    const done = await given.bring(csvOf(...rows));
    expect(done).toMatchObject({ read: 4, created: 4, cases: 0 });
    const likely = done.faults.filter(({ code }) => code === 'import.likely_duplicate');
    expect(likely.map(({ row }) => row)).toEqual([2, 5]);
    const found = await given.askAll<{ id: string; nik: string; other: string }>(
      sql`select id, nik::text, other_nik::text as other from resident.identity_case where kind = 'likely_duplicate' order by other_nik`,
    );
    expect(found.map(({ nik, other }) => [nik, other])).toEqual([
      [nikOf(820), nikOf(821)],
      [nikOf(823), nikOf(824)],
    ]);
    // Both offices see the case; the record of the other region is known by its initials.
    const bandung = givenActor({ region: '3273', role: 'verifier' });
    const { cases } = await given.transact(bandung, (tx) => listCases(tx, bandung));
    expect(cases).toMatchObject([
      { id: found[1]!.id, kind: 'likely_duplicate', name: 'S*** C*** R***', otherName: GOOD.name },
    ]);
    const opened = await given.transact(bandung, (tx) => openCase(tx, bandung, { id: found[1]!.id }));
    expect(opened).toMatchObject({ registered: null, claimed: { name: GOOD.name }, other: expect.any(String) });
    const decision = { id: found[1]!.id, decision: 'different_person', reason: 'kembar' } as const;
    await given.transact(bandung, (tx) => decideCase(tx, bandung, decision));
    expect((await given.transact(bandung, (tx) => listCases(tx, bandung))).cases).toEqual([]);
  });

  test('within a file takes the same person once and another person as a case; the first row stays', async () => {
    const rows = [person(6), person(6, { name: 'SITI CONTO RAHAJU' }), person(6, { name: 'RATNA UJI LESTARI' })];
    for (const batchRows of [10, 1]) {
      const done = await given.bring(csvOf(...rows), { dryRun: true, batchRows });
      expect(done).toMatchObject({ read: 3, created: 1, unchanged: 1, cases: 1, refused: 0 });
    }
    const done = await given.bring(csvOf(...rows), { batchRows: 1 });
    expect(done).toMatchObject({ read: 3, created: 1, unchanged: 1, cases: 1, refused: 0 });
    expect(done.faults.map(({ row, code, given: about }) => ({ row, code, about }))).toEqual([
      { row: 3, code: 'import.nik_twice', about: '2' },
      { row: 4, code: 'import.nik_of_two', about: null },
    ]);
  });

  test('that runs dry enters nobody and leaves the report', async () => {
    const tables = [
      'resident.resident',
      'resident.act',
      'resident.history',
      'family.card',
      'resident.identity_case',
      'ledger.access',
    ];
    const before = await Promise.all(tables.map(countOf));
    const done = await given.bring(
      csvOf(person(7), person(8, { nik: '3.17507E+15' }), person(5, { name: 'ORANG KETIGA' })),
      { dryRun: true },
    );
    expect(done).toMatchObject({ read: 3, created: 1, refused: 1, cases: 1 });
    expect(await Promise.all(tables.map(countOf))).toEqual(before);
    expect(codes(done.faults).toSorted()).toEqual(['import.nik_of_two', 'import.nik_scientific']);
  });

  test('interrupted after any batch goes on where it stopped: nobody twice, nobody missing', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => person(100 + i, i === 4 ? { birthDate: '31-02-1990' } : {}));
    // Row 12 repeats row 2: it is recognised though row 2 was committed by another run.
    const text = csvOf(...rows, rows[0]!);
    let runs = 0;
    for (;;) {
      const stop = new AbortController();
      let batches = 0;
      runs += 1;
      const run = importResidents(
        given.house,
        { name: 'putus.csv', bytes: Buffer.from(text) },
        { actor: importer, batchRows: 3, signal: stop.signal },
        () => (++batches === 2 ? stop.abort() : undefined),
      );
      const done = await run.catch(() => null);
      if (!done) continue;
      expect(runs).toBe(3);
      expect(done).toMatchObject({ read: 13, created: 11, refused: 1, unchanged: 1, resumedAfter: 13 });
      break;
    }
    const range = sql`nik between ${nikOf(100)}::bigint and ${nikOf(111)}::bigint`;
    expect(
      await given.ask(sql`select count(*)::int as n, max(version) as v from resident.resident where ${range}`),
    ).toEqual({ n: 11, v: 1 });
    expect(await given.ask(sql`select count(*)::int as n from ledger.access where ${range}`)).toEqual({ n: 11 });
    expect(await given.ask(sql`select count(*)::int as n from family.membership_by_nik where ${range}`)).toEqual({
      n: 11,
    });
  });

  test('whose process is killed in the middle of a batch loses nothing and counts nothing twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jatidiri-killed-'));
    const path = join(folder, 'mati.csv');
    writeFileSync(path, csvOf(...Array.from({ length: 400 }, (_, i) => person(300 + i))));
    const child = spawn(process.execPath, [fileURLToPath(new URL('./given-child.ts', import.meta.url))], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child.stdin.end(JSON.stringify({ connection: given.connection, folders: given.folders, path }));
    const ended = once(child, 'exit');
    let told = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      told = (JSON.parse(line) as { read: number }).read;
      if (told >= 60) child.kill('SIGKILL');
    }
    expect((await ended)[1]).toBe('SIGKILL');
    const done = await importResidents(given.house, { name: 'mati.csv', path }, { actor: importer, batchRows: 100 });
    expect(done).toMatchObject({ read: 400, created: 400 });
    expect(done.resumedAfter).toBeGreaterThan(told);
    const range = sql`nik between ${nikOf(300)}::bigint and ${nikOf(699)}::bigint`;
    expect(await given.ask(sql`select count(*)::int as n from resident.resident where ${range}`)).toEqual({ n: 400 });
    expect(await given.ask(sql`select count(*)::int as n from ledger.access where ${range}`)).toEqual({ n: 400 });
    rmSync(folder, { recursive: true });
  });

  test('carried on by two processes at once counts each batch once', async () => {
    const text = csvOf(...Array.from({ length: 30 }, (_, i) => person(200 + i)));
    const source = { name: 'dua.csv', bytes: Buffer.from(text) };
    const both = await Promise.allSettled(
      [1, 2].map(() => importResidents(given.house, source, { actor: importer, batchRows: 2 })),
    );
    const refused = both
      .filter((one) => one.status === 'rejected')
      .map((one) => (one.reason as { code?: string }).code);
    for (const code of refused) expect(['import.running_elsewhere', 'import.file_known']).toContain(code);
    const row = await given.ask(
      sql`select state, rows_read::int as read, created::int from resident.import where file_name = 'dua.csv' and not dry_run`,
    );
    expect(row).toEqual({ state: 'done', read: 30, created: 30 });
  });

  test('puts a family together that lies on both sides of a batch, whoever comes first', async () => {
    const child = person(20, { familyCard: card(21), relation: '4' });
    const head = person(21, { familyCard: card(21) });
    await given.bring(csvOf(child, head), { batchRows: 1 });
    expect(
      await given.ask(sql`select head_nik::text as head, version from family.card where number = ${card(21)}::bigint`),
    ).toEqual({
      head: nikOf(21),
      version: 2,
    });
    expect(
      await given.ask(
        sql`select count(*)::int as n from family.membership_by_card where family_card = ${card(21)}::bigint`,
      ),
    ).toEqual({ n: 2 });
  });

  test('reports a second head of a family, in the file and in the register, and seats him as other', async () => {
    const inFile = await given.bring(csvOf(person(22), person(23, { familyCard: card(22) })));
    const inRegister = await given.bring(csvOf(person(24, { familyCard: card(22) })));
    expect([...codes(inFile.faults), ...codes(inRegister.faults)]).toEqual([
      'import.second_head',
      'import.second_head',
    ]);
    expect(
      await given.askAll(
        sql`select relation from family.membership_by_card where family_card = ${card(22)}::bigint order by nik`,
      ),
    ).toEqual([{ relation: 1 }, { relation: 11 }, { relation: 11 }]);
  });

  test('moves a known person into the family that the file says', async () => {
    await given.bring(csvOf(person(25), person(26, { familyCard: card(25), relation: '4' })));
    const done = await given.bring(csvOf(person(26, { familyCard: card(27), relation: '1' })));
    expect(done).toMatchObject({ updated: 1, unchanged: 0 });
    expect(
      await given.askAll(
        sql`select family_card::text as card, relation, valid_to from family.membership_by_nik where nik = ${nikOf(26)}::bigint and valid_to is null`,
      ),
    ).toEqual([{ card: card(27), relation: 1, valid_to: null }]);
    const disagreeing = await given.askAll(
      sql`(select nik, family_card, valid_from, valid_to, relation from family.membership_by_nik except select nik, family_card, valid_from, valid_to, relation from family.membership_by_card)
          union all (select nik, family_card, valid_from, valid_to, relation from family.membership_by_card except select nik, family_card, valid_from, valid_to, relation from family.membership_by_nik)`,
    );
    expect(disagreeing).toEqual([]);
  });

  test('leaves the dead and those of another region alone', async () => {
    await given.bring(csvOf(person(30), person(31)));
    const act = { kind: 'died', label: 'resident.died', occurredOn: asCivilDate('2018-12-11'), legalBasis: 'uji' };
    await given.system((tx) =>
      changeResidents(tx, importer, act, [{ nik: nikOf(30) as Nik, delta: { state: 'MENINGGAL' } }]),
    );
    const dead = await given.bring(csvOf(person(30, { address: 'JALAN LAIN' })));
    expect(dead).toMatchObject({ refused: 1, updated: 0 });
    expect(codes(dead.faults)).toEqual(['import.not_alive']);
    const elsewhere = await given.bring(csvOf(person(31, { villageCode: '32.73.01.1001' })), {
      actor: { ...importer, jurisdiction: { code: '3273' } },
    });
    expect(codes(elsewhere.faults)).toEqual(['import.held_elsewhere']);
  });

  test('refuses by name what a spreadsheet has rounded, from a workbook too', async () => {
    const csv = csvOf(person(40));
    const [header, line] = csv
      .trim()
      .split('\n')
      .map((text) => text.split(','));
    const parts: Buffer[] = [];
    const cells = line!.map((cell, i) => (header![i] === 'NIK' ? 3175074508909040 : cell));
    const columns = header!.map((name) => ({ name, kind: name === 'NIK' ? ('auto' as const) : ('text' as const) }));
    for await (const part of writeTable({ format: 'xlsx', columns, rows: [cells] })) parts.push(part);
    const done = await importResidents(
      given.house,
      { name: 'buku.xlsx', bytes: Buffer.concat(parts) },
      { actor: importer },
    );
    expect(done).toMatchObject({ read: 1, refused: 1 });
    const report = await given.system((tx) => reportBytes(tx, done.importId, 'id'));
    expect(report.toString()).toContain('NIK baris 2 kolom B dibulatkan oleh lembar sebar');
  });

  test('refuses a row whose cells have shifted, and a file that lacks needed columns', async () => {
    const text = csvOf(person(41)).replace('JALAN CONTOH 1', 'JALAN CONTOH 1, RT 3');
    expect(codes((await given.bring(text)).faults)).toEqual(['import.row_cut']);
    await expect(given.bring('NAMA,NIK\nSITI,3175074508909001\n')).rejects.toMatchObject({
      code: 'import.columns_missing',
    });
  });

  test('brings a simulated nation in whole, with its families', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jatidiri-import-'));
    const path = join(folder, 'nation.csv');
    await writeResidents({ count: 6000, seed: 'impor', asOf: asCivilDate('2018-06-30'), out: path });
    const people = await countOf('resident.resident');
    const done = await importResidents(given.house, { name: 'nation.csv', path }, { actor: importer, batchRows: 2500 });
    expect(done).toMatchObject({ read: 6000, created: 6000, refused: 0, cases: 0 });
    expect(await countOf('resident.resident')).toBe(people + 6000);
    const headless = await given.ask(
      sql`select count(*)::int as n from family.card c join family.card_history h on h.number = c.number and h.version = 1
           join resident.import_batch b on b.act_id = h.act_id where b.import_id = ${done.importId} and c.head_nik is null`,
    );
    expect(headless).toEqual({ n: 0 });
    writeFileSync(path, '\n', { flag: 'a' });
    const again = await importResidents(given.house, { name: 'nation.csv', path }, { actor: importer });
    expect(again).toMatchObject({ read: 6000, created: 0, updated: 0, unchanged: 6000 });
    rmSync(folder, { recursive: true });
  });
});

test('every fault has a sentence in both languages that names its row', () => {
  const speak = speaker([{ id, en }]);
  for (const code of Object.keys(FAULTS) as FaultCode[]) {
    const fault = { row: 4711, column: 'NIK', letter: 'C', code, given: 'x' };
    for (const language of ['id', 'en'] as const) {
      expect(sentenceOf(speak, language, fault)).toContain('4711');
      expect(speak.has(`import.effect.${FAULTS[code]}`)).toBe(true);
    }
  }
});
