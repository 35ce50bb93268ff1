import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';

export interface StationRow {
  readonly id: Uuid;
  readonly officeId: string;
  readonly name: string;
  readonly kind: 'fixed' | 'mobile';
  readonly publicKey: Buffer;
  readonly state: 'active' | 'revoked';
  readonly registeredAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedWhy: string | null;
}

const columns = sql`s.id, s.office_id as "officeId", s.name, s.kind, s.public_key as "publicKey", s.state, s.registered_at as "registeredAt",
  s.revoked_at as "revokedAt", s.revoked_why as "revokedWhy"`;

export function findStation(tx: Tx, id: string): Promise<StationRow | undefined> {
  return maybeOne<StationRow>(tx, sql`select ${columns} from enrolment.station s where s.id = ${id}`);
}

export async function insertCode(
  tx: Tx,
  c: {
    id: Uuid;
    hash: Buffer;
    officeId: string;
    name: string;
    kind: string;
    by: string;
    issuedAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into enrolment.station_code (id, secret_hash, office_id, name, kind, issued_by, issued_at, expires_at)
        values (${c.id}, ${c.hash}, ${c.officeId}, ${c.name}, ${c.kind}, ${c.by}, ${c.issuedAt}, ${c.expiresAt})`,
  );
}

export interface UsedCode {
  readonly id: Uuid;
  readonly officeId: string;
  readonly name: string;
  readonly kind: 'fixed' | 'mobile';
}

/** Uses a code up; nothing where it is unknown, used or expired. */
export function useCode(tx: Tx, hash: Buffer, stationId: Uuid, at: Date): Promise<UsedCode | undefined> {
  return maybeOne<UsedCode>(
    tx,
    sql`update enrolment.station_code set used_at = ${at}, station_id = ${stationId}
         where secret_hash = ${hash} and used_at is null and expires_at > ${at}
        returning id, office_id as "officeId", name, kind`,
  );
}

export async function insertStation(
  tx: Tx,
  s: { id: Uuid; officeId: string; name: string; kind: string; publicKey: Buffer; at: Date; by: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into enrolment.station (id, office_id, name, kind, public_key, registered_at, registered_by)
        values (${s.id}, ${s.officeId}, ${s.name}, ${s.kind}, ${s.publicKey}, ${s.at}, ${s.by})`,
  );
}

/** Gives how many: none where it was revoked before. */
export function revoke(tx: Tx, id: string, given: { at: Date; by: string; why: string }): Promise<number> {
  return run(
    tx,
    sql`update enrolment.station set state = 'revoked', revoked_at = ${given.at}, revoked_by = ${given.by}, revoked_why = ${given.why}
         where id = ${id} and state = 'active'`,
  );
}

export interface StationLine extends StationRow {
  readonly office: string | null;
  readonly registeredBy: string | null;
  readonly packets: number;
  readonly lastPacketAt: Date | null;
}

/** Stations of the offices in a region (all of them for the nation), and of the officer's own office. */
export function listStationsOf(tx: Tx, given: { officeId: string | null; region: string | null }) {
  const inRegion = given.region === null ? sql`false` : sql`coalesce(o.region_code, ${''}) like ${`${given.region}%`}`;
  return many<StationLine>(
    tx,
    sql`select ${columns}, o.name as office, f.name as "registeredBy", coalesce(i.n, 0) as packets, i.last as "lastPacketAt"
          from enrolment.station s left join office_read.office o on o.id = s.office_id
          left join officer_read.officer f on f.id = s.registered_by
          left join lateral (select count(*)::int as n, max(opened_at) as last from enrolment.intake i where i.station_id = s.id) i on true
         where s.office_id::text = ${given.officeId ?? ''} or ${inRegion}
         order by s.state, o.name, s.name limit 500`,
  );
}
