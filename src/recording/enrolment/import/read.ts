/** Rows of a file of existing recordings, as offices keep them: what each says, or why it cannot be read. */
import { dayIn, parseCivilDate, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { cellText, readTable, type Row, type TableSource } from '../../../core/table/index.ts';
import { isNik, type Nik } from '../../../core/id/index.ts';
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

export interface FaultyRow {
  readonly row: number;
  readonly column: string;
  readonly code: ImportFault;
  readonly given: string | null;
}

export interface ReadBatch {
  readonly good: readonly GivenRow[];
  readonly bad: readonly FaultyRow[];
  readonly rows: number;
  /** The number of the last row. */
  readonly last: number;
}

const HEADERS: Readonly<Record<'nik' | 'status' | 'recorded_on', readonly string[]>> = {
  nik: ['nik'],
  status: ['status', 'status_rekam', 'status_perekaman'],
  recorded_on: ['recorded_on', 'tanggal_rekam', 'tgl_rekam', 'tanggal'],
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

const wordOf = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replaceAll(/[\s.-]+/g, '_');

/** Reads the table in batches. Refuses one without its three columns. */
export async function* readRecordings(
  source: TableSource,
  given: { readonly now: Date; readonly batchRows: number },
): AsyncGenerator<ReadBatch> {
  const table = await readTable(source);
  const words = table.columns.map(wordOf);
  const at = (names: readonly string[]) => words.findIndex((word) => names.includes(word));
  const places = { nik: at(HEADERS.nik), status: at(HEADERS.status), recordedOn: at(HEADERS.recorded_on) };
  const missing = Object.entries(HEADERS).flatMap(([name, names]) => (at(names) < 0 ? [name] : []));
  const items = words.flatMap((word, place) =>
    ITEM_COLUMNS.has(word) ? [{ place, item: ITEM_COLUMNS.get(word)! }] : [],
  );
  const latest = dayIn(ZONES.WIT, given.now);
  const read = (row: Row, number: number): GivenRow | FaultyRow => {
    const fault = (column: string, code: ImportFault, given_: string | null): FaultyRow => ({
      row: number,
      column,
      code,
      given: given_,
    });
    const nikCell = row[places.nik];
    const nik = typeof nikCell === 'number' ? '' : cellText(nikCell).replaceAll(/[\s.]/g, '');
    if (!isNik(nik)) return fault('nik', 'nik', null);
    const statusText = cellText(row[places.status]).trim();
    const status = STATUS_WORDS.get(statusText.toUpperCase());
    if (!status || status === 'UNREGISTERED') return fault('status', 'status', statusText.slice(0, 40));
    const dateText = cellText(row[places.recordedOn]).trim();
    const recordedOn = dateOf(dateText);
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
  let good: GivenRow[] = [];
  let bad: FaultyRow[] = [];
  let last = 1;
  const batch = (): ReadBatch => {
    const done = { good, bad, rows: good.length + bad.length, last };
    good = [];
    bad = [];
    return done;
  };
  for await (const { rows, numbers, ragged } of table.rows) {
    if (missing.length > 0) throw refuse('enrolment.import_columns', { values: { columns: missing.join(', ') } });
    const broken = new Set(ragged);
    for (const [n, row] of rows.entries()) {
      last = numbers[n]!;
      const one = broken.has(n) ? ({ row: last, column: '', code: 'ragged', given: null } as const) : read(row, last);
      if ('code' in one) bad.push(one);
      else good.push(one);
      if (good.length + bad.length >= given.batchRows) yield batch();
    }
  }
  if (missing.length > 0) throw refuse('enrolment.import_columns', { values: { columns: missing.join(', ') } });
  if (good.length + bad.length > 0) yield batch();
}

/** 2018-12-11, 11-12-2018, 11/12/2018. */
function dateOf(text: string): CivilDate | null {
  const turned = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  return parseCivilDate(turned ? `${turned[3]}-${turned[2]!.padStart(2, '0')}-${turned[1]!.padStart(2, '0')}` : text);
}
