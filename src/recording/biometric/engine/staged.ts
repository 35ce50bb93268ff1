/** The stages of a search before the full comparison: who of a gallery is worth it. */
import type { Crew } from './crew.ts';
import { packedFinger, POSITIONS } from './body.ts';
import type { Shared } from './segments.ts';
import { bestOf, type Stages } from './stages.ts';
import type { ShelfIndex } from './vote.ts';

export interface Staged {
  readonly crew: Crew;
  readonly stages: Stages;
  readonly probe: SharedArrayBuffer;
  readonly gallery: Shared;
  /** People in the gallery. */
  readonly size: number;
  readonly shelves: readonly (ShelfIndex | null)[];
}

/** With more fingers people are left out so that as many fingers are compared. */
const FINGERS_IN_FULL = 4;

/** The slots of who is worth the full comparison; null is everybody. */
export async function worthwhile({ crew, stages, probe, gallery, size, shelves }: Staged): Promise<Int32Array | null> {
  if (size <= stages.exactUpTo) return null;
  const seen = new SharedArrayBuffer(4 * gallery.slots);
  const numbers = new Float32Array(seen).fill(-Infinity);
  const look = { kind: 'look', probe, gallery, seen } as const;
  const { index, fingers, hopeless } = stages;
  let first: Int32Array | null = null;
  if (index && size > index.from && shelves.some((each) => each !== null)) {
    await crew.together({ kind: 'vote', probe, gallery, shelves, shelfSize: index.shelf, seen });
    first = votedFor(numbers, index.share);
  }
  await crew.together({ ...look, among: first, fingers, hopeless });
  const again = bestOf(numbers, first, Math.ceil(stages.again * size));
  await crew.together({ ...look, among: again, fingers: POSITIONS.length, hopeless: -Infinity });
  return bestOf(numbers, again, Math.ceil(stages.inFull * shareOfHands(probe) * size));
}

/** Of a probe with more fingers fewer people need be compared, and each of them costs more. */
function shareOfHands(probe: SharedArrayBuffer): number {
  const words = new Int32Array(probe);
  const fingers = POSITIONS.filter((position) => packedFinger(words, 0, position).cylinders > 0);
  return Math.min(1, FINGERS_IN_FULL / fingers.length);
}

/** The best share of whom the index knows, and everybody whom it does not. */
function votedFor(numbers: Float32Array, share: number): Int32Array {
  let known = 0;
  const unknown: number[] = [];
  for (let slot = 0; slot < numbers.length; slot++) {
    const number = numbers[slot]!;
    if (number > -Infinity) known++;
    else if (Number.isNaN(number)) unknown.push(slot);
  }
  const best = bestOf(numbers, null, Math.ceil(share * known));
  const first = new Int32Array(best.length + unknown.length);
  first.set(best);
  first.set(unknown, best.length);
  return first;
}
