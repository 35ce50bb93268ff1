/** `voter differences FROM TO`: who joined, who left, whose row changed, each with one reason. */
import { systemActor } from '../../../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../../../core/command.ts';
import { differ, type Differences } from './differ.ts';

export const differenceCommands: CommandSpec = {
  add(program, { withRegister, print }) {
    onRegister(noun(program, 'voter', 'Pemilih / voters').command('differences'))
      .description('Perbedaan dua daftar dengan satu sebab per orang / differences of two lists, one reason a person')
      .argument('<from>', 'daftar terdahulu / the earlier list')
      .argument('<to>', 'daftar kemudian / the later list')
      .requiredOption('--out <dir>', 'folder untuk berkasnya, kosong / an empty folder for the files')
      .addHelpText('after', HELP)
      .action((from: string, to: string, given: { out: string }, command) =>
        withRegister(
          command,
          async ({ database }) => {
            const actor = systemActor('voter differences');
            const done = await database.transact('system', actor, (tx) =>
              differ(tx, actor, { from, to, dir: given.out, onPeople: tell }),
            );
            const { seconds, ...said } = done;
            print(command, { ...said, seconds: Number(seconds.toFixed(3)) }, () => asLines(done));
          },
          { existing: true },
        ),
      );
  },
};

const HELP = `
Jumlah selalu ditulis dalam manifest.json. Baris orang ditulis, tersegel untuk komisi, hanya bila kedua daftar sudah diserahkan.
Counts always stand in manifest.json. Rows of people are written, sealed to the commission, only where both lists were handed over.`;

const count = (n: number): string => n.toLocaleString('id-ID');

function tell(people: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${count(people)} orang / people `);
}

const WORDS = {
  joined: 'Masuk / joined',
  left: 'Keluar / left',
  changed: 'Tetap, baris berubah / stays with another row',
} as const;

function asLines(done: Differences): string[] {
  return [
    ...(['joined', 'left', 'changed'] as const).flatMap((kind) => [
      `${WORDS[kind]}:`,
      ...Object.entries(done[kind])
        .filter(([, n]) => n > 0)
        .map(([reason, n]) => `  ${count(n).padStart(12)}  ${reason}`),
    ]),
    ...done.files.map(({ path, rows }) => `${path}: ${count(rows)} baris / rows`),
    `${done.seconds.toFixed(1)} detik / s`,
  ];
}
