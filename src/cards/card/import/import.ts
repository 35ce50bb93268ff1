/** Cards of the years before come in by table. */
import type { Tx } from '../../../core/db/index.ts';
import {
  importTable,
  importTables,
  type ImportDone,
  type ImportHouse,
  type ImportOptions,
  type StagedImport,
} from '../../../core/staged-import/index.ts';
import type { TableSource } from '../../../core/table/index.ts';
import { refuse } from '../refusals.ts';
import { readCards, type GivenRow, type ImportFault } from './read.ts';
import { enterStaged, judge, stagedNiks, stagingLine, STAGING } from './sql.ts';

export const tables = importTables('card');

/** Imports a table of cards. Refuses one without its columns; rows that cannot go in are counted and reported. */
export function importCards(house: ImportHouse, source: TableSource, options: ImportOptions): Promise<ImportDone> {
  return importTable(house, source, cards, options);
}

const cards: StagedImport<GivenRow, ImportFault, void> = {
  tables,
  ledger: { started: 'card.import_started', entered: 'card.imported', unit: 'cards' },
  running: () => refuse('card.import_running'),
  read: readCards,
  sift,
  async judge(tx: Tx, rows) {
    await tables.stage(tx, STAGING, rows, stagingLine);
    await judge(tx);
  },
  columnOf: (verdict) => COLUMN_OF[verdict] ?? 'nik',
  niks: stagedNiks,
  enter: (tx, _actor, entry) => enterStaged(tx, entry),
};

const COLUMN_OF: Partial<Record<string, string>> = {
  before_birth: 'printed_on',
  serial_taken: 'serial',
  office_unknown: 'office',
};

/** One serial for two cards and two cards in force are refused. */
function sift() {
  const rows = new Set<string>();
  const serials = new Set<bigint>();
  const valid = new Set<string>();
  return ({ nik, serial, uid, printedOn, state }: GivenRow) => {
    const said = `${nik} ${serial} ${uid} ${printedOn} ${state}`;
    if (rows.has(said)) return 'again';
    if (serial !== null && serials.has(serial)) return { column: 'serial', code: 'serial_twice' } as const;
    if (state === 'VALID' && valid.has(nik)) return { column: 'nik', code: 'twice' } as const;
    rows.add(said);
    if (serial !== null) serials.add(serial);
    if (state === 'VALID') valid.add(nik);
    return 'new';
  };
}
