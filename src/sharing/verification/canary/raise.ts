/** From touches to alarms: whose invented person it is and who asked, a word to the ministry, an entry without the number. */
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { leaveMessages } from '../../../core/message/index.ts';
import {
  attachTouches,
  findRecentAlarm,
  insertCanaryAlarm,
  listOwners,
  listWaitingTouches,
  nameOf,
  type TouchRow,
} from './sql.ts';

export const raiseJob = job({
  name: 'verification.raise_touched',
  payload: z.object({}),
  maxAttempts: 25,
  run: async (tx) => {
    await raiseTouched(tx);
  },
});

interface Pair {
  readonly ownerId: string;
  readonly askerId: string;
  readonly touches: readonly string[];
}

/** One alarm an hour about the same two; every touch belongs to one. Gives how many alarms are new. */
export async function raiseTouched(tx: Tx): Promise<number> {
  let raised = 0;
  for (const pair of await pairsOf(tx, await listWaitingTouches(tx))) {
    const kind = pair.ownerId === pair.askerId ? 'canary_own' : 'canary_touched';
    const known = await findRecentAlarm(tx, { kind, ...pair });
    await attachTouches(tx, pair.touches, known ?? (await raise(tx, kind, pair)));
    if (known === null) raised += 1;
  }
  return raised;
}

async function pairsOf(tx: Tx, waiting: readonly TouchRow[]): Promise<Pair[]> {
  const { canarySeal } = tx.ground.verification;
  const read = waiting.map(({ id, sealed }) => ({ id, ...canarySeal.unsealTouch(id, sealed) }));
  const owners = await listOwners(tx, [...new Set(read.map(({ canaryId }) => canaryId))]);
  const owned = read.map((touch) => ({ ...touch, ownerId: owners.get(touch.canaryId)! }));
  return [...Map.groupBy(owned, ({ ownerId, askerId }) => `${ownerId} ${askerId}`).values()].map((touches) => ({
    ownerId: touches[0]!.ownerId,
    askerId: touches[0]!.askerId,
    touches: touches.map(({ id }) => id),
  }));
}

async function raise(tx: Tx, kind: 'canary_own' | 'canary_touched', pair: Pair): Promise<string> {
  const { ownerId, askerId, touches } = pair;
  const { entryId } = await record(tx, systemActor('verification'), {
    label: 'verification.canary_touched',
    facts: { owner: ownerId, asker: askerId, touches: touches.length },
  });
  const id = newId();
  await insertCanaryAlarm(tx, { id, kind, ownerId, askerId, n: touches.length, entryId });
  const to = tx.ground.config.watchMail;
  if (to !== null) {
    const values = { owner: await nameOf(tx, ownerId), asker: await nameOf(tx, askerId) };
    await leaveMessages(tx, [{ channel: 'mail', to, language: 'id', key: `verification.mail.${kind}`, values }]);
  }
  return id;
}
