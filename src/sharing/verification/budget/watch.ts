/** Once a minute: what somebody should look at becomes an alarm, and what is past its time goes. */
import type { RawBuilder } from 'kysely';
import { z } from 'zod';
import { systemActor } from '../../../core/access/index.ts';
import { many, run, sql, type Tx } from '../../../core/db/index.ts';
import { asNik, newId, sixteenDigits } from '../../../core/id/index.ts';
import { job } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { forgetPulses } from '../signal/sql.ts';
import { forgetHours } from '../usage/sql.ts';
import { slowUnusual } from '../signal/watch.ts';
import { ALARMING_MISSES } from './rules.ts';

export const watchJob = job({
  name: 'verification.watch',
  payload: z.object({}),
  maxAttempts: 3,
  timetable: { cron: '* * * * *', catchUpHours: 0.1 },
  run: async (tx) => {
    await raiseAlarms(tx);
    await slowUnusual(tx);
    await forget(tx);
    await openMonths(tx);
  },
});

/** Calls are kept by months: this one and the next two are there before somebody asks. */
export async function openMonths(tx: Tx): Promise<void> {
  await run(tx, sql`select verification.make_months(${tx.ground.clock.now()}, 2)`);
}

interface Due {
  readonly kind: 'misses_spent' | 'nik_misses';
  readonly institutionId: string | null;
  readonly nik: string | null;
  readonly n: number;
}

/** One alarm an hour about the same. An alarm changes nothing for anybody: it asks a person to look. */
export async function raiseAlarms(tx: Tx): Promise<number> {
  const due = [...(await listSpent(tx)), ...(await listAlarmingNumbers(tx))];
  for (const { kind, institutionId, nik, n } of due) {
    const { entryId } = await record(tx, systemActor('verification'), {
      label: 'verification.alarmed',
      subjects: nik === null ? [] : [{ nik: asNik(sixteenDigits(nik)), detail: kind }],
      facts: { kind, institution: institutionId, misses: n },
    });
    await run(
      tx,
      sql`insert into verification.alarm (id, kind, institution_id, nik, at, n, entry_id)
          values (${newId()}, ${kind}, ${institutionId}, ${nik}::bigint, now(), ${n}, ${entryId})`,
    );
  }
  return due.length;
}

/** Partners that are slowed down at this moment. */
function listSpent(tx: Tx): Promise<Due[]> {
  return many(
    tx,
    sql<Due>`
      select 'misses_spent' as kind, w.institution_id as "institutionId", null as nik,
             (select count(*)::int from verification.miss m where m.institution_id = w.institution_id and m.at > now() - interval '1 hour') as n
        from verification.allowance w
       where w.left_over < 1 and w.at > now() - interval '2 minutes'
         and not exists (select from verification.alarm a
                          where a.kind = 'misses_spent' and a.institution_id = w.institution_id and a.at > now() - interval '1 hour')`,
  );
}

/** Numbers about which many were wrong, whoever it was. */
function listAlarmingNumbers(tx: Tx): Promise<Due[]> {
  return many(
    tx,
    sql<Due>`
      select 'nik_misses' as kind, null as "institutionId", m.nik, count(*)::int as n
        from verification.miss m where m.at > now() - interval '1 hour'
       group by m.nik
      having count(*) >= ${ALARMING_MISSES}
         and not exists (select from verification.alarm a where a.kind = 'nik_misses' and a.nik = m.nik and a.at > now() - interval '1 hour')`,
  );
}

/** At a thousand calls a second a minute has 60,000 of them: portions, so that no statement holds many rows for long. */
const PORTION = 10_000;
const MOST_PORTIONS = 20;

async function forget(tx: Tx): Promise<void> {
  await inPortions(
    tx,
    sql`delete from verification.once where hash = any(array(select hash from verification.once where until < now() limit ${PORTION}))`,
  );
  await inPortions(
    tx,
    sql`delete from verification.miss where ctid = any(array(
          select ctid from verification.miss where at < now() - interval '1 day' limit ${PORTION}))`,
  );
  // Days of the house's clock, by which they were taken.
  const oldest = sql`(${tx.ground.clock.now()}::timestamptz)::date - 400`;
  await run(tx, sql`delete from verification.quota where day < ${oldest}`);
  await run(tx, sql`delete from verification.portion where settled_at is not null and day < ${oldest}`);
  await forgetPulses(tx);
  await forgetHours(tx);
}

async function inPortions(tx: Tx, statement: RawBuilder<unknown>): Promise<void> {
  for (let n = 0; n < MOST_PORTIONS; n++) if ((await run(tx, statement)) < PORTION) return;
}
