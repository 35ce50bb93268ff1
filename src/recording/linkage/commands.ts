import { Presets, SingleBar } from 'cli-progress';
import { InvalidArgumentError } from 'commander';
import { noun, speaksJson, type CommandSpec } from '../../core/command.ts';
import { LANGUAGES, type Language } from '../../core/text/index.ts';
import { FIELDS } from './record/mapping.ts';
import { runLinkage, type RunDone } from './run.ts';

/** `linkage run FILE --out PAIRS.csv`: needs no database. */
export const linkageCommands: CommandSpec = {
  add(program, { print }) {
    speaksJson(noun(program, 'linkage', 'Pemadanan rekaman / record linkage').command('run'))
      .description('Cari rekaman dari orang yang sama dalam satu berkas / find records of one person in a file')
      .argument('<file>', 'CSV, XLSX, ODS')
      .requiredOption('--out <file>', 'pasangan sebagai CSV / the pairs as CSV')
      .option(
        '--map <file>',
        'arti kolom, JSON; berkas FEBRL tidak memerlukannya / what the columns mean; FEBRL needs none',
      )
      .option('--truth', 'ukur terhadap id rec-N-org, rec-N-dup-K / measure against such ids')
      .option('--threshold <p>', 'taut mulai peluang ini, bawaan 0.9 / link from this probability on', share)
      .option('--language <id|en>', 'bahasa alasan, bawaan id / language of the reasons', language)
      .addHelpText('after', HELP)
      .action(async (file: string, given: Given, command) => {
        const done = await withBar((onProgress) => runLinkage({ ...given, file, onProgress }));
        print(command, done, () => asLines(done, given.out));
      });
  },
};

interface Given {
  readonly out: string;
  readonly map?: string;
  readonly truth?: boolean;
  readonly threshold?: number;
  readonly language?: Language;
}

const HELP = `
Berkas pemetaan / mapping file (JSON):
  {"id": "NO", "name": ["NAMA_DEPAN", "NAMA_BELAKANG"], "birthDate": "TGL_LAHIR", "nik": "NIK"}

  ${FIELDS.join(', ')}
  id dan name harus ada, dan satu lagi / id and name are needed, and one more.
  Beberapa kolom menjadi satu teks / several columns are read as one text. "id": "#" = nomor baris / the row's number.
  nik diperiksa sebagai NIK; number: nomor lain milik satu orang / any other number that one person has.
  Tanggal / dates: 19450817, 1945-08-17, 17-08-1945, 17/8/1945, 17 Agustus 1945.

Hasil / result: id_a, id_b, posterior (0..1), weight (bit), cluster, reasons.
Kode keluar / exit codes: 0 selesai / done, 1 gagal / failed, 2 salah pakai atau berkas tidak dapat diolah / wrong use or a file that cannot be used.`;

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < 1)) throw new InvalidArgumentError('0 < p < 1');
  return value;
}

function language(text: string): Language {
  const found = LANGUAGES.find((one) => one === text);
  if (!found) throw new InvalidArgumentError('id | en');
  return found;
}

/** A bar where somebody looks at it, else nothing. */
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

/** Indonesian first, English second. */
function asLines(done: RunDone, out: string): string[] {
  const n = (value: number) => value.toLocaleString('id-ID');
  const share = (value: number) =>
    value.toLocaleString('id-ID', { minimumFractionDigits: 4, maximumFractionDigits: 4 });
  const quality =
    done.precision === undefined
      ? []
      : [`presisi / precision ${share(done.precision)}, recall ${share(done.recall!)}, F1 ${share(done.f1!)}`];
  return [
    `${n(done.records)} rekaman / records, ${n(done.comparedPairs)} pasangan dibandingkan / pairs compared, ${n(done.seconds)} detik / s`,
    `${n(done.linkedPairs)} pasangan ditautkan / pairs linked, ${n(done.clusters)} orang / persons: ${out}`,
    ...quality,
  ];
}
