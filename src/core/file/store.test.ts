import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { givenDatabase } from '../../../test/given/database.ts';
import { type Actor, systemActor } from '../access/index.ts';
import { type Ground, openDatabase, type Tx } from '../db/index.ts';
import { asNik, newId, NOBODY } from '../id/index.ts';
import { storyClock } from '../time/index.ts';
import { givenJpeg, givenPng } from './given-content.ts';
import { givenSealer } from './given-sealer.ts';
import { deleteFiles, filesFollow, folderDriver, listFilesOf, openFile, storeFiles, sweepOrphans } from './index.ts';

const given = await givenDatabase();
const { connection } = given;
const dir = mkdtempSync(join(tmpdir(), 'files-'));
const sealer = givenSealer();
const clock = storyClock(new Date('2018-12-11T09:00:00Z'));
const database = openDatabase({
  connection,
  ground: { clock, files: { driver: folderDriver(dir), sealer } } as unknown as Ground,
});
afterAll(async () => {
  await database.close();
  await given.drop();
});

const nik = asNik('9971010508789001');
const officer = (code: string): Actor => ({
  ...systemActor('test'),
  kind: 'officer',
  id: newId(),
  officeId: newId(),
  jurisdiction: { code },
});
const here = officer('997101');
const elsewhere = officer('8803');
const app = <Result>(actor: Actor, work: (tx: Tx) => Promise<Result>) => database.transact('app', actor, work);
const system = <Result>(work: (tx: Tx) => Promise<Result>) => database.transact('system', systemActor('test'), work);
const photo = { nik, villageCode: '9971011001', kind: 'photo', name: 'foto.jpg', bytes: givenJpeg() };
const bytesOnDisk = () =>
  readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
const inAMinute = () => new Date(Date.now() + 60_000);

describe('files about things', () => {
  it('stay readable whoever is erased, and lie sealed', async () => {
    const minutes = { ...photo, nik: NOBODY, kind: 'minutes', name: 'segel.png', bytes: givenPng() };
    const [id] = await app(here, (tx) => storeFiles(tx, here, [minutes]));
    sealer.erase(NOBODY);
    expect((await app(here, (tx) => openFile(tx, id!))).bytes).toEqual(minutes.bytes);
    for (const path of bytesOnDisk()) expect(readFileSync(path).includes(minutes.bytes.subarray(0, 16))).toBe(false);
  });
});

describe('files of persons', () => {
  it('come back as they were, in order, and lie sealed', async () => {
    const scan = { ...photo, kind: 'requirement', name: 'pindai.png', bytes: givenPng() };
    const [first, second] = await app(here, (tx) => storeFiles(tx, here, [photo, scan]));
    expect(await app(here, (tx) => openFile(tx, first!))).toEqual({
      kind: 'photo',
      mediaType: 'image/jpeg',
      bytes: photo.bytes,
    });
    expect(await app(here, (tx) => openFile(tx, second!))).toMatchObject({ mediaType: 'image/png', bytes: scan.bytes });
    expect((await app(here, (tx) => listFilesOf(tx, nik))).map((file) => file.id)).toEqual([first, second]);
    for (const path of bytesOnDisk()) expect(readFileSync(path).includes(photo.bytes.subarray(0, 16))).toBe(false);
  });

  it('are all refused when one is, and nothing is written', async () => {
    const before = bytesOnDisk().length;
    const bad = { ...photo, bytes: photo.bytes.subarray(0, -2) };
    await expect(app(here, (tx) => storeFiles(tx, here, [photo, bad]))).rejects.toMatchObject({
      code: 'file.cut_short',
    });
    expect(bytesOnDisk()).toHaveLength(before);
  });

  it('are not seen from another region, and go with the person who moves', async () => {
    const [id] = await app(here, (tx) => storeFiles(tx, { ...here, officeId: null }, [photo]));
    await expect(app(elsewhere, (tx) => openFile(tx, id!))).rejects.toMatchObject({ code: 'file.not_found' });
    await app(here, (tx) => filesFollow(tx, [{ nik, villageCode: '8803022004' }]));
    expect(await app(elsewhere, (tx) => openFile(tx, id!))).toMatchObject({ kind: 'photo' });
    await expect(app(here, (tx) => openFile(tx, id!))).rejects.toMatchObject({ code: 'file.not_found' });
    await app(elsewhere, (tx) => filesFollow(tx, [{ nik, villageCode: '9971011001' }]));
  });

  it('of a transaction that failed are swept, the others stay', async () => {
    const kept = bytesOnDisk().length;
    const failing = app(here, async (tx) => {
      await storeFiles(tx, here, [photo]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(bytesOnDisk()).toHaveLength(kept + 1);
    expect(await system((tx) => sweepOrphans(tx, new Date(Date.now() - 3_600_000)))).toBe(0);
    expect(await system((tx) => sweepOrphans(tx, inAMinute()))).toBe(1);
    expect(bytesOnDisk()).toHaveLength(kept);
  });

  it('that were deleted are swept too', async () => {
    const [id] = await app(here, (tx) => storeFiles(tx, here, [photo]));
    await app(here, (tx) => deleteFiles(tx, [id!]));
    expect(await system((tx) => sweepOrphans(tx, inAMinute()))).toBe(1);
  });

  it('whose bytes were altered, lost or whose person was erased say so and open no more', async () => {
    const others = new Set(bytesOnDisk());
    const [id] = await app(here, (tx) => storeFiles(tx, here, [photo]));
    const path = bytesOnDisk().find((each) => !others.has(each))!;
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.concat([whole.subarray(0, 20), Buffer.from([whole[20]! ^ 1]), whole.subarray(21)]));
    await expect(app(here, (tx) => openFile(tx, id!))).rejects.toMatchObject({ code: 'file.unreadable', status: 410 });
    writeFileSync(path, whole);
    expect(await app(here, (tx) => openFile(tx, id!))).toMatchObject({ kind: 'photo' });
    sealer.erase(nik);
    await expect(app(here, (tx) => openFile(tx, id!))).rejects.toMatchObject({ code: 'file.unreadable', status: 410 });
  });
});
