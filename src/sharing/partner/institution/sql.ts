/** Statements about institutions and their units. */
import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Stage } from '../ladder/rules.ts';
import type { Kind, Sector } from '../rules.ts';

export interface InstitutionRow {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly sector: Sector;
  readonly supervisorId: string | null;
  readonly regionCode: string | null;
  readonly mail: string | null;
  readonly state: 'active' | 'closed';
}

const columns = sql`i.id, i.name, i.kind, i.sector, i.supervisor_id as "supervisorId", i.region_code as "regionCode", i.mail, i.state`;

export function findInstitution(tx: Tx, id: string): Promise<InstitutionRow | undefined> {
  return maybeOne(tx, sql<InstitutionRow>`select ${columns} from partner.institution i where i.id = ${id}::uuid`);
}

/** Held until the transaction ends. */
export function holdInstitution(tx: Tx, id: string): Promise<InstitutionRow | undefined> {
  return maybeOne(
    tx,
    sql<InstitutionRow>`select ${columns} from partner.institution i where i.id = ${id}::uuid for update`,
  );
}

export function listInstitutions(tx: Tx, ids: readonly string[]): Promise<InstitutionRow[]> {
  return many(
    tx,
    sql<InstitutionRow>`select ${columns} from partner.institution i where i.id = any(${[...ids]}::uuid[])`,
  );
}

/** Its cooperations, also those that have ended. */
export async function listOwnCooperations(tx: Tx, institutionId: string): Promise<string[]> {
  const rows = await many(
    tx,
    sql<{ id: string }>`select c.id from partner.cooperation c where c.institution_id = ${institutionId}::uuid`,
  );
  return rows.map(({ id }) => id);
}

export interface NewInstitution extends Omit<InstitutionRow, 'state'> {
  readonly entryId: string;
}

export async function insertInstitutions(
  tx: Tx,
  rows: readonly NewInstitution[],
  by: { readonly at: Date; readonly id: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into partner.institution (id, name, kind, sector, supervisor_id, region_code, mail, registered_at, registered_by, entry_id)
        select id, name, kind, sector, "supervisorId", "regionCode", mail, ${by.at}, ${by.id}::uuid, "entryId"
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, name text, kind text, sector text, "supervisorId" uuid,
               "regionCode" text, mail text, "entryId" uuid)`,
  );
}

export async function updateInstitution(tx: Tx, id: string, to: Omit<InstitutionRow, 'id' | 'state'>): Promise<void> {
  await run(
    tx,
    sql`update partner.institution set name = ${to.name}, kind = ${to.kind}, sector = ${to.sector}, supervisor_id = ${to.supervisorId}::uuid,
               region_code = ${to.regionCode}, mail = ${to.mail} where id = ${id}::uuid`,
  );
}

export async function closeInstitution(tx: Tx, id: string, how: { at: Date; by: string; why: string }): Promise<void> {
  await run(
    tx,
    sql`update partner.institution set state = 'closed', closed_at = ${how.at}, closed_by = ${how.by}::uuid, closed_why = ${how.why}
         where id = ${id}::uuid`,
  );
}

export interface Found extends InstitutionRow {
  readonly supervisor: string | null;
  readonly cooperationId: string | null;
  readonly stage: Stage | null;
  readonly since: string | null;
  readonly suspended: boolean;
}

export interface InstitutionFilter {
  readonly search?: string | undefined;
  readonly kind?: string | undefined;
  readonly supervises?: boolean | undefined;
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** By name; each with the pass that counts now: what is connected, else what climbs, else the last. */
export function searchInstitutions(tx: Tx, filter: InstitutionFilter): Promise<Found[]> {
  const { search, kind, supervises, after, limit } = filter;
  return many(
    tx,
    sql<Found>`
      select ${columns}, s.name as supervisor, c.id as "cooperationId", c.stage, c.since,
             exists (select from partner.suspension u where u.cooperation_id = c.id and u.lifted_at is null) as suspended
        from partner.institution i
        left join partner.institution s on s.id = i.supervisor_id
        left join lateral (
          select c.id, c.stage, c.since from partner.cooperation c where c.institution_id = i.id
           order by c.stage in ('CONNECTED', 'EVALUATION') desc, c.stage not in ('RENEWAL', 'WITHDRAWN', 'REFUSED') desc, c.opened_at desc limit 1) c on true
       where (${search ?? null}::text is null or position(lower(${search ?? ''}) in lower(i.name)) > 0)
         and (${kind ?? null}::text is null or i.kind = ${kind ?? null})
         and (${supervises ?? false} is false or i.kind = any(array['ministry', 'agency', 'social_security']))
         and (${after?.id ?? null}::uuid is null or (lower(i.name), i.id) > (lower(${after?.name ?? ''}), ${after?.id ?? null}::uuid))
       order by lower(i.name), i.id limit ${limit}`,
  );
}

export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export function listUnits(tx: Tx, institutionId: string): Promise<UnitRow[]> {
  return many(
    tx,
    sql<UnitRow>`select u.id, u.name, u.opened_at as "openedAt", u.closed_at as "closedAt" from partner.unit u
                  where u.institution_id = ${institutionId}::uuid order by u.closed_at is not null, lower(u.name)`,
  );
}

export async function insertUnit(
  tx: Tx,
  u: { id: string; institutionId: string; name: string; at: Date; by: string; entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into partner.unit (id, institution_id, name, opened_at, opened_by, entry_id)
        values (${u.id}, ${u.institutionId}::uuid, ${u.name}, ${u.at}, ${u.by}, ${u.entryId})`,
  );
}

export async function closeUnit(
  tx: Tx,
  u: { id: string; institutionId: string; at: Date; by: string },
): Promise<number> {
  return run(
    tx,
    sql`update partner.unit set closed_at = ${u.at}, closed_by = ${u.by}
         where id = ${u.id}::uuid and institution_id = ${u.institutionId}::uuid and closed_at is null`,
  );
}

export async function hasOpenCooperation(tx: Tx, institutionId: string): Promise<boolean> {
  const { n } = await one<{ n: number }>(
    tx,
    sql`select count(*)::int as n from partner.cooperation c
         where c.institution_id = ${institutionId}::uuid and c.stage not in ('RENEWAL', 'WITHDRAWN', 'REFUSED')`,
  );
  return n > 0;
}

/** Gives `count` numbers of a series in a row, the first of them. */
export async function takeNumbers(tx: Tx, series: string, count: number): Promise<number> {
  const { n } = await one<{ n: string }>(
    tx,
    sql`insert into partner.numbering as k (series, n) values (${series}, ${count})
        on conflict (series) do update set n = k.n + ${count} returning n::text as n`,
  );
  return Number(n) - count + 1;
}
