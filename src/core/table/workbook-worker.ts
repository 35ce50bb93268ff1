import { parentPort, workerData } from 'node:worker_threads';
import * as XLSX from '@e965/xlsx';
import type { Cell } from './table.ts';
import type { FromWorkbook, ToWorkbook, WorkbookTask } from './workbook.ts';

/** A workbook is read in a thread of its own: it may take a second, and a crafted one all memory. */
const { bytes, sheet: wanted, maxRows, batchRows } = workerData as WorkbookTask;

function say(message: FromWorkbook): void {
  parentPort!.postMessage(message);
}

function open(): void {
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      sheetRows: maxRows + 1,
    });
  } catch (error) {
    const text = String(error);
    return say({ kind: 'failed', encrypted: /password|encrypt/i.test(text), detail: text.slice(0, 200) });
  }
  const sheets = book.SheetNames;
  const name = wanted ?? sheets.find((sheet) => headerAt(dataOf(book, sheet)) !== -1) ?? sheets[0];
  if (name === undefined || !book.Sheets[name]) return say({ kind: 'noSheet', sheets });
  const data = dataOf(book, name);
  const header = headerAt(data);
  if (header === -1) return say({ kind: 'empty' });
  const columns = cellsOf(data[header], is1904(book)).map((cell) => String(cell ?? '').trim());
  while (columns.at(-1) === '') columns.pop();
  say({ kind: 'opened', sheet: name, sheets, columns, header: header + 1, tooLong: data.length > maxRows });
  let at = header + 1;
  parentPort!.on('message', (asked: ToWorkbook) => {
    if (asked.from !== undefined) at = Math.max(at, asked.from - 1);
    const rows: Cell[][] = [];
    const numbers: number[] = [];
    while (at < data.length && rows.length < batchRows) {
      const cells = cellsOf(data[at], is1904(book));
      while (cells.length > columns.length && cells.at(-1) === null) cells.pop();
      at++;
      if (cells.every((cell) => cell === null || cell === '')) continue;
      while (cells.length < columns.length) cells.push(null);
      rows.push(cells);
      numbers.push(at);
    }
    say({ kind: 'rows', rows, numbers, next: at + 1, done: at >= data.length });
  });
}

type Data = readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];

function dataOf(book: XLSX.WorkBook, sheet: string): Data {
  return ((book.Sheets[sheet] as { '!data'?: Data } | undefined)?.['!data'] ?? []) as Data;
}

function is1904(book: XLSX.WorkBook): boolean {
  return book.Workbook?.WBProps?.date1904 === true;
}

/** Titles above a table have one cell: the header is the first row with two, or the first with any in a table of one column. */
function headerAt(data: Data): number {
  let first = -1;
  for (let i = 0; i < data.length; i++) {
    const filled = (data[i] ?? []).filter((cell) => cell !== undefined && cell.v !== undefined && cell.v !== '').length;
    if (filled >= 2) return i;
    if (filled === 1 && first === -1) first = i;
  }
  return first;
}

function cellsOf(row: Data[number], date1904: boolean): Cell[] {
  const cells: Cell[] = [];
  for (const cell of row ?? []) cells.push(valueOf(cell, date1904));
  return cells;
}

function valueOf(cell: XLSX.CellObject | undefined, date1904: boolean): Cell {
  const value = cell?.v;
  if (cell === undefined || value === undefined || value === null || cell.t === 'z') return null;
  if (cell.t === 'e') return '#!';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number' && typeof cell.z === 'string' && XLSX.SSF.is_date(cell.z)) {
    const day = XLSX.SSF.parse_date_code(value, { date1904 });
    if (day)
      return `${String(day.y).padStart(4, '0')}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}`;
  }
  return value;
}

open();
