/** The shape of a question to the store, and of its answer; safe in a browser. */
import { z } from 'zod';
import { canHold, columnOf, REGIONS, TABLES } from '../catalogue/rules.ts';

/** More dimensions divide people into cells that are nearly all small. */
export const MOST_DIMENSIONS = 3;
export const MOST_FILTERS = 3;
/** By how many columns together: what a filter holds fast is a dimension too. */
export const MOST_COLUMNS = 4;

export const queryShape = z
  .object({
    table: z.enum(TABLES),
    /** A cut-off of the catalogue; the latest where none is said. */
    asOf: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, { message: 'field.no_such_day' })
      .optional(),
    dimensions: z.array(z.string().max(40)).max(MOST_DIMENSIONS).default([]),
    filters: z
      .array(z.object({ column: z.string().max(40), value: z.string().max(40) }))
      .max(MOST_FILTERS)
      .default([]),
  })
  .superRefine(({ table, dimensions, filters }, context) => {
    const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    dimensions.forEach((name, at) => {
      if (!columnOf(table, name)) issue(['dimensions', at], 'warehouse.no_such_column');
      if (dimensions.indexOf(name) !== at) issue(['dimensions', at], 'warehouse.column_twice');
    });
    filters.forEach(({ column: name, value }, at) => {
      const column = columnOf(table, name);
      if (!column) issue(['filters', at, 'column'], 'warehouse.no_such_column');
      else if (!canHold(column, value)) issue(['filters', at, 'value'], 'warehouse.no_such_value');
      if (filters.some((other, before) => before < at && other.column === name) || dimensions.includes(name))
        issue(['filters', at, 'column'], 'warehouse.column_twice');
    });
    if (dimensions.length + filters.length > MOST_COLUMNS) issue(['filters'], 'warehouse.too_many_columns');
    // One level at a time: a regency lies in its province already.
    if (dimensions.filter((name) => (REGIONS as readonly string[]).includes(name)).length > 1)
      issue(['dimensions'], 'warehouse.one_region_level');
  });
export type Query = z.output<typeof queryShape>;

export const cellShape = z.object({
  /** The value of each dimension, as a code. */
  values: z.array(z.string()),
  /** The same in words. */
  labels: z.array(z.string()),
  n: z.number().int(),
});
export type AnswerCell = z.output<typeof cellShape>;

export const answerShape = z.object({
  table: z.enum(TABLES),
  asOf: z.string(),
  knownAt: z.string(),
  /** Of the snapshot, as it stands in the ledger. */
  root: z.string(),
  dimensions: z.array(z.string()),
  filters: z.array(z.object({ column: z.string(), value: z.string() })),
  /** Cells that show nothing are not listed: there nobody is, or up to five. */
  cells: z.array(cellShape),
  /** With a change of its own: the cells need not sum up to it. */
  total: z.number().int(),
});
export type Answer = z.output<typeof answerShape>;
