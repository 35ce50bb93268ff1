/** Rows of a file of existing recordings, as offices keep them: what each says, or why it cannot be read. */
import type { Nik } from '../../../core/id/index.ts';
import {
  dayOfCell,
  nikOfCell,
  readRows,
  type FaultyRow,
  type Heads,
  type ReadBatch,
} from '../../../core/staged-import/index.ts';
import { cellText, type Row, type TableSource } from '../../../core/table/index.ts';
import { dayIn, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { NEEDED_ITEMS } from '../items.ts';
import { refuse } from '../refusals.ts';
import { STATUSES, type Status } from '../status.ts';

export type ImportFault =
  | 'nik'
  | 'status'
  | 'date'
  | 'future'
  | 'twice'
  | 'person_unknown'
  | 'struck_off'
  | 'before_birth'
  | 'recorded_otherwise'
  | 'ragged'
  | 'file_missing'
  | 'file_unreadable';

export interface GivenRow {
  readonly row: number;
  readonly nik: Nik;
  readonly status: Status;
  readonly recordedOn: CivilDate;
  /** Item (`finger:3`) to names of its files. */
  readonly files: readonly { readonly item: string; readonly names: readonly string[] }[];
}

type Name = 'nik' | 'status' | 'recordedOn';
const HEADERS: Heads<Name> = {
  nik: ['nik'],
  status: ['status', 'status_rekam', 'status_perekaman'],
  recordedOn: ['recorded_on', 'tanggal_rekam', 'tgl_rekam', 'tanggal'],
};

// By name, by abbreviation, and by what the offices' own lists call them.
const STATUS_WORDS: ReadonlyMap<string, Status> = new Map(
  (Object.keys(STATUSES) as Status[]).flatMap((status) => [
    [status, status] as const,
    [STATUSES[status].abbreviation, status] as const,
  ]),
);

const ITEM_COLUMNS: ReadonlyMap<string, string> = new Map(
  [...NEEDED_ITEMS, 'iris:1', 'iris:2', 'signature:0'].map((item) => [
    item.endsWith(':0') ? item.slice(0, -2) : item.replace(':', '_'),
    item,
  ]),
);

/** Reads the table in batches. Refuses one without its three columns. */
export function readRecordings(
  source: TableSource,
  { now, batchRows }: { readonly now: Date; readonly batchRows: number },
): AsyncGenerator<ReadBatch<GivenRow, ImportFault>> {
  return readRows<GivenRow, Name, ImportFault>(source, {
    heads: HEADERS,
    needed: ['nik', 'status', 'recordedOn'],
    missing: (columns) => refuse('enrolment.import_columns', { values: { columns } }),
    batchRows,
    reader: (places, words) => rowReader(places, words, dayIn(ZONES.WIT, now)),
  });
}

function rowReader(places: Readonly<Record<Name, number>>, words: readonly string[], latest: CivilDate) {
  const items = words.flatMap((word, place) =>
    ITEM_COLUMNS.has(word) ? [{ place, item: ITEM_COLUMNS.get(word)! }] : [],
  );
  return (row: Row, number: number): GivenRow | FaultyRow<ImportFault> => {
    const fault = (column: string, code: ImportFault, given: string | null): FaultyRow<ImportFault> => ({
      row: number,
      column,
      code,
      given,
    });
    const nik = nikOfCell(row[places.nik]);
    if (!nik) return fault('nik', 'nik', null);
    const statusText = cellText(row[places.status]).trim();
    const status = STATUS_WORDS.get(statusText.toUpperCase());
    if (!status || status === 'UNREGISTERED') return fault('status', 'status', statusText.slice(0, 40));
    const dateText = cellText(row[places.recordedOn]).trim();
    const recordedOn = dayOfCell(dateText);
    if (!recordedOn) return fault('recorded_on', 'date', dateText.slice(0, 20));
    if (recordedOn > latest) return fault('recorded_on', 'future', dateText.slice(0, 20));
    const files = items.flatMap(({ place, item }) => {
      const names = cellText(row[place])
        .split('|')
        .map((name) => name.trim())
        .filter(Boolean);
      return names.length > 0 ? [{ item, names }] : [];
    });
    return { row: number, nik, status, recordedOn, files };
  };
}
