import type { EntrySource } from './entry-source.ts';
import { leafHashInPlace, rightEdge, TILE_WIDTH } from './log/index.ts';
import type { LogPlace } from './publish.ts';
import { Bad, type Claim } from './finding.ts';

const LEVEL_HEIGHT = 8;

/**
 * Builds the tree from the entries and compares it with every claim and with every full hash tile that is published.
 * Gives the root. `claims` are sorted by size and none is larger than the log.
 */
export async function checkTree(place: LogPlace, entries: EntrySource, claims: readonly Claim[]): Promise<Buffer> {
  let full: { level: number; index: number; hashes: Buffer[] }[] = [];
  const levels: Buffer[][] = [];
  const edge = rightEdge((height, index, hash) => {
    if (height % LEVEL_HEIGHT !== 0) return;
    const level = height / LEVEL_HEIGHT;
    const hashes = (levels[level] ??= []);
    hashes.push(hash);
    if (hashes.length < TILE_WIDTH) return;
    full.push({ level, index: Math.floor(index / TILE_WIDTH), hashes });
    levels[level] = [];
  });

  let next = 0;
  let broken: Bad | null = null;
  const compareClaims = () => {
    for (let claim = claims[next]; claim?.checkpoint.size === edge.size; claim = claims[++next]) {
      if (edge.root().equals(claim.checkpoint.root)) continue;
      const detail = `the first ${edge.size} entries are not those of the checkpoint that ${claim.from} holds`;
      broken ??= new Bad('checkpoint_differs', null, detail);
    }
  };
  compareClaims();
  for await (const bundle of entries.bundles()) {
    for (const entry of bundle) {
      edge.push(leafHashInPlace(entry));
      if (claims[next]?.checkpoint.size === edge.size) compareClaims();
    }
    const published = full.filter((tile) => (tile.index + 1) * TILE_WIDTH ** (tile.level + 1) <= entries.published);
    full = [];
    for (const tile of published) await compareTile(place, tile);
    // Tiles tell which entry it is; without them only that one of those before the checkpoint is another.
    if (broken) throw broken;
  }
  return edge.root();
}

async function compareTile(place: LogPlace, tile: { level: number; index: number; hashes: Buffer[] }): Promise<void> {
  const { level, index, hashes } = tile;
  const bytes = await place.folder.tile({ level, index, width: TILE_WIDTH });
  const computed = Buffer.concat(hashes);
  if (bytes.equals(computed)) return;
  const at = hashes.findIndex((hash, i) => !hash.equals(bytes.subarray(i * hash.length, (i + 1) * hash.length)));
  const seq = (index * TILE_WIDTH + Math.max(at, 0)) * TILE_WIDTH ** level;
  const what = level === 0 ? `entry ${seq} is not the one that its tile holds` : `tile ${level}/${index} is another`;
  throw new Bad(level === 0 ? 'entry_altered' : 'file_damaged', seq, what);
}
