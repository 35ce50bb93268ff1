/** The catalogue in the reader's language: what there is, and what it means. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { dayIn, ZONES } from '../../../core/time/index.ts';
import { quotaOf } from '../query/quota.ts';
import { labelOf } from '../query/label.ts';
import { listSnapshots } from '../snapshot/sql.ts';
import { BAND_YEARS, COLUMNS, LAST_BAND, TABLES, type Column, type TableName } from './rules.ts';
import type { Catalogue } from './schema.ts';

export async function readCatalogue(tx: Tx, actor: Actor): Promise<Catalogue> {
  const say = (key: string) => tx.ground.speaker.say(actor.language, key);
  const snapshots = await listSnapshots(tx);
  return {
    snapshots: snapshots.map(({ asOf, knownAt, people, root, entryId }) => ({
      asOf,
      knownAt: knownAt.toISOString(),
      people,
      root,
      entryId,
    })),
    tables: TABLES.map((table) => ({
      name: table,
      label: say(`warehouse.table.${table}`),
      about: say(`warehouse.table.${table}.about`),
      columns: COLUMNS[table].map((column) => ({
        name: column.name,
        label: say(`warehouse.column.${column.name}`),
        values: valuesOf(tx, actor, table, column),
      })),
    })),
    quota: await quotaOf(tx, actor),
  };
}

/** What a filter may choose from; none where there are too many to list, and the value is typed. */
function valuesOf(tx: Tx, { language }: Actor, table: TableName, column: Column): { value: string; label: string }[] {
  const on = dayIn(ZONES.WIB, tx.ground.clock.now());
  const labelled = (value: string) => ({ value, label: labelOf(tx, language, { table, column, value, on }) });
  if (column.codes) return column.codes.map(({ code }) => labelled(String(code)));
  if (column.kind === 'band')
    return Array.from({ length: LAST_BAND / BAND_YEARS + 1 }, (_, at) => labelled(String(at * BAND_YEARS)));
  if (column.name === 'province') return tx.ground.regions.childrenAt('', on).map(({ code }) => labelled(code));
  return [];
}
