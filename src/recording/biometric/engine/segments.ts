/**
 * Where a gallery's people lie: segments of shared memory, many people each, and a directory of them by slot. Any thread reads them, none copies them, and
 * they outlive a thread that dies.
 * Always holds: nothing changes while somebody reads (the gallery sees to it); what is taken out is overwritten with zeros; a segment that is more than half empty is
 * given back.
 */

/** What threads are given to read with. */
export interface Shared {
  /** By number; null where a segment was given back. */
  readonly segments: readonly (SharedArrayBuffer | null)[];
  /** For each slot three words: the number of its segment and one, or 0; its first word there; how many. */
  readonly directory: SharedArrayBuffer;
  readonly slots: number;
}

export interface Segments {
  /** Puts a block at a slot where nobody is. */
  put(slot: number, block: Int32Array): void;
  drop(slot: number): void;
  shared(): Shared;
  /** Bytes that the people take, with what is empty among them and the directory. */
  bytes(): number;
  clear(): void;
}

const SEGMENT_WORDS = 4 << 20;
const PLACE_WORDS = 3;
const FEWEST_SLOTS = 1024;

interface Segment {
  readonly words: Int32Array;
  used: number;
  live: number;
}

/** Memory is taken segment by segment, `segmentWords` each; a block is never longer. */
export function openSegments(segmentWords = SEGMENT_WORDS): Segments {
  const segments: (Segment | null)[] = [];
  let directory = new Int32Array(new SharedArrayBuffer(4 * PLACE_WORDS * FEWEST_SLOTS));
  let slots = 0;
  let current = -1;

  function room(words: number): Segment {
    const open = segments[current];
    if (open && open.used + words <= segmentWords) return open;
    const free = segments.indexOf(null);
    current = free < 0 ? segments.length : free;
    const made: Segment = {
      words: new Int32Array(new SharedArrayBuffer(4 * Math.max(words, segmentWords))),
      used: 0,
      live: 0,
    };
    segments[current] = made;
    return made;
  }

  function put(slot: number, block: Int32Array): void {
    const segment = room(block.length);
    segment.words.set(block, segment.used);
    if (PLACE_WORDS * (slot + 1) > directory.length) directory = twice(directory);
    directory.set([current + 1, segment.used, block.length], PLACE_WORDS * slot);
    segment.used += block.length;
    segment.live += block.length;
    slots = Math.max(slots, slot + 1);
  }

  function giveBack(number: number): void {
    const leaving = segments[number]!.words;
    for (let slot = 0; slot < slots; slot++) {
      const [place, at, length] = directory.subarray(PLACE_WORDS * slot, PLACE_WORDS * (slot + 1));
      if (place === number + 1) put(slot, leaving.subarray(at!, at! + length!));
    }
    segments[number] = null;
  }

  return {
    put,
    drop(slot) {
      const [place, at, length] = directory.subarray(PLACE_WORDS * slot, PLACE_WORDS * (slot + 1));
      if (!place) return;
      const segment = segments[place - 1]!;
      segment.words.fill(0, at!, at! + length!);
      directory.fill(0, PLACE_WORDS * slot, PLACE_WORDS * (slot + 1));
      segment.live -= length!;
      if (place - 1 !== current && 2 * segment.live < segment.used) giveBack(place - 1);
    },
    shared: () => ({
      segments: segments.map((segment) => (segment ? (segment.words.buffer as SharedArrayBuffer) : null)),
      directory: directory.buffer as SharedArrayBuffer,
      slots,
    }),
    bytes: () => segments.reduce((sum, segment) => sum + 4 * (segment?.used ?? 0), 4 * PLACE_WORDS * slots),
    clear() {
      segments.length = 0;
      directory = new Int32Array(new SharedArrayBuffer(4 * PLACE_WORDS * FEWEST_SLOTS));
      slots = 0;
      current = -1;
    },
  };
}

function twice(words: Int32Array<SharedArrayBuffer>): Int32Array<SharedArrayBuffer> {
  const larger = new Int32Array(new SharedArrayBuffer(2 * words.buffer.byteLength));
  larger.set(words);
  return larger;
}

/** A thread's way to the people: the words in which somebody lies, the same as bytes and floats, and his first word. */
export interface Reader {
  readonly slots: number;
  /** False where nobody is; else the rest is his until the next call. */
  find(slot: number): boolean;
  at(): number;
  words(): Int32Array;
  bytes(): Int8Array;
  floats(): Float32Array;
}

export function readerOf({ segments, directory, slots }: Shared): Reader {
  const views = segments.map((segment) =>
    segment
      ? { words: new Int32Array(segment), bytes: new Int8Array(segment), floats: new Float32Array(segment) }
      : null,
  );
  const places = new Int32Array(directory);
  let number = 0;
  let at = 0;
  return {
    slots,
    find(slot) {
      number = places[PLACE_WORDS * slot]! - 1;
      at = places[PLACE_WORDS * slot + 1]!;
      return number >= 0;
    },
    at: () => at,
    words: () => views[number]!.words,
    bytes: () => views[number]!.bytes,
    floats: () => views[number]!.floats,
  };
}
