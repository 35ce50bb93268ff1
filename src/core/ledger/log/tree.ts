import { leafHash, rightEdge } from './merkle.ts';
import { encodeBundle, TILE_WIDTH, type TileName } from './tiles.ts';

export interface TileFile extends TileName {
  readonly bytes: Buffer;
}

const HEIGHT = 8;

/**
 * A log that grows in memory: its right edge, and the hashes and entries that are not yet in a full tile. `onFull` is
 * handed each tile and bundle that became full.
 */
export function growingLog(onFull: (tile: TileFile) => void) {
  let bundle: Buffer[] = [];
  const levels: Buffer[][] = [];
  const edge = rightEdge((height, index, hash) => {
    if (height % HEIGHT !== 0) return;
    const level = height / HEIGHT;
    const hashes = (levels[level] ??= []);
    hashes.push(hash);
    if (hashes.length < TILE_WIDTH) return;
    onFull({ level, index: Math.floor(index / TILE_WIDTH), width: TILE_WIDTH, bytes: Buffer.concat(hashes) });
    levels[level] = [];
  });

  return {
    get size(): number {
      return edge.size;
    },
    root: (): Buffer => edge.root(),
    push(entry: Buffer): void {
      bundle.push(entry);
      edge.push(leafHash(entry));
      if (bundle.length < TILE_WIDTH) return;
      onFull({ level: 'entries', index: edge.size / TILE_WIDTH - 1, width: TILE_WIDTH, bytes: encodeBundle(bundle) });
      bundle = [];
    },
    /** The partial tiles and the partial bundle that a checkpoint of this size needs beside the full ones. */
    partial(): TileFile[] {
      const tiles: TileFile[] = [];
      if (bundle.length > 0) {
        const index = Math.floor(edge.size / TILE_WIDTH);
        tiles.push({ level: 'entries', index, width: bundle.length, bytes: encodeBundle(bundle) });
      }
      levels.forEach((hashes, level) => {
        if (hashes.length === 0) return;
        const index = Math.floor(edge.size / TILE_WIDTH ** (level + 1));
        tiles.push({ level, index, width: hashes.length, bytes: Buffer.concat(hashes) });
      });
      return tiles;
    },
    /** Goes on from a log of `size` whose right edge was read from files. */
    resume(given: { size: number; subtrees: Buffer[]; levels: Buffer[][]; bundle: Buffer[] }): void {
      edge.resume(given.size, given.subtrees);
      levels.splice(0, levels.length, ...given.levels.map((hashes) => [...hashes]));
      bundle = [...given.bundle];
    },
  };
}
