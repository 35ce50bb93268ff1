import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { systemActor } from '../../../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../../../core/command.ts';
import { parseCivilDate, type CivilDate } from '../../../core/time/index.ts';
import { refuse } from '../refusals.ts';
import { importReturned } from './reading.ts';
import { RETURNED_KINDS, type ReturnedKind } from './rules.ts';
import { findReturned, listCounts } from './sql.ts';

/** `voter returned FILE`: lists that are too large for a browser. Begun again after a stop it goes on where it was. */
export const returnedCommands: CommandSpec = {
  add(program, { withRegister, print }) {
    onRegister(noun(program, 'voter', 'Pemilih / voters').command('returned'))
      .description(
        'Padankan daftar pemilih dari KPU dengan register / match a list of voters of the commission with the register',
      )
      .argument('<file>', 'CSV, XLSX, ODS')
      .requiredOption('--election <id>', 'pemilihan / election')
      .addOption(new Option('--kind <kind>', 'jenis daftar / kind').choices(RETURNED_KINDS).makeOptionMandatory())
      .option('--nth <n>', 'DPSHP dan DPTHP keberapa / which one', nth, 0)
      .requiredOption('--number <text>', 'nomor surat / number of its letter')
      .requiredOption('--date <day>', 'tanggal surat / day of its letter', day)
      .option('--check', 'baca dan laporkan, belum dipadankan / read and report, match later')
      .action(async (file: string, given: Given, command) => {
        await access(file).catch(() => {
          throw refuse('voter.list_missing', { values: { file } });
        });
        const done = await withRegister(
          command,
          async (register) => {
            const { election, kind, number, date: datedOn } = given;
            const id = await importReturned(
              register,
              { name: basename(file), path: file },
              { election, kind, nth: given.nth, number, datedOn },
              { actor: systemActor('voter'), check: given.check ?? false, onBatch: tell },
            );
            return register.database.transact('system', systemActor('voter'), async (tx) => ({
              list: (await findReturned(tx, id))!,
              counts: await listCounts(tx, id),
            }));
          },
          { existing: true },
        );
        const sums = [...Map.groupBy(done.counts, ({ side, reason }) => `${side}.${reason}`)].map(
          ([name, rows]) => [name, rows.reduce((sum, { n }) => sum + n, 0)] as const,
        );
        const { id, state, read, refused, hidden } = done.list;
        print(command, { list: id, state, read, refused, hidden, counts: Object.fromEntries(sums) }, () => [
          `${count(read)} baris dibaca / rows read, ${count(refused)} ditolak / refused, ${count(hidden)} NIK ditutup / hidden`,
          ...sums.map(([name, n]) => `  ${count(n).padStart(12)}  ${name}`),
          id,
        ]);
      });
  },
};

interface Given {
  readonly election: string;
  readonly kind: ReturnedKind;
  readonly nth: number;
  readonly number: string;
  readonly date: CivilDate;
  readonly check?: boolean;
}

const count = (n: number): string => n.toLocaleString('id-ID');

function tell(read: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${count(read)} baris / rows `);
}

function nth(text: string): number {
  if (!/^[0-9]$/.test(text)) throw new InvalidArgumentError('0..9');
  return Number(text);
}

function day(text: string): CivilDate {
  const found = parseCivilDate(text);
  if (!found) throw new InvalidArgumentError('2018-12-11');
  return found;
}
