/** What waits for whoever makes lists: one is made and nobody has proposed to hand it over, or is handed over and no acceptance is entered. */
import type { Actor } from '../../../core/access/index.ts';
import { getProposal } from '../../../core/approval/index.ts';
import { many, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { ElectionView } from './schema.ts';

interface Waiting {
  readonly electionId: Uuid;
  readonly released: boolean;
  readonly since: Date;
  readonly proposalId: Uuid | null;
}

/** By election; of all of them, or of one. */
export async function listsWaiting(
  tx: Tx,
  actor: Actor,
  electionId: string | null = null,
): Promise<ReadonlyMap<string, NonNullable<ElectionView['waitsFor']>>> {
  const rows = await many(
    tx,
    sql<Waiting>`select election_id as "electionId", state = 'RELEASED' as released, coalesce(released_at, made_at) as since, proposal_id as "proposalId"
         from voter.extract
        where state in ('MADE', 'RELEASED') and (${electionId}::uuid is null or election_id = ${electionId}::uuid)`,
  );
  const waiting = new Map<string, NonNullable<ElectionView['waitsFor']>>();
  for (const { electionId: id, released, since, proposalId } of rows) {
    // What is proposed waits for a second officer, who finds it among his approvals.
    if (!released && proposalId && (await getProposal(tx, actor, proposalId)).state === 'waiting') continue;
    waiting.set(id, { act: released ? 'acceptance' : 'release', since: since.toISOString() });
  }
  return waiting;
}
