import { onRegister, type CommandSpec } from '../core/command.ts';
import { migrate } from '../core/db/index.ts';
import { configOf } from './options.ts';
import { openStore } from './register.ts';

export const migrateCommand: CommandSpec = {
  add(program, { print }) {
    onRegister(program.command('migrate'))
      .description('Mutakhirkan skema basis data / bring the database schema up to date')
      .action(async (_options, command) => {
        const store = await openStore(configOf(command), { kind: 'command', name: 'jatidiri migrate' });
        try {
          const { applied, alreadyApplied } = await migrate(store.administration);
          const ran = [...store.migrated, ...applied];
          print(command, { applied: ran, total: applied.length + alreadyApplied }, () => [
            `${ran.length} migrasi dijalankan, skema mutakhir / ${ran.length} migrations run, the schema is up to date`,
          ]);
        } finally {
          await store.close();
        }
      });
  },
};
