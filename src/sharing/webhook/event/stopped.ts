/** Who may not ask, and is therefore told of nothing but that: suspended at this moment, withdrawn, or closed. */
import type { RawBuilder } from 'kysely';
import { sql } from '../../../core/db/index.ts';

/** `institution` is a column; institutions that have not come so far as an agreement are not stopped. */
export const isStopped = (institution: RawBuilder<unknown>, now: Date) => sql`(
  not exists (select from partner_read.institution i where i.institution_id = ${institution} and i.state = 'active')
  or exists (select from partner_read.standing s cross join lateral jsonb_array_elements(s.suspensions) p
              where s.institution_id = ${institution} and (p->>'from')::timestamptz <= ${now}
                and coalesce((p->>'until')::timestamptz, 'infinity') > ${now})
  or not exists (select from partner_read.standing s where s.institution_id = ${institution})
     and exists (select from partner_read.access_grant g where g.institution_id = ${institution}))`;
