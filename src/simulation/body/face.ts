import { normalised, SIMULATED_ENCODER, writeFaceTemplate } from '../../recording/biometric/index.ts';
import { mix, type Die } from '../person/index.ts';
import { bell } from './bell.ts';

/**
 * Faces of the simulated nation are embeddings drawn from a seed, never pictures: there is no photo of anybody here. A face is
 * a point in a space of 24 features, so that strangers are alike by chance about as often as a real encoder finds them
 * alike; a recording is that point, moved by pose and light, spread over 1,024 values.
 */
export type Face = Float64Array;

const FEATURES = 24;
const VALUES = 1024;
/** How far pose and light move a recording, in spreads between people. */
const MOVED = 0.55;
/** What twins share of their features. */
const TWINS_SHARE = 0.8;

export function faceOf(bodySeed: number): Face {
  return features({ state: mix(bodySeed, 0x46414345) });
}

/** The face of the other twin: much of the first one's, and something of his own. */
export function twinFace(face: Face, bodySeed: number): Face {
  const own = faceOf(bodySeed);
  return face.map((value, n) => Math.sqrt(TWINS_SHARE) * value + Math.sqrt(1 - TWINS_SHARE) * own[n]!);
}

/** One recording of a face, as a template under the simulation's own encoder name. */
export function recordFace(face: Face, die: Die): Uint8Array {
  const moved = face.map((value) => value + MOVED * bell(die));
  const values = Float64Array.from({ length: VALUES }, (_, n) => {
    const side = mix(n, 0x5350524d) & 1 ? 1 : -1;
    return side * moved[n % FEATURES]! + 0.1 * bell(die);
  });
  return writeFaceTemplate({ encoder: SIMULATED_ENCODER, embedding: normalised(values)! });
}

function features(die: Die): Face {
  return Float64Array.from({ length: FEATURES }, () => bell(die));
}
