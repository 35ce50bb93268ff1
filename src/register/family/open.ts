/** Opening families: one card with its members, the card of a person, the families without a head. */
import { covers, type Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import { asFamilyCardNumber, type FamilyCardNumber } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { listResidents, masked, nikOf, placeLine, placeOf, type Resident } from '../resident/index.ts';
import { cardOf, familyNumberOf, getCard } from './change.ts';
import { refuse } from './refusals.ts';
import { inCardOrder } from './rules.ts';
import type { FamilyCard, FamilyView, Membership } from './schema.ts';
import { findCard, listHeadlessCards, listMembersOf } from './sql.ts';

export async function openFamily(tx: Tx, actor: Actor, input: { ref: string }): Promise<FamilyView> {
  return show(tx, actor, await getCard(tx, familyNumberOf(tx, input.ref)));
}

/** By its number, which a scanner or a person typed. */
export async function findFamily(tx: Tx, actor: Actor, input: { number: string }): Promise<FamilyView> {
  const card = await findCard(tx, asFamilyCardNumber(input.number));
  if (!card) throw refuse('family.not_found');
  return show(tx, actor, card);
}

/** The family of a person; refused where he is in none. */
export async function openFamilyOf(tx: Tx, actor: Actor, input: { ref: string }): Promise<FamilyView> {
  const card = await cardOf(tx, nikOf(tx, input.ref));
  if (!card) throw refuse('family.not_found');
  return show(tx, actor, card);
}

async function show(tx: Tx, actor: Actor, card: FamilyCard): Promise<FamilyView> {
  // A family may have members who live elsewhere: they are shown, masked.
  const { present, former } = await elevated(tx, () => membersOf(tx, card.number));
  const shown = new Set([...present, ...former].map(({ person }) => person.nik));
  await record(tx, actor, {
    label: 'family.opened',
    subjects: [...shown].map((nik) => ({ nik, detail: 'family' })),
  });
  const view = (seated: SeatedPerson) => memberView(tx, actor, seated);
  return {
    ref: tx.ground.familyRefs.of(card.number),
    number: card.number,
    state: card.state,
    stateSince: card.stateSince,
    issuedOn: card.issuedOn,
    version: card.version,
    headless: card.state === 'BERLAKU' && card.headNik === null,
    replacedBy: card.replacedBy && tx.ground.familyRefs.of(card.replacedBy),
    place: placeOf(tx, card.villageCode),
    villageCode: card.villageCode,
    address: card.address,
    rt: card.rt,
    rw: card.rw,
    hamlet: card.hamlet,
    postalCode: card.postalCode,
    members: inCardOrder(present.map(view)),
    former: former.map((one) => ({ ...view(one), until: one.membership.validTo! })),
  };
}

function memberView(tx: Tx, actor: Actor, { person, membership }: SeatedPerson) {
  const hidden = !covers(actor.jurisdiction, person.villageCode);
  return {
    ref: tx.ground.personRefs.of(person.nik),
    nik: hidden ? `${person.nik.slice(0, 6)}**********` : person.nik,
    name: hidden ? masked(person.name) : person.name,
    sex: person.sex,
    birthPlace: hidden ? null : person.birthPlace,
    birthDate: person.birthDate,
    relation: membership.relation,
    maritalStatus: hidden ? null : person.maritalStatus,
    masked: hidden,
    state: person.state,
    since: membership.validFrom,
  };
}

export interface SeatedPerson {
  readonly person: Resident;
  readonly membership: Membership;
}

/** Present and former members whom the asker may see, with their rows. */
export async function membersOf(
  tx: Tx,
  number: FamilyCardNumber,
): Promise<{ present: SeatedPerson[]; former: SeatedPerson[] }> {
  const memberships = await listMembersOf(tx, [number], 'ever');
  const people = new Map(
    (
      await listResidents(
        tx,
        memberships.map((m) => m.nik),
      )
    ).map((person) => [person.nik, person]),
  );
  const seated = memberships.flatMap((membership) => {
    const person = people.get(membership.nik);
    return person ? [{ person, membership }] : [];
  });
  return {
    present: seated.filter(({ membership }) => membership.validTo === null),
    former: seated.filter(({ membership }) => membership.validTo !== null),
  };
}

/** Families in force without a head, oldest first, at most 200: each needs a decision. */
export async function listHeadless(tx: Tx, actor: Actor) {
  const cards = await listHeadlessCards(tx, 200);
  const members = await listMembersOf(
    tx,
    cards.map((card) => card.number),
  );
  await record(tx, actor, {
    label: 'family.headless_listed',
    subjects: members.map(({ nik }) => ({ nik })),
    facts: { cards: cards.length },
  });
  return {
    families: cards.map((card) => ({
      ref: tx.ground.familyRefs.of(card.number),
      number: card.number,
      place: placeLine(tx, card.villageCode),
      address: card.address,
      since: card.stateSince,
      members: members.filter((member) => member.familyCard === card.number).length,
    })),
  };
}
