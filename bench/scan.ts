/**
 * `npm run bench -- scan`: how many vectors of 512 bytes a second one thread compares with queries, keeping the best of each, and how many codes of 2,048 bits.
 * The limit is usearch, a native library: its exact search of the same vectors by the same queries, on one thread.
 */
import { hammingScan, int8Scan } from '../src/recording/biometric/kernel/scan.ts';
import { figure, median, type Bench } from './bench.ts';

const DIMS = 512;
const CODE_BYTES = 256;
const QUERIES = 16;
const ROUNDS = 5;
/** A slower limit says that the library found no instructions of this machine's to use. */
const SLOWEST_LIMIT = 18e6;

export const bench: Bench = async ({ size = 200_000 }) => {
  // As bytes of an embedding are: -127 to 127.
  const vectors = new Int8Array(noise(size * DIMS).buffer, 0, size * DIMS).map((value) => Math.max(-127, value));
  const codes = noise(size * CODE_BYTES);
  const queries = Array.from({ length: QUERIES }, (_, n) => vectors.slice(n * DIMS, (n + 1) * DIMS));
  const probes = Array.from({ length: QUERIES }, (_, n) => codes.slice(n * CODE_BYTES, (n + 1) * CODE_BYTES));
  const limit = await usearch();
  const own: number[] = [];
  const limits: number[] = [];
  const hamming: number[] = [];
  scanVectors(vectors, queries, size);
  limit?.(vectors, queries);
  for (let round = 0; round < ROUNDS; round++) {
    own.push(scanVectors(vectors, queries, size));
    if (limit) limits.push(limit(vectors, queries));
    hamming.push(scanCodes(codes, probes, size));
  }
  const measured = limits.length > 0 ? median(limits) : null;
  const stands = measured !== null && measured >= SLOWEST_LIMIT;
  return {
    name: 'scan',
    size,
    figures: [
      figure('scan.int8_512_per_second', median(own), '1/s', stands ? measured : null),
      figure('scan.hamming2048_per_second', median(hamming), '1/s'),
    ],
    leftOut: [
      `${QUERIES} queries at once, one thread, the best of each kept; a comparison is one query with one vector`,
      ...(measured === null ? ['no limit: usearch does not load on this machine'] : []),
      ...(measured !== null && !stands
        ? [`no limit: usearch gave ${(measured / 1e6).toFixed(1)} million a second, below what it can do anywhere`]
        : []),
    ],
  };
};

type Rate = (vectors: Int8Array, queries: readonly Int8Array[]) => number;

/** Comparisons a second by usearch; null where its compiled part does not load. */
async function usearch(): Promise<Rate | null> {
  const library = await import('usearch').catch(() => null);
  if (!library) return null;
  const { exactSearch, MetricKind } = library;
  return (vectors, queries) => {
    const joined = new Int8Array(queries.length * DIMS);
    queries.forEach((query, n) => joined.set(query, n * DIMS));
    const began = performance.now();
    exactSearch(vectors, joined, DIMS, 1, MetricKind.IP, 1);
    return ((1000 * vectors.length) / DIMS) * (queries.length / (performance.now() - began));
  };
}

/** Comparisons a second. */
function scanVectors(vectors: Int8Array, queries: readonly Int8Array[], size: number): number {
  const began = performance.now();
  const scan = int8Scan(queries, DIMS);
  const best = new Int32Array(queries.length).fill(-(2 ** 31));
  for (let from = 0; from < size; from += scan.block) {
    scan.put(vectors, from * DIMS, Math.min(scan.block, size - from));
    keepBest(best, scan.results());
  }
  mustFind(best.every((found, n) => found >= dot(queries[n]!, queries[n]!)));
  return (1000 * size * queries.length) / (performance.now() - began);
}

function scanCodes(codes: Uint8Array, probes: readonly Uint8Array[], size: number): number {
  const began = performance.now();
  const scan = hammingScan(probes, CODE_BYTES);
  const least = new Int32Array(probes.length).fill(2 ** 30);
  for (let from = 0; from < size; from += scan.block) {
    scan.put(codes, from * CODE_BYTES, Math.min(scan.block, size - from));
    const apart = scan.results();
    for (let at = 0; at < apart.length; at += least.length)
      for (let n = 0; n < least.length; n++) if (apart[at + n]! < least[n]!) least[n] = apart[at + n]!;
  }
  mustFind(least.every((apart) => apart === 0));
  return (1000 * size * probes.length) / (performance.now() - began);
}

function keepBest(best: Int32Array, dots: Int32Array): void {
  for (let at = 0; at < dots.length; at += best.length)
    for (let n = 0; n < best.length; n++) if (dots[at + n]! > best[n]!) best[n] = dots[at + n]!;
}

const dot = (a: Int8Array, b: Int8Array) => a.reduce((sum, value, n) => sum + value * b[n]!, 0);

/** The queries are among the vectors: each must find itself. */
function mustFind(found: boolean): void {
  if (!found) throw new Error('a scan did not find what is there');
}

function noise(bytes: number): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(Math.ceil(bytes / 4));
  let state = 1;
  for (let n = 0; n < words.length; n++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[n] = state;
  }
  return new Uint8Array(words.buffer, 0, bytes);
}
