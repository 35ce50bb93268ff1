/** What is under way about a person's record: an announced deactivation, an appeal, a merge that can be taken back. */
import type { Actor } from '../../core/access/index.ts';
import { elevated, maybeOne, nikText, sql, type Tx } from '../../core/db/index.ts';
import { asNik } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { getResident, nikOf } from './person.ts';
import type { Standing } from './schema.ts';
import { findResident } from './sql.ts';

/** The open deactivation and the living merge of a person, `null` where there is none. Refuses as opening him does. */
export async function openStanding(tx: Tx, actor: Actor, input: { ref: string }): Promise<Standing> {
  const { nik } = await getResident(tx, nikOf(tx, input.ref));
  await record(tx, actor, { label: 'resident.standing_opened', subjects: [{ nik, detail: 'standing' }] });
  const deactivation = await maybeOne<NonNullable<Standing['deactivation']>>(
    tx,
    sql`select d.reason, d.legal_basis as "legalBasis", d.noticed_on as "noticedOn", d.effective_on as "effectiveOn",
               d.effective_act is not null as "inForce", d.appealed_on as "appealedOn", d.appeal, d.appeal_state as "appealState",
               d.appeal_reason as "appealReason"
          from resident.deactivation d where d.nik = ${nik}::bigint and d.ended_on is null`,
  );
  const merged = await maybeOne<{ survivor: string; mergedAt: Date }>(
    tx,
    sql`select ${nikText('m.survivor_nik')} as survivor, m.merged_at as "mergedAt" from resident.merge m
         where m.absorbed_nik = ${nik}::bigint and m.undone_at is null`,
  );
  // The other record may live in another region; only its name is said, as the proposal said it.
  const survivor = merged && (await elevated(tx, () => findResident(tx, asNik(merged.survivor))));
  return {
    deactivation: deactivation ?? null,
    mergedInto:
      merged && survivor
        ? { ref: tx.ground.personRefs.of(survivor.nik), name: survivor.name, mergedAt: merged.mergedAt.toISOString() }
        : null,
  };
}
