import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenDatabase } from '../../../test/given/database.ts';
import { openRegister } from '../../cli/register.ts';
import { systemActor } from '../access/index.ts';
import { foldersOf, readConfig } from '../config/index.ts';
import { asNik } from '../id/index.ts';
import { verifyLedger } from '../ledger/index.ts';
import { checkpointText, signNote } from '../ledger/log/index.ts';
import { KeyDestroyed, openVault } from '../vault/index.ts';
import { listBackupsContract } from './contract.ts';
import { readDocument, writeDocument } from './document.ts';
import type { Point } from './places.ts';
import { routes } from './routes.ts';
import { budi, givenRegister, siti, type GivenRegister } from './given-register.ts';
import {
  archiveOnce,
  createBackup,
  listBackups,
  makeIdentity,
  parseIdentities,
  parseRecipient,
  restoreBackup,
  verifyBackup,
} from './index.ts';

let given: GivenRegister;
let place: (name: string) => string;
const sealedAt = { table: 'resident.protected', row: siti, column: 'sealed' };
const plain = { recipients: [], identities: [], tombstones: [], against: [] };

beforeAll(async () => {
  given = await givenRegister();
  place = (name) => join(given.root, name);
});
afterAll(() => given.close());

describe('a backup of a register at work', () => {
  it('holds: restored aside, its ledger has the root that was published', async () => {
    const address = await given.addFile('sealed bytes');
    await given.act(300);
    const before = await given.numbered();
    let working = true;
    const work = (async () => {
      while (working) await given.act(10);
    })();
    const backup = await createBackup({ ...plain, config: given.config, dir: place('first') });
    working = false;
    await work;
    const [point] = backup.points;
    expect(point!.size).toBeGreaterThan(before);
    expect(point!.signed).toBe(point!.size);
    expect(
      existsSync(join(backup.folder, 'points/000000/files', address.slice(0, 2), address.slice(2, 4), address)),
    ).toBe(true);

    const found = await verifyBackup({ ...plain, config: given.config, dir: place('first') });
    expect(found).toMatchObject({ ok: true, matchesCheckpoint: true, size: point!.size, checkpointSize: point!.size });
    const witness = foldersOf(given.config).witness;
    const notes = readdirSync(witness).map((name) => readFileSync(join(witness, name), 'utf8'));
    expect(notes.join('')).toContain(`\n${found.size}\n${found.root}\n`);
    expect(await listBackups(place('first'))).toMatchObject([
      { readable: true, verified: { ok: true, root: found.root } },
    ]);
  });

  it('stands in the list with its age and its last verification', async () => {
    const actor = systemActor('test');
    const [list] = routes;
    const answer = await given.house.database.transact('app', actor, (tx) =>
      list!.handle(tx, actor, {} as never, {} as never),
    );
    const { backups } = listBackupsContract.output.parse(answer);
    expect(backups).toMatchObject([{ points: 1, encrypted: false, readable: true, verified: { ok: true } }]);
    expect(backups[0]!.ageSeconds).toBeLessThan(60);
    expect(backups[0]!.bytes).toBeGreaterThan(1_000_000);
  });

  it('has no key of the vault in its base, its WAL or its log', () => {
    const names = readdirSync(place('first'), { recursive: true }) as string[];
    const outside = names.filter((name) => !name.startsWith('vault-apart'));
    expect(outside.filter((name) => /vault|tombstone/.test(name))).toEqual([]);
    expect(names.some((name) => /^vault-apart\/.*vault\.tar\.zst$/.test(name))).toBe(true);
  });

  it('does not hold where a byte was changed, in whatever file', async () => {
    const names = readdirSync(place('first'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^lock$|\.verified$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    expect(names.length).toBeGreaterThan(7);
    for (const path of names) {
      const bytes = readFileSync(path);
      const changed = Buffer.from(bytes);
      changed[Math.floor(bytes.length / 2)]! ^= 1;
      writeFileSync(path, changed);
      const found = await verifyBackup({ ...plain, config: given.config, dir: place('first') });
      expect(found, path).toMatchObject({ ok: false, found: { code: 'backup.damaged' } });
      writeFileSync(path, bytes);
    }
  });

  it('does not hold where somebody rewrote a part and all sums with it', async () => {
    const dir = place('forged');
    cpSync(place('first'), dir, { recursive: true });
    const [name] = readdirSync(dir).filter((each) => /^\d{8}T\d{6}Z$/.test(each));
    const path = join(dir, name!, 'points/000000/point');
    const { document, signature } = await readDocument<Point>(path);
    await writeDocument(path, { ...document, size: document.size - 1 });
    writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n${signature}\n`);
    const found = await verifyBackup({ ...plain, config: given.config, dir });
    expect(found).toMatchObject({ ok: false, found: { code: 'backup.damaged' } });
    expect(found.found!.detail).toContain('not signed');
  });

  it('does not hold against a checkpoint that says otherwise', async () => {
    const { key } = given.house.ground.ledger.place;
    const text = checkpointText({ origin: key.name, size: 10, root: randomBytes(32) });
    const file = place('other.notes');
    writeFileSync(
      file,
      signNote(text, key, (message) => given.house.ground.vault.sign('ledger', message)),
    );
    const other = await verifyBackup({ ...plain, config: given.config, dir: place('first'), against: [file] });
    expect(other).toMatchObject({ ok: false, matchesCheckpoint: false, found: { code: 'ledger.checkpoint_differs' } });
  });

  it('that broke off is none', async () => {
    const dir = place('half');
    mkdirSync(dir);
    const [name] = readdirSync(place('first')).filter((each) => /^\d{8}T/.test(each) && !each.endsWith('.verified'));
    cpSync(join(place('first'), name!), join(dir, `.${name}.part`), { recursive: true });
    const asked = { ...plain, config: given.config, dir };
    await expect(verifyBackup(asked)).rejects.toMatchObject({ code: 'backup.none_here' });
    renameSync(join(dir, `.${name}.part`), join(dir, name!));
    rmSync(join(dir, name!, 'points'), { recursive: true });
    mkdirSync(join(dir, name!, 'points'));
    expect(await verifyBackup(asked)).toMatchObject({ ok: false, found: { code: 'backup.damaged' } });
  });
});

describe('a restore', () => {
  it('goes into an empty folder only, and says who has another', async () => {
    const asked = { ...plain, dir: place('first') };
    await expect(restoreBackup({ ...asked, config: given.config })).rejects.toMatchObject({
      code: 'db.data_in_use',
      values: { name: 'backup.test' },
    });
    mkdirSync(place('used'));
    writeFileSync(join(place('used'), 'something'), '');
    const used = restoreBackup({ ...asked, config: readConfig({ dataDir: place('used') }) });
    await expect(used).rejects.toMatchObject({ code: 'backup.folder_in_use' });
    expect(readdirSync(place('used'))).toEqual(['something']);
  });

  it('of an older backup leaves unreadable who was erased since, and the register goes to work', async () => {
    const { vault } = given.house.ground;
    const erased = [siti, ...Array.from({ length: 99 }, (_, n) => asNik(`990201010190${9001 + n}`))];
    vault.makePersonKeys(erased);
    const sealed = erased.map((nik) => vault.sealForPerson(nik, sealedAt, nik));
    const ofBudi = vault.sealForPerson(budi, sealedAt, 'BUDI');
    await given.act(5);
    const size = await given.numbered();
    await createBackup({ ...plain, config: given.config, dir: place('older') });
    for (const nik of erased) vault.erasePerson(nik);

    const config = readConfig({ dataDir: place('restored') });
    const done = await restoreBackup({ ...plain, config, dir: place('older') });
    expect(done).toMatchObject({ size, ledgerGoesOn: true });
    const restored = openVault({ dir: foldersOf(config).vault });
    expect(restored.isErased(siti)).toBe(true);
    for (const [n, nik] of erased.entries()) {
      expect(() => restored.unsealForPerson(nik, sealedAt, sealed[n]!)).toThrow(KeyDestroyed);
    }
    expect(restored.unsealForPerson(budi, sealedAt, ofBudi).toString()).toBe('BUDI');
    restored.close();

    const register = await openRegister(config, { kind: 'server', name: 'restored', onSignal: 'leave' });
    const faults: Error[] = [];
    const sequencer = register.house.startSequencer((fault) => void faults.push(fault));
    await sequencer.ready;
    const verdict = await verifyLedger(register.house.ground.ledger);
    expect(verdict).toMatchObject({ ok: true, size });
    await sequencer.stop();
    await register.close();
    expect(faults).toEqual([]);
  });
});

describe('an archive that goes on', () => {
  it('brings back any instant between its points, with the root of that time', async () => {
    const { identity, recipient } = makeIdentity();
    const keys = { identities: parseIdentities(identity), recipients: [parseRecipient(recipient)] };
    const asked = { ...plain, ...keys, config: given.config, dir: place('archive') };
    expect((await archiveOnce(asked)).did).toBe('begun');
    await given.act(200);
    const size = await given.numbered();
    await sleep(5);
    const instant = new Date();
    await sleep(5);
    await given.act(200);
    await given.numbered();
    const { did, backup } = await archiveOnce(asked);
    expect(did).toBe('added');
    expect(backup.points.length).toBe(2);

    expect(await verifyBackup({ ...asked, to: instant })).toMatchObject({ ok: true, size, at: instant.toISOString() });
    expect(await verifyBackup(asked)).toMatchObject({ ok: true, size: backup.points[1]!.size });
    const beyond = verifyBackup({ ...asked, to: new Date(Date.now() + 60_000) });
    await expect(beyond).rejects.toMatchObject({ code: 'backup.instant_not_covered' });
    await expect(verifyBackup({ ...asked, identities: [] })).rejects.toMatchObject({ code: 'backup.identity_missing' });
  });
});

describe('where another tool keeps the database', () => {
  it('files, log and keys are kept, and the backup does not claim more', async () => {
    const other = await givenDatabase();
    const { user, password, host, port, database } = other.connection;
    const databaseUrl = `postgres://${user}:${String(password)}@localhost:${port}/${database}?host=${host}`;
    const config = readConfig({ dataDir: given.config.dataDir, databaseUrl });
    const backup = await createBackup({ ...plain, config, dir: place('elsewhere') });
    expect(backup.manifest).toMatchObject({ database: null, parts: [] });
    expect(backup.points).toMatchObject([{ wal: [], files: { count: 1 } }]);
    const found = await verifyBackup({ ...plain, config: given.config, dir: place('elsewhere') });
    expect(found).toMatchObject({ ok: false, found: { code: 'backup.database_elsewhere' } });
    await other.drop();
  });
});
