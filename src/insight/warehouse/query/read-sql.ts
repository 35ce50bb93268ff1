/**
 * A question written as SQL. The engine's own parser reads it, nothing of it is run: what it asks for becomes the shape of a question, and
 * whatever has no place in that shape is refused by its name.
 */
import { z } from 'zod';
import { columnOf, TABLES, type TableName } from '../catalogue/rules.ts';
import { openEngine, quoted } from '../engine/engine.ts';
import { refuse } from '../refusals.ts';
import { queryShape, type Query } from './schema.ts';

const LONGEST = 4_000;
const PARSER_MB = 128;

type Node = Readonly<Record<string, unknown>>;

/** `select sex, count(*) from resident where province = '31' and cutoff = '2018-06-30' group by sex`. */
export async function readSql(text: string): Promise<Query> {
  const node = await parse(text);
  const table = tableOf(node['from_table'] as Node | undefined);
  const dimensions = groupsOf(node, table);
  mustSelect(node, table, dimensions);
  const held = conditionsOf(node['where_clause'] as Node | undefined);
  const query = queryShape.safeParse({
    table,
    asOf: held.find(({ column }) => column === 'cutoff')?.value,
    dimensions,
    filters: held.filter(({ column }) => column !== 'cutoff'),
  });
  if (query.success) return query.data;
  throw refuse('warehouse.sql_refused', {
    values: { what: z.prettifyError(query.error).split('\n')[0]!.replace(/^\W+/, '') },
  });
}

async function parse(text: string): Promise<Node> {
  if (text.length > LONGEST) throw refused('SQL > 4000');
  const engine = await openEngine({ folders: [], memoryMb: PARSER_MB });
  try {
    const [row] = await engine.rows(
      `select json_serialize_sql(${quoted(text)}, skip_null := true, skip_default := true)::varchar as tree`,
    );
    const tree = JSON.parse(String(row!['tree'])) as {
      error: boolean;
      error_type?: string;
      statements?: { node: Node }[];
    };
    if (tree.error && tree.error_type === 'parser') throw refuse('warehouse.sql_unreadable');
    if (tree.error || !tree.statements) throw refused('statement');
    if (tree.statements.length !== 1) throw refused('; ');
    return mustBeSelect(tree.statements[0]!.node);
  } finally {
    engine.close();
  }
}

const refused = (what: string) => refuse('warehouse.sql_refused', { values: { what } });

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.values(value).every(isEmpty));

/** Refuses whatever stands in a node beside what may. */
function only(node: Node, may: readonly string[]): void {
  for (const [name, value] of Object.entries(node))
    if (!may.includes(name) && name !== 'query_location' && !isEmpty(value)) throw refused(name.replaceAll('_', ' '));
}

function mustBeSelect(node: Node): Node {
  if (node['type'] !== 'SELECT_NODE') throw refused(String(node['type']).replace('_NODE', ''));
  for (const modifier of (node['modifiers'] ?? []) as Node[])
    throw refused(String(modifier['type']).replace('_MODIFIER', '').replace('ORDER', 'ORDER BY'));
  only(node, [
    'type',
    'select_list',
    'from_table',
    'where_clause',
    'group_expressions',
    'group_sets',
    'aggregate_handling',
  ]);
  return node;
}

function tableOf(from: Node | undefined): TableName {
  const kind = typeof from?.['type'] === 'string' ? from['type'] : '';
  if (!from || kind !== 'BASE_TABLE') throw refused(`FROM ${kind.toLowerCase()}`);
  only(from, ['type', 'table_name', 'alias']);
  const table = TABLES.find((name) => name === from['table_name']);
  if (!table) throw refused(`FROM ${String(from['table_name'])}`);
  return table;
}

function columnIn(expression: Node): string {
  if (expression['class'] !== 'COLUMN_REF') throw refused(String(expression['class']).toLowerCase());
  const names = expression['column_names'] as string[];
  if (names.length !== 1) throw refused(names.join('.'));
  return names[0]!;
}

function groupsOf(node: Node, table: TableName): string[] {
  const groups = ((node['group_expressions'] ?? []) as Node[]).map(columnIn);
  const sets = (node['group_sets'] ?? []) as number[][];
  if (sets.length > 1 || (sets.length === 1 && sets[0]!.length !== groups.length)) throw refused('GROUPING SETS');
  const selected = ((node['select_list'] ?? []) as Node[])
    .filter(({ class: kind }) => kind === 'COLUMN_REF')
    .map(columnIn);
  // GROUP BY ALL.
  const dimensions = node['aggregate_handling'] === 'FORCE_AGGREGATES' ? selected : groups;
  const unknown = dimensions.find((name) => !columnOf(table, name));
  if (unknown !== undefined) throw refused(unknown);
  return dimensions;
}

/** Grouped columns and one measure: `count(*)`, or `sum(n)` of counted facts. */
function mustSelect(node: Node, table: TableName, dimensions: readonly string[]): void {
  let measures = 0;
  for (const expression of (node['select_list'] ?? []) as Node[]) {
    if (expression['class'] === 'COLUMN_REF') {
      if (!dimensions.includes(columnIn(expression))) throw refused(columnIn(expression));
      continue;
    }
    if (expression['class'] !== 'FUNCTION') throw refused(String(expression['class']).toLowerCase());
    const name = String(expression['function_name']);
    only(expression, ['class', 'type', 'alias', 'function_name', 'children', 'order_bys']);
    const children = (expression['children'] ?? []) as Node[];
    if (
      table === 'resident'
        ? name !== 'count_star'
        : name !== 'sum' || children.length !== 1 || columnIn(children[0]!) !== 'n'
    )
      throw refused(`${name}()`);
    measures += 1;
  }
  if (measures !== 1) throw refused('SELECT');
}

function conditionsOf(condition: Node | undefined): { column: string; value: string }[] {
  if (condition === undefined) return [];
  if (condition['type'] === 'CONJUNCTION_AND') return (condition['children'] as Node[]).flatMap(conditionsOf);
  if (condition['type'] !== 'COMPARE_EQUAL')
    throw refused(
      `WHERE ${String(condition['type'])
        .replace(/^(COMPARE|CONJUNCTION|OPERATOR)_/, '')
        .toLowerCase()}`,
    );
  const [left, right] = [condition['left'] as Node, condition['right'] as Node];
  if (right['class'] !== 'CONSTANT') throw refused(String(right['class']).toLowerCase());
  return [{ column: columnIn(left), value: String((right['value'] as Node)['value']) }];
}
