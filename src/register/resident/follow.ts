/** When a resident's village changes his files and papers go with him, so that the office where he lives now sees them. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { papersFollow } from '../../core/document/index.ts';
import { filesFollow } from '../../core/file/index.ts';
import type { Resident } from './schema.ts';

export async function papersAndFilesFollow(
  tx: Tx,
  _actor: Actor,
  changes: readonly { before: Resident; after: Resident }[],
): Promise<void> {
  const moved = changes
    .filter(({ before, after }) => before.villageCode !== after.villageCode)
    .map(({ after }) => ({ nik: after.nik, villageCode: after.villageCode }));
  if (moved.length === 0) return;
  await filesFollow(tx, moved);
  await papersFollow(tx, moved);
}
