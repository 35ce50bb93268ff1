/** Every statement on accounts, codes and sessions of citizens. As `system`. */
import { many, maybeOne, nikText, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Nik, Uuid } from '../../../core/id/index.ts';
import { IDLE_MINUTES, SESSION_HOURS, type Way } from './rules.ts';

export interface AccountRow {
  readonly way: 'password' | 'message' | null;
  readonly password: string | null;
}

export function findAccount(tx: Tx, nik: Nik): Promise<AccountRow | undefined> {
  return maybeOne<AccountRow>(tx, sql`select a.way, a.password from citizen.account a where a.nik = ${nik}::bigint`);
}

/** The first use of a code opens it; later ones change nothing. */
export async function openAccount(tx: Tx, row: { nik: Nik; at: Date; entryId: string }): Promise<void> {
  await run(
    tx,
    sql`insert into citizen.account (nik, opened_at, entry_id) values (${row.nik}::bigint, ${row.at}, ${row.entryId})
        on conflict (nik) do nothing`,
  );
}

export async function setWay(
  tx: Tx,
  nik: Nik,
  of: { way: 'password' | 'message'; password: string | null; at: Date },
): Promise<void> {
  await run(
    tx,
    sql`update citizen.account set way = ${of.way}, password = ${of.password}, chosen_at = ${of.at} where nik = ${nik}::bigint`,
  );
}

export interface OfficeCodeRow {
  readonly id: Uuid;
  readonly code: Buffer;
  readonly endsAt: Date;
  readonly usedAt: Date | null;
}

/** The newest; held until the commit, so that two presses are one after the other. */
export function findOfficeCode(tx: Tx, nik: Nik): Promise<OfficeCodeRow | undefined> {
  return maybeOne<OfficeCodeRow>(
    tx,
    sql`select c.id, c.code, c.ends_at as "endsAt", c.used_at as "usedAt" from citizen.office_code c
         where c.nik = ${nik}::bigint and c.ended_at is null for update`,
  );
}

export async function insertOfficeCode(
  tx: Tx,
  row: {
    id: Uuid;
    nik: Nik;
    code: Buffer;
    at: Date;
    endsAt: Date;
    by: string;
    officeId: string | null;
    entryId: string;
  },
): Promise<void> {
  await run(
    tx,
    sql`update citizen.office_code set ended_at = ${row.at} where nik = ${row.nik}::bigint and ended_at is null`,
  );
  await run(
    tx,
    sql`insert into citizen.office_code (id, nik, code, given_at, ends_at, given_by, office_id, entry_id)
        values (${row.id}, ${row.nik}::bigint, ${row.code}, ${row.at}, ${row.endsAt}, ${row.by}, ${row.officeId}, ${row.entryId})`,
  );
}

export async function markCodeUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await run(tx, sql`update citizen.office_code set used_at = coalesce(used_at, ${at}) where id = ${id}`);
}

export interface AskRow {
  readonly id: Uuid;
  readonly askedAt: Date;
  readonly sealed: Buffer;
  readonly nik: Nik | null;
  readonly code: Buffer | null;
  readonly tries: number;
  readonly usedAt: Date | null;
}

/** When this number, or this address, asked since then; the newest first. */
export async function listAsks(tx: Tx, of: 'about' | 'source', key: Buffer, since: Date): Promise<Date[]> {
  const column = of === 'about' ? sql`a.about` : sql`a.source`;
  const rows = await many<{ at: Date }>(
    tx,
    sql`select a.asked_at as at from citizen.ask a where ${column} = ${key} and a.asked_at > ${since} order by a.asked_at desc`,
  );
  return rows.map(({ at }) => at);
}

export async function insertAsk(
  tx: Tx,
  ask: { id: Uuid; about: Buffer; source: Buffer; askedAt: Date; sealed: Buffer },
): Promise<void> {
  await run(
    tx,
    sql`insert into citizen.ask (id, about, source, asked_at, sealed)
        values (${ask.id}, ${ask.about}, ${ask.source}, ${ask.askedAt}, ${ask.sealed})`,
  );
}

export function findAsk(tx: Tx, id: string): Promise<AskRow | undefined> {
  return maybeOne<AskRow>(
    tx,
    sql`select a.id, a.asked_at as "askedAt", a.sealed, ${nikText('a.nik')} as nik, a.code, a.tries, a.used_at as "usedAt"
          from citizen.ask a where a.id = ${id} for update`,
  );
}

export async function setAskCode(tx: Tx, id: string, of: { nik: Nik; code: Buffer }): Promise<void> {
  await run(tx, sql`update citizen.ask set nik = ${of.nik}::bigint, code = ${of.code} where id = ${id}`);
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`update citizen.ask set tries = tries + 1 where id = ${id}`);
}

export async function markAskUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await run(tx, sql`update citizen.ask set used_at = coalesce(used_at, ${at}) where id = ${id}`);
}

export async function forgetOld(tx: Tx, before: Date): Promise<void> {
  await run(tx, sql`delete from citizen.ask where asked_at < ${before}`);
  await run(tx, sql`delete from citizen.session where ends_at < now() - interval '30 days'`);
}

export async function insertSession(
  tx: Tx,
  row: { id: Uuid; tokenHash: Buffer; nik: Nik; way: Way; proofId: string | null },
): Promise<void> {
  // The same proof pressed twice: the first session dies with the second.
  if (row.proofId)
    await run(
      tx,
      sql`update citizen.session set ended_at = now() where proof_id = ${row.proofId} and nik = ${row.nik}::bigint and ended_at is null`,
    );
  await run(
    tx,
    sql`insert into citizen.session (id, token_hash, nik, way, proof_id, ends_at)
        values (${row.id}, ${row.tokenHash}, ${row.nik}::bigint, ${row.way}, ${row.proofId}, now() + ${SESSION_HOURS} * interval '1 hour')`,
  );
}

export interface SessionRow {
  readonly id: Uuid;
  readonly nik: Nik;
  readonly way: Way;
  readonly begunAt: Date;
  readonly seenAt: Date;
  readonly stale: boolean;
  /** Whose data he looks at; `null`: his own. */
  readonly actingFor: Nik | null;
}

const LIVING = sql`s.ended_at is null and s.ends_at > now() and s.seen_at > now() - ${IDLE_MINUTES} * interval '1 minute'`;
const COLUMNS = sql`s.id, ${nikText('s.nik')} as nik, s.way, s.begun_at as "begunAt", s.seen_at as "seenAt",
  s.seen_at < now() - interval '20 seconds' as stale, ${nikText('s.acting_for')} as "actingFor"`;

export function findSessionByToken(tx: Tx, tokenHash: Buffer): Promise<SessionRow | undefined> {
  return maybeOne<SessionRow>(
    tx,
    sql`select ${COLUMNS} from citizen.session s where s.token_hash = ${tokenHash} and ${LIVING}`,
  );
}

export function findSession(tx: Tx, id: string): Promise<SessionRow | undefined> {
  return maybeOne<SessionRow>(tx, sql`select ${COLUMNS} from citizen.session s where s.id = ${id} and ${LIVING}`);
}

export function listSessions(tx: Tx, nik: Nik): Promise<SessionRow[]> {
  return many<SessionRow>(
    tx,
    sql`select ${COLUMNS} from citizen.session s where s.nik = ${nik}::bigint and ${LIVING} order by s.seen_at desc`,
  );
}

export async function touchSession(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`update citizen.session set seen_at = now() where id = ${id}`);
}

/** One of the person's own, or all but one; gives how many ended. */
export function endSessions(tx: Tx, nik: Nik, which: { only: string } | { allBut: string | null }): Promise<number> {
  const those = 'only' in which ? sql`id = ${which.only}` : sql`id is distinct from ${which.allBut}::uuid`;
  return run(
    tx,
    sql`update citizen.session set ended_at = now(), acting_for = null where nik = ${nik}::bigint and ended_at is null and ${those}`,
  );
}
