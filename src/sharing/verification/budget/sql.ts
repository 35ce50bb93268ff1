/** Portions of quotas and allowances, taken as `system` over a connection of their own, outside any call's transaction. */
import type { Pool } from 'pg';
import { BACK_PER_MINUTE, MOST_MISSES } from './rules.ts';

export interface QuotaWanted {
  readonly grantId: string;
  readonly day: string;
  /** What waits for it now, and what would be good to have. */
  readonly need: number;
  readonly want: number;
  readonly quota: number;
}

export async function takeQuota(pool: Pool, wanted: readonly QuotaWanted[]): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ grant_id: string; got: number }>({
    name: 'verification.take_quota',
    text: 'select grant_id, got from verification.take_quota($1::uuid[], $2::date[], $3::int[], $4::int[], $5::int[])',
    values: [
      wanted.map(({ grantId }) => grantId),
      wanted.map(({ day }) => day),
      wanted.map(({ need }) => need),
      wanted.map(({ want }) => want),
      wanted.map(({ quota }) => quota),
    ],
  });
  return new Map(rows.map(({ grant_id, got }) => [grant_id, got]));
}

export async function giveQuotaBack(
  pool: Pool,
  unused: readonly { grantId: string; day: string; n: number }[],
): Promise<void> {
  await pool.query(
    `update verification.quota q set taken = q.taken - u.n
       from unnest($1::uuid[], $2::date[], $3::int[]) as u (grant_id, day, n)
      where q.grant_id = u.grant_id and q.day = u.day`,
    [unused.map(({ grantId }) => grantId), unused.map(({ day }) => day), unused.map(({ n }) => n)],
  );
}

export interface AllowanceWanted {
  readonly institutionId: string;
  readonly want: number;
  /** What matches have given back beyond what the process keeps. */
  readonly back: number;
}

export async function takeAllowance(pool: Pool, wanted: readonly AllowanceWanted[]): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ institution_id: string; got: number }>({
    name: 'verification.take_allowance',
    text: 'select institution_id, got from verification.take_allowance($1::uuid[], $2::int[], $3::float8[], $4, $5)',
    values: [
      wanted.map(({ institutionId }) => institutionId),
      wanted.map(({ want }) => want),
      wanted.map(({ back }) => back),
      MOST_MISSES,
      BACK_PER_MINUTE,
    ],
  });
  return new Map(rows.map(({ institution_id, got }) => [institution_id, got]));
}
