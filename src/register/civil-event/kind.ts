/** What a kind of event brings: its data, who takes part, and what follows from it. The kernel in `record.ts` does the rest. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import type { FamilyCardNumber, Nik, Uuid } from '../../core/id/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import type { Seating } from '../family/index.ts';
import type { NewResident, Resident, ResidentChange } from '../resident/index.ts';
import type { Deed } from './deed.ts';
import type { Warning } from './rules.ts';
import type { DetailsOf, EventKindName, RecordableKind } from './schema.ts';
import type { ResidentState } from '../resident/index.ts';

/** A person whom the details name. The first is the one under whom the event is filed. */
export interface RoleGiven {
  readonly role: string;
  readonly ref: string;
  /** Where in the details. */
  readonly path: string;
  /** `here`: must live in the officer's region. `anywhere`: the law lets this office record it for him too. */
  readonly reach: 'here' | 'anywhere';
  /** Only those who live here, unless the kind says otherwise. */
  readonly states?: readonly ResidentState[];
}

/** What the kernel hands to a kind: checked days, locked people, the deed's number. */
export interface Given<Details> {
  readonly id: Uuid;
  readonly details: Details;
  readonly occurredOn: CivilDate;
  readonly reportedOn: CivilDate;
  /** The day of recording, in the office's zone. */
  readonly day: CivilDate;
  readonly villageCode: string;
  readonly daysLate: number;
  readonly number: string | null;
  readonly legalBasis: string | null;
  one(role: string): Resident;
  maybe(role: string): Resident | undefined;
  all(role: string): Resident[];
  /** Whether the person lives in the officer's region. */
  here(person: Resident): boolean;
}

export type Seats = Pick<Seating, 'leave' | 'join' | 'form' | 'readdress'>;

/** What follows. The kernel carries it out in one act. */
export interface Plan {
  readonly participants: readonly { readonly nik: Nik; readonly role: string }[];
  /** People whom the details do not name. */
  readonly people?: readonly Resident[];
  readonly changes?: readonly ResidentChange[];
  /** In place of `changes`, where another use case is the act: whose elements it changes, and how many. */
  readonly delegated?: {
    readonly nik: Nik;
    readonly elements: number;
    readonly act: () => Promise<{ readonly actId: string }>;
  };
  readonly registers?: { readonly role: string; readonly person: NewResident };
  /** `newborn` is the one who was registered just now. */
  readonly seats?: (newborn: Nik | undefined) => Seats;
  readonly warnings?: readonly Warning[];
  readonly legalBasis?: string;
  /** Of a move letter; deeds get theirs from the kernel. */
  readonly letterNumber?: string;
  readonly state?: 'pending';
  /** It takes people back to where they were, which may be another region than the officer's. */
  readonly restores?: true;
  /** What else is written once the event stands (a move's case). */
  readonly afterwards?: (tx: Tx, eventId: Uuid, formed: readonly FamilyCardNumber[]) => Promise<void>;
}

export interface EventKind<Details> {
  readonly kind: EventKindName;
  readonly roles: (details: Details) => readonly RoleGiven[];
  /** Which deed is written, if any. */
  readonly deed?: (daysLate: number) => Deed;
  /** What must be looked at in the whole nation first (likely duplicates). */
  readonly beforehand?: (tx: Tx, actor: Actor, given: Beforehand<Details>) => Promise<void>;
  readonly plan: (tx: Tx, actor: Actor, given: Given<Details>) => Promise<Plan>;
  /** What of the details stays with the event, where some of it may not stand there in clear. */
  readonly kept?: (details: Details) => Readonly<Record<string, unknown>>;
}

export interface Beforehand<Details> {
  readonly details: Details;
  readonly occurredOn: CivilDate;
  readonly villageCode: string;
  readonly looked: readonly string[];
}

export type KindTable = { readonly [Kind in RecordableKind]: EventKind<DetailsOf<Kind>> };

/** The people of a plan in order, as the roles name them. */
export function named(given: Given<unknown>, roles: readonly string[]): { nik: Nik; role: string }[] {
  return roles.flatMap((role) => given.all(role).map((person) => ({ nik: person.nik, role })));
}
