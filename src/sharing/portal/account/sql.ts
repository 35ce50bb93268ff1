/** Statements about the portal's people and their sessions. Times are true ones, by the database's clock. */
import { many, maybeOne, one, run, sql, type Tx } from '../../../core/db/index.ts';
import type { Role } from './rules.ts';
import { CODE_MINUTES, IDLE_MINUTES } from './rules.ts';

export interface PersonRow {
  readonly id: string;
  readonly institutionId: string;
  readonly pseudonym: string;
  readonly name: string;
  readonly mail: string;
  readonly role: Role;
  readonly state: 'invited' | 'active' | 'ended';
  readonly password: string | null;
  readonly totp: Buffer | null;
  readonly totpPending: Buffer | null;
  readonly totpStep: string;
}

const PERSON = sql`p.id, p.institution_id as "institutionId", p.pseudonym, p.name, p.mail, p.role, p.state, p.password, p.totp,
  p.totp_pending as "totpPending", p.totp_step::text as "totpStep"`;

export function findPerson(tx: Tx, id: string): Promise<PersonRow | undefined> {
  return maybeOne(tx, sql<PersonRow>`select ${PERSON} from portal.person p where p.id = ${id}`);
}

/** Whoever signs in by this address. */
export function findActive(tx: Tx, mail: string): Promise<PersonRow | undefined> {
  return maybeOne(
    tx,
    sql<PersonRow>`select ${PERSON} from portal.person p where p.mail = ${mail} and p.state = 'active'`,
  );
}

export async function insertPerson(
  tx: Tx,
  row: Pick<PersonRow, 'id' | 'institutionId' | 'pseudonym' | 'name' | 'mail' | 'role'> & {
    invitedBy: string;
    entryId: string;
  },
): Promise<void> {
  await run(
    tx,
    sql`insert into portal.person (id, institution_id, pseudonym, name, mail, role, state, invited_at, invited_by, entry_id)
        values (${row.id}, ${row.institutionId}, ${row.pseudonym}, ${row.name}, ${row.mail}, ${row.role}, 'invited',
                ${tx.ground.clock.now()}, ${row.invitedBy}, ${row.entryId})`,
  );
}

/** One at a time: the last administrator and the number of people are counted under this hold. */
export async function holdInstitution(tx: Tx, institutionId: string): Promise<void> {
  await many(tx, sql`select pg_advisory_xact_lock(hashtextextended('portal ' || ${institutionId}::text, 0))`);
}

export interface PeopleCount {
  readonly all: number;
  readonly administrators: number;
}

/** Of those whose access has not ended, and of those the active administrators. */
export function countPeople(tx: Tx, institutionId: string): Promise<PeopleCount> {
  return one(
    tx,
    sql<PeopleCount>`
      select count(*)::int as all, (count(*) filter (where role = 'administrator' and state = 'active'))::int as administrators
        from portal.person where institution_id = ${institutionId} and state <> 'ended'`,
  );
}

export interface ListedPerson extends Pick<PersonRow, 'id' | 'name' | 'mail' | 'role' | 'state'> {
  readonly invitedAt: Date;
  readonly codeUntil: Date | null;
  readonly seenAt: Date | null;
}

export function listPeople(tx: Tx, institutionId: string): Promise<ListedPerson[]> {
  return many(
    tx,
    sql<ListedPerson>`
      select p.id, p.name, p.mail, p.role, p.state, p.invited_at as "invitedAt",
             (select max(c.expires_at) from portal.code c where c.person_id = p.id and c.used_at is null and c.expires_at > now()) as "codeUntil",
             (select max(s.seen_at) from portal.session s where s.person_id = p.id) as "seenAt"
        from portal.person p where p.institution_id = ${institutionId}
       order by p.state = 'ended', p.invited_at, p.id limit 200`,
  );
}

/** Where those of these institutions are reached who act in one of the roles. As `system`. */
export function listMails(
  tx: Tx,
  institutions: readonly string[],
  roles: readonly Role[],
): Promise<{ institutionId: string; mail: string }[]> {
  return many(
    tx,
    sql<{ institutionId: string; mail: string }>`
      select p.institution_id as "institutionId", p.mail from portal.person p
       where p.institution_id = any(${[...institutions]}::uuid[]) and p.state = 'active' and p.role = any(${[...roles]}::text[]) order by p.id`,
  );
}

/** What was issued before is void. */
export async function replaceCode(
  tx: Tx,
  given: { id: string; personId: string; hash: Buffer; hours: number },
): Promise<void> {
  await run(tx, sql`update portal.code set used_at = now() where person_id = ${given.personId} and used_at is null`);
  await run(
    tx,
    sql`insert into portal.code (id, person_id, secret_hash, expires_at)
        values (${given.id}, ${given.personId}, ${given.hash}, now() + ${given.hours} * interval '1 hour')`,
  );
}

/** Uses a code up; gives whose it was. */
export async function redeemCode(tx: Tx, hash: Buffer): Promise<string | null> {
  const row = await maybeOne(
    tx,
    sql<{ personId: string }>`
      update portal.code set used_at = now() where secret_hash = ${hash} and used_at is null and expires_at > now()
      returning person_id as "personId"`,
  );
  return row?.personId ?? null;
}

/** Whoever sets a password anew proves himself by message again. */
export async function activate(tx: Tx, id: string, password: string): Promise<void> {
  await run(
    tx,
    sql`update portal.person set state = 'active', password = ${password}, totp = null, totp_pending = null where id = ${id}`,
  );
}

export async function setTotp(
  tx: Tx,
  id: string,
  to: { totp: Buffer | null; pending: Buffer | null; step?: number },
): Promise<void> {
  await run(
    tx,
    sql`update portal.person set totp = ${to.totp}, totp_pending = ${to.pending}, totp_step = greatest(totp_step, ${to.step ?? 0})
         where id = ${id}`,
  );
}

/** False where the step was used in the meantime. */
export async function useStep(tx: Tx, id: string, step: number): Promise<boolean> {
  return (
    (await run(tx, sql`update portal.person set totp_step = ${step} where id = ${id} and totp_step < ${step}`)) > 0
  );
}

export async function endPerson(tx: Tx, id: string, by: string): Promise<void> {
  const at = tx.ground.clock.now();
  await run(
    tx,
    sql`update portal.person set state = 'ended', ended_at = ${at}, ended_by = ${by}, password = null, totp = null, totp_pending = null
         where id = ${id}`,
  );
  await run(tx, sql`update portal.code set used_at = now() where person_id = ${id} and used_at is null`);
}

export async function insertChallenge(
  tx: Tx,
  given: { id: string; personId: string; hash: Buffer | null },
): Promise<void> {
  await run(tx, sql`delete from portal.challenge where made_at < now() - interval '1 day'`);
  await run(
    tx,
    sql`insert into portal.challenge (id, person_id, code_hash) values (${given.id}, ${given.personId}, ${given.hash})`,
  );
}

export interface ChallengeRow {
  readonly id: string;
  readonly personId: string;
  readonly hash: Buffer | null;
  readonly tries: number;
  readonly ageSeconds: number;
}

/** A living one, held so that tries sent at once count one after the other. */
export function holdChallenge(tx: Tx, id: string): Promise<ChallengeRow | undefined> {
  return maybeOne(
    tx,
    sql<ChallengeRow>`
      select id, person_id as "personId", code_hash as hash, tries, extract(epoch from now() - made_at)::float8 as "ageSeconds"
        from portal.challenge where id = ${id} and used_at is null and made_at > now() - ${CODE_MINUTES} * interval '1 minute' for update`,
  );
}

export async function countTry(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`update portal.challenge set tries = tries + 1 where id = ${id}`);
}

export async function useChallenge(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`update portal.challenge set used_at = now() where id = ${id}`);
}

export async function insertSession(
  tx: Tx,
  given: { id: string; hash: Buffer; personId: string; institutionId: string; ip: string; hours: number },
): Promise<void> {
  await run(
    tx,
    sql`insert into portal.session (id, token_hash, person_id, institution_id, ip, expires_at)
        values (${given.id}, ${given.hash}, ${given.personId}, ${given.institutionId}, ${given.ip}, now() + ${given.hours} * interval '1 hour')`,
  );
}

const LIVING = sql`s.ended_at is null and s.expires_at > now() and s.seen_at > now() - ${IDLE_MINUTES} * interval '1 minute'`;

export interface ActingRow {
  readonly sessionId: string;
  readonly stale: boolean;
  readonly personId: string;
  readonly institutionId: string;
  readonly pseudonym: string;
  readonly role: Role;
}

/** Whose living session this is. */
export function findActing(tx: Tx, hash: Buffer): Promise<ActingRow | undefined> {
  return maybeOne(
    tx,
    sql<ActingRow>`
      select s.id as "sessionId", s.seen_at < now() - interval '1 minute' as stale, p.id as "personId",
             p.institution_id as "institutionId", p.pseudonym, p.role
        from portal.session s join portal.person p on p.id = s.person_id and p.state = 'active'
       where s.token_hash = ${hash} and ${LIVING}`,
  );
}

export async function touchSession(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`update portal.session set seen_at = now() where id = ${id}`);
}

export interface SessionRow {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly ip: string;
  readonly madeAt: Date;
  readonly seenAt: Date;
}

/** The institution's living sessions, the latest first. */
export function listSessions(tx: Tx, institutionId: string): Promise<SessionRow[]> {
  return many(
    tx,
    sql<SessionRow>`
      select s.id, s.person_id as "personId", p.name, s.ip, s.made_at as "madeAt", s.seen_at as "seenAt"
        from portal.session s join portal.person p on p.id = s.person_id
       where s.institution_id = ${institutionId} and ${LIVING} order by s.seen_at desc limit 100`,
  );
}

/** One session, or all of a person. */
export function endSessions(
  tx: Tx,
  given: { institutionId: string; sessionId?: string; personId?: string; by: string },
): Promise<number> {
  return run(
    tx,
    sql`update portal.session set ended_at = now(), ended_by = ${given.by}
         where institution_id = ${given.institutionId} and ended_at is null
           and (${given.sessionId ?? null}::uuid is null or id = ${given.sessionId ?? null}::uuid)
           and (${given.personId ?? null}::uuid is null or person_id = ${given.personId ?? null}::uuid)`,
  );
}

export async function institutionName(tx: Tx, id: string): Promise<{ name: string; state: string } | undefined> {
  return maybeOne(
    tx,
    sql<{ name: string; state: string }>`select name, state from partner_read.institution where institution_id = ${id}`,
  );
}
