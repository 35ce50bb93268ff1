/** An answer as a file: CSV for a spreadsheet, JSON with all that it rests on, Parquet for whoever counts on. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '../../../core/db/index.ts';
import type { FileAnswer } from '../../../core/http/contract.ts';
import { newId } from '../../../core/id/index.ts';
import { writeTable } from '../../../core/table/index.ts';
import { quoted } from '../engine/engine.ts';
import { MEDIA_TYPES, type Format } from './formats.ts';
import type { Answer } from './schema.ts';

export async function answerAsFile(tx: Tx, answer: Answer, format: Format): Promise<FileAnswer> {
  const name = ['statistik', answer.table, answer.asOf, ...answer.dimensions].join('-');
  return {
    mediaType: MEDIA_TYPES[format],
    fileName: `${name}.${format}`,
    bytes: await answerBytes(tx, answer, format),
  };
}

/** The same bytes for the same answer. */
export function answerBytes(tx: Tx, answer: Answer, format: Format): Promise<Buffer> {
  switch (format) {
    case 'csv':
      return csvOf(answer);
    case 'json':
      return Promise.resolve(Buffer.from(`${JSON.stringify(answer, null, 2)}\n`));
    case 'parquet':
      return parquetOf(tx, answer);
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

async function parquetOf(tx: Tx, answer: Answer): Promise<Buffer> {
  const { warehouse } = tx.ground;
  const engine = await warehouse.engine();
  const path = join(warehouse.dir, `.file-${newId()}.parquet`);
  const names = columnsOf(answer);
  const typed = names.map((name) => `"${name}"::${name === 'n' ? 'bigint' : 'varchar'} as "${name}"`);
  const rows = answer.cells.map((cell) => `(${rowOf(cell).map(literal).join(', ')})`);
  // A file without rows has its columns too.
  const empty = `(${names.map(() => 'null').join(', ')})`;
  try {
    await engine.run(`copy (
      select ${typed.join(', ')} from (values ${rows.length > 0 ? rows.join(', ') : empty}) v (${names.map((name) => `"${name}"`).join(', ')})
       ${rows.length > 0 ? '' : 'where false'}) to ${quoted(path)} (format parquet, compression zstd)`);
    return await readFile(path);
  } finally {
    await rm(path, { force: true });
  }
}

const literal = (value: string | number) => (typeof value === 'number' ? String(value) : quoted(value));
