/** A record that was merged into another is nobody's family: the person sits where the record that remains sits. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { FamilyCardNumber } from '../../core/id/index.ts';
import type { Resident } from '../resident/index.ts';
import { rearrange, type Seating } from './rearrange.ts';
import { HEAD, OTHER, type FamilyCard } from './schema.ts';
import { findCard, listLastMemberships } from './sql.ts';

/**
 * Absorbed records leave their cards in the merge's transaction; a merge that is taken back seats them again: where they
 * were, or in the card that took that one's place, as `lainnya` who was its head where it has another by now. Whose card was
 * closed meanwhile, or lies in another region, heads a new one at his own address: nobody is left without a family card.
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
  if (back.length > 0) await seatAgain(tx, actor, back);
}

/** Who was in no card before the merge is in none after it. */
async function seatAgain(tx: Tx, actor: Actor, back: readonly Resident[]): Promise<void> {
  const last = new Map(
    (
      await listLastMemberships(
        tx,
        back.map(({ nik }) => nik),
      )
    ).map((seat) => [seat.nik, seat]),
  );
  const join: NonNullable<Seating['join']>[number][] = [];
  const form: NonNullable<Seating['form']>[number][] = [];
  for (const person of back) {
    const seat = last.get(person.nik);
    if (!seat) continue;
    const { nik, villageCode, address, rt, rw, hamlet } = person;
    const card = await inForce(tx, seat.familyCard);
    const second = seat.relation === HEAD && card?.headNik !== null;
    if (card) join.push({ nik, card: card.number, relation: second ? OTHER : seat.relation });
    else {
      const home = { villageCode, address, rt, rw, hamlet, postalCode: null };
      form.push({ address: home, members: [{ nik, relation: HEAD }] });
    }
  }
  if (join.length + form.length > 0)
    await rearrange(tx, actor, { kind: 'unmerged', occurredOn: back[0]!.stateSince, join, form });
}

// A card is replaced a few times in a family's life.
const MOST_STEPS = 20;

/** The card, or the one that took its place since, as far as the officer sees it. */
async function inForce(tx: Tx, number: FamilyCardNumber): Promise<FamilyCard | undefined> {
  let card = await findCard(tx, number);
  for (let steps = 0; card && card.state !== 'BERLAKU' && steps < MOST_STEPS; steps++)
    card = card.replacedBy ? await findCard(tx, card.replacedBy) : undefined;
  return card?.state === 'BERLAKU' ? card : undefined;
}
