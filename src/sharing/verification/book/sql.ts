/** What the book holds, read as `system` over a connection of its own: it is nobody's act. */
import type { PoolClient } from 'pg';
import type { JWK } from 'jose';
import type { Kind, Sector, StandingRow } from '../../partner/index.ts';
import type { Algorithm } from '../schema.ts';

export interface PartnerRow extends StandingRow {
  readonly institutionId: string;
  readonly institution: string;
  readonly kind: Kind;
  readonly region: string | null;
  readonly sector: Sector;
  readonly grants: readonly (StandingRow['grants'][number] & {
    readonly elements: readonly { element: string; method: string }[];
    readonly threshold: number | null;
    readonly dailyQuota: number;
    readonly region: string | null;
    readonly dpop: boolean;
    readonly signed: boolean;
    readonly tells: readonly string[];
  })[];
  readonly keys: readonly { id: string; kid: string; thumbprint: string; algorithm: Algorithm; jwk: JWK }[];
  /** Until when it is slowed down, if it is: ISO 8601. */
  readonly slowUntil: string | null;
  readonly published: { readonly url: string; readonly keys: readonly JWK[] } | null;
}

const PARTNERS = `
  select s.institution_id as "institutionId", s.institution, s.institution_region as region, s.kind, s.sector, s.cooperation_id as "cooperationId",
         s.stage, s.terms, s.suspensions, s.grants,
         coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'kid', k.kid, 'thumbprint', k.thumbprint, 'algorithm', k.algorithm, 'jwk', k.jwk))
                     from verification.key k where k.institution_id = s.institution_id and k.ended_at is null), '[]') as keys,
         (select to_char(max(t.until) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from verification.throttle t
           where t.institution_id = s.institution_id and t.until > now() and t.lifted_at is null) as "slowUntil",
         (select jsonb_build_object('url', p.url, 'keys', p.keys) from verification.key_set p where p.institution_id = s.institution_id) as published
    from partner_read.standing s`;

/** The institutions of cooperations that have not ended, among these ids. */
export async function listInstitutions(client: PoolClient, cooperations: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select s.institution_id as id from partner_read.standing s where s.cooperation_id = any($1::uuid[])',
    [cooperations],
  );
  return rows.map(({ id }) => id);
}

/** All partners, or those that changed. A partner that renews has two rows while it climbs. */
export async function listPartners(client: PoolClient, changed: readonly string[] | null): Promise<PartnerRow[]> {
  const { rows } =
    changed === null
      ? await client.query<PartnerRow>(PARTNERS)
      : await client.query<PartnerRow>(`${PARTNERS} where s.institution_id = any($1::uuid[])`, [changed]);
  return rows;
}

/** Grows with every change; the same text means that nothing has changed. */
export async function getVersion(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    'select coalesce(sum(version), 0)::text as version from verification.change',
  );
  return rows[0]!.version;
}

export async function listVersions(client: PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; version: string }>(
    'select id, version::text as version from verification.change',
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
