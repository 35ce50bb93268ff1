import { systemActor } from '../../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../../core/command.ts';
import { listOfficers } from './sql.ts';

/** `officer list`: who serves where. */
export const officerCommands: CommandSpec = {
  add(program, context) {
    const officer = noun(program, 'officer', 'Petugas / officers');
    onRegister(officer.command('list'))
      .description('Daftar petugas dan tugasnya / list officers and their posts')
      .option('--office <id>', 'hanya kantor ini / this office only')
      .action(async (options: { office?: string }, command) => {
        const officers = await context.withRegister(command, ({ database }) =>
          database.transact('system', systemActor('command'), (tx) =>
            listOfficers(tx, { region: '', officeId: options.office, limit: 10_000 }),
          ),
        );
        context.print(command, { officers }, () =>
          officers.map(({ username, state, name, posts }) => {
            const where = posts.map(({ role, officeName }) => `${role} @ ${officeName}`).join(', ');
            return `${username.padEnd(24)}  ${state.padEnd(8)}  ${name}  ${where}`;
          }),
        );
      });
  },
};
