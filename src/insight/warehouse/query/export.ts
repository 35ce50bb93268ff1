/** An answer as a file: CSV for a spreadsheet, JSON with all that it rests on, Parquet for whoever counts on. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { writeTable } from '../../../core/table/index.ts';
import { openEngine, quoted } from '../engine/engine.ts';
import type { Answer } from './schema.ts';

export const FORMATS = ['csv', 'json', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

const MEDIA_TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};
const WRITER_MB = 128;

export async function answerAsFile(answer: Answer, format: Format): Promise<FileAnswer> {
  const name = ['statistik', answer.table, answer.asOf, ...answer.dimensions].join('-');
  return { mediaType: MEDIA_TYPES[format], fileName: `${name}.${format}`, bytes: await bytesOf(answer, format) };
}

function bytesOf(answer: Answer, format: Format): Promise<Buffer> {
  switch (format) {
    case 'csv':
      return csvOf(answer);
    case 'json':
      return Promise.resolve(Buffer.from(`${JSON.stringify(answer, null, 2)}\n`));
    case 'parquet':
      return parquetOf(answer);
  }
}

/** Each dimension as code and in words. */
const columnsOf = ({ dimensions }: Answer) => [...dimensions.flatMap((name) => [name, `${name}_label`]), 'n'];
const rowOf = ({ values, labels, n }: Answer['cells'][number]) => [
  ...values.flatMap((value, at) => [value, labels[at]!]),
  n,
];

async function csvOf(answer: Answer): Promise<Buffer> {
  const pieces = writeTable({ format: 'csv', columns: columnsOf(answer), rows: answer.cells.map(rowOf) });
  return Buffer.concat(await Array.fromAsync(pieces));
}

async function parquetOf(answer: Answer): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'jatidiri-statistik-'));
  const engine = await openEngine({ folders: [folder], memoryMb: WRITER_MB });
  try {
    const names = columnsOf(answer);
    await engine.run(
      `create table answer (${names.map((name) => `"${name}" ${name === 'n' ? 'bigint' : 'varchar'}`).join(', ')})`,
    );
    const rows = answer.cells.map(
      (cell) =>
        `(${rowOf(cell)
          .map((value) => (typeof value === 'number' ? value : quoted(value)))
          .join(', ')})`,
    );
    if (rows.length > 0) await engine.run(`insert into answer values ${rows.join(', ')}`);
    const path = join(folder, 'answer.parquet');
    await engine.run(`copy answer to ${quoted(path)} (format parquet, compression zstd)`);
    return await readFile(path);
  } finally {
    engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}
