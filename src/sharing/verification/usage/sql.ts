/** What institutions see of their own asking. Nothing here is read while a call is answered. */
import { elevated, exists, sql, type Tx } from '../../../core/db/index.ts';

/** Whether a question of the institution was ever answered, within the 400 days for which quotas are kept. The caller has seen whose it is. */
export function hasAsked(tx: Tx, institutionId: string): Promise<boolean> {
  return elevated(tx, () =>
    exists(
      tx,
      sql`select 1 from partner_read.standing s cross join lateral jsonb_array_elements(s.grants) g
           where s.institution_id = ${institutionId}
             and exists (select from verification.quota q where q.grant_id = (g->>'id')::uuid and q.taken > 0) limit 1`,
    ),
  );
}
