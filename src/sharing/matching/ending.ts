/** A file that was handed in ends, in whatever way: said in the same transaction, so that what was set aside for it is charged or comes back. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { speak } from '../../core/notice/index.ts';
import { filesEnded } from './notice.ts';
import { changeState, type Change } from './sql.ts';

export async function endMatching(tx: Tx, actor: Actor, id: string, change: Omit<Change, 'finished'>): Promise<void> {
  await changeState(tx, id, { ...change, finished: true });
  await speak(tx, actor, filesEnded, [{ matchingId: id }]);
}
