/** `warehouse snapshot --as-of DATE` and `warehouse query SQL`. */
import { systemActor } from '../../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../../core/command.ts';
import { publishOpenData } from './open/publish.ts';
import { askWarehouse } from './query/ask.ts';
import { readSql } from './query/read-sql.ts';
import type { Answer } from './query/schema.ts';
import { makeSnapshot, type SnapshotMade } from './snapshot/make.ts';
import { isCutOff } from './snapshot/rules.ts';

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
            // Once it is there for good: of a cut-off that is none of the two of a year nothing is published.
            if (made.same && isCutOff(made.asOf))
              await database.transact('system', actor, (tx) => publishOpenData(tx, actor, given));
            print(command, made, () => snapshotLines(made));
            if (!made.same) fails();
          },
          { existing: true },
        ),
      );
    onRegister(warehouse.command('query'))
      .description(
        'Tanya dengan SQL: satu SELECT, dijawab dengan pengamanan sel kecil / ask in SQL: one SELECT, answered with small cells protected',
      )
      .argument('<sql>', "select sex, count(*) from resident where cutoff = '2018-06-30' group by sex")
      .action((text: string, _: unknown, command) =>
        withRegister(
          command,
          async ({ database }) => {
            const query = await readSql(text);
            const actor = systemActor('warehouse query');
            const answer = await database.transact('system', actor, (tx) => askWarehouse(tx, actor, query));
            print(command, answer, () => answerLines(answer));
          },
          { existing: true },
        ),
      );
  },
};

function answerLines({ asOf, root, dimensions, cells, total }: Answer): string[] {
  const rows = cells.map(({ labels, n }) => [...labels, n.toLocaleString('id-ID')].join('\t'));
  return [
    [...dimensions, 'n'].join('\t'),
    ...rows,
    `jumlah / total: ${total.toLocaleString('id-ID')}`,
    `per ${asOf}, ${root}`,
    'Angka diubah sedikit agar tidak seorang pun dapat dikenali; isi sel tidak selalu berjumlah tepat. / Figures are changed slightly so that nobody can be told; cells do not always add up.',
  ];
}

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
