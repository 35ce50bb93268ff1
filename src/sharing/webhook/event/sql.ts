/** Statements that keep events. As `system`. */
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { Waiting } from '../send/wake.ts';
import { ALWAYS_TOLD, type Kind } from './rules.ts';
import { isStopped } from './stopped.ts';

export interface NewEvent {
  readonly id: string;
  readonly institutionId: string;
  readonly kind: Kind;
  readonly body: string;
  readonly once: string | null;
}

/** Gives the endpoints for which something waits now. One that has failed for days keeps what it misses, to be sent anew one day. */
export function insertEvents(
  tx: Tx,
  rows: readonly NewEvent[],
  { at, endpointId }: { at: Date; endpointId: string | null },
): Promise<Waiting[]> {
  return many(
    tx,
    sql<Waiting>`
      with raised as (
        select * from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "institutionId" uuid, kind text, body text, once text)
      ), stopped as (
        select t.id from (select distinct e.institution_id as id from webhook.endpoint e join raised r on r."institutionId" = e.institution_id) t
         where ${isStopped(sql`t.id`, at)}
      ), heard as (
        select r.id, e.id as endpoint_id, e.institution_id, e.state
          from raised r join webhook.endpoint e on e.institution_id = r."institutionId" and e.state <> 'OFF'
         where case when ${endpointId}::uuid is null then r.kind = any(e.events) else e.id = ${endpointId}::uuid end
           and (r.kind = any(${[...ALWAYS_TOLD]}::text[]) or e.institution_id not in (select id from stopped))
      ), kept as (
        insert into webhook.event (id, institution_id, kind, at, body, once)
        select r.id, r."institutionId", r.kind, ${at}, r.body, r.once from raised r where exists (select from heard h where h.id = r.id)
        on conflict on constraint event_once do nothing returning id
      ), sent as (
        insert into webhook.delivery (event_id, endpoint_id, institution_id, state, next_at, outcome)
        select h.id, h.endpoint_id, h.institution_id, case h.state when 'ON' then 'WAITING' else 'FAILED' end,
               case h.state when 'ON' then ${at}::timestamptz end, case h.state when 'ON' then null else 'endpoint_broken' end
          from heard h join kept k on k.id = h.id
        returning endpoint_id, state
      )
      select distinct s.endpoint_id as "endpointId", 0::float8 as "waitMs" from sent s where s.state = 'WAITING'`,
  );
}

/** Institutions of which some endpoint chose this kind. */
export async function listListening(tx: Tx, kind: Kind): Promise<string[]> {
  const rows = await many(
    tx,
    sql<{
      id: string;
    }>`select distinct institution_id as id from webhook.endpoint where state <> 'OFF' and ${kind} = any(events)`,
  );
  return rows.map(({ id }) => id);
}
