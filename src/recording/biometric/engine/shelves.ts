/**
 * Which people of a gallery are in an index. Slots lie on shelves of some thousand each; a shelf that is filled, or half of it while it fills, gets an index of its own, so
 * that a gallery grows from nothing to millions without a stop for more than one shelf. Who is put into a shelf after its index was made is loose: searches look at
 * him until so many are loose that the index is made anew.
 * Always holds: who was taken out is in no index before his slot is anybody else's; an index that could not be changed is given up, and its people are loose.
 */
import { MOST_PEOPLE } from './finger-index.ts';
import { bytesOf, joinParts, type BuiltPart, type Leaving, type ShelfIndex } from './vote.ts';

export interface Shelves {
  put(slot: number): void;
  /** Takes people out of the indexes; they are out when it returns. Never throws. */
  drop(slots: readonly number[]): Promise<void>;
  /** Makes and gives back what is due; `from` the last slot and one. Never throws: what could not be made is tried again later. */
  tend(slots: number): Promise<void>;
  /** By shelf; null where there is no index. */
  indexes(): readonly (ShelfIndex | null)[];
  /** People whom an index knows. */
  known(): number;
  bytes(): number;
  clear(): void;
}

export interface ShelvesOptions {
  /** Slots of a shelf, at most 4,095. */
  readonly size: number;
  readonly build: (from: number, end: number) => Promise<readonly BuiltPart[]>;
  readonly forget: (shelves: readonly Leaving[]) => Promise<void>;
}

interface Shelf {
  index: ShelfIndex | null;
  live: number;
  /** By place on the shelf: 1 whom the index was made with and who is still there. */
  readonly inIndex: Uint8Array;
  /** By place on the shelf: 1 where somebody is. */
  readonly there: Uint8Array;
  known: number;
  /** How many the index was made with. */
  made: number;
  /** The change before which its index is not made: after a failure others come first. */
  notBefore: number;
}

/** Shares of a shelf that may be loose before its index is made anew: of the one that is being filled, and of any other. */
const LOOSE_AT_END = 1 / 2;
const LOOSE = 1 / 8;
/** Changes from a failure to the next attempt. */
const PATIENCE = 100;

export function openShelves({ size, build, forget }: ShelvesOptions): Shelves {
  if (size > MOST_PEOPLE) throw new RangeError(`a shelf holds ${MOST_PEOPLE} people`);
  const shelves: Shelf[] = [];
  let changes = 0;
  const shelfOf = (slot: number) => (shelves[Math.floor(slot / size)] ??= emptyShelf(size));

  async function make(number: number): Promise<void> {
    const shelf = shelves[number]!;
    try {
      shelf.index = joinParts(await build(number * size, (number + 1) * size));
      shelf.inIndex.set(shelf.there);
      shelf.known = shelf.made = shelf.live;
    } catch {
      // A thread died or memory is wanting: the shelf is looked at as it was.
      shelf.notBefore = changes + PATIENCE;
    }
  }

  return {
    put(slot) {
      const shelf = shelfOf(slot);
      shelf.there[slot % size] = 1;
      shelf.live++;
    },
    async drop(slots) {
      const gone = new Map<Shelf, Uint8Array>();
      for (const slot of slots) {
        const shelf = shelfOf(slot);
        const place = slot % size;
        shelf.there[place] = 0;
        shelf.live--;
        if (shelf.inIndex[place] === 0) continue;
        shelf.inIndex[place] = 0;
        shelf.known--;
        if (!gone.has(shelf)) gone.set(shelf, new Uint8Array(MOST_PEOPLE + 1));
        gone.get(shelf)![place] = 1;
      }
      // Of whom few are left the whole index goes.
      for (const shelf of gone.keys()) if (shelf.known < LOOSE * size) giveUp(shelf);
      const left = [...gone].filter(([{ index }]) => index !== null);
      if (left.length === 0) return;
      try {
        await forget(left.map(([{ index }, places]) => ({ index: index!, gone: places })));
      } catch {
        for (const [shelf] of left) giveUp(shelf);
      }
    },
    async tend(slots) {
      changes++;
      const last = Math.floor((slots - 1) / size);
      for (const [number, shelf] of shelves.entries()) {
        if (!shelf || changes < shelf.notBefore) continue;
        const atEnd = number === last && shelf.live < size;
        const loose = shelf.live - shelf.known;
        const due = loose >= (atEnd ? LOOSE_AT_END : LOOSE) * size;
        // Half of an index that stands for nobody is memory to give back.
        if (due || (shelf.index && 2 * shelf.known < shelf.made)) await make(number);
      }
    },
    indexes: () => Array.from(shelves, (shelf) => shelf?.index ?? null),
    known: () => shelves.reduce((sum, { known }) => sum + known, 0),
    bytes: () => shelves.reduce((sum, { index }) => sum + (index ? bytesOf(index) : 0), 0),
    clear: () => void (shelves.length = 0),
  };
}

function emptyShelf(size: number): Shelf {
  const places = () => new Uint8Array(size);
  return { index: null, live: 0, inIndex: places(), there: places(), known: 0, made: 0, notBefore: 0 };
}

function giveUp(shelf: Shelf): void {
  shelf.index = null;
  shelf.inIndex.fill(0);
  shelf.known = shelf.made = 0;
}
