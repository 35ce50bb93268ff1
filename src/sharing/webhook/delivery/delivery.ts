/** What was sent and what came of it; sent anew by hand; and a trial. */
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { getEndpoint, recordOf, type Which } from '../endpoint/endpoint.ts';
import { raise } from '../event/raise.ts';
import { refuse } from '../refusals.ts';
import { MOST_REPLAYED } from '../send/rules.ts';
import { wake } from '../send/wake.ts';
import { findState, listDeliveries, sendAnew, type DeliveryRow } from './sql.ts';

export const SHOWN = 100;

export function viewDeliveries(
  tx: Tx,
  institutionId: string,
  by: { onlyFailed: boolean; endpointId: string | null },
): Promise<DeliveryRow[]> {
  return listDeliveries(tx, institutionId, { ...by, most: SHOWN });
}

async function mustBeOn(tx: Tx, which: Which): Promise<void> {
  if ((await getEndpoint(tx, which)).state !== 'ON') throw refuse('webhook.endpoint_not_on');
}

/** Sends `ping` to one endpoint, once. */
export async function ping(tx: Tx, actor: Actor, which: Which): Promise<void> {
  await mustBeOn(tx, which);
  const waiting = await raise(tx, [{ kind: 'ping', institutionId: which.institutionId, data: {} }], which.id);
  if (waiting === 0) throw refuse('webhook.institution_stopped');
  await recordOf(tx, actor, which, 'webhook.tried');
}

/** One event, as it was, under its own id. What is on its way already needs nothing. */
export async function replay(tx: Tx, actor: Actor, given: Which & { eventId: string }): Promise<void> {
  await mustBeOn(tx, given);
  const { id: endpointId, eventId } = given;
  const found = await findState(tx, { endpointId, eventId });
  if (!found) throw refuse('webhook.nothing_to_replay');
  if (found.state === 'WAITING') return;
  await recordOf(tx, actor, given, 'webhook.replayed', { n: 1 });
  const at = tx.ground.clock.now();
  await sendAnew(tx, { endpointId, eventId, at, since: null, most: 1 });
  await wake(tx, [{ endpointId, waitMs: 0 }]);
}

/** All that failed since an instant, the oldest first, at most a thousand; gives how many. */
export async function replayFailed(tx: Tx, actor: Actor, given: Which & { since: Date }): Promise<number> {
  await mustBeOn(tx, given);
  const { id: endpointId, since } = given;
  const at = tx.ground.clock.now();
  const n = await sendAnew(tx, { endpointId, eventId: null, at, since, most: MOST_REPLAYED });
  if (n === 0) throw refuse('webhook.nothing_to_replay');
  await recordOf(tx, actor, given, 'webhook.replayed', { n });
  await wake(tx, [{ endpointId, waitMs: 0 }]);
  return n;
}
