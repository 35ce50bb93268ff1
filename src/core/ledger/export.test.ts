import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { asNik } from '../id/index.ts';
import { givenLedger, officer, type GivenLedger } from './given-ledger.ts';
import { exportLog, recordEach } from './index.ts';

let given: GivenLedger;
let dir: string;
let early: string;

async function grow(n: number): Promise<void> {
  await given.transact((tx) =>
    recordEach(
      tx,
      Array.from({ length: n }, () => ({ actor: officer, label: 'x', subjects: [{ nik: asNik('9901010101809001') }] })),
    ),
  );
  await given.numbered();
}

beforeAll(async () => {
  given = await givenLedger();
  const sequencer = given.start();
  await sequencer.ready;
  await grow(300);
  early = join(given.root, 'early');
  await writeFile(early, (await given.ledger.place.folder.checkpointNote())!);
  await grow(700);
  await sequencer.stop();
  dir = join(given.root, 'export');
  await exportLog(given.ledger.place, dir);
});

// Runs from the exported folder alone, as an outsider does.
function verifier(...options: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [join(dir, 'verifier.mjs'), dir, ...options], {
    encoding: 'utf8',
  });
  return { status, said: stdout };
}

it('an exported log is found sound by the verifier that comes with it, also against an earlier checkpoint', () => {
  expect(verifier('--against', early)).toMatchObject({ status: 0, said: expect.stringContaining('"size":1000') });
});

it('holds no NIK', async () => {
  expect((await readFile(join(dir, 'tile/entries/000'))).includes('9901010101809001')).toBe(false);
});

it.each(['tile/entries/001', 'tile/0/002', 'tile/entries/003.p/232', 'tile/1/000.p/3', 'checkpoint', 'key'])(
  'a changed byte in %s is found',
  async (name) => {
    const path = join(dir, name);
    const bytes = await readFile(path);
    for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 2]) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      await writeFile(path, changed);
      expect(verifier().status).toBe(1);
    }
    await writeFile(path, bytes);
  },
);

it('a checkpoint of another history, or of a longer log, is found', async () => {
  const later = join(given.root, 'later');
  const sequencer = given.start();
  await sequencer.ready;
  await grow(10);
  await sequencer.stop();
  await writeFile(later, (await given.ledger.place.folder.checkpointNote())!);
  expect(verifier('--against', later)).toMatchObject({
    status: 1,
    said: expect.stringContaining('1010 entries were signed'),
  });
});

it('wrong use ends with 2', () => expect(verifier('--nonsense').status).toBe(2));
