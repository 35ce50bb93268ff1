import { covers, mustCover, type Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { speak } from '../../core/notice/index.ts';
import { today } from '../../core/time/index.ts';
import { DITJEN_ID, mustCoverOffice } from '../office/index.ts';
import { officersLeave } from './post.ts';
import { refuseOfficer } from './refusals.ts';
import type { Role } from './roles.ts';
import type { Officer } from './schema.ts';
import { issueCode, revokeCodes } from './sign-in/code.ts';
import { newPseudonym } from './sign-in/first-run.ts';
import { endSessions } from './sign-in/session.ts';
import {
  countServing,
  findAccount,
  findOfficer,
  insertHistory,
  insertOfficer,
  listHistory,
  listOfficers,
  listPosts,
  lockOfficer,
  ownRoles,
  revokeDelegations,
  setState,
  type Account,
} from './sql.ts';

const PAGE = 50;
const ENROLMENT_HOURS = 7 * 24;

/** Officers of the actor's region, fifty at a time. */
export async function findOfficers(
  tx: Tx,
  actor: Actor,
  input: {
    search?: string | undefined;
    officeId?: string | undefined;
    state?: string | undefined;
    cursor?: string | undefined;
  },
): Promise<{ officers: Officer[]; next: string | null }> {
  const region = actor.jurisdiction?.code ?? 'none';
  const after = input.cursor ? tx.ground.cursors.open<string>('officers', input.cursor) : undefined;
  const found = await listOfficers(tx, { ...input, region, after, limit: PAGE + 1 });
  const officers = found.slice(0, PAGE);
  const last = officers.at(-1);
  return { officers, next: found.length > PAGE && last ? tx.ground.cursors.seal('officers', last.username) : null };
}

/** One officer of the actor's region, or one who serves nowhere, with his history. */
export async function openOfficer(tx: Tx, actor: Actor, input: { officerId: string }) {
  const officer = await findOfficer(tx, input.officerId);
  if (!officer) throw refuseOfficer('officer.not_found');
  const posts = await listPosts(tx, officer.id);
  const near =
    posts.find(({ regionCode }) => regionCode !== null && covers(actor.jurisdiction, regionCode)) ?? posts[0];
  if (near) mustCoverOffice(actor, near.regionCode);
  const history = await listHistory(tx, officer.id);
  return {
    ...officer,
    posts: posts.map(({ id, officeId, officeName, role, from, until }) => ({
      id,
      officeId,
      officeName,
      role: role as Role,
      from,
      until,
    })),
    history: history.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() })),
  };
}

export interface NewOfficer {
  readonly username: string;
  readonly name: string;
  readonly employeeNumber: string | null;
}

/** Registers an officer, without any post yet, and gives the one-time code with which he sets his password. */
export async function addOfficer(
  tx: Tx,
  actor: Actor,
  given: NewOfficer,
): Promise<{ officerId: string; code: string }> {
  if (await findAccount(tx, given.username)) {
    const faults = [{ path: 'username', code: 'officer.username_taken' }];
    throw refuseOfficer('officer.username_taken', { faults });
  }
  const officerId = newId();
  const pseudonym = newPseudonym();
  await insertOfficer(tx, { id: officerId, pseudonym, ...given, state: 'invited' });
  await note(tx, actor, { id: officerId, pseudonym }, 'added');
  return { officerId, code: await issueCode(tx, { kind: 'enrolment', officerId, hours: ENROLMENT_HOURS }) };
}

/** A new code for one who lost his; the earlier one is void. He keeps his password until he uses it. */
export async function reissueCode(tx: Tx, actor: Actor, officerId: string): Promise<{ code: string }> {
  const officer = await getMine(tx, actor, officerId);
  if (officer.state !== 'active' && officer.state !== 'invited') throw refuseOfficer('officer.wrong_state');
  await revokeCodes(tx, 'enrolment', officerId);
  await note(tx, actor, officer, 'code_issued');
  return { code: await issueCode(tx, { kind: 'enrolment', officerId, hours: ENROLMENT_HOURS }) };
}

/**
 * Takes an officer out of the service, for a time or for good. Refused while something is in his custody; his sessions,
 * codes and delegations end at once.
 */
export async function takeOut(
  tx: Tx,
  actor: Actor,
  given: { officerId: string; how: 'disable' | 'retire'; reason: string },
): Promise<void> {
  const { officerId, how, reason } = given;
  if (officerId === actor.id) throw refuseOfficer('officer.oneself');
  const officer = await getMine(tx, actor, officerId);
  const from: readonly string[] = how === 'disable' ? ['active', 'invited'] : ['active', 'invited', 'disabled'];
  if (!from.includes(officer.state)) throw refuseOfficer('officer.wrong_state');
  await mustLeaveTwoAdministrators(tx, officer);
  const on = today(tx.ground.clock, actor.zone);
  await speak(tx, actor, officersLeave, [{ officerId, officeId: null, on, how }]);
  await setState(tx, officerId, how === 'disable' ? 'disabled' : 'retired');
  await revokeCodes(tx, 'enrolment', officerId);
  await revokeDelegations(tx, { officerId });
  await endSessions(tx, { officerId, by: actor.pseudonym });
  await note(tx, actor, officer, how === 'disable' ? 'disabled' : 'retired', { reason });
}

/** Lets a disabled officer back in. */
export async function enable(tx: Tx, actor: Actor, given: { officerId: string; reason: string }): Promise<void> {
  const officer = await getMine(tx, actor, given.officerId);
  if (officer.state !== 'disabled') throw refuseOfficer('officer.wrong_state');
  await setState(tx, officer.id, 'active');
  await note(tx, actor, officer, 'enabled', { reason: given.reason });
}

/** The officer, locked, all of whose offices the actor's region holds; one who serves nowhere is any administrator's. */
async function getMine(tx: Tx, actor: Actor, officerId: string): Promise<Account> {
  const officer = await lockOfficer(tx, officerId);
  if (!officer) throw refuseOfficer('officer.not_found');
  const posts = await listPosts(tx, officerId);
  if (posts.length === 0) mustCover(actor, actor.jurisdiction?.code ?? '');
  for (const post of posts) mustCoverOffice(actor, post.regionCode);
  return officer;
}

async function mustLeaveTwoAdministrators(tx: Tx, officer: Account): Promise<void> {
  if (!(await ownRoles(tx, officer.id, DITJEN_ID)).includes('administrator')) return;
  if ((await countServing(tx, DITJEN_ID, ['administrator'])) <= 2) throw refuseOfficer('officer.last_administrator');
}

async function note(
  tx: Tx,
  actor: Actor,
  officer: { id: string; pseudonym: string },
  act: string,
  delta: object = {},
): Promise<void> {
  const occurredOn = today(tx.ground.clock, actor.zone);
  await insertHistory(tx, { officerId: officer.id, act, occurredOn, recordedBy: actor.pseudonym, delta });
  await record(tx, actor, { label: `officer.${act}`, facts: { officer: officer.pseudonym } });
}
