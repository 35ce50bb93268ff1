/**
 * Plain scans of vectors and codes in WebAssembly with 128-bit instructions: dot products of int8 and float vectors, differing bits of codes, and of
 * masked codes over rotations. Exact: int8 in whole numbers, bits counted.
 * A block of the many is copied into the kernel's memory, compared, and the next one takes its place; so the many may lie in any buffer.
 */
import { compiledIfKnown, compiledKernel, instanceOf } from './compiled.ts';

export interface Scan<Many, Results> {
  /** So many rows fit into a block. */
  readonly block: number;
  /** Puts `rows` rows, the first of which begins at element `at`, into the block behind those that are in it. */
  put(many: Many, at: number, rows: number): void;
  /** Of each row in the block, in the order in which they came, one value a query; and an empty block. Valid until the next call. */
  results(): Results;
}

interface Kernel {
  int8Dots(queries: number, many: number, vectors: number, count: number, dims: number, out: number): void;
  floatDots(queries: number, many: number, vectors: number, count: number, dims: number, out: number): void;
  hamming(queries: number, many: number, codes: number, count: number, bytes: number, out: number): void;
  maskedHamming(
    own: number,
    turns: number,
    codes: number,
    count: number,
    bytes: number,
    fewest: number,
    to: number,
  ): void;
}

const MODULE = compiledKernel('scan');
/** The same products by an instruction that does four at once, where the engine knows it. */
const RELAXED = compiledIfKnown('relaxed-dots');
/** Bytes of the many that are copied at once: they and the queries stay near. */
const BLOCK_BYTES = 65_536;
const QUERIES = 1024;
const MOST_CODE_BYTES = 496;

/** Where things lie in the kernel's memory, in bytes: queries, the block of the many, the results. */
function laid(queryBytes: number, rowBytes: number, valuesEach: number, module = MODULE) {
  const rows = QUERIES + queryBytes;
  const block = Math.max(1, Math.floor(BLOCK_BYTES / rowBytes));
  const results = rows + block * rowBytes;
  const kernel = instanceOf<Kernel>(module, results + 4 * block * valuesEach);
  return { kernel, memory: kernel.memory.buffer, rows, block, results };
}

interface Rows<Typed> {
  readonly block: number;
  /** Of the kernel's memory, from the first row on. */
  readonly view: Typed;
  readonly rowLength: number;
}

/** A scan whose block is filled row by row; `run` compares the first `count` rows. */
function scanOf<Typed extends Int8Array | Uint8Array | Float32Array, Results>(
  { block, view, rowLength }: Rows<Typed>,
  run: (count: number) => Results,
): Scan<Typed, Results> {
  let filled = 0;
  return {
    block,
    put(many, at, rows) {
      if (filled + rows > block) throw new RangeError(`${filled + rows} rows in a block of ${block}`);
      view.set(many.subarray(at, at + rows * rowLength), filled * rowLength);
      filled += rows;
    },
    results() {
      const count = filled;
      filled = 0;
      return run(count);
    },
  };
}

/** Dot products of rows of `dims` values, a multiple of 16. */
export function int8Scan(queries: readonly Int8Array[], dims: number, relaxed = RELAXED): Scan<Int8Array, Int32Array> {
  mustDivide(dims, 16);
  const many = queries.length;
  const inParts = relaxed !== null && !queries.some((query) => query.includes(-128));
  const { kernel, memory, rows, block, results } = laid(2 * dims * many, dims, many, inParts ? relaxed : MODULE);
  if (inParts) {
    const own = new Uint8Array(memory, QUERIES);
    queries.forEach((query, n) =>
      query.forEach((value, i) => writeParts(own, 2 * (n * dims + i - (i % 16)) + (i % 16), value)),
    );
  } else {
    const own = new Int16Array(memory, QUERIES);
    queries.forEach((query, n) => own.set(query, n * dims));
  }
  const out = new Int32Array(memory, results);
  return scanOf({ block, view: new Int8Array(memory, rows), rowLength: dims }, (count) => {
    kernel.int8Dots(QUERIES, many, rows, count, dims, results);
    return out.subarray(0, count * many);
  });
}

/** A value from -127 to 127 as two 7-bit numbers whose sum is 127 more. */
function writeParts(own: Uint8Array, at: number, value: number): void {
  own[at] = (value + 127) >> 1;
  own[at + 16] = (value + 128) >> 1;
}

/** As `int8Scan` with floats; `dims` is a multiple of 8. */
export function floatScan(queries: readonly Float32Array[], dims: number): Scan<Float32Array, Float32Array> {
  mustDivide(dims, 8);
  const many = queries.length;
  const { kernel, memory, rows, block, results } = laid(4 * dims * many, 4 * dims, many);
  const own = new Float32Array(memory, QUERIES);
  queries.forEach((query, n) => own.set(query, n * dims));
  const out = new Float32Array(memory, results);
  return scanOf({ block, view: new Float32Array(memory, rows), rowLength: dims }, (count) => {
    kernel.floatDots(QUERIES, many, rows, count, dims, results);
    return out.subarray(0, count * many);
  });
}

/** Differing bits of each query and each row, all of the same length: a multiple of 16 bytes, at most 496. */
export function hammingScan(queries: readonly Uint8Array[], length: number): Scan<Uint8Array, Int32Array> {
  mustBeCode(length);
  const many = queries.length;
  const { kernel, memory, rows, block, results } = laid(length * many, length, many);
  const own = new Uint8Array(memory, QUERIES);
  queries.forEach((query, n) => own.set(query, n * length));
  const out = new Int32Array(memory, results);
  return scanOf({ block, view: new Uint8Array(memory, rows), rowLength: length }, (count) => {
    kernel.hamming(QUERIES, many, rows, count, length, results);
    return out.subarray(0, count * many);
  });
}

export interface MaskedCode {
  readonly bits: Uint8Array;
  /** Which of the bits were seen. */
  readonly mask: Uint8Array;
}

/**
 * The least share of differing bits among those that both show, over the query's rotations (Daugman, "How iris recognition works", IEEE TCSVT 14 (2004));
 * 1 where fewer than `fewest` are shown. A row is its bits and then its mask.
 */
export function maskedScan(rotations: readonly MaskedCode[], fewest: number): Scan<Uint8Array, Float32Array> {
  const length = rotations[0]!.bits.length;
  mustBeCode(length);
  const { kernel, memory, rows, block, results } = laid(2 * length * rotations.length, 2 * length, 1);
  const own = new Uint8Array(memory, QUERIES);
  rotations.forEach(({ bits, mask }, n) => {
    own.set(bits, 2 * length * n);
    own.set(mask, 2 * length * n + length);
  });
  const out = new Float32Array(memory, results);
  return scanOf({ block, view: new Uint8Array(memory, rows), rowLength: 2 * length }, (count) => {
    kernel.maskedHamming(QUERIES, rotations.length, rows, count, length, fewest, results);
    return out.subarray(0, count);
  });
}

function mustDivide(length: number, by: number): void {
  if (length % by !== 0) throw new RangeError(`${length} is no multiple of ${by}`);
}

function mustBeCode(length: number): void {
  mustDivide(length, 16);
  if (length > MOST_CODE_BYTES) throw new RangeError(`${length} bytes are more than ${MOST_CODE_BYTES}`);
}
