/** A thread of the crew: it blinds rows of a list, or blinds again what the other side has blinded. */
import { parentPort, workerData } from 'node:worker_threads';
import { KEPT_BYTES, multiplier, pointOf, POINT_BYTES } from './curve.ts';
import type { ThreadGiven, ToThread } from './crew.ts';

const multiply = multiplier((workerData as ThreadGiven).key);
const port = parentPort!;

function blinded(texts: readonly string[]): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(texts.length * POINT_BYTES);
  for (const [n, text] of texts.entries()) multiply(pointOf(text)).copy(bytes, n * POINT_BYTES);
  return bytes;
}

/** Of what is blinded twice the first bytes are enough to be told from all others. */
function again(points: Uint8Array): Uint8Array {
  const n = points.length / POINT_BYTES;
  const bytes = Buffer.allocUnsafeSlow(n * KEPT_BYTES);
  for (let at = 0; at < n; at++)
    multiply(points.subarray(at * POINT_BYTES, (at + 1) * POINT_BYTES)).copy(bytes, at * KEPT_BYTES, 0, KEPT_BYTES);
  return bytes;
}

port.on('message', (given: ToThread) => {
  try {
    const done = given.kind === 'texts' ? blinded(given.texts) : again(given.points);
    port.postMessage(done, [done.buffer as ArrayBuffer]);
  } catch {
    // A point of small order: whoever sent it has not blinded a list.
    port.postMessage(null);
  }
});
