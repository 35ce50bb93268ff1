/** Every statement on civil events; those on moves stand in `move-sql.ts`. */
import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import type { Address } from '../family/index.ts';
import type { HistoryLine } from './undo/restoring.ts';
import type { EventKindName, EventState } from './schema.ts';

/** Who sat where, before and after; `null` is outside every card. */
export interface FamilyTrace {
  readonly seats: readonly {
    readonly nik: Nik;
    readonly before: { readonly card: string; readonly relation: number } | null;
    readonly after: { readonly card: string; readonly relation: number } | null;
  }[];
  /** Cards that got another address and the one they had. */
  readonly addresses: readonly { readonly card: string; readonly address: Address }[];
}

export interface CivilEvent {
  readonly id: Uuid;
  readonly kind: EventKindName;
  readonly state: EventState;
  readonly occurredOn: CivilDate;
  readonly reportedOn: CivilDate;
  readonly recordedAt: Date;
  readonly villageCode: string;
  readonly officeId: string | null;
  readonly officerId: string;
  /** Names of both; read, never written. */
  readonly office?: string | null;
  readonly officer?: string | null;
  readonly applicationId: string | null;
  readonly daysLate: number;
  readonly legalBasis: string | null;
  readonly certificateNumber: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly family: FamilyTrace | null;
  readonly actId: Uuid | null;
  readonly undoneBy: Uuid | null;
  readonly undoes: Uuid | null;
}

const columns = sql`e.id, e.kind, e.state, e.occurred_on as "occurredOn", e.reported_on as "reportedOn", e.recorded_at as "recordedAt",
  lpad(e.village_code::text, 10, '0') as "villageCode", e.office_id as "officeId", e.officer_id as "officerId",
  (select o.name from office_read.office o where o.id = e.office_id) as office,
  (select o.name from officer_read.officer o where o.id = e.officer_id) as officer,
  e.application_id as "applicationId", e.days_late as "daysLate", e.legal_basis as "legalBasis",
  e.certificate_number as "certificateNumber", e.details, e.family, e.act_id as "actId",
  e.undone_by as "undoneBy", e.undoes`;

export async function findEvent(tx: Tx, id: string, lock: 'update' | 'none' = 'none'): Promise<CivilEvent | undefined> {
  const locking = lock === 'update' ? sql`for update of e` : sql``;
  return maybeOne<CivilEvent>(tx, sql`select ${columns} from civil_event.event e where e.id = ${id} ${locking}`);
}

export async function insertEvent(tx: Tx, e: CivilEvent): Promise<void> {
  await run(
    tx,
    sql`insert into civil_event.event (id, kind, state, occurred_on, reported_on, recorded_at, village_code, office_id, officer_id,
               application_id, days_late, legal_basis, certificate_number, details, family, act_id, undoes)
        values (${e.id}, ${e.kind}, ${e.state}, ${e.occurredOn}, ${e.reportedOn}, ${e.recordedAt}, ${e.villageCode}::bigint, ${e.officeId},
                ${e.officerId}, ${e.applicationId}, ${e.daysLate}, ${e.legalBasis}, ${e.certificateNumber}, ${JSON.stringify(e.details)}::json,
                ${e.family && JSON.stringify(e.family)}::json, ${e.actId}, ${e.undoes})`,
  );
}

export interface Participant {
  readonly nik: Nik;
  readonly role: string;
}

export async function insertParticipants(tx: Tx, eventId: Uuid, people: readonly Participant[]): Promise<void> {
  await run(
    tx,
    sql`insert into civil_event.participant (event_id, nik, role, position)
        select ${eventId}, nik, role, position from unnest(${people.map((p) => p.nik)}::bigint[], ${people.map((p) => p.role)}::text[])
               with ordinality as n(nik, role, position)`,
  );
}

/** A participant of a recorded event, with the paper that was printed for him. */
export interface PaperedParticipant extends Participant {
  readonly documentId: Uuid | null;
}

export async function listParticipants(tx: Tx, eventId: Uuid): Promise<PaperedParticipant[]> {
  return many<PaperedParticipant>(
    tx,
    sql`select ${nikText('p.nik')} as nik, p.role, p.document_id as "documentId" from civil_event.participant p where p.event_id = ${eventId} order by p.position`,
  );
}

/** Marks what happened to an event since; gives whether it was still in `from`. */
export async function updateState(
  tx: Tx,
  id: Uuid,
  from: EventState,
  to: { readonly state: EventState; readonly undoneBy?: Uuid },
): Promise<boolean> {
  const changed = await run(
    tx,
    sql`update civil_event.event set state = ${to.state}, undone_by = ${to.undoneBy ?? null} where id = ${id} and state = ${from}`,
  );
  return changed === 1;
}

export async function setDocument(tx: Tx, eventId: Uuid, { nik, role }: Participant, documentId: Uuid): Promise<void> {
  await run(
    tx,
    sql`update civil_event.participant set document_id = ${documentId}
        where event_id = ${eventId} and nik = ${nik}::bigint and role = ${role}`,
  );
}

/** The next number under a prefix: `3175-LU-11122018-0007`. The counter is locked until the act is done, so none is lost. */
export async function nextNumber(tx: Tx, prefix: string, parting: '-' | '/' = '-'): Promise<string> {
  const row = await one<{ last: number }>(
    tx,
    sql`insert into civil_event.certificate_counter as c (prefix, last) values (${prefix}, 1)
        on conflict (prefix) do update set last = c.last + 1 returning last`,
  );
  return `${prefix}${parting}${String(row.last).padStart(4, '0')}`;
}

/** Who of these people is on the way to another regency. */
export async function listUnderway(
  tx: Tx,
  niks: readonly Nik[],
): Promise<{ eventId: Uuid; nik: Nik; letterNumber: string }[]> {
  return many(
    tx,
    sql<{ eventId: Uuid; nik: Nik; letterNumber: string }>`
      select u.event_id as "eventId", ${nikText('u.nik')} as nik, u.letter_number as "letterNumber"
        from civil_event_read.underway u where u.nik = any(${[...niks]}::bigint[])`,
  );
}

export interface EventFilter {
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly kind: string | null;
  /** Recorded at this office; `null`: anywhere in the asker's region. */
  readonly officeId: string | null;
  readonly after: { readonly recordedAt: string; readonly id: string } | null;
}

export interface EventLine extends Omit<CivilEvent, 'details' | 'family'> {
  readonly nik: Nik | null;
  readonly name: string | null;
}

/** The newest recorded first, each under the person it is filed under. `from` and `to` are days on which it was reported. */
export async function listEventLines(tx: Tx, filter: EventFilter, limit: number): Promise<EventLine[]> {
  return many<EventLine>(
    tx,
    sql`select ${columns}, ${nikText('p.nik')} as nik, r.name
          from civil_event.event e
          left join civil_event.participant p on p.event_id = e.id and p.position = 1
          left join resident_read.resident r on r.nik = p.nik
         where (${filter.from}::date is null or e.reported_on >= ${filter.from}::date)
           and (${filter.to}::date is null or e.reported_on <= ${filter.to}::date)
           and (${filter.kind}::text is null or e.kind = ${filter.kind})
           ${filter.officeId ? sql`and e.office_id = ${filter.officeId}` : sql``}
           ${filter.after ? sql`and (e.recorded_at, e.id) < (${filter.after.recordedAt}::timestamptz, ${filter.after.id}::uuid)` : sql``}
         order by e.recorded_at desc, e.id desc limit ${limit}`,
  );
}

/** Events in which somebody took part, newest first. */
export async function listEventLinesOf(tx: Tx, nik: Nik): Promise<EventLine[]> {
  return many<EventLine>(
    tx,
    sql`select ${columns}, ${nikText('p.nik')} as nik, r.name
          from civil_event.participant mine
          join civil_event.event e on e.id = mine.event_id
          left join civil_event.participant p on p.event_id = e.id and p.position = 1
          left join resident_read.resident r on r.nik = p.nik
         where mine.nik = ${nik}::bigint order by e.recorded_at desc, e.id desc limit 200`,
  );
}

/** The histories of these people, an act that an undo cancelled and the undo itself marked as such. */
export async function listHistories(tx: Tx, niks: readonly Nik[]): Promise<(HistoryLine & { nik: Nik })[]> {
  return many<HistoryLine & { nik: Nik }>(
    tx,
    sql`select ${nikText('a.nik')} as nik, a.id as "actId", a.kind, a.occurred_on as "occurredOn", a.version, a.delta,
               a.protected_changed as "protectedChanged",
               exists (select from civil_event.event e where e.act_id = a.id and (e.undone_by is not null or e.kind = 'undo')) as undone
          from resident_read.act a where a.nik = any(${[...niks]}::bigint[]) order by a.nik, a.version`,
  );
}
