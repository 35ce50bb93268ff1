/**
 * Most rows of two lists are letter by letter the same, and saying so needs no database: they are found by number, and set aside. What is left
 * goes to DuckDB as it stands. A row is set aside only where its number is written in full, stands once in each list, and the name and the day
 * beside it are the same bytes: of those the rest depends on nothing.
 */
import { randomInt } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { mapColumns } from '../../matching/index.ts';
import type { ListAsked, ListSaid } from './exact-thread.ts';
import { HEAPS, mixed, NEWLINE, NO_LINE, WIDTH, type Shape } from './lines.ts';

/** What is left of a list, with the number of each row in the first column, `LINE`. */
export interface Rest {
  readonly path: string;
  readonly delimiter: string;
}

export interface SetAside {
  readonly first: Rest;
  readonly second: Rest;
  /** Rows of either list that are not in the rest. */
  readonly same: number;
  /** Their numbers, side by side. */
  pairs(): Iterable<readonly [number, number]>;
}

const DELIMITERS = [',', ';', '\t', '|'];

/** `null` where a list is written in a way that is not looked at here: then all of it goes to DuckDB. */
export async function setSameAside(
  paths: readonly [string, string],
  rests: readonly [string, string],
): Promise<SetAside | null> {
  const [shapeOne, shapeOther] = [await shapeOf(paths[0]), await shapeOf(paths[1])];
  if (!shapeOne || !shapeOther) return null;
  // Each list in a thread of its own: what takes time is looking at every byte once.
  const threads = [reader(paths[0], shapeOne), reader(paths[1], shapeOther)] as const;
  try {
    const seeds = [randomInt(2 ** 31), randomInt(2 ** 31)] as const;
    const [one, other] = await Promise.all([threads[0].read(seeds), threads[1].read(seeds)]);
    if (!one || !other) return null;
    const { same, pairs, inFirst, inSecond } = match(one, other);
    await Promise.all([threads[0].writeRest(rests[0], inFirst), threads[1].writeRest(rests[1], inSecond)]);
    const delimiters = [shapeOne, shapeOther].map(({ delimiter }) => String.fromCharCode(delimiter));
    return {
      first: { path: rests[0], delimiter: delimiters[0]! },
      second: { path: rests[1], delimiter: delimiters[1]! },
      same,
      *pairs() {
        for (const heap of pairs) for (let at = 0; at < heap.length; at += 2) yield [heap[at]! + 1, heap[at + 1]! + 1];
      },
    };
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

function reader(path: string, shape: Shape) {
  const worker = new Worker(new URL('./exact-thread.ts', import.meta.url));
  const ask = (asked: ListAsked, hand: ArrayBuffer[] = []): Promise<ListSaid> =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.postMessage(asked, hand);
    });
  return {
    read: (seeds: readonly [number, number]) => ask({ kind: 'read', path, shape, seeds }),
    writeRest: (to: string, aside: Uint8Array) => ask({ kind: 'rest', to, aside }, [aside.buffer as ArrayBuffer]),
    end: () => worker.terminate(),
  };
}

async function shapeOf(path: string): Promise<Shape | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1 << 16), 0, 1 << 16, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(NEWLINE);
    if (end < 0) return null;
    const header = buffer
      .toString('utf8', 0, end)
      .replace(/\r$/, '')
      .replace(/^\uFEFF/, '');
    // Other encodings show as letters that are none.
    if (/["\0\uFFFD]/.test(header)) return null;
    for (const delimiter of DELIMITERS) {
      const headers = header.split(delimiter);
      const { columns, missing } = mapColumns(headers, {}, ['nik', 'name', 'birthDate']);
      if (missing.length > 0) continue;
      const at = (field: 'nik' | 'name' | 'birthDate') => headers.indexOf(columns[field]!);
      return {
        delimiter: delimiter.charCodeAt(0),
        header,
        end: buffer[end - 1] === 0x0d ? '\r\n' : '\n',
        columns: headers.length,
        nik: at('nik'),
        name: at('name'),
        born: at('birthDate'),
      };
    }
    return null;
  } finally {
    await file.close();
  }
}

interface Matched {
  readonly same: number;
  /** Lines that say the same, one of the first and one of the second, one after the other. */
  readonly pairs: readonly Uint32Array[];
  /** By line: whether it is set aside. */
  readonly inFirst: Uint8Array;
  readonly inSecond: Uint8Array;
}

type Said = NonNullable<ListSaid>;

const [NOBODY, SEVERAL, ANOTHER] = [-1, -2, -3];

function match(one: Said, other: Said): Matched {
  const [inFirst, inSecond] = [new Uint8Array(one.lines), new Uint8Array(other.lines)];
  const pairs: Uint32Array[] = [];
  let same = 0;
  for (let heap = 0; heap < HEAPS; heap++) {
    const [rows, others] = [one.heaps[heap]!, other.heaps[heap]!];
    const partner = partners(rows, one.sizes[heap]!, others, other.sizes[heap]!);
    const found = new Uint32Array(partner.length * 2);
    let filled = 0;
    for (let at = 0; at < partner.length; at++) {
      const line = partner[at]!;
      if (line < 0) continue;
      const own = rows[at * WIDTH + 4]!;
      found[filled++] = own;
      found[filled++] = line;
      inFirst[own] = 1;
      inSecond[line] = 1;
      same += 1;
    }
    pairs.push(found.subarray(0, filled));
  }
  return { same, pairs, inFirst, inSecond };
}

/** By row of a heap of the first list: the line of the second that says the same, or below 0. */
function partners(rows: Uint32Array, n: number, others: Uint32Array, m: number): Int32Array {
  const mask = 2 ** Math.max(4, Math.ceil(Math.log2(n * 2 + 1))) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const partner = new Int32Array(n).fill(NOBODY);
  for (let at = 0; at < n; at++) {
    const from = at * WIDTH;
    const slot = slotOf(table, mask, rows, rows[from]!, rows[from + 1]!);
    const before = table[slot]!;
    if (before < 0) table[slot] = at;
    else partner[before] = SEVERAL;
    if (before >= 0 || rows[from + 4] === NO_LINE) partner[at] = SEVERAL;
  }
  for (let at = 0; at < m; at++) {
    const from = at * WIDTH;
    const found = table[slotOf(table, mask, rows, others[from]!, others[from + 1]!)]!;
    if (found < 0) continue;
    const into = found * WIDTH;
    const alike = rows[into + 2] === others[from + 2] && rows[into + 3] === others[from + 3];
    const line = others[from + 4]!;
    // Who comes a second time is nobody's partner, nor is a row that is not looked at closely.
    if (partner[found] !== NOBODY || line === NO_LINE) partner[found] = SEVERAL;
    else partner[found] = alike ? line : ANOTHER;
  }
  return partner;
}

/** Where a number stands in the table, or where it would. */
function slotOf(table: Int32Array, mask: number, rows: Uint32Array, high: number, low: number): number {
  let slot = mixed(high, low) & mask;
  for (;;) {
    const found = table[slot]!;
    if (found < 0 || (rows[found * WIDTH] === high && rows[found * WIDTH + 1] === low)) return slot;
    slot = (slot + 1) & mask;
  }
}
