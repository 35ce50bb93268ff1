/** Statements about what was sent, as its own institution sees it. */
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Kind } from '../event/rules.ts';

export interface DeliveryRow {
  readonly eventId: string;
  readonly endpointId: string;
  readonly url: string;
  readonly kind: Kind;
  readonly at: Date;
  readonly state: 'WAITING' | 'DELIVERED' | 'FAILED';
  readonly nextAt: Date | null;
  readonly status: number | null;
  readonly outcome: string | null;
  readonly attempts: readonly {
    readonly n: number;
    readonly at: string;
    readonly ms: number;
    readonly status: number | null;
    readonly outcome: string;
  }[];
}

/** The latest first. */
export function listDeliveries(
  tx: Tx,
  institutionId: string,
  by: { onlyFailed: boolean; endpointId: string | null; most: number },
): Promise<DeliveryRow[]> {
  const failed = by.onlyFailed ? sql`and d.state = 'FAILED'` : sql``;
  return many(
    tx,
    sql<DeliveryRow>`
      select d.event_id as "eventId", d.endpoint_id as "endpointId", e.url, v.kind, v.at, d.state, d.next_at as "nextAt", d.status, d.outcome,
             coalesce((select json_agg(json_build_object('n', a.n, 'at', a.at, 'ms', a.ms, 'status', a.status, 'outcome', a.outcome) order by a.n desc)
                         from webhook.attempt a where a.event_id = d.event_id and a.endpoint_id = d.endpoint_id), '[]') as attempts
        from webhook.delivery d join webhook.endpoint e on e.id = d.endpoint_id join webhook.event v on v.id = d.event_id
       where d.institution_id = ${institutionId} ${failed} and (${by.endpointId}::uuid is null or d.endpoint_id = ${by.endpointId}::uuid)
       order by d.event_id desc, d.endpoint_id limit ${by.most}`,
  );
}

/** Puts what is not on its way back on it; gives how many. */
export function sendAnew(
  tx: Tx,
  of: { endpointId: string; at: Date; eventId: string | null; since: Date | null; most: number },
): Promise<number> {
  const which =
    of.eventId === null
      ? sql`d.state = 'FAILED' and v.at >= ${of.since}`
      : sql`d.state <> 'WAITING' and d.event_id = ${of.eventId}::uuid`;
  return run(
    tx,
    sql`update webhook.delivery u set state = 'WAITING', next_at = ${of.at}, began = u.tries, outcome = null, status = null
         where u.endpoint_id = ${of.endpointId} and u.event_id in (
           select d.event_id from webhook.delivery d join webhook.event v on v.id = d.event_id
            where d.endpoint_id = ${of.endpointId} and ${which} order by d.event_id limit ${of.most})`,
  );
}

export function findState(
  tx: Tx,
  { endpointId, eventId }: { endpointId: string; eventId: string },
): Promise<{ state: DeliveryRow['state'] } | undefined> {
  return maybeOne(
    tx,
    sql<{
      state: DeliveryRow['state'];
    }>`select state from webhook.delivery where endpoint_id = ${endpointId} and event_id = ${eventId}`,
  );
}
