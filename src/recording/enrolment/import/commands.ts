import { createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemActor } from '../../../core/access/index.ts';
import { noun, onRegister, type CommandSpec, type Register } from '../../../core/command.ts';
import { asJson, asLines, type ImportDone } from '../../../core/staged-import/index.ts';
import { refuse } from '../refusals.ts';
import { openFiles } from './archive.ts';
import { importRecordings, tables } from './import.ts';

/** `enrolment import FILE`: refused rows leave the exit code 0. */
export const importCommands: CommandSpec = {
  add(program, { withRegister, print }) {
    onRegister(noun(program, 'enrolment', 'Perekaman / recording').command('import'))
      .description('Impor perekaman yang sudah ada dari CSV, XLSX, ODS / import existing recordings from a table')
      .argument('<file>', 'tabel nik, status, recorded_on, dan nama berkas bila ada / table')
      .option(
        '--files <path>',
        'folder atau zip berisi templat dan gambar, bawaan: folder tabel / folder or zip of the files',
      )
      .option('--dry-run', 'periksa saja, tidak ada yang dimasukkan / check only, enter nothing')
      .option('--report <file>', 'laporan per baris sebagai CSV / report per row as CSV')
      .action(async (file: string, given: Given, command) => {
        await access(file).catch(() => {
          throw refuse('enrolment.import_no_file', { values: { file } });
        });
        const done = await withRegister(command, async (register) => {
          const files = await openFiles(given.files ?? dirname(file));
          try {
            const actor = systemActor('import');
            const source = { name: basename(file), path: file };
            const result = await importRecordings(register, source, { actor, dryRun: given.dryRun ?? false, files });
            if (given.report) await writeReport(register, result, given.report);
            return result;
          } finally {
            await files.close();
          }
        });
        print(command, asJson(done), () => asLines(done, given));
      });
  },
};

interface Given {
  readonly files?: string;
  readonly dryRun?: boolean;
  readonly report?: string;
}

const PAGE = 5000;

async function writeReport({ database, speaker }: Register, { importId }: ImportDone, path: string): Promise<void> {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  async function* lines(): AsyncGenerator<string> {
    yield 'row,column,code,given,text\n';
    let after = 0;
    for (;;) {
      const faults = await database.transact('system', systemActor('import'), (tx) =>
        tables.listFaults(tx, importId, after, PAGE),
      );
      for (const { row, column, code, given } of faults) {
        const text = speaker.say('id', `enrolment.import.${code}`);
        // What stood there is the file's word: it must not become a formula in a spreadsheet.
        const shown = /^[=+\-@]/.test(given ?? '') ? `'${given}` : (given ?? '');
        yield `${row},${column},${code},${quoted(shown)},${quoted(text)}\n`;
      }
      if (faults.length < PAGE) return;
      after = faults.at(-1)!.row;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}
