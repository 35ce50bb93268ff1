import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { asNik } from '../id/index.ts';
import { givenLedger, officer, type GivenLedger } from './given-ledger.ts';
import { beginNewLog, exportLog, openLedger, recordEach, tamper, verifyLedger, type Ledger } from './index.ts';
import { LogRolledBack } from './publish.ts';
import { startSequencer } from './sequencer.ts';

let given: GivenLedger;
/** Checkpoints as witnesses keep them: within what is kept, of what is given up, of the new log. */
const kept: { early: string; late: string; fresh: string } = { early: '', late: '', fresh: '' };
const second = { ...officer, id: 'second', pseudonym: 'officer:8' };
const asked = { by: officer, approvedBy: second, reason: 'Cadangan terakhir sebelum cakram rusak' };

const grow = (n: number) =>
  given.transact((tx) =>
    recordEach(
      tx,
      Array.from({ length: n }, () => ({ actor: officer, label: 'x', subjects: [{ nik: asNik('9901010101809001') }] })),
    ),
  );

async function note(name: keyof typeof kept): Promise<void> {
  kept[name] = join(given.root, name);
  await writeFile(kept[name], (await given.ledger.place.folder.checkpointNote())!);
}

/** The ledger as the next process opens it. */
function opened(): Ledger {
  const { connection, vault, root } = given;
  return openLedger({ connection, vault, dir: join(root, 'ledger'), witnessDir: join(root, 'witness') });
}

beforeAll(async () => {
  given = await givenLedger();
  const sequencer = given.start();
  await sequencer.ready;
  await grow(100);
  await given.numbered();
  await sleep(600);
  await note('early');
  await grow(500);
  await given.numbered();
  await sequencer.stop();
  await note('late');
});

it('a log that goes on is not ended, and never by one person alone', async () => {
  await expect(beginNewLog(given.ledger, asked)).rejects.toMatchObject({ code: 'ledger.goes_on' });
  const alone = beginNewLog(given.ledger, { ...asked, approvedBy: officer });
  await expect(alone).rejects.toMatchObject({ code: 'ledger.second_person' });
});

it('after a restore to before what was signed a new log begins with what is left, and both are accounted for', async () => {
  const superuser = new Client(given.superuser);
  await superuser.connect();
  await tamper(superuser, 'rollback', (below) => Math.min(300, below - 1));
  await superuser.end();
  const old = given.ledger.place.key.name;
  const done = await beginNewLog(given.ledger, asked);
  expect(done).toMatchObject({ kept: 300, size: 301, former: { origin: old, size: 600 } });
  expect(done.origin).not.toBe(old);

  const ledger = opened();
  const faults: Error[] = [];
  const onFault = (fault: Error) => void faults.push(fault);
  const sequencer = startSequencer({ connection: given.connection, place: ledger.place, onFault });
  await sequencer.ready;
  await grow(700);
  await given.numbered();
  await sequencer.stop();
  expect(faults).toEqual([]);
  await note('fresh');
  const verdict = await verifyLedger(ledger, { against: [await readFile(kept.early, 'utf8')] });
  expect(verdict).toMatchObject({ ok: true, size: 1001, former: [{ origin: old, size: 600, kept: 300 }] });
  // Whoever kept more than was kept of the log is told so.
  const lost = await verifyLedger(ledger, { against: [await readFile(kept.late, 'utf8')] });
  expect(lost).toMatchObject({ ok: false, firstBad: { kind: 'rolled_back' } });
  await ledger.close();
});

it('the ended log stays whole and readable, and the old sequencer goes no further', async () => {
  const { place } = given.ledger;
  const folder = join(given.root, 'ledger/former', place.key.name.split('/')[1]!);
  expect(verifier(folder)).toMatchObject({ status: 0, said: expect.stringContaining('"size":600') });
  const faults: Error[] = [];
  const sequencer = startSequencer({
    connection: given.connection,
    place,
    onFault: (fault) => void faults.push(fault),
  });
  while (faults.length === 0) await sleep(20);
  await sequencer.stop();
  expect(faults[0]).toBeInstanceOf(LogRolledBack);
});

it('the shipped verifier knows both logs', async () => {
  const dir = join(given.root, 'export');
  const ledger = opened();
  await exportLog(ledger.place, dir);
  await ledger.close();
  const sound = verifier(dir, '--against', kept.early, '--against', kept.fresh);
  expect(sound).toMatchObject({ status: 0, said: expect.stringContaining('"kept":300') });
  expect(verifier(dir, '--against', kept.late)).toMatchObject({
    status: 1,
    said: expect.stringContaining('only the first 300'),
  });
  const path = join(dir, 'former.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('cakram', 'gudang'));
  expect(verifier(dir).status).toBe(1);
  await writeFile(path, '[]');
  expect(verifier(dir, '--against', kept.early).status).toBe(1);
});

// As an outsider does, from a folder alone.
function verifier(folder: string, ...options: string[]) {
  const file = new URL('verifier.mjs', import.meta.url).pathname;
  const { status, stdout } = spawnSync(process.execPath, [file, folder, ...options], { encoding: 'utf8' });
  return { status, said: stdout };
}
