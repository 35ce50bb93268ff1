/** The rules of families: pure (UU 24/2013 art. 61-62, PP 40/2019). */
import type { CivilDate } from '../../core/time/civil-date.ts';
import { HEAD } from './schema.ts';

export interface Seat {
  readonly nik: string;
  readonly relation: number;
}

export type SeatFault = 'family.no_head' | 'family.two_heads' | 'family.member_twice';

/** What is wrong with the members of one card; a family may be without a head, but not be formed without one. */
export function seatFaults(seats: readonly Seat[]): SeatFault[] {
  const faults: SeatFault[] = [];
  const heads = seats.filter((seat) => seat.relation === HEAD).length;
  if (heads === 0) faults.push('family.no_head');
  if (heads > 1) faults.push('family.two_heads');
  if (new Set(seats.map((seat) => seat.nik)).size < seats.length) faults.push('family.member_twice');
  return faults;
}

/** The 12 digits before the serial: district of issue and the day of registration as DDMMYY. */
export function cardPrefix(districtCode: string, on: CivilDate): string {
  return `${districtCode}${on.slice(8, 10)}${on.slice(5, 7)}${on.slice(2, 4)}`;
}

/** The order in which a card lists its members: head, spouse, children by age, then the others by relation and age. */
export function inCardOrder<T extends { relation: number; birthDate: string; nik: string }>(
  members: readonly T[],
): T[] {
  return members.toSorted(
    (a, b) => a.relation - b.relation || a.birthDate.localeCompare(b.birthDate) || a.nik.localeCompare(b.nik),
  );
}

export const ADULT = 17;

/** Who may head a family: grown up or ever married; a child only where no adult is left (PP 40/2019). */
export function mayHead(person: { age: number; maritalStatus: number }, adultsInFamily: number): boolean {
  return person.age >= ADULT || person.maritalStatus > 1 || adultsInFamily === 0;
}
