import type { Command } from 'commander';
import { writeFile } from 'node:fs/promises';
import type { CommandContext } from '../../../core/command.ts';
import { speaker } from '../../../core/text/index.ts';
import { writeTable } from '../../../core/table/index.ts';
import { en } from '../en.ts';
import { evaluateFingerprint, type EvaluatedPrints, type FingerprintEvaluation } from '../evaluate-fingerprint.ts';
import { id } from '../id.ts';
import { withBar, type OnProgress } from '../progress.ts';
import { asPercent } from '../score/written.ts';
import { pairsOf, worstPairs } from './evaluate/pairs.ts';
import { writeWorst } from './evaluate/write-worst.ts';
import { count, resolution } from './options.ts';

interface Given {
  readonly dpi?: number;
  readonly threads?: number;
  readonly scores?: string;
  readonly worst: number;
  readonly out?: string;
}

/** `biometric evaluate fingerprint DIR...`: needs no register. */
export function addEvaluateFingerprint(command: Command, { print, fails }: CommandContext): void {
  command
    .description(
      'Ukur galat mesin sidik jari pada kumpulan gambar / error rates of the finger engine on sets of pictures',
    )
    .argument('<dir...>', 'satu folder satu kumpulan / one folder a set')
    .option('--dpi <n>', 'resolusi, bila berkas tidak mengatakannya / resolution, where files do not say', resolution)
    .option('--threads <n>', 'bawaan sebanyak prosesor / as many as processors by default', count(1, 256))
    .option('--scores <file>', 'skor setiap pasangan, CSV: a, b, same, score / the score of every pair')
    .option('--out <dir>', 'gambar pasangan terburuk, index.html / pictures of the worst pairs')
    .option(
      '--worst <n>',
      'dengan --out: berapa dari tiap jenis / with --out: how many of each kind',
      count(1, 500),
      20,
    )
    .addHelpText('after', HELP)
    .action(async (folders: string[], given: Given, self: Command) => {
      if (self.getOptionValueSource('worst') === 'cli' && given.out === undefined)
        self.error('--worst memerlukan --out <dir> / --worst needs --out <dir>', { exitCode: 2 });
      const done = await withBar((onProgress) => evaluated(folders, given, onProgress));
      print(self, done.evaluation, () => asLines(done.evaluation, given));
      sayFailed(done);
      if (done.evaluation.pooled.eer === null) fails();
    });
}

const HELP = `
Nama berkas / names of files: JARI_KESAN.png, .tif, .bmp, .pgm, .jpg, .wsq (101_3.png).
Semua pasangan satu kumpulan dibandingkan; satu ambang untuk semua kumpulan / every pair of a set is compared; one
threshold over all sets gives the pooled rates. Yang gagal diekstraksi berskor 0 / what cannot be extracted scores 0.
Kode keluar / exit codes: 0 selesai / done, 1 galat tidak terukur / no rate could be measured, 2 salah pakai / wrong use.`;

async function evaluated(folders: readonly string[], given: Given, onProgress: OnProgress): Promise<EvaluatedPrints> {
  const words = { extract: 'ekstraksi / extraction', compare: 'perbandingan / comparison' };
  const done = await evaluateFingerprint({
    folders,
    ...given,
    onProgress: (what, n, of) => onProgress(words[what], n, of),
  });
  if (given.scores !== undefined) await writeScores(given.scores, done);
  if (given.out !== undefined) {
    const worst = worstPairs(done.scores, given.worst);
    const onPair = (n: number, of: number) => onProgress('gambar / pictures', n, of);
    await writeWorst({ folder: given.out, ...done, worst, dpi: given.dpi, onPair });
  }
  return done;
}

async function writeScores(file: string, { scores }: EvaluatedPrints): Promise<void> {
  function* rows() {
    for (const each of scores)
      for (const { set, a, b, same, score } of pairsOf(each))
        yield [`${set.name}/${a.name}`, `${set.name}/${b.name}`, same ? 1 : 0, score];
  }
  await writeFile(file, writeTable({ format: 'csv', columns: ['a', 'b', 'same', 'score'], rows: rows() }));
}

/** Indonesian first, English second. */
function asLines({ sets, pooled, ...all }: FingerprintEvaluation, { out, scores }: Given): string[] {
  const n = (value: number) => value.toLocaleString('id-ID');
  const widest = Math.max(...sets.map(({ name }) => name.length));
  return [
    ...sets.map(({ name, eer, prints }) => `${name.padEnd(widest)}  EER ${asPercent(eer)}  (${n(prints)})`),
    `Semua / pooled: EER ${asPercent(pooled.eer)}${withOthers(pooled.eerInterval)}`,
    `FNMR pada / at FMR 1 %: ${asPercent(pooled.fnmrAtFmr1e2)}`,
    `FNMR pada / at FMR 0,1 %: ${asPercent(pooled.fnmrAtFmr1e3)}`,
    `Pasangan / pairs: ${n(pooled.genuine)} satu jari / of one finger, ${n(pooled.impostor)} dua jari / of two`,
    `Ekstraksi / extraction: ${all.extractMs === null ? '-' : n(all.extractMs)} ms`,
    `Perbandingan per detik / comparisons a second: ${all.matchesPerSecond === null ? '-' : n(all.matchesPerSecond)}`,
    `Gagal diekstraksi / failed to extract: ${n(all.failedToExtract)}`,
    ...(all.otherFiles > 0 ? [`Berkas lain, dilewati / other files, left out: ${n(all.otherFiles)}`] : []),
    ...(all.resolutionAssumed > 0
      ? [
          `Resolusi tidak masuk akal, dianggap 500 dpi / no sensor's resolution, taken as 500 dpi: ${n(all.resolutionAssumed)}`,
        ]
      : []),
    ...(scores === undefined ? [] : [`Skor / scores: ${scores}`]),
    ...(out === undefined ? [] : [`Pasangan terburuk / worst pairs: ${out}/index.html`]),
  ];
}

function withOthers(interval: FingerprintEvaluation['pooled']['eerInterval']): string {
  if (!interval) return '';
  const [low, high] = interval.map(asPercent);
  return ` (dengan jari lain / with other fingers: ${low} - ${high})`;
}

const MOST_SAID = 20;

function sayFailed({ failed }: EvaluatedPrints): void {
  const texts = speaker([{ id, en }]);
  for (const { set, print, refused, values } of failed.slice(0, MOST_SAID)) {
    const why = `${texts.say('id', refused, values)} / ${texts.say('en', refused, values)}`;
    process.stderr.write(`${set.name}/${print.name}: ${why}\n`);
  }
  const more = failed.length - MOST_SAID;
  if (more > 0) process.stderr.write(`dan ${more} lagi / and ${more} more\n`);
}
