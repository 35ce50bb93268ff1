/** Statements about data given back. */
import { villageRange } from '../../core/access/index.ts';
import { many, maybeOne, one, nikText, run, sql, type Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import type { Returnable } from '../partner/index.ts';
import type { SaidState } from './rules.ts';

/** What the governing PKS names; `undefined` where the institution is not connected. */
export function findAgreed(
  tx: Tx,
  cooperationId: string,
): Promise<{ agreementId: string; elements: readonly string[] } | undefined> {
  return maybeOne(
    tx,
    sql<{ agreementId: string; elements: readonly string[] }>`
      select agreement_id as "agreementId", elements from partner_read.returned where cooperation_id = ${cooperationId}::uuid`,
  );
}

export interface BatchGiven {
  readonly id: Uuid;
  readonly institutionId: string;
  readonly agreementId: string;
  readonly purpose: string;
  readonly basis: string;
  readonly unit: string;
  readonly region: string;
  readonly receivedAt: Date;
  readonly entryId: string;
}

export interface SaidGiven {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly place: number;
  readonly reference: string;
  readonly learnedOn: CivilDate;
  /** Hexadecimal. */
  readonly sealed: string;
}

export async function insertBatch(tx: Tx, b: BatchGiven, said: readonly SaidGiven[]): Promise<void> {
  await run(
    tx,
    sql`insert into returned_data.batch (id, institution_id, agreement_id, purpose, basis, unit, region_code, received_at, n, entry_id)
        values (${b.id}, ${b.institutionId}::uuid, ${b.agreementId}::uuid, ${b.purpose}, ${b.basis}, ${b.unit}, ${b.region}, ${b.receivedAt},
                ${said.length}, ${b.entryId}::uuid)`,
  );
  await run(
    tx,
    sql`insert into returned_data.said (id, nik, batch_id, institution_id, place, reference, learned_on, received_at, sealed, state)
        select id, nik, ${b.id}::uuid, ${b.institutionId}::uuid, place, reference, "learnedOn", ${b.receivedAt}::timestamptz, decode(sealed, 'hex'), 'received'
          from json_to_recordset(${JSON.stringify(said)}::json)
            as s (id uuid, nik bigint, place int, reference text, "learnedOn" date, sealed text)`,
  );
}

export interface WaitingBatch {
  readonly id: Uuid;
  readonly institutionId: string;
  readonly region: string;
}

/** Locks it; nothing where it was compared already. */
export function holdBatch(tx: Tx, id: string): Promise<WaitingBatch | undefined> {
  return maybeOne(
    tx,
    sql<WaitingBatch>`select id, institution_id as "institutionId", region_code as region from returned_data.batch
                       where id = ${id}::uuid and compared_at is null for update`,
  );
}

export function listReceived(tx: Tx, batchId: string): Promise<{ id: Uuid; nik: Nik; sealed: Buffer }[]> {
  return many(
    tx,
    sql<{ id: Uuid; nik: Nik; sealed: Buffer }>`select id, ${nikText('nik')} as nik, sealed from returned_data.said
                                                 where batch_id = ${batchId}::uuid and state = 'received' order by place`,
  );
}

export interface RegisterRow {
  readonly nik: Nik;
  readonly villageCode: string;
  readonly state: number;
  readonly name: string;
  readonly birthPlace: string;
  readonly birthDate: string;
  readonly sex: number;
  readonly bloodGroup: number;
  readonly religion: number;
  readonly maritalStatus: number;
  readonly education: number;
  readonly occupation: number;
  readonly address: string;
  readonly rt: number | null;
  readonly rw: number | null;
}

/** Those of them who live in the region, through the answering role's eyes. */
export async function listAnswerable(tx: Tx, niks: readonly Nik[], region: string): Promise<RegisterRow[]> {
  const { low, high } = villageRange({ code: region });
  await run(
    tx,
    sql`select set_config('jatidiri.low', ${String(low)}, true), set_config('jatidiri.high', ${String(high)}, true)`,
  );
  await run(tx, sql`set local role jatidiri_answer`);
  const rows = await many(
    tx,
    sql<RegisterRow>`
      select ${nikText('s.nik')} as nik, lpad(s.village_code::text, 10, '0') as "villageCode", s.state, s.name, s.birth_place as "birthPlace",
             s.birth_date as "birthDate", s.sex, s.blood_group as "bloodGroup", s.religion, s.marital_status as "maritalStatus", s.education,
             s.occupation, s.address, s.rt, s.rw
        from verification_read.subject s where s.nik = any(${[...niks]}::bigint[])`,
  );
  await run(tx, sql`set local role jatidiri_system`);
  return rows;
}

export interface Judged {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly state: 'same' | 'unused' | 'open';
  readonly villageCode: string | null;
  readonly differing: readonly Returnable[];
}

/** What nobody has to decide about keeps no value. */
export async function saveJudged(tx: Tx, batchId: string, judged: readonly Judged[], entryId: string): Promise<void> {
  await run(
    tx,
    sql`update returned_data.said s
           set state = j.state, village_code = j."villageCode", differing = array(select jsonb_array_elements_text(j.differing)),
               sealed = case when j.state = 'open' then s.sealed end, entry_id = ${entryId}::uuid
          from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as j (id uuid, nik bigint, state text, "villageCode" bigint, differing jsonb)
         where s.id = j.id and s.nik = j.nik`,
  );
  await run(tx, sql`update returned_data.batch set compared_at = ${tx.ground.clock.now()} where id = ${batchId}::uuid`);
}

export interface HintRow {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly institutionId: string;
  readonly villageCode: string;
  readonly reference: string;
  readonly learnedOn: CivilDate;
  readonly receivedAt: Date;
  readonly sealed: Buffer | null;
  readonly differing: readonly Returnable[];
  readonly state: SaidState;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  readonly applications: readonly string[];
}

const columns = sql`s.id, ${nikText('s.nik')} as nik, s.institution_id as "institutionId", lpad(s.village_code::text, 10, '0') as "villageCode", s.reference,
  s.learned_on as "learnedOn", s.received_at as "receivedAt", s.sealed, to_jsonb(s.differing) as differing, s.state, s.decided_at as "decidedAt",
  o.name as "decidedBy", s.reason, to_jsonb(s.applications) as applications`;

/** Of the reader's region, the longest wait first. */
export function listOpen(tx: Tx, most: number): Promise<(HintRow & { name: string })[]> {
  return many(
    tx,
    sql<HintRow & { name: string }>`
      select ${columns}, r.name from returned_data.said s join resident_read.resident r on r.nik = s.nik
        left join officer_read.officer o on o.id = s.decided_by
       where s.state = 'open' order by s.received_at, s.id limit ${most}`,
  );
}

export async function countWaiting(tx: Tx): Promise<number> {
  return (await one(tx, sql<{ n: number }>`select count(*)::int as n from returned_data.said where state = 'open'`)).n;
}

export function findHint(tx: Tx, id: string): Promise<HintRow | undefined> {
  return maybeOne(
    tx,
    sql<HintRow>`select ${columns} from returned_data.said s left join officer_read.officer o on o.id = s.decided_by
                  where s.id = ${id}::uuid and s.village_code is not null`,
  );
}

/** Locks it, so that two officers do not decide the same. */
export async function holdHint(tx: Tx, id: string): Promise<HintRow | undefined> {
  await run(tx, sql`select from returned_data.said where id = ${id}::uuid for update`);
  return findHint(tx, id);
}

export async function decide(
  tx: Tx,
  id: string,
  d: { state: 'accepted' | 'dismissed'; by: string; reason: string; applications: readonly string[]; entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`update returned_data.said set state = ${d.state}, sealed = null, decided_at = ${tx.ground.clock.now()}, decided_by = ${d.by}::uuid,
               reason = ${d.reason}, applications = ${[...d.applications]}::uuid[], entry_id = ${d.entryId}::uuid
         where id = ${id}::uuid`,
  );
}

/** Names of institutions, as far as the reader's own eyes do not show them: a name on a hint is no secret. As `system`. */
export function listNames(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return many(
    tx,
    sql<{
      id: string;
      name: string;
    }>`select distinct institution_id as id, institution as name from partner_read.standing
                                       where institution_id = any(${[...new Set(ids)]}::uuid[])`,
  );
}

/** Forgets the values of what nobody has taken up; gives whose. */
export function forgetBefore(tx: Tx, before: Date): Promise<{ nik: Nik }[]> {
  return many(
    tx,
    sql<{
      nik: Nik;
    }>`update returned_data.said set state = 'forgotten', sealed = null where state = 'open' and received_at < ${before}
                      returning ${nikText('nik')} as nik`,
  );
}

export interface SaidCounts {
  readonly said: number;
  readonly differing: number;
  readonly accepted: number;
  readonly dismissed: number;
  readonly waiting: number;
}

/** What institutions have given back in spans, for their semester reports, by the id under which each is asked. */
export async function countSaid(
  tx: Tx,
  asked: readonly { id: string; institutionId: string; since: Date; until: Date }[],
): Promise<Map<string, SaidCounts>> {
  const rows = await many(
    tx,
    sql<SaidCounts & { id: string }>`
      select a.id, s.said::int, s.differing::int, s.accepted::int, s.dismissed::int, s.waiting::int
        from json_to_recordset(${JSON.stringify(asked)}::json) as a(id uuid, "institutionId" uuid, since timestamptz, until timestamptz)
        cross join lateral returned_data.count_said(a."institutionId", a.since, a.until) s`,
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
