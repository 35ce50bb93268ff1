/** The statements about credentials: of officers, and of the gate over a connection of its own. */
import type { Pool } from 'pg';
import { many, maybeOne, run, sql, type Tx } from '../../core/db/index.ts';
import type { Purpose } from '../../sharing/verification/schema.ts';
import type { ClientBasis } from './schema.ts';

export interface CredentialRow {
  readonly id: string;
  readonly institutionId: string;
  readonly grantId: string;
  readonly purpose: Purpose;
  readonly basis: ClientBasis;
  readonly unit: string;
  readonly userId: string;
  /** In PHC form. */
  readonly password: string;
  readonly ended: boolean;
}

export async function findCredential(pool: Pool, userId: string): Promise<CredentialRow | null> {
  const { rows } = await pool.query<CredentialRow>({
    name: 'dukcapil_ws.find_credential',
    text: `select id, institution_id as "institutionId", grant_id as "grantId", purpose, basis, unit, user_id as "userId", password,
                  ended_at is not null as ended from dukcapil_ws.credential where user_id = $1`,
    values: [userId],
  });
  return rows[0] ?? null;
}

export async function touchCredentials(pool: Pool, used: readonly (readonly [id: string, at: Date])[]): Promise<void> {
  await pool.query(
    `update dukcapil_ws.credential c set last_used_at = greatest(c.last_used_at, date_trunc('minute', u.at))
       from unnest($1::uuid[], $2::timestamptz[]) as u (id, at) where c.id = u.id`,
    [used.map(([id]) => id), used.map(([, at]) => at)],
  );
}

export interface GrantFacts {
  readonly institutionId: string;
  readonly purpose: Purpose;
  readonly demandsProof: boolean;
  readonly ended: boolean;
}

/** Of a cooperation that the officer may see. */
export function findGrant(tx: Tx, grantId: string): Promise<GrantFacts | undefined> {
  return maybeOne(
    tx,
    sql<GrantFacts>`
      select s.institution_id as "institutionId", g->>'purpose' as purpose, (g->>'dpop')::boolean or (g->>'signed')::boolean as "demandsProof",
             g->>'endedAt' is not null as ended
        from partner_read.standing s, jsonb_array_elements(s.grants) as g where g->>'id' = ${grantId}`,
  );
}

export async function listSlots(tx: Tx, grantId: string): Promise<number[]> {
  const rows = await many(
    tx,
    sql<{ slot: number }>`select slot from dukcapil_ws.credential where grant_id = ${grantId} and ended_at is null`,
  );
  return rows.map(({ slot }) => slot);
}

export interface NewCredential extends Omit<CredentialRow, 'ended'> {
  readonly slot: number;
  readonly at: Date;
  readonly by: string;
  readonly entryId: string;
}

export async function insertCredential(tx: Tx, row: NewCredential): Promise<void> {
  await run(
    tx,
    sql`insert into dukcapil_ws.credential (id, institution_id, grant_id, purpose, slot, user_id, password, basis, unit, made_at, made_by, entry_id)
        values (${row.id}, ${row.institutionId}, ${row.grantId}, ${row.purpose}, ${row.slot}, ${row.userId}, ${row.password}, ${row.basis},
                ${row.unit}, ${row.at}, ${row.by}, ${row.entryId})`,
  );
}

export function endCredentialRow(
  tx: Tx,
  id: string,
  how: { at: Date; by: string },
): Promise<{ institutionId: string; grantId: string; userId: string } | undefined> {
  return maybeOne(
    tx,
    sql<{ institutionId: string; grantId: string; userId: string }>`
      update dukcapil_ws.credential set ended_at = ${how.at}, ended_by = ${how.by} where id = ${id} and ended_at is null
      returning institution_id as "institutionId", grant_id as "grantId", user_id as "userId"`,
  );
}

export interface CredentialSeen {
  readonly id: string;
  readonly grantId: string;
  readonly userId: string;
  readonly basis: ClientBasis;
  readonly unit: string;
  readonly madeAt: Date;
  readonly lastUsedAt: Date | null;
  readonly endedAt: Date | null;
}

/** Those in use first, the newest first. */
export function listCredentials(tx: Tx, institutionId: string): Promise<CredentialSeen[]> {
  return many(
    tx,
    sql<CredentialSeen>`
      select id, grant_id as "grantId", user_id as "userId", basis, unit, made_at as "madeAt", last_used_at as "lastUsedAt", ended_at as "endedAt"
        from dukcapil_ws.credential where institution_id = ${institutionId} order by ended_at is not null, made_at desc, id`,
  );
}
