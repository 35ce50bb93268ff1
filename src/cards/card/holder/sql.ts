/** Every statement on contacts, numbers and asks for a code. As `system`: these tables are no office's. */
import { many, maybeOne, nikText, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';

export interface ContactRow {
  readonly sealed: Buffer;
  readonly keptAt: Date;
}

export function findContactRow(tx: Tx, nik: Nik): Promise<ContactRow | undefined> {
  return maybeOne<ContactRow>(tx, sql`select sealed, kept_at as "keptAt" from card.contact where nik = ${nik}::bigint`);
}

export async function putContact(
  tx: Tx,
  row: { nik: Nik; sealed: Buffer; at: Date; officerId: string | null; entryId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into card.contact (nik, sealed, kept_at, officer_id, entry_id)
        values (${row.nik}::bigint, ${row.sealed}, ${row.at}, ${row.officerId}::uuid, ${row.entryId})
        on conflict (nik) do update set sealed = excluded.sealed, kept_at = excluded.kept_at, officer_id = excluded.officer_id,
          entry_id = excluded.entry_id`,
  );
}

/** The next number of a regency's day: `K3175-20181211-0007`. */
export async function nextRequestNumber(tx: Tx, prefix: string): Promise<string> {
  const { last } = await one<{ last: number }>(
    tx,
    sql`insert into card.request_counter as c (prefix, last) values (${prefix}, 1) on conflict (prefix) do update set last = c.last + 1 returning last`,
  );
  return `${prefix}-${String(last).padStart(4, '0')}`;
}

/** Whose request or application of a card this is. */
export async function nikOfNumber(tx: Tx, number: string): Promise<Nik | null> {
  const row = await maybeOne<{ nik: Nik }>(
    tx,
    sql`select ${nikText('q.nik')} as nik from card.request q where q.number = ${number}
        union select ${nikText('a.nik')} from application_read.of_person a where a.number = ${number} and a.kind like 'card.%' limit 1`,
  );
  return row?.nik ?? null;
}

export interface AskRow {
  readonly id: Uuid;
  readonly askedAt: Date;
  readonly sealed: Buffer;
  readonly nik: Nik | null;
  readonly code: Buffer | null;
  readonly tries: number;
  readonly openedAt: Date | null;
  readonly visit: Buffer | null;
  readonly visitUntil: Date | null;
}

/** When this number, or this address, asked since then; the newest first. */
export async function listAsks(tx: Tx, of: 'about' | 'source', key: Buffer, since: Date): Promise<Date[]> {
  const column = of === 'about' ? sql`about` : sql`source`;
  const rows = await many<{ at: Date }>(
    tx,
    sql`select asked_at as at from card.ask where ${column} = ${key} and asked_at > ${since} order by asked_at desc`,
  );
  return rows.map(({ at }) => at);
}

export async function insertAsk(
  tx: Tx,
  ask: { id: Uuid; about: Buffer; source: Buffer; askedAt: Date; sealed: Buffer },
): Promise<void> {
  await run(
    tx,
    sql`insert into card.ask (id, about, source, asked_at, sealed) values (${ask.id}, ${ask.about}, ${ask.source}, ${ask.askedAt}, ${ask.sealed})`,
  );
}

export function findAsk(tx: Tx, id: string): Promise<AskRow | undefined> {
  return maybeOne<AskRow>(
    tx,
    sql`select id, asked_at as "askedAt", sealed, ${nikText('nik')} as nik, code, tries, opened_at as "openedAt", visit, visit_until as "visitUntil"
          from card.ask where id = ${id} for update`,
  );
}

export async function setCode(tx: Tx, id: string, of: { nik: Nik; code: Buffer }): Promise<void> {
  await run(tx, sql`update card.ask set nik = ${of.nik}::bigint, code = ${of.code} where id = ${id}`);
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`update card.ask set tries = tries + 1 where id = ${id}`);
}

export async function setVisit(tx: Tx, id: string, of: { visit: Buffer; until: Date; openedAt: Date }): Promise<void> {
  await run(
    tx,
    sql`update card.ask set opened_at = ${of.openedAt}, visit = ${of.visit}, visit_until = ${of.until} where id = ${id}`,
  );
}

/** What was asked before `before` is forgotten; gives how many. */
export function forgetAsks(tx: Tx, before: Date): Promise<number> {
  return run(tx, sql`delete from card.ask where asked_at < ${before}`);
}
