import { Presets, SingleBar } from 'cli-progress';
import { InvalidArgumentError } from 'commander';
import { noun, speaksJson, type CommandSpec } from '../../../core/command.ts';
import { compareBlind, LEAST_ROWS, type BlindDone } from '../blind/blind.ts';
import { BLIND_REASONS } from '../blind/count.ts';
import { refuse } from '../refusals.ts';
import { compareLists, type Compared } from './compare.ts';
import { REASONS, TWICE } from './rules.ts';

/** `voter compare A B`: needs no database. */
export const compareCommands: CommandSpec = {
  add(program, { print }) {
    speaksJson(noun(program, 'voter', 'Pemilih / voters').command('compare'))
      .description(
        'Bandingkan dua daftar pemilih: berapa dan mengapa berbeda / compare two lists of voters: how many differ and why',
      )
      .argument('<a>', 'CSV, XLSX, ODS')
      .argument('[b]', 'CSV, XLSX, ODS')
      .option(
        '--blind <dir>',
        'tanpa saling memperlihatkan, langkah demi langkah dalam folder ini / without showing either, step by step',
      )
      .option(
        '--least <n>',
        `dengan --blind: tolak daftar yang lebih pendek, bawaan ${LEAST_ROWS} / refuse shorter lists`,
        atLeast,
      )
      .option('--out <file>', 'nomor baris keduanya dengan sebabnya, CSV / row numbers of both with the reason')
      .addHelpText('after', HELP)
      .action(async (first: string, second: string | undefined, given: Given, command) => {
        if (given.blind !== undefined) {
          if (second !== undefined) throw refuse('voter.blind_one_file');
          const { blind: dir, least } = given;
          const done = await withCount((onProgress) => compareBlind({ file: first, dir, least, onProgress }));
          print(command, done, () => blindLines(done));
          return;
        }
        if (second === undefined) throw refuse('voter.list_pair');
        const done = await withBar((onProgress) => compareLists({ first, second, out: given.out, onProgress }));
        print(command, done, () => asLines(done));
      });
  },
};

interface Given {
  readonly out?: string;
  readonly blind?: string;
  readonly least?: number;
}

function atLeast(given: string): number {
  if (!/^[0-9]{1,9}$/.test(given)) throw new InvalidArgumentError('0..999999999');
  return Number(given);
}

const HELP = `
Kolom yang dikenali dari judulnya / columns known by their headers: NIK, NAMA, TANGGAL LAHIR.
Digit yang ditutup boleh bintang / hidden digits may be stars. Tanggal / days: 1990-08-05, 05-08-1990, 05/08/1990, 05|08|1990.
Tidak ada data orang yang ditulis / nothing of anybody is written.
--blind DIR: dua pihak, masing-masing dengan daftar dan folder sendiri / two sides, each with its own list and folder:
  1. voter compare DAFTAR --blind DIR         kirimkan / send DIR/kirim-1.blind
  2. voter compare kirim-1.blind --blind DIR  berkas pihak lain; kirimkan / the other side's; send DIR/kirim-2.blind
  3. voter compare kirim-2.blind --blind DIR  berkas pihak lain; jumlahnya tampil / the other side's; the counts appear
Kode keluar / exit codes: 0 selesai / done, 2 salah pakai atau berkas tidak dapat diolah / wrong use or a file that cannot be used.`;

const WORDS: Readonly<Record<(typeof REASONS)[number] | (typeof TWICE)[number], string>> = {
  same: 'NIK, nama, dan tanggal lahir sama / same number, name and day',
  same_written_otherwise: 'NIK sama, ditulis lain / same number, written otherwise',
  one_nik_two_people: 'satu NIK, dua orang / one number, two people',
  one_person_two_niks: 'satu orang, dua NIK / one person, two numbers',
  same_by_mask: 'sama menurut digit yang tampak / the same by the digits shown',
  several_alike: 'beberapa yang serupa, perlu diperiksa / several alike, to be checked',
  only_first: 'hanya di daftar pertama / only in the first',
  only_second: 'hanya di daftar kedua / only in the second',
  row_twice: 'baris yang tertulis dua kali / rows written twice',
  nik_twice_two_people: 'satu NIK untuk dua orang di daftar itu / one number for two people in that list',
};

/** Indonesian first, English second. */
function asLines({ first, second, counts, seconds }: Compared): string[] {
  const n = (value: number) => value.toLocaleString('id-ID');
  const of = (title: string, list: Compared['first']) =>
    `${title}: ${n(list.rows)} baris / rows; NIK tidak terbaca / unreadable ${n(list.nikUnreadable)}, ditutup / hidden ${n(list.nikMasked)}; ` +
    `tanggal tidak terbaca / days unreadable ${n(list.dayUnreadable)}; ${TWICE.map((reason) => `${WORDS[reason]} ${n(list[reason])}`).join('; ')}`;
  return [
    of('Pertama / first', first),
    of('Kedua / second', second),
    ...REASONS.map((reason) => `  ${n(counts[reason])}  ${WORDS[reason]}`),
    `${n(seconds)} detik / s`,
  ];
}

async function withBar<Result>(work: (onProgress: (share: number) => void) => Promise<Result>): Promise<Result> {
  if (!process.stderr.isTTY) return work(() => {});
  const bar = new SingleBar(
    { format: '{bar} {percentage} %', stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(1, 0);
  try {
    return await work((share) => bar.update(share));
  } finally {
    bar.stop();
  }
}

const number = (value: number): string => value.toLocaleString('id-ID');

function blindLines(done: BlindDone): string[] {
  if (done.step !== 'count')
    return [
      `${number(done.rows)} baris dibutakan / rows blinded, ${number(done.rowsPerSecond)} per detik / s`,
      ...(done.step === 'begin'
        ? [
            `NIK tidak ada atau ditutup / number missing or hidden ${number(done.noNumber)}; nama atau tanggal lahir tidak ada / name or day missing ${number(done.noPerson)}`,
          ]
        : []),
      `kirimkan / send: ${done.send}`,
      `SHA-256 ${done.sha256}`,
    ];
  const of = (title: string, list: typeof done.first) =>
    `${title}: ${number(list.rows)} baris / rows; ${TWICE.map((reason) => `${WORDS[reason]} ${number(list[reason])}`).join('; ')}`;
  return [
    of('Daftar sendiri / own list', done.first),
    of('Daftar pihak lain / theirs', done.second),
    ...BLIND_REASONS.map((reason) => `  ${number(done.counts[reason])}  ${WORDS[reason]}`),
    `${number(done.seconds)} detik / s`,
  ];
}

async function withCount<Result>(
  work: (onProgress: (rows: number, of: number | null) => void) => Promise<Result>,
): Promise<Result> {
  if (!process.stderr.isTTY) return work(() => {});
  try {
    return await work((rows, of) => {
      process.stderr.write(`\r${number(rows)}${of === null ? '' : ` / ${number(of)}`} baris / rows `);
    });
  } finally {
    process.stderr.write('\n');
  }
}
