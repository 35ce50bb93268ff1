import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inclusionRanges, consistencyRanges, rangeHash, rootOf, subtreesOf, type ReadSubtree } from './merkle.ts';
import { decodeBundle, decodeTile, TILE_WIDTH, tilePath, type TileLevel, type TileName } from './tiles.ts';

/** A log as files, under the paths of tlog-tiles: `checkpoint`, `key`, `tile/...`. */
export class LogDamaged extends Error {
  override readonly name = 'LogDamaged';
}

/** Writes through a name of its own, so that a reader sees the old file or the new one whole. */
export async function replaceFile(path: string, bytes: Buffer | string, also: { sync: boolean }): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  const file = await open(draft, 'w').catch(async (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'ENOENT') throw fault;
    await mkdir(dirname(path), { recursive: true });
    return open(draft, 'w');
  });
  try {
    await file.writeFile(bytes);
    if (also.sync) await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

/** Makes what was written under `path` (a file or a folder) survive a loss of power. */
export async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

export async function readIfThere(path: string): Promise<Buffer | null> {
  return readFile(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT' || fault.code === 'ENOTDIR') return null;
    throw fault;
  });
}

/** Reads the files of a log. Whoever reads does not trust them: every hash is checked against a checkpoint. */
export function logFolder(dir: string) {
  async function tile(name: TileName): Promise<Buffer> {
    const exact = await readIfThere(join(dir, tilePath(name)));
    // A partial tile may be gone once the full one stands (tlog-tiles, Partial Tiles).
    const bytes = exact ?? (await readIfThere(join(dir, tilePath({ ...name, width: TILE_WIDTH }))));
    if (!bytes) throw new LogDamaged(`${tilePath(name)} is missing`);
    return bytes;
  }

  /** The entries of bundle `index` of a log of `size`. */
  async function bundle(index: number, size: number): Promise<Buffer[]> {
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
    const entries = decodeBundleOf(await tile({ level: 'entries', index, width }));
    if (entries.length < width) throw new LogDamaged(`entry bundle ${index} is too short`);
    return entries.slice(0, width);
  }

  async function hashes(level: number, index: number, size: number): Promise<Buffer[]> {
    const width = Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH);
    const found = decodeTile(await tile({ level, index, width }));
    if (found.length < width) throw new LogDamaged(`tile ${level}/${index} is too short`);
    return found.slice(0, width);
  }

  /** Reads complete subtrees of a log of `size`, each tile once. */
  function subtrees(size: number): ReadSubtree {
    const read = new Map<string, Promise<Buffer[]>>();
    return async (height, index) => {
      const level = Math.floor(height / 8);
      const inTile = 2 ** (height % 8);
      const tileIndex = Math.floor((index * inTile) / TILE_WIDTH);
      const name = `${level}/${tileIndex}`;
      let found = read.get(name);
      if (!found) {
        found = hashes(level, tileIndex, size);
        read.set(name, found);
      }
      const start = (index * inTile) % TILE_WIDTH;
      return rootOf((await found).slice(start, start + inTile));
    };
  }

  return {
    dir,
    tile,
    bundle,
    checkpointNote: async (): Promise<string | null> =>
      (await readIfThere(join(dir, 'checkpoint')))?.toString() ?? null,
    /** When the last checkpoint was written; `null` where there is none. */
    checkpointAt: async (): Promise<Date | null> =>
      (await stat(join(dir, 'checkpoint')).catch(() => null))?.mtime ?? null,
    keyLine: async (): Promise<string | null> => (await readIfThere(join(dir, 'key')))?.toString() ?? null,
    /** Entry number `seq` of a log of `size`. */
    async entry(seq: number, size: number): Promise<Buffer> {
      return (await bundle(Math.floor(seq / TILE_WIDTH), size))[seq % TILE_WIDTH]!;
    },
    /** The root that the log had at `at`, from the tiles of the log of `size`. */
    rootAt: (at: number, size: number): Promise<Buffer> => rangeHash({ start: 0, end: at }, subtrees(size)),
    inclusionProof(seq: number, size: number): Promise<Buffer[]> {
      const read = subtrees(size);
      return Promise.all(inclusionRanges(seq, size).map((range) => rangeHash(range, read)));
    },
    /** From the tiles of the log of `size`, which may be longer than both. */
    consistencyProof(size1: number, size2: number, size: number = size2): Promise<Buffer[]> {
      const read = subtrees(size);
      return Promise.all(consistencyRanges(size1, size2).map((range) => rangeHash(range, read)));
    },
    /** What `growingLog` needs to go on from `size`. */
    async rightEdge(size: number): Promise<{ size: number; subtrees: Buffer[]; levels: Buffer[][]; bundle: Buffer[] }> {
      const read = subtrees(size);
      const levels: Buffer[][] = [];
      for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
        const full = Math.floor(count / TILE_WIDTH);
        levels.push(count % TILE_WIDTH === 0 ? [] : await hashes(level, full, size));
      }
      const last = Math.floor(size / TILE_WIDTH);
      return {
        size,
        subtrees: await Promise.all(subtreesOf({ start: 0, end: size }).map((s) => read(s.height, s.index))),
        levels,
        bundle: size % TILE_WIDTH === 0 ? [] : await bundle(last, size),
      };
    },
    /** Removes the partial forms of a tile that is full now: whoever asks for one is given the full one. */
    async dropPartials(level: TileLevel, index: number): Promise<void> {
      await rm(`${join(dir, tilePath({ level, index, width: TILE_WIDTH }))}.p`, { recursive: true, force: true });
    },
  };
}

export type LogFolder = ReturnType<typeof logFolder>;

function decodeBundleOf(bytes: Buffer): Buffer[] {
  try {
    return decodeBundle(bytes);
  } catch (fault) {
    throw new LogDamaged('an entry bundle cannot be read', { cause: fault });
  }
}
