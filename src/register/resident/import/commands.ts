import { basename } from 'node:path';
import { createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Presets, SingleBar } from 'cli-progress';
import { InvalidArgumentError } from 'commander';
import { systemActor } from '../../../core/access/index.ts';
import { noun, onRegister, type CommandSpec, type Register } from '../../../core/command.ts';
import { asJson, asLines } from '../../../core/staged-import/index.ts';
import { importResidents, type ImportDone, type ImportProgress } from './import.ts';
import { refuse } from './refusals.ts';
import { reportCsv } from './report.ts';
import { listFaults } from './sql.ts';

/** `resident import FILE`: refused rows leave the exit code 0, with `--strict` 1. */
export const importCommands: CommandSpec = {
  add(program, { withRegister, print, fails }) {
    onRegister(noun(program, 'resident', 'Penduduk / residents').command('import'))
      .description('Impor penduduk dari CSV, XLSX, ODS / import residents from a table')
      .argument('<file>', 'berkas / file')
      .option('--dry-run', 'periksa saja, tidak ada yang dimasukkan / check only, enter nobody')
      .option('--report <file>', 'laporan per sel sebagai CSV / report per cell as CSV')
      .option('--village <code>', 'desa/kelurahan untuk semua baris / village for all rows, 31.75.07.1004', villageCode)
      .option('--strict', 'kode keluar 1 bila ada baris ditolak / exit code 1 when rows were refused')
      .action(async (file: string, given: Given, command) => {
        await access(file).catch(() => {
          throw refuse('import.no_file', { values: { file } });
        });
        const done = await withRegister(command, async (register) => {
          const done = await withBar((onProgress) =>
            importResidents(
              register,
              { name: basename(file), path: file },
              {
                actor: systemActor('import'),
                dryRun: given.dryRun ?? false,
                ...(given.village ? { constants: { villageCode: given.village } } : {}),
              },
              onProgress,
            ),
          );
          if (given.report) await writeReport(register, done, given.report);
          return done;
        });
        print(command, asJson(done), () => linesOf(done, given));
        if (given.strict && done.refused > 0) fails();
      });
  },
};

interface Given {
  readonly dryRun?: boolean;
  readonly report?: string;
  readonly strict?: boolean;
  readonly village?: string;
}

function villageCode(text: string): string {
  if (!/^[0-9]{10}$/.test(text.replaceAll('.', ''))) throw new InvalidArgumentError('31.75.07.1004');
  return text;
}

/** A bar where somebody looks at it, else nothing. */
async function withBar<Result>(work: (onProgress: (now: ImportProgress) => void) => Promise<Result>): Promise<Result> {
  if (!process.stderr.isTTY) return work(() => {});
  const bar = new SingleBar(
    { format: '{bar} {percentage} %  {read} baris / rows', stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(1, 0, { read: 0 });
  try {
    return await work(({ share, read }) => bar.update(share ?? 0, { read: read.toLocaleString('id-ID') }));
  } finally {
    bar.stop();
  }
}

async function writeReport({ database, speaker }: Register, done: ImportDone, path: string): Promise<void> {
  const read = (offset: number, limit: number) =>
    database.transact('system', systemActor('import'), (tx) => listFaults(tx, done.importId, offset, limit));
  await pipeline(Readable.from(reportCsv(read, speaker, 'id')), createWriteStream(path));
}

const linesOf = (done: ImportDone, given: Given): string[] => [
  ...asLines(done, given, { 'berubah / updated': done.updated, 'kasus / cases': done.cases }),
  ...(done.resumedAfter > 0
    ? [`dilanjutkan sesudah baris ${done.resumedAfter.toLocaleString('id-ID')} / resumed after that row`]
    : []),
];
