/** `warehouse snapshot --as-of DATE`. */
import { systemActor } from '../../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../../core/command.ts';
import { makeSnapshot, type SnapshotMade } from './snapshot/make.ts';

export const warehouseCommands: CommandSpec = {
  add(program, { withRegister, print, fails }) {
    const warehouse = noun(program, 'warehouse', 'Gudang statistik / the statistics store');
    onRegister(warehouse.command('snapshot'))
      .description(
        'Simpan keadaan satu tanggal, atau buat lagi dan bandingkan / keep the state of a day, or make it again and compare',
      )
      .requiredOption('--as-of <date>', 'keadaan pada tanggal ini, YYYY-MM-DD / as things were on this day')
      .action((given: { asOf: string }, command) =>
        withRegister(
          command,
          async ({ database }) => {
            const actor = systemActor('warehouse');
            const made = await database.transact('system', actor, (tx) => makeSnapshot(tx, actor, given));
            print(command, made, () => snapshotLines(made));
            if (!made.same) fails();
          },
          { existing: true },
        ),
      );
  },
};

function snapshotLines({ asOf, made, same, people, files, bytes, root }: SnapshotMade): string[] {
  const standing = made
    ? 'dibuat / made'
    : same
      ? 'sudah ada, dibuat lagi: sama / was there, made again: the same'
      : 'sudah ada, dibuat lagi: BERBEDA / was there, made again: DIFFERENT';
  return [
    `${asOf}: ${standing}`,
    `  penduduk / residents: ${people.toLocaleString('id-ID')}`,
    `  berkas / files: ${files} (${(bytes / 1e6).toLocaleString('id-ID', { maximumFractionDigits: 1 })} MB)`,
    `  akar / root: ${root}`,
  ];
}
