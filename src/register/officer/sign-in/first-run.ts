import { randomBytes } from 'node:crypto';
import { publicActor, type Actor } from '../../../core/access/index.ts';
import { many, one, run, sql, type Tx } from '../../../core/db/index.ts';
import { newId } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { DITJEN_ID } from '../../office/index.ts';
import { refuseOfficer } from '../refusals.ts';
import { insertOfficer, insertPost, setPassword } from '../sql.ts';
import { issueCode, redeemCode, revokeCodes } from './code.ts';
import { hashPassword, mustBeStrong } from './password.ts';

/** Nobody can do harm alone: the house opens when this many administrators exist. */
export const FIRST_ADMINISTRATORS = 2;

/** How many of the first administrators exist. */
export async function countAdministrators(tx: Tx): Promise<number> {
  const { n } = await one(
    tx,
    sql<{ n: number }>`
      select count(distinct p.officer_id)::int as n from officer.post p
      join officer.officer o on o.id = p.officer_id and o.state <> 'invited' where p.role = 'administrator'`,
  );
  return n;
}

export async function firstRunPending(tx: Tx): Promise<boolean> {
  return (await countAdministrators(tx)) < FIRST_ADMINISTRATORS;
}

/** One code for each administrator still missing, shown once by whoever starts the house; earlier ones are void. */
export async function issueFirstRunCodes(tx: Tx): Promise<string[]> {
  const missing = Math.max(0, FIRST_ADMINISTRATORS - (await countAdministrators(tx)));
  await revokeCodes(tx, 'first_run', null);
  const codes: string[] = [];
  for (let i = 0; i < missing; i++)
    codes.push(await issueCode(tx, { kind: 'first_run', officerId: null, hours: null }));
  return codes;
}

export interface NewAdministrator {
  readonly code: string;
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** Registers one of the first two administrators, at the centre. Refuses once both exist. */
export async function registerFirstAdministrator(tx: Tx, given: NewAdministrator): Promise<{ missing: number }> {
  // One at a time: two people with one code each must not both be "the last".
  await many(tx, sql`select pg_advisory_xact_lock(hashtextextended('officer.first_run', 0))`);
  if (!(await firstRunPending(tx))) throw refuseOfficer('officer.first_run_over');
  await redeemCode(tx, 'first_run', given.code);
  mustBeStrong(given.password, given.username);
  const officerId = newId();
  const pseudonym = newPseudonym();
  await insertOfficer(tx, {
    id: officerId,
    pseudonym,
    username: given.username,
    name: given.name,
    employeeNumber: null,
    state: 'active',
  });
  const from = today(tx.ground.clock, 'Asia/Jakarta');
  await insertPost(tx, { id: newId(), officerId, officeId: DITJEN_ID, role: 'administrator', from, until: null });
  await setPassword(tx, officerId, await hashPassword(given.password));
  await run(
    tx,
    sql`insert into officer.history (id, officer_id, act, occurred_on, recorded_by, delta)
        values (${newId()}, ${officerId}, 'first_administrator', ${from}, ${pseudonym}, '{}')`,
  );
  const actor: Actor = { ...publicActor('id'), pseudonym };
  await record(tx, actor, { label: 'officer.first_administrator', facts: { officer: pseudonym } });
  return { missing: FIRST_ADMINISTRATORS - (await countAdministrators(tx)) };
}

/** What the ledger calls an officer: says nothing about him. */
export function newPseudonym(): string {
  return `p-${randomBytes(9).toString('base64url').toLowerCase()}`;
}
