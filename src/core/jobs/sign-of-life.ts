/**
 * Who fetched jobs and died. The queue's library gives back what a killed process held after four hours; until then a file that was being
 * compared, and every job with a timetable, would stand still. So each pool of workers holds an advisory lock in a session of its own,
 * which PostgreSQL lets go when the process dies, and what a pool without one holds is given back.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Pool } from 'pg';
import type { Connection } from '../db/index.ts';

export interface SignOfLife {
  end(): Promise<void>;
}

const RETRY_MS = 500;

/** Holds the lock of this pool until it is ended; takes it again whenever the line was lost. */
export function giveSignOfLife(connection: Connection, poolId: string): SignOfLife {
  const ending = new AbortController();
  let line: Client | null = null;

  async function hold(): Promise<void> {
    const client = new Client({ ...connection, application_name: 'jatidiri jobs' });
    const gone = new Promise<void>((resolve) => void client.on('error', () => resolve()).on('end', () => resolve()));
    try {
      await client.connect();
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [poolId]);
      line = client;
      if (!ending.signal.aborted) await gone;
    } catch {
      // The server is away: again in a moment.
    } finally {
      line = null;
      await client.end().catch(() => {});
    }
  }

  const held = (async () => {
    while (!ending.signal.aborted) {
      await hold();
      await sleep(RETRY_MS, undefined, { signal: ending.signal }).catch(() => {});
    }
  })();
  return {
    async end() {
      ending.abort();
      await line?.end().catch(() => {});
      await held;
    },
  };
}

/** Gives back what pools hold that are no more, fetched longer ago than the grace; the jobs run again, as jobs must bear. */
export async function giveBackLeftovers(pool: Pool, graceSeconds: number): Promise<void> {
  await pool.query(GIVE_BACK, [graceSeconds]);
}

// A lock on one bigint stands in pg_locks as its two halves, with objsubid 1.
const GIVE_BACK = `
  with alive as (
    select (classid::bigint << 32) | objid::bigint as key from pg_locks
     where locktype = 'advisory' and objsubid = 1 and granted
       and database = (select oid from pg_database where datname = current_database())
  ), held as (
    select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
    union all
    select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null
  ), dead as (
    select distinct locked_by from held
     where locked_at < now() - make_interval(secs => $1) and hashtextextended(locked_by, 0) not in (select key from alive)
  )
  select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0`;
