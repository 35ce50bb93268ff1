/** Statements about endpoints, as their own people see them: the policies show nobody else's. */
import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Chosen } from '../event/rules.ts';

export interface EndpointRow {
  readonly id: string;
  readonly institutionId: string;
  readonly url: string;
  readonly events: readonly Chosen[];
  readonly state: 'ON' | 'OFF' | 'BROKEN';
  readonly why: 'own' | 'gone' | 'failing' | null;
  readonly since: Date;
  readonly secret: Buffer;
  readonly secretAt: Date;
  readonly form: string;
  readonly oldUntil: Date | null;
  readonly failures: number;
  readonly deliveredAt: Date | null;
}

const COLUMNS = sql`e.id, e.institution_id as "institutionId", e.url, to_jsonb(e.events) as events, e.state, e.why, e.since, e.secret, e.secret_at as "secretAt",
  e.form, e.old_until as "oldUntil", e.failures, e.delivered_at as "deliveredAt"`;

/** One at a time: how many there are is counted under this hold. */
export async function holdEndpoints(tx: Tx, institutionId: string): Promise<void> {
  await many(tx, sql`select pg_advisory_xact_lock(hashtextextended('webhook ' || ${institutionId}::text, 0))`);
}

export async function countEndpoints(tx: Tx, institutionId: string): Promise<number> {
  const { n } = await one(
    tx,
    sql<{ n: number }>`select count(*)::int as n from webhook.endpoint where institution_id = ${institutionId}`,
  );
  return n;
}

export function findEndpoint(tx: Tx, institutionId: string, id: string): Promise<EndpointRow | undefined> {
  return maybeOne(
    tx,
    sql<EndpointRow>`select ${COLUMNS} from webhook.endpoint e where e.id = ${id} and e.institution_id = ${institutionId} for no key update`,
  );
}

export interface ListedEndpoint extends EndpointRow {
  readonly waiting: number;
  readonly failed: number;
}

export function listEndpoints(tx: Tx, institutionId: string): Promise<ListedEndpoint[]> {
  return many(
    tx,
    sql<ListedEndpoint>`
      select ${COLUMNS}, count(d.*) filter (where d.state = 'WAITING')::int as waiting, count(d.*) filter (where d.state = 'FAILED')::int as failed
        from webhook.endpoint e left join webhook.delivery d on d.endpoint_id = e.id
       where e.institution_id = ${institutionId} group by e.id order by e.made_at, e.id`,
  );
}

export interface NewEndpoint extends Pick<EndpointRow, 'id' | 'institutionId' | 'url' | 'events' | 'secret' | 'form'> {
  readonly host: string;
  readonly state: 'ON' | 'OFF';
}

export async function insertEndpoint(
  tx: Tx,
  row: NewEndpoint,
  by: { at: Date; id: string; entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into webhook.endpoint (id, institution_id, url, host, events, state, why, since, secret, secret_at, form, made_at, made_by, entry_id)
        values (${row.id}, ${row.institutionId}, ${row.url}, ${row.host}, ${[...row.events]}::text[], ${row.state}, ${row.state === 'ON' ? null : 'own'}, ${by.at},
                ${row.secret}, ${by.at}, ${row.form}, ${by.at}, ${by.id}, ${by.entryId})`,
  );
}

export async function setEvents(tx: Tx, id: string, events: readonly Chosen[]): Promise<void> {
  await run(tx, sql`update webhook.endpoint set events = ${[...events]}::text[] where id = ${id}`);
}

/** On again it begins anew: what failed before is not held against it. */
export async function switchOn(tx: Tx, id: string, at: Date): Promise<void> {
  await run(
    tx,
    sql`update webhook.endpoint set state = 'ON', why = null, since = ${at}, failures = 0, rest_until = '-infinity' where id = ${id} and state <> 'ON'`,
  );
}

export async function setSecret(
  tx: Tx,
  id: string,
  to: { secret: Buffer; form: string; at: Date; oldSecret: Buffer; oldUntil: Date },
): Promise<void> {
  await run(
    tx,
    sql`update webhook.endpoint set secret = ${to.secret}, secret_at = ${to.at}, form = ${to.form}, old_secret = ${to.oldSecret}, old_until = ${to.oldUntil}
         where id = ${id}`,
  );
}

export async function deleteEndpoint(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`delete from webhook.endpoint where id = ${id}`);
}
