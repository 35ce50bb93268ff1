/** A record that was merged into another is nobody's family: the person sits where the record that remains sits. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { Resident } from '../resident/index.ts';
import { rearrange } from './rearrange.ts';
import { HEAD, OTHER } from './schema.ts';
import { listCards, listLastMemberships } from './sql.ts';

/**
 * Absorbed records leave their cards in the merge's transaction; a merge that is taken back seats them again where they
 * were, if that card is still in force. Who was its head comes back as `lainnya` where it has another by now.
 */
export async function mergedLeave(
  tx: Tx,
  actor: Actor,
  changes: readonly { before: Resident; after: Resident }[],
): Promise<void> {
  const moves = changes.filter(({ before, after }) => before.state !== after.state);
  const absorbed = moves.filter(({ after }) => after.state === 'GANDA').map(({ after }) => after);
  if (absorbed.length > 0) {
    await rearrange(tx, actor, {
      kind: 'merged',
      occurredOn: absorbed[0]!.stateSince,
      leave: absorbed.map(({ nik }) => nik),
    });
  }
  const back = moves.filter(({ before }) => before.state === 'GANDA').map(({ after }) => after);
  if (back.length === 0) return;
  const last = await listLastMemberships(
    tx,
    back.map(({ nik }) => nik),
  );
  const cards = new Map(
    (
      await listCards(
        tx,
        last.map(({ familyCard }) => familyCard),
      )
    ).map((card) => [card.number, card]),
  );
  const join = last.flatMap(({ nik, familyCard: card, relation }) => {
    const found = cards.get(card);
    if (found?.state !== 'BERLAKU') return [];
    return [{ nik, card, relation: relation === HEAD && found.headNik !== null ? OTHER : relation }];
  });
  if (join.length > 0) await rearrange(tx, actor, { kind: 'unmerged', occurredOn: back[0]!.stateSince, join });
}
