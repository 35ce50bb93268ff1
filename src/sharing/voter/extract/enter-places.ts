/** Who is in a list goes into the database after COPY has ended: its connection is the one that everything commits with. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { openSealed } from '../seal/sealed-file.ts';
import type { Manifest } from './manifest.ts';
import { insertPlaces, type GivenPlace } from './sql.ts';
import { readPlaces } from './tables.ts';
import { LEAF_BYTES, NIK_BYTES } from './tree.ts';
import { SPOOL } from './write.ts';

/** So many voters are entered at once. */
const VOTERS_AT_ONCE = 20_000;

export async function enterPlaces(
  tx: Tx,
  given: { readonly id: Uuid; readonly dir: string; readonly key: Buffer; readonly manifest: Manifest },
): Promise<void> {
  const { id, dir, key, manifest } = given;
  const niks = taker(openSealed(join(dir, SPOOL), { key, extractId: id, path: SPOOL }));
  const leaves = taker(leavesOf(dir, manifest));
  try {
    await enterEach(tx, id, await readPlaces(dir, manifest), { niks, leaves });
  } finally {
    await niks.close();
    await leaves.close();
  }
  await rm(join(dir, SPOOL));
}

type Taker = ReturnType<typeof taker>;

async function enterEach(
  tx: Tx,
  id: Uuid,
  lines: Awaited<ReturnType<typeof readPlaces>>,
  { niks, leaves }: { readonly niks: Taker; readonly leaves: Taker },
): Promise<void> {
  let batch: GivenPlace[] = [];
  let voters = 0;
  let position = 0;
  for (const line of lines) {
    batch.push({
      ...line,
      position,
      niks: await niks.take(line.n * NIK_BYTES),
      leaves: await leaves.take(line.n * LEAF_BYTES),
    });
    position += 1;
    voters += line.n;
    if (voters < VOTERS_AT_ONCE) continue;
    await insertPlaces(tx, id, batch);
    batch = [];
    voters = 0;
  }
  if (batch.length > 0) await insertPlaces(tx, id, batch);
}

function* leavesOf(dir: string, { files }: Manifest): Generator<Buffer> {
  for (const { kind, path } of files) if (kind === 'leaves') yield* piecesOf(join(dir, path));
}

const PIECE_BYTES = 1 << 18;

/** A file piece by piece, in this process's own time: most have a few kilobytes, and there are hundreds. */
export function* piecesOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (let left = fstatSync(file).size; left > 0;) {
      const piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, left));
      const count = readSync(file, piece);
      if (count === 0) return;
      left -= count;
      yield piece.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

/** Takes exactly so many bytes of a stream, one after the other. */
export function taker(pieces: AsyncIterable<Buffer> | Iterable<Buffer>) {
  const source = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  let held: Buffer = Buffer.alloc(0);
  return {
    async take(count: number): Promise<Buffer> {
      const out = Buffer.allocUnsafe(count);
      let filled = 0;
      while (filled < count) {
        if (held.length === 0) {
          const next = await source.next();
          if (next.done) throw new RangeError('the stream ends too early');
          held = next.value;
        }
        const taken = held.copy(out, filled, 0, Math.min(held.length, count - filled));
        filled += taken;
        held = held.subarray(taken);
      }
      return out;
    },
    /** Closes what it reads from, read to its end or not. */
    async close(): Promise<void> {
      await source.return?.();
    },
  };
}
