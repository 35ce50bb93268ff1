/**
 * The files that go to and fro: a line that says what it is, rows of bytes in the order of the bytes themselves, and the SHA-256 of all that.
 * The order of the list is lost in it, and a file that was cut or changed on the way is refused.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { refuse } from '../refusals.ts';
import { KEPT_BYTES, POINT_BYTES } from './curve.ts';

const head = z.object({
  jatidiri: z.literal('blind'),
  version: z.literal(1),
  /** 1: a list blinded by its own side; 2: the same blinded again by the other. */
  step: z.union([z.literal(1), z.literal(2)]),
  /** Whose list. */
  list: z.uuid(),
  /** Of step 2: the list of the side that blinded it again. */
  by: z.uuid().nullable(),
  rows: z.number().int().min(0),
});
export type BlindHead = z.output<typeof head>;

/** Bytes of a row: its number and its person. */
export const rowBytes = (step: 1 | 2): number => 2 * (step === 1 ? POINT_BYTES : KEPT_BYTES);
const DIGEST = 32;
const MOST_HEAD = 1_000;

export async function writeBlind(
  path: string,
  given: Omit<BlindHead, 'jatidiri' | 'version'>,
  rows: Buffer,
): Promise<string> {
  const first = Buffer.from(`${JSON.stringify({ jatidiri: 'blind', version: 1, ...given })}\n`);
  const sum = createHash('sha256').update(first);
  function* pieces(): Generator<Buffer> {
    yield first;
    for (const row of inOrder(rows, rowBytes(given.step))) {
      sum.update(row);
      yield row;
    }
    yield sum.digest();
  }
  const aside = `${path}.new`;
  await pipeline(Readable.from(pieces()), createWriteStream(aside));
  // Under its name there is never half a file.
  await rename(aside, path);
  const whole = createHash('sha256');
  for await (const piece of createReadStream(path)) whole.update(piece as Buffer);
  return whole.digest('hex');
}

const BUCKETS = 65_536;

/** The rows from the smallest up, some thousand together: first by two bytes, then each heap by itself. */
function* inOrder(rows: Buffer, width: number): Generator<Buffer> {
  const n = rows.length / width;
  const starts = new Uint32Array(BUCKETS + 1);
  for (let at = 0; at < n; at++) starts[rows.readUInt16BE(at * width) + 1]! += 1;
  for (let bucket = 0; bucket < BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!;
  const next = starts.slice();
  const order = new Uint32Array(n);
  for (let at = 0; at < n; at++) order[next[rows.readUInt16BE(at * width)]!++] = at;
  const row = (at: number) => rows.subarray(at * width, (at + 1) * width);
  let waiting: Buffer[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const heap = Array.from(order.subarray(starts[bucket]!, starts[bucket + 1]!), row);
    waiting.push(...heap.toSorted((a, b) => a.compare(b)));
    if (waiting.length < 4_000) continue;
    yield Buffer.concat(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield Buffer.concat(waiting);
}

/** What a file says that it is; nothing where it is no such file. */
export async function headOf(path: string): Promise<(BlindHead & { readonly bytes: number }) | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_HEAD), 0, MOST_HEAD, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(0x0a);
    if (end < 0) return null;
    const said = head.safeParse(parsed(buffer.subarray(0, end).toString()));
    return said.success ? { ...said.data, bytes: end + 1 } : null;
  } finally {
    await file.close();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Refuses a file that is not as long as it says, or whose sum is another. */
export async function mustBeWhole(path: string): Promise<BlindHead & { readonly bytes: number }> {
  const said = await headOf(path);
  if (!said) throw refuse('voter.blind_no_file', { values: { file: path } });
  const { size } = await stat(path);
  if (size !== said.bytes + said.rows * rowBytes(said.step) + DIGEST)
    throw refuse('voter.blind_cut', { values: { file: path } });
  const sum = createHash('sha256');
  for await (const piece of createReadStream(path, { end: size - DIGEST - 1 })) sum.update(piece as Buffer);
  const file = await open(path, 'r');
  try {
    const { buffer } = await file.read(Buffer.alloc(DIGEST), 0, DIGEST, size - DIGEST);
    if (!buffer.equals(sum.digest())) throw refuse('voter.blind_cut', { values: { file: path } });
  } finally {
    await file.close();
  }
  return said;
}

/** The rows of a file that is whole, `n` at a time. */
export async function* rowsIn(
  path: string,
  said: BlindHead & { readonly bytes: number },
  n: number,
): AsyncGenerator<Buffer> {
  const width = rowBytes(said.step);
  const file = await open(path, 'r');
  try {
    for (let from = 0; from < said.rows; from += n) {
      const length = Math.min(n, said.rows - from) * width;
      const { buffer, bytesRead } = await file.read(
        Buffer.allocUnsafeSlow(length),
        0,
        length,
        said.bytes + from * width,
      );
      if (bytesRead < length) throw refuse('voter.blind_cut', { values: { file: path } });
      yield buffer;
    }
  } finally {
    await file.close();
  }
}
