/** Existing recordings come in by table, with their templates and pictures. */
import { asNik, newId, type Uuid } from '../../../core/id/index.ts';
import { speak } from '../../../core/notice/index.ts';
import {
  importTable,
  importTables,
  type ImportDone,
  type ImportHouse,
  type ImportOptions,
  type StagedImport,
} from '../../../core/staged-import/index.ts';
import type { TableSource } from '../../../core/table/index.ts';
import { packetsReceived, recordingsImported } from '../notices.ts';
import { refuse } from '../refusals.ts';
import { insertItems, type NewItem } from '../sql.ts';
import type { Files } from './archive.ts';
import { readFiles } from './files.ts';
import { readRecordings, type GivenRow, type ImportFault } from './read.ts';
import { analyzeRecordings, enterStaged, judge, listReceived, stagedNiks, STAGING, stagingLine } from './sql.ts';

export const tables = importTables('enrolment');

export interface RecordingOptions extends ImportOptions {
  /** Where the files lie that the rows name. */
  readonly files?: Files | null;
}

/** Imports a table of recordings. Refuses one without its columns; rows that cannot go in are counted and reported. */
export function importRecordings(
  house: ImportHouse,
  source: TableSource,
  options: RecordingOptions,
): Promise<ImportDone> {
  return importTable(house, source, recordings(options), options);
}

function recordings({
  actor,
  dryRun = false,
  files = null,
}: RecordingOptions): StagedImport<GivenRow, ImportFault, NewItem[]> {
  return {
    tables,
    ledger: { started: 'enrolment.import_started', entered: 'enrolment.imported', unit: 'recordings' },
    running: () => refuse('enrolment.import_running'),
    read: readRecordings,
    sift,
    async judge(tx, rows) {
      const packets = new Map<number, Uuid>(rows.map(({ row }) => [row, newId()]));
      await tables.stage(tx, STAGING, rows, (row) => stagingLine(row, packets.get(row.row)!));
      await judge(tx);
      return readFiles(tx, actor, new Map(rows.map((row) => [row.row, row])), { files, dryRun });
    },
    columnOf: (verdict) => (verdict.startsWith('file') ? 'files' : verdict === 'before_birth' ? 'recorded_on' : 'nik'),
    niks: stagedNiks,
    async enter(tx, by, entry, items) {
      await enterStaged(tx, entry);
      await insertItems(tx, items);
      const received = await listReceived(tx);
      await speak(
        tx,
        by,
        packetsReceived,
        received.map((one) => ({ ...one, nik: asNik(one.nik) })),
      );
      await speak(tx, by, recordingsImported, [{ recordings: entry.created }]);
    },
    finish: analyzeRecordings,
  };
}

/** A NIK that stands in the file twice with another recording is refused. 10 million take about 1 GB. */
function sift() {
  const seen = new Map<string, string>();
  return ({ nik, status, recordedOn }: GivenRow) => {
    const said = `${status} ${recordedOn}`;
    const before = seen.get(nik);
    if (before === undefined) seen.set(nik, said);
    return before === undefined ? 'new' : before === said ? 'again' : ({ column: 'nik', code: 'twice' } as const);
  };
}
