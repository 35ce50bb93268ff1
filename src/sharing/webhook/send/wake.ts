/** Who sends is woken, once an endpoint, however much waits for it. */
import { z } from 'zod';
import type { Tx } from '../../../core/db/index.ts';
import { addJobs } from '../../../core/jobs/index.ts';
import { systemClock } from '../../../core/time/index.ts';

export interface Waiting {
  readonly endpointId: string;
  readonly waitMs: number;
}

/** The job that `send/job.ts` runs. It stands in no queue of the library's: one that a dead process holds would be held for hours. */
export const sending = {
  name: 'webhook.send',
  payload: z.object({ endpointId: z.string() }),
  maxAttempts: 10,
};

export async function wake(tx: Tx, waiting: readonly Waiting[]): Promise<void> {
  const waits = new Map(waiting.map(({ endpointId, waitMs }) => [endpointId, waitMs]));
  // Jobs wait in true time.
  const now = systemClock.now().getTime();
  // In one order, so that two acts never wait for one another in a circle.
  const payloads = [...waits.keys()].toSorted().map((endpointId) => ({ endpointId }));
  await addJobs(tx, sending, payloads, ({ endpointId }) => {
    const wait = waits.get(endpointId)!;
    // What is due now names no instant: the database's clock may be a little behind ours.
    return { key: `webhook.send ${endpointId}`, ...(wait > 0 && { runAt: new Date(now + wait) }) };
  });
}
