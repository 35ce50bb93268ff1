import { many, maybeOne, one, run, sql, type Tx } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import type { Delegation, Officer } from './schema.ts';

export interface Account {
  id: string;
  username: string;
  name: string;
  pseudonym: string;
  language: 'id' | 'en';
  state: Officer['state'];
  passwordHash: string | null;
}

const account = sql`o.id, o.username, o.name, o.pseudonym, o.language, o.state, p.hash as "passwordHash"`;

export async function findAccount(tx: Tx, username: string): Promise<Account | undefined> {
  return maybeOne(
    tx,
    sql<Account>`select ${account} from officer.officer o left join officer.password p on p.officer_id = o.id
                 where o.username = ${username}`,
  );
}

export async function findAccountById(tx: Tx, id: string): Promise<Account | undefined> {
  return maybeOne(
    tx,
    sql<Account>`select ${account} from officer.officer o left join officer.password p on p.officer_id = o.id
                 where o.id = ${id}`,
  );
}

export async function insertOfficer(
  tx: Tx,
  row: {
    id: string;
    pseudonym: string;
    username: string;
    name: string;
    employeeNumber: string | null;
    state: 'invited' | 'active';
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into officer.officer (id, pseudonym, username, name, employee_number, state)
        values (${row.id}, ${row.pseudonym}, ${row.username}, ${row.name}, ${row.employeeNumber}, ${row.state})`,
  );
}

export async function setPassword(tx: Tx, officerId: string, hash: string): Promise<void> {
  await run(
    tx,
    sql`insert into officer.password (officer_id, hash) values (${officerId}, ${hash})
        on conflict (officer_id) do update set hash = excluded.hash, changed_at = now()`,
  );
}

/** From invited to active; an officer who is disabled or retired stays so. */
export async function activate(tx: Tx, officerId: string): Promise<void> {
  await run(tx, sql`update officer.officer set state = 'active' where id = ${officerId} and state = 'invited'`);
}

export async function setState(tx: Tx, officerId: string, state: Officer['state']): Promise<void> {
  await run(tx, sql`update officer.officer set state = ${state} where id = ${officerId}`);
}

export async function setLanguage(tx: Tx, officerId: string, language: 'id' | 'en'): Promise<void> {
  await run(tx, sql`update officer.officer set language = ${language} where id = ${officerId}`);
}

export async function lockOfficer(tx: Tx, officerId: string): Promise<Account | undefined> {
  await many(tx, sql`select 1 from officer.officer where id = ${officerId} for update`);
  return findAccountById(tx, officerId);
}

// ---------------------------------------------------------------------------------------------------------------- posts

export interface PostRow {
  id: string;
  officerId: string;
  officeId: string;
  officeName: string;
  regionCode: string | null;
  role: string;
  from: string;
  until: string | null;
}

const post = sql`p.id, p.officer_id as "officerId", p.office_id as "officeId", f.name as "officeName",
  f.region_code as "regionCode", p.role, p.from_on as "from", p.until_on as "until"`;
const posts = sql`officer.post p join office_read.office f on f.id = p.office_id`;

/** Today by the office's own calendar. */
export function inForce(tx: Tx) {
  return sql`(${tx.ground.clock.now()}::timestamptz at time zone f.zone)::date between p.from_on and coalesce(p.until_on, 'infinity')`;
}

export async function insertPost(
  tx: Tx,
  row: { id: string; officerId: string; officeId: string; role: string; from: string; until: string | null },
): Promise<void> {
  await run(
    tx,
    sql`insert into officer.post (id, officer_id, office_id, role, from_on, until_on)
        values (${row.id}, ${row.officerId}, ${row.officeId}, ${row.role}, ${row.from}, ${row.until})`,
  );
}

export async function findPost(tx: Tx, id: string): Promise<PostRow | undefined> {
  return maybeOne(tx, sql<PostRow>`select ${post} from ${posts} where p.id = ${id}`);
}

export async function endPost(tx: Tx, id: string, until: string): Promise<number> {
  return run(
    tx,
    sql`update officer.post set until_on = ${until} where id = ${id} and (until_on is null or until_on > ${until})`,
  );
}

/** Posts that are in force or to come. */
export async function listPosts(tx: Tx, officerId: string): Promise<PostRow[]> {
  return many(
    tx,
    sql<PostRow>`select ${post} from ${posts}
      where p.officer_id = ${officerId}
        and coalesce(p.until_on, 'infinity') >= (${tx.ground.clock.now()}::timestamptz at time zone f.zone)::date
      order by p.from_on, p.id`,
  );
}

/** Where the officer serves today, by post or by delegation, his own posts first. */
export async function listOffices(tx: Tx, officerId: string): Promise<{ id: string; name: string }[]> {
  return many(
    tx,
    sql<{ id: string; name: string }>`
      select f.id, f.name from (
        select p.office_id, p.from_on, 0 as lent from ${posts} where p.officer_id = ${officerId} and ${inForce(tx)}
        union all
        select l.office_id, l.from_on, 1 from officer.delegation l join office_read.office f on f.id = l.office_id
        where l.to_officer_id = ${officerId} and l.revoked_at is null
          and (${tx.ground.clock.now()}::timestamptz at time zone f.zone)::date between l.from_on and l.until_on
      ) served join office_read.office f on f.id = served.office_id
      group by f.id, f.name order by min(lent), min(from_on), f.id`,
  );
}

export async function firstOffice(tx: Tx, officerId: string): Promise<string | undefined> {
  return (await listOffices(tx, officerId))[0]?.id;
}

/** Roles of the officer's own, without those lent to him. */
export async function ownRoles(tx: Tx, officerId: string, officeId: string): Promise<string[]> {
  const rows = await many(
    tx,
    sql<{ role: string }>`select distinct p.role from ${posts}
      where p.officer_id = ${officerId} and p.office_id = ${officeId} and ${inForce(tx)}`,
  );
  return rows.map((row) => row.role);
}

export async function countServing(tx: Tx, officeId: string, role: readonly string[] | null): Promise<number> {
  const { n } = await one(
    tx,
    sql<{ n: number }>`
      select count(distinct p.officer_id)::int as n from ${posts} join officer.officer o on o.id = p.officer_id
      where p.office_id = ${officeId} and ${inForce(tx)} and o.state in ('active', 'invited')
        and (${role === null} or (p.role = any(${(role ?? []) as string[]}::text[]) and o.state = 'active'))`,
  );
  return n;
}

/** Active officers in force at the offices, one row a role. */
export async function listServing(
  tx: Tx,
  officeIds: readonly string[],
): Promise<{ officeId: string; officerId: string; role: string }[]> {
  return many(
    tx,
    sql<{ officeId: string; officerId: string; role: string }>`
      select p.office_id as "officeId", p.officer_id as "officerId", p.role
      from ${posts} join officer.officer o on o.id = p.officer_id
      where p.office_id = any(${officeIds as string[]}::uuid[]) and ${inForce(tx)} and o.state = 'active'`,
  );
}

// ---------------------------------------------------------------------------------------------------------------- lists

export async function listNames(tx: Tx, officerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (officerIds.length === 0) return new Map();
  const rows = await many(
    tx,
    sql<{ id: string; name: string }>`
      select id, name from officer.officer where id = any(${[...new Set(officerIds)]}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export interface OfficerFilter {
  readonly search?: string | undefined;
  readonly officeId?: string | undefined;
  readonly region: string;
  readonly state?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Officers who serve in the region, or who serve nowhere yet; with their posts, in one statement. */
export async function listOfficers(tx: Tx, filter: OfficerFilter): Promise<Officer[]> {
  const { search = null, officeId = null, region, state = null, after = null, limit } = filter;
  const like = search === null ? null : `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return many(
    tx,
    sql<Officer>`
      select o.id, o.username, o.name, o.employee_number as "employeeNumber", o.state,
        coalesce((select json_agg(json_build_object('id', p.id, 'officeId', p.office_id, 'officeName', f.name, 'role', p.role,
                    'from', p.from_on, 'until', p.until_on) order by p.from_on, p.id)
                  from ${posts} where p.officer_id = o.id
                    and coalesce(p.until_on, 'infinity') >= (${tx.ground.clock.now()}::timestamptz at time zone f.zone)::date), '[]') as posts
      from officer.officer o
      where (${like}::text is null or o.name ilike ${like} or o.username ilike ${like})
        and (${state}::text is null or o.state = ${state})
        and (${after}::text is null or o.username > ${after})
        and (${officeId}::uuid is null or exists (select from officer.post p where p.officer_id = o.id and p.office_id = ${officeId}::uuid))
        and (${region} = '' or not exists (select from officer.post p where p.officer_id = o.id)
             or exists (select from ${posts} where p.officer_id = o.id and f.region_code like ${region} || '%'))
      order by o.username limit ${limit}`,
  );
}

/** Whoever he is, with the posts that are in force or to come. */
export async function findOfficer(tx: Tx, officerId: string): Promise<Omit<Officer, 'posts'> | undefined> {
  return maybeOne(
    tx,
    sql<Omit<Officer, 'posts'>>`
      select id, username, name, employee_number as "employeeNumber", state from officer.officer where id = ${officerId}`,
  );
}

export interface HistoryRow {
  act: string;
  occurredOn: string;
  recordedAt: Date;
  recordedBy: string;
  /** Of a change of posts. */
  role: string | null;
  officeName: string | null;
  reason: string | null;
}

/** What became of an officer, the latest first; who recorded it by name, where an officer did. */
export async function listHistory(tx: Tx, officerId: string): Promise<HistoryRow[]> {
  return many(
    tx,
    sql<HistoryRow>`
      select h.act, h.occurred_on as "occurredOn", h.recorded_at as "recordedAt", coalesce(o.name, h.recorded_by) as "recordedBy",
             coalesce(h.delta->>'role', p.role) as role, f.name as "officeName", h.delta->>'reason' as reason
      from officer.history h
      left join officer.officer o on o.pseudonym = h.recorded_by
      left join officer.post p on p.id = (h.delta->>'postId')::uuid
      left join office_read.office f on f.id = coalesce((h.delta->>'officeId')::uuid, p.office_id)
      where h.officer_id = ${officerId} order by h.recorded_at desc, h.id desc limit 200`,
  );
}

export async function insertHistory(
  tx: Tx,
  row: { officerId: string; act: string; occurredOn: string; recordedBy: string; delta: object },
): Promise<void> {
  await run(
    tx,
    sql`insert into officer.history (id, officer_id, act, occurred_on, recorded_by, delta)
        values (${newId()}, ${row.officerId}, ${row.act}, ${row.occurredOn}, ${row.recordedBy}, ${JSON.stringify(row.delta)}::jsonb)`,
  );
}

// ---------------------------------------------------------------------------------------------------------- delegations

const delegation = sql`l.id, l.from_officer_id as "fromOfficerId", a.name as "fromName", l.to_officer_id as "toOfficerId",
  b.name as "toName", l.office_id as "officeId", f.name as "officeName", l.role, l.from_on as "from", l.until_on as "until",
  l.reason, l.revoked_at is not null as revoked`;
const delegations = sql`officer.delegation l join officer.officer a on a.id = l.from_officer_id
  join officer.officer b on b.id = l.to_officer_id join office_read.office f on f.id = l.office_id`;

/** As it stands in the table; whether it is in force is a question of the day. */
export type DelegationRow = Omit<Delegation, 'state'>;

export async function insertDelegation(
  tx: Tx,
  row: Pick<Delegation, 'id' | 'fromOfficerId' | 'toOfficerId' | 'officeId' | 'role' | 'from' | 'until' | 'reason'>,
): Promise<void> {
  await run(
    tx,
    sql`insert into officer.delegation (id, from_officer_id, to_officer_id, office_id, role, from_on, until_on, reason)
        values (${row.id}, ${row.fromOfficerId}, ${row.toOfficerId}, ${row.officeId}, ${row.role}, ${row.from}, ${row.until}, ${row.reason})`,
  );
}

export async function findDelegation(
  tx: Tx,
  id: string,
): Promise<(DelegationRow & { regionCode: string | null }) | undefined> {
  return maybeOne(
    tx,
    sql<DelegationRow & { regionCode: string | null }>`
      select ${delegation}, f.region_code as "regionCode" from ${delegations} where l.id = ${id} for update of l`,
  );
}

/** Given and received, and with `officeId` all at that office; the latest first. */
export async function listDelegations(tx: Tx, officerId: string, officeId: string | null): Promise<DelegationRow[]> {
  return many(
    tx,
    sql<DelegationRow>`select ${delegation} from ${delegations}
      where l.from_officer_id = ${officerId} or l.to_officer_id = ${officerId} or l.office_id = ${officeId}::uuid
      order by l.from_on desc, l.id desc limit 200`,
  );
}

export async function revokeDelegations(
  tx: Tx,
  given: { id?: string; officerId?: string },
): Promise<{ toOfficerId: string }[]> {
  return many(
    tx,
    sql<{ toOfficerId: string }>`
      update officer.delegation set revoked_at = now()
      where revoked_at is null and (id = ${given.id ?? null}::uuid
        or ${given.officerId ?? null}::uuid in (from_officer_id, to_officer_id))
      returning to_officer_id as "toOfficerId"`,
  );
}

/** Forgets what sign-in no longer needs: counts of failures, unanswered challenges, sessions that ended a year ago. */
export async function sweepSignIns(tx: Tx): Promise<void> {
  await run(tx, sql`delete from officer.attempt where failed_at < now() - interval '24 hours'`);
  await run(tx, sql`delete from officer.challenge where expires_at < now()`);
  await run(
    tx,
    sql`delete from officer.session where coalesce(ended_at, least(expires_at, seen_at)) < now() - interval '1 year'`,
  );
}
