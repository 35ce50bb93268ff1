/** A list of cards that were found, as a table. */
import { cellText, type Cell, type Table } from '../../../core/table/index.ts';
import { parseUid } from '../../blank/index.ts';
import { columnsOf, nikOf, UNREADABLE, type Columns } from '../intake/list.ts';
import { refuse } from '../refusals.ts';
import type { FoundColumn, FoundLine } from './found.ts';

const MOST_LINES = 100_000;

/** Every row is a card that lies there, also one on which nothing can be read: it counts. */
export async function readFound(table: Table): Promise<FoundLine[]> {
  const columns = columnsOf(table);
  if (columns.nik === undefined && columns.serial === undefined && columns.uid === undefined) {
    for await (const _ of table.rows) break;
    throw refuse('disposal.list_columns');
  }
  const lines: FoundLine[] = [];
  for await (const { rows, numbers } of table.rows) {
    for (const [at, row] of rows.entries()) {
      if (lines.length >= MOST_LINES) throw refuse('disposal.list_long', { values: { most: MOST_LINES } });
      lines.push(readLine(row, columns, numbers[at]!));
    }
  }
  if (lines.length === 0) throw refuse('disposal.list_empty');
  return lines;
}

function readLine(row: readonly Cell[], columns: Columns, line: number): FoundLine {
  const text = (place: number | undefined) => (place === undefined ? '' : cellText(row[place]).trim());
  const written = {
    nik: text(columns.nik),
    serial: text(columns.serial).replaceAll(/[\s.]/g, ''),
    uid: text(columns.uid),
    tahun: text(columns.printedYear),
  };
  // A rounded number names another person: as good as unreadable.
  const rounded = columns.nik !== undefined && typeof row[columns.nik] === 'number';
  const year = Number(written.tahun);
  const card = {
    nik: rounded ? null : (nikOf(written.nik) ?? null),
    serial: /^[0-9]{1,18}$/.test(written.serial) ? BigInt(written.serial) : null,
    uid: parseUid(written.uid),
    printedYear: Number.isInteger(year) && year > 2000 && year < 2100 ? year : null,
  };
  const read = { nik: card.nik, serial: card.serial, uid: card.uid, tahun: card.printedYear };
  const unread = FOUND_COLUMNS.filter(
    (name) => read[name] === null && !UNREADABLE.includes(written[name].toLowerCase()),
  );
  return { line, card, unread };
}

const FOUND_COLUMNS: readonly FoundColumn[] = ['nik', 'serial', 'uid', 'tahun'];
