/** When a resident's village changes his recordings go with him, so that the office where he lives now sees them. */
import type { Actor } from '../../core/access/index.ts';
import { run, sql, type Tx } from '../../core/db/index.ts';
import type { Resident } from '../../register/resident/index.ts';

export async function packetsFollow(
  tx: Tx,
  _actor: Actor,
  changes: readonly { before: Resident; after: Resident }[],
): Promise<void> {
  const moved = changes
    .filter(({ before, after }) => before.villageCode !== after.villageCode)
    .map(({ after }) => ({ nik: after.nik, villageCode: after.villageCode }));
  if (moved.length > 0) await run(tx, sql`select enrolment.follow(${JSON.stringify(moved)}::json)`);
}
