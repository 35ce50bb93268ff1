/** Locks as they stand: written by the citizen's own pages, read where a person is looked up. As `system`. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { record, type Subject } from '../../../core/ledger/index.ts';
import { LOCK_NAMES, LOCKS, type Lock } from './rules.ts';

export interface LockStanding {
  readonly lock: Lock;
  readonly setAt: Date;
  readonly until: Date | null;
}

/** Those in force now. */
export async function listLocks(tx: Tx, nik: Nik): Promise<LockStanding[]> {
  const rows = await elevated(tx, () =>
    many<{ kind: number; setAt: Date; until: Date | null }>(
      tx,
      sql`select l.kind, l.set_at as "setAt", l.until from verification.lock l
           where l.nik = ${nik}::bigint and (l.until is null or l.until > ${tx.ground.clock.now()}) order by l.kind`,
    ),
  );
  return rows.map(({ kind, ...row }) => ({ lock: LOCK_NAMES.find((name) => LOCKS[name].bit === kind)!, ...row }));
}

/** Locks until an instant, or until it is lifted (`null`). Said twice it comes to the same. `subjects`: who finds it in his list, and marked how. */
export async function setLock(
  tx: Tx,
  actor: Actor,
  nik: Nik,
  given: { lock: Lock; until: Date | null; subjects: readonly Subject[] },
): Promise<void> {
  const { lock, until, subjects } = given;
  await elevated(tx, async () => {
    const { entryId } = await record(tx, actor, {
      label: 'verification.lock_set',
      subjects,
      facts: { lock, until: until?.toISOString() ?? null },
    });
    await run(
      tx,
      sql`insert into verification.lock (nik, kind, until, set_at, entry_id)
          values (${nik}::bigint, ${LOCKS[lock].bit}, ${until}, ${tx.ground.clock.now()}, ${entryId})
          on conflict (nik, kind) do update set until = excluded.until, set_at = excluded.set_at, entry_id = excluded.entry_id`,
    );
  });
}

export async function liftLock(
  tx: Tx,
  actor: Actor,
  nik: Nik,
  { lock, subjects }: { lock: Lock; subjects: readonly Subject[] },
): Promise<void> {
  await elevated(tx, async () => {
    await record(tx, actor, { label: 'verification.lock_lifted', subjects, facts: { lock } });
    await run(tx, sql`delete from verification.lock where nik = ${nik}::bigint and kind = ${LOCKS[lock].bit}`);
  });
}
