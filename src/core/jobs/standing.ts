import { many, one, sql, type Tx } from '../db/index.ts';

export interface QueueStanding {
  readonly waiting: number;
  readonly retrying: number;
  readonly failed: number;
  readonly oldestWaitingSeconds: number | null;
  readonly failedNames: readonly { name: string; n: number }[];
}

/** How the queue stands, by true time: what is due or later, what failed and will be tried again, what was given up. As `system`. */
export async function queueStanding(tx: Tx): Promise<QueueStanding & { failedNames: { name: string; n: number }[] }> {
  const counts = await one(
    tx,
    sql<Omit<QueueStanding, 'failedNames'>>`
      select count(*) filter (where attempts < max_attempts)::int as waiting,
             count(*) filter (where attempts > 0 and attempts < max_attempts)::int as retrying,
             count(*) filter (where attempts >= max_attempts)::int as failed,
             extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and run_at <= now()))::float8 as "oldestWaitingSeconds"
      from graphile_worker.jobs`,
  );
  const failedNames = await many(
    tx,
    sql<{ name: string; n: number }>`
      select task_identifier as name, count(*)::int as n from graphile_worker.jobs
      where attempts >= max_attempts group by task_identifier order by n desc, name limit 10`,
  );
  return { ...counts, failedNames };
}

/** Which of these keys have a job that waits, runs or will be tried again: a job that was given up has none. As `system`. */
export async function livingKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  const found = await many(
    tx,
    sql<{ key: string }>`
      select key from graphile_worker.jobs where key = any(${[...keys]}::text[]) and (attempts < max_attempts or locked_at is not null)`,
  );
  return new Set(found.map(({ key }) => key));
}
