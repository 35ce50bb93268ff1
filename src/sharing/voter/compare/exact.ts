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
import { NEWLINE, NO_LINE, type Shape } from './lines.ts';

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
    const { same, partner, inFirst, inSecond } = match(one, other);
    await Promise.all([threads[0].writeRest(rests[0], inFirst), threads[1].writeRest(rests[1], inSecond)]);
    const delimiters = [shapeOne, shapeOther].map(({ delimiter }) => String.fromCharCode(delimiter));
    return {
      first: { path: rests[0], delimiter: delimiters[0]! },
      second: { path: rests[1], delimiter: delimiters[1]! },
      same,
      *pairs() {
        for (let at = 0; at < one.n; at++)
          if (partner[at]! >= 0) yield [one.line[at]! + 1, other.line[partner[at]!]! + 1];
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
  /** By row of the first: the row of the second that says the same, or below 0. */
  readonly partner: Int32Array;
  /** By line: whether it is set aside. */
  readonly inFirst: Uint8Array;
  readonly inSecond: Uint8Array;
}

type Said = NonNullable<ListSaid>;

const [NOBODY, SEVERAL] = [-1, -2];

function match(one: Said, other: Said): Matched {
  const bits = Math.max(4, Math.ceil(Math.log2(one.n * 2 + 1)));
  const table = new Int32Array(2 ** bits).fill(-1);
  const mask = table.length - 1;
  const place = (high: number, low: number) =>
    (Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b) ^ (Math.imul(low, 0xc2b2ae35) >>> 13)) & mask;
  const partner = new Int32Array(one.n).fill(NOBODY);
  for (let at = 0; at < one.n; at++) {
    const [high, low] = [one.high[at]!, one.low[at]!];
    let slot = place(high, low);
    for (;;) {
      const before = table[slot]!;
      if (before < 0) {
        table[slot] = at;
        if (one.line[at] === NO_LINE) partner[at] = SEVERAL;
        break;
      }
      if (one.high[before] === high && one.low[before] === low) {
        partner[before] = SEVERAL;
        partner[at] = SEVERAL;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  for (let at = 0; at < other.n; at++) {
    const [high, low] = [other.high[at]!, other.low[at]!];
    for (let slot = place(high, low); ; slot = (slot + 1) & mask) {
      const found = table[slot]!;
      if (found < 0) break;
      if (one.high[found] !== high || one.low[found] !== low) continue;
      partner[found] = partner[found] === NOBODY && other.line[at] !== NO_LINE ? at : SEVERAL;
      break;
    }
  }
  return settled(one, other, partner);
}

function settled(one: Said, other: Said, partner: Int32Array): Matched {
  const [inFirst, inSecond] = [new Uint8Array(one.lines), new Uint8Array(other.lines)];
  let same = 0;
  for (let at = 0; at < one.n; at++) {
    const found = partner[at]!;
    if (found < 0) continue;
    if (one.one[at] !== other.one[found] || one.two[at] !== other.two[found]) {
      partner[at] = NOBODY;
      continue;
    }
    same += 1;
    inFirst[one.line[at]!] = 1;
    inSecond[other.line[found]!] = 1;
  }
  return { same, partner, inFirst, inSecond };
}
