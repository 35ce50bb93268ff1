import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { expect, it, vi } from 'vitest';
import { one, sql } from '../db/index.ts';
import { asNik } from '../id/index.ts';
import { Refusal } from '../refusal/index.ts';
import { givenLedger, officer, type GivenLedger } from './given-ledger.ts';
import { openLedger, recordEach, resumeAfterRestore, tamper, verifyLedger } from './index.ts';
import { openCheckpoint } from './log/index.ts';
import { LogRolledBack, signCheckpoint } from './publish.ts';

const CHILD = new URL('given-sequencer-process.ts', import.meta.url).pathname;

async function startProcess(given: GivenLedger) {
  const child = spawn(process.execPath, [CHILD, given.root, JSON.stringify(given.connection)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => void said.push(text));
  while (!said.join('').includes('ready')) {
    if (child.exitCode !== null) throw new Error(`the sequencer ended: ${said.join('')}`);
    await sleep(5);
  }
  return {
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

const acts = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    actor: officer,
    label: 'resident.opened',
    subjects: [{ nik: asNik(`990101010180${9001 + (i % 900)}`) }],
  }));

const numberedEntries = (given: GivenLedger) =>
  given.transact((tx) => one(tx, sql<{ n: number }>`select count(*)::int as n from ledger.entry`));

it('a sequencer killed at any moment loses nothing, numbers nothing twice and signs one history', async () => {
  const given = await givenLedger();
  let recorded = 0;
  let writing = true;
  const writer = (async () => {
    while (writing) {
      await given.transact((tx) => recordEach(tx, acts(97)));
      recorded += 97;
    }
  })();
  for (let round = 0; round < 4; round++) {
    const child = await startProcess(given);
    await sleep(20 + round * 60);
    await child.kill();
  }
  writing = false;
  await writer;
  const sequencer = given.start();
  await sequencer.ready;
  await given.numbered();
  await sequencer.stop();

  // Every checkpoint in the outside folder is compared: a fork at any kill would show here.
  expect(await verifyLedger(given.ledger)).toMatchObject({ ok: true, size: recorded, firstBad: null });
  expect((await numberedEntries(given)).n).toBe(recorded);
  expect(await readdir(join(given.root, 'ledger/journal'))).toEqual([]);
});

it('a sequencer whose connection is cut goes on by itself', async () => {
  const given = await givenLedger();
  await given.start().ready;
  const superuser = new Client(given.superuser);
  await superuser.connect();
  for (let round = 0; round < 2; round++) {
    await given.transact((tx) => recordEach(tx, acts(50)));
    await superuser.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'jatidiri sequencer' and datname = current_database()`);
    await given.transact((tx) => recordEach(tx, acts(50)));
    await given.numbered();
  }
  await superuser.end();
  expect(await verifyLedger(given.ledger)).toMatchObject({ ok: true, size: 200 });
});

it('of two sequencers one works, and the other takes its place', async () => {
  const given = await givenLedger();
  const first = given.start();
  await first.ready;
  const second = given.start();
  await given.transact((tx) => recordEach(tx, acts(10)));
  await given.numbered();
  await first.stop();
  await second.ready;
  await given.transact((tx) => recordEach(tx, acts(10)));
  await given.numbered();
  await second.stop();
  expect(given.faults).toEqual([]);
  expect(await verifyLedger(given.ledger)).toMatchObject({ ok: true, size: 20 });
});

it('what was numbered but not yet published is read from the journals, and a journal that is gone is found', async () => {
  const given = await givenLedger();
  const sequencer = given.start();
  await sequencer.ready;
  await given.transact((tx) => recordEach(tx, acts(300)));
  await given.numbered();
  await sequencer.stop();
  const kept = join(given.root, 'kept');
  await cp(join(given.root, 'ledger'), kept, { recursive: true });

  // As a kill between the commit and the tiles leaves it.
  const child = await startProcess(given);
  await given.transact((tx) => recordEach(tx, acts(300)));
  await given.numbered();
  await child.kill();
  const journals = await readdir(join(given.root, 'ledger/journal'));
  expect(journals.length).toBeGreaterThan(0);
  for (const name of ['tile', 'checkpoint']) {
    await rm(join(given.root, 'ledger', name), { recursive: true });
    await cp(join(kept, name), join(given.root, 'ledger', name), { recursive: true });
  }
  expect(await verifyLedger(given.ledger)).toMatchObject({ ok: true, size: 600 });
  const path = join(given.root, 'ledger/journal', journals.toSorted().at(-1)!);
  const bytes = await readFile(path);
  await rm(path);
  expect(await verifyLedger(given.ledger)).toMatchObject({ ok: false, firstBad: { kind: 'file_damaged' } });
  await writeFile(path, bytes);
  await given.start().ready;
  expect(await verifyLedger(given.ledger)).toMatchObject({ ok: true, size: 600 });
});

it('a database put back to an older state is not numbered any further, and disclosures stop', async () => {
  const given = await givenLedger();
  const first = given.start();
  await first.ready;
  await given.transact((tx) => recordEach(tx, acts(200)));
  await given.numbered();
  await first.stop();
  const superuser = new Client(given.superuser);
  await superuser.connect();
  // The only act of its kind, keeping 120 entries.
  await tamper(superuser, 'rollback', (below) => Math.min(120, below - 1));
  const second = given.start();
  await given.transact((tx) => recordEach(tx, acts(5)));
  while (given.faults.length === 0) await sleep(20);
  await second.stop();
  expect(given.faults[0]).toBeInstanceOf(LogRolledBack);
  expect((await numberedEntries(given)).n).toBe(120);
  await given.ledger.mustBeAlive();

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5000 });
  await given.ledger.mustBeAlive();
  vi.setSystemTime(Date.now() + 6000);
  expect(await given.ledger.oldestPendingMs()).toBeGreaterThan(10_000);
  await expect(given.ledger.mustBeAlive()).rejects.toThrow(Refusal);
  vi.useRealTimers();

  // The operator decides to go on: the log is one history again, and what was lost with the database is named.
  expect(await resumeAfterRestore(given.ledger)).toEqual({ renumbered: 80, size: 200 });
  const third = given.start();
  await third.ready;
  await given.numbered();
  await third.stop();
  expect(await verifyLedger(given.ledger)).toMatchObject({ size: 205, firstBad: { kind: 'access_missing', seq: 120 } });
  await superuser.end();
});

it('the vault signs no second history, whoever asks', async () => {
  const given = await givenLedger();
  const { place } = given.ledger;
  const root = (byte: number) => Buffer.alloc(32, byte);
  const note = signCheckpoint(place, 5, root(1));
  expect(openCheckpoint(note, place.key)).toMatchObject({ size: 5 });
  expect(signCheckpoint(place, 5, root(1))).toBe(note);
  expect(() => signCheckpoint(place, 5, root(2))).toThrow(LogRolledBack);
  expect(() => signCheckpoint(place, 4, root(2))).toThrow(LogRolledBack);
  signCheckpoint(place, 6, root(3));
});

it('a database that does not answer stops disclosures', async () => {
  const given = await givenLedger();
  const lost = openLedger({
    connection: { ...given.connection, database: 'nowhere' },
    vault: given.vault,
    dir: join(given.root, 'ledger'),
    witnessDir: null,
  });
  await expect(lost.mustBeAlive()).rejects.toThrow(Refusal);
  await lost.close();
});
