/** An officer orders the list of an election; a job makes it, and the page shows what came out before anybody proposes it. */
import { z } from 'zod';
import { systemActor, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { addJobs, job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { Refusal } from '../../../core/refusal/index.ts';
import { getElection } from '../election/election.ts';
import { mayBecome } from './rules.ts';
import { refuse } from '../refusals.ts';
import { abandon } from './abandon.ts';
import { makeExtract } from './make.ts';
import { findExtract, holdExtract, holdWaiting, insertOrdered } from './sql.ts';

const ordered = z.object({ id: z.string(), electionId: z.string() });

export const makeJob = job<z.output<typeof ordered>>({
  name: 'voter.make_extract',
  payload: ordered,
  maxAttempts: 3,
  async run(tx, { id, electionId }) {
    try {
      await makeExtract(tx, systemActor('voter'), { electionId, id: id as Uuid });
    } catch (fault) {
      // Withdrawn meanwhile, or made already by an attempt whose worker died after the commit.
      if (fault instanceof Refusal && STALE.includes(fault.code)) return;
      throw fault;
    }
  },
});
const STALE: readonly string[] = ['voter.extract_state', 'voter.election_state'];

/** While one is being made, the same; one that was made and not handed over makes way. */
export async function orderExtract(
  tx: Tx,
  actor: Actor,
  { id: electionId }: { readonly id: string },
): Promise<{ id: string }> {
  if (actor.jurisdiction?.code !== '') throw refuse('voter.centre_only');
  const election = await getElection(tx, electionId);
  if (election.state !== 'OPEN') throw refuse('voter.election_state');
  const before = await elevated(tx, () => holdWaiting(tx, electionId));
  const id = before?.state === 'ORDERED' ? before.id : newId();
  await record(tx, actor, { label: 'voter.extract_ordered', facts: { election: electionId, extract: id } });
  if (before?.id !== id)
    await elevated(tx, async () => {
      if (before) await abandon(tx, actor, before);
      await insertOrdered(tx, { id, electionId: election.id, at: tx.ground.clock.now(), by: actor.id });
    });
  // Ordered again, it is tried again: the first attempt may have been given up.
  await addJobs(tx, makeJob as never, [{ id, electionId }], { key: `voter.extract ${id}` });
  return { id };
}

/** Takes a list out of the way that is not wanted: its keys are destroyed. */
export async function abandonExtract(tx: Tx, actor: Actor, { id }: { readonly id: string }): Promise<void> {
  if (actor.jurisdiction?.code !== '') throw refuse('voter.centre_only');
  if (!(await findExtract(tx, id))) throw refuse('voter.extract_not_found');
  await elevated(tx, async () => {
    const held = await holdExtract(tx, id);
    if (!held || !mayBecome(held.state, 'ABANDONED')) throw refuse('voter.extract_state');
    await abandon(tx, actor, held);
  });
}
