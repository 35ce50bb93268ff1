/** Every statement on assisted access. As `system`. */
import { maybeOne, nikText, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import type { AssistReason } from './rules.ts';

export interface AssistanceRow {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly officerId: string;
  readonly officeId: string | null;
  readonly knownBy: 'card' | 'other';
  readonly reason: AssistReason;
  readonly sealed: Buffer;
  readonly openedAt: Date;
  readonly endsAt: Date;
}

export async function insertAssistance(tx: Tx, row: AssistanceRow & { entryId: string }): Promise<void> {
  await run(
    tx,
    sql`insert into citizen.assistance (id, nik, officer_id, office_id, known_by, reason, sealed, opened_at, ends_at, entry_id)
        values (${row.id}, ${row.nik}::bigint, ${row.officerId}, ${row.officeId}, ${row.knownBy}, ${row.reason}, ${row.sealed},
                ${row.openedAt}, ${row.endsAt}, ${row.entryId})`,
  );
}

/** One of the officer's own that has not ended. */
export function findAssistance(
  tx: Tx,
  of: { id: string; officerId: string; now: Date },
): Promise<AssistanceRow | undefined> {
  return maybeOne<AssistanceRow>(
    tx,
    sql`select a.id, ${nikText('a.nik')} as nik, a.officer_id as "officerId", a.office_id as "officeId", a.known_by as "knownBy", a.reason,
               a.sealed, a.opened_at as "openedAt", a.ends_at as "endsAt"
          from citizen.assistance a
         where a.id = ${of.id} and a.officer_id = ${of.officerId} and a.ended_at is null and a.ends_at > ${of.now}`,
  );
}

export async function endAssistance(tx: Tx, id: string, at: Date): Promise<void> {
  await run(tx, sql`update citizen.assistance set ended_at = ${at} where id = ${id} and ended_at is null`);
}
