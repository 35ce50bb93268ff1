import type { Client } from 'pg';
import type { Placement } from '../../migrations/placement.ts';

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A unique index, primary key or exclusion; `columns` are those compared for equality. */
export interface Key {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
}

export interface Reference {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  readonly targetColumns: readonly string[];
}

export interface Catalog {
  readonly tables: readonly Table[];
  readonly keys: readonly Key[];
  readonly references: readonly Reference[];
}

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname not like 'pg_%'`;
const NAMES = (numbers: string, relation: string) =>
  `coalesce((select array_agg(a.attname::text order by u.place) from unnest(${numbers}) with ordinality u(number, place)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = u.number), '{}')`;

/** What the catalog says of our tables; partitions follow their parents. Names that PostgreSQL quotes (`extract`) are told as we write them. */
export async function readCatalog(client: Client): Promise<Catalog> {
  const tables = await client.query<Table>(`
    select replace(c.oid::regclass::text, '"', '') as name, array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition order by 1`);
  const keys = await client.query<Key>(`
    select replace(c.oid::regclass::text, '"', '') as table, replace(i.indexrelid::regclass::text, '"', '') as name,
           case when k.contype = 'x' then array(
             select a.attname::text from unnest(k.conkey, k.conexclop) u(number, operator)
               join pg_attribute a on a.attrelid = c.oid and a.attnum = u.number
               join pg_operator o on o.oid = u.operator where o.oprname = '=')
           else ${NAMES('i.indkey::int2[]', 'c.oid')} end as columns
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
     where ${OURS} and not c.relispartition and (i.indisunique or k.contype = 'x') order by 2`);
  const references = await client.query<Reference>(`
    select k.conname::text as name, replace(k.conrelid::regclass::text, '"', '') as from, replace(k.confrelid::regclass::text, '"', '') as to,
           ${NAMES('k.conkey', 'k.conrelid')} as columns, ${NAMES('k.confkey', 'k.confrelid')} as "targetColumns"
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and k.contype = 'f' and not c.relispartition order by 1`);
  return { tables: tables.rows, keys: keys.rows, references: references.rows };
}

/**
 * What would not work were the store spread over nodes (tried on Citus 14): a table that nobody placed, a unique key that
 * does not hold within one node, a reference that leaves it.
 */
export function placementFaults(catalog: Catalog, placement: Readonly<Record<string, Placement>>): string[] {
  const missing = catalog.tables.filter(({ name }) => !placement[name]).map(({ name }) => `${name} has no placement`);
  const known = new Set(catalog.tables.map(({ name }) => name));
  const gone = Object.keys(placement)
    .filter((name) => !known.has(name))
    .map((name) => `${name} is placed but not there`);
  const columns = catalog.tables.flatMap(({ name, columns: there }) => {
    const column = keyOf(placement[name]);
    return column && !there.includes(column) ? [`${name} is placed by ${column}, which it does not have`] : [];
  });
  const keys = catalog.keys.flatMap((key) => {
    const column = keyOf(placement[key.table]);
    return column && !key.columns.includes(column)
      ? [`${key.name}: unique without ${column}, by which ${key.table} is placed`]
      : [];
  });
  return [
    ...missing,
    ...gone,
    ...columns,
    ...keys,
    ...catalog.references.flatMap((each) => referenceFault(each, placement)),
  ];
}

function referenceFault(reference: Reference, placement: Readonly<Record<string, Placement>>): string[] {
  const from = placement[reference.from];
  const to = placement[reference.to];
  if (!from || !to || to.by === 'reference') return [];
  if (from.by === 'coordinator' && to.by === 'coordinator') return [];
  const here = keyOf(from);
  const there = keyOf(to);
  const pair = reference.columns.findIndex(
    (column, place) => column === here && reference.targetColumns[place] === there,
  );
  if (from.by === to.by && here && pair >= 0) return [];
  return [`${reference.name}: ${reference.from} (${from.by}) refers to ${reference.to} (${to.by}) on another node`];
}

function keyOf(placement: Placement | undefined): string | null {
  return placement && 'column' in placement ? placement.column : null;
}

/** Statements that change the column by which a table is placed: the row would have to move to another node. */
export function movingUpdates(where: string, sql: string, placement: Readonly<Record<string, Placement>>): string[] {
  const updates = sql.matchAll(
    /\bupdate\s+(\w+\.\w+)(?:\s+(?:as\s+)?(?!set\b)\w+)?\s+set\s+(.*?)(?=\b(?:from|where|returning)\b|;|$)/gis,
  );
  return [...updates].flatMap(([, table, assignments]) => {
    const column = keyOf(placement[table!.toLowerCase()]);
    const moves =
      column !== null &&
      [`(^|,)\\s*${column}\\s*=`, `\\([^()]*\\b${column}\\b[^()]*\\)\\s*=`].some((form) =>
        new RegExp(form, 'i').test(assignments!),
      );
    return moves ? [`${where}: update of ${table} changes ${column}, by which it is placed`] : [];
  });
}
