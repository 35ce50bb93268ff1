/** Officers say what they see, each for himself; two who agree decide. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { findPacket } from '../../enrolment/index.ts';
import { refuse } from '../refusals.ts';
import { verdictOf } from '../rules.ts';
import type { OPINION_REASONS, Verdict, Way } from '../schema.ts';
import * as statements from '../sql.ts';
import { getForUpdate, subjectsOf } from './pair.ts';
import { bringBack, follow, settlePair } from './settle.ts';

export interface OpinionGiven {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reasons: readonly (typeof OPINION_REASONS)[number][];
  readonly note?: string | undefined;
}

/**
 * One officer's opinion. Says no more than that it was heard: how the others see it he learns when all have spoken.
 * @throws Refusal `uniqueness.spoken`, `uniqueness.own_recording`, `uniqueness.not_open`
 */
export async function giveOpinion(
  tx: Tx,
  actor: Actor,
  given: OpinionGiven,
): Promise<{ state: 'open' | 'third' | 'decided' }> {
  const pair = await getForUpdate(tx, given.id);
  const { verdict, reasons, note = null } = given;
  const why = await whyNotJudge(tx, actor, pair);
  if (why) throw refuse(why);
  if (verdict === 'same_body' && pair.otherPacket === null) throw refuse('uniqueness.no_other_side');
  if (reasons.includes('other') && note === null) throw refuse('uniqueness.note_missing');
  const { entryId } = await record(tx, actor, {
    label: 'uniqueness.opinion_given',
    subjects: subjectsOf(pair),
    // What he said stands in the entry's row alone, or a colleague could read it in the log.
    facts: { adjudication: pair.id, round: pair.round },
  });
  const givenAt = tx.ground.clock.now();
  await statements.insertOpinion(tx, {
    adjudication: pair.id,
    round: pair.round,
    officerId: actor.id as Uuid,
    verdict,
    reasons,
    note,
    givenAt,
    entryId,
  });
  return elevated(tx, async () => {
    const opinions = (await statements.listOpinions(tx, pair.id)).filter(({ round }) => round === pair.round);
    const said = verdictOf(opinions.map((opinion) => opinion.verdict));
    if (said === null || said === 'third') {
      const state = said === null ? 'open' : 'third';
      await statements.updateAdjudication(tx, { ...pair, state });
      await bringBack(tx, actor, pair, { status: 'ADJUDICATE_IN_PROCESS', entryId });
      return { state };
    }
    await decide(tx, actor, pair, said, opinions.length);
    return { state: 'decided' };
  });
}

async function decide(tx: Tx, actor: Actor, pair: statements.AdjudicationRow, outcome: Verdict, opinions: number) {
  const { entryId } = await record(tx, actor, {
    label: 'uniqueness.decided',
    subjects: subjectsOf(pair),
    facts: { adjudication: pair.id, round: pair.round, outcome, opinions },
  });
  const decided = {
    ...pair,
    state: 'decided' as const,
    outcome,
    way: wayBySelf(outcome, pair),
    decidedAt: tx.ground.clock.now(),
  };
  await statements.updateAdjudication(tx, decided);
  await follow(tx, pair, entryId, { what: 'decided', ref: null, detail: outcome });
  if (decided.way) await follow(tx, pair, entryId, { what: 'way', ref: null, detail: decided.way });
  await settlePair(tx, actor, decided, { entryId });
}

/** Where one body has two recordings, or one NIK two bodies, there is something to choose; elsewhere not. */
function wayBySelf(
  outcome: Verdict,
  { nik, otherNik }: Pick<statements.AdjudicationRow, 'nik' | 'otherNik'>,
): Way | null {
  switch (outcome) {
    case 'same_body':
      return null;
    case 'two_bodies':
      return nik === otherNik ? null : 'none';
    case 'unclear':
      return 'again';
  }
}

/** Why this officer may not speak here, as a refusal's code; null when he may. */
export async function whyNotJudge(tx: Tx, actor: Actor, pair: statements.AdjudicationRow) {
  if (pair.state === 'decided') return 'uniqueness.not_open' as const;
  const own = await statements.listOpinions(tx, pair.id);
  // A new round is for eyes that have not seen it.
  if (own.some(({ officerId }) => officerId === actor.id)) return 'uniqueness.spoken' as const;
  const packets = await elevated(tx, () =>
    Promise.all([pair.packet, ...(pair.otherPacket ? [pair.otherPacket] : [])].map((id) => findPacket(tx, id))),
  );
  return packets.some((packet) => packet?.officerId === actor.id) ? ('uniqueness.own_recording' as const) : null;
}
