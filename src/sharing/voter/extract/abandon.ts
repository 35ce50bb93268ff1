/** A list that will not be handed over: another takes its place, or nobody wanted it. Its keys are destroyed, so that its files are noise. */
import { z } from 'zod';
import { systemActor, type Actor } from '../../../core/access/index.ts';
import { retract } from '../../../core/approval/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { destroyExtract, endContentKey } from './shelf.ts';
import { deletePlaces, listEnded, listLeft, noteState, type ExtractRow } from './sql.ts';

/** As `system`. */
export async function abandon(tx: Tx, actor: Actor, extract: ExtractRow): Promise<void> {
  const { id, electionId, proposalId } = extract;
  if (proposalId !== null)
    await retract(tx, actor, { id: proposalId, reason: tx.ground.speaker.say('id', 'voter.extract_abandoned_why') });
  await record(tx, actor, { label: 'voter.extract_abandoned', facts: { election: electionId, extract: id } });
  await deletePlaces(tx, id);
  await noteState(tx, id, 'ABANDONED', tx.ground.clock.now());
  // What was destroyed does not come back where the transaction does not commit; the sweep makes up for a process that dies here.
  tx.afterCommit(() => void destroyExtract(tx, id).catch(() => undefined));
}

/** A list that was made and not handed over for so long is old: people have died since. */
const DAYS_KEPT = 14;
const DAY_MS = 86_400_000;

export const sweepJob = job({
  name: 'voter.end_extracts',
  payload: z.object({}),
  maxAttempts: 3,
  timetable: { cron: '40 18 * * *', catchUpHours: 20 },
  async run(tx) {
    const now = tx.ground.clock.now().getTime();
    for (const left of await listLeft(tx, new Date(now - DAYS_KEPT * DAY_MS)))
      await abandon(tx, systemActor('voter'), left);
    for (const { id, abandoned } of await listEnded(tx, new Date(now - 3 * DAY_MS)))
      if (abandoned) await destroyExtract(tx, id);
      else endContentKey(tx, id);
  },
});
