/** A thread of the gallery: makes templates ready, looks and compares; it holds no memory that is not shared. See `gallery.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Calibration } from '../score/calibration.ts';
import { asProbe, readBody, writeBody } from './body.ts';
import { bodyComparer } from './compare-bodies.ts';
import { openLooker, type Looker } from './first-look.ts';
import type { CrewAnswer, CrewMessage, Found, Scan } from './crew.ts';
import { readerOf } from './segments.ts';
import type { FromThread, ToThread } from './thread.ts';
import { buildParts, forget, voteOf } from './vote.ts';

const calibrations = workerData as readonly Calibration[];
const comparer = bodyComparer(calibrations);
let looker: Looker | null = null;
const port = parentPort!;

port.on('message', ({ id, message }: ToThread<CrewMessage>) => {
  const answer = answerTo(message);
  if (id !== null) port.postMessage({ id, answer } satisfies FromThread<CrewAnswer>);
});

const bodyIn = (block: ArrayBufferLike) => readBody(new Int32Array(block));

function answerTo(message: CrewMessage): CrewAnswer {
  switch (message.kind) {
    case 'write':
      return { kind: 'written', blocks: message.people.map(writeBody) };
    case 'compare':
      return { kind: 'compared', comparison: comparer.compare(asProbe(bodyIn(message.a)), bodyIn(message.b)) };
    case 'look':
      looker ??= openLooker(calibrations);
      looker(message);
      return { kind: 'done' };
    case 'vote':
      voteOf(message, calibrations);
      return { kind: 'done' };
    case 'build':
      return { kind: 'built', parts: buildParts(message) };
    case 'forget':
      forget(message);
      return { kind: 'done' };
    case 'scan':
      return scan(message);
  }
}

/** Takes the next few slots until none is left, so that a slower thread does less. */
function scan({ probe, gallery, cursor, among, except, floor, limit }: Scan): CrewAnswer {
  const one = asProbe(bodyIn(probe));
  const people = readerOf(gallery);
  const next = new Int32Array(cursor);
  const left = new Set(except);
  const found: Found[] = [];
  const end = among ? among.length : people.slots;
  for (;;) {
    const from = Atomics.add(next, 0, SLOTS_AT_ONCE);
    if (from >= end) break;
    for (let n = from; n < Math.min(end, from + SLOTS_AT_ONCE); n++) {
      const slot = among ? among[n]! : n;
      if (!people.find(slot) || left.has(slot)) continue;
      const comparison = comparer.compareUnless(one, readBody(people.words(), people.at()), floor);
      // Who has no item in common with the probe is no candidate, whatever the floor.
      if (comparison && comparison.items.length > 0 && comparison.fused >= floor) found.push({ slot, comparison });
    }
  }
  found.sort((a, b) => b.comparison.fused - a.comparison.fused);
  return { kind: 'scanned', found: cutAfter(found, limit), power: comparer.power(one) };
}

const SLOTS_AT_ONCE = 8;

/** The best `limit`, and those that are as good as the last of them: which come first is settled by their refs. */
function cutAfter(found: readonly Found[], limit: number): Found[] {
  const last = found[limit - 1];
  return last ? found.filter(({ comparison }) => comparison.fused >= last.comparison.fused) : [...found];
}
