import { countStockContract } from '../../../../src/cards/blank/contract.ts';
import type { Client } from '../../../kit/client.ts';
import { Problem } from '../../../kit/problem.ts';
import { keepCount, listKept } from './kept.ts';

const LOCK = 'jatidiri.hitungan';

/**
 * Sends what waits, the oldest first, until the network fails again. One at a time on a device, whatever called it and in whichever tab: a
 * count that is sent twice at once is refused the second time, and that refusal would stand in the place of its answer.
 */
export async function sendKept(client: Client, officerId: string): Promise<void> {
  await navigator.locks.request(LOCK, () => sendAll(client, officerId));
}

async function sendAll(client: Client, officerId: string): Promise<void> {
  for (const count of listKept(officerId)) {
    if (count.state.at !== 'waiting') continue;
    const { key, storeId: id, counted, note, countedAt } = count;
    try {
      const answer = await client.call(
        countStockContract,
        { id, counted, note, countedAt },
        { idempotencyKey: key, patienceMs: 0 },
      );
      const { agrees, expected } = answer;
      keepCount(officerId, { ...count, state: { at: 'answered', agrees, expected } });
    } catch (error) {
      // Without an answer, or signed out, it waits on; anything else is said to whoever counted.
      if (!(error instanceof Problem) || error.status === 401 || error.status >= 500) return;
      keepCount(officerId, { ...count, state: { at: 'refused', why: error.title } });
    }
  }
}
