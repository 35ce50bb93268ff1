import { systemActor } from '../core/access/index.ts';
import { onRegister, type CommandSpec } from '../core/command.ts';
import { addCheckCommand, addPressCommand, readStatement } from '../insight/statement/index.ts';
import { statementLines } from './statement-lines.ts';

export const statementCommand: CommandSpec = {
  add(program, context) {
    const { withRegister, print } = context;
    const statement = onRegister(program.command('statement'))
      .description('Keterangan resmi: setiap angka dari catatannya / the statement: every figure from its records')
      .option('--as-of <date>', 'keadaan pada tanggal ini, YYYY-MM-DD / as things were on this day')
      .option('--known-at <instant>', 'sebagaimana diketahui pada saat ini, ISO 8601 / as it was known at this instant')
      .action((given: { asOf?: string; knownAt?: string }, command) =>
        withRegister(command, async ({ database, speaker }) => {
          const statement = await database.transact('system', systemActor('statement'), (tx) =>
            readStatement(tx, given),
          );
          // The source as a sentence: who reads the document has no table of our texts.
          const indicators = statement.indicators.map((each) => ({ ...each, source: speaker.say('id', each.source) }));
          print(command, { ...statement, indicators }, () => statementLines(speaker, statement));
        }),
      );
    addCheckCommand(statement, context);
    addPressCommand(statement, context);
  },
};
