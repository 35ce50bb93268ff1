import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import type { MessageValues } from '../../../core/refusal/index.ts';
import type { IntakeState } from '../schema.ts';

export interface IntakeRow {
  readonly id: Uuid;
  readonly stationId: Uuid;
  readonly officeId: string;
  readonly capturedAt: Date;
  readonly size: number;
  readonly digest: string;
  readonly received: number;
  readonly clockOffMs: number;
  readonly state: IntakeState;
  readonly why: readonly string[];
  readonly said: MessageValues;
  readonly nik: Nik | null;
  readonly openedAt: Date;
  readonly decision: string | null;
}

const columns = sql`i.id, i.station_id as "stationId", i.office_id as "officeId", i.captured_at as "capturedAt", i.size::int as size,
  encode(i.digest, 'hex') as digest, i.received::int as received, i.clock_off_ms::float8 as "clockOffMs", i.state, i.why, i.said,
  lpad(i.nik::text, 16, '0') as nik, i.opened_at as "openedAt", i.decision`;

export type NewIntake = Pick<
  IntakeRow,
  'id' | 'stationId' | 'officeId' | 'capturedAt' | 'size' | 'digest' | 'clockOffMs' | 'openedAt'
> & { readonly openedBy: string };

/** Nothing where another has just announced it. */
export async function insertIntake(tx: Tx, i: NewIntake): Promise<void> {
  await run(
    tx,
    sql`insert into enrolment.intake (id, station_id, office_id, captured_at, size, digest, clock_off_ms, opened_by, opened_at)
        values (${i.id}, ${i.stationId}, ${i.officeId}, ${i.capturedAt}, ${i.size}, decode(${i.digest}, 'hex'), ${Math.round(i.clockOffMs)},
                ${i.openedBy}, ${i.openedAt})
        on conflict (id) do nothing`,
  );
}

export function findIntake(tx: Tx, id: string): Promise<IntakeRow | undefined> {
  return maybeOne<IntakeRow>(tx, sql`select ${columns} from enrolment.intake i where i.id = ${id}`);
}

export function findIntakeForUpdate(tx: Tx, id: string): Promise<IntakeRow | undefined> {
  return maybeOne<IntakeRow>(tx, sql`select ${columns} from enrolment.intake i where i.id = ${id} for update`);
}

export async function updateIntake(
  tx: Tx,
  id: Uuid,
  to: {
    state?: IntakeState;
    why?: readonly string[];
    said?: MessageValues;
    nik?: Nik;
    received?: number;
    clockOffMs?: number;
    decidedBy?: string;
    decision?: string;
  },
): Promise<void> {
  const closed = to.state === 'taken' || to.state === 'refused';
  await run(
    tx,
    sql`update enrolment.intake set
          state = coalesce(${to.state ?? null}, state), why = coalesce(${to.why ? [...to.why] : null}::text[], why), said = coalesce(${to.said ? JSON.stringify(to.said) : null}::json, said),
          nik = coalesce(${to.nik ?? null}::bigint, nik), received = coalesce(${to.received ?? null}::bigint, received),
          clock_off_ms = coalesce(${to.clockOffMs === undefined ? null : Math.round(to.clockOffMs)}::bigint, clock_off_ms),
          closed_at = ${closed ? tx.ground.clock.now() : null}, decided_by = coalesce(${to.decidedBy ?? null}::uuid, decided_by),
          decision = coalesce(${to.decision ?? null}, decision)
        where id = ${id}`,
  );
}

/** A refused packet is announced anew, as its station has made it anew. */
export async function resetIntake(tx: Tx, i: NewIntake): Promise<void> {
  await run(
    tx,
    sql`update enrolment.intake set captured_at = ${i.capturedAt}, size = ${i.size}, digest = decode(${i.digest}, 'hex'), received = 0,
          clock_off_ms = ${Math.round(i.clockOffMs)}, state = 'receiving', why = '{}', said = '{}', nik = null, decided_by = null, decision = null, closed_at = null, opened_by = ${i.openedBy},
          opened_at = ${i.openedAt}
        where id = ${i.id} and state = 'refused'`,
  );
}

export interface PieceRow {
  readonly at: number;
  readonly size: number;
  readonly address: string;
}

export function listPieces(tx: Tx, id: string): Promise<PieceRow[]> {
  return many<PieceRow>(
    tx,
    sql`select at::int as at, size, address from enrolment.piece where intake_id = ${id} order by at`,
  );
}

export async function insertPiece(tx: Tx, id: Uuid, piece: PieceRow): Promise<void> {
  await run(
    tx,
    sql`insert into enrolment.piece (intake_id, at, size, address) values (${id}, ${piece.at}, ${piece.size}, ${piece.address})`,
  );
}

export async function deletePieces(tx: Tx, id: Uuid): Promise<string[]> {
  const rows = await many<{ address: string }>(
    tx,
    sql`delete from enrolment.piece where intake_id = ${id} returning address`,
  );
  return rows.map((row) => row.address);
}

export interface WaitingIntake extends IntakeRow {
  readonly station: string;
  readonly office: string | null;
}

/** Packets of the offices in a region that wait, the longest first. */
export function listIntakes(
  tx: Tx,
  given: { state: IntakeState; officeId: string | null; region: string | null; limit: number },
): Promise<WaitingIntake[]> {
  const inRegion = given.region === null ? sql`false` : sql`coalesce(o.region_code, ${''}) like ${`${given.region}%`}`;
  return many<WaitingIntake>(
    tx,
    sql`select ${columns}, s.name as station, o.name as office from enrolment.intake i join enrolment.station s on s.id = i.station_id
          left join office_read.office o on o.id = i.office_id
         where i.state = ${given.state} and (i.office_id::text = ${given.officeId ?? ''} or ${inRegion})
         order by i.opened_at, i.id limit ${given.limit}`,
  );
}
