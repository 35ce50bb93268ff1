/**
 * The default face encoder: the networks that come with the package `@vladmandic/human` (MIT), on tfjs with its wasm backend,
 * in a thread of its own. BlazeFace finds, FaceMesh aligns, FaceRes describes in 1,024 values; FaceRes takes red, green and
 * blue of 0..255. Always holds: nothing is fetched from anywhere; the models lie in the package.
 */
import { openThread } from '../engine/thread.ts';
import { oneAfterAnother } from '../engine/turn.ts';
import type { EncodedFace, FaceEncoder } from './encoder.ts';

export const HUMAN_ENCODER = 'human-faceres-1';

/** A picture that takes longer is none of ours; it is counted from when its turn comes. */
const TIMEOUT_MS = 60_000;
const MOST_WAITING = 200;

export interface PictureMessage {
  readonly picture: Uint8Array;
}

/** The networks are loaded with the first picture (about 0.3 s) and kept. */
export function humanFaceEncoder(): FaceEncoder {
  const file = new URL('./human-thread.ts', import.meta.url);
  const thread = openThread<PictureMessage, EncodedFace>({ file, data: null, timeoutMs: TIMEOUT_MS });
  const inTurn = oneAfterAnother(MOST_WAITING);
  return {
    name: HUMAN_ENCODER,
    encode: (picture) => inTurn(() => thread.ask({ picture: Uint8Array.from(picture) })),
    close: () => thread.close(),
  };
}
