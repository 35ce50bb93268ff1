/** Family seats as they were before an event: a card that was replaced or closed since is not opened again, it gets a successor. */
import type { Tx } from '../../../core/db/index.ts';
import { asFamilyCardNumber, type FamilyCardNumber, type Nik } from '../../../core/id/index.ts';
import { findCard, HEAD, listMembershipsOf, type FamilyCard } from '../../family/index.ts';
import type { Seats } from '../kind.ts';
import { refuse } from '../refusals.ts';
import { addressOf } from '../seats.ts';
import type { FamilyTrace } from '../sql.ts';

/** Refuses when somebody who had a seat before has been seated anew since. */
export async function seatsBack(tx: Tx, trace: FamilyTrace): Promise<Seats> {
  const now = new Map(
    (
      await listMembershipsOf(
        tx,
        trace.seats.map((seat) => seat.nik),
      )
    ).map((seat) => [seat.nik, seat]),
  );
  for (const { nik, before, after } of trace.seats) {
    const seat = now.get(nik);
    const unmoved = after ? seat?.familyCard === after.card && seat.relation === after.relation : seat === undefined;
    if (before && !unmoved) throw refuse('civil_event.seat_changed_since');
  }
  const leave = trace.seats.filter(({ nik, before }) => !before && now.has(nik)).map(({ nik }) => nik);
  const join: { nik: Nik; card: FamilyCardNumber; relation: number }[] = [];
  const form: NonNullable<Seats['form']>[number][] = [];
  const returning = Map.groupBy(
    trace.seats.filter((seat) => seat.before !== null),
    (seat) => seat.before!.card,
  );
  const left = new Set(trace.seats.map((seat) => seat.after?.card));
  for (const [number, seats] of returning) {
    const members = seats.map((seat) => ({ nik: seat.nik, relation: seat.before!.relation }));
    const old = await findCard(tx, asFamilyCardNumber(number));
    if (!old) throw refuse('civil_event.seat_changed_since');
    const card = await inForce(tx, old, left);
    const bringsHead = members.some((member) => member.relation === HEAD);
    if (card && !(bringsHead && card.headNik !== null && !members.some((member) => member.nik === card.headNik)))
      join.push(...members.map((member) => ({ ...member, card: card.number })));
    else form.push({ address: addressOf(old), members });
  }
  const readdress: { card: FamilyCardNumber; address: FamilyTrace['addresses'][number]['address'] }[] = [];
  for (const { card, address } of trace.addresses) {
    const present = await findCard(tx, asFamilyCardNumber(card));
    if (present?.state === 'BERLAKU') readdress.push({ card: present.number, address });
  }
  return { leave, join, form, readdress };
}

/** The card, or the one that took its place since; not one that the event itself made. */
async function inForce(
  tx: Tx,
  card: FamilyCard,
  left: ReadonlySet<string | undefined>,
): Promise<FamilyCard | undefined> {
  let at: FamilyCard | undefined = card;
  for (let steps = 0; at && steps < 20; steps++) {
    if (left.has(at.number) && at.number !== card.number) return undefined;
    if (at.state === 'BERLAKU') return at;
    at = at.replacedBy ? await findCard(tx, at.replacedBy) : undefined;
  }
  return undefined;
}
