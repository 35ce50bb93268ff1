import { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { CommandContext } from '../command.ts';
import { asNik } from '../id/index.ts';
import { ledgerCommands } from './commands.ts';
import { givenLedger, officer, type GivenLedger } from './given-ledger.ts';
import { record, TAMPER_KINDS } from './index.ts';

let given: GivenLedger;

beforeAll(async () => {
  given = await givenLedger();
  const sequencer = given.start();
  await sequencer.ready;
  for (let i = 1; i < 4; i++) {
    const subjects = [{ nik: asNik(`990101010180900${i}`) }];
    await given.transact((tx) => record(tx, officer, { label: 'resident.opened', subjects }));
  }
  await given.numbered();
  await sequencer.stop();
});

async function run(...args: string[]) {
  let document: unknown;
  let exitCode = 0;
  const context: CommandContext = {
    withRegister: (_command, work) => work({ ground: { ledger: given.ledger } } as never),
    print: (_command, printed, lines) => {
      document = printed;
      expect(lines().length).toBeGreaterThan(0);
    },
    fails: () => (exitCode = 1),
  };
  const program = new Command('jatidiri');
  ledgerCommands.add(program, context);
  await program.parseAsync(args, { from: 'user' });
  return { document, exitCode };
}

it('verify says that an untouched log is sound, also against a checkpoint in a file', async () => {
  const kept = join(given.root, 'kept');
  await writeFile(kept, (await given.ledger.place.folder.checkpointNote())!);
  expect(await run('ledger', 'verify', '--against', kept)).toMatchObject({
    exitCode: 0,
    document: { ok: true, size: 3, root: expect.any(String), checkpoint: expect.any(String), firstBad: null },
  });
  await expect(run('ledger', 'verify', '--against', join(given.root, 'none'))).rejects.toThrow('ledger.file_not_found');
});

it('export copies the log', async () => {
  const { document } = await run('ledger', 'export', '--out', join(given.root, 'out'));
  expect(document).toMatchObject({ size: 3 });
});

it('tamper names its kinds, and what it did is found by verify, which then ends with 1', async () => {
  expect((await run('tamper', 'list')).document).toEqual({ kinds: TAMPER_KINDS });
  expect((await run('tamper', 'delete')).document).toMatchObject({ kind: 'delete', did: expect.any(String) });
  expect(await run('ledger', 'verify')).toMatchObject({ exitCode: 1, document: { ok: false } });
});
