/** `found import FILE --place TEXT`: as on the screens, by an officer who signs in. */
import { InvalidArgumentError } from 'commander';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { may } from '../../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../../core/command.ts';
import { readTable } from '../../core/table/index.ts';
import { parseCivilDate, today } from '../../core/time/index.ts';
import { asOfficer, askPassword } from '../../register/officer/index.ts';
import { importFound, openFound } from './found/found.ts';
import { readFound } from './found/list.ts';
import type { FoundSummary } from './schema.ts';

interface Given {
  readonly as: string;
  readonly place: string;
  readonly region?: string;
  readonly finder: string;
  readonly foundOn?: string;
  readonly policeReport?: string;
}

export const foundCommands: CommandSpec = {
  add(program, { withRegister, print }) {
    onRegister(noun(program, 'found', 'KTP-el ditemukan / found cards').command('import'))
      .description('Impor daftar dan cari tiap keping / import a list and look each card up')
      .argument('<file>', 'daftar nik, serial, uid, tahun (CSV, XLSX, ODS) / list of cards')
      .requiredOption('--place <text>', 'tempat ditemukan / where they were found')
      .requiredOption('--as <officer>', 'nama pengguna petugas / user name of the officer who acts')
      .option(
        '--region <code>',
        'wilayah, bawaan: wilayah petugas / region, default: the officer’s own',
        regionArgument,
      )
      .option('--finder <name>', 'penemu / finder', '-')
      .option('--found-on <date>', 'tanggal ditemukan, bawaan: hari ini / found on (YYYY-MM-DD)', dayArgument)
      .option('--police-report <text>', 'nomor laporan polisi / number of the police report')
      .action(async (file: string, given: Given, self) => {
        const lines = await readFound(await readTable({ name: basename(file), bytes: await readFile(file) }));
        const who = {
          username: given.as,
          password: await askPassword(),
          purpose: 'service',
          command: 'jatidiri found import',
          access: may('disposal.found.record'),
        };
        const summary = await withRegister(self, (register) =>
          asOfficer(register, who, async (tx, actor) => {
            const { id } = await openFound(tx, actor, {
              place: given.place,
              regionCode: given.region ?? actor.jurisdiction?.code ?? '',
              foundOn: given.foundOn ?? today(tx.ground.clock, actor.zone),
              finder: given.finder,
              policeReport: given.policeReport ?? null,
            });
            return importFound(tx, actor, { id, lines });
          }),
        );
        print(self, summary, () => linesOf(summary));
      });
  },
};

function linesOf({ listed, known, unknown, byState, lastCustodians, contradictions }: FoundSummary): string[] {
  const many = (n: number) => n.toLocaleString('id-ID');
  const line = (name: string, n: number) => `  ${name.padEnd(48)} ${many(n).padStart(9)}`;
  return [
    `${many(listed)} keping: ${many(known)} dikenal, ${many(unknown)} tidak dikenal / known, unknown`,
    'Keadaan / state',
    ...Object.entries(byState).map(([name, n]) => line(name, n)),
    'Penguasa terakhir / last custodian',
    ...lastCustodians.slice(0, 20).map(({ custodian, n }) => line(custodian, n)),
    'Bertentangan dengan catatan / contradictions',
    ...Object.entries(contradictions).map(([name, n]) => line(name, n)),
  ];
}

function dayArgument(text: string): string {
  const day = parseCivilDate(text);
  if (day === null) throw new InvalidArgumentError('YYYY-MM-DD');
  return day;
}

function regionArgument(text: string): string {
  if (!/^([0-9]{4}|[0-9]{6}|[0-9]{10})$/.test(text)) throw new InvalidArgumentError('4, 6, 10 angka / digits');
  return text;
}
