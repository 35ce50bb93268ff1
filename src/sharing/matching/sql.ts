/** Statements about matchings. */
import { many, maybeOne, one, run, sql, type Tx } from '../../core/db/index.ts';
import type { Uuid } from '../../core/id/index.ts';
import type { Language } from '../../core/text/index.ts';
import type { Basis, Purpose } from '../verification/schema.ts';
import type { Columns } from './columns.ts';
import { CANCELLABLE, COUNTS, WAITS_FOR_OFFICER, type MatchingState, type Signal } from './rules.ts';
import type { PartRow } from './shelf.ts';

export interface MatchingRow {
  readonly id: Uuid;
  readonly institutionId: string;
  readonly grantId: string;
  readonly purpose: Purpose;
  readonly basis: Basis;
  readonly unit: string;
  readonly endUser: string;
  readonly reference: string;
  readonly language: Language;
  readonly expectedRows: number;
  readonly givenColumns: Columns;
  readonly askedFrom: string;
  readonly createdAt: Date;
  readonly state: MatchingState;
  readonly since: Date;
  readonly byteCount: number;
  readonly columns: Columns | null;
  readonly why: string | null;
  readonly lastRow: number;
  readonly rows: number;
  readonly refused: number;
  readonly incomplete: number;
  readonly matched: number;
  readonly partial: number;
  readonly mismatched: number;
  readonly inSequence: number;
  readonly mostOfOne: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly signals: readonly Signal[];
  readonly covered: boolean | null;
  readonly decision: 'approve' | 'stop' | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly entryId: string | null;
  readonly finishedAt: Date | null;
  readonly deleteAt: Date | null;
}

const columns = sql`m.id, m.institution_id as "institutionId", m.grant_id as "grantId", m.purpose, m.basis, m.unit, m.end_user as "endUser",
  m.reference, m.language, m.expected_rows as "expectedRows", m.given_columns as "givenColumns", host(m.asked_from) as "askedFrom",
  m.created_at as "createdAt", m.state, m.since, m.byte_count::float8 as "byteCount", m.columns, m.why, m.last_row as "lastRow", m.rows, m.refused,
  m.incomplete, m.matched, m.partial, m.mismatched, m.in_sequence as "inSequence", m.most_of_one as "mostOfOne", m.faults,
  to_jsonb(m.signals) as signals, m.covered, m.decision, m.decided_at as "decidedAt", m.decided_by as "decidedBy",
  m.decision_reason as "decisionReason", m.entry_id as "entryId", m.finished_at as "finishedAt", m.delete_at as "deleteAt"`;

export function insertMatching(
  tx: Tx,
  m: Pick<
    MatchingRow,
    | 'id'
    | 'institutionId'
    | 'grantId'
    | 'purpose'
    | 'basis'
    | 'unit'
    | 'endUser'
    | 'reference'
    | 'language'
    | 'expectedRows'
    | 'givenColumns'
    | 'askedFrom'
    | 'createdAt'
  >,
): Promise<number> {
  return run(
    tx,
    sql`insert into matching.matching (id, institution_id, grant_id, purpose, basis, unit, end_user, reference, language, expected_rows,
               given_columns, asked_from, created_at, state, since)
        values (${m.id}, ${m.institutionId}::uuid, ${m.grantId}::uuid, ${m.purpose}, ${m.basis}, ${m.unit}, ${m.endUser}, ${m.reference}, ${m.language},
                ${m.expectedRows}, ${JSON.stringify(m.givenColumns)}::jsonb, ${m.askedFrom}::inet, ${m.createdAt}, 'uploading', ${m.createdAt})`,
  );
}

export function findMatching(tx: Tx, id: string): Promise<MatchingRow | undefined> {
  return maybeOne(tx, sql<MatchingRow>`select ${columns} from matching.matching m where m.id = ${id}::uuid`);
}

/** Locks it, so that of two who do something with it the second sees what the first has done. */
export function holdMatching(tx: Tx, id: string): Promise<MatchingRow | undefined> {
  return maybeOne(tx, sql<MatchingRow>`select ${columns} from matching.matching m where m.id = ${id}::uuid for update`);
}

export function listOwn(tx: Tx, institutionId: string, most: number): Promise<MatchingRow[]> {
  return many(
    tx,
    sql<MatchingRow>`select ${columns} from matching.matching m where m.institution_id = ${institutionId}::uuid order by m.id desc limit ${most}`,
  );
}

export async function countOpen(tx: Tx, institutionId: string): Promise<number> {
  const { n } = await one(
    tx,
    sql<{ n: number }>`select count(*)::int as n from matching.matching
                        where institution_id = ${institutionId}::uuid and state = any(${[...CANCELLABLE]}::text[])`,
  );
  return n;
}

export interface StaffRow extends MatchingRow {
  readonly institution: string;
  readonly packageRows: number | null;
  readonly packageUsed: number;
  readonly decidedName: string | null;
}

const USED = sql`(select coalesce(sum(case when o.state in ('done', 'deleted', 'held') then o.rows + o.refused else o.expected_rows end), 0)::int
  from matching.matching o where o.grant_id = m.grant_id and o.id <> m.id and o.covered and o.state = any(${[...COUNTS]}::text[]))`;

/** For officers, those that wait first, then the newest. */
export function listForStaff(
  tx: Tx,
  by: { id?: string | undefined; institution?: string | undefined; waiting?: boolean; most: number },
): Promise<StaffRow[]> {
  const { id = null, institution = null, waiting = false, most } = by;
  return many(
    tx,
    sql<StaffRow>`
      select ${columns}, coalesce(i.institution, '?') as institution, p.package_rows as "packageRows", ${USED} as "packageUsed", o.name as "decidedName"
        from matching.matching m
        left join lateral (select s.institution from partner_read.standing s where s.institution_id = m.institution_id limit 1) i on true
        left join partner_read.package p on p.grant_id = m.grant_id
        left join officer_read.officer o on o.id = m.decided_by
       where (${id}::uuid is null or m.id = ${id}::uuid) and (${institution}::uuid is null or m.institution_id = ${institution}::uuid)
         and (not ${waiting}::boolean or m.state = any(${[...WAITS_FOR_OFFICER]}::text[]))
       order by m.state = any(${[...WAITS_FOR_OFFICER]}::text[]) desc, m.id desc limit ${most}`,
  );
}

/** Locks the grant's package and gives what is left of it for files; `null` where it has none. */
export async function packageLeft(
  tx: Tx,
  { id, grantId }: Pick<MatchingRow, 'id' | 'grantId'>,
): Promise<number | null> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`matching ${grantId}`}, 5))`);
  const found = await maybeOne(
    tx,
    sql<{ total: number | null; used: number }>`
      select p.package_rows as total, ${USED} as used from matching.matching m join partner_read.package p on p.grant_id = m.grant_id
       where m.id = ${id}::uuid`,
  );
  if (!found || found.total === null) return null;
  return found.total - found.used;
}

/** Rows that files have taken of these grants' packages; a grant of which there is none is not in it. */
export async function usedOfPackages(tx: Tx, grants: readonly string[]): Promise<Map<string, number>> {
  const rows = await many(
    tx,
    sql<{
      id: string;
      n: number;
    }>`select u.grant_id as id, u.rows::float8 as n from matching_read.package_used u where u.grant_id = any(${[...grants]}::uuid[])`,
  );
  return new Map(rows.map(({ id, n }) => [id, n]));
}

export interface PartGiven extends PartRow {
  readonly sha256: string;
}

export async function addPart(tx: Tx, id: string, { atByte, byteCount, sha256 }: PartGiven): Promise<void> {
  await run(
    tx,
    sql`insert into matching.part (matching_id, at_byte, byte_count, sha256)
        values (${id}::uuid, ${atByte}, ${byteCount}, decode(${sha256}, 'hex'))`,
  );
  await run(
    tx,
    sql`update matching.matching set byte_count = byte_count + ${byteCount}, since = ${tx.ground.clock.now()} where id = ${id}::uuid`,
  );
}

export function listParts(tx: Tx, id: string): Promise<PartGiven[]> {
  return many(
    tx,
    sql<PartGiven>`select at_byte::float8 as "atByte", byte_count as "byteCount", encode(sha256, 'hex') as sha256
                     from matching.part where matching_id = ${id}::uuid order by at_byte`,
  );
}

/** What changes with a state; what is not named stays. */
export interface Change {
  readonly state: MatchingState;
  readonly why?: string | null;
  readonly columns?: Columns;
  readonly covered?: boolean;
  readonly signals?: readonly Signal[];
  readonly entryId?: string;
  readonly finished?: true;
  readonly deleteAt?: Date | null;
  readonly decision?: { readonly decision: 'approve' | 'stop'; readonly by: string; readonly reason: string };
}

export async function changeState(tx: Tx, id: string, change: Change): Promise<void> {
  const at = tx.ground.clock.now();
  const { decision = null } = change;
  await run(
    tx,
    sql`update matching.matching m set state = ${change.state}, since = ${at},
              why = ${change.why ?? null},
              columns = coalesce(${change.columns === undefined ? null : JSON.stringify(change.columns)}::jsonb, m.columns),
              covered = coalesce(${change.covered ?? null}::boolean, m.covered),
              signals = coalesce(${change.signals === undefined ? null : [...change.signals]}::text[], m.signals),
              entry_id = coalesce(${change.entryId ?? null}::uuid, m.entry_id),
              compared_at = case when ${change.entryId ?? null}::uuid is null then m.compared_at else ${at}::timestamptz end,
              finished_at = case when ${change.finished ?? false} then ${at}::timestamptz else m.finished_at end,
              delete_at = coalesce(${change.deleteAt ?? null}::timestamptz, m.delete_at),
              decision = coalesce(${decision?.decision ?? null}, m.decision), decided_by = coalesce(${decision?.by ?? null}::uuid, m.decided_by),
              decision_reason = coalesce(${decision?.reason ?? null}, m.decision_reason),
              decided_at = case when ${decision === null} then m.decided_at else ${at}::timestamptz end
        where m.id = ${id}::uuid`,
  );
}

export function listDue(tx: Tx, now: Date, uploadsBefore: Date): Promise<{ id: Uuid; state: MatchingState }[]> {
  return many(
    tx,
    sql<{ id: Uuid; state: MatchingState }>`
      select id, state from matching.matching
       where (state = 'done' and delete_at <= ${now}) or (state = 'uploading' and since <= ${uploadsBefore}) for update skip locked`,
  );
}

export function listLiving(tx: Tx, ids: readonly string[]): Promise<{ id: Uuid }[]> {
  return many(
    tx,
    sql<{ id: Uuid }>`select id from matching.matching
                       where id = any(${[...ids]}::uuid[]) and state in ('uploading', 'approval', 'running', 'held', 'done')`,
  );
}

export async function listRunning(tx: Tx): Promise<Uuid[]> {
  const rows = await many(tx, sql<{ id: Uuid }>`select id from matching.matching where state = 'running'`);
  return rows.map(({ id }) => id);
}
