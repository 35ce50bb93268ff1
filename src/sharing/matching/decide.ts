/** What an officer decides: a file beyond its package, or one that looks like guessing. Nothing of it has left before he does. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { record } from '../../core/ledger/index.ts';
import { endMatching } from './ending.ts';
import { refuse } from './refusals.ts';
import { KEPT_DAYS } from './rules.ts';
import { carryOn } from './run/job.ts';
import type { StaffMatching } from './schema.ts';
import { changeState, holdMatching } from './sql.ts';
import { viewStaffMatching } from './view.ts';

export const DAY_MS = 86_400_000;

export async function decideMatching(
  tx: Tx,
  actor: Actor,
  input: { id: string; decision: 'approve' | 'stop'; reason: string },
): Promise<StaffMatching> {
  mustCover(actor, '');
  const { id, decision, reason } = input;
  const row = await holdMatching(tx, id);
  if (!row) throw refuse('matching.not_found');
  if (row.state !== 'approval' && row.state !== 'held') throw refuse('matching.nothing_to_decide');
  await record(tx, actor, {
    label: decision === 'approve' ? 'matching.approved' : 'matching.stopped',
    facts: {
      matching: id,
      institution: row.institutionId,
      state: row.state,
      rows: row.rows,
      signals: row.signals.join(','),
    },
  });
  const decided = { decision, by: actor.id, reason };
  if (decision === 'stop') {
    await endMatching(tx, actor, id, { state: 'stopped', why: 'stopped', decision: decided });
    const { shelf } = tx.ground.matching;
    tx.afterCommit(() => void shelf.drop(id).catch(() => {}));
  } else if (row.state === 'approval') {
    await changeState(tx, id, { state: 'running', decision: decided });
    await carryOn(tx, row.id);
  } else {
    const deleteAt = new Date(tx.ground.clock.now().getTime() + KEPT_DAYS * DAY_MS);
    await endMatching(tx, actor, id, { state: 'done', deleteAt, decision: decided });
  }
  return viewStaffMatching(tx, actor, { id });
}
