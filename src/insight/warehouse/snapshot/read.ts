import type { Tx } from '../../../core/db/index.ts';
import { listSnapshots } from './sql.ts';

/** Which states are kept, the latest first. */
export async function listCutOffs(tx: Tx) {
  const snapshots = await listSnapshots(tx);
  return snapshots.map(({ asOf, knownAt, people, root }) => ({ asOf, knownAt: knownAt.toISOString(), people, root }));
}
