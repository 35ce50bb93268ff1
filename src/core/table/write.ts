import { stringify } from 'csv-stringify/sync';
import * as XLSX from '@e965/xlsx';
import { refuse } from './refusals.ts';
import type { Cell, Row } from './table.ts';
import { SHEET_ROWS } from './workbook.ts';

/** A `text` column stays text in a workbook whatever it looks like: NIKs, family card numbers, codes. `auto` takes the cell's own type. */
export interface WriteColumn {
  readonly name: string;
  readonly kind: 'text' | 'auto';
}

export interface WriteGiven {
  readonly format: 'csv' | 'xlsx' | 'ods';
  readonly columns: readonly (string | WriteColumn)[];
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
  /** Name of the sheet, up to 31 letters. */
  readonly sheet?: string;
}

const ROWS_AT_A_TIME = 1000;

/**
 * Writes a table as bytes: CSV row by row as they come, a workbook at once. Text that a spreadsheet would take for a formula
 * (= + - @, tab or return first) gets an apostrophe in CSV; in a workbook it is text already. Refuses with
 * `table.too_many_rows` what no sheet can hold.
 */
export async function* writeTable(given: WriteGiven): AsyncGenerator<Buffer> {
  const columns = given.columns.map((column) =>
    typeof column === 'string' ? { name: column, kind: 'text' as const } : column,
  );
  if (given.format === 'csv') yield* csvOf(columns, given.rows);
  else yield await workbookOf(columns, given);
}

async function* csvOf(columns: readonly WriteColumn[], rows: WriteGiven['rows']): AsyncGenerator<Buffer> {
  let waiting: string[][] = [columns.map((column) => plain(column.name))];
  for await (const row of rows) {
    waiting.push(row.map(plain));
    if (waiting.length >= ROWS_AT_A_TIME) {
      yield Buffer.from(stringify(waiting));
      waiting = [];
    }
  }
  if (waiting.length > 0) yield Buffer.from(stringify(waiting));
}

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

function plain(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

async function workbookOf(columns: readonly WriteColumn[], given: WriteGiven): Promise<Buffer> {
  const data: XLSX.CellObject[][] = [columns.map((column) => ({ t: 's', v: column.name }))];
  const widths = columns.map((column) => column.name.length);
  for await (const row of given.rows) {
    if (data.length >= SHEET_ROWS) throw refuse('table.too_many_rows', { values: { limit: SHEET_ROWS - 1 } });
    data.push(row.map((cell, i) => cellOf(cell, columns[i]?.kind ?? 'auto')));
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, String(cell ?? '').length)));
  }
  const sheet: XLSX.WorkSheet & { '!data': XLSX.CellObject[][] } = {
    '!data': data,
    '!ref': XLSX.utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: data.length - 1, c: Math.max(0, widths.length - 1) },
    }),
    '!cols': widths.map((width) => ({ wch: Math.min(60, width + 2) })),
  };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, (given.sheet ?? 'Data').replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31));
  const bytes: unknown = XLSX.write(book, {
    bookType: given.format as 'xlsx' | 'ods',
    type: 'buffer',
    compression: true,
  });
  return Buffer.from(bytes as Uint8Array);
}

function cellOf(cell: Cell, kind: WriteColumn['kind']): XLSX.CellObject {
  if (cell === null || cell === '') return { t: 'z' };
  if (kind === 'text' || typeof cell === 'string') return { t: 's', v: String(cell), z: '@' };
  return typeof cell === 'number' ? { t: 'n', v: cell } : { t: 'b', v: cell };
}
