/** Who holds a role at an office today, by post or by a delegation that lends it. */
import { exists, maybeOne, sql, type Tx } from '../../core/db/index.ts';
import { inForce } from './sql.ts';

// Posts and delegations alike, for `inForce`.
const lent = sql`(select to_officer_id, office_id, role, from_on, until_on from officer.delegation where revoked_at is null) p`;

export interface HeadRow {
  readonly officeId: string;
  readonly officeName: string;
  readonly regionCode: string | null;
  readonly name: string;
  readonly employeeNumber: string | null;
}

/** Who heads the office, or the office above a counter, unit or mobile team, today: by post, else by delegation. */
export async function findHeadOf(tx: Tx, officeId: string): Promise<HeadRow | undefined> {
  return maybeOne(
    tx,
    sql<HeadRow>`
      with recursive up as (
        select id, name, kind, region_code, zone, parent_id, 0 as height from office_read.office where id = ${officeId}
        union all
        select o.id, o.name, o.kind, o.region_code, o.zone, o.parent_id, u.height + 1
        from office_read.office o join up u on o.id = u.parent_id and u.kind in ('unit', 'counter', 'mobile')
      )
      select f.id as "officeId", f.name as "officeName", f.region_code as "regionCode", o.name, o.employee_number as "employeeNumber"
      from (select * from up order by height desc limit 1) f
      cross join lateral (
        select p.officer_id, 0 as lent, p.from_on from officer.post p
        where p.office_id = f.id and p.role = 'office_head' and ${inForce(tx)}
        union all
        select p.to_officer_id, 1, p.from_on
        from ${lent}
        where p.office_id = f.id and p.role = 'office_head' and ${inForce(tx)}
      ) held
      join officer.officer o on o.id = held.officer_id and o.state = 'active'
      order by held.lent, held.from_on desc, o.id limit 1`,
  );
}

/** Whether an active officer holds one of the roles at the office. */
export async function holdsRole(
  tx: Tx,
  given: { officerId: string; officeId: string; roles: readonly string[] },
): Promise<boolean> {
  const { officerId, officeId, roles } = given;
  return exists(
    tx,
    sql`select 1 from officer.officer o join office_read.office f on f.id = ${officeId}
         where o.id = ${officerId} and o.state = 'active' and (
           exists (select from officer.post p where p.officer_id = o.id and p.office_id = f.id
                     and p.role = any(${[...roles]}::text[]) and ${inForce(tx)})
           or exists (select from ${lent} where p.to_officer_id = o.id and p.office_id = f.id
                        and p.role = any(${[...roles]}::text[]) and ${inForce(tx)}))`,
  );
}
