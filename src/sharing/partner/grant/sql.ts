/** Statements about grants, and the standing that the clock is compared with. */
import { many, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Stage } from '../ladder/rules.ts';
import type { ElementAsked, Purpose, Tell } from '../rules.ts';
import type { Cause } from '../supervision/rules.ts';

export interface NewGrant {
  readonly id: string;
  readonly cooperationId: string;
  readonly agreementId: string;
  readonly purpose: Purpose;
  readonly elements: ElementAsked[];
  readonly threshold: number | null;
  readonly dailyQuota: number;
  readonly packageRows: number | null;
  readonly hoursFrom: number | null;
  readonly hoursUntil: number | null;
  readonly networks: string[];
  readonly regionCode: string | null;
  readonly dpop: boolean;
  readonly signed: boolean;
  readonly tells: Tell[];
  readonly validFrom: string;
  readonly validUntil: string;
}

export async function insertGrants(
  tx: Tx,
  rows: readonly NewGrant[],
  by: { at: Date; askedBy: string; id: string; entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into partner.access_grant (id, cooperation_id, agreement_id, purpose, elements, threshold, daily_quota, package_rows, hours_from, hours_until, networks,
               region_code, dpop, signed, tells, valid_from, valid_until, asked_by, given_at, given_by, entry_id)
        select id, "cooperationId", "agreementId", purpose, elements, threshold, "dailyQuota", "packageRows", "hoursFrom", "hoursUntil",
               array(select n::cidr from json_array_elements_text(networks) n), "regionCode", dpop, signed,
               array(select t from json_array_elements_text(tells) t), "validFrom", "validUntil", ${by.askedBy}::uuid, ${by.at}, ${by.id}::uuid, ${by.entryId}::uuid
          from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "cooperationId" uuid, "agreementId" uuid, purpose text, elements jsonb,
               threshold smallint, "dailyQuota" int, "packageRows" int, "hoursFrom" smallint, "hoursUntil" smallint, networks json, "regionCode" text, dpop boolean,
               signed boolean, tells json, "validFrom" timestamptz, "validUntil" timestamptz)`,
  );
}

/** Ends those of these grants that have not ended; gives them. */
export function endGrants(
  tx: Tx,
  ids: readonly string[],
  how: { at: Date; by: string; why: string },
): Promise<{ id: string; cooperationId: string }[]> {
  return many(
    tx,
    sql<{ id: string; cooperationId: string }>`
      update partner.access_grant set ended_at = ${how.at}, ended_by = ${how.by}::uuid, end_why = ${how.why}
       where id = any(${[...ids]}::uuid[]) and ended_at is null returning id, cooperation_id as "cooperationId"`,
  );
}

/** Names what took the place of grants that were ended for it. */
export async function noteReplaced(tx: Tx, pairs: readonly { id: string; replacedBy: string }[]): Promise<void> {
  await run(
    tx,
    sql`update partner.access_grant g set replaced_by = r."replacedBy"
          from json_to_recordset(${JSON.stringify(pairs)}::json) as r(id uuid, "replacedBy" uuid) where g.id = r.id`,
  );
}

/** All that these cooperations may still ask ends with them. */
export async function endGrantsOf(
  tx: Tx,
  cooperations: readonly string[],
  how: { at: Date; by: string; why: string },
): Promise<void> {
  await run(
    tx,
    sql`update partner.access_grant set ended_at = ${how.at}, ended_by = ${how.by}::uuid, end_why = ${how.why}
         where cooperation_id = any(${[...cooperations]}::uuid[]) and ended_at is null`,
  );
}

export interface GrantRow extends Omit<NewGrant, 'validFrom' | 'validUntil'> {
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly askedBy: string | null;
  readonly givenBy: string | null;
  readonly givenAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly endWhy: string | null;
  readonly replacedBy: string | null;
  readonly entryId: string;
}

const columns = sql`g.id, g.cooperation_id as "cooperationId", g.agreement_id as "agreementId", g.purpose, g.elements, g.threshold,
  g.daily_quota as "dailyQuota", g.package_rows as "packageRows", g.hours_from as "hoursFrom", g.hours_until as "hoursUntil", to_jsonb(g.networks::text[]) as networks,
  g.region_code as "regionCode", g.dpop, g.signed, to_jsonb(g.tells) as tells, g.valid_from as "validFrom", g.valid_until as "validUntil",
  a.name as "askedBy", b.name as "givenBy", g.given_at as "givenAt", g.ended_at as "endedAt", e.name as "endedBy", g.end_why as "endWhy",
  g.replaced_by as "replacedBy", g.entry_id as "entryId"`;
const officers = sql`left join officer_read.officer a on a.id = g.asked_by left join officer_read.officer b on b.id = g.given_by
  left join officer_read.officer e on e.id = g.ended_by`;

export function listGrants(tx: Tx, cooperations: readonly string[]): Promise<GrantRow[]> {
  return many(
    tx,
    sql<GrantRow>`select ${columns} from partner.access_grant g ${officers}
                      where g.cooperation_id = any(${[...cooperations]}::uuid[]) order by g.ended_at is not null, g.given_at, g.id`,
  );
}

export function listGrantsById(tx: Tx, ids: readonly string[]): Promise<GrantRow[]> {
  return many(
    tx,
    sql<GrantRow>`select ${columns} from partner.access_grant g ${officers} where g.id = any(${[...ids]}::uuid[])`,
  );
}

export interface StandingRow {
  readonly cooperationId: string;
  readonly stage: Stage;
  readonly terms: readonly { documentId: string; from: string; until: string }[];
  readonly suspensions: readonly {
    id: string;
    cause: Cause;
    from: string;
    until: string | null;
    liftedAt: string | null;
  }[];
  readonly grants: readonly {
    id: string;
    purpose: Purpose;
    networks: readonly string[];
    hoursFrom: number | null;
    hoursUntil: number | null;
    from: string;
    until: string;
    endedAt: string | null;
  }[];
}

export function listStandings(tx: Tx, cooperations: readonly string[]): Promise<StandingRow[]> {
  return many(
    tx,
    sql<StandingRow>`select s.cooperation_id as "cooperationId", s.stage, s.terms, s.suspensions, s.grants from partner_read.standing s
                      where s.cooperation_id = any(${[...cooperations]}::uuid[])`,
  );
}
