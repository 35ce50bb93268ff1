/** Pictures of fingers become templates in threads of their own: some 25 ms of one processor each, which nobody who is answered should wait for. */
import { availableParallelism } from 'node:os';
import { openThread } from '../engine/thread.ts';
import { oneAfterAnother } from '../engine/turn.ts';

export interface FingerMessage {
  readonly picture: Uint8Array;
  readonly finger: number;
}

export interface ExtractedFinger {
  /** ISO/IEC 19794-2:2005. */
  readonly bytes: Uint8Array;
  /** 1 to 100. */
  readonly quality: number;
}

export interface FingerExtractor {
  /** Refuses `biometric.picture_*`, `biometric.no_finger` and `biometric.engine_*`. */
  extract(message: FingerMessage): Promise<ExtractedFinger>;
  close(): Promise<void>;
}

/** A picture that takes longer is none of ours. */
const TIMEOUT_MS = 30_000;
const MOST_WAITING = 200;
const MOST_THREADS = 4;

/** Threads start with the first picture. A picture goes to the thread with the fewest before it. */
export function fingerExtractor(threads = Math.min(MOST_THREADS, availableParallelism())): FingerExtractor {
  const file = new URL('./extractor-thread.ts', import.meta.url);
  const lanes = Array.from({ length: threads }, () => ({
    thread: openThread<FingerMessage, ExtractedFinger>({ file, data: null, timeoutMs: TIMEOUT_MS }),
    inTurn: oneAfterAnother(MOST_WAITING),
    waiting: 0,
  }));
  return {
    async extract({ picture, finger }) {
      const lane = lanes.reduce((best, each) => (each.waiting < best.waiting ? each : best));
      lane.waiting += 1;
      try {
        return await lane.inTurn(() => lane.thread.ask({ picture: Uint8Array.from(picture), finger }));
      } finally {
        lane.waiting -= 1;
      }
    },
    async close() {
      await Promise.all(lanes.map(({ thread }) => thread.close()));
    },
  };
}
