/** The commission signs for what it was given, with a count of its own: each difference has a word why, or it is not entered. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { mayBecome } from '../extract/rules.ts';
import { refuse } from '../refusals.ts';
import { partsOf } from '../extract/parts.ts';
import type { AcceptanceGiven } from '../extract/schema.ts';
import { findExtract, holdExtract, noteState } from '../extract/sql.ts';
import { compareRecount } from './rules.ts';
import { insertAcceptance } from './sql.ts';

/** Refuses a list that was not handed over, or is accepted already; a recount that is not complete; a difference that nobody explains. */
export async function acceptExtract(
  tx: Tx,
  actor: Actor,
  given: AcceptanceGiven & { readonly id: string },
): Promise<{ differing: number }> {
  if (actor.jurisdiction?.code !== '') throw refuse('voter.centre_only');
  if (!(await findExtract(tx, given.id))) throw refuse('voter.extract_not_found');
  const extract = await elevated(tx, () => holdExtract(tx, given.id));
  if (!extract || !mayBecome(extract.state, 'ACCEPTED')) throw refuse('voter.extract_state');
  if (given.datedOn > today(tx.ground.clock, ZONES.WIB))
    throw refuse('voter.document_ahead', { faults: [{ path: 'datedOn', code: 'voter.document_ahead' }] });
  const { wrong, differing, unexplained } = compareRecount(partsOf(extract.files ?? []), given.counts);
  if (wrong.length > 0)
    throw refuse('voter.recount_files', { faults: [{ path: 'counts', code: 'voter.recount_files' }] });
  if (unexplained.length > 0) {
    const values = { part: unexplained[0]!.part };
    throw refuse('voter.recount_unexplained', {
      values,
      faults: [{ path: 'counts', code: 'voter.recount_unexplained', values }],
    });
  }
  const { number, datedOn, signedBy } = given;
  const { entryId } = await record(tx, actor, {
    label: 'voter.extract_accepted',
    facts: { election: extract.electionId, extract: extract.id, differing: differing.length },
  });
  const differs = new Set(differing);
  // A word about what does not differ is not kept: it would explain nothing.
  const counts = given.counts.map((count) => (differs.has(count) ? count : { ...count, explanation: null }));
  const at = tx.ground.clock.now();
  await elevated(tx, async () => {
    const row = { extractId: extract.id, number, datedOn, signedBy, enteredAt: at, enteredBy: actor.id, entryId };
    await insertAcceptance(tx, { ...row, counts });
    await noteState(tx, extract.id, 'ACCEPTED', at);
  });
  return { differing: differing.length };
}
