/** One question to the store. What the engine counts is seen by nobody before disclosure control has changed it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { parseCivilDate } from '../../../core/time/index.ts';
import { columnOf, type Column } from '../catalogue/rules.ts';
import { isTooThin, joinedKey, protectedCount, type RawCell } from '../disclosure/rules.ts';
import { quoted } from '../engine/engine.ts';
import { refuse } from '../refusals.ts';
import { findSnapshot, listSnapshots, type SnapshotRow } from '../snapshot/sql.ts';
import { labelOf } from './label.ts';
import type { Answer, Query } from './schema.ts';

/** More is an export of the register in pieces, not a table that somebody reads. */
const MOST_CELLS = 20_000;

/** Answers, and records who asked what. Refuses a cut-off that is not there and a table that is spread too thin. */
export async function askWarehouse(tx: Tx, actor: Actor, query: Query): Promise<Answer> {
  const answer = await answerOf(tx, actor, query);
  await record(tx, actor, {
    label: 'warehouse.queried',
    facts: {
      table: query.table,
      asOf: answer.asOf,
      dimensions: query.dimensions.join(' '),
      filters: query.filters.map(({ column, value }) => `${column}=${value}`).join(' '),
      cells: answer.cells.length,
    },
  });
  return answer;
}

/** The answer without an entry, for what is published to everybody. */
export async function answerOf(tx: Tx, { language }: Pick<Actor, 'language'>, query: Query): Promise<Answer> {
  const snapshot = await snapshotOf(tx, query.asOf);
  const raw = await count(tx, query, snapshot);
  const shown = raw.map(({ values, ...cell }) => ({ values, n: protectedCount(cell) })).filter(({ n }) => n > 0);
  if (query.dimensions.length > 0 && isTooThin(shown.map(({ n }) => n))) throw refuse('warehouse.too_thin');
  const columns = query.dimensions.map((name) => columnOf(query.table, name)!);
  const whole: RawCell = {
    n: raw.reduce((sum, { n }) => sum + n, 0),
    cellKey: joinedKey(raw.map(({ cellKey }) => cellKey)),
  };
  return {
    table: query.table,
    asOf: snapshot.asOf,
    knownAt: snapshot.knownAt.toISOString(),
    root: snapshot.root,
    dimensions: query.dimensions,
    filters: query.filters,
    cells: shown.map(({ values, n }) => ({
      values,
      labels: values.map((value, at) =>
        labelOf(tx, language, { table: query.table, column: columns[at]!, value, on: snapshot.asOf }),
      ),
      n,
    })),
    total: protectedCount(whole),
  };
}

async function snapshotOf(tx: Tx, asOf: string | undefined): Promise<SnapshotRow> {
  const day = asOf === undefined ? undefined : parseCivilDate(asOf);
  const found = day ? await findSnapshot(tx, day) : day === undefined ? (await listSnapshots(tx))[0] : undefined;
  if (!found) throw refuse('warehouse.no_snapshot', { faults: [{ path: 'asOf', code: 'warehouse.no_snapshot' }] });
  if (!existsSync(tx.ground.warehouse.folderOf(found.asOf)))
    throw refuse('warehouse.files_lost', { values: { asOf: found.asOf } });
  return found;
}

type Counted = RawCell & { readonly values: string[] };

async function count(tx: Tx, query: Query, { asOf }: SnapshotRow): Promise<Counted[]> {
  const { warehouse } = tx.ground;
  const folder = join(warehouse.folderOf(asOf), query.table);
  // A snapshot of a time when there was none of it.
  if (!existsSync(folder)) return [];
  const engine = await warehouse.engine();
  const rows = await engine.rows(countStatement(query, folder));
  if (rows.length > MOST_CELLS) throw refuse('warehouse.too_many_cells', { values: { limit: MOST_CELLS } });
  return rows.map((row) => ({
    values: query.dimensions.map((_, at) => String(row[`d${at}`])),
    n: Number(row['n']),
    cellKey: Number(row['cell_key']),
  }));
}

/** Only names of the catalogue and values that its columns can hold are in it. */
export function countStatement({ table, dimensions, filters }: Query, folder: string): string {
  const columns = dimensions.map((name, at) => `${expression(columnOf(table, name)!)} as d${at}`);
  const sums =
    table === 'resident'
      ? ['count(*) as n', '(sum(row_key & 4294967295) % 4294967296) as cell_key']
      : ['sum(n)::bigint as n', '(sum(cell_key) % 4294967296) as cell_key'];
  const where = filters.map(
    ({ column, value }) => `${expression(columnOf(table, column)!)}::varchar = ${quoted(value)}`,
  );
  return `select ${[...columns, ...sums].join(', ')} from read_parquet(${quoted(filesOf(folder, filters))})
    ${where.length > 0 ? `where ${where.join(' and ')}` : ''} ${columns.length > 0 ? 'group by all order by all' : 'having count(*) > 0'} limit ${MOST_CELLS + 1}`;
}

/** Of a province or what lies in it only that province's file, where the code says which. */
function filesOf(folder: string, filters: Query['filters']): string {
  const province = filters.find(({ column }) => column === 'province')?.value;
  const file = province === undefined ? null : join(folder, `${province}.parquet`);
  return file !== null && existsSync(file) ? file : join(folder, '*.parquet');
}

function expression(column: Column): string {
  return column.from ?? column.name;
}
