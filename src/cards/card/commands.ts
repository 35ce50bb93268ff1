/** `card import FILE` and `card trace NIK-or-SERIAL-or-UID`. */
import type { Command } from 'commander';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { may, systemActor } from '../../core/access/index.ts';
import { noun, onRegister, type CommandContext, type CommandSpec } from '../../core/command.ts';
import { asJson, asLines } from '../../core/staged-import/index.ts';
import { asOfficer, askPassword } from '../../register/officer/index.ts';
import { importCards, tables } from './import/import.ts';
import { refuse } from './refusals.ts';
import type { TracedCard } from './schema.ts';
import { traceCard } from './trace/trace.ts';

export const cardCommands: CommandSpec = {
  add(program, context) {
    const cards = noun(program, 'card', 'KTP-el / cards');
    addImport(onRegister(cards.command('import')), context);
    addTrace(onRegister(cards.command('trace')), context);
  },
};

/** So many refused rows are named; the rest are counted. */
const NAMED = 20;

/** Refused rows leave the exit code 0. */
function addImport(command: Command, { withRegister, print }: CommandContext): void {
  command
    .description('Impor kartu tahun-tahun sebelumnya dari CSV, XLSX, ODS / import cards of earlier years from a table')
    .argument('<file>', 'tabel nik, serial, uid, state, printed_on, office / table')
    .option('--dry-run', 'periksa saja, tidak ada yang dimasukkan / check only, enter nothing')
    .action(async (file: string, given: { dryRun?: boolean }, self: Command) => {
      await access(file).catch(() => {
        throw refuse('card.import_no_file', { values: { file } });
      });
      const { done, faults } = await withRegister(self, async (register) => {
        const actor = systemActor('import');
        const result = await importCards(
          register,
          { name: basename(file), path: file },
          { actor, dryRun: given.dryRun ?? false },
        );
        const named = await register.database.transact('system', actor, (tx) =>
          tables.listFaults(tx, result.importId, 0, NAMED),
        );
        const said = named.map(
          ({ row, column, code }) => `  ${row} ${column}: ${register.speaker.say('id', `card.import.${code}`)}`,
        );
        return { done: result, faults: said };
      });
      print(self, asJson(done), () => [...asLines(done, given), ...faults]);
    });
}

function addTrace(command: Command, { withRegister, print }: CommandContext): void {
  command
    .description('Telusuri kartu / trace a card')
    .argument('<what>', 'NIK, nomor seri, atau UID cip / NIK, serial or chip UID')
    .requiredOption('--as <officer>', 'nama pengguna petugas / user name of the officer who acts')
    .action(async (what: string, given: { as: string }, self: Command) => {
      const who = {
        username: given.as,
        password: await askPassword(),
        purpose: 'service',
        command: 'jatidiri card trace',
        access: may('card.trace'),
      };
      const traced = await withRegister(self, (register) =>
        asOfficer(register, who, (tx, actor) => traceCard(tx, actor, { what })),
      );
      print(self, traced, () => traced.cards.flatMap(traceLines));
    });
}

function traceLines({ holder, serial, uid, state, printedOn, steps, blank }: TracedCard): string[] {
  return [
    `${holder}, ${state}, dicetak / printed ${printedOn}${serial ? `, seri / serial ${serial}` : ''}${uid ? `, UID ${uid}` : ''}`,
    ...(blank
      ? [
          `  kiriman / delivery ${blank.batch.number}, ${blank.batch.supplier}, ${blank.batch.deliveredOn}`,
          ...blank.custody.map(({ from, until, store, office, keepers }) => {
            const names = keepers.map(({ name }) => name).join(', ');
            return `  ${from.slice(0, 16)} - ${until?.slice(0, 16) ?? 'sekarang / now'}  ${store}, ${office}: ${names}`;
          }),
        ]
      : []),
    ...steps.map((step) => {
      const where = [step.office, step.officer, step.cause, step.reason].filter(Boolean).join(', ');
      return `  ${step.at.slice(0, 16)}  ${step.state}  ${where}`;
    }),
  ];
}
