/**
 * Tables in and out: CSV, XLSX, XLS, ODS, as people send them and want them back.
 * Always holds: a file that is cut, locked, empty or no table is refused by name and never half read as if whole; a number
 * stays recognisable as a number, so that a NIK rounded by a spreadsheet is not taken for one; nothing written
 * becomes a formula in a spreadsheet; a workbook is read in a thread with limits of size, memory and time.
 */
export { readTable, type ReadOptions } from './read.ts';
export { writeTable, type WriteColumn, type WriteGiven } from './write.ts';
export { cellText, LIMITS, type Batch, type Cell, type Position, type Row } from './table.ts';
export type { Table, TableFormat, TableLimits, TableSource } from './table.ts';
export { parquetWriter, type ParquetWriter } from './parquet.ts';
export { digestOf, type ByteSource } from './source.ts';
export { room } from './room.ts';
export type { TableRefusal } from './refusals.ts';
