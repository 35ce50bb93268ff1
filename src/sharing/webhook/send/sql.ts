/** Statements of sending. As `system`. `now` is the house's instant; who is being called is true time. */
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { ALWAYS_TOLD, type Kind } from '../event/rules.ts';
import { isStopped } from '../event/stopped.ts';
import type { Waiting } from './wake.ts';

export interface Due {
  readonly endpointId: string;
  readonly institutionId: string;
  readonly url: string;
  readonly secret: Buffer;
  /** While it is still good. */
  readonly oldSecret: Buffer | null;
  readonly eventId: string;
  readonly kind: Kind;
  readonly body: string;
  /** It may not be told this any more. */
  readonly stopped: boolean;
}

/** Longer than any call may take: after that the process that called is dead. */
const BUSY_SECONDS = 60;
/** So many of an institution's endpoints are called at once, and of all endpoints that failed last: nobody's silence keeps others waiting. */
const MOST_OF_ONE = 2;
const MOST_FAILING = 2;

/** The first of what waits for an endpoint that nobody calls at this moment, which is from now on called by us. */
export function claimDue(tx: Tx, endpointId: string, now: Date): Promise<Due | undefined> {
  return maybeOne(
    tx,
    sql<Due>`
      with held as (
        select e.* from webhook.endpoint e
         where e.id = ${endpointId}::uuid and e.state = 'ON' and e.busy_until <= now() and e.rest_until <= ${now}
           and (select count(*) from webhook.endpoint b where b.busy_until > now() and b.institution_id = e.institution_id) < ${MOST_OF_ONE}
           and (e.failures = 0 or (select count(*) from webhook.endpoint b where b.busy_until > now() and b.failures > 0) < ${MOST_FAILING})
           for no key update of e skip locked
      ), first as (
        select d.event_id from webhook.delivery d
         where d.endpoint_id = (select id from held) and d.state = 'WAITING' and d.next_at <= ${now} order by d.next_at, d.event_id limit 1
      ), claimed as (
        update webhook.endpoint e set busy_until = now() + ${BUSY_SECONDS} * interval '1 second' from held, first where e.id = held.id returning e.id
      )
      select h.id as "endpointId", h.institution_id as "institutionId", h.url, h.secret, case when h.old_until > ${now} then h.old_secret end as "oldSecret",
             v.id as "eventId", v.kind, v.body,
             v.kind <> all(${[...ALWAYS_TOLD]}::text[]) and ${isStopped(sql`h.institution_id`, now)} as stopped
        from claimed c join held h on h.id = c.id cross join first f join webhook.event v on v.id = f.event_id`,
  );
}

/** What waits and may not be told any more. */
export async function giveUpStopped(tx: Tx, endpointId: string): Promise<void> {
  await run(
    tx,
    sql`update webhook.delivery d set state = 'FAILED', next_at = null, outcome = 'institution_stopped' from webhook.event v
         where d.endpoint_id = ${endpointId}::uuid and d.state = 'WAITING' and v.id = d.event_id and v.kind <> all(${[...ALWAYS_TOLD]}::text[])`,
  );
  await run(tx, sql`update webhook.endpoint set busy_until = '-infinity' where id = ${endpointId}::uuid`);
}

export interface Called {
  readonly state: 'WAITING' | 'DELIVERED' | 'FAILED';
  /** With this one. */
  readonly tries: number;
  readonly began: number;
  /** The first try of this round. */
  readonly firstAt: Date | null;
  readonly failures: number;
  readonly deliveredAt: Date | null;
}

/** What was called about, as it stands now: it may have been removed meanwhile. */
export function holdCalled(
  tx: Tx,
  { eventId, endpointId }: Pick<Due, 'eventId' | 'endpointId'>,
): Promise<Called | undefined> {
  return maybeOne(
    tx,
    sql<Called>`
      select d.state, d.tries + 1 as tries, d.began, e.failures, e.delivered_at as "deliveredAt",
             (select min(a.at) from webhook.attempt a where a.event_id = d.event_id and a.endpoint_id = d.endpoint_id and a.n > d.began) as "firstAt"
        from webhook.delivery d join webhook.endpoint e on e.id = d.endpoint_id
       where d.event_id = ${eventId}::uuid and d.endpoint_id = ${endpointId}::uuid for no key update of d, e`,
  );
}

export interface Attempt {
  readonly n: number;
  readonly at: Date;
  readonly ms: number;
  readonly status: number | null;
  readonly outcome: string;
}

export async function insertAttempt(tx: Tx, { eventId, endpointId, institutionId }: Due, a: Attempt): Promise<void> {
  await run(
    tx,
    sql`insert into webhook.attempt (event_id, endpoint_id, n, institution_id, at, ms, status, outcome)
        values (${eventId}, ${endpointId}, ${a.n}, ${institutionId}, ${a.at}, ${a.ms}, ${a.status}, ${a.outcome})`,
  );
}

export async function setDelivery(
  tx: Tx,
  { eventId, endpointId }: Pick<Due, 'eventId' | 'endpointId'>,
  to: { state: Called['state']; nextAt: Date | null; attempt: Attempt },
): Promise<void> {
  const { n, at, status, outcome } = to.attempt;
  await run(
    tx,
    sql`update webhook.delivery set state = ${to.state}, next_at = ${to.nextAt}, tries = ${n}, status = ${status}, outcome = ${outcome}, tried_at = ${at}
         where event_id = ${eventId} and endpoint_id = ${endpointId}`,
  );
}

/** After a call: it may be called again, once it has rested. */
export async function setCalled(
  tx: Tx,
  endpointId: string,
  to: { failures: number; deliveredAt: Date | null; restUntil: Date | null },
): Promise<void> {
  await run(
    tx,
    sql`update webhook.endpoint set busy_until = '-infinity', failures = ${to.failures}, delivered_at = coalesce(${to.deliveredAt}, delivered_at),
               rest_until = coalesce(${to.restUntil}::timestamptz, '-infinity')
         where id = ${endpointId}`,
  );
}

/** Switches an endpoint off that is on; gives whether it was. What waits for it is kept, to be sent anew. */
export async function stopEndpoint(
  tx: Tx,
  endpointId: string,
  to: { state: 'OFF' | 'BROKEN'; why: 'own' | 'gone' | 'failing'; at: Date },
): Promise<boolean> {
  const stopped = await run(
    tx,
    sql`update webhook.endpoint set state = ${to.state}, why = ${to.why}, since = ${to.at} where id = ${endpointId} and state = 'ON'`,
  );
  if (stopped === 0) return false;
  await run(
    tx,
    sql`update webhook.delivery set state = 'FAILED', next_at = null, outcome = ${`endpoint_${to.why}`}
         where endpoint_id = ${endpointId} and state = 'WAITING'`,
  );
  return true;
}

/** For whom something waits, and how long until it is due: one endpoint, or all. Whoever calls one wakes it again when he has done so. */
export function listWaiting(tx: Tx, now: Date, endpointId: string | null = null): Promise<Waiting[]> {
  return many(
    tx,
    sql<Waiting>`
      select e.id as "endpointId",
             greatest(0, extract(epoch from greatest(min(d.next_at), e.rest_until) - ${now}) * 1000,
                      case when e.busy_until > now() then extract(epoch from e.busy_until - now()) * 1000 end)::float8 as "waitMs"
        from webhook.endpoint e join webhook.delivery d on d.endpoint_id = e.id and d.state = 'WAITING'
       where e.state = 'ON' and (${endpointId}::uuid is null or e.id = ${endpointId}::uuid)
       group by e.id`,
  );
}

/** Events of which nobody is told any more; deliveries and tries go with them. */
export function forgetEvents(tx: Tx, before: Date): Promise<number> {
  return run(tx, sql`delete from webhook.event where at < ${before}`);
}
