/** Statements about the papers of cooperations. */
import { many, maybeOne, sql, type Tx } from '../../../core/db/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Contents, Signatory } from '../schema.ts';
import { SINGLE, type DocumentKind } from './rules.ts';

export interface NewDocument {
  readonly id: string;
  readonly cooperationId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly fileId: string | null;
  readonly paperId: string | null;
  readonly signedOn: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly signatories: Signatory[];
  readonly contents: Contents | null;
}

/** Each becomes the next version: of its line where the kind has one line, else of its number. The cooperations are held. */
export async function insertDocuments(
  tx: Tx,
  rows: readonly NewDocument[],
  by: { at: Date; id: string; entryId: string },
): Promise<{ id: string; version: number }[]> {
  const line = sql`case when r.kind = any(${[...SINGLE]}::text[]) then '' else r.number end`;
  return many(
    tx,
    sql<{ id: string; version: number }>`
      insert into partner.document (id, cooperation_id, kind, number, version, sha256, file_id, paper_id, signed_on, valid_from, valid_until,
                                    signatories, contents, recorded_at, recorded_by, entry_id)
      select r.id, r."cooperationId", r.kind, r.number,
             (select coalesce(max(d.version), 0) from partner.document d where d.cooperation_id = r."cooperationId" and d.kind = r.kind
                 and (${line} = '' or d.number = r.number))
               + row_number() over (partition by r."cooperationId", r.kind, ${line} order by r.id),
             decode(r.sha256, 'hex'), r."fileId", r."paperId", r."signedOn", r."validFrom", r."validUntil", r.signatories, r.contents,
             ${by.at}, ${by.id}::uuid, ${by.entryId}::uuid
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, "cooperationId" uuid, kind text, number text, sha256 text, "fileId" uuid,
             "paperId" uuid, "signedOn" date, "validFrom" date, "validUntil" date, signatories jsonb, contents jsonb)
      returning id, version`,
  );
}

export interface DocumentRow {
  readonly id: string;
  readonly cooperationId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly version: number;
  readonly sha256: string;
  readonly fileId: string | null;
  readonly paperId: string | null;
  readonly signedOn: CivilDate;
  readonly validFrom: CivilDate | null;
  readonly validUntil: CivilDate | null;
  readonly signatories: Signatory[];
  readonly contents: Contents | null;
  readonly recordedAt: Date;
  readonly by: string | null;
  readonly entryId: string;
}

const columns = sql`d.id, d.cooperation_id as "cooperationId", d.kind, d.number, d.version, encode(d.sha256, 'hex') as sha256, d.file_id as "fileId",
  d.paper_id as "paperId", d.signed_on as "signedOn", d.valid_from as "validFrom", d.valid_until as "validUntil", d.signatories, d.contents,
  d.recorded_at as "recordedAt", o.name as by, d.entry_id as "entryId"`;

export function listDocuments(tx: Tx, cooperations: readonly string[]): Promise<DocumentRow[]> {
  return many(
    tx,
    sql<DocumentRow>`select ${columns} from partner.document d left join officer_read.officer o on o.id = d.recorded_by
                      where d.cooperation_id = any(${[...cooperations]}::uuid[]) order by d.recorded_at, d.id`,
  );
}

export function findDocument(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  return maybeOne(
    tx,
    sql<DocumentRow>`select ${columns} from partner.document d left join officer_read.officer o on o.id = d.recorded_by where d.id = ${id}::uuid`,
  );
}

/** The documents by id, for those who build on many. */
export function listDocumentsById(tx: Tx, ids: readonly string[]): Promise<DocumentRow[]> {
  return many(
    tx,
    sql<DocumentRow>`select ${columns} from partner.document d left join officer_read.officer o on o.id = d.recorded_by
                      where d.id = any(${[...ids]}::uuid[])`,
  );
}
