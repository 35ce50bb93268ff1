/**
 * Staged imports: what offices have kept in tables comes in batch after batch. Each is read, copied into a staging table, judged
 * over all its rows at once and entered as a whole, with one entry in the log.
 * Always holds: every row is counted once, whatever stands in the file twice and whoever stops the import or starts it again; a dry
 * run enters nothing; what cannot go in is reported by row, column and code, and stops nothing.
 * A room brings its three tables (`<room>.import`, `.import_fault`, `.staging`), its rows and its judgement.
 */
export { ahead } from './ahead.ts';
export {
  importTable,
  type Entered,
  type ImportDone,
  type ImportHouse,
  type ImportOptions,
  type StagedImport,
} from './import.ts';
export { dayOfCell, nikOfCell, readRows, type FaultyRow, type Heads, type ReadBatch } from './read.ts';
export { importTables, type ImportTables } from './tables.ts';
export { asJson, asLines } from './words.ts';
