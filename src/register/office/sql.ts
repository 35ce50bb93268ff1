import { many, maybeOne, run, sql, type Tx } from '../../core/db/index.ts';
import type { ListedOffice, Office } from './schema.ts';

const columns = sql`o.id, o.kind, o.name, o.region_code as "regionCode", o.zone, o.parent_id as "parentId",
  p.name as "parentName", o.opened_on as "openedOn", o.closed_on as "closedOn"`;

export async function findOffice(tx: Tx, id: string, lock: 'share' | 'update' | 'none' = 'none') {
  const locking = lock === 'none' ? sql`` : lock === 'update' ? sql`for update of o` : sql`for share of o`;
  return maybeOne(
    tx,
    sql<Office>`select ${columns} from office.office o left join office.office p on p.id = o.parent_id
                where o.id = ${id} ${locking}`,
  );
}

export interface OfficeFilter {
  readonly search?: string | undefined;
  readonly kind?: string | undefined;
  readonly region?: string | undefined;
  readonly parent?: string | undefined;
  readonly closed: boolean;
  readonly after?: { region: string; id: string } | undefined;
  readonly limit: number;
}

/** By region, the nation first; the missions, which have none, at the end. */
export async function listOffices(tx: Tx, filter: OfficeFilter): Promise<ListedOffice[]> {
  const { search, kind, region, parent, closed, after, limit } = filter;
  return many(
    tx,
    sql<ListedOffice>`
      select ${columns}, (select count(*)::int from office.office c where c.parent_id = o.id and c.closed_on is null) as parts
      from office.office o left join office.office p on p.id = o.parent_id
      where (${closed} or o.closed_on is null)
        and (${search ?? null}::text is null or o.name ilike '%' || ${likeText(search ?? '')} || '%')
        and (${kind ?? null}::text is null or o.kind = ${kind ?? null})
        and (${region ?? null}::text is null or o.region_code like ${region ?? ''} || '%')
        and (${parent ?? null}::uuid is null or o.parent_id = ${parent ?? null}::uuid)
        and (${after?.id ?? null}::uuid is null
             or (coalesce(o.region_code, 'x') collate "C", o.id) > (${after?.region ?? ''} collate "C", ${after?.id ?? null}::uuid))
      order by coalesce(o.region_code, 'x') collate "C", o.id limit ${limit}`,
  );
}

export async function listHistory(tx: Tx, officeId: string) {
  return many(
    tx,
    sql<HistoryRow>`
      select h.act, h.occurred_on as "occurredOn", h.recorded_at as "recordedAt", coalesce(o.name, h.recorded_by) as "recordedBy",
             h.legal_basis as "legalBasis", h.delta
      from office.history h left join officer_read.officer o on o.pseudonym = h.recorded_by
      where h.office_id = ${officeId} order by h.recorded_at, h.id`,
  );
}

export interface HistoryRow {
  act: 'opened' | 'changed' | 'closed' | 'reopened';
  occurredOn: string;
  recordedAt: Date;
  recordedBy: string;
  legalBasis: string | null;
  delta: Record<string, unknown>;
}

export async function insertOffice(tx: Tx, row: Omit<Office, 'parentName' | 'closedOn'>): Promise<void> {
  await run(
    tx,
    sql`insert into office.office (id, kind, name, region_code, zone, parent_id, opened_on)
        values (${row.id}, ${row.kind}, ${row.name}, ${row.regionCode}, ${row.zone}, ${row.parentId}, ${row.openedOn})`,
  );
}

export async function updateOffice(tx: Tx, id: string, row: { name: string; zone: string; closedOn: string | null }) {
  return run(
    tx,
    sql`update office.office set name = ${row.name}, zone = ${row.zone}, closed_on = ${row.closedOn} where id = ${id}`,
  );
}

export async function countOpenParts(tx: Tx, id: string): Promise<number> {
  return (await many(tx, sql`select 1 from office.office where parent_id = ${id} and closed_on is null`)).length;
}

export async function insertHistory(
  tx: Tx,
  row: Omit<HistoryRow, 'recordedAt'> & { id: string; officeId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into office.history (id, office_id, act, occurred_on, recorded_by, legal_basis, delta)
        values (${row.id}, ${row.officeId}, ${row.act}, ${row.occurredOn}, ${row.recordedBy}, ${row.legalBasis},
                ${JSON.stringify(row.delta)}::jsonb)`,
  );
}

function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}
