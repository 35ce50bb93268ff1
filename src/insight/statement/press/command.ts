/** `statement press`: the text for the press on a terminal; hung under the `statement` command. */
import type { Command } from 'commander';
import { systemActor } from '../../../core/access/index.ts';
import { onRegister, type CommandContext } from '../../../core/command.ts';
import { pressLines } from './compose.ts';
import { readPress } from './read.ts';

export function addPressCommand(statement: Command, { withRegister, print }: CommandContext): void {
  onRegister(statement.command('press'))
    .description('Keterangan pers dari angka register, dengan catatan kaki / a text for the press, with footnotes')
    .option('--as-of <date>', 'keadaan pada tanggal ini, YYYY-MM-DD / as things were on this day')
    .option('--lang <language>', 'id atau en', 'id')
    .action(async (_given, command: Command) => {
      const { asOf, lang } = command.optsWithGlobals<{ asOf?: string; lang?: string }>();
      const asked = { asOf, language: lang === 'en' ? 'en' : 'id' } as const;
      await withRegister(
        command,
        async ({ database }) => {
          const press = await database.transact('system', systemActor('statement'), (tx) => readPress(tx, asked));
          print(command, press, () => pressLines(press, { footnotes: true }));
        },
        { existing: true },
      );
    });
}
