/**
 * The one way in which people come into, leave and change families. Every use case and every event that touches a family
 * ends here, so that both copies of a membership, the heads, empty cards and the cards' history always agree.
 */
import type { Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import { cancelPapersOf } from '../../core/document/index.ts';
import { newId, type FamilyCardNumber, type Nik, type Uuid } from '../../core/id/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { listResidentsForUpdate } from '../resident/index.ts';
import { familyCardTemplate } from './document/index.ts';
import { refuse } from './refusals.ts';
import { cardPrefix } from './rules.ts';
import { addressOf, HEAD, type Address, type FamilyCard, type Membership } from './schema.ts';
import {
  countCards,
  endMemberships,
  insertCardHistory,
  insertCards,
  insertMemberships,
  issueCardNumbers,
  listCardsForUpdate,
  listMembersOf,
  listMembershipsOf,
  updateCards,
} from './sql.ts';

export interface Seating {
  /** What the cards' history will say. */
  readonly kind: string;
  readonly occurredOn: CivilDate;
  /** The act on residents that this belongs to, when there is one. */
  readonly actId?: Uuid;
  /** In the officer's words; stands in the cards' history and nowhere else, as it may name people. */
  readonly reason?: string;
  /** People who leave their card without joining another (death, departure). */
  readonly leave?: readonly Nik[];
  /** People who join a card that exists, or change their relation in it. */
  readonly join?: readonly { nik: Nik; card: FamilyCardNumber; relation: number }[];
  /** New cards; `replaces` is the card that ends with it. */
  readonly form?: readonly {
    address: Address;
    members: readonly { nik: Nik; relation: number }[];
    replaces?: FamilyCardNumber;
  }[];
  /** Cards in force that keep their number at another address of the same district. */
  readonly readdress?: readonly { card: FamilyCardNumber; address: Address }[];
}

export interface Seated {
  readonly actId: Uuid;
  /** Numbers of the new cards, in the order of `form`. */
  readonly formed: readonly FamilyCardNumber[];
  /** Cards that have members and no head after this. */
  readonly headless: readonly FamilyCardNumber[];
  readonly closed: readonly FamilyCardNumber[];
}

/**
 * Carries out a seating: all of it or nothing. Refuses a card that the actor cannot see or that is not in force, a second
 * head, a replaced card in which somebody would be left, and people whom somebody else seats at this moment; a card left
 * empty is closed, and the papers of cards that end are cancelled.
 */
export async function rearrange(tx: Tx, actor: Actor, seating: Seating): Promise<Seated> {
  const actId = seating.actId ?? newId();
  const joining = seating.join ?? [];
  const forming = seating.form ?? [];
  const readdressed = new Map((seating.readdress ?? []).map(({ card, address }) => [card, address]));
  const targets = [
    ...new Set([
      ...joining.map((seat) => seat.card),
      ...forming.flatMap((family) => family.replaces ?? []),
      ...readdressed.keys(),
    ]),
  ];
  const moved = [
    ...new Set([
      ...(seating.leave ?? []),
      ...joining.map((seat) => seat.nik),
      ...forming.flatMap((family) => family.members.map((member) => member.nik)),
    ]),
  ];
  // Where people go must lie within the actor's sight. The card that they leave need not: it is settled all the same, or
  // it would keep a head who is gone.
  if ((await countCards(tx, targets)) < targets.length) throw refuse('family.not_found');
  const { before, cards } = await elevated(tx, () => lockSeats(tx, moved, targets));
  for (const number of targets) {
    if (cards.find((card) => card.number === number)?.state !== 'BERLAKU') throw refuse('family.card_not_in_force');
  }

  const numbers = await numbersFor(
    tx,
    forming.map((family) => cardPrefix(family.address.villageCode.slice(0, 6), seating.occurredOn)),
  );
  await insertCards(
    tx,
    forming.map((family, index) => ({
      ...family.address,
      number: numbers[index]!,
      headNik: family.members.find((member) => member.relation === HEAD)?.nik ?? null,
      issuedOn: seating.occurredOn,
      state: 'BERLAKU',
      stateSince: seating.occurredOn,
      replacedBy: null,
      version: 1,
    })),
  );
  const after = await elevated(tx, async () => {
    await endMemberships(tx, moved, seating.occurredOn);
    await insertMemberships(tx, [
      ...joining.map((seat) => ({
        nik: seat.nik,
        familyCard: seat.card,
        relation: seat.relation,
        validFrom: seating.occurredOn,
      })),
      ...forming.flatMap((family, index) =>
        family.members.map((member) => ({ ...member, familyCard: numbers[index]!, validFrom: seating.occurredOn })),
      ),
    ]);
    const settled = await settle(tx, seating, cards, numbers);
    await updateCards(tx, settled);
    await cancelPapersOf(tx, {
      kind: familyCardTemplate.name,
      numbers: settled.filter((card) => card.state !== 'BERLAKU').map((card) => card.number),
      reason: seating.kind,
    });
    const act = {
      id: actId,
      kind: seating.kind,
      occurredOn: seating.occurredOn,
      recordedAt: tx.ground.clock.now(),
      officerId: actor.id,
    };
    await insertCardHistory(tx, act, [
      ...forming.map((family, index) => ({
        number: numbers[index]!,
        version: 1,
        delta: { formed: family.members, replaces: family.replaces ?? null, reason: seating.reason ?? null },
      })),
      ...settled.map((card) => ({
        number: card.number,
        version: card.version,
        delta: {
          left: before.filter((m) => m.familyCard === card.number).map((m) => m.nik),
          joined: joining.filter((seat) => seat.card === card.number).map(({ nik, relation }) => ({ nik, relation })),
          head: card.headNik,
          state: card.state,
          reason: seating.reason ?? null,
          ...(readdressed.has(card.number) && { address: addressOf(card) }),
        },
      })),
    ]);
    return settled;
  });
  return {
    actId,
    formed: numbers,
    headless: after.filter((card) => card.state === 'BERLAKU' && card.headNik === null).map((card) => card.number),
    closed: after.filter((card) => card.state === 'DITUTUP').map((card) => card.number),
  };
}

/**
 * Locks people, then cards, each in order of their numbers. People first: who is seated by two offices at once has his seat
 * read again when the lock is held, and the second office is told.
 */
async function lockSeats(
  tx: Tx,
  moved: readonly Nik[],
  targets: readonly FamilyCardNumber[],
): Promise<{ before: Membership[]; cards: FamilyCard[] }> {
  const seen = await listMembershipsOf(tx, moved);
  await listResidentsForUpdate(tx, moved);
  const before = await listMembershipsOf(tx, moved);
  if (JSON.stringify(seen) !== JSON.stringify(before)) throw refuse('family.changed_meanwhile');
  const touched = [...new Set([...before.map((m) => m.familyCard), ...targets])].toSorted();
  return { before, cards: await listCardsForUpdate(tx, touched) };
}

/** The touched cards as they are now: head from the members, closed when empty, replaced where a new card says so. */
async function settle(
  tx: Tx,
  seating: Seating,
  cards: readonly FamilyCard[],
  numbers: readonly FamilyCardNumber[],
): Promise<FamilyCard[]> {
  const members = await listMembersOf(
    tx,
    cards.map((card) => card.number),
  );
  return cards.map((card) => {
    const present = members.filter((member) => member.familyCard === card.number);
    const heads = present.filter((member) => member.relation === HEAD);
    if (heads.length > 1) throw refuse('family.two_heads');
    const successor = (seating.form ?? []).findIndex((family) => family.replaces === card.number);
    if (successor >= 0 && present.length > 0) throw refuse('family.not_a_member');
    const state = successor >= 0 ? 'DIGANTI' : present.length === 0 ? 'DITUTUP' : card.state;
    return {
      ...card,
      ...(seating.readdress ?? []).find((one) => one.card === card.number)?.address,
      headNik: heads[0]?.nik ?? null,
      state,
      stateSince:
        state === card.state && (heads[0]?.nik ?? null) === card.headNik ? card.stateSince : seating.occurredOn,
      replacedBy: successor >= 0 ? numbers[successor]! : card.replacedBy,
      version: card.version + 1,
    };
  });
}

// The function gives numbers in ascending order of prefix; here they go back to the order in which they were asked for.
async function numbersFor(tx: Tx, prefixes: readonly string[]): Promise<FamilyCardNumber[]> {
  if (prefixes.length === 0) return [];
  const order = prefixes
    .map((prefix, index) => ({ prefix, index }))
    .toSorted((a, b) => a.prefix.localeCompare(b.prefix) || a.index - b.index);
  const issued = await issueCardNumbers(
    tx,
    order.map((one) => one.prefix),
    tx.ground.config.firstSerial,
  );
  const numbers: FamilyCardNumber[] = [];
  order.forEach((one, position) => {
    numbers[one.index] = issued[position]!;
  });
  return numbers;
}
