/** Alarms with what became of them, and who is slowed down. True time throughout: what is watched happens now, also in a story. */
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { Signal } from '../signal/rules.ts';
import { ALARM_KINDS, type AlarmKind, type AlarmState, type Outcome } from './rules.ts';
import type { SlowedPartner } from './schema.ts';

export interface AlarmRow {
  readonly id: string;
  readonly kind: AlarmKind;
  readonly at: Date;
  readonly n: number;
  readonly institutionId: string | null;
  readonly institution: string | null;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly maskedNik: string | null;
  readonly state: AlarmState;
  readonly steps: readonly {
    readonly kind: 'taken' | 'closed';
    readonly at: string;
    readonly by: string;
    readonly outcome: Outcome | null;
    readonly reason: string | null;
  }[];
}

const alarms = sql`
  select a.id, a.kind, a.at,
         case when a.owner_id is null then a.n else (select count(*)::int from verification.touch t where t.alarm_id = a.id) end as n,
         a.institution_id as "institutionId", i.name as institution, a.owner_id as "ownerId", w.name as owner,
         left(lpad(a.nik::text, 16, '0'), 6) || '**********' as "maskedNik",
         coalesce((select s.kind from verification.alarm_step s where s.alarm_id = a.id order by s.kind limit 1), 'open') as state,
         coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'at', s.at, 'by', coalesce(o.name, '-'), 'outcome', s.outcome, 'reason', s.reason)
                                    order by s.at, s.id)
                     from verification.alarm_step s left join officer_read.officer o on o.id = s.by where s.alarm_id = a.id), '[]') as steps
    from verification.alarm a
    left join partner_read.institution i on i.institution_id = a.institution_id
    left join partner_read.institution w on w.institution_id = a.owner_id`;

/** Those that nobody has closed, what presses most first, then the oldest; or those that are closed, the latest first. */
export function listAlarms(tx: Tx, { closed, limit }: { closed: boolean; limit: number }): Promise<AlarmRow[]> {
  return many(
    tx,
    sql<AlarmRow>`
      select * from (${alarms}
        where ${closed} = exists (select from verification.alarm_step s where s.alarm_id = a.id and s.kind = 'closed')) a
       order by case when ${closed} then null else array_position(${[...ALARM_KINDS]}::text[], a.kind) end,
                case when ${closed} then null else a.at end, a.at desc limit ${limit}`,
  );
}

export async function countOpenAlarms(tx: Tx): Promise<number> {
  const row = await maybeOne(
    tx,
    sql<{ n: number }>`select count(*)::int as n from verification.alarm a
      where not exists (select from verification.alarm_step s where s.alarm_id = a.id and s.kind = 'closed')`,
  );
  return row?.n ?? 0;
}

export function findAlarm(tx: Tx, id: string): Promise<AlarmRow | undefined> {
  return maybeOne(tx, sql<AlarmRow>`${alarms} where a.id = ${id}::uuid`);
}

/** The number that an alarm is about, whole. */
export async function findAlarmedNik(tx: Tx, id: string): Promise<string | null> {
  const row = await maybeOne(
    tx,
    sql<{ nik: string | null }>`select nik from verification.alarm where id = ${id}::uuid`,
  );
  return row?.nik ?? null;
}

export interface AlarmStep {
  readonly id: Uuid;
  readonly alarmId: string;
  readonly kind: 'taken' | 'closed';
  readonly by: string;
  readonly outcome: Outcome | null;
  readonly reason: string | null;
  readonly entryId: Uuid;
}

export async function insertAlarmStep(tx: Tx, step: AlarmStep): Promise<void> {
  await run(
    tx,
    sql`insert into verification.alarm_step (id, alarm_id, kind, at, by, outcome, reason, entry_id)
        values (${step.id}, ${step.alarmId}, ${step.kind}, now(), ${step.by}, ${step.outcome}, ${step.reason}, ${step.entryId})`,
  );
}

export interface SlowedRow {
  readonly institutionId: string;
  readonly institution: string;
  readonly since: Date;
  readonly until: Date;
  readonly reasons: SlowedPartner['reasons'];
}

/** Whoever is slowed down at this moment, the longest first. */
export function listSlowed(tx: Tx): Promise<SlowedRow[]> {
  return many(
    tx,
    sql<SlowedRow>`
      select t.institution_id as "institutionId", coalesce(max(i.name), '-') as institution, min(t.began_at) as since, max(t.until) as until,
             jsonb_agg(jsonb_build_object('signal', t.signal, 'beganAt', t.began_at, 'until', t.until, 'figures', t.figures,
                                          'heldBy', o.name, 'reason', t.reason) order by t.began_at, t.id) as reasons
        from verification.throttle t
        left join partner_read.institution i on i.institution_id = t.institution_id
        left join officer_read.officer o on o.id = t.held_by
       where t.until > now() and t.lifted_at is null
       group by t.institution_id order by since`,
  );
}

/** Until when a partner is slowed down, if it is. */
export async function slowedUntil(tx: Tx, institutionId: string): Promise<Date | null> {
  const row = await maybeOne(
    tx,
    sql<{ until: Date | null }>`select max(until) as until from verification.throttle
      where institution_id = ${institutionId}::uuid and until > now() and lifted_at is null`,
  );
  return row?.until ?? null;
}

/** Gives the signals that were lifted. */
export function liftThrottles(
  tx: Tx,
  given: { institutionId: string; by: string; reason: string; entryId: Uuid },
): Promise<{ signal: Signal | 'held' }[]> {
  const { institutionId, by, reason, entryId } = given;
  return many(
    tx,
    sql<{ signal: Signal | 'held' }>`
      update verification.throttle set lifted_at = now(), lifted_by = ${by}, lift_reason = ${reason}, lift_entry = ${entryId}
       where institution_id = ${institutionId}::uuid and until > now() and lifted_at is null returning signal`,
  );
}

export async function holdThrottle(
  tx: Tx,
  given: { id: Uuid; institutionId: string; hours: number; by: string; reason: string; entryId: Uuid },
): Promise<Date> {
  const row = await maybeOne(
    tx,
    sql<{ until: Date }>`
      insert into verification.throttle (id, institution_id, signal, began_at, until, entry_id, held_by, reason)
      values (${given.id}, ${given.institutionId}, 'held', now(), now() + make_interval(hours => ${given.hours}), ${given.entryId}, ${given.by}, ${given.reason})
      returning until`,
  );
  return row!.until;
}
