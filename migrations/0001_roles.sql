-- Roles of the cluster and what everything stands on. Runs as whoever connects (the only migration that does); roles belong
-- to the whole cluster, so what is there already stays. Needs superuser, or CREATEROLE and the database's ownership.

do $$
declare
  wanted text;
begin
  foreach wanted in array array['jatidiri_owner', 'jatidiri_app', 'jatidiri_answer', 'jatidiri_system'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin noinherit nobypassrls', wanted);
      exception when duplicate_object or unique_violation then null; -- another database of this cluster was quicker
      end;
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'jatidiri') then
    begin
      create role jatidiri login noinherit nobypassrls;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
end $$;

-- The login role holds nothing itself; each transaction says which role it plays.
grant jatidiri_owner, jatidiri_app, jatidiri_answer, jatidiri_system to jatidiri with inherit false, set true;
grant jatidiri_owner to current_user with inherit true, set true;

do $$
begin
  execute format('grant create, connect, temporary on database %I to jatidiri_owner', current_database());
  execute format('grant connect, temporary on database %I to jatidiri, jatidiri_app, jatidiri_answer, jatidiri_system', current_database());
  execute format('revoke all on database %I from public', current_database());
end $$;
revoke create on schema public from public;

create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;

set local role jatidiri_owner;

-- Jobs join the act's transaction through one function, so that `app` needs nothing of the queue's own tables.
create schema job;
grant usage on schema job to jatidiri_app, jatidiri_system;

create function job.add(jobs jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_jobs(array(
    select row(j->>'name', (j->'payload')::json, j->>'queue', (j->>'runAt')::timestamptz, (j->>'maxAttempts')::int,
               j->>'key', (j->>'priority')::int, null)::graphile_worker.job_spec
    from jsonb_array_elements(jobs) with ordinality as t(j, place) order by place));
end $$;
comment on function job.add is 'Adds jobs [{name, payload, queue, runAt, maxAttempts, key, priority}] to the queue.';
revoke execute on function job.add from public;
grant execute on function job.add to jatidiri_app, jatidiri_system;

