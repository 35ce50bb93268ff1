import type { ClientBase } from 'pg';

/**
 * The schema as the catalog has it, in a fixed order, as one text that people review and a check compares. Not a backup: it
 * is read, not run. The queue library's own schema, what extensions brought and partitions (made as months come) are left out.
 */
export async function dumpSchema(client: ClientBase): Promise<string> {
  const sections: string[] = [];
  for (const [title, statement] of SECTIONS) {
    const { rows } = await client.query<{ line: string }>(statement);
    if (rows.length > 0) sections.push(`-- ${title}\n\n${rows.map((row) => row.line).join('\n')}`);
  }
  return `${HEADER}\n\n${sections.join('\n\n')}\n`;
}

const HEADER = `-- Made from the catalog after all migrations by "node dev/schema.ts"; npm run check compares. Do not edit.`;

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker') and n.nspname not like 'pg_%'`;

const notOfExtension = (catalog: string, oid: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

const grants = (what: string, acl: string, name: string) => `
  select 'grant ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) || ' on ${what} ' || ${name} || ' to '
         || case when a.grantee = 0 then 'public' else a.grantee::regrole::text end as line
    from t, lateral aclexplode(${acl}) a
   where a.grantee <> t.owner
   group by ${name}, a.grantee`;

const TABLE_BODY = `
  select 'create table ' || c.oid::regclass || e' (\\n' || (
           select string_agg('  ' || part, e',\\n' order by rank, place, part) from (
             select 1 as rank, a.attnum as place, quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                    || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                            when d.oid is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
                    || case when a.attidentity <> '' then ' identity' else '' end
                    || case when a.attnotnull then ' not null' else '' end as part
               from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             union all
             select 2, 0, 'constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
               from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n'
           ) parts) || e'\\n)'
         || case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end
         || case when c.reloptions is null then '' else ' with (' || array_to_string(c.reloptions, ', ') || ')' end || ';'
         || case when c.relrowsecurity then e'\\nalter table ' || c.oid::regclass || ' enable row level security;' else '' end
         || case when c.relforcerowsecurity then e'\\nalter table ' || c.oid::regclass || ' force row level security;' else '' end
         || coalesce((select string_agg(e'\\n' || pg_get_indexdef(i.indexrelid) || ';', '' order by i.indexrelid::regclass::text) from pg_index i
              where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)), '')
         || coalesce((select string_agg(e'\\n' || pg_get_triggerdef(g.oid) || ';', '' order by g.tgname) from pg_trigger g
              where g.tgrelid = c.oid and not g.tgisinternal), '')
         || coalesce((select string_agg(e'\\ncreate policy ' || quote_ident(p.polname) || ' for ' ||
                case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
                || ' to ' || (select string_agg(case when r = 0 then 'public' else r::regrole::text end, ', ') from unnest(p.polroles) r)
                || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
                || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') || ';', '' order by p.polname)
              from pg_policy p where p.polrelid = c.oid), '') || e'\\n' as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition and ${notOfExtension('pg_class', 'c.oid')}
   order by c.oid::regclass::text`;

const SECTIONS: readonly (readonly [title: string, statement: string])[] = [
  [
    'Extensions and schemas',
    `select line from (
       select 1 as rank, extname as name, 'create extension ' || extname || ';' as line from pg_extension where extname <> 'plpgsql'
       union all
       select 2, n.nspname, 'create schema ' || quote_ident(n.nspname) || ';' from pg_namespace n where ${OURS} and n.nspname <> 'public'
     ) parts order by rank, name`,
  ],
  [
    'Types and sequences',
    `select line from (
       select 1 as rank, t.oid::regtype::text as name, 'create domain ' || t.oid::regtype || ' as ' || format_type(t.typbasetype, t.typtypmod)
              || coalesce((select string_agg(' ' || pg_get_constraintdef(k.oid), '' order by k.conname) from pg_constraint k where k.contypid = t.oid), '') || ';' as line
         from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${OURS} and t.typtype = 'd' and ${notOfExtension('pg_type', 't.oid')}
       union all
       select 2, c.oid::regclass::text, 'create sequence ' || c.oid::regclass || ';'
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind = 'S'
     ) parts order by rank, name`,
  ],
  ['Tables', TABLE_BODY],
  [
    'Views',
    `select 'create ' || case c.relkind when 'm' then 'materialized ' else '' end || 'view ' || c.oid::regclass
            || case when c.reloptions is null then '' else ' with (' || array_to_string(c.reloptions, ', ') || ')' end
            || e' as\\n' || pg_get_viewdef(c.oid) || e'\\n' as line
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and c.relkind in ('v', 'm') and ${notOfExtension('pg_class', 'c.oid')} order by c.oid::regclass::text`,
  ],
  [
    'Functions',
    `select pg_get_functiondef(p.oid) || e';\\n' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${OURS} and p.prokind in ('f', 'p') and ${notOfExtension('pg_proc', 'p.oid')} order by p.oid::regprocedure::text`,
  ],
  [
    'Grants',
    `select line || ';' as line from (
       with t as (select n.nspname, n.nspacl as acl, n.nspowner as owner from pg_namespace n where ${OURS} and n.nspname <> 'public')
       ${grants('schema', 't.acl', 't.nspname')}
     ) a union all select line || ';' from (
       with t as (select c.oid::regclass::text as name, c.relacl as acl, c.relowner as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where ${OURS} and c.relacl is not null and not c.relispartition and ${notOfExtension('pg_class', 'c.oid')})
       ${grants('', 't.acl', 't.name')}
     ) b union all select line || ';' from (
       with t as (select c.oid::regclass || ' (' || a.attname || ')' as name, a.attacl as acl, c.relowner as owner
                    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                   where ${OURS} and a.attacl is not null and ${notOfExtension('pg_class', 'c.oid')})
       ${grants('column', 't.acl', 't.name')}
     ) d union all select line || ';' from (
       with t as (select p.oid::regprocedure::text as name, p.proacl as acl, p.proowner as owner from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                   where ${OURS} and p.proacl is not null and ${notOfExtension('pg_proc', 'p.oid')})
       ${grants('function', 't.acl', 't.name')}
     ) c order by line`,
  ],
  [
    'Comments',
    `select line from (
       select 'comment on schema ' || n.nspname || ' is ' || quote_literal(obj_description(n.oid, 'pg_namespace')) || ';' as line
         from pg_namespace n where ${OURS} and n.nspname <> 'public'
       union all
       select 'comment on ' || case when a.attnum is null then '' else 'column ' end || c.oid::regclass || coalesce('.' || a.attname, '')
              || ' is ' || quote_literal(d.description) || ';'
         from pg_description d join pg_class c on d.classoid = 'pg_class'::regclass and c.oid = d.objoid
         join pg_namespace n on n.oid = c.relnamespace
         left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
        where ${OURS} and not c.relispartition and ${notOfExtension('pg_class', 'c.oid')}
       union all
       select 'comment on function ' || p.oid::regprocedure || ' is ' || quote_literal(d.description) || ';'
         from pg_description d join pg_proc p on d.classoid = 'pg_proc'::regclass and p.oid = d.objoid
         join pg_namespace n on n.oid = p.pronamespace where ${OURS} and ${notOfExtension('pg_proc', 'p.oid')}
     ) parts where line is not null order by line`,
  ],
];
