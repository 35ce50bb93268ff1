import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, replaceFile } from './folder.ts';
import { HASH_BYTES } from './merkle.ts';
import { decodeBundle, encodeBundle, TILE_WIDTH, tilePath, tilesOf, type TileName } from './tiles.ts';

/** Makes the partial tiles that a log of `size` needs from the longer ones that are there, as a log that was cut back does. */
export async function cutTiles(dir: string, size: number): Promise<void> {
  for (const tile of tilesOf(size)) {
    if (tile.width === TILE_WIDTH) continue;
    const path = join(dir, tilePath(tile));
    if (await readIfThere(path)) continue;
    const bytes = await widestTile(dir, tile);
    if (!bytes) continue;
    const cut =
      tile.level === 'entries'
        ? encodeBundle(decodeBundle(bytes).slice(0, tile.width))
        : bytes.subarray(0, tile.width * HASH_BYTES);
    await replaceFile(path, cut, { sync: true });
  }
}

/** The longest form of a tile that is there, if it is as wide as asked for. */
export async function widestTile(dir: string, tile: TileName): Promise<Buffer | null> {
  const full = tilePath({ ...tile, width: TILE_WIDTH });
  const names = await readdir(join(dir, `${full}.p`)).catch(() => []);
  const widths = names.map(Number).filter((width) => width >= tile.width);
  const longest = Math.max(0, ...widths);
  return (await readIfThere(join(dir, full))) ?? (longest > 0 ? readIfThere(join(dir, `${full}.p/${longest}`)) : null);
}
