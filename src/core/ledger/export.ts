import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  HASH_BYTES,
  decodeBundle,
  encodeBundle,
  openCheckpoint,
  replaceFile,
  TILE_WIDTH,
  tilePath,
  tilesOf,
} from './log/index.ts';
import type { TileName } from './log/index.ts';
import type { LogPlace } from './publish.ts';

const FILES_AT_ONCE = 64;

/**
 * Copies the log as of its last checkpoint: `checkpoint`, `key`, the logs before it (`former.json`), every tile and bundle, and the verifier, which needs
 * nothing but node. No personal data is in it.
 */
export async function exportLog(place: LogPlace, dir: string): Promise<{ size: number; files: number }> {
  const note = await place.folder.checkpointNote();
  const checkpoint = note === null ? null : openCheckpoint(note, place.key);
  if (note === null || !checkpoint) throw new Error('the log has no checkpoint yet');
  const tiles = [...tilesOf(checkpoint.size)];
  for (let i = 0; i < tiles.length; i += FILES_AT_ONCE) {
    await Promise.all(tiles.slice(i, i + FILES_AT_ONCE).map((tile) => copyTile(place, tile, dir)));
  }
  await replaceFile(join(dir, 'checkpoint'), note, { sync: false });
  await replaceFile(join(dir, 'key'), (await place.folder.keyLine()) ?? '', { sync: false });
  await replaceFile(join(dir, 'former.json'), JSON.stringify(place.former.map(({ texts }) => texts)), { sync: false });
  await copyFile(new URL('verifier.mjs', import.meta.url), join(dir, 'verifier.mjs'));
  return { size: checkpoint.size, files: tiles.length + 4 };
}

/** A partial tile may have become full meanwhile: then its beginning is what the checkpoint covers. */
async function copyTile(place: LogPlace, tile: TileName, dir: string): Promise<void> {
  const bytes = await place.folder.tile(tile);
  const covered =
    tile.width === TILE_WIDTH
      ? bytes
      : tile.level === 'entries'
        ? encodeBundle(decodeBundle(bytes).slice(0, tile.width))
        : bytes.subarray(0, tile.width * HASH_BYTES);
  await replaceFile(join(dir, tilePath(tile)), covered, { sync: false });
}
