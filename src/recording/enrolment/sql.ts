/** Statements on packets, their steps, what is in them, and who counts as recorded. */
import { many, maybeOne, nikText, run, sql, type Tx } from '../../core/db/index.ts';
import type { Nik, Uuid } from '../../core/id/index.ts';
import type { CivilDate } from '../../core/time/index.ts';
import { MODALITIES, type ExceptionReason, type Modality } from '../biometric/schema.ts';
import { statusOf, STATUSES, type Status } from './status.ts';

export interface PacketRow {
  readonly nik: Nik;
  readonly id: Uuid;
  readonly status: Status;
  readonly statusSince: Date;
  readonly source: 'station' | 'import';
  readonly stationId: Uuid | null;
  readonly officerId: string | null;
  readonly officeId: string | null;
  readonly villageCode: string;
  readonly capturedAt: Date;
  readonly recordedOn: CivilDate;
  readonly receivedAt: Date;
  readonly version: number;
}

type Stored = Omit<PacketRow, 'status'> & { readonly status: number };

const columns = sql`${nikText('p.nik')} as nik, p.id, p.status, p.status_since as "statusSince", p.source, p.station_id as "stationId",
  p.officer_id as "officerId", p.office_id as "officeId", lpad(p.village_code::text, 10, '0') as "villageCode",
  p.captured_at as "capturedAt", p.recorded_on as "recordedOn", p.received_at as "receivedAt", p.version`;

const packetOf = (row: Stored): PacketRow => ({ ...row, status: statusOf(row.status) });

export async function listPacketsOf(tx: Tx, nik: Nik): Promise<PacketRow[]> {
  const rows = await many<Stored>(
    tx,
    sql`select ${columns} from enrolment.packet p where p.nik = ${nik}::bigint order by p.received_at desc, p.id desc`,
  );
  return rows.map(packetOf);
}

/** Of many people in one statement, each one's newest first. */
export async function listPacketsOfAll(tx: Tx, niks: readonly Nik[]): Promise<PacketRow[]> {
  const rows = await many<Stored>(
    tx,
    sql`select ${columns} from enrolment.packet p where p.nik = any(${[...niks]}::bigint[]) order by p.nik, p.received_at desc, p.id desc`,
  );
  return rows.map(packetOf);
}

export async function findPacket(tx: Tx, id: string): Promise<PacketRow | undefined> {
  const row = await maybeOne<Stored>(tx, sql`select ${columns} from enrolment.packet p where p.id = ${id}`);
  return row && packetOf(row);
}

/** In the order of their persons, so that two who lock the same packets do not wait for one another. */
export async function listPacketsForUpdate(tx: Tx, ids: readonly string[]): Promise<PacketRow[]> {
  const rows = await many<Stored>(
    tx,
    sql`select ${columns} from enrolment.packet p where p.id = any(${[...ids]}::uuid[]) order by p.nik, p.id for update`,
  );
  return rows.map(packetOf);
}

export interface NewPacket extends Omit<PacketRow, 'version' | 'statusSince'> {
  readonly content: string;
  readonly version: number;
}

export async function insertPacket(tx: Tx, p: NewPacket): Promise<void> {
  await run(
    tx,
    sql`insert into enrolment.packet (nik, id, status, status_since, source, station_id, officer_id, office_id, village_code, captured_at,
          recorded_on, received_at, content, version)
        values (${p.nik}::bigint, ${p.id}, ${STATUSES[p.status].code}, ${p.receivedAt}, ${p.source}, ${p.stationId}, ${p.officerId}, ${p.officeId},
          ${p.villageCode}::bigint, ${p.capturedAt}, ${p.recordedOn}, ${p.receivedAt}, decode(${p.content}, 'hex'), ${p.version})`,
  );
}

/** Whether the person has a packet with just this content under another name. */
export async function findSameContent(tx: Tx, nik: Nik, content: string): Promise<Uuid | undefined> {
  const row = await maybeOne<{ id: Uuid }>(
    tx,
    sql`select p.id from enrolment.packet p where p.nik = ${nik}::bigint and p.content = decode(${content}, 'hex') limit 1`,
  );
  return row?.id;
}

export interface StepRow {
  readonly nik: Nik;
  readonly packet: Uuid;
  readonly version: number;
  readonly status: Status;
  readonly at: Date;
  readonly occurredOn: CivilDate;
  readonly recordedAt: Date;
  readonly officerId: string | null;
  readonly why: string | null;
}

export async function insertSteps(tx: Tx, entryId: string, steps: readonly StepRow[]): Promise<void> {
  const rows = JSON.stringify(steps.map((step) => ({ ...step, status: STATUSES[step.status].code })));
  await run(
    tx,
    sql`insert into enrolment.packet_step (nik, packet_id, version, status, at, occurred_on, recorded_at, officer_id, why, entry_id)
        select nik, packet, version, status, at, "occurredOn", "recordedAt", "officerId", why, ${entryId}
          from json_to_recordset(${rows}::json) as s(nik bigint, packet uuid, version int, status smallint, at timestamptz,
               "occurredOn" date, "recordedAt" timestamptz, "officerId" uuid, why text)`,
  );
}

export async function updatePackets(
  tx: Tx,
  rows: readonly { nik: Nik; id: Uuid; status: Status; since: Date; version: number }[],
): Promise<void> {
  const given = JSON.stringify(rows.map((row) => ({ ...row, status: STATUSES[row.status].code })));
  await run(
    tx,
    sql`update enrolment.packet p set status = s.status, status_since = s.since, version = s.version
          from json_to_recordset(${given}::json) as s(nik bigint, id uuid, status smallint, since timestamptz, version int)
         where p.nik = s.nik and p.id = s.id`,
  );
}

export interface Counted {
  readonly nik: Nik;
  readonly packet: Uuid;
  /** Of the step by which he counts, or does no more. */
  readonly version: number;
  readonly on: CivilDate;
}

/** From that day on the person counts as recorded by this packet. */
export async function openRecordings(tx: Tx, knownAt: Date, rows: readonly Counted[]): Promise<void> {
  if (rows.length === 0) return;
  await run(
    tx,
    sql`insert into enrolment.recording (nik, packet_id, version, recorded_on, known_at)
        select nik, packet, version, "on", ${knownAt} from json_to_recordset(${JSON.stringify(rows)}::json) as s(nik bigint, packet uuid, version int, "on" date)`,
  );
}

export async function endRecordings(tx: Tx, knownAt: Date, rows: readonly Counted[]): Promise<void> {
  if (rows.length === 0) return;
  await run(
    tx,
    sql`update enrolment.recording r set ended_on = s."on", end_known_at = ${knownAt}
          from json_to_recordset(${JSON.stringify(rows)}::json) as s(nik bigint, packet uuid, "on" date)
         where r.nik = s.nik and r.packet_id = s.packet and r.ended_on is null`,
  );
}

export async function listStepsOf(tx: Tx, nik: Nik): Promise<StepRow[]> {
  const rows = await many<Omit<StepRow, 'status'> & { status: number }>(
    tx,
    sql`select ${nikText('s.nik')} as nik, s.packet_id as packet, s.version, s.status, s.at, s.occurred_on as "occurredOn", s.recorded_at as "recordedAt",
               s.officer_id as "officerId", s.why
          from enrolment.packet_step s where s.nik = ${nik}::bigint order by s.packet_id, s.version`,
  );
  return rows.map((row) => ({ ...row, status: statusOf(row.status) }));
}

export interface ItemRow {
  readonly nik: Nik;
  readonly packet: Uuid;
  readonly modality: Modality;
  readonly position: number;
  readonly quality: number | null;
  readonly tries: number;
  readonly format: string | null;
  readonly fileId: Uuid | null;
  readonly exception: ExceptionReason | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
}

export interface NewItem extends Omit<ItemRow, 'approvedBy' | 'approvedAt'> {
  /** Sealed under the person's key. */
  readonly template: Buffer | null;
}

const modalityCode = (modality: Modality): number => MODALITIES.indexOf(modality) + 1;

export async function insertItems(tx: Tx, items: readonly NewItem[]): Promise<void> {
  if (items.length === 0) return;
  const rows = JSON.stringify(
    items.map(({ template, modality, ...item }) => ({
      ...item,
      modality: modalityCode(modality),
      template: template && template.toString('base64'),
    })),
  );
  await run(
    tx,
    sql`insert into enrolment.item (nik, packet_id, modality, position, quality, tries, template, format, file_id, exception)
        select nik, packet, modality, position, quality, tries, decode(template, 'base64'), format, "fileId", exception
          from json_to_recordset(${rows}::json) as i(nik bigint, packet uuid, modality smallint, position smallint, quality smallint,
               tries smallint, template text, format text, "fileId" uuid, exception text)`,
  );
}

const itemColumns = sql`${nikText('i.nik')} as nik, i.packet_id as packet, i.modality, i.position, i.quality, i.tries, i.format,
  i.file_id as "fileId", i.exception, i.approved_by as "approvedBy", i.approved_at as "approvedAt"`;

type StoredItem = Omit<ItemRow, 'modality'> & { readonly modality: number };
const itemOf = <Row extends StoredItem>(row: Row) => ({ ...row, modality: MODALITIES[row.modality - 1]! });

export type OfPacket = { readonly nik: string; readonly packet: string };

export async function listItems(tx: Tx, of: readonly OfPacket[]): Promise<ItemRow[]> {
  const rows = await many<StoredItem>(
    tx,
    sql`select ${itemColumns} from json_to_recordset(${JSON.stringify(of)}::json) as s(nik bigint, packet uuid)
          join enrolment.item i on i.nik = s.nik and i.packet_id = s.packet order by i.packet_id, i.modality, i.position`,
  );
  return rows.map(itemOf);
}

export interface SealedTemplate extends ItemRow {
  readonly template: Buffer;
}

/** Sealed templates of packets, in the order of persons. */
export async function listSealedTemplates(tx: Tx, of: readonly OfPacket[]): Promise<SealedTemplate[]> {
  const rows = await many<StoredItem & { template: Buffer }>(
    tx,
    sql`select ${itemColumns}, i.template from json_to_recordset(${JSON.stringify(of)}::json) as s(nik bigint, packet uuid)
          join enrolment.item i on i.nik = s.nik and i.packet_id = s.packet
         where i.template is not null order by i.nik, i.packet_id, i.modality, i.position`,
  );
  return rows.map(itemOf);
}

/** A template beside the picture from which it was made; one that is there already is replaced. */
export async function upsertTemplates(
  tx: Tx,
  rows: readonly {
    nik: Nik;
    packet: Uuid;
    modality: Modality;
    position: number;
    quality: number | null;
    format: string;
    template: Buffer;
  }[],
): Promise<number> {
  const given = JSON.stringify(
    rows.map(({ template, modality, ...row }) => ({
      ...row,
      modality: modalityCode(modality),
      template: template.toString('base64'),
    })),
  );
  return run(
    tx,
    sql`update enrolment.item i set template = decode(s.template, 'base64'), format = s.format, quality = coalesce(s.quality, i.quality)
          from json_to_recordset(${given}::json) as s(nik bigint, packet uuid, modality smallint, position smallint, quality smallint, format text, template text)
         where i.nik = s.nik and i.packet_id = s.packet and i.modality = s.modality and i.position = s.position`,
  );
}

const atCentre = (Object.keys(STATUSES) as Status[])
  .filter((status) => STATUSES[status].recorded && !['station', 'transit'].includes(STATUSES[status].stage))
  .map((status) => STATUSES[status].code);

/** Packets that the centre holds and that have anything to compare, by person. */
export function listCentrePackets(
  tx: Tx,
  after: OfPacket | null,
  limit: number,
): Promise<{ nik: Nik; packet: Uuid; status: number; villageCode: string }[]> {
  return many(
    tx,
    sql`select ${nikText('p.nik')} as nik, p.id as packet, p.status, lpad(p.village_code::text, 10, '0') as "villageCode" from enrolment.packet p
         where p.status = any(${atCentre}::smallint[])
           and (${after?.nik ?? null}::bigint is null or (p.nik, p.id) > (${after?.nik ?? null}::bigint, ${after?.packet ?? null}::uuid))
           and exists (select from enrolment.item i where i.nik = p.nik and i.packet_id = p.id)
         order by p.nik, p.id limit ${limit}`,
  );
}

export async function approveExceptions(
  tx: Tx,
  nik: Nik,
  packet: string,
  given: { keys: readonly { modality: Modality; position: number }[]; by: string; at: Date },
): Promise<number> {
  const keys = JSON.stringify(given.keys.map((key) => ({ ...key, modality: modalityCode(key.modality) })));
  return run(
    tx,
    sql`update enrolment.item i set approved_by = ${given.by}, approved_at = ${given.at}
          from json_to_recordset(${keys}::json) as k(modality smallint, position smallint)
         where i.nik = ${nik}::bigint and i.packet_id = ${packet} and i.modality = k.modality and i.position = k.position
           and i.exception is not null and i.approved_by is null`,
  );
}
