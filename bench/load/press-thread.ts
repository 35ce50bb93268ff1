/** A thread that presses bodies and fingers of the simulated nation for benches: first visits, by number. */
import { parentPort, workerData } from 'node:worker_threads';
import { writeBody } from '../../src/recording/biometric/engine/body.ts';
import { fingerCode, type FingerCode } from '../../src/recording/biometric/finger/cylinder.ts';
import {
  bodyOf,
  bodySeed,
  fingerOf,
  impressionOf,
  mix,
  recordBody,
  roll,
  type Die,
} from '../../src/simulation/index.ts';

/** Numbers from the cursor on, so many at a time, up to `end`. */
export interface Pressing {
  readonly what: 'bodies' | 'fingers';
  readonly seed: string;
  readonly visit: number;
  readonly cursor: SharedArrayBuffer;
  readonly end: number;
}

export interface Pressed {
  readonly from: number;
  readonly bodies: readonly ArrayBuffer[];
  readonly fingers: readonly FingerCode[];
}

const AT_ONCE = 50;

const given = workerData as Pressing;
const next = new Int32Array(given.cursor);
for (;;) {
  const from = Atomics.add(next, 0, AT_ONCE);
  if (from >= given.end) break;
  const numbers = Array.from({ length: Math.min(AT_ONCE, given.end - from) }, (_, n) => from + n);
  const pressed: Pressed = {
    from,
    bodies: given.what === 'bodies' ? numbers.map(body) : [],
    fingers: given.what === 'fingers' ? numbers.map(finger) : [],
  };
  parentPort!.postMessage(pressed);
}

function body(n: number): ArrayBuffer {
  return writeBody(recordBody(bodyOf(given.seed, n), { number: given.visit }));
}

/** A right index finger, as worn as people's are. */
function finger(n: number): FingerCode {
  const own = bodySeed(given.seed, n);
  const die: Die = { state: mix(own, given.visit) };
  const wear = 0.85 * roll(die) ** 2;
  return fingerCode(impressionOf(fingerOf(own, 2), 2, die, { wear }).record);
}
