import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { notice, speak } from '../../core/notice/index.ts';
import type { MatchingState } from './rules.ts';
import { changeState, type Change, type MatchingRow } from './sql.ts';

/** Where files have come to, said where their institution did not bring it about itself. Nothing of whom they are about. */
export const matchingsMoved = notice<{
  readonly institutionId: string;
  readonly matchingId: string;
  readonly state: MatchingState;
  /** Why it failed; what else there is to say stands at the matching. */
  readonly why: string | null;
  readonly deleteAt: string | null;
}>('matching.moved');

/** Changes the state and says so. */
export async function moveMatching(tx: Tx, actor: Actor, row: MatchingRow, change: Change): Promise<void> {
  await changeState(tx, row.id, change);
  const { state, why = null, deleteAt = null } = change;
  const { id: matchingId, institutionId } = row;
  await speak(tx, actor, matchingsMoved, [
    { institutionId, matchingId, state, why, deleteAt: deleteAt?.toISOString() ?? null },
  ]);
}

export interface FileGiven {
  readonly matchingId: string;
  readonly institutionId: string;
  /** As many rows as it may have at most. */
  readonly expectedRows: number;
}

/** A file was opened: said before anything of it is sent, so that who listens may refuse what it would refuse later. */
export const filesOpened = notice<FileGiven>('matching.files_opened');

/** A file is whole and its columns are read; nothing of it has been compared. Who listens may refuse it. */
export const filesHandedIn = notice<FileGiven>('matching.files_handed_in');
