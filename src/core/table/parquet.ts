/**
 * Parquet, written piece by piece: columns of text that may be empty, zstd, nothing of the hour or the machine in it, so that the same rows
 * give the same bytes. For what must not lie on a disk unsealed, where an engine that writes files itself is no help.
 * Format: parquet-format 2.x (Thrift compact protocol, data pages of version 1, PLAIN, definition levels as RLE).
 */
import { constants, zstdCompressSync } from 'node:zlib';

const MAGIC = Buffer.from('PAR1');
const LEVEL = 3;
/** Values of the format's enumerations. */
const BYTE_ARRAY = 6;
const OPTIONAL = 1;
const UTF8 = 0;
const PLAIN = 0;
const RLE = 3;
const ZSTD = 6;
const UNCOMPRESSED = 0;
/** Below this packing gains nothing. */
const SMALL_PAGE = 512;
const DATA_PAGE = 0;

const I32 = 5;
const I64 = 6;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;

/** The compact protocol, as much of it as a footer needs. */
function thrift() {
  const bytes: number[] = [];
  const last: number[] = [0];
  function varint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  }
  // Nothing here is negative.
  const zigzag = (value: number) => varint(value * 2);
  function field(id: number, type: number): void {
    const step = id - last.at(-1)!;
    bytes.push((step << 4) | type);
    last[last.length - 1] = id;
  }
  const text = (value: string) => {
    const utf8 = Buffer.from(value);
    varint(utf8.length);
    bytes.push(...utf8);
  };
  const writer = {
    i32(id: number, value: number) {
      field(id, I32);
      zigzag(value);
    },
    i64(id: number, value: number) {
      field(id, I64);
      zigzag(value);
    },
    text(id: number, value: string) {
      field(id, BINARY);
      text(value);
    },
    struct(id: number, fill: () => void) {
      field(id, STRUCT);
      writer.bare(fill);
    },
    /** A structure that is an element of a list. */
    bare(fill: () => void) {
      last.push(0);
      fill();
      last.pop();
      bytes.push(0);
    },
    list<Item>(id: number, type: number, items: readonly Item[], each: (item: Item) => void) {
      field(id, LIST);
      if (items.length < 15) bytes.push((items.length << 4) | type);
      else {
        bytes.push(0xf0 | type);
        varint(items.length);
      }
      for (const item of items) each(item);
    },
    zigzag,
    string: text,
    done: () => Buffer.from([...bytes, 0]),
  };
  return writer;
}

interface Chunk {
  readonly at: number;
  readonly plain: number;
  readonly packed: number;
  readonly codec: number;
}

interface Group {
  readonly rows: number;
  readonly chunks: readonly Chunk[];
}

/** One column of the group that is being filled. */
function column() {
  let values = Buffer.allocUnsafe(1 << 12);
  let length = 0;
  let present = Buffer.alloc(1 << 6);
  let nulls = 0;
  return {
    push(row: number, from: Buffer, start: number, end: number): void {
      const size = end - start;
      if (row >> 3 >= present.length) present = Buffer.concat([present], present.length * 2);
      present[row >> 3]! |= 1 << (row & 7);
      if (length + size + 4 > values.length)
        values = Buffer.concat([values], Math.max(values.length * 2, length + size + 4));
      values[length] = size & 0xff;
      values[length + 1] = (size >> 8) & 0xff;
      values[length + 2] = (size >> 16) & 0xff;
      values[length + 3] = size >>> 24;
      length += 4;
      from.copy(values, length, start, end);
      length += size;
    },
    skip(row: number): void {
      if (row >> 3 >= present.length) present = Buffer.concat([present], present.length * 2);
      nulls += 1;
    },
    /** The page without its header: which rows have a value, then the values. */
    page(rows: number): Buffer {
      const levels = nulls === 0 ? allThere(rows) : bits(present, rows);
      const head = Buffer.alloc(4);
      head.writeUInt32LE(levels.length);
      return Buffer.concat([head, levels, values.subarray(0, length)]);
    },
    empty(): void {
      length = 0;
      nulls = 0;
      present.fill(0);
    },
  };
}

function varintBytes(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}

/** One run of ones. */
const allThere = (rows: number): Buffer => Buffer.concat([varintBytes(rows << 1), Buffer.of(1)]);
/** One run of bits, eight rows a group. */
function bits(present: Buffer, rows: number): Buffer {
  const groups = Math.ceil(rows / 8);
  return Buffer.concat([varintBytes((groups << 1) | 1), present.subarray(0, groups)]);
}

export interface ParquetWriter {
  /** Puts a value of the present row; a column that gets none is null there. Columns come in their order. */
  value(column: number, from: Buffer, start: number, end: number): void;
  /** Ends the present row; gives bytes whenever a group of rows is full. */
  endRow(): Buffer | null;
  /** The last bytes of the file. What comes after is another file, in the memory of this one. */
  end(): Buffer;
}

/** Writes rows of text columns; whoever calls puts the bytes that it gives one behind the other. */
export function parquetWriter(names: readonly string[], rowsOfGroup: number): ParquetWriter {
  const columns = names.map(column);
  let groups: Group[] = [];
  let at = MAGIC.length;
  let row = 0;
  /** Columns below this one have had their value of the present row. */
  let next = 0;
  let begun = false;

  function group(): Buffer {
    const parts: Buffer[] = begun ? [] : [MAGIC];
    begun = true;
    const chunks = columns.map((each): Chunk => {
      const page = each.page(row);
      const codec = page.length < SMALL_PAGE ? UNCOMPRESSED : ZSTD;
      const body = codec === ZSTD ? packed(page) : page;
      const head = pageHeader(row, page.length, body.length);
      parts.push(head, body);
      each.empty();
      const chunk = { at, plain: head.length + page.length, packed: head.length + body.length, codec };
      at += chunk.packed;
      return chunk;
    });
    groups.push({ rows: row, chunks });
    row = 0;
    return Buffer.concat(parts);
  }

  return {
    value(number, from, start, end) {
      for (; next < number; next++) columns[next]!.skip(row);
      columns[number]!.push(row, from, start, end);
      next = number + 1;
    },
    endRow() {
      for (; next < columns.length; next++) columns[next]!.skip(row);
      next = 0;
      row += 1;
      return row === rowsOfGroup ? group() : null;
    },
    end() {
      const rest = row > 0 ? group() : begun ? Buffer.alloc(0) : MAGIC;
      const foot = footer(names, groups);
      const size = Buffer.alloc(4);
      size.writeUInt32LE(foot.length);
      groups = [];
      at = MAGIC.length;
      begun = false;
      return Buffer.concat([rest, foot, size, MAGIC]);
    },
  };
}

// Told how much it will be, it takes no more memory than that needs.
const packed = (page: Buffer): Buffer =>
  zstdCompressSync(page, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL }, pledgedSrcSize: page.length });

function pageHeader(rows: number, plain: number, packed: number): Buffer {
  const out = thrift();
  out.i32(1, DATA_PAGE);
  out.i32(2, plain);
  out.i32(3, packed);
  out.struct(5, () => {
    out.i32(1, rows);
    out.i32(2, PLAIN);
    out.i32(3, RLE);
    out.i32(4, RLE);
  });
  return out.done();
}

function footer(names: readonly string[], groups: readonly Group[]): Buffer {
  const out = thrift();
  out.i32(1, 1);
  out.list(2, STRUCT, [null, ...names], (name) =>
    out.bare(() => {
      if (name === null) {
        out.text(4, 'schema');
        out.i32(5, names.length);
        return;
      }
      out.i32(1, BYTE_ARRAY);
      out.i32(3, OPTIONAL);
      out.text(4, name);
      out.i32(6, UTF8);
    }),
  );
  out.i64(
    3,
    groups.reduce((sum, { rows }) => sum + rows, 0),
  );
  out.list(4, STRUCT, groups, ({ rows, chunks }) =>
    out.bare(() => {
      out.list(1, STRUCT, chunks, (chunk) =>
        out.bare(() => {
          out.i64(2, chunk.at);
          out.struct(3, () => columnMeta(out, names[chunks.indexOf(chunk)]!, rows, chunk));
        }),
      );
      out.i64(
        2,
        chunks.reduce((sum, { plain }) => sum + plain, 0),
      );
      out.i64(3, rows);
    }),
  );
  out.text(6, 'jatidiri');
  return out.done();
}

function columnMeta(
  out: ReturnType<typeof thrift>,
  name: string,
  rows: number,
  { at, plain, packed: size, codec }: Chunk,
): void {
  out.i32(1, BYTE_ARRAY);
  out.list(2, I32, [PLAIN, RLE], out.zigzag);
  out.list(3, BINARY, [name], out.string);
  out.i32(4, codec);
  out.i64(5, rows);
  out.i64(6, plain);
  out.i64(7, size);
  out.i64(9, at);
}
