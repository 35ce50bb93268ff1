import { many, maybeOne, run, sql, type Tx } from '../db/index.ts';
import type { Nik, Uuid } from '../id/index.ts';
import type { Address } from './driver.ts';
import type { MediaType } from './content.ts';

export interface StoredRow {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly villageCode: string;
  readonly officeId: string | null;
  readonly storedAt: Date;
  readonly byteCount: number;
  readonly address: Address;
  readonly mediaType: MediaType;
  readonly kind: string;
}

export interface FoundRow extends StoredRow {
  readonly erased: boolean;
}

export async function insertFiles(tx: Tx, rows: readonly StoredRow[]): Promise<void> {
  await run(
    tx,
    sql`insert into file.stored (nik, village_code, id, office_id, stored_at, byte_count, address, media_type, kind)
        select nik, "villageCode", id, "officeId", "storedAt", "byteCount", decode(address, 'hex'), "mediaType", kind
        from json_to_recordset(${JSON.stringify(rows)}::json) as given(
          nik bigint, "villageCode" bigint, id uuid, "officeId" uuid, "storedAt" timestamptz, "byteCount" int, address text,
          "mediaType" text, kind text)`,
  );
}

export function findFile(tx: Tx, id: Uuid): Promise<FoundRow | undefined> {
  return maybeOne(
    tx,
    sql<FoundRow>`select id, lpad(nik::text, 16, '0') as nik, village_code::text as "villageCode", office_id as "officeId",
          stored_at as "storedAt", byte_count as "byteCount", encode(address, 'hex') as address, media_type as "mediaType", kind,
          erased_at is not null as erased
        from file.stored where id = ${id}`,
  );
}

export function listFilesOf(
  tx: Tx,
  nik: Nik,
): Promise<Pick<StoredRow, 'id' | 'kind' | 'mediaType' | 'storedAt' | 'byteCount'>[]> {
  return many(
    tx,
    sql`select id, kind, media_type as "mediaType", stored_at as "storedAt", byte_count as "byteCount"
        from file.stored where nik = ${nik}::bigint order by id`,
  );
}

export function deleteFiles(tx: Tx, ids: readonly Uuid[]): Promise<number> {
  return run(tx, sql`delete from file.stored where id = any(${[...ids]}::uuid[])`);
}

/** Refuses the person's files from now on; his key is the caller's to destroy. Elevated. Gives how many there are. */
export function markFilesErased(tx: Tx, nik: Nik): Promise<number> {
  return run(
    tx,
    sql`update file.stored set erased_at = ${tx.ground.clock.now()} where nik = ${nik}::bigint and erased_at is null`,
  );
}

/** Of `addresses` those that no row refers to. */
export async function listOrphans(tx: Tx, addresses: readonly Address[]): Promise<Address[]> {
  const rows = await many(
    tx,
    sql<{ address: Address }>`select given.address from unnest(${[...addresses]}::text[]) as given(address)
        where not exists (select from file.stored s where s.address = decode(given.address, 'hex'))`,
  );
  return rows.map((row) => row.address);
}

/** Files go with residents who move, also out of the mover's own region. */
export async function filesFollow(tx: Tx, moved: readonly { nik: Nik; villageCode: string }[]): Promise<void> {
  await run(tx, sql`select file.follow(${JSON.stringify(moved)}::json)`);
}
