/** Whether an office lies in the actor's region: from afar an officer checks the prints of such a one. */
import type { Actor } from '../../../core/access/index.ts';
import { run, sql, type Tx } from '../../../core/db/index.ts';

export async function officeWithin(tx: Tx, actor: Actor, officeId: string | null): Promise<boolean> {
  const region = actor.jurisdiction?.code;
  if (region === undefined) return false;
  const n = await run(
    tx,
    sql`select 1 from office_read.office where id = ${officeId} and coalesce(region_code, '') like ${`${region}%`}`,
  );
  return n > 0;
}
