/** A thread of the crew: it blinds rows of a list, or blinds again what the other side has blinded. */
import { parentPort, workerData } from 'node:worker_threads';
import { multiplier, pointOf, POINT_BYTES } from './curve.ts';
import { KEPT_BYTES, type FromThread, type ThreadGiven, type ToThread } from './crew.ts';
import { tokensOf, type Cells } from './tokens.ts';

const multiply = multiplier((workerData as ThreadGiven).key);
const port = parentPort!;

function blinded(rows: readonly Cells[]): FromThread {
  const bytes = Buffer.allocUnsafeSlow(rows.length * 2 * POINT_BYTES);
  let [noNumber, noPerson] = [0, 0];
  for (const [n, row] of rows.entries()) {
    const { number, person, hasNumber, hasPerson } = tokensOf(row);
    if (!hasNumber) noNumber += 1;
    if (!hasPerson) noPerson += 1;
    multiply(pointOf(number)).copy(bytes, n * 2 * POINT_BYTES);
    multiply(pointOf(person)).copy(bytes, (n * 2 + 1) * POINT_BYTES);
  }
  return { bytes, noNumber, noPerson };
}

/** Of what is blinded twice the first bytes are enough to be told from all others. */
function again(points: Uint8Array): FromThread {
  const n = points.length / POINT_BYTES;
  const bytes = Buffer.allocUnsafeSlow(n * KEPT_BYTES);
  for (let at = 0; at < n; at++)
    multiply(points.subarray(at * POINT_BYTES, (at + 1) * POINT_BYTES)).copy(bytes, at * KEPT_BYTES, 0, KEPT_BYTES);
  return { bytes, noNumber: 0, noPerson: 0 };
}

port.on('message', (given: ToThread) => {
  try {
    const done = given.kind === 'rows' ? blinded(given.rows) : again(given.points);
    port.postMessage(done, [done.bytes.buffer as ArrayBuffer]);
  } catch {
    // A point of small order: whoever sent it has not blinded a list.
    port.postMessage(null);
  }
});
