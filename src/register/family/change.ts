/** What an office does with families at the counter: form, join, split, give a new head. Events use `rearrange` themselves. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { FamilyCardNumber, Nik } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { ageOn, today, type CivilDate } from '../../core/time/index.ts';
import { changeResidents, listResidents, nikOf, type Resident, type ResidentChange } from '../resident/index.ts';
import { rearrange, type Seated } from './rearrange.ts';
import { refuse } from './refusals.ts';
import { mayHead, seatFaults } from './rules.ts';
import { HEAD, type Address, type FamilyCard } from './schema.ts';
import { findCard, listMembersOf, listMembershipsOf } from './sql.ts';

export interface SeatInput {
  readonly ref: string;
  readonly relation: number;
}

export interface FamilyChanged {
  readonly ref: string;
  readonly number: string;
  readonly entryId: string;
}

export function familyNumberOf(tx: Tx, ref: string): FamilyCardNumber {
  const number = tx.ground.familyRefs.read(ref);
  if (!number) throw refuse('family.not_found');
  return number;
}

export async function getCard(tx: Tx, number: FamilyCardNumber): Promise<FamilyCard> {
  const card = await findCard(tx, number);
  if (!card) throw refuse('family.not_found');
  return card;
}

/** Everybody as the register has them; refuses whoever is absent, outside the jurisdiction or not alive and here. */
async function livingPeople(tx: Tx, niks: readonly Nik[]): Promise<Map<Nik, Resident>> {
  const people = new Map((await listResidents(tx, niks)).map((person) => [person.nik, person]));
  for (const nik of niks) {
    const person = people.get(nik);
    if (!person) throw refuse('family.not_a_member');
    if (person.state !== 'HIDUP' && person.state !== 'NONAKTIF') throw refuse('family.member_not_alive');
  }
  return people;
}

function mustHaveFitHead(
  people: Map<Nik, Resident>,
  seats: readonly { nik: Nik; relation: number }[],
  day: CivilDate,
): void {
  const adults = [...people.values()].filter((person) => ageOn(person.birthDate, day) >= 17).length;
  const head = seats.find((seat) => seat.relation === HEAD);
  const person = head && people.get(head.nik);
  if (person && !mayHead({ age: ageOn(person.birthDate, day), maritalStatus: person.maritalStatus }, adults))
    throw refuse('family.too_young_to_head');
}

/** Changes that bring people's addresses to their card's. */
export function addressChanges(people: Iterable<Resident>, address: Address): ResidentChange[] {
  const { villageCode, rt, rw, hamlet } = address;
  return [...people]
    .filter(
      (person) =>
        person.villageCode !== villageCode ||
        person.address !== address.address ||
        person.rt !== rt ||
        person.rw !== rw ||
        person.hamlet !== hamlet,
    )
    .map((person) => ({ nik: person.nik, delta: { villageCode, address: address.address, rt, rw, hamlet } }));
}

async function settleAddresses(
  tx: Tx,
  actor: Actor,
  people: Iterable<Resident>,
  address: Address,
  kind: string,
  day: CivilDate,
): Promise<void> {
  const changes = addressChanges(people, address);
  if (changes.length)
    await changeResidents(tx, actor, { kind, label: 'resident.address_changed', occurredOn: day }, changes);
}

export interface FormInput {
  readonly address: Address;
  readonly members: readonly SeatInput[];
  readonly reason: string;
}

/** A new card for people who leave the ones they were in. */
export async function formFamily(tx: Tx, actor: Actor, input: FormInput): Promise<FamilyChanged> {
  mustCover(actor, input.address.villageCode);
  const day = today(tx.ground.clock, actor.zone);
  const seats = input.members.map((member) => ({ nik: nikOf(tx, member.ref), relation: member.relation }));
  const [fault] = seatFaults(seats);
  if (fault) throw refuse(fault, { faults: [{ path: 'members', code: fault }] });
  const people = await livingPeople(
    tx,
    seats.map((seat) => seat.nik),
  );
  mustHaveFitHead(people, seats, day);
  const { entryId } = await record(tx, actor, {
    label: 'family.formed',
    subjects: seats.map(({ nik }) => ({ nik })),
    facts: { reason: input.reason },
  });
  const seated = await rearrange(tx, actor, {
    kind: 'formed',
    occurredOn: day,
    form: [{ address: input.address, members: seats }],
  });
  await settleAddresses(tx, actor, people.values(), input.address, 'family_formed', day);
  return changed(tx, seated.formed[0]!, entryId);
}

/** People join a card in force. */
export async function joinFamily(
  tx: Tx,
  actor: Actor,
  input: { ref: string; members: readonly SeatInput[]; reason: string },
): Promise<FamilyChanged> {
  const card = await getCard(tx, familyNumberOf(tx, input.ref));
  mustCover(actor, card.villageCode);
  const day = today(tx.ground.clock, actor.zone);
  const seats = input.members.map((member) => ({ nik: nikOf(tx, member.ref), relation: member.relation }));
  const people = await livingPeople(
    tx,
    seats.map((seat) => seat.nik),
  );
  const { entryId } = await record(tx, actor, {
    label: 'family.joined',
    subjects: seats.map(({ nik }) => ({ nik })),
    facts: { reason: input.reason },
  });
  await rearrange(tx, actor, {
    kind: 'joined',
    occurredOn: day,
    join: seats.map((seat) => ({ ...seat, card: card.number })),
  });
  await settleAddresses(tx, actor, people.values(), card, 'family_joined', day);
  return changed(tx, card.number, entryId);
}

/** Some members leave for a card of their own; the others keep theirs. */
export async function splitFamily(
  tx: Tx,
  actor: Actor,
  input: { ref: string; members: readonly SeatInput[]; address: Address; reason: string },
): Promise<FamilyChanged> {
  const card = await getCard(tx, familyNumberOf(tx, input.ref));
  const present = await listMembersOf(tx, [card.number]);
  const leaving = new Set(input.members.map((member) => nikOf(tx, member.ref)));
  if (![...leaving].every((nik) => present.some((member) => member.nik === nik))) throw refuse('family.not_a_member');
  if (leaving.size === present.length) throw refuse('family.everybody_leaves');
  return formFamily(tx, actor, { address: input.address, members: input.members, reason: input.reason });
}

/**
 * A new head: the card is replaced by one with a new number, and every relation is given anew, as it is told towards the
 * head (UU 24/2013 art. 62). Refuses a list that leaves somebody out.
 */
export async function replaceHead(
  tx: Tx,
  actor: Actor,
  input: { ref: string; members: readonly SeatInput[]; reason: string },
): Promise<FamilyChanged> {
  const card = await getCard(tx, familyNumberOf(tx, input.ref));
  mustCover(actor, card.villageCode);
  if (card.state !== 'BERLAKU') throw refuse('family.card_not_in_force');
  const day = today(tx.ground.clock, actor.zone);
  const seats = input.members.map((member) => ({ nik: nikOf(tx, member.ref), relation: member.relation }));
  const [fault] = seatFaults(seats);
  if (fault) throw refuse(fault, { faults: [{ path: 'members', code: fault }] });
  const present = await listMembersOf(tx, [card.number]);
  if (present.length !== seats.length || !present.every((member) => seats.some((seat) => seat.nik === member.nik)))
    throw refuse('family.not_a_member');
  const people = await livingPeople(
    tx,
    seats.map((seat) => seat.nik),
  );
  mustHaveFitHead(people, seats, day);
  const { entryId } = await record(tx, actor, {
    label: 'family.head_replaced',
    subjects: seats.map(({ nik }) => ({ nik })),
    facts: { reason: input.reason },
  });
  const seated: Seated = await rearrange(tx, actor, {
    kind: 'head_replaced',
    occurredOn: day,
    form: [{ address: card, members: seats, replaces: card.number }],
  });
  return changed(tx, seated.formed[0]!, entryId);
}

/** The card to which a person belongs now, if any. */
export async function cardOf(tx: Tx, nik: Nik): Promise<FamilyCard | undefined> {
  const [membership] = await listMembershipsOf(tx, [nik]);
  return membership && findCard(tx, membership.familyCard);
}

function changed(tx: Tx, number: FamilyCardNumber, entryId: string): FamilyChanged {
  return { ref: tx.ground.familyRefs.of(number), number, entryId };
}
