import { Worker } from 'node:worker_threads';
import { checkArchive, checkOle } from './kind.ts';
import { refuse } from './refusals.ts';
import type { ByteSource } from './source.ts';
import type { Batch, Cell, Position, Table, TableLimits } from './table.ts';

/** Rows that a sheet can have. */
export const SHEET_ROWS = 1_048_576;
const BATCH_ROWS = 2000;

export interface WorkbookTask {
  readonly bytes: Uint8Array;
  readonly sheet: string | null;
  readonly maxRows: number;
  readonly batchRows: number;
}

/** The next rows please; the first time perhaps only from a certain one on. */
export interface ToWorkbook {
  readonly from?: number | undefined;
}

export type FromWorkbook =
  | { kind: 'failed'; encrypted: boolean; detail: string }
  | { kind: 'noSheet'; sheets: readonly string[] }
  | { kind: 'empty' }
  | {
      kind: 'opened';
      sheet: string;
      sheets: readonly string[];
      columns: readonly string[];
      header: number;
      tooLong: boolean;
    }
  | { kind: 'rows'; rows: Cell[][]; numbers: number[]; next: number; done: boolean };

export interface WorkbookGiven {
  readonly kind: 'zip' | 'ole';
  readonly name: string;
  readonly limits: TableLimits;
  readonly sheet?: string | undefined;
  readonly resume?: Position | undefined;
}

/** Opens a workbook (XLSX, ODS, XLS) in a thread with limits of size, memory and time. */
export async function openWorkbook(source: ByteSource, given: WorkbookGiven): Promise<Table> {
  const { name, limits, sheet, resume } = given;
  if (source.size > limits.workbookBytes) {
    const limit = `${Math.floor(limits.workbookBytes / 2 ** 20)} MB`;
    throw refuse('table.too_large', { values: { name, what: `${Math.ceil(source.size / 2 ** 20)} MB`, limit } });
  }
  const bytes = await source.read(0, source.size);
  await source.close();
  const format = given.kind === 'zip' ? checkArchive(bytes, name, limits) : checkOle(bytes, name);
  const maxRows = Math.min(limits.rows + 1, SHEET_ROWS);
  const thread = workbookThread({ bytes, sheet: sheet ?? null, maxRows, batchRows: BATCH_ROWS }, name, limits);
  try {
    const opened = await thread.next();
    const table = openedTable(opened, name, sheet, limits);
    return { ...table, format, rows: batches(thread, table.columns.length, resume?.row) };
  } catch (error) {
    await thread.end();
    throw error;
  }
}

function openedTable(opened: FromWorkbook, name: string, sheet: string | undefined, limits: TableLimits) {
  switch (opened.kind) {
    case 'failed':
      throw refuse(opened.encrypted ? 'table.encrypted' : 'table.unreadable', {
        values: { name },
        detail: opened.detail,
      });
    case 'noSheet':
      throw refuse('table.unknown_sheet', { values: { name, sheet: sheet ?? '', sheets: opened.sheets.join(', ') } });
    case 'empty':
    case 'rows':
      throw refuse('table.empty', { values: { name } });
    case 'opened': {
      const { columns } = opened;
      const long = opened.tooLong && limits.rows < SHEET_ROWS;
      if (long || columns.length > limits.columns) {
        const what = long ? `> ${limits.rows}` : `${columns.length}`;
        throw refuse('table.too_large', { values: { name, what, limit: `${long ? limits.rows : limits.columns}` } });
      }
      return { columns, sheet: opened.sheet, sheets: opened.sheets };
    }
  }
}

async function* batches(thread: WorkbookThread, columns: number, from: number | undefined): AsyncGenerator<Batch> {
  try {
    let done = false;
    let ask: ToWorkbook = { from };
    while (!done) {
      const message = await thread.next(ask);
      ask = {};
      if (message.kind !== 'rows') return;
      done = message.done;
      const ragged = message.rows.flatMap((row, i) => (row.length === columns ? [] : [i]));
      if (message.rows.length > 0) {
        yield { rows: message.rows, numbers: message.numbers, ragged, next: { offset: 0, row: message.next } };
      }
    }
  } finally {
    await thread.end();
  }
}

interface WorkbookThread {
  /** What the thread says next, after being asked for rows where `ask` is given. */
  next(ask?: ToWorkbook): Promise<FromWorkbook>;
  end(): Promise<unknown>;
}

function workbookThread(task: WorkbookTask, name: string, limits: TableLimits): WorkbookThread {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  const heard: FromWorkbook[] = [];
  let failure: Error | undefined;
  let wake = () => undefined as void;
  const fail = (error: Error) => {
    failure ??= error;
    wake();
  };
  const tooLarge = (what: string, limit: string) => refuse('table.too_large', { values: { name, what, limit } });
  const timer = setTimeout(() => {
    fail(tooLarge(`> ${limits.workbookSeconds} s`, `${limits.workbookSeconds} s`));
    void worker.terminate();
  }, limits.workbookSeconds * 1000);
  timer.unref();
  worker.on('message', (message: FromWorkbook) => {
    clearTimeout(timer);
    heard.push(message);
    wake();
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    fail(memory ? tooLarge('> 2 GB', '2 GB') : refuse('table.unreadable', { values: { name }, detail: error.message }));
  });
  worker.on('exit', () => fail(refuse('table.unreadable', { values: { name }, detail: 'the reading thread ended' })));
  return {
    async next(ask) {
      if (ask && !failure) worker.postMessage(ask);
      while (heard.length === 0) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => (wake = resolve));
      }
      return heard.shift()!;
    },
    end() {
      clearTimeout(timer);
      return worker.terminate();
    },
  };
}
