import type { ClientBase } from 'pg';
import { newId } from '../id/index.ts';
import type { MessageValues } from '../refusal/index.ts';
import { refuse } from './refusals.ts';

/**
 * What a hostile administrator could do to the ledger in the database, done on purpose: to show, on demonstration data, that
 * `verify` finds it. Needs a superuser's connection. Each says what it did.
 */
export const TAMPER_KINDS = ['alter', 'delete', 'insert', 'reorder', 'rollback', 'replace'] as const;
export type TamperKind = (typeof TAMPER_KINDS)[number];

/** Gives a number from 0 up to, and without, `below`. */
export type Choose = (below: number) => number;

/** What was done: the text `ledger.tamper.ACT` says it. */
export interface Deed {
  readonly act: (typeof TAMPER_ACTS)[number];
  readonly values: MessageValues;
}

export const TAMPER_ACTS = [
  'alter_nik',
  'alter_instant',
  'alter_detail',
  'alter_entry_of_access',
  'alter_entry_id',
  'delete_access',
  'delete_entry',
  'delete_traces',
  'insert_access',
  'insert_orphan',
  'insert_entry',
  'swap_entries',
  'swap_access',
  'roll_back',
  'replace_by_older',
] as const;

type Act = (client: ClientBase, choose: Choose) => Promise<Deed>;

const ACTS = {
  alter: [alterNik, alterInstant, alterDetail, alterEntryOfAccess, alterEntryId],
  delete: [deleteAccess, deleteEntry, deleteSubjectTraces],
  insert: [insertAccess, insertOrphanAccess, insertEntry],
  reorder: [swapEntries, swapAccess],
  rollback: [rollBack],
  replace: [replaceByOlder],
} as const satisfies Record<TamperKind, readonly Act[]>;

/** Does one act of the kind; refuses where the ledger holds too little to do it to. */
export async function tamper(client: ClientBase, kind: TamperKind, choose: Choose): Promise<Deed> {
  const acts: readonly Act[] = ACTS[kind];
  return acts[choose(acts.length)]!(client, choose);
}

interface AccessRow {
  readonly place: string;
  readonly ctid: string;
  readonly nik: string;
  readonly entry: string;
}

async function pickAccess(
  client: ClientBase,
  choose: Choose,
  where = 'true',
  values: unknown[] = [],
): Promise<AccessRow> {
  const from = `from ledger.access a join ledger.entry e on e.id = a.entry where ${where}`;
  const counted = await client.query<{ n: number }>(`select count(*)::int as n ${from}`, values);
  const { n } = counted.rows[0]!;
  if (n === 0) throw refuse('ledger.too_little');
  const { rows } = await client.query<AccessRow>(
    `select a.tableoid::regclass::text as place, a.ctid::text as ctid, a.nik, a.entry ${from} order by e.seq, a.nik offset ${choose(n)} limit 1`,
    values,
  );
  return rows[0]!;
}

async function pickEntry(client: ClientBase, choose: Choose): Promise<{ seq: string; id: string; size: number }> {
  const counted = await client.query<{ n: number }>('select count(*)::int as n from ledger.entry');
  const size = counted.rows[0]!.n;
  if (size < 2) throw refuse('ledger.too_little');
  const { rows } = await client.query<{ seq: string; id: string }>(
    `select seq, id from ledger.entry order by seq offset ${choose(size)} limit 1`,
  );
  return { ...rows[0]!, size };
}

const change = (client: ClientBase, row: AccessRow, what: string, values: unknown[] = []) =>
  client.query(`update ${row.place} set ${what} where ctid = '${row.ctid}'`, values);

async function alterNik(client: ClientBase, choose: Choose): Promise<Deed> {
  const row = await pickAccess(client, choose);
  await change(client, row, 'nik = nik + $1', [1 + choose(9)]);
  return { act: 'alter_nik', values: {} };
}

async function alterInstant(client: ClientBase, choose: Choose): Promise<Deed> {
  const row = await pickAccess(client, choose);
  // Inside the month, so that the row stays in its partition.
  await change(
    client,
    row,
    `at = case when extract(day from at) < 15 then at + $1::interval else at - $1::interval end`,
    [`${1 + choose(50_000)} milliseconds`],
  );
  return { act: 'alter_instant', values: {} };
}

async function alterDetail(client: ClientBase, choose: Choose): Promise<Deed> {
  const row = await pickAccess(client, choose);
  await change(client, row, `detail = coalesce(detail, '') || 'x'`);
  return { act: 'alter_detail', values: {} };
}

async function alterEntryOfAccess(client: ClientBase, choose: Choose): Promise<Deed> {
  const row = await pickAccess(client, choose);
  await change(client, row, 'entry = (select id from ledger.entry where id <> entry order by seq limit 1)');
  return { act: 'alter_entry_of_access', values: {} };
}

async function alterEntryId(client: ClientBase, choose: Choose): Promise<Deed> {
  const { id } = await pickEntry(client, choose);
  await client.query('update ledger.entry set id = $2 where id = $1', [id, newId()]);
  return { act: 'alter_entry_id', values: {} };
}

async function deleteAccess(client: ClientBase, choose: Choose): Promise<Deed> {
  const row = await pickAccess(client, choose);
  await client.query(`delete from ${row.place} where ctid = '${row.ctid}'`);
  return { act: 'delete_access', values: {} };
}

async function deleteEntry(client: ClientBase, choose: Choose): Promise<Deed> {
  const { id } = await pickEntry(client, choose);
  await client.query('delete from ledger.entry where id = $1', [id]);
  return { act: 'delete_entry', values: {} };
}

async function deleteSubjectTraces(client: ClientBase, choose: Choose): Promise<Deed> {
  const row = await pickAccess(client, choose);
  await client.query('delete from ledger.access where nik = $1', [row.nik]);
  return { act: 'delete_traces', values: {} };
}

async function insertAccess(client: ClientBase, choose: Choose): Promise<Deed> {
  const row = await pickAccess(client, choose);
  await client.query(
    'insert into ledger.access select nik + $2, at, entry, detail from ledger.access where entry = $1 limit 1',
    [row.entry, choose(3)],
  );
  return { act: 'insert_access', values: {} };
}

async function insertOrphanAccess(client: ClientBase, choose: Choose): Promise<Deed> {
  const row = await pickAccess(client, choose);
  await client.query('insert into ledger.access (nik, at, entry) values ($1, now(), $2)', [row.nik, newId()]);
  return { act: 'insert_orphan', values: {} };
}

async function insertEntry(client: ClientBase, choose: Choose): Promise<Deed> {
  const { size } = await pickEntry(client, choose);
  await client.query('insert into ledger.entry (seq, id) values ($1, $2)', [choose(size + 5), newId()]);
  return { act: 'insert_entry', values: {} };
}

async function swapEntries(client: ClientBase, choose: Choose): Promise<Deed> {
  const one = await pickEntry(client, choose);
  await client.query(
    `with other as (select id, seq from ledger.entry where id <> $1 order by seq offset $2 limit 1)
     update ledger.entry e set seq = case when e.id = $1 then other.seq else $3::bigint end
     from other where e.id in ($1, other.id)`,
    [one.id, choose(one.size - 1), one.seq],
  );
  return { act: 'swap_entries', values: {} };
}

async function swapAccess(client: ClientBase, choose: Choose): Promise<Deed> {
  const one = await pickAccess(client, choose);
  const other = await pickAccess(client, choose, 'a.nik <> $1 and a.entry <> $2', [one.nik, one.entry]);
  await change(client, one, 'entry = $1', [other.entry]);
  await change(client, other, 'entry = $1', [one.entry]);
  return { act: 'swap_access', values: {} };
}

async function rollBack(client: ClientBase, choose: Choose): Promise<Deed> {
  const { size } = await pickEntry(client, choose);
  const keep = choose(size);
  await client.query(`with gone as (delete from ledger.entry where seq >= ${keep} returning id)
    delete from ledger.access a using gone where a.entry = gone.id`);
  await client.query(`update ledger.head set size = ${keep}, journals = '{}'`);
  return { act: 'roll_back', values: { taken: size - keep } };
}

/** What a restore of an older copy leaves: every table as it was, nothing that does not fit. */
async function replaceByOlder(client: ClientBase, choose: Choose): Promise<Deed> {
  const { size } = await pickEntry(client, choose);
  const keep = choose(size);
  await client.query(`
    create temporary table older_entry as select * from ledger.entry where seq < ${keep};
    create temporary table older_access as select a.* from ledger.access a join older_entry e on e.id = a.entry;
    truncate ledger.entry, ledger.access, ledger.pending;
    insert into ledger.entry select * from older_entry;
    insert into ledger.access select * from older_access;
    update ledger.head set size = ${keep}, journals = '{}';
    drop table older_entry, older_access;`);
  return { act: 'replace_by_older', values: { kept: keep } };
}
