import { systemActor } from '../../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../../core/command.ts';
import { listOffices } from './sql.ts';

/** `office list`: what an operator needs to find an office's identifier. */
export const officeCommands: CommandSpec = {
  add(program, context) {
    const office = noun(program, 'office', 'Kantor / offices');
    onRegister(office.command('list'))
      .description('Daftar kantor / list offices')
      .option('--region <code>', 'kode wilayah tanpa titik / region code without dots')
      .option('--closed', 'termasuk yang sudah tutup / closed ones too')
      .action(async (options: { region?: string; closed?: boolean }, command) => {
        const offices = await context.withRegister(command, ({ database }) =>
          database.transact('system', systemActor('command'), (tx) =>
            listOffices(tx, { region: options.region, closed: options.closed ?? false, limit: 10_000 }),
          ),
        );
        context.print(command, { offices }, () =>
          offices.map(({ id, regionCode, name }) => `${id}  ${(regionCode ?? '-').padEnd(10)}  ${name}`),
        );
      });
  },
};
