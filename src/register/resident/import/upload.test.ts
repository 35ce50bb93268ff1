import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../core/db/index.ts';
import type { Workers } from '../../../core/jobs/index.ts';
import { givenActor } from '../../../../test/given/people.ts';
import { csvOf, givenImport, nikOf } from './given-import.ts';
import {
  applyImport,
  cancelImport,
  changeMapping,
  openImport,
  openImports,
  openReport,
  uploadImport,
} from './upload.ts';

describe('an uploaded import', async () => {
  const given = await givenImport();
  const officer = givenActor({ region: '3175' });
  let workers: Workers;
  beforeAll(async () => {
    workers = await given.house.startWorkers(2);
  });
  afterAll(() => workers.stop());

  const upload = (name: string, text: string, dryRun: 'true' | 'false' = 'true') =>
    given.transact(officer, (tx) => uploadImport(tx, officer, { file: { name, bytes: Buffer.from(text) }, dryRun }));
  const view = (id: string) => given.transact(officer, (tx) => openImport(tx, officer, { id }));
  async function until(id: string, state: string) {
    for (let i = 0; i < 200; i++) {
      const now = await view(id);
      if (now.state === state) return now;
      await sleep(25);
    }
    throw new Error(`the import never became ${state}: ${JSON.stringify(await view(id))}`);
  }
  const card = (serial: number) => `317507010111${9000 + serial}`;
  const people = async () => (await given.ask<{ n: number }>(sql`select count(*)::int as n from resident.resident`)).n;

  test('is checked first, enters nobody, and is applied when the officer says so', async () => {
    const text = csvOf({ nik: nikOf(1), familyCard: card(1) }, { nik: '0', familyCard: card(2) });
    const { id } = await upload('desa.csv', text);
    const checked = await until(id, 'checked');
    expect(checked).toMatchObject({ read: 2, created: 1, refused: 1, dryRun: true, share: 1 });
    expect(checked.faults).toEqual([
      expect.objectContaining({ code: 'import.nik_placeholder', n: 1, severity: 'row' }),
    ]);
    expect(checked.faults[0]!.text).toContain('baris 3');
    expect(await people()).toBe(0);
    await given.transact(officer, (tx) => applyImport(tx, officer, { id }));
    expect(await until(id, 'done')).toMatchObject({ read: 2, created: 1, refused: 1, dryRun: false });
    expect(await people()).toBe(1);
    const report = await given.transact(officer, (tx) => openReport(tx, officer, { id }));
    expect(report.bytes.toString().split('\n')).toHaveLength(3);
    await expect(upload('lain.csv', text)).rejects.toMatchObject({ code: 'import.file_known' });
  });

  test('waits where its headers do not tell enough, and is checked with the mapping that the officer gives', async () => {
    const text = csvOf({ nik: nikOf(3), familyCard: card(3) }).replace('ALAMAT', 'TINGGAL DI');
    const waiting = await upload('judul.csv', text);
    expect(waiting).toMatchObject({ state: 'waiting', missing: ['ALAMAT'], unread: ['TINGGAL DI'] });
    const mapping = { columns: { ...waiting.mapping.columns, address: 'TINGGAL DI' }, constants: {} };
    await expect(
      given.transact(officer, (tx) =>
        changeMapping(tx, officer, { id: waiting.id, ...mapping, columns: { nik: 'NIK' } }),
      ),
    ).rejects.toMatchObject({ code: 'import.columns_missing' });
    await given.transact(officer, (tx) => changeMapping(tx, officer, { id: waiting.id, ...mapping }));
    expect(await until(waiting.id, 'checked')).toMatchObject({ created: 1, missing: [] });
  });

  test('takes only villages of the region of the officer who uploaded it', async () => {
    const { id } = await upload(
      'luar.csv',
      csvOf({ nik: nikOf(4), familyCard: card(4), villageCode: '32.73.01.1001' }),
    );
    const checked = await until(id, 'checked');
    expect(checked).toMatchObject({ created: 0, refused: 1 });
    expect(checked.faults[0]).toMatchObject({ code: 'import.outside_jurisdiction' });
  });

  test('is seen by its officer and by the nation, and cannot be applied once it is cancelled', async () => {
    const { id } = await upload('batal.csv', csvOf({ nik: nikOf(5), familyCard: card(5) }));
    await until(id, 'checked');
    const other = givenActor({ region: '3175' });
    await expect(given.transact(other, (tx) => openImport(tx, other, { id }))).rejects.toMatchObject({
      code: 'import.not_found',
    });
    expect((await given.transact(other, (tx) => openImports(tx, other))).imports).toEqual([]);
    const nation = givenActor({ region: '' });
    const seen = await given.transact(nation, (tx) => openImports(tx, nation));
    expect(seen.imports.map((one) => one.id)).toContain(id);
    await given.transact(officer, (tx) => cancelImport(tx, officer, { id }));
    await expect(given.transact(officer, (tx) => applyImport(tx, officer, { id }))).rejects.toMatchObject({
      code: 'import.not_checked',
    });
    await expect(given.transact(officer, (tx) => cancelImport(tx, officer, { id }))).rejects.toMatchObject({
      code: 'import.nothing_to_cancel',
    });
  });

  test('whose first row is a person already is refused: nobody becomes the title of a column', async () => {
    const [, row] = csvOf({ nik: nikOf(3), familyCard: card(3) }).split('\n');
    await expect(upload('tanpa-judul.csv', `${row}\n${row}\n`)).rejects.toMatchObject({
      code: 'import.header_missing',
    });
  });

  test('of a file that is cut is refused before anything is kept', async () => {
    const cut = csvOf({ nik: nikOf(6), familyCard: card(6), address: '"JALAN' });
    await expect(upload('rusak.csv', cut)).rejects.toMatchObject({ code: 'table.cut' });
    expect(given.house.speaker.say('id', 'table.cut', { name: 'rusak.csv', row: 2 })).toContain('rusak.csv terpotong');
  });
});
