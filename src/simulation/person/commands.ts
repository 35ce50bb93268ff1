import { InvalidArgumentError, type Command } from 'commander';
import type { CommandSpec } from '../../core/command.ts';
import { parseCivilDate, type CivilDate } from '../../core/time/index.ts';
import { writeResidents } from './file.ts';

/** The day of the official totals by province, on the map of 38 provinces that a new register starts with. */
const DAY_OF_TOTALS = '2024-12-31' as CivilDate;

export const simulateCommands = {
  add(program) {
    const simulate =
      program.commands.find((command) => command.name() === 'simulate') ??
      program.command('simulate').description('Bangsa buatan dari sebuah bibit / a synthetic nation from a seed');
    simulate
      .command('residents')
      .description('Tulis penduduk buatan ke CSV / write synthetic residents to CSV (NIK uji 9001-9999)')
      .requiredOption('--count <n>', 'jumlah penduduk / residents, 1-50000000', wholeNumber)
      .requiredOption('--seed <seed>', 'bibit; bibit sama, berkas sama / same seed, same file')
      .requiredOption('--out <file>', 'berkas CSV / CSV file')
      .option('--as-of <date>', 'keadaan pada hari ini / as things were on this day', civilDate, DAY_OF_TOTALS)
      .option('--workers <n>', 'utas / threads', wholeNumber)
      .option('--json', 'satu dokumen JSON ke keluaran baku / one JSON document to standard output')
      .action(async (_: unknown, command: Command) => {
        const { count, seed, out, asOf, workers, json } = command.optsWithGlobals<Given>();
        const made = await writeResidents({ count, seed, out, asOf, ...(workers ? { workers } : {}) });
        const seconds = Number(made.seconds.toFixed(3));
        process.stdout.write(
          json
            ? `${JSON.stringify({ count: made.count, seconds })}\n`
            : `${made.count.toLocaleString('id-ID')} penduduk, ${seconds.toLocaleString('id-ID')} detik: ${out}\n`,
        );
      });
  },
} satisfies CommandSpec;

interface Given {
  count: number;
  seed: string;
  out: string;
  asOf: CivilDate;
  workers?: number;
  json?: boolean;
}

function wholeNumber(text: string): number {
  const n = Number(text);
  if (!/^[0-9]+$/.test(text) || n < 1 || n > 50_000_000) {
    throw new InvalidArgumentError('bilangan bulat 1-50000000 / a whole number, 1-50000000');
  }
  return n;
}

function civilDate(text: string): CivilDate {
  const date = parseCivilDate(text);
  if (!date || date < '2005-01-01' || date > '2099-12-31') {
    throw new InvalidArgumentError('YYYY-MM-DD, 2005-2099');
  }
  return date;
}
