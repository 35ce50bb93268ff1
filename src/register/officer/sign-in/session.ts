import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { many, maybeOne, run, sql, type Tx } from '../../../core/db/index.ts';
import { CSRF_COOKIE, csrfOf, SESSION_COOKIE, type RequestFacts } from '../../../core/http/index.ts';
import { newId } from '../../../core/id/index.ts';
import type { Language } from '../../../core/text/index.ts';
import { scopesOf } from '../roles.ts';

export type SignInMethod = 'password' | 'passkey' | 'link' | 'code';

/** A shift, and half an hour away from the desk. True time, by the database's clock. */
export const SESSION_HOURS = 12;
export const IDLE_MINUTES = 30;

/** Starts a session, puts its two cookies on the answer, and gives who acts in it from now on. */
export async function startSession(
  tx: Tx,
  given: { officerId: string; officeId: string; method: SignInMethod },
  request: RequestFacts,
): Promise<Actor> {
  const token = randomBytes(32).toString('base64url');
  await run(
    tx,
    sql`insert into officer.session (id, token_hash, officer_id, office_id, method, expires_at, ip, user_agent)
        values (${newId()}, ${tokenHash(token)}, ${given.officerId}, ${given.officeId}, ${given.method},
                now() + ${SESSION_HOURS} * interval '1 hour', ${request.ip}, ${request.userAgent})`,
  );
  request.setCookie(SESSION_COOKIE, token, SESSION_HOURS * 3600);
  request.setCookie(CSRF_COOKIE, csrfOf(token), SESSION_HOURS * 3600);
  const actor = await findActor(tx, token);
  if (!actor) throw new Error('a session that was just made is not there');
  return actor;
}

interface ActorRow {
  sessionId: string;
  stale: boolean;
  officerId: string;
  pseudonym: string;
  language: Language;
  officeId: string;
  regionCode: string | null;
  zone: string;
  roles: string[];
}

/**
 * Who acts in a living session: an active officer, at one office, with the roles that his posts and the delegations to
 * him give him there today, by the office's calendar. A lent role lasts only while the lender still holds it.
 */
export async function findActor(tx: Tx, token: string): Promise<Actor | null> {
  const row = await maybeOne(
    tx,
    sql<ActorRow>`
      select s.id as "sessionId", s.seen_at < now() - interval '1 minute' as stale,
             o.id as "officerId", o.pseudonym, o.language,
             f.id as "officeId", f.region_code as "regionCode", f.zone, held.roles
      from officer.session s
      join officer.officer o on o.id = s.officer_id and o.state = 'active'
      join office_read.office f on f.id = s.office_id
      cross join lateral (select (${tx.ground.clock.now()}::timestamptz at time zone f.zone)::date as today) d
      cross join lateral (
        select coalesce(array_agg(distinct r.role), '{}') as roles from (
          select p.role from officer.post p
          where p.officer_id = o.id and p.office_id = f.id and d.today between p.from_on and coalesce(p.until_on, 'infinity')
          union all
          select l.role from officer.delegation l
          join officer.post p on p.officer_id = l.from_officer_id and p.office_id = l.office_id and p.role = l.role
            and d.today between p.from_on and coalesce(p.until_on, 'infinity')
          join officer.officer lender on lender.id = l.from_officer_id and lender.state = 'active'
          where l.to_officer_id = o.id and l.office_id = f.id and l.revoked_at is null and d.today between l.from_on and l.until_on
        ) r
      ) held
      where s.token_hash = ${tokenHash(token)} and s.ended_at is null and s.expires_at > now()
        and s.seen_at > now() - ${IDLE_MINUTES} * interval '1 minute'`,
  );
  if (!row || row.roles.length === 0) return null;
  if (row.stale) await run(tx, sql`update officer.session set seen_at = now() where id = ${row.sessionId}`);
  return {
    kind: 'officer',
    id: row.officerId,
    pseudonym: row.pseudonym,
    officeId: row.officeId,
    jurisdiction: row.regionCode === null ? null : { code: row.regionCode },
    roles: row.roles,
    scopes: scopesOf(row.roles),
    purpose: null,
    language: row.language,
    zone: row.zone,
    sessionId: row.sessionId,
  };
}

export interface SessionRow {
  id: string;
  officeName: string;
  method: SignInMethod;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
  ip: string;
  userAgent: string;
}

/** The officer's living sessions, the latest first. */
export async function listLiving(tx: Tx, officerId: string): Promise<SessionRow[]> {
  return many(
    tx,
    sql<SessionRow>`
      select s.id, f.name as "officeName", s.method, s.created_at as "createdAt", s.seen_at as "seenAt",
             s.expires_at as "expiresAt", s.ip, s.user_agent as "userAgent"
      from officer.session s join office_read.office f on f.id = s.office_id
      where s.officer_id = ${officerId} and s.ended_at is null and s.expires_at > now()
        and s.seen_at > now() - ${IDLE_MINUTES} * interval '1 minute'
      order by s.seen_at desc`,
  );
}

/** Ends sessions: one, or all of an officer's (but for one). Gives how many; none is remembered after the commit. */
export async function endSessions(
  tx: Tx,
  given: { officerId: string; sessionId?: string; except?: string | null; by: string },
): Promise<number> {
  const ended = await many(
    tx,
    sql<{ id: string }>`
      update officer.session set ended_at = now(), ended_by = ${given.by}
      where officer_id = ${given.officerId} and ended_at is null
        and (${given.sessionId ?? null}::uuid is null or id = ${given.sessionId ?? null}::uuid)
        and id is distinct from ${given.except ?? null}::uuid
      returning id`,
  );
  forgetActor(tx, given.officerId);
  return ended.length;
}

/** From the commit on this process asks the database again who the officer is. */
export function forgetActor(tx: Tx, officerId: string): void {
  tx.afterCommit(() => tx.ground.actors.forget(officerId));
}

function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
