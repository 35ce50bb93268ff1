import { parse } from 'csv-parse/sync';
import { encodingOf, fromUtf16, textOf, type Encoding } from './encoding.ts';
import { refuse } from './refusals.ts';
import type { ByteSource } from './source.ts';
import type { Batch, Position, Row, Table, TableLimits } from './table.ts';

const PIECE_BYTES = 1 << 20;
/** A row longer than this is a quotation mark that was never closed. */
const LONGEST_ROW_BYTES = 8 << 20;
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

interface Dialect {
  name: string;
  encoding: Encoding;
  delimiter: string;
  newline: number;
}

/** Opens a CSV: finds out how it is written, reads the header, and looks whether its end is whole. */
export async function openCsv(
  source: ByteSource,
  name: string,
  limits: TableLimits,
  resume?: Position,
): Promise<Table> {
  if (source.size > limits.bytes) {
    const limit = `${Math.floor(limits.bytes / 2 ** 20)} MB`;
    throw refuse('table.too_large', { values: { name, what: `${Math.ceil(source.size / 2 ** 20)} MB`, limit } });
  }
  const sample = await source.read(0, PIECE_BYTES);
  const { encoding, mark } = encodingOf(sample, sample.length === source.size);
  if (encoding.startsWith('utf-16') && (source.size - mark) % 2 === 1)
    throw refuse('table.cut', { values: { name, row: 'unknown' } });
  const start = encodingText(sample.subarray(mark), encoding);
  const newline = start.includes(LF) || !start.includes(CR) ? LF : CR;
  const dialect: Dialect = { name, encoding, delimiter: delimiterOf(start, newline), newline };
  const header = await headerOf(source, dialect, mark);
  if (header.columns.length > limits.columns) {
    throw refuse('table.too_large', { values: { name, what: `${header.columns.length}`, limit: `${limits.columns}` } });
  }
  await checkEnd(source, dialect, header.columns.length);
  const from = resume ?? header.next;
  return {
    format: 'csv',
    columns: header.columns,
    rows: batches(source, dialect, from, { columns: header.columns.length, rows: limits.rows }),
    sheet: null,
    sheets: [],
  };
}

function encodingText(bytes: Buffer, encoding: Encoding): Buffer {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? fromUtf16(encoding)(bytes, false) : bytes;
}

/** A first row by which some spreadsheets are told the delimiter. */
const NAMED_DELIMITER = /^sep=([,;\t|])[\r\n]/i;

/** The mark that occurs most in the first row outside quotes; a table of one column has none and is read by commas. */
function delimiterOf(start: Buffer, newline: number): string {
  const named = NAMED_DELIMITER.exec(start.toString('latin1', 0, 8));
  if (named) return named[1]!;
  const counts = new Map([',', ';', '\t', '|'].map((mark) => [mark.charCodeAt(0), 0]));
  let quoted = false;
  let seen = false;
  for (const byte of start) {
    if (byte === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === newline) {
      if (seen) break;
    } else {
      if (byte > 0x20) seen = true;
      const count = counts.get(byte);
      if (count !== undefined) counts.set(byte, count + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best![1] === 0 ? ',' : String.fromCharCode(best![0]);
}

async function headerOf(source: ByteSource, dialect: Dialect, mark: number) {
  for await (const region of regions(source, dialect, mark)) {
    let offset = region.start;
    let row = 1;
    let at = 0;
    while (at < region.bytes.length) {
      const found = recordEnd(region.bytes, dialect, at);
      const end = found === -1 ? region.bytes.length : found;
      const record = region.bytes.subarray(at, end);
      offset += originalLength(record, dialect.encoding);
      at = end;
      const [cells] = quotedRows(textOf(record, narrow(dialect.encoding)), dialect, row);
      row++;
      if (row === 2 && NAMED_DELIMITER.test(record.toString('latin1'))) continue;
      if (cells && cells.some((cell) => cell.trim() !== '')) {
        return { columns: cells.map((cell) => cell.trim()), next: { offset, row } };
      }
    }
  }
  throw refuse('table.empty', { values: { name: dialect.name } });
}

function narrow(encoding: Encoding): 'utf-8' | 'windows-1252' {
  return encoding === 'windows-1252' ? encoding : 'utf-8';
}

/** How many bytes of the file these bytes of rows are: UTF-16 was turned into UTF-8 on the way. */
function originalLength(bytes: Buffer, encoding: Encoding): number {
  return encoding.startsWith('utf-16') ? bytes.toString('utf8').length * 2 : bytes.length;
}

/** A file whose last row has no end and too few cells was cut: better to say so before the first row is used. */
async function checkEnd(source: ByteSource, dialect: Dialect, columns: number): Promise<void> {
  if (dialect.encoding.startsWith('utf-16')) return;
  const tail = await source.read(Math.max(0, source.size - 65_536), 65_536);
  const last = tail.subarray(tail.lastIndexOf(dialect.newline) + 1);
  // With quotes only the whole way through the file can tell; the end of the reading does.
  if (last.length === 0 || last.length === tail.length || tail.includes(QUOTE)) return;
  const cells = textOf(last, narrow(dialect.encoding)).split(dialect.delimiter).length;
  if (cells < columns) throw refuse('table.cut', { values: { name: dialect.name, row: 'unknown' } });
}

interface Region {
  /** Whole rows, in UTF-8 or Windows-1252. */
  bytes: Buffer;
  /** Where they begin in the file. */
  start: number;
  quoted: boolean;
  /** The last row of the file, without an end of line. */
  unended: boolean;
}

/** The file from `offset` in pieces of whole rows. */
async function* regions(source: ByteSource, dialect: Dialect, offset: number): AsyncGenerator<Region> {
  const { encoding } = dialect;
  const decode = encoding === 'utf-16le' || encoding === 'utf-16be' ? fromUtf16(encoding) : null;
  let carry: Buffer = Buffer.alloc(0);
  let start = offset;
  let at = offset;
  while (at < source.size) {
    const piece = await source.read(at, PIECE_BYTES);
    if (piece.length === 0) break;
    at += piece.length;
    const fresh = decode ? decode(piece, at >= source.size) : piece;
    const bytes = carry.length === 0 ? fresh : Buffer.concat([carry, fresh]);
    const quoted = bytes.includes(QUOTE);
    const end = quoted ? lastRecordEnd(bytes, dialect) : bytes.lastIndexOf(dialect.newline) + 1;
    if (end > 0) {
      const region = bytes.subarray(0, end);
      yield { bytes: region, start, quoted, unended: false };
      start += originalLength(region, encoding);
    }
    carry = bytes.subarray(end);
    if (carry.length > LONGEST_ROW_BYTES)
      throw refuse('table.broken_quotes', { values: { name: dialect.name, row: 'unknown' } });
  }
  if (carry.length > 0) yield { bytes: carry, start, quoted: carry.includes(QUOTE), unended: true };
}

/** The byte after the last end of row that is outside quotes; a quote opens a cell only at its beginning (RFC 4180). */
function lastRecordEnd(bytes: Buffer, dialect: Dialect): number {
  let end = 0;
  let at = 0;
  while (at < bytes.length) {
    at = recordEnd(bytes, dialect, at);
    if (at === -1) break;
    end = at;
  }
  return end;
}

function recordEnd(bytes: Buffer, { delimiter, newline }: Dialect, from: number): number {
  const mark = delimiter.charCodeAt(0);
  let quoted = false;
  let fresh = true;
  for (let i = from; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (quoted) {
      if (byte !== QUOTE) continue;
      if (bytes[i + 1] === QUOTE) i++;
      else quoted = false;
    } else if (byte === newline) return i + 1;
    else if (byte === QUOTE && fresh) quoted = true;
    else fresh = byte === mark;
  }
  return -1;
}

async function* batches(
  source: ByteSource,
  dialect: Dialect,
  from: Position,
  expected: { columns: number; rows: number },
): AsyncGenerator<Batch> {
  const { columns } = expected;
  let number = from.row;
  try {
    for await (const region of regions(source, dialect, from.offset)) {
      const text = textOf(region.bytes, narrow(dialect.encoding));
      const all = region.quoted ? quotedRows(text, dialect, number, region.unended) : plainRows(text, dialect);
      const rows: Row[] = [];
      const numbers: number[] = [];
      const ragged: number[] = [];
      for (const cells of all) {
        if (cells.length !== 1 || cells[0] !== '') {
          if (cells.length !== columns) ragged.push(rows.length);
          rows.push(cells);
          numbers.push(number);
        }
        number++;
      }
      if (region.unended && ragged.length > 0 && rows.at(-1)!.length < columns) {
        throw refuse('table.cut', { values: { name: dialect.name, row: `${number - 1}` } });
      }
      if (number - 2 > expected.rows) {
        throw refuse('table.too_large', {
          values: { name: dialect.name, what: `${number - 2}`, limit: `${expected.rows}` },
        });
      }
      const offset = region.start + originalLength(region.bytes, dialect.encoding);
      yield { rows, numbers, ragged, next: { offset, row: number } };
    }
  } finally {
    await source.close();
  }
}

/** The fast way, for rows without a quotation mark. */
function plainRows(text: string, { delimiter, newline }: Dialect): string[][] {
  const lines = text.split(newline === LF ? '\n' : '\r');
  if (lines.at(-1) === '') lines.pop();
  const rows: string[][] = [];
  for (const line of lines) {
    const end = line.length - 1;
    rows.push((line.charCodeAt(end) === CR ? line.slice(0, end) : line).split(delimiter));
  }
  return rows;
}

function quotedRows(text: string, dialect: Dialect, row: number, unended = false): string[][] {
  const newline = dialect.newline === LF ? ['\r\n', '\n'] : ['\r'];
  try {
    return parse(text, {
      delimiter: dialect.delimiter,
      record_delimiter: newline,
      relax_column_count: true,
      relax_quotes: true,
    });
  } catch (error) {
    const name = dialect.name;
    const detail = (error as { code?: string }).code ?? 'csv';
    throw refuse(unended ? 'table.cut' : 'table.broken_quotes', { values: { name, row: `${row}` }, detail });
  }
}
