/** A file read batch after batch: which rows ask about whom, and which are refused. */
import type { Batch, Row, Table } from '../../../core/table/index.ts';
import { columnLetter, type ReportCell } from './words.ts';
import type { AskedRow, CellFault, RowReader } from './read-row.ts';
import type { ReferenceSet } from './reference-set.ts';
import type { Columns } from '../columns.ts';

/** More rows than the partner said that there are. */
export class TooManyRows extends Error {
  override readonly name = 'TooManyRows';
}

export interface Prepared {
  readonly asked: readonly AskedRow[];
  readonly refused: readonly { readonly cells: readonly (ReportCell & { readonly fault: CellFault })[] }[];
  readonly lastRow: number;
}

const LEARNT_FROM = 200;

/**
 * Batches of the rows behind `after`; those before it were compared in an earlier run and are read only for their references.
 */
export async function* prepare(
  table: Pick<Table, 'columns' | 'rows'>,
  given: {
    readonly columns: Columns;
    readonly reader: RowReader;
    readonly references: ReferenceSet;
    readonly after: number;
    readonly batchRows: number;
    readonly mostRows: number;
  },
): AsyncGenerator<Prepared> {
  const { reader, references, after, batchRows, mostRows } = given;
  const letters = table.columns.map((_, place) => columnLetter(place));
  let asked: AskedRow[] = [];
  let refused: Prepared['refused'][number][] = [];
  let seen = 0;
  let lastRow = after;
  let learnt = false;

  const placed = (row: number) => (fault: CellFault) => {
    const header = fault.field === null ? undefined : given.columns[fault.field];
    const at = header === undefined ? -1 : table.columns.indexOf(header);
    return { row, column: header ?? '', letter: letters[at] ?? '', fault };
  };

  function take(row: Row, number: number): void {
    const read = reader.read(row);
    const twice = 'nik' in read && !references.add(read.reference);
    if (number <= after) return;
    lastRow = number;
    if ('nik' in read && !twice) asked.push(read);
    else refused.push({ cells: ('nik' in read ? TWICE : read).map(placed(number)) });
  }

  const batch = (): Prepared => {
    const done = { asked, refused, lastRow };
    [asked, refused] = [[], []];
    return done;
  };

  for await (const { rows, numbers } of table.rows as AsyncIterable<Batch>) {
    if (!learnt) reader.learn(rows.slice(0, LEARNT_FROM));
    learnt = true;
    seen += rows.length;
    if (seen > mostRows) throw new TooManyRows();
    for (let i = 0; i < rows.length; i++) {
      take(rows[i]!, numbers[i]!);
      if (asked.length + refused.length >= batchRows) yield batch();
    }
  }
  if (asked.length + refused.length > 0) yield batch();
}

const TWICE: readonly CellFault[] = [{ field: 'reference', code: 'reference_twice' }];
