import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Recount } from '../extract/schema.ts';

export interface AcceptanceRow {
  readonly extractId: Uuid;
  readonly number: string;
  readonly datedOn: CivilDate;
  readonly signedBy: string;
  readonly enteredAt: Date;
  readonly enteredBy: string;
}

export function findAcceptance(tx: Tx, extractId: string): Promise<AcceptanceRow | undefined> {
  return maybeOne(
    tx,
    sql<AcceptanceRow>`select extract_id as "extractId", number, dated_on as "datedOn", signed_by as "signedBy", entered_at as "enteredAt",
                              entered_by as "enteredBy" from voter.acceptance where extract_id = ${extractId}::uuid`,
  );
}

/** By part. */
export function listRecounts(tx: Tx, extractId: string): Promise<Recount[]> {
  return many(
    tx,
    sql<Recount>`select path as part, male, female, explanation from voter.acceptance_count where extract_id = ${extractId}::uuid order by path`,
  );
}

/** As `system`. */
export async function insertAcceptance(
  tx: Tx,
  a: AcceptanceRow & { readonly entryId: string; readonly counts: readonly Recount[] },
): Promise<void> {
  await run(
    tx,
    sql`insert into voter.acceptance (extract_id, number, dated_on, signed_by, entered_at, entered_by, entry_id)
        values (${a.extractId}::uuid, ${a.number}, ${a.datedOn}, ${a.signedBy}, ${a.enteredAt}, ${a.enteredBy}::uuid, ${a.entryId}::uuid)`,
  );
  await run(
    tx,
    sql`insert into voter.acceptance_count (extract_id, path, male, female, explanation)
        select ${a.extractId}::uuid, c.part, c.male, c.female, c.explanation
          from jsonb_to_recordset(${JSON.stringify(a.counts)}::jsonb) as c (part text, male int, female int, explanation text)`,
  );
}
