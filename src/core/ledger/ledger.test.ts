import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenHouse, type GivenHouse } from '../../../test/given/house.ts';
import { systemActor, type Actor } from '../access/index.ts';
import { sql } from '../db/index.ts';
import { asNik, newId } from '../id/index.ts';
import { record, recordEach, recordStaged, startSequencer, verifyLedger, whoLooked, type Sequencer } from './index.ts';

const officer: Actor = { ...systemActor('test'), kind: 'officer', pseudonym: 'officer:7', officeId: newId(), purpose: 'pelayanan' };
const nik = (serial: number) => asNik(`990101010180${9000 + serial}`);
const siti = nik(1);
const budi = nik(2);

let given: GivenHouse;
let sequencer: Sequencer;
const faults: Error[] = [];

function start(): Sequencer {
  const { place } = given.house.ground.ledger;
  return startSequencer({ connection: given.connection, place, onFault: (fault) => void faults.push(fault) });
}

beforeAll(async () => {
  given = await givenHouse();
  sequencer = start();
  await sequencer.ready;
});
afterAll(() => sequencer.stop());

describe('recording', () => {
  it('shows every look to the person, with who, why and what', async () => {
    const { entryId } = await given.transact(officer, async (tx) => {
      const recorded = await record(tx, officer, {
        label: 'resident.opened',
        subjects: [{ nik: siti, detail: 'address' }, { nik: budi }],
        facts: { route: 'open', n: 2 },
      });
      expect([...tx.recorded]).toEqual(['resident.opened']);
      return recorded;
    });
    const looks = await given.transact(officer, (tx) => whoLooked(tx, siti));
    expect(looks).toMatchObject([
      { entryId, label: 'resident.opened', by: 'officer:7', office: officer.officeId, purpose: 'pelayanan', detail: 'address' },
    ]);
    // The story's clock stands in 2018; the true instant is another.
    expect(looks[0]!.clock).toEqual(given.clock.now());
    expect(Math.abs(looks[0]!.at.getTime() - Date.now())).toBeLessThan(60_000);
    expect(await given.transact(officer, (tx) => whoLooked(tx, budi))).toMatchObject([{ entryId, detail: null }]);
  });

  it('leaves nothing when the act is undone', async () => {
    const undone = given.transact(officer, async (tx) => {
      await record(tx, officer, { label: 'resident.opened', subjects: [{ nik: nik(3) }] });
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    expect(await given.transact(officer, (tx) => whoLooked(tx, nik(3)))).toEqual([]);
  });

  it('refuses a 16-digit number in the facts, and keeps one out of the purpose', async () => {
    const act = { label: 'x', facts: { note: `cek ${siti}` } };
    await expect(given.transact(officer, (tx) => record(tx, officer, act))).rejects.toThrow(RangeError);
    const digest = '1234567890123456'.repeat(4);
    const curious = { ...officer, purpose: `melihat ${siti}` };
    await given.transact(curious, (tx) => record(tx, curious, { label: 'x', facts: { digest }, subjects: [{ nik: nik(4) }] }));
    const looks = await given.transact(officer, (tx) => whoLooked(tx, nik(4)));
    expect(looks[0]!.purpose).toBe('melihat […]');
  });

  it('of many people in a table is one entry, and an access row each', async () => {
    const { count } = await given.system(async (tx) => {
      await sql`create temporary table staged on commit drop as
        select 9902010101800000 + i as nik from generate_series(1, 1000) i order by random()`.execute(tx.kysely);
      return recordStaged(tx, officer, { label: 'resident.imported', niks: sql`select nik from staged` });
    });
    expect(count).toBe(1000);
    const looks = await given.transact(officer, (tx) => whoLooked(tx, asNik('9902010101800500')));
    expect(looks).toMatchObject([{ label: 'resident.imported' }]);
  });

  it('of nobody is an entry without access rows', async () => {
    await given.transact(officer, (tx) => record(tx, officer, { label: 'office.opened' }));
    expect((await verifyLedger(given.house.ground.ledger)).ok).toBe(true);
  });
});

describe('the role app', () => {
  it('sees no access row but through the one function', async () => {
    await given.transact(officer, (tx) => record(tx, officer, { label: 'x', subjects: [{ nik: siti }] }));
    const looking = given.transact(officer, (tx) => sql`select * from ledger.access`.execute(tx.kysely));
    await expect(looking).rejects.toThrow(/permission denied/);
  });

  it.each(['update ledger.access set nik = 0', 'delete from ledger.pending', 'insert into ledger.entry values (0, gen_random_uuid())', 'update ledger.head set size = 0'])(
    'may not: %s',
    async (statement) => {
      const trying = given.transact(officer, (tx) => sql.raw(statement).execute(tx.kysely));
      await expect(trying).rejects.toThrow(/permission denied/);
    },
  );
});

describe('verification', () => {
  it('holds for what was recorded, in whatever size of entry', async () => {
    await given.transact(officer, (tx) =>
      recordEach(
        tx,
        Array.from({ length: 700 }, (_, i) => ({
          actor: officer,
          label: 'verification.answered',
          subjects: Array.from({ length: i % 4 }, (_, n) => ({ nik: nik(10 + ((i + n) % 900)), detail: n % 2 ? 'a\tb\\c\n' : null })),
        })),
      ),
    );
    const verdict = await verifyLedger(given.house.ground.ledger);
    expect(verdict).toMatchObject({ ok: true, firstBad: null });
    expect(verdict.size).toBeGreaterThan(700);
  });

  it('against a checkpoint kept outside holds, also when the log has grown since', async () => {
    const { ledger } = given.house.ground;
    const kept = (await ledger.place.folder.checkpointNote())!;
    await given.transact(officer, (tx) => record(tx, officer, { label: 'x' }));
    expect((await verifyLedger(ledger, { against: [kept] })).ok).toBe(true);
    const forged = await verifyLedger(ledger, { against: [kept.replace(/\n\d+\n/, '\n3\n')] });
    expect(forged).toMatchObject({ ok: false, firstBad: { kind: 'checkpoint_broken' } });
  });

  it('finds a byte changed in a bundle or a tile, or a file that is gone', async () => {
    const { ledger } = given.house.ground;
    const { dir } = ledger.place.folder;
    for (const name of ['tile/entries/000', 'tile/0/001']) {
      const path = join(dir, name);
      const bytes = await readFile(path);
      const { writeFile } = await import('node:fs/promises');
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
    const other = await givenHouse();
    const { ledger, vault } = other.house.ground;
    await other.transact(officer, (tx) => record(tx, officer, { label: 'x', subjects: [{ nik: siti }] }));
    const sequencing = startSequencer({ connection: other.connection, place: ledger.place, onFault: (fault) => void faults.push(fault) });
    await sequencing.ready;
    await sequencing.stop();
    const superuser = new Client(other.superuser);
    await superuser.connect();
    await superuser.query('delete from ledger.access');
    await superuser.end();
    expect(await verifyLedger(ledger)).toMatchObject({ ok: false, firstBad: { kind: 'access_missing', seq: 0 } });
    vault.destroyMonth(new Date().toISOString().slice(0, 7));
    expect((await verifyLedger(ledger)).ok).toBe(true);
    await other.close();
  });
});

it('the sequencer has had no fault', () => expect(faults).toEqual([]));
