/** A body that is taken piece by piece: never more of it in memory than one piece, and nobody may hold a connection by being slow. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Refusal } from '../refusal/index.ts';
import { refuseHttp } from './refusals.ts';
import type { Sink } from './route.ts';
import type { Admitted } from './serving.ts';

/** Who sends nothing for so long has gone. The whole request has 30 seconds besides, as every other one. */
const QUIET_MS = 10_000;

export interface Receiving {
  readonly mostBytes: number;
  /** As the request says it. */
  readonly contentLength?: number | undefined;
  /** What the bytes must hash to, where the caller has signed that. */
  readonly digest?: Admitted['digest'] | undefined;
  readonly quietMs?: number;
}

/** Moves `body` into `sink`, each piece when the sink is ready for it; what does not come whole leaves nothing behind. */
export async function receive<Received>(
  body: Readable,
  sink: Sink<Received>,
  { mostBytes, contentLength, digest, quietMs = QUIET_MS }: Receiving,
): Promise<Received> {
  const hash = digest ? createHash(digest.algorithm) : null;
  let bytes = 0;
  const watch = setTimeout(() => body.destroy(refuseHttp('http.body_cut', { detail: 'quiet' })), quietMs);
  try {
    if (contentLength !== undefined && contentLength > mostBytes) throw refuseHttp('http.body_too_large');
    for await (const piece of body as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > mostBytes) throw refuseHttp('http.body_too_large');
      hash?.update(piece);
      await sink.write(piece);
      watch.refresh();
    }
    if (contentLength !== undefined && bytes !== contentLength) throw refuseHttp('http.body_cut', { detail: 'length' });
    if (hash && hash.digest('base64') !== digest!.value) throw refuseHttp('http.body_cut', { detail: 'digest' });
    clearTimeout(watch);
    return await sink.end();
  } catch (fault) {
    await sink.drop();
    // A line that broke tells itself by an error of the connection: the caller's, not ours.
    throw fault instanceof Refusal || !body.errored ? fault : refuseHttp('http.body_cut', { detail: 'connection' });
  } finally {
    clearTimeout(watch);
    // What is refused in the middle is not read on.
    if (!body.readableEnded) body.resume();
  }
}

const MOST_AT_ONCE = 4;

/** How many streamed bodies each caller has under way in this process. */
export function streamCounter() {
  const running = new Map<string, number>();
  return {
    /** Gives what must be called when it has ended. */
    begin(callerId: string): () => void {
      const now = running.get(callerId) ?? 0;
      if (now >= MOST_AT_ONCE) throw refuseHttp('http.too_many_streams', { values: { seconds: 5 } });
      running.set(callerId, now + 1);
      return () => {
        const left = running.get(callerId)! - 1;
        if (left === 0) running.delete(callerId);
        else running.set(callerId, left);
      };
    },
  };
}
