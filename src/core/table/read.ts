import { openCsv } from './csv.ts';
import { kindOf } from './kind.ts';
import { refuse } from './refusals.ts';
import { openSource } from './source.ts';
import { LIMITS, type Position, type Table, type TableLimits, type TableSource } from './table.ts';
import { openWorkbook } from './workbook.ts';

export interface ReadOptions {
  /** Of a workbook: the first sheet with something in it where not given. */
  readonly sheet?: string;
  /** Begin here instead of after the header: a `next` of an earlier reading of the same file. */
  readonly resume?: Position;
  readonly limits?: Partial<TableLimits>;
}

/**
 * Opens a table, whatever it is: CSV (comma, semicolon, tab; UTF-8, UTF-16, Windows-1252), XLSX, XLS or ODS, by its bytes and
 * not by its name. The rows are read as they are asked for; the file is closed when they end or the loop is left, so
 * `rows` must be begun. Refuses with `table.*`, in the middle too where only the middle shows it.
 *
 * @example
 * const table = await readTable({ name: 'penduduk.csv', path });
 * for await (const { rows, numbers, ragged, next } of table.rows) await stage(rows);
 */
export async function readTable(source: TableSource, options: ReadOptions = {}): Promise<Table> {
  const limits = { ...LIMITS, ...options.limits };
  const { name } = source;
  const bytes = await openSource(source);
  try {
    if (bytes.size === 0) throw refuse('table.empty', { values: { name } });
    const kind = kindOf(await bytes.read(0, 4096), name);
    if (kind === 'text') return await openCsv(bytes, name, limits, options.resume);
    return await openWorkbook(bytes, { kind, name, limits, sheet: options.sheet, resume: options.resume });
  } catch (error) {
    await bytes.close().catch(() => undefined);
    throw error;
  }
}
