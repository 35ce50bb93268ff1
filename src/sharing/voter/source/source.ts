/** Which lists there are, and taking back what was said of the wrong person. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { getResident, nikOf } from '../../../register/resident/index.ts';
import { refuse } from '../refusals.ts';
import { holdSource, listLetters, withdrawSource } from './sql.ts';

export async function viewLists(tx: Tx, actor: Actor) {
  // Counts of the nation: a list is not of a region.
  if (actor.jurisdiction?.code !== '') throw refuse('voter.centre_only');
  const rows = await elevated(tx, () => listLetters(tx));
  const nameOf = await tx.ground.approvals.electorate.namesOf(tx, [...new Set(rows.map(({ enteredBy }) => enteredBy))]);
  return {
    lists: rows.map((row) => ({
      ...row,
      enteredAt: row.enteredAt.toISOString(),
      enteredBy: nameOf(row.enteredBy),
    })),
  };
}

/** Takes back a record that was entered of the wrong person, or that its issuer has withdrawn; it stays, with the reason. */
export async function takeBackSource(
  tx: Tx,
  actor: Actor,
  input: { ref: string; id: string; why: string },
): Promise<void> {
  if (actor.jurisdiction?.code !== '') throw refuse('voter.centre_only');
  const { nik } = await getResident(tx, nikOf(tx, input.ref));
  const source = await elevated(tx, () => holdSource(tx, nik, input.id));
  if (!source) throw refuse('voter.source_not_found');
  await record(tx, actor, {
    label: 'voter.source_withdrawn',
    facts: { source: source.id },
    subjects: [{ nik, detail: null }],
  });
  const at = tx.ground.clock.now();
  await elevated(tx, () => withdrawSource(tx, { nik, id: source.id, at, by: actor.id, why: input.why }));
}
