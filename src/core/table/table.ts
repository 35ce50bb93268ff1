import type { ByteSource } from './source.ts';

/** A cell as it stands in the file. In CSV every cell is text. In a workbook a number is a number: so a NIK that a spreadsheet has
 * rounded can be told from one that was kept as text. A day is text, `YYYY-MM-DD`; an empty cell is null. */
export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

/** Where reading may begin again: the byte after the last row read (CSV) and the number of the next row. */
export interface Position {
  readonly offset: number;
  readonly row: number;
}

/** Rows that follow one another. Blank rows are left out, so each has its number as a spreadsheet shows it (a quoted line
 * break does not count); the header of a CSV is row 1. */
export interface Batch {
  readonly rows: readonly Row[];
  readonly numbers: readonly number[];
  /** The indexes in `rows` of those with fewer or more cells than there are columns. */
  readonly ragged: readonly number[];
  readonly next: Position;
}

export type TableFormat = 'csv' | 'xlsx' | 'xls' | 'ods';

export interface Table {
  readonly format: TableFormat;
  /** As written, without blanks around them. */
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<Batch>;
  /** The sheet that is read, and all there are; null for CSV. */
  readonly sheet: string | null;
  readonly sheets: readonly string[];
}

/** A file that somebody sent, one on our disk, or one that lies in some other way and gives its bytes by their place. */
export type TableSource = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly path: string }
  | { readonly stored: ByteSource }
);

export interface TableLimits {
  /** Bytes of a CSV. */
  readonly bytes: number;
  /** Bytes of a workbook, and of what is packed in it. */
  readonly workbookBytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly workbookSeconds: number;
}

export const LIMITS: TableLimits = {
  bytes: 16 * 2 ** 30,
  workbookBytes: 128 * 2 ** 20,
  unpackedBytes: 1536 * 2 ** 20,
  rows: 100_000_000,
  columns: 1000,
  workbookSeconds: 120,
};

/** Text of a cell for a column that is text: numbers without an exponent, empty for nothing. A number in a column of NIKs is
 * damaged already and must be asked for with `typeof cell === 'number'`. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) < 1e21) return BigInt(cell).toString();
  return String(cell);
}
