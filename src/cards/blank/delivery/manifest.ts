/** A supplier's list of chip UIDs as a table: one column of serials, one of UIDs. */
import { cellText, type Table } from '../../../core/table/index.ts';
import { refuse } from '../refusals.ts';
import type { ManifestLine } from './deliver.ts';

const SERIAL = ['serial', 'nomor_seri', 'no_seri', 'nomor seri', 'no. seri'];
const UID = ['uid', 'chip_uid', 'uid_cip', 'uid cip', 'uid chip'];

/** The lines of the list, read as they are asked for. A number in a column of serials has lost its digits already: refused. */
export async function* manifestLines(table: Table): AsyncGenerator<ManifestLine> {
  const columns = table.columns.map((name) => name.toLowerCase());
  const serialAt = columns.findIndex((name) => SERIAL.includes(name));
  const uidAt = columns.findIndex((name) => UID.includes(name));
  if (serialAt < 0 || uidAt < 0) {
    // A loop that is left closes the file.
    for await (const _ of table.rows) break;
    throw refuse('blank.manifest_columns');
  }
  for await (const { rows } of table.rows)
    for (const row of rows) yield { serial: cellText(row[serialAt]).trim(), uid: cellText(row[uidAt]).trim() };
}
