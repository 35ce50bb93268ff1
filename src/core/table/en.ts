import type { id } from './id.ts';

export const en: Record<keyof typeof id, string> = {
  'table.empty': 'The file {name} is empty: it has no row at all. Check that it is the right file.',
  'table.not_a_table':
    'The file {name} is not a table. Use CSV, XLSX, XLS or ODS; save it as one of these if it comes from another program.',
  'table.too_large':
    'The file {name} is too large: {what} exceed the limit of {limit}. Split it into several files, or use CSV.',
  'table.encrypted': 'The file {name} has a password. Open it with the password, save it without, and upload it again.',
  'table.cut':
    'The file {name} is cut off: it stops in the middle of {row, select, unknown {its last row} other {row {row}}}. Fetch the whole file again; nothing was processed.',
  'table.broken_quotes':
    'Quotation marks in the file {name} do not match{row, select, unknown {} other {, from about row {row}}}. Correct them or save it as CSV again.',
  'table.unreadable': 'The file {name} is damaged and cannot be read. Open it, save it again, and upload it once more.',
  'table.unknown_sheet': 'There is no sheet {sheet} in the file {name}. Its sheets: {sheets}.',
  'table.too_many_rows': 'Too many rows for one sheet (at most {limit, number}). Use CSV.',
};
