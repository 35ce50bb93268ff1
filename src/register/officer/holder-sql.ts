/** Who holds a role at an office today. */
import { exists, maybeOne, sql, type Tx } from '../../core/db/index.ts';
import { inForce } from './sql.ts';

export interface HeadRow {
  readonly officeId: string;
  readonly officeName: string;
  readonly regionCode: string | null;
  readonly name: string;
  readonly employeeNumber: string | null;
}

/** Who heads the office, or the office above a counter, unit or mobile team, today; the latest where there are two. */
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
      join officer.post p on p.office_id = f.id and p.role = 'office_head' and ${inForce(tx)}
      join officer.officer o on o.id = p.officer_id and o.state = 'active'
      order by p.from_on desc, o.id limit 1`,
  );
}

/** Whether an active officer holds one of the roles at the office: his own, or lent by one who still holds it. */
export async function holdsRole(
  tx: Tx,
  given: { officerId: string; officeId: string; roles: readonly string[] },
): Promise<boolean> {
  const { officerId, officeId } = given;
  const roles = sql`any(${[...given.roles]}::text[])`;
  return exists(
    tx,
    sql`select 1 from officer.officer o join office_read.office f on f.id = ${officeId}
         where o.id = ${officerId} and o.state = 'active' and (
           exists (select from officer.post p
                    where p.officer_id = o.id and p.office_id = f.id and p.role = ${roles} and ${inForce(tx)})
           or exists (select from officer.delegation l
                        join officer.officer lender on lender.id = l.from_officer_id and lender.state = 'active'
                        join officer.post p on p.officer_id = lender.id and p.office_id = l.office_id and p.role = l.role and ${inForce(tx)}
                       where l.to_officer_id = o.id and l.office_id = f.id and l.role = ${roles} and l.revoked_at is null
                         and (${tx.ground.clock.now()}::timestamptz at time zone f.zone)::date between l.from_on and l.until_on))`,
  );
}
