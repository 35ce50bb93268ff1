/**
 * Where people live (UU 23/2006 art. 15-19): a new address within a regency, a move to another one, out of the country and
 * back. A card keeps its number within its district and gets a new one in another (UU 24/2013 art. 62).
 */
import type { Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { familyNumberOf, getCard, type Address, type FamilyCard } from '../../family/index.ts';
import { nikOf, placeLine, type Resident, type ResidentChange } from '../../resident/index.ts';
import { named, type EventKind, type Plan, type RoleGiven, type Seats } from '../kind.ts';
import { insertMove } from '../move/sql.ts';
import { mustHold, refuse } from '../refusals.ts';
import { letterPrefix } from '../deed.ts';
import { beforeBirthFaults } from '../rules.ts';
import type { DetailsOf } from '../schema.ts';
import { addressChanges, addressLine, HEAD, homesOf, together, type Home } from '../seats.ts';
import { listUnderway, nextNumber } from '../sql.ts';

type Movers = readonly { readonly person: string; readonly relation: number }[];

const movers = (seats: Movers): RoleGiven[] =>
  seats.map(({ person }, n) => ({ role: 'mover', ref: person, path: `movers.${n}.person`, reach: 'here' }));

export const addressChange: EventKind<DetailsOf<'address_change'>> = {
  kind: 'address_change',
  roles: (details) => movers(details.movers),
  async plan(tx, _actor, given) {
    const people = given.all('mover');
    const { address } = given.details;
    mustKnowVillage(tx, address);
    await mustNotBeUnderway(tx, people);
    if (people.some((person) => person.villageCode.slice(0, 4) !== address.villageCode.slice(0, 4)))
      throw wrongAddress('civil_event.another_regency');
    const home = await oneHome(tx, people);
    const target = given.details.card ? await cardAt(tx, given.details.card, address) : null;
    return {
      participants: named(given, ['mover']),
      changes: moved(tx, people, target ?? address),
      seats: () => seatsAt(tx, given.details.movers, { home, people, address, target }),
      ...(leavesHeadless(home, people) ? { warnings: [{ code: 'civil_event.warning.headless' as const }] } : {}),
    };
  },
};

/** Out of the regency: the case begins here and ends in the office of arrival. Until then nothing about them changes. */
export const move: EventKind<DetailsOf<'move'>> = {
  kind: 'move',
  roles: (details) => movers(details.movers),
  async plan(tx, actor, given): Promise<Plan> {
    const people = given.all('mover');
    const { address } = given.details;
    mustKnowVillage(tx, address);
    await mustNotBeUnderway(tx, people);
    const from = people[0]!.villageCode;
    if (people.some((person) => person.villageCode.slice(0, 4) === address.villageCode.slice(0, 4)))
      throw wrongAddress('civil_event.same_regency');
    const home = await oneHome(tx, people);
    const seats = given.details.movers.map(({ person, relation }) => ({ nik: nikOf(tx, person), relation }));
    mustHaveHead(seats);
    const letterNumber = await nextNumber(tx, letterPrefix(from.slice(0, 4), given.day), '/');
    return {
      participants: named(given, ['mover']),
      state: 'pending',
      letterNumber,
      ...(leavesHeadless(home, people) ? { warnings: [{ code: 'civil_event.warning.headless' as const }] } : {}),
      afterwards: (again, eventId) =>
        insertMove(again, {
          eventId,
          letterNumber,
          fromVillage: from,
          toVillage: address.villageCode,
          fromOffice: actor.officeId,
          fromCard: home?.card.number ?? null,
          destination: address,
          seats,
          departedOn: given.occurredOn,
        }),
    };
  },
};

export const moveAbroad: EventKind<DetailsOf<'move_abroad'>> = {
  kind: 'move_abroad',
  roles: (details) => details.movers.map((ref, n) => ({ role: 'mover', ref, path: `movers.${n}`, reach: 'here' })),
  async plan(tx, _actor, given) {
    const people = given.all('mover');
    await mustNotBeUnderway(tx, people);
    mustHold(
      beforeBirthFaults(
        people.map(({ birthDate }, n) => ({ path: `movers.${n}`, birthDate })),
        given.occurredOn,
      ),
    );
    const homes = await homesOf(
      tx,
      people.map((person) => person.nik),
    );
    return {
      participants: named(given, ['mover']),
      changes: people.map((person): ResidentChange => ({ nik: person.nik, delta: { state: 'PINDAH_LUAR_NEGERI' } })),
      seats: () => ({ leave: people.map((person) => person.nik).filter((nik) => homes.has(nik)) }),
      ...([...homes.values()].some((home) => leavesHeadless(home, people))
        ? { warnings: [{ code: 'civil_event.warning.headless' as const }] }
        : {}),
    };
  },
};

export const returnFromAbroad: EventKind<DetailsOf<'return_from_abroad'>> = {
  kind: 'return_from_abroad',
  roles: (details) =>
    details.movers.map(({ person }, n) => ({
      role: 'mover',
      ref: person,
      path: `movers.${n}.person`,
      // Who left from elsewhere comes home to this office.
      reach: 'anywhere',
      states: ['PINDAH_LUAR_NEGERI'],
    })),
  async plan(tx, _actor, given) {
    const people = given.all('mover');
    const { address, passport } = given.details;
    mustKnowVillage(tx, address);
    const target = given.details.card ? await cardAt(tx, given.details.card, address) : null;
    return {
      participants: named(given, ['mover']),
      changes: together(
        people.map((person): ResidentChange => ({ nik: person.nik, delta: { state: 'HIDUP' } })),
        passport && people.length === 1 ? [{ nik: people[0]!.nik, delta: { passport } }] : [],
        moved(tx, people, target ?? address),
      ),
      seats: () => seatsAt(tx, given.details.movers, { home: undefined, people, address, target }),
    };
  },
};

/** New addresses, with the old one kept as the former. */
export function moved(tx: Tx, people: readonly Resident[], address: Address): ResidentChange[] {
  const byNik = new Map(people.map((person) => [person.nik, person]));
  return addressChanges(people, address).map((change) => {
    const person = byNik.get(change.nik)!;
    const previousAddress = addressLine(person, placeLine(tx, person.villageCode));
    return { ...change, delta: { ...change.delta, previousAddress } };
  });
}

interface Going {
  readonly home: Home | undefined;
  readonly people: readonly Resident[];
  readonly address: Address;
  readonly target: FamilyCard | null;
}

function seatsAt(tx: Tx, given: Movers, going: Going): Seats {
  const seats = given.map(({ person, relation }) => ({ nik: nikOf(tx, person), relation }));
  return arrivalSeats(seats, going);
}

/**
 * Seats at a new address: in the card they join; in their own card, which keeps its number, where all of it stays in its
 * district; else in a new card, which takes the old one's place where all of it goes.
 */
export function arrivalSeats(seats: readonly { nik: Nik; relation: number }[], going: Going): Seats {
  const { home, address, target } = going;
  if (target) return { join: seats.map((seat) => ({ ...seat, card: target.number })) };
  const all = home !== undefined && home.members.every((member) => seats.some((seat) => seat.nik === member.nik));
  if (all && home.card.villageCode.slice(0, 6) === address.villageCode.slice(0, 6))
    return { readdress: [{ card: home.card.number, address }] };
  mustHaveHead(seats);
  return { form: [{ address, members: seats, ...(all ? { replaces: home.card.number } : {}) }] };
}

function mustHaveHead(seats: readonly { relation: number }[]): void {
  if (seats.filter((seat) => seat.relation === HEAD).length !== 1)
    throw refuse('civil_event.one_head', { faults: [{ path: 'details.movers', code: 'civil_event.one_head' }] });
}

export function mustKnowVillage(tx: Tx, address: Address): void {
  if (!tx.ground.regions.nameOf(address.villageCode)) throw wrongAddress('civil_event.unknown_village');
}

function wrongAddress(
  code: 'civil_event.another_regency' | 'civil_event.same_regency' | 'civil_event.unknown_village',
) {
  return refuse(code, { faults: [{ path: 'details.address.villageCode', code }] });
}

export async function cardAt(tx: Tx, ref: string, address: Address): Promise<FamilyCard> {
  const card = await getCard(tx, familyNumberOf(tx, ref));
  if (card.villageCode !== address.villageCode)
    throw refuse('civil_event.card_elsewhere', {
      faults: [{ path: 'details.card', code: 'civil_event.card_elsewhere' }],
    });
  return card;
}

async function mustNotBeUnderway(tx: Tx, people: readonly Resident[]): Promise<void> {
  const underway = await listUnderway(
    tx,
    people.map((person) => person.nik),
  );
  if (underway.length > 0) throw refuse('civil_event.move_underway', { values: { letter: underway[0]!.letterNumber } });
}

/** The card that all of them share; none where none has one. */
async function oneHome(tx: Tx, people: readonly Resident[]): Promise<Home | undefined> {
  const homes = await homesOf(
    tx,
    people.map((person) => person.nik),
  );
  const numbers = new Set(people.map((person) => homes.get(person.nik)?.card.number));
  if (numbers.size > 1)
    throw refuse('civil_event.two_cards', { faults: [{ path: 'details.movers', code: 'civil_event.two_cards' }] });
  return homes.get(people[0]!.nik);
}

function leavesHeadless(home: Home | undefined, people: readonly Resident[]): boolean {
  if (!home) return false;
  const gone = new Set(people.map((person) => person.nik));
  const stays = home.members.filter((member) => !gone.has(member.nik));
  return stays.length > 0 && !stays.some((member) => member.relation === HEAD);
}
