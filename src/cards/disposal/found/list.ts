/** A list of cards that were found, as a table. */
import { cellText, type Table } from '../../../core/table/index.ts';
import { parseUid } from '../../blank/index.ts';
import { columnsOf, nikOf } from '../intake/list.ts';
import { refuse } from '../refusals.ts';
import type { FoundLine } from './found.ts';

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
      const text = (place: number | undefined) => (place === undefined ? '' : cellText(row[place]).trim());
      const serial = text(columns.serial).replaceAll(/[\s.]/g, '');
      const year = Number(text(columns.printedYear));
      // A rounded number names another person: as good as unreadable.
      const rounded = columns.nik !== undefined && typeof row[columns.nik] === 'number';
      lines.push({
        line: numbers[at]!,
        card: {
          nik: rounded ? null : (nikOf(text(columns.nik)) ?? null),
          serial: /^[0-9]{1,18}$/.test(serial) ? BigInt(serial) : null,
          uid: parseUid(text(columns.uid)),
          printedYear: Number.isInteger(year) && year > 2000 && year < 2100 ? year : null,
        },
      });
    }
  }
  if (lines.length === 0) throw refuse('disposal.list_empty');
  return lines;
}
