/** `card import FILE` and `card trace NIK-or-SERIAL-or-UID`. */
import type { Command } from 'commander';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { may, systemActor } from '../../core/access/index.ts';
import { noun, onRegister, type CommandContext, type CommandSpec } from '../../core/command.ts';
import { asJson, asLines, type FaultyRow } from '../../core/staged-import/index.ts';
import { instantText, LANGUAGES, type Speaker } from '../../core/text/index.ts';
import { ZONES } from '../../core/time/index.ts';
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

/** Only what is there is looked at: a card of a register that a mistyped name would make is nobody's. */
const EXISTING = { existing: true } as const;

/** Refused rows leave the exit code 0. */
function addImport(command: Command, { withRegister, print }: CommandContext): void {
  command
    .description('Impor kartu tahun-tahun sebelumnya dari CSV, XLSX, ODS / import cards of earlier years from a table')
    .argument('<file>', 'tabel nik, serial, uid, state, printed_on, office / table')
    .option('--dry-run', 'periksa saja, tidak ada yang dimasukkan / check only, enter nothing')
    .action(async (file: string, given: { dryRun?: boolean }, self: Command) => {
      const there = await stat(file).catch(() => null);
      if (!there?.isFile()) throw refuse('card.import_no_file', { values: { file } });
      const { done, faults, lines } = await withRegister(
        self,
        async (register) => {
          const actor = systemActor('import');
          const result = await importCards(
            register,
            { name: basename(file), path: file },
            { actor, dryRun: given.dryRun ?? false },
          );
          const rows = await register.database.transact('system', actor, (tx) =>
            tables.listFaults(tx, result.importId, 0, NAMED),
          );
          return { done: result, faults: rows, lines: rows.flatMap((row) => faultLines(register.speaker, row)) };
        },
        EXISTING,
      );
      const named = faults.map(({ row, column, code }) => ({ row, column: column || null, code }));
      const left = done.refused - new Set(faults.map(({ row }) => row)).size;
      print(self, { ...asJson(done), faults: named }, () => [...asLines(done, given), ...lines, ...moreLines(left)]);
    });
}

/** Which row and column of the file, as a spreadsheet numbers them, and why. */
function faultLines(speaker: Speaker, { row, column, code }: FaultyRow): string[] {
  const where = `  baris / row ${row}${column ? `, ${column}` : ''}: `;
  const [id, en] = LANGUAGES.map((language) => speaker.say(language, `card.import.${code}`));
  return [`${where}${id}`, `${' '.repeat(where.length)}${en}`];
}

function moreLines(left: number): string[] {
  return left > 0
    ? [`  dan ${left.toLocaleString('id-ID')} baris lagi yang ditolak / and so many more rows refused`]
    : [];
}

function addTrace(command: Command, { withRegister, print }: CommandContext): void {
  command
    .description('Telusuri kartu / trace a card')
    .argument('<what>', 'NIK, nomor seri, atau UID cip / NIK, serial or chip UID')
    .requiredOption('--as <officer>', 'nama pengguna petugas / user name of the officer who acts')
    .action(async (what: string, given: { as: string }, self: Command) => {
      if (what.trim() === '') throw refuse('card.trace_empty');
      const { traced, lines } = await withRegister(
        self,
        async (register) => {
          const who = {
            username: given.as,
            password: await askPassword(),
            purpose: 'service',
            command: 'jatidiri card trace',
            access: may('card.trace'),
          };
          const found = await asOfficer(register, who, (tx, actor) => traceCard(tx, actor, { what }));
          return { traced: found, lines: found.cards.flatMap((card) => traceLines(register.speaker, card)) };
        },
        EXISTING,
      );
      print(self, traced, () => lines);
    });
}

/** Both languages of a word: `Dicetak / printed`. */
const both = (speaker: Speaker, key: string): string =>
  LANGUAGES.map((language) => speaker.say(language, key)).join(' / ');

/** `03-12-2018 09.05 WIB`: the hour of the centre, as a trace goes over the nation. */
const hour = (instant: string): string => instantText('id', new Date(instant), ZONES.WIB).replace(' pukul', '');

const turned = (day: string): string => day.split('-').toReversed().join('-');

function traceLines(speaker: Speaker, { holder, serial, uid, state, printedOn, steps, blank }: TracedCard): string[] {
  const marks = [serial && `seri / serial ${serial}`, uid && `UID ${uid}`].filter(Boolean).join(', ');
  return [
    `${holder}: ${both(speaker, `card.state.${state}`)}`,
    `  dicetak / printed ${turned(printedOn)}${marks && `, ${marks}`}`,
    ...(blank ? ['  Blangko / blank', ...blankLines(blank)] : []),
    '  Kartu / card',
    ...steps.map((step) => {
      const cause = step.cause && both(speaker, `card.cause.${step.cause}`);
      const why = [cause, step.reason].filter(Boolean).join(', ');
      const where = [step.office, step.officer].filter(Boolean).join(', ');
      return `    ${hour(step.at)}  ${[both(speaker, `card.state.${step.state}`), where, why].filter(Boolean).join('; ')}`;
    }),
  ];
}

function blankLines({ batch, custody }: NonNullable<TracedCard['blank']>): string[] {
  return [
    `    kiriman / delivery ${batch.number}, ${batch.supplier}, ${turned(batch.deliveredOn)}`,
    ...custody.map(({ from, until, store, office, keepers }) => {
      const names = keepers.map(({ name }) => name).join(', ');
      return `    ${hour(from)} - ${until ? hour(until) : 'sekarang / now'}  ${store}, ${office}: ${names}`;
    }),
  ];
}
