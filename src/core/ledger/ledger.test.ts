import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../db/index.ts';
import { asNik } from '../id/index.ts';
import { givenLedger, officer, type GivenLedger } from './given-ledger.ts';
import { record, recordEach, recordStaged, verifyLedger, whoLooked } from './index.ts';

const nik = (serial: number) => asNik(`990101010180${9000 + serial}`);
const siti = nik(1);
const budi = nik(2);

let given: GivenLedger;

beforeAll(async () => {
  given = await givenLedger();
  await given.start().ready;
});

describe('recording', () => {
  it('shows every look to the person, with who, why and what', async () => {
    const { entryId } = await given.transact(async (tx) => {
      const recorded = await record(tx, officer, {
        label: 'resident.opened',
        subjects: [{ nik: siti, detail: 'address' }, { nik: budi }],
        facts: { route: 'open', n: 2 },
      });
      expect([...tx.recorded]).toEqual(['resident.opened']);
      return recorded;
    });
    const looks = await given.transact((tx) => whoLooked(tx, siti));
    expect(looks).toMatchObject([
      {
        entryId,
        label: 'resident.opened',
        by: 'officer:7',
        office: officer.officeId,
        purpose: 'pelayanan',
        detail: 'address',
      },
    ]);
    // The story's clock stands in 2018; the true instant is another.
    expect(looks[0]!.clock).toEqual(new Date('2018-12-11T09:00:00Z'));
    expect(Math.abs(looks[0]!.at.getTime() - Date.now())).toBeLessThan(60_000);
    expect(await given.transact((tx) => whoLooked(tx, budi))).toMatchObject([{ entryId, detail: null }]);
  });

  it('leaves nothing when the act is undone', async () => {
    const undone = given.transact(async (tx) => {
      await record(tx, officer, { label: 'resident.opened', subjects: [{ nik: nik(3) }] });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await given.transact((tx) => whoLooked(tx, nik(3)))).toEqual([]);
  });

  it('refuses a 16-digit number in the facts, and keeps one out of the purpose', async () => {
    const act = { label: 'x', facts: { note: `cek ${siti}` } };
    await expect(given.transact((tx) => record(tx, officer, act))).rejects.toThrow(RangeError);
    const digest = '1234567890123456'.repeat(4);
    const curious = { ...officer, purpose: `melihat ${siti}` };
    await given.transact((tx) => record(tx, curious, { label: 'x', facts: { digest }, subjects: [{ nik: nik(4) }] }));
    const looks = await given.transact((tx) => whoLooked(tx, nik(4)));
    expect(looks[0]!.purpose).toBe('melihat […]');
  });

  it('of many people in a table is one entry, and an access row each', async () => {
    const { count } = await given.system(async (tx) => {
      await sql`create temporary table staged on commit drop as
        select 9902010101800000 + i as nik from generate_series(1, 1000) i order by random()`.execute(tx.kysely);
      return recordStaged(tx, officer, { label: 'resident.imported', niks: sql`select nik from staged` });
    });
    expect(count).toBe(1000);
    const looks = await given.transact((tx) => whoLooked(tx, asNik('9902010101800500')));
    expect(looks).toMatchObject([{ label: 'resident.imported' }]);
  });

  it('of nobody is an entry without access rows', async () => {
    await given.transact((tx) => record(tx, officer, { label: 'office.opened' }));
    await given.numbered();
    expect(await verifyLedger(given.ledger)).toMatchObject({ ok: true, firstBad: null });
  });
});

describe('the role app', () => {
  it('sees no access row but through the one function', async () => {
    await given.transact((tx) => record(tx, officer, { label: 'x', subjects: [{ nik: siti }] }));
    const looking = given.transact((tx) => sql`select * from ledger.access`.execute(tx.kysely));
    await expect(looking).rejects.toThrow(/permission denied/);
  });

  it.each([
    'update ledger.access set nik = 0',
    'delete from ledger.pending',
    'insert into ledger.entry values (0, gen_random_uuid())',
    'update ledger.head set size = 0',
  ])('may not: %s', async (statement) => {
    const trying = given.transact((tx) => sql.raw(statement).execute(tx.kysely));
    await expect(trying).rejects.toThrow(/permission denied/);
  });
});

describe('verification', () => {
  it('holds for what was recorded, in whatever size of entry', async () => {
    await given.transact((tx) =>
      recordEach(
        tx,
        Array.from({ length: 700 }, (_, i) => ({
          actor: officer,
          label: 'verification.answered',
          subjects: Array.from({ length: i % 4 }, (_, n) => ({
            nik: nik(10 + ((i + n) % 900)),
            detail: n % 2 ? 'a\tb\\c\n' : null,
          })),
        })),
      ),
    );
    await given.numbered();
    const verdict = await verifyLedger(given.ledger);
    expect(verdict).toMatchObject({ ok: true, firstBad: null });
    expect(verdict.size).toBeGreaterThan(700);
  });

  it('against a checkpoint kept outside holds, also when the log has grown since', async () => {
    const { ledger } = given;
    const kept = (await ledger.place.folder.checkpointNote())!;
    await given.transact((tx) => record(tx, officer, { label: 'x' }));
    expect((await verifyLedger(ledger, { against: [kept] })).ok).toBe(true);
    const forged = await verifyLedger(ledger, { against: [kept.replace(/\n\d+\n/, '\n3\n')] });
    expect(forged).toMatchObject({ ok: false, firstBad: { kind: 'checkpoint_broken' } });
  });

  it('finds a byte changed in a bundle or a tile, or a file that is gone', async () => {
    const { ledger } = given;
    const { dir } = ledger.place.folder;
    for (const name of ['tile/entries/000', 'tile/0/001']) {
      const path = join(dir, name);
      const bytes = await readFile(path);
      const changed = Buffer.from(bytes);
      changed[1000]! ^= 1;
      await writeFile(path, changed);
      const verdict = await verifyLedger(ledger);
      expect(verdict).toMatchObject({ ok: false });
      expect(['entry_altered', 'file_damaged']).toContain(verdict.firstBad!.kind);
      await rm(path);
      expect(await verifyLedger(ledger)).toMatchObject({ ok: false, firstBad: { kind: 'file_damaged' } });
      await writeFile(path, bytes);
    }
    expect((await verifyLedger(ledger)).ok).toBe(true);
  });

  it('heeds that the salts of a month were destroyed when retention ended', async () => {
    const other = await givenLedger();
    const { ledger, vault } = other;
    await other.transact((tx) => record(tx, officer, { label: 'x', subjects: [{ nik: siti }] }));
    const sequencer = other.start();
    await sequencer.ready;
    await sequencer.stop();
    const superuser = new Client(other.superuser);
    await superuser.connect();
    await superuser.query('delete from ledger.entry');
    const looks = await other.transact((tx) => whoLooked(tx, siti));
    expect(looks).toMatchObject([{ label: 'ledger.entry_missing' }]);
    await superuser.query('insert into ledger.entry values (0, $1)', [looks[0]!.entryId]);
    await superuser.query('delete from ledger.access');
    await superuser.end();
    expect(await verifyLedger(ledger)).toMatchObject({ ok: false, firstBad: { kind: 'access_missing', seq: 0 } });
    vault.destroyMonth(new Date().toISOString().slice(0, 7));
    expect((await verifyLedger(ledger)).ok).toBe(true);
  });
});

it('the sequencer has had no fault', () => expect(given.faults).toEqual([]));
