/** Invented persons, touches and traced files. */
import type { PoolClient } from 'pg';
import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { KnownRow } from './known.ts';

const KNOWN = `
  select id, institution_id as "institutionId", encode(index, 'base64') as index, sealed from verification.canary where retired_at is null`;

/** Those that live, of all institutions or of those that changed: for the book, which reads as `system`. */
export async function listKnown(client: PoolClient, changed: readonly string[] | null): Promise<KnownRow[]> {
  const { rows } =
    changed === null
      ? await client.query<KnownRow>(KNOWN)
      : await client.query<KnownRow>(`${KNOWN} and institution_id = any($1::uuid[])`, [changed]);
  return rows;
}

export interface CanaryRow {
  readonly id: Uuid;
  readonly n: number;
  readonly sealed: Buffer;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly handedOutAt: Date | null;
  readonly retiredAt: Date | null;
  readonly retiredHow: 'officer' | 'renewed' | 'person' | null;
  readonly retiredWhy: string | null;
}

const canaries = sql`
  select c.id, c.n, c.sealed, c.made_at as "madeAt", coalesce(o.name, '-') as "madeBy", c.handed_out_at as "handedOutAt",
         c.retired_at as "retiredAt", c.retired_how as "retiredHow", c.retired_why as "retiredWhy"
    from verification.canary c left join officer_read.officer o on o.id = c.made_by`;

export function listCanaries(tx: Tx, institutionId: string): Promise<CanaryRow[]> {
  return many(tx, sql<CanaryRow>`${canaries} where c.institution_id = ${institutionId}::uuid order by c.n`);
}

/** Sealed; only where they have not given way to somebody real. */
export function listAllCanaries(tx: Tx): Promise<{ id: string; sealed: Buffer }[]> {
  return many(
    tx,
    sql<{
      id: string;
      sealed: Buffer;
    }>`select id, sealed from verification.canary where retired_how is distinct from 'person'`,
  );
}

export interface NewCanary {
  readonly id: Uuid;
  readonly index: string;
  readonly sealed: Buffer;
}

export async function insertCanaries(
  tx: Tx,
  of: { institutionId: string; by: string; entryId: Uuid },
  made: readonly NewCanary[],
): Promise<void> {
  await run(
    tx,
    sql`insert into verification.canary (id, institution_id, n, index, sealed, made_at, made_by, entry_id)
        select id, ${of.institutionId}::uuid,
               place + (select coalesce(max(n), 0) from verification.canary where institution_id = ${of.institutionId}::uuid),
               decode(index, 'base64'), sealed, ${tx.ground.clock.now()}, ${of.by}::uuid, ${of.entryId}::uuid
          from unnest(${made.map(({ id }) => id)}::uuid[], ${made.map(({ index }) => index)}::text[], ${made.map(({ sealed }) => sealed)}::bytea[])
               with ordinality as m (id, index, sealed, place)`,
  );
}

/** Those that live and were never handed out; they count as handed out from now on. */
export function takeHandOut(
  tx: Tx,
  given: { institutionId: string; by: string },
): Promise<{ id: Uuid; sealed: Buffer }[]> {
  return many(
    tx,
    sql<{ id: Uuid; sealed: Buffer }>`
      update verification.canary set handed_out_at = ${tx.ground.clock.now()}, handed_out_by = ${given.by}
       where institution_id = ${given.institutionId}::uuid and handed_out_at is null and retired_at is null returning id, sealed`,
  );
}

export function retireCanary(
  tx: Tx,
  given: { id: string; by: string; how: 'officer' | 'renewed'; why: string },
): Promise<{ institutionId: string; n: number } | undefined> {
  return maybeOne(
    tx,
    sql<{ institutionId: string; n: number }>`
      update verification.canary set retired_at = ${tx.ground.clock.now()}, retired_by = ${given.by}, retired_how = ${given.how}, retired_why = ${given.why}
       where id = ${given.id}::uuid and retired_at is null returning institution_id as "institutionId", n`,
  );
}

/** The institution whose invented person had this number, if one had. */
export async function retireTaken(tx: Tx, index: string): Promise<string | null> {
  const row = await maybeOne(
    tx,
    sql<{ id: string }>`select verification.retire_taken(decode(${index}, 'base64'), ${tx.ground.clock.now()}) as id`,
  );
  return row?.id ?? null;
}

export interface Owner {
  readonly institutionId: string;
  readonly region: string;
}

/** An institution with a cooperation that has not ended, held so that two acts number its canaries one after the other. */
export async function findOwner(tx: Tx, institutionId: string): Promise<Owner | null> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${institutionId}, 78))`);
  const row = await maybeOne(
    tx,
    sql<Owner>`select institution_id as "institutionId", coalesce(institution_region, '') as region
                 from partner_read.standing where institution_id = ${institutionId}::uuid limit 1`,
  );
  return row ?? null;
}

export interface TouchRow {
  readonly id: string;
  readonly sealed: Buffer;
}

const A_RAISE = 1_000;

export function listWaitingTouches(tx: Tx): Promise<TouchRow[]> {
  return many(
    tx,
    sql<TouchRow>`select id, sealed from verification.touch where alarm_id is null order by id limit ${A_RAISE} for update skip locked`,
  );
}

export async function listOwners(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await many(
    tx,
    sql<{
      id: string;
      owner: string;
    }>`select id, institution_id as owner from verification.canary where id = any(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ id, owner }) => [id, owner]));
}

export async function findRecentAlarm(
  tx: Tx,
  { kind, ownerId, askerId }: { kind: string; ownerId: string; askerId: string },
): Promise<string | null> {
  const row = await maybeOne(
    tx,
    sql<{ id: string }>`
      select a.id from verification.alarm a
       where a.kind = ${kind} and a.owner_id = ${ownerId}::uuid and a.institution_id = ${askerId}::uuid and a.at > now() - interval '1 hour'
         and not exists (select from verification.alarm_step s where s.alarm_id = a.id and s.kind = 'closed')
       order by a.at desc limit 1`,
  );
  return row?.id ?? null;
}

export async function insertCanaryAlarm(
  tx: Tx,
  alarm: { id: Uuid; kind: string; ownerId: string; askerId: string; n: number; entryId: Uuid },
): Promise<void> {
  await run(
    tx,
    sql`insert into verification.alarm (id, kind, institution_id, owner_id, at, n, entry_id)
        values (${alarm.id}, ${alarm.kind}, ${alarm.askerId}, ${alarm.ownerId}, now(), ${alarm.n}, ${alarm.entryId})`,
  );
}

export async function attachTouches(tx: Tx, touches: readonly string[], alarmId: string): Promise<void> {
  await run(tx, sql`update verification.touch set alarm_id = ${alarmId}::uuid where id = any(${[...touches]}::uuid[])`);
}

/** Touches of these alarms, the latest first, `each` at most of one. */
export function listTouchesOf(
  tx: Tx,
  alarms: readonly string[],
  each: number,
): Promise<(TouchRow & { alarmId: string })[]> {
  return many(
    tx,
    sql<TouchRow & { alarmId: string }>`
      select t.id, t.sealed, a.id as "alarmId" from unnest(${[...alarms]}::uuid[]) as a (id)
       cross join lateral (select id, sealed from verification.touch where alarm_id = a.id order by id desc limit ${each}) t`,
  );
}

/** Everything that met this institution's invented persons, the latest first. */
export function listTouchesAt(tx: Tx, ownerId: string, limit: number): Promise<TouchRow[]> {
  return many(
    tx,
    sql<TouchRow>`select t.id, t.sealed from verification.touch t join verification.alarm a on a.id = t.alarm_id
                   where a.owner_id = ${ownerId}::uuid order by t.id desc limit ${limit}`,
  );
}

export interface CanaryNumber {
  readonly id: string;
  readonly n: number;
  readonly sealed: Buffer;
}

export function listNumbers(tx: Tx, ids: readonly string[]): Promise<CanaryNumber[]> {
  return many(
    tx,
    sql<CanaryNumber>`select id, n, sealed from verification.canary where id = any(${[...ids]}::uuid[]) order by n`,
  );
}

export async function nameOf(tx: Tx, institutionId: string): Promise<string> {
  const row = await maybeOne(
    tx,
    sql<{ name: string }>`select name from partner_read.institution where institution_id = ${institutionId}::uuid`,
  );
  return row?.name ?? '-';
}

/** Of every invented person that no real one has replaced, also of those that are retired: their file may lie about for long. */
export async function listTraceable(tx: Tx): Promise<Map<string, string>> {
  const rows = await many(
    tx,
    sql<{ index: string; owner: string }>`
      select encode(index, 'base64') as index, institution_id as owner from verification.canary where retired_how is distinct from 'person'`,
  );
  return new Map(rows.map(({ index, owner }) => [index, owner]));
}

export interface TraceRow {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly sha256: string;
  readonly lines: number;
  readonly found: readonly { readonly institutionId: string; readonly institution: string; readonly n: number }[];
}

export async function insertTrace(
  tx: Tx,
  trace: { id: Uuid; by: string; entryId: Uuid; sha256: string; lines: number; found: ReadonlyMap<string, number> },
): Promise<TraceRow> {
  const found = JSON.stringify([...trace.found].map(([institutionId, n]) => ({ institutionId, n })));
  await run(
    tx,
    sql`insert into verification.trace (id, at, by, entry_id, sha256, lines, found)
        values (${trace.id}, ${tx.ground.clock.now()}, ${trace.by}, ${trace.entryId}, ${trace.sha256}, ${trace.lines}, ${found}::jsonb)`,
  );
  return one(tx, sql<TraceRow>`${traces} where t.id = ${trace.id}`);
}

const traces = sql`
  select t.id, t.at, coalesce(o.name, '-') as by, t.sha256, t.lines::int as lines,
         coalesce((select jsonb_agg(jsonb_build_object('institutionId', f->>'institutionId', 'institution', coalesce(i.name, '-'), 'n', (f->>'n')::int)
                                    order by (f->>'n')::int desc, i.name)
                     from jsonb_array_elements(t.found) f
                     left join partner_read.institution i on i.institution_id = (f->>'institutionId')::uuid), '[]') as found
    from verification.trace t left join officer_read.officer o on o.id = t.by`;

export function listTraces(tx: Tx, limit: number): Promise<TraceRow[]> {
  return many(tx, sql<TraceRow>`${traces} order by t.at desc limit ${limit}`);
}
