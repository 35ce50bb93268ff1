/** Who sits where: families as an event finds them, and the moves of seats that events have in common. */
import type { Tx } from '../../core/db/index.ts';
import type { FamilyCardNumber, Nik } from '../../core/id/index.ts';
import {
  addressChanges,
  findCard,
  HEAD,
  listMembersOf,
  listMembershipsOf,
  type Address,
  type FamilyCard,
  type Membership,
} from '../family/index.ts';
import type { Resident, ResidentChange } from '../resident/index.ts';

export const RELATION = {
  husband: 2,
  wife: 3,
  child: 4,
  childInLaw: 5,
  grandchild: 6,
  otherKin: 9,
  other: 11,
} as const;

/** A person's card with everybody in it. */
export interface Home {
  readonly card: FamilyCard;
  readonly members: readonly Membership[];
  readonly relation: number;
}

/** The homes of these people; whoever is in no card is absent. */
export async function homesOf(tx: Tx, niks: readonly Nik[]): Promise<Map<Nik, Home>> {
  const seats = await listMembershipsOf(tx, niks);
  const numbers = [...new Set(seats.map((seat) => seat.familyCard))];
  const members = await listMembersOf(tx, numbers);
  const cards = new Map<FamilyCardNumber, FamilyCard>();
  for (const number of numbers) {
    const card = await findCard(tx, number);
    if (card) cards.set(number, card);
  }
  return new Map(
    seats.flatMap((seat) => {
      const card = cards.get(seat.familyCard);
      if (!card) return [];
      const home: Home = {
        card,
        members: members.filter((member) => member.familyCard === card.number),
        relation: seat.relation,
      };
      return [[seat.nik, home] as const];
    }),
  );
}

/** The husband or wives of a person by their card: the head and whoever stands as husband or wife beside him. */
export function spousesIn(home: Home | undefined, nik: Nik): Nik[] {
  if (!home) return [];
  const beside: readonly number[] = [RELATION.husband, RELATION.wife];
  if (home.relation === HEAD)
    return home.members.filter((member) => beside.includes(member.relation)).map((member) => member.nik);
  if (!beside.includes(home.relation)) return [];
  return home.members.filter((member) => member.relation === HEAD && member.nik !== nik).map((member) => member.nik);
}

/** How a child of `parent` stands to the head of the parent's card. */
export function childRelation(parentRelation: number): number {
  if (parentRelation <= RELATION.wife) return RELATION.child;
  if (parentRelation === RELATION.child || parentRelation === RELATION.childInLaw) return RELATION.grandchild;
  return RELATION.otherKin;
}

/** How a husband or wife of a member stands to the head of the member's card. */
export function spouseRelation(memberRelation: number, spouse: 'husband' | 'wife'): number {
  if (memberRelation === HEAD) return spouse === 'wife' ? RELATION.wife : RELATION.husband;
  return memberRelation === RELATION.child ? RELATION.childInLaw : RELATION.otherKin;
}

export function addressOf(place: Omit<Address, 'postalCode'> & { postalCode?: string | null }): Address {
  const { villageCode, address, rt, rw, hamlet, postalCode } = place;
  return { villageCode, address, rt, rw, hamlet, postalCode: postalCode ?? null };
}

/** One line, as `previousAddress` keeps it. */
export function addressLine(person: Pick<Resident, 'address' | 'rt' | 'rw'>, place: string): string {
  const part = (n: number | null) => String(n ?? 0).padStart(3, '0');
  return `${person.address} RT ${part(person.rt)}/RW ${part(person.rw)}, ${place}`.slice(0, 200);
}

/** Changes of several causes, one a person. */
export function together(...changes: readonly (readonly ResidentChange[])[]): ResidentChange[] {
  const byNik = new Map<Nik, ResidentChange>();
  for (const change of changes.flat()) {
    const before = byNik.get(change.nik);
    byNik.set(change.nik, before ? { ...before, ...change, delta: { ...before.delta, ...change.delta } } : change);
  }
  return [...byNik.values()];
}

export { addressChanges, HEAD };
