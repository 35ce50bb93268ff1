/** What an office does with families at the counter: form, join, split, give a new head. Events use `rearrange` themselves. */
import { mustCover, type Actor } from '../../core/access/index.ts';
import { elevated, type Tx } from '../../core/db/index.ts';
import type { FamilyCardNumber, Nik } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { ageOn, today, type CivilDate } from '../../core/time/index.ts';
import {
  changeResidents,
  COUNTED_STATES,
  listResidents,
  nikOf,
  type Resident,
  type ResidentChange,
} from '../resident/index.ts';
import { rearrange } from './rearrange.ts';
import { refuse } from './refusals.ts';
import { ADULT, mayHead, seatFaults } from './rules.ts';
import { addressOf, HEAD, type Address, type FamilyCard } from './schema.ts';
import { findCard, listMembersOf, listMembershipsOf } from './sql.ts';

interface Seat {
  readonly nik: Nik;
  readonly relation: number;
}

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

/** Who sits where, by NIK. Refuses a person who is named twice. */
function seatsOf(tx: Tx, members: readonly SeatInput[]): Seat[] {
  const seats = members.map((member) => ({ nik: nikOf(tx, member.ref), relation: member.relation }));
  const twice = seats.findIndex((seat, place) => seats.findIndex((other) => other.nik === seat.nik) < place);
  if (twice >= 0) throw refuse('family.member_twice', { faults: [faultOf(twice, 'family.member_twice')] });
  return seats;
}

const faultOf = (place: number, code: string) => ({ path: `members.${place}.ref`, code });

/** The people of these seats; refuses whoever the actor cannot see, or is not alive and here. */
async function livingPeople(tx: Tx, seats: readonly Seat[]): Promise<Map<Nik, Resident>> {
  const niks = seats.map((seat) => seat.nik);
  const people = new Map((await listResidents(tx, niks)).map((person) => [person.nik, person]));
  for (const [place, nik] of niks.entries()) {
    const state = people.get(nik)?.state;
    const code = !state ? 'family.member_not_found' : COUNTED_STATES.includes(state) ? null : 'family.member_not_alive';
    if (code) throw refuse(code, { faults: [faultOf(place, code)] });
  }
  return people;
}

function mustHaveOneHead(seats: readonly Seat[]): void {
  const [fault] = seatFaults(seats);
  if (fault) throw refuse(fault, { faults: [{ path: 'members', code: fault }] });
}

function mustHaveFitHead(people: Map<Nik, Resident>, seats: readonly Seat[], day: CivilDate): void {
  const adults = [...people.values()].filter((person) => ageOn(person.birthDate, day) >= ADULT).length;
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
  act: { kind: string; day: CivilDate; reason: string },
): Promise<void> {
  const changes = addressChanges(people, address);
  if (changes.length === 0) return;
  const { kind, day, reason } = act;
  await changeResidents(tx, actor, { kind, label: 'resident.address_changed', occurredOn: day, reason }, changes);
}

export interface FormInput {
  readonly address: Address;
  readonly members: readonly SeatInput[];
  readonly reason: string;
}

/** A new card for people who leave the ones they were in. */
export async function formFamily(tx: Tx, actor: Actor, input: FormInput): Promise<FamilyChanged> {
  mustCover(actor, input.address.villageCode);
  if (!tx.ground.regions.nameOf(input.address.villageCode)) {
    const faults = [{ path: 'address.villageCode', code: 'family.unknown_village' }];
    throw refuse('family.unknown_village', { faults });
  }
  const day = today(tx.ground.clock, actor.zone);
  const seats = seatsOf(tx, input.members);
  mustHaveOneHead(seats);
  const people = await livingPeople(tx, seats);
  mustHaveFitHead(people, seats, day);
  const { entryId } = await record(tx, actor, { label: 'family.formed', subjects: seats.map(({ nik }) => ({ nik })) });
  const seated = await rearrange(tx, actor, {
    kind: 'formed',
    occurredOn: day,
    reason: input.reason,
    form: [{ address: input.address, members: seats }],
  });
  const { reason } = input;
  await settleAddresses(tx, actor, people.values(), input.address, { kind: 'family_formed', day, reason });
  return changed(tx, seated.formed[0]!, entryId);
}

/**
 * People join a card in force, or change their relation in it. Refuses to make or unmake a head: that gives a new card
 * (UU 24/2013 art. 62), see `replaceHead`.
 */
export async function joinFamily(
  tx: Tx,
  actor: Actor,
  input: { ref: string; members: readonly SeatInput[]; reason: string },
): Promise<FamilyChanged> {
  const card = await getCard(tx, familyNumberOf(tx, input.ref));
  mustCover(actor, card.villageCode);
  if (card.state !== 'BERLAKU') throw refuse('family.card_not_in_force');
  const day = today(tx.ground.clock, actor.zone);
  const seats = seatsOf(tx, input.members);
  const head = seats.findIndex((seat) => seat.relation === HEAD || seat.nik === card.headNik);
  if (head >= 0) throw refuse('family.head_by_new_card', { faults: [faultOf(head, 'family.head_by_new_card')] });
  const people = await livingPeople(tx, seats);
  const { entryId } = await record(tx, actor, { label: 'family.joined', subjects: seats.map(({ nik }) => ({ nik })) });
  await rearrange(tx, actor, {
    kind: 'joined',
    occurredOn: day,
    reason: input.reason,
    join: seats.map((seat) => ({ ...seat, card: card.number })),
  });
  await settleAddresses(tx, actor, people.values(), card, { kind: 'family_joined', day, reason: input.reason });
  return changed(tx, card.number, entryId);
}

/** Some members leave for a card of their own; the others keep theirs, without a head where the head has left. */
export async function splitFamily(
  tx: Tx,
  actor: Actor,
  input: { ref: string; members: readonly SeatInput[]; address: Address; reason: string },
): Promise<FamilyChanged> {
  const card = await getCard(tx, familyNumberOf(tx, input.ref));
  mustCover(actor, card.villageCode);
  const leaving = seatsOf(tx, input.members);
  const present = new Set((await listMembersOf(tx, [card.number])).map((member) => member.nik));
  if (!leaving.every(({ nik }) => present.has(nik))) throw refuse('family.not_a_member');
  if (leaving.length === present.size) throw refuse('family.everybody_leaves');
  return formFamily(tx, actor, { address: input.address, members: input.members, reason: input.reason });
}

/**
 * A new head: the card is replaced by one with a new number, and every relation is given anew, as it is told towards the
 * head (UU 24/2013 art. 62). Members who live elsewhere keep their seat. Refuses a list that leaves somebody out and one
 * with the head that the card has.
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
  const seats = seatsOf(tx, input.members);
  mustHaveOneHead(seats);
  const present = new Set((await listMembersOf(tx, [card.number])).map((member) => member.nik));
  if (present.size !== seats.length || !seats.every(({ nik }) => present.has(nik))) throw refuse('family.not_a_member');
  if (seats.some((seat) => seat.relation === HEAD && seat.nik === card.headNik)) throw refuse('family.same_head');
  // They are members of a card within his region, wherever they live.
  const people = await elevated(tx, () => livingPeople(tx, seats));
  mustHaveFitHead(people, seats, day);
  const { entryId } = await record(tx, actor, {
    label: 'family.head_replaced',
    subjects: seats.map(({ nik }) => ({ nik })),
  });
  const seated = await rearrange(tx, actor, {
    kind: 'head_replaced',
    occurredOn: day,
    reason: input.reason,
    form: [{ address: addressOf(card), members: seats, replaces: card.number }],
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
