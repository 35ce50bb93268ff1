/** The file of an import: where its bytes are, and its rows. */
import { statSync } from 'node:fs';
import { readTable, type TableSource } from '../../../core/table/index.ts';
import { cleanNik } from '../nik-cell.ts';
import type { Chunk, OpenTable } from './prepare.ts';
import { refuse } from './refusals.ts';

export type ImportSource = Extract<TableSource, { bytes: unknown } | { path: unknown }>;

export function sizeOf(source: ImportSource): number {
  return 'bytes' in source ? source.bytes.length : statSync(source.path).size;
}

/** The header of the file. Refuses a file whose first row is a person already. */
export async function headersOf(source: ImportSource): Promise<readonly string[]> {
  const { headers, chunks } = await openTable(source);
  // A table closes its file when its rows end or are left: they must be begun.
  for await (const _chunk of chunks) break;
  // A number of somebody where a title belongs: nobody's data shall be kept, and shown, as the names of columns.
  if (headers.some((header) => /^\d{16}$/.test(cleanNik(header)))) throw refuse('import.header_missing');
  return headers;
}

/** Opens the file; its rows must be begun. */
export async function openTable(source: ImportSource): Promise<OpenTable> {
  const table = await readTable(source);
  const size = table.format === 'csv' ? sizeOf(source) : null;
  async function* chunks(): AsyncGenerator<Chunk> {
    for await (const { rows, numbers, ragged, next } of table.rows) {
      // In a workbook a short row only has empty cells at its end. In CSV a missing or a further cell has shifted the others,
      // even where what stands over is empty.
      const broken = size === null ? NONE : new Set(ragged);
      yield { rows, numbers, broken, share: size ? Math.min(1, next.offset / size) : null };
    }
  }
  return { headers: table.columns, chunks: chunks() };
}

const NONE: ReadonlySet<number> = new Set();
