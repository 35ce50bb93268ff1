import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { givenServer, type GivenServer } from '../../../test/given/serving.ts';
import { publicActor, systemActor } from '../access/index.ts';
import { record } from './index.ts';
import { holdsHistory, latestCheckpoint } from './read.ts';
import type { Sequencer } from './sequencer.ts';

const VERIFIER = fileURLToPath(new URL('verifier.mjs', import.meta.url));
let given: GivenServer;
let sequencer: Sequencer;
let origin: string;
const keep = join(tmpdir(), `jatidiri-kept-${process.pid}`);

beforeAll(async () => {
  given = await givenServer();
  sequencer = given.house.startSequencer(() => {});
  await sequencer.ready;
  await grow(300);
  origin = await given.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await sequencer.stop();
  await rm(keep, { recursive: true, force: true });
});

async function grow(count: number): Promise<number> {
  const before = (await checkpoint())?.size ?? 0;
  await given.system(async (tx) => {
    for (let i = 0; i < count; i++) await record(tx, systemActor('test'), { label: 'test.grown' });
  });
  while (((await checkpoint())?.size ?? 0) < before + count) await sleep(50);
  return (await checkpoint())!.size;
}

const checkpoint = async () =>
  (await given.transact(publicActor('id'), (tx) => latestCheckpoint(tx)))?.checkpoint ?? null;

function check(...options: string[]): Promise<{ status: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [VERIFIER, ...options], (fault, said) =>
      resolve({ status: fault ? Number(fault.code) : 0, said }),
    );
  });
}

it('anybody checks the whole log by its hashes, and is its witness from then on', async () => {
  const first = await check('--from', origin, '--keep', keep);
  expect(first).toMatchObject({ status: 0, said: expect.stringContaining('"checkpoints":1') });
  const size = await grow(260);
  const second = await check('--from', `${origin}/`, '--keep', keep);
  expect(second).toMatchObject({ status: 0, said: expect.stringContaining(`"size":${size}`) });
  expect(second.said).toContain('"checkpoints":2');
});

it('a log that no longer begins with what a witness kept is found out', async () => {
  const { key } = given.house.ground.ledger.place;
  const forged = join(tmpdir(), `jatidiri-forged-${process.pid}`);
  await mkdir(forged);
  await writeFile(join(forged, 'key'), await readFile(join(keep, 'key')));
  // Another history, truly signed by the same key: what a dishonest operator would show to others.
  const { signNote, checkpointText } = await import('./log/index.ts');
  const text = checkpointText({ origin: key.name, size: 200, root: Buffer.alloc(32, 7) });
  const note = signNote(text, key, (message) => given.house.ground.vault.sign('ledger', message));
  await writeFile(join(forged, '200.checkpoint'), note);
  const found = await check('--from', origin, '--keep', forged);
  expect(found).toMatchObject({ status: 1, said: expect.stringContaining('are not those that were signed') });
  await rm(forged, { recursive: true });
});

it('wrong use ends with 2, an address without a log with 1', async () => {
  expect((await check('--from', origin)).status).toBe(2);
  expect((await check('--from', `${origin}/tidak-ada`, '--keep', `${keep}-none`)).status).toBe(1);
  await rm(`${keep}-none`, { recursive: true, force: true });
});

it('the verifier is given to everybody, byte for byte', async () => {
  const answer = await fetch(`${origin}/v1/ledger/verifier`);
  expect(Buffer.from(await answer.arrayBuffer()).equals(await readFile(VERIFIER))).toBe(true);
});

it('a history is held only with its own root, its origin, and no longer than the log', async () => {
  const earlier = (await checkpoint())!;
  await grow(5);
  const holds = (claim: typeof earlier) =>
    given.transact(publicActor('id'), async (tx) => (await holdsHistory(tx, claim)).holds);
  expect(await holds(earlier)).toBe(true);
  expect(await holds({ ...earlier, size: 0, root: Buffer.alloc(32) })).toBe(false);
  expect(await holds({ ...earlier, root: Buffer.alloc(32, 1) })).toBe(false);
  expect(await holds({ ...earlier, size: earlier.size - 1 })).toBe(false);
  expect(await holds({ ...earlier, origin: 'lain' })).toBe(false);
  expect(await holds({ ...earlier, size: earlier.size + 1_000_000 })).toBe(false);
});
