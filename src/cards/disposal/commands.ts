/** `found import FILE --place TEXT`: as on the screens, by an officer who signs in. */
import { InvalidArgumentError } from 'commander';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { may } from '../../core/access/index.ts';
import { noun, onRegister, type CommandSpec } from '../../core/command.ts';
import { readTable } from '../../core/table/index.ts';
import { LANGUAGES, type Speaker } from '../../core/text/index.ts';
import { parseCivilDate, today } from '../../core/time/index.ts';
import { asOfficer, askPassword } from '../../register/officer/index.ts';
import type { FoundLine } from './found/found.ts';
import { importFind } from './found/import-find.ts';
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
      .requiredOption('--place <text>', 'tempat ditemukan / where they were found', textArgument(200))
      .requiredOption('--as <officer>', 'nama pengguna petugas / user name of the officer who acts')
      .option(
        '--region <code>',
        'wilayah, bawaan: wilayah petugas / region, default: the officer’s own',
        regionArgument,
      )
      .option('--finder <name>', 'penemu / finder', textArgument(120), '-')
      .option('--found-on <date>', 'tanggal ditemukan, bawaan: hari ini / found on (YYYY-MM-DD)', dayArgument)
      .option('--police-report <text>', 'nomor laporan polisi / number of the police report', textArgument(80))
      .action(async (file: string, given: Given, self) => {
        const lines = await readFound(await readTable({ name: basename(file), bytes: await readFile(file) }));
        const { find, said } = await withRegister(
          self,
          async (register) => {
            const who = {
              username: given.as,
              password: await askPassword(),
              purpose: 'service',
              command: 'jatidiri found import',
              access: may('disposal.found.record'),
            };
            const made = await asOfficer(register, who, (tx, actor) =>
              importFind(
                tx,
                actor,
                {
                  place: given.place,
                  regionCode: given.region ?? actor.jurisdiction?.code ?? '',
                  foundOn: given.foundOn ?? today(tx.ground.clock, actor.zone),
                  finder: given.finder,
                  policeReport: given.policeReport ?? null,
                },
                lines,
              ),
            );
            return { find: made, said: summaryLines(register.speaker, made.summary) };
          },
          // Under a mistyped name there is nobody who could sign in.
          { existing: true },
        );
        const { id, number, summary } = find;
        print(self, { id, number, ...summary, unread: unreadOf(lines) }, () => [
          `Temuan ${number} dicatat / recorded`,
          ...said,
          ...unreadLines(lines),
        ]);
      });
  },
};

/** A word in both languages, as long as it has one. */
const both = (speaker: Speaker, key: string): string =>
  LANGUAGES.map((language) => speaker.say(language, key)).join(' / ');

function summaryLines(
  speaker: Speaker,
  { listed, known, unknown, byState, lastCustodians, contradictions }: FoundSummary,
): string[] {
  const many = (n: number) => n.toLocaleString('id-ID');
  const words = (of: Readonly<Record<string, number>>, key: string): [string, number][] =>
    Object.entries(of).map(([name, n]) => [both(speaker, `${key}.${name}`), n]);
  const table = (rows: readonly (readonly [string, number])[]) => {
    const width = Math.max(...rows.map(([name]) => name.length), 0);
    return rows.map(([name, n]) => `  ${name.padEnd(width)}  ${many(n).padStart(9)}`);
  };
  const custodians = lastCustodians.slice(0, CUSTODIANS).map(({ custodian, n }): [string, number] => [custodian, n]);
  const others = lastCustodians.slice(CUSTODIANS).reduce((sum, { n }) => sum + n, 0);
  const part = (head: string, rows: readonly (readonly [string, number])[]) =>
    rows.length === 0 ? [] : [head, ...table(rows)];
  return [
    `${many(listed)} keping: ${many(known)} dikenal, ${many(unknown)} tidak dikenal / ${many(listed)} pieces: ${many(known)} known, ${many(unknown)} not known`,
    ...part('Keadaan / state', words(byState, 'card.state')),
    ...part('Penguasa terakhir / last custodian', [
      ...custodians,
      ...(others > 0 ? [['penguasa lain / others', others] as const] : []),
    ]),
    ...part('Bertentangan dengan catatan / against the records', words(contradictions, 'disposal.contradiction')),
  ];
}

const CUSTODIANS = 20;
const NAMED = 20;

const unreadOf = (lines: readonly FoundLine[]) =>
  lines.flatMap(({ line, unread = [] }) => (unread.length > 0 ? [{ row: line, columns: [...unread] }] : []));

/** What could not be read counts as a card all the same; a column that slipped is seen here. */
function unreadLines(lines: readonly FoundLine[]): string[] {
  const unread = unreadOf(lines);
  if (unread.length === 0) return [];
  return [
    'Isian yang tidak terbaca; kepingnya tetap terhitung / could not be read; the piece counts all the same',
    ...unread.slice(0, NAMED).map(({ row, columns }) => `  baris / row ${row}: ${columns.join(', ')}`),
    ...(unread.length > NAMED ? [`  dan ${unread.length - NAMED} baris lagi / and so many more rows`] : []),
  ];
}

function textArgument(most: number): (text: string) => string {
  return (text) => {
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.length > most) throw new InvalidArgumentError(`1-${most} huruf / characters`);
    return trimmed;
  };
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
