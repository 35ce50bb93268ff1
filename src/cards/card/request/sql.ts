import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import type { RequestKind } from './rules.ts';

export interface RequestRow {
  readonly nik: Nik;
  readonly id: Uuid;
  /** What the person was told; requests of the years before have none. */
  readonly number: string | null;
  readonly kind: RequestKind;
  readonly priority: number;
  readonly state: 'waiting' | 'made' | 'done' | 'ended';
  readonly villageCode: string;
  readonly officeId: string;
  readonly packetId: Uuid;
  readonly replaces: Uuid | null;
  readonly cardId: Uuid | null;
  readonly attempts: number;
  readonly requestedAt: Date;
}

const columns = sql`${nikText('q.nik')} as nik, q.id, q.number, q.kind, q.priority, q.state, lpad(q.village_code::text, 10, '0') as "villageCode",
  q.office_id as "officeId", q.packet_id as "packetId", q.replaces, q.card_id as "cardId", q.attempts, q.requested_at as "requestedAt"`;

export function findRequestForUpdate(tx: Tx, id: string): Promise<RequestRow | undefined> {
  return maybeOne<RequestRow>(tx, sql`select ${columns} from card.request q where q.id = ${id} for update`);
}

/** The request of somebody that is not ended, if there is one. */
export function findOpenRequest(tx: Tx, nik: Nik): Promise<RequestRow | undefined> {
  return maybeOne<RequestRow>(
    tx,
    sql`select ${columns} from card.request q where q.nik = ${nik}::bigint and q.state in ('waiting', 'made')`,
  );
}

export interface NewRequest extends Omit<RequestRow, 'state' | 'cardId' | 'attempts'> {
  readonly requestedBy: string;
  readonly applicationId: string | null;
  readonly policeLetter: string | null;
  readonly note: string | null;
  readonly entryId: string;
}

export async function insertRequest(tx: Tx, q: NewRequest): Promise<void> {
  await run(
    tx,
    sql`insert into card.request (nik, id, number, kind, priority, state, village_code, office_id, packet_id, replaces, requested_at, requested_by,
          application_id, police_letter, note, entry_id)
        values (${q.nik}::bigint, ${q.id}, ${q.number}, ${q.kind}, ${q.priority}, 'waiting', ${q.villageCode}::bigint, ${q.officeId}, ${q.packetId},
          ${q.replaces}, ${q.requestedAt}, ${q.requestedBy}, ${q.applicationId}, ${q.policeLetter}, ${q.note}, ${q.entryId})`,
  );
}

/** Printed: the request has its card and an attempt more. */
export async function requestMade(tx: Tx, of: { nik: Nik; id: string; cardId: string; entryId: string }) {
  await run(
    tx,
    sql`update card.request set state = 'made', card_id = ${of.cardId}, attempts = attempts + 1, entry_id = ${of.entryId}
         where nik = ${of.nik}::bigint and id = ${of.id}`,
  );
}

/** It waits again, in its old place, as the attempt failed. */
export async function requestWaits(tx: Tx, of: { nik: Nik; id: string; entryId: string }) {
  await run(
    tx,
    sql`update card.request set state = 'waiting', card_id = null, entry_id = ${of.entryId} where nik = ${of.nik}::bigint and id = ${of.id}`,
  );
}

/** Done (handed over) or ended without a card. */
export async function endRequests(
  tx: Tx,
  ends: readonly { nik: string; id: string; state: 'done' | 'ended'; why: string | null }[],
  entryId: string,
): Promise<void> {
  await run(
    tx,
    sql`update card.request q set state = e.state, card_id = case when e.state = 'done' then q.card_id end, ended_at = ${tx.ground.clock.now()},
          ended_why = e.why, entry_id = ${entryId}
          from json_to_recordset(${JSON.stringify(ends)}::json) as e(nik bigint, id uuid, state text, why text)
         where q.nik = e.nik and q.id = e.id`,
  );
}

export interface QueueRow {
  readonly nik: Nik;
  readonly id: Uuid;
  readonly kind: RequestKind;
  readonly priority: number;
  readonly name: string;
  readonly villageCode: string;
  readonly attempts: number;
  readonly requestedAt: Date;
}

/** Who waits at an office, the first to be served first. */
export async function listQueue(
  tx: Tx,
  of: { officeId: string; limit: number },
): Promise<{ waiting: number; rows: QueueRow[] }> {
  const { waiting } = await one<{ waiting: number }>(
    tx,
    sql`select count(*)::int as waiting from card.request where office_id = ${of.officeId} and state = 'waiting'`,
  );
  const rows = await many<QueueRow>(
    tx,
    sql`select ${nikText('q.nik')} as nik, q.id, q.kind, q.priority, r.name, lpad(q.village_code::text, 10, '0') as "villageCode", q.attempts,
               q.requested_at as "requestedAt"
          from card.request q join resident_read.resident r on r.nik = q.nik
         where q.office_id = ${of.officeId} and q.state = 'waiting' order by q.priority, q.requested_at, q.id limit ${of.limit}`,
  );
  return { waiting, rows };
}
