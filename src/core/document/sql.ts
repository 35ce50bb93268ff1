import { many, maybeOne, run, sql, type Tx } from '../db/index.ts';
import type { Nik, Uuid } from '../id/index.ts';
import type { CivilDate } from '../time/index.ts';

export type PaperState = 'valid' | 'replaced' | 'cancelled';

export interface NewPaper {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly villageCode: string;
  readonly fileId: Uuid;
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly recordedAt: Date;
  readonly officeId: string;
  readonly officeName: string;
  readonly officerId: string;
  readonly salt: Buffer;
  readonly contentHash: Buffer;
  readonly sha256: Buffer;
  readonly checkpoint: { readonly size: number; readonly root: Buffer };
}

export async function insertPaper(tx: Tx, p: NewPaper): Promise<void> {
  await run(
    tx,
    sql`insert into document.issued (id, nik, village_code, file_id, kind, number, issued_on, recorded_at, office_id,
          office_name, officer_id, salt, content_hash, sha256, log_size, log_root)
        values (${p.id}, ${p.nik}::bigint, ${p.villageCode}::bigint, ${p.fileId}, ${p.kind}, ${p.number}, ${p.issuedOn}::date,
          ${p.recordedAt}, ${p.officeId}, ${p.officeName}, ${p.officerId}, ${p.salt}, ${p.contentHash}, ${p.sha256},
          ${p.checkpoint.size}::bigint, ${p.checkpoint.root})`,
  );
}

/** Ends a valid paper; gives 0 when it was not valid (any more) or not to be seen. */
export function endPaper(
  tx: Tx,
  id: Uuid,
  end: { state: 'replaced' | 'cancelled'; at: Date; replacedBy: Uuid | null; reason: string | null },
): Promise<number> {
  return run(
    tx,
    sql`update document.issued set state = ${end.state}, ended_at = ${end.at}, replaced_by = ${end.replacedBy}, end_reason = ${end.reason}
        where id = ${id} and state = 'valid'`,
  );
}

/** Ends the valid papers of a kind with these numbers, as far as they are to be seen; gives how many. */
export function endPapersOf(
  tx: Tx,
  given: { kind: string; numbers: readonly string[]; at: Date; reason: string },
): Promise<number> {
  return run(
    tx,
    sql`update document.issued set state = 'cancelled', ended_at = ${given.at}, end_reason = ${given.reason}
        where kind = ${given.kind} and number = any(${[...given.numbers]}::text[]) and state = 'valid'`,
  );
}

export interface CurrentPaper {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly fileId: Uuid;
  readonly salt: Buffer;
  readonly contentHash: Buffer;
}

/** The valid paper of a kind and number; the latest, should there be two. */
export function findCurrentPaper(tx: Tx, kind: string, number: string): Promise<CurrentPaper | undefined> {
  return maybeOne(
    tx,
    sql<CurrentPaper>`select id, lpad(nik::text, 16, '0') as nik, file_id as "fileId", salt, content_hash as "contentHash"
        from document.issued where kind = ${kind} and number = ${number} and state = 'valid' order by id desc limit 1`,
  );
}

export interface IssuedPaper {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly recordedAt: Date;
  readonly state: PaperState;
  readonly replacedBy: Uuid | null;
  readonly endReason: string | null;
  readonly officeName: string;
  readonly fileId: Uuid;
}

const columns = sql`id, lpad(nik::text, 16, '0') as nik, kind, number, issued_on as "issuedOn", recorded_at as "recordedAt", state,
  replaced_by as "replacedBy", end_reason as "endReason", office_name as "officeName", file_id as "fileId"`;

export function findPaper(tx: Tx, id: Uuid): Promise<IssuedPaper | undefined> {
  return maybeOne(tx, sql<IssuedPaper>`select ${columns} from document.issued where id = ${id}`);
}

/** A person's papers, the newest first. */
export function listPapers(tx: Tx, nik: Nik): Promise<IssuedPaper[]> {
  return many(tx, sql<IssuedPaper>`select ${columns} from document.issued where nik = ${nik}::bigint order by id desc`);
}

export interface PublicPaper {
  readonly id: Uuid;
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly state: PaperState;
  readonly replacedBy: Uuid | null;
  /** The day on which it was replaced or cancelled, in WIB. */
  readonly endedOn: CivilDate | null;
  readonly officeName: string;
  readonly contentHash: Buffer;
  readonly logSize: number;
  readonly logRoot: Buffer;
}

/** Past the policies: nothing personal is in it but the number, which is only compared. */
export function findPublicPaper(tx: Tx, id: Uuid): Promise<PublicPaper | undefined> {
  return maybeOne(
    tx,
    sql<PublicPaper>`select id, kind, number, issued_on as "issuedOn", state, replaced_by as "replacedBy", ended_on as "endedOn", office_name as "officeName",
          content_hash as "contentHash", log_size::float8 as "logSize", log_root as "logRoot"
        from document_read.check_paper(${id})`,
  );
}

/** Papers go with residents who move, also out of the mover's own region. */
export async function papersFollow(tx: Tx, moved: readonly { nik: Nik; villageCode: string }[]): Promise<void> {
  await run(tx, sql`select document.follow(${JSON.stringify(moved)}::json)`);
}
