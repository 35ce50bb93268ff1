import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { addDays, asCivilDate, today } from '../../core/time/index.ts';
import { mustCoverOffice } from '../office/index.ts';
import { refuseOfficer } from './refusals.ts';
import type { Delegation } from './schema.ts';
import { forgetActor } from './sign-in/session.ts';
import {
  findAccountById,
  findDelegation,
  insertDelegation,
  listDelegations,
  ownRoles,
  revokeDelegations,
  type DelegationRow,
} from './sql.ts';

/** The longest absence for which a role is lent. */
export const MOST_DAYS = 90;

export interface NewDelegation {
  readonly toOfficerId: string;
  readonly role: Delegation['role'];
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/**
 * Lends a role of one's own, at the office of the session, to a colleague there, for given days. What was lent cannot be
 * lent on.
 */
export async function delegate(tx: Tx, actor: Actor, given: NewDelegation): Promise<Delegation> {
  const officeId = actor.officeId!;
  const earliest = today(tx.ground.clock, actor.zone);
  const latest = addDays(asCivilDate(given.from), MOST_DAYS);
  if (given.from < earliest || given.until < given.from || given.until > latest)
    throw refuseOfficer('officer.delegation_dates');
  if (!(await ownRoles(tx, actor.id, officeId)).includes(given.role)) throw refuseOfficer('officer.delegation_role');
  const colleague = await findAccountById(tx, given.toOfficerId);
  const serves = colleague?.state === 'active' && (await ownRoles(tx, colleague.id, officeId)).length > 0;
  if (!serves || colleague.id === actor.id) throw refuseOfficer('officer.delegation_to');
  const id = newId();
  await insertDelegation(tx, { id, fromOfficerId: actor.id, officeId, ...given });
  await record(tx, actor, {
    label: 'officer.delegated',
    facts: { delegationId: id, to: colleague.pseudonym, role: given.role },
  });
  forgetActor(tx, colleague.id);
  return stated((await findDelegation(tx, id))!, earliest);
}

/** Takes a role back: the lender, the borrower, or an administrator of the region. */
export async function revoke(tx: Tx, actor: Actor, id: string): Promise<void> {
  const found = await findDelegation(tx, id);
  if (!found || found.revoked) throw refuseOfficer('officer.delegation_not_found');
  const own = found.fromOfficerId === actor.id || found.toOfficerId === actor.id;
  if (!own) {
    if (!actor.scopes.has('officer.manage')) throw refuseOfficer('officer.delegation_not_found');
    mustCoverOffice(actor, found.regionCode);
  }
  await revokeDelegations(tx, { id });
  await record(tx, actor, { label: 'officer.delegation_revoked', facts: { delegationId: id } });
  forgetActor(tx, found.toOfficerId);
}

/** One's own, given and received; whoever manages officers sees all at his office. */
export async function findDelegations(tx: Tx, actor: Actor): Promise<{ delegations: Delegation[] }> {
  const officeId = actor.scopes.has('officer.manage') ? actor.officeId : null;
  const day = today(tx.ground.clock, actor.zone);
  return { delegations: (await listDelegations(tx, actor.id, officeId)).map((row) => stated(row, day)) };
}

function stated(row: DelegationRow, day: string): Delegation {
  const state = row.revoked ? 'revoked' : row.until < day ? 'ended' : row.from > day ? 'coming' : 'running';
  return { ...row, state };
}
