/** A decision is taken up again, and what followed it is taken back: the letters, the merge or its proposal, the statuses. */
import type { Actor } from '../../../core/access/index.ts';
import { getProposal, retract } from '../../../core/approval/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { findResident, unmergeResidents } from '../../../register/resident/index.ts';
import { findPacket, mayFollow } from '../../enrolment/index.ts';
import { refuse } from '../refusals.ts';
import type { Side } from '../schema.ts';
import * as statements from '../sql.ts';
import { withdrawLetters } from './letter.ts';
import { getForUpdate, subjectsOf } from './pair.ts';
import { bringBack, follow } from './settle.ts';

/** A new round by officers who have not spoken. Everything that followed stays listed. */
export async function reopen(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  await reopenPair(tx, actor, await getForUpdate(tx, input.id), input.reason);
}

export async function reopenPair(
  tx: Tx,
  actor: Actor,
  pair: statements.AdjudicationRow,
  reason: string,
): Promise<void> {
  if (pair.state !== 'decided') throw refuse('uniqueness.not_decided');
  const { entryId } = await record(tx, actor, {
    label: 'uniqueness.reopened',
    subjects: subjectsOf(pair),
    facts: { adjudication: pair.id, round: pair.round + 1 },
  });
  await elevated(tx, async () => {
    const round = await followedNow(tx, pair);
    for (const side of sidesWithLetter(round))
      await follow(tx, pair, entryId, { what: 'letter_withdrawn', ref: null, detail: side });
    await withdrawLetters(tx, pair, reason);
    const proposal = round.find(({ what }) => what === 'proposal')?.ref;
    if (proposal && (await retract(tx, actor, { id: proposal, reason })))
      await follow(tx, pair, entryId, { what: 'proposal_withdrawn', ref: proposal, detail: null });
    const absorbed = await mergedAway(tx, pair);
    // While the pair still says what it said: the room hears of it and turns the recordings back.
    if (absorbed) await unmergeResidents(tx, actor, { ref: tx.ground.personRefs.of(absorbed), reason });
    const again = {
      ...pair,
      round: pair.round + 1,
      state: 'open' as const,
      outcome: null,
      way: null,
      kept: null,
      decidedAt: null,
    };
    await statements.updateAdjudication(tx, again);
    await follow(tx, again, entryId, { what: 'reopened', ref: null, detail: reason });
    await bringBack(tx, actor, again, { status: 'ADJUDICATE_RECORD', entryId });
  });
}

/** What taking this decision up again would take back, as keys of sentences. */
export async function whatReopeningTakesBack(
  tx: Tx,
  actor: Actor,
  pair: statements.AdjudicationRow,
): Promise<readonly string[]> {
  if (pair.state !== 'decided') return [];
  const round = await followedNow(tx, pair);
  const packet = await findPacket(tx, pair.packet);
  const back = packet && (mayFollow(packet.status, 'ADJUDICATE_RECORD') || pair.kept === 'later');
  const proposal = round.find(({ what }) => what === 'proposal')?.ref;
  const waits =
    proposal !== undefined && proposal !== null && (await getProposal(tx, actor, proposal)).state === 'waiting';
  return [
    'uniqueness.back.decision',
    back ? 'uniqueness.back.packet' : 'uniqueness.back.packet_stays',
    ...(pair.way ? ['uniqueness.back.way'] : []),
    ...(waits ? ['uniqueness.back.proposal'] : []),
    ...((await mergedAway(tx, pair)) ? ['uniqueness.back.merge'] : []),
    ...sidesWithLetter(round).map((side) => `uniqueness.back.letter_${side}`),
  ];
}

/** Whom a merge that came of this pair took out of the register, and did not give back. */
async function mergedAway(tx: Tx, { kept, nik, otherNik }: statements.AdjudicationRow) {
  const absorbed = kept === null ? null : kept === 'later' ? otherNik : nik;
  return absorbed && (await findResident(tx, absorbed))?.state === 'GANDA' ? absorbed : null;
}

async function followedNow(tx: Tx, { id, round }: statements.AdjudicationRow) {
  return (await statements.listFollowed(tx, id)).filter((each) => each.round === round);
}

export function sidesWithLetter(followed: readonly statements.FollowedRow[]): Side[] {
  return (['later', 'earlier'] as const).filter((side) =>
    followed.some(({ what, detail }) => what === 'letter' && detail === side),
  );
}
