/** The leaves of every place make the root that its line names: so the list, the places and the root in the ledger are one. */
import { join } from 'node:path';
import { piecesOf, taker } from '../extract/enter-places.ts';
import { LEAF_BYTES, placeRoot } from '../extract/tree.ts';
import type { Opened } from './recount.ts';
import { faultIn, type Fault } from './words.ts';

export async function checkLeaves({ dir, manifest, whole, places }: Omit<Opened, 'key' | 'onBytes'>): Promise<Fault[]> {
  const faults: Fault[] = [];
  let at = 0;
  for (const file of manifest.files) {
    if (file.kind !== 'leaves') continue;
    const own = placesOf(places.slice(at), file.rows);
    at += own.length;
    if (!whole.has(file.path)) continue;
    const leaves = taker(piecesOf(join(dir, file.path)));
    for (const { place, n, root } of own) {
      const taken = await leaves.take(n * LEAF_BYTES).catch(() => null);
      if (taken && placeRoot(taken).toString('hex') === root) continue;
      faults.push(faultIn(file.path, 'leaves', { place }));
      break;
    }
    await leaves.close();
  }
  return faults;
}

/** Of the places that follow those that have so many voters together. */
function placesOf(places: Opened['places'], rows: number): Opened['places'] {
  let sum = 0;
  const end = places.findIndex(({ n }) => (sum += n) >= rows);
  return places.slice(0, end + 1);
}
