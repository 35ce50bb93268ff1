/** A question as the form has it: fixed places, each of which may be empty. */
import type { CallOf } from '../../../src/core/http/contract.ts';
import type { askWarehouseContract } from '../../../src/insight/warehouse/contract.ts';
import type { Query } from '../../../src/insight/warehouse/query/schema.ts';

export interface Question {
  readonly table: Query['table'];
  readonly asOf: string;
  readonly dimensions: readonly [string, string, string];
  readonly column: string;
  readonly value: string;
}

export const questionOf = (table: Query['table'], asOf: string): Question => ({
  table,
  asOf,
  dimensions: ['', '', ''],
  column: '',
  value: '',
});

export function queryOf({ table, asOf, dimensions, column, value }: Question): CallOf<typeof askWarehouseContract> {
  return {
    table,
    asOf,
    dimensions: dimensions.filter((name) => name !== ''),
    filters: column === '' ? [] : [{ column, value: value.trim() }],
  };
}

/** A saved question back into the form; its cut-off stays as it was saved, where that is still there. */
export function asQuestion({ table, asOf, dimensions, filters }: Query, latest: string): Question {
  const [one = '', two = '', three = ''] = dimensions;
  return {
    table,
    asOf: asOf ?? latest,
    dimensions: [one, two, three],
    column: filters[0]?.column ?? '',
    value: filters[0]?.value ?? '',
  };
}
