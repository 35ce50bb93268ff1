import { setTimeout as sleep } from 'node:timers/promises';
import { readJournal, type Journal } from './journal.ts';
import { openKnown } from './claims.ts';
import { decodeBundle, LogDamaged, TILE_WIDTH } from './log/index.ts';
import type { LogPlace } from './publish.ts';

/** The first `size` entries of a log as they lie in its files. */
export interface EntrySource {
  readonly size: number;
  /** How many of them stand in published tiles; the others still lie in journals. */
  readonly published: number;
  /** The entries in order, some hundred at a time, as views into a bundle or a journal (where two bytes precede each). */
  bundles(): AsyncGenerator<Buffer[]>;
}

const SEAL_WAIT_MS = 1500;

/**
 * Reads up to `size`. A living sequencer publishes within a second, so that is waited for; where none lives, the rest is
 * read from the journals that the database names.
 */
export async function entrySource(place: LogPlace, size: number, journals: readonly Journal[]): Promise<EntrySource> {
  const deadline = performance.now() + SEAL_WAIT_MS;
  let published = await publishedSize(place);
  while (published < size && performance.now() < deadline) {
    await sleep(100);
    published = await publishedSize(place);
  }
  const inTiles = Math.min(size, published);
  const waiting: Buffer[] = [];
  for (const journal of journals) {
    if (published >= size) break;
    const entries = await readJournal(place.folder.dir, journal);
    if (!entries) throw new LogDamaged(`journal ${journal.name} is missing`);
    waiting.push(...entries.slice(Math.max(0, inTiles - journal.start)));
  }
  if (inTiles + waiting.length !== size) throw new LogDamaged(`${size} entries are numbered, the files hold fewer`);

  function read(index: number): Promise<Buffer> {
    if (index * TILE_WIDTH >= inTiles) return Promise.resolve(Buffer.alloc(0));
    const width = Math.min(TILE_WIDTH, published - index * TILE_WIDTH);
    const reading = place.folder.tile({ level: 'entries', index, width });
    // It may fail before it is awaited; the one who awaits it hears of it.
    reading.catch(() => {});
    return reading;
  }

  return {
    size,
    published: inTiles,
    async *bundles() {
      let next = read(0);
      for (let index = 0; index * TILE_WIDTH < inTiles; index++) {
        const bytes = await next;
        // The next file is on its way while this one is worked on.
        next = read(index + 1);
        yield decoded(bytes, Math.min(TILE_WIDTH, inTiles - index * TILE_WIDTH), index);
      }
      if (waiting.length > 0) yield waiting;
    },
  };
}

function decoded(bytes: Buffer, count: number, index: number): Buffer[] {
  let entries: Buffer[];
  try {
    entries = decodeBundle(bytes);
  } catch (fault) {
    throw new LogDamaged(`entry bundle ${index} cannot be read`, { cause: fault });
  }
  if (entries.length < count) throw new LogDamaged(`entry bundle ${index} is too short`);
  return entries.slice(0, count);
}

async function publishedSize(place: LogPlace): Promise<number> {
  const note = await place.folder.checkpointNote();
  return (note === null ? null : openKnown(note, place))?.size ?? 0;
}
