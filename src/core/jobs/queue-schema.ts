import { Logger, runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import type { Connection } from '../db/connection.ts';
import { quietPool } from '../db/quiet-pool.ts';

/** The queue's own tables, which its library migrates itself, and the leave for `jatidiri_system` to work on them. */
export async function runQueueMigrations(connection: Connection): Promise<void> {
  const pool = quietPool({ ...connection, max: 2, options: '-c role=jatidiri_owner' });
  try {
    await runMigrations({ pgPool: pool, logger: quietLogger() });
  } finally {
    await pool.end();
  }
  const client = new Client({ ...connection, options: '-c role=jatidiri_owner' });
  await client.connect();
  try {
    await client.query(GRANTS);
  } finally {
    await client.end();
  }
}

/** Only warnings and errors, to standard error; a payload is never among them. */
export function quietLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') process.stderr.write(`${message}\n`);
  });
}

// The library switches row-level security on and leaves its tables without a policy, so that only their owner gets in.
const GRANTS = `
do $$
declare
  relation record;
begin
  grant usage on schema graphile_worker to jatidiri_system;
  grant select, insert, update, delete on all tables in schema graphile_worker to jatidiri_system;
  grant usage, select, update on all sequences in schema graphile_worker to jatidiri_system;
  grant execute on all functions in schema graphile_worker to jatidiri_system;
  for relation in
    select c.relname from pg_class c
     where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'jatidiri_system')
  loop
    execute format('create policy jatidiri_system on graphile_worker.%I to jatidiri_system using (true) with check (true)', relation.relname);
  end loop;
end $$;`;
