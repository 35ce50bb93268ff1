import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { speaker } from '../text/index.ts';
import { noun, onRegister, type CommandContext, type CommandSpec } from '../command.ts';
import { en } from './en.ts';
import { exportLog } from './export.ts';
import { id } from './id.ts';
import { refuse } from './refusals.ts';
import { resumeAfterRestore } from './resume.ts';
import { TAMPER_KINDS, type TamperKind } from './tamper.ts';
import { tamperWithDemonstration } from './tamper-demonstration.ts';
import { verifyLedger } from './verify-ledger.ts';

export const ledgerCommands: CommandSpec = {
  add(program, context) {
    const ledger = noun(program, 'ledger', 'Log akses / the access log');
    onRegister(ledger.command('verify'))
      .description('Periksa seluruh log / verify the whole log')
      .option('--against <file>', 'titik periksa yang disimpan di luar / a checkpoint that was kept outside')
      .action((options: { against?: string }, command: Command) => verify(command, context, options.against));
    onRegister(ledger.command('export'))
      .description('Salin log beserta pemeriksanya / copy the log together with its verifier')
      .requiredOption('--out <dir>', 'folder tujuan / target folder')
      .action((options: { out: string }, command: Command) => exportTo(command, context, resolve(options.out)));
    onRegister(ledger.command('resume'))
      .description(
        'Sesudah pemulihan: lanjutkan dari yang sudah ditandatangani / after a restore: go on from what was signed',
      )
      .action((_options: unknown, command: Command) => resume(command, context));
    const kinds = noun(program, 'tamper', 'Rusak data peragaan sebagai superuser / tamper with demonstration data');
    // Takes the options of its siblings, as it is typed beside them; it opens no register.
    onRegister(kinds.command('list'))
      .description('Cara-cara perusakan / the kinds of tampering')
      .action((_options: unknown, command: Command) => {
        context.print(command, { kinds: TAMPER_KINDS }, () =>
          TAMPER_KINDS.map((kind) => `  ${kind.padEnd(9)} ${DESCRIPTIONS[kind]}`),
        );
      });
    for (const kind of TAMPER_KINDS) {
      onRegister(kinds.command(kind))
        .description(DESCRIPTIONS[kind])
        .action((_options: unknown, command: Command) => tamperAs(command, context, kind));
    }
  },
};

const EXISTING = { existing: true } as const;

const DESCRIPTIONS = {
  alter: 'Ubah satu baris / change one row',
  delete: 'Hapus jejak / delete traces',
  insert: 'Karang jejak / invent traces',
  reorder: 'Tukar urutan / swap what came when',
  rollback: 'Tarik kembali catatan terakhir / take back the last entries',
  replace: 'Ganti dengan salinan lama / replace by an older copy',
} as const satisfies Record<TamperKind, string>;

async function verify(command: Command, context: CommandContext, against: string | undefined): Promise<void> {
  const note = against === undefined ? [] : [await readCheckpoint(against)];
  const verdict = await context.withRegister(
    command,
    ({ ground }) => verifyLedger(ground.ledger, { against: note }),
    EXISTING,
  );
  context.print(command, verdict, () =>
    verdict.ok
      ? [
          `Utuh: ${verdict.size} catatan / Sound: ${verdict.size} entries`,
          `${verdict.root}`,
          ...(verdict.former ?? []).map(
            ({ origin, size, kept }) =>
              `sesudah / after ${origin}: ${size} ditandatangani / signed, ${kept} dipertahankan / kept`,
          ),
        ]
      : [`RUSAK / TAMPERED: ${verdict.firstBad!.kind}`, verdict.firstBad!.detail],
  );
  if (!verdict.ok) context.fails();
}

async function readCheckpoint(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (fault) {
    throw refuse('ledger.file_not_found', { detail: String(fault) });
  }
}

async function exportTo(command: Command, context: CommandContext, dir: string): Promise<void> {
  const done = await context.withRegister(command, ({ ground }) => exportLog(ground.ledger.place, dir), EXISTING);
  context.print(command, { ...done, out: dir }, () => [
    `${done.size} catatan disalin / ${done.size} entries copied`,
    `node ${dir}/verifier.mjs ${dir}`,
  ]);
}

async function resume(command: Command, context: CommandContext): Promise<void> {
  const done = await context.withRegister(command, ({ ground }) => resumeAfterRestore(ground.ledger), EXISTING);
  context.print(command, done, () => [`${done.renumbered} catatan dinomori kembali / entries numbered again`]);
}

async function tamperAs(command: Command, context: CommandContext, kind: TamperKind): Promise<void> {
  const { act, values } = await context.withRegister(
    command,
    ({ ground }) => tamperWithDemonstration(ground.ledger, kind),
    EXISTING,
  );
  const speaks = speaker([{ id, en }]);
  const [did, inEnglish] = [
    speaks.say('id', `ledger.tamper.${act}`, values),
    speaks.say('en', `ledger.tamper.${act}`, values),
  ];
  context.print(command, { kind, act, did }, () => [did, inEnglish]);
}
