/** A thread of the gallery: makes templates ready and compares; it holds no memory that is not shared. See `gallery.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Calibration } from '../score/calibration.ts';
import { readBody, writeBody, type Body } from './body.ts';
import { bodyComparer } from './compare-bodies.ts';
import type { Found, GalleryAnswer, GalleryMessage, Scan } from './gallery.ts';
import type { FromThread, ToThread } from './thread.ts';

const comparer = bodyComparer(workerData as readonly Calibration[]);
const bodies: (Body | undefined)[] = [];
const port = parentPort!;

port.on('message', ({ id, message }: ToThread<GalleryMessage>) => {
  const answer = answerTo(message);
  if (id !== null) port.postMessage({ id, answer } satisfies FromThread<GalleryAnswer>);
});

function answerTo(message: GalleryMessage): GalleryAnswer {
  switch (message.kind) {
    case 'write':
      return { kind: 'written', blocks: message.people.map(writeBody) };
    case 'hold':
      for (const { slot, block } of message.people) bodies[slot] = readBody(block);
      return { kind: 'done' };
    case 'drop':
      for (const slot of message.slots) bodies[slot] = undefined;
      return { kind: 'done' };
    case 'compare':
      return { kind: 'compared', comparison: comparer.compare(readBody(message.a), readBody(message.b)) };
    case 'scan':
      return scan(message);
  }
}

/** Takes the next few slots until none is left, so that a slower thread does less. */
function scan({ probe, cursor, slots, except, floor, limit }: Scan): GalleryAnswer {
  const one = readBody(probe);
  const next = new Int32Array(cursor);
  const left = new Set(except);
  const found: Found[] = [];
  let compared = 0;
  for (;;) {
    const from = Atomics.add(next, 0, SLOTS_AT_ONCE);
    if (from >= slots) break;
    for (let slot = from; slot < Math.min(slots, from + SLOTS_AT_ONCE); slot++) {
      const body = bodies[slot];
      if (!body || left.has(slot)) continue;
      compared++;
      const comparison = comparer.compareUnless(one, body, floor);
      // Who has no item in common with the probe is no candidate, whatever the floor.
      if (comparison && comparison.items.length > 0 && comparison.fused >= floor) found.push({ slot, comparison });
    }
  }
  found.sort((a, b) => b.comparison.fused - a.comparison.fused);
  return { kind: 'scanned', found: cutAfter(found, limit), compared, power: comparer.power(one) };
}

const SLOTS_AT_ONCE = 8;

/** The best `limit`, and those that are as good as the last of them: which come first is settled by their refs. */
function cutAfter(found: readonly Found[], limit: number): Found[] {
  const last = found[limit - 1];
  return last ? found.filter(({ comparison }) => comparison.fused >= last.comparison.fused) : [...found];
}
