import { refuser, type RefusalTable } from '../refusal/index.ts';

export const tableRefusals = {
  'table.empty': { status: 422, when: 'the file or the chosen sheet has nothing in it' },
  'table.not_a_table': { status: 415, when: 'the bytes are neither CSV nor a workbook (a picture, a PDF, a web page)' },
  'table.too_large': { status: 413, when: 'bytes, unpacked bytes, rows or columns exceed the limits' },
  'table.encrypted': { status: 422, when: 'the workbook has a password' },
  'table.cut': { status: 422, when: 'the file ends in the middle of a row, a quoted cell, a letter or the archive' },
  'table.broken_quotes': { status: 422, when: 'a quoted cell of a CSV is not closed as it was opened' },
  'table.unreadable': { status: 422, when: 'the workbook cannot be parsed' },
  'table.unknown_sheet': { status: 422, when: 'the workbook has no sheet of the name asked for' },
  'table.too_many_rows': { status: 422, when: 'more rows are to be written than a workbook holds' },
} as const satisfies RefusalTable;

export const refuse = refuser(tableRefusals);
export type TableRefusal = keyof typeof tableRefusals;
