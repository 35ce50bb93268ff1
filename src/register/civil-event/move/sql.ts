/** Statements on moves between regencies. */
import { many, maybeOne, nikText, run, sql, type Tx } from '../../../core/db/index.ts';
import type { FamilyCardNumber, Nik, Uuid } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Address } from '../../family/index.ts';

export type MoveState = 'underway' | 'arrived' | 'cancelled';

export interface Move {
  readonly eventId: Uuid;
  readonly letterNumber: string;
  readonly fromVillage: string;
  readonly toVillage: string;
  readonly fromOffice: string | null;
  readonly fromCard: FamilyCardNumber | null;
  readonly toCard: FamilyCardNumber | null;
  readonly destination: Address;
  readonly seats: readonly { readonly nik: Nik; readonly relation: number }[];
  readonly departedOn: CivilDate;
  readonly arrivedOn: CivilDate | null;
  readonly arrivalEvent: Uuid | null;
  readonly state: MoveState;
}

const columns = sql`m.event_id as "eventId", m.letter_number as "letterNumber", lpad(m.from_village::text, 10, '0') as "fromVillage",
  lpad(m.to_village::text, 10, '0') as "toVillage", m.from_office as "fromOffice", ${nikText('m.from_card')} as "fromCard",
  ${nikText('m.to_card')} as "toCard", m.destination, m.seats, m.departed_on as "departedOn", m.arrived_on as "arrivedOn",
  m.arrival_event as "arrivalEvent", m.state`;

export type NewMove = Omit<Move, 'state' | 'arrivedOn' | 'arrivalEvent' | 'toCard'>;

export async function insertMove(tx: Tx, m: NewMove): Promise<void> {
  await run(
    tx,
    sql`insert into civil_event.move (event_id, letter_number, from_village, to_village, from_office, from_card, destination, seats, departed_on, state)
        values (${m.eventId}, ${m.letterNumber}, ${m.fromVillage}::bigint, ${m.toVillage}::bigint, ${m.fromOffice}, ${m.fromCard}::bigint,
                ${JSON.stringify(m.destination)}::json, ${JSON.stringify(m.seats)}::json, ${m.departedOn}, 'underway')`,
  );
}

/** Both offices see the case; it is locked for whoever ends it. */
export async function findMoveForUpdate(tx: Tx, id: string): Promise<Move | undefined> {
  return maybeOne<Move>(tx, sql`select ${columns} from civil_event.move m where m.event_id = ${id} for update`);
}

export async function findMoveOfArrival(tx: Tx, arrivalEvent: Uuid): Promise<Move | undefined> {
  return maybeOne<Move>(
    tx,
    sql`select ${columns} from civil_event.move m where m.arrival_event = ${arrivalEvent} for update`,
  );
}

export async function updateMove(
  tx: Tx,
  id: Uuid,
  to: Pick<Move, 'state' | 'arrivedOn' | 'arrivalEvent' | 'toCard'> & { readonly toOffice: string | null },
): Promise<void> {
  await run(
    tx,
    sql`update civil_event.move set state = ${to.state}, arrived_on = ${to.arrivedOn}, arrival_event = ${to.arrivalEvent},
               to_card = ${to.toCard}::bigint, to_office = ${to.toOffice} where event_id = ${id}`,
  );
}

export interface MoveLine {
  readonly eventId: Uuid;
  readonly letterNumber: string;
  readonly fromVillage: string;
  readonly toVillage: string;
  readonly departedOn: CivilDate;
  readonly destination: Address;
  readonly seats: Move['seats'];
  readonly niks: readonly Nik[];
}

/** Moves underway that the asker may see, the longest on the way first. */
export async function listMoves(tx: Tx, limit: number): Promise<MoveLine[]> {
  return many<MoveLine>(
    tx,
    sql`select m.event_id as "eventId", m.letter_number as "letterNumber", lpad(m.from_village::text, 10, '0') as "fromVillage",
               lpad(m.to_village::text, 10, '0') as "toVillage", m.departed_on as "departedOn", m.destination, m.seats,
               array(select lpad(p.nik::text, 16, '0') from civil_event.participant p where p.event_id = m.event_id and p.role = 'mover'
                      order by p.position) as niks
          from civil_event.move m where m.state = 'underway' order by m.departed_on, m.event_id limit ${limit}`,
  );
}
