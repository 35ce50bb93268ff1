/**
 * From a file to batches that are ready for the database: read, checked, compared with what the file said before, written in
 * COPY's format. Runs in a worker thread for large files, so that the server answers and PostgreSQL works meanwhile.
 */
import type { Row } from '../../../core/table/index.ts';
import type { CivilDate } from '../../../core/time/civil-date.ts';
import { phoneticKey } from '../phonetic.ts';
import { roundedFields, rowChecker, type CheckedRow, type Regions } from './check.ts';
import { claims } from './claims.ts';
import { columnLetter, type Fault } from './faults.ts';
import { HEADERS } from './fields.ts';
import { columnPositions, type Mapping } from './mapping.ts';
import { seenNiks } from './seen.ts';
import { protectedOf, stagingLine } from './staging.ts';

/** What is known of a file once its first line is read. */
export interface OpenTable {
  readonly headers: readonly string[];
  readonly chunks: AsyncIterable<Chunk>;
}

/** Rows in the file's order, some thousands at a time. */
export interface Chunk {
  readonly rows: readonly Row[];
  /** Their numbers as a spreadsheet shows them; the header is row 1. */
  readonly numbers: readonly number[];
  /** Indexes of rows that have another number of cells than the header, so that nobody knows which is which. */
  readonly broken: ReadonlySet<number>;
  /** How much of the file they bring it to, 0 to 1; `null` where its length says nothing. */
  readonly share: number | null;
}

export interface PrepareGiven {
  readonly mapping: Mapping;
  readonly day: CivilDate;
  readonly jurisdiction: string;
  readonly regions: Regions;
  /** Rows up to this one of the sheet are committed: they are read again for what they claim, and not handed on. */
  readonly after: number;
  readonly batchRows: number;
}

/** Rows as columns: cheap to hand from one thread to another. */
export interface PreparedBatch {
  /** The last row of the sheet before this batch that was read (0: none), and the last of this batch. */
  readonly follows: number;
  readonly last: number;
  /** Rows of the file, refused ones included. */
  readonly read: number;
  readonly share: number | null;
  readonly refused: number;
  /** Rows that repeat a person of the file. */
  readonly repeated: number;
  readonly faults: readonly Fault[];
  /** Rows of the sheet whose NIK another person carried before in the file. */
  readonly twins: readonly number[];
  /** Of each staged row: its number in the sheet, its NIK, and so on. */
  readonly rows: readonly number[];
  readonly niks: readonly string[];
  /** Lines of `resident.staging` that lack their last two columns. */
  readonly lines: readonly string[];
  readonly plains: readonly string[];
  /** Phonetic keys of the mothers' names; '' where there is none. */
  readonly mothers: readonly string[];
}

interface Draft {
  read: number;
  refused: number;
  repeated: number;
  faults: Fault[];
  twins: number[];
  rows: number[];
  niks: string[];
  lines: string[];
  plains: string[];
  mothers: string[];
}

const emptyDraft = (): Draft => ({
  read: 0,
  refused: 0,
  repeated: 0,
  faults: [],
  twins: [],
  rows: [],
  niks: [],
  lines: [],
  plains: [],
  mothers: [],
});

/** Names repeat within a family and a nation; a key takes a hundred replacements to make. */
const KEYS_KEPT = 50_000;

/** Prepares a file's batches in order. Refuses with an `Error` a mapping that does not fit the file (the caller checks first). */
export async function* prepare(table: OpenTable, given: PrepareGiven): AsyncGenerator<PreparedBatch> {
  const { headers } = table;
  const { mapping, day, after, batchRows } = given;
  const known = claims();
  const headed = seenNiks();
  const letters = lettersOf(headers, mapping);
  let check: ReturnType<typeof rowChecker> = null;
  let follows = after;
  let last = after;
  let share: number | null = null;
  let draft = emptyDraft();
  let keys = new Map<string, string>();

  function keyOf(name: string): string {
    let key = keys.get(name);
    if (key === undefined) {
      if (keys.size >= KEYS_KEPT) keys = new Map();
      key = phoneticKey(name).toString();
      keys.set(name, key);
    }
    return key;
  }

  /** Gives `null` when the row repeats somebody; says so. */
  function compared(row: CheckedRow, faults: Fault[]): { row: CheckedRow; twin: boolean } | null {
    const claim = known.judge(row.nik, row.row, row);
    const about = (column: 'nik' | 'relation') => ({
      row: row.row,
      column: mapping.columns[column] ?? HEADERS[column],
      letter: letters[column],
    });
    if (claim.kind === 'same') {
      faults.push({ ...about('nik'), code: 'import.nik_twice', given: String(claim.row) });
      return null;
    }
    if (claim.kind === 'other') return { row, twin: true };
    if (row.relation !== HEAD) return { row, twin: false };
    const head = headed.first(row.familyCard, row.row);
    if (head === 0) return { row, twin: false };
    faults.push({ ...about('relation'), code: 'import.second_head', given: String(head) });
    return { row: { ...row, relation: OTHER }, twin: false };
  }

  function take(chunk: Chunk, index: number): void {
    const number = chunk.numbers[index]!;
    // Of rows that are committed already only the claims matter.
    const into = number <= after ? emptyDraft() : draft;
    into.read += 1;
    if (chunk.broken.has(index)) {
      into.refused += 1;
      into.faults.push({ row: number, column: '', letter: '', code: 'import.row_cut', given: null });
      return;
    }
    const checked = check!.check(chunk.rows[index]!, number, into.faults);
    const result = checked && compared(checked, into.faults);
    if (number <= after) return;
    if (!checked) into.refused += 1;
    else if (!result) into.repeated += 1;
    else {
      const { row, twin } = result;
      if (twin) into.twins.push(number);
      into.rows.push(number);
      into.niks.push(row.nik);
      into.lines.push(stagingLine(row, day, keyOf(row.name), twin));
      into.plains.push(protectedOf(row));
      into.mothers.push(row.motherName ? keyOf(row.motherName) : '');
    }
  }

  function finish(): PreparedBatch {
    const batch = { follows, last, share, ...draft };
    follows = last;
    draft = emptyDraft();
    return batch;
  }

  for await (const chunk of table.chunks) {
    share = chunk.share;
    if (!check) {
      const rounded = roundedFields(headers, mapping, chunk.rows.slice(0, 1000));
      check = rowChecker({ ...given, headers, rounded });
      if (!check) throw new Error('the mapping names a column that the file does not have');
    }
    for (let index = 0; index < chunk.rows.length; index++) {
      take(chunk, index);
      last = Math.max(last, chunk.numbers[index]!);
      if (draft.read >= batchRows) yield finish();
    }
  }
  if (draft.read > 0) yield finish();
}

const HEAD = 1;
/** What a second head is until an officer decides. */
const OTHER = 11;

function lettersOf(headers: readonly string[], mapping: Mapping): { nik: string; relation: string } {
  const at = columnPositions(mapping, headers);
  const letter = (index: number | undefined) => (index === undefined || index < 0 ? '' : columnLetter(index));
  return { nik: letter(at?.nik), relation: letter(at?.relation) };
}
