import { createHash } from 'node:crypto';
import type { Actor } from '../../core/access/index.ts';
import { proposable, propose, type ProposalView } from '../../core/approval/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { newId } from '../../core/id/index.ts';
import { record } from '../../core/ledger/index.ts';
import { notice, speak } from '../../core/notice/index.ts';
import { today } from '../../core/time/index.ts';
import { getOffice, mustCoverOffice } from '../office/index.ts';
import { refuseOfficer } from './refusals.ts';
import { postChange, type PostChange } from './schema.ts';
import { forgetActor } from './sign-in/session.ts';
import { endPost, findPost, insertHistory, insertPost, listPosts, lockOfficer, type PostRow } from './sql.ts';

/**
 * Spoken in the transaction in which officers leave an office or the service: a room in which something is still in their
 * custody (blanks, cards, an open case) listens and refuses. `officeId` null: from everywhere.
 */
export const officersLeave = notice<{
  officerId: string;
  officeId: string | null;
  on: string;
  how: 'move' | 'end' | 'disable' | 'retire';
}>('officer.leave');

/** Proposes a change of an officer's posts; a second person approves it. */
export async function proposePostChange(tx: Tx, actor: Actor, change: PostChange): Promise<ProposalView> {
  const { officer, post } = await getParties(tx, change);
  if (post) mustCoverOffice(actor, post.regionCode);
  if (change.change !== 'end') mustCoverOffice(actor, (await getOffice(tx, change.officeId)).regionCode);
  if (officer.state === 'retired') throw refuseOfficer('officer.wrong_state');
  return propose(tx, actor, 'officer.manage', change);
}

/** Carries a change of posts out: what an approval runs, and what the simulation does by itself. */
export async function changePost(tx: Tx, actor: Actor, change: PostChange): Promise<void> {
  const { officer, post } = await getParties(tx, change);
  const { id: officerId } = officer;
  switch (change.change) {
    case 'grant':
      await grant(tx, {
        officerId,
        officeId: change.officeId,
        role: change.role,
        from: change.from,
        until: change.until,
      });
      break;
    case 'end':
      await end(tx, actor, post!, change.until, 'end');
      break;
    case 'move':
      await end(tx, actor, post!, change.on, 'move');
      await grant(tx, { officerId, officeId: change.officeId, role: post!.role, from: change.on, until: post!.until });
      break;
  }
  const occurredOn = today(tx.ground.clock, 'Asia/Jakarta');
  await insertHistory(tx, {
    officerId,
    act: `post_${change.change}`,
    occurredOn,
    recordedBy: actor.pseudonym,
    delta: change,
  });
  await record(tx, actor, {
    label: 'officer.post_changed',
    facts: { officer: officer.pseudonym, change: change.change, role: 'role' in change ? change.role : post!.role },
  });
  forgetActor(tx, officerId);
}

export const postProposable = proposable<PostChange>({
  act: 'officer.manage',
  input: postChange,
  async region(tx, change) {
    const { post } = await getParties(tx, change);
    return (change.change === 'end' ? post!.regionCode : (await getOffice(tx, change.officeId)).regionCode) ?? '';
  },
  async summary(tx, change) {
    const { officer, post } = await getParties(tx, change);
    const office = change.change === 'end' ? post!.officeName : (await getOffice(tx, change.officeId)).name;
    const role = change.change === 'grant' ? change.role : post!.role;
    const on = { grant: 'from', end: 'until', move: 'on' } as const;
    const day = (change as Readonly<Record<string, string>>)[on[change.change]]!.split('-').toReversed().join('-');
    return { messageKey: `officer.proposal.${change.change}`, values: { name: officer.name, role, office, day } };
  },
  async fingerprint(tx, change) {
    const { officer } = await getParties(tx, change);
    const state = JSON.stringify([officer.state, await listPosts(tx, officer.id)]);
    return createHash('sha256').update(state).digest('base64url');
  },
  execute: changePost,
});

async function grant(
  tx: Tx,
  given: { officerId: string; officeId: string; role: string; from: string; until: string | null },
) {
  const office = await getOffice(tx, given.officeId);
  if (office.closedOn !== null) throw refuseOfficer('officer.post_not_found');
  if (given.until !== null && given.until < given.from) throw refuseOfficer('officer.post_dates');
  await insertPost(tx, { id: newId(), ...given });
}

async function end(tx: Tx, actor: Actor, post: PostRow, on: string, how: 'end' | 'move'): Promise<void> {
  await speak(tx, actor, officersLeave, [{ officerId: post.officerId, officeId: post.officeId, on, how }]);
  // A post that moves ends the day before; one that has not begun ends before it begins, which the table refuses.
  const last = how === 'move' ? dayBefore(on) : on;
  if (last < post.from) throw refuseOfficer('officer.post_dates');
  if ((await endPost(tx, post.id, last)) !== 1) throw refuseOfficer('officer.post_not_found');
}

async function getParties(tx: Tx, change: PostChange) {
  const officer = await lockOfficer(tx, change.officerId);
  if (!officer) throw refuseOfficer('officer.not_found');
  if (change.change === 'grant') return { officer, post: null };
  const post = await findPost(tx, change.postId);
  if (post?.officerId !== officer.id) throw refuseOfficer('officer.post_not_found');
  return { officer, post };
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
