/** The fire: what was planned is gone, once, and its minutes are set. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import type { Nik } from '../../../core/id/index.ts';
import { addJobs } from '../../../core/jobs/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { getIssuer } from '../../../register/officer/index.ts';
import { moveBlanks, STATES, type Span } from '../../blank/index.ts';
import { advanceCards } from '../../card/index.ts';
import { setBags } from '../bag/sql.ts';
import { findOfficeOf } from '../intake/sql.ts';
import { blanksAt } from '../match/sql.ts';
import { refuse } from '../refusals.ts';
import { whyNotFinish } from '../rules.ts';
import { mustBeFree } from './day.ts';
import { makeMinutes, type Issuing } from './minutes.ts';
import { holdOwnPlan, mustHoldTheirPieces } from './plan.ts';
import {
  endPlan,
  listEvidence,
  listPieces,
  listPlanBags,
  listWitnesses,
  markDestroyed,
  officerNames,
  type PlanPiece,
  type PlanRow,
} from './sql.ts';

const CHUNK = 5_000;

/**
 * Ends a destruction that was begun, checked and witnessed; never whoever began it. Cards become DESTROYED, spoiled blanks leave the
 * books by a movement, the minutes follow as a job. Pressing twice does nothing twice: the plan is done by then.
 */
export async function finishDestruction(
  tx: Tx,
  actor: Actor,
  input: { id: string },
): Promise<{ n: number; blanks: number }> {
  const plan = await holdOwnPlan(tx, actor, input.id);
  if (plan.state !== 'begun') throw refuse('disposal.plan_state', { detail: plan.state });
  if (today(tx.ground.clock, actor.zone) !== plan.plannedOn)
    throw refuse('disposal.not_the_day', { values: { day: plan.plannedOn } });
  const bags = await listPlanBags(tx, plan.id);
  const witnesses = await listWitnesses(tx, plan.id);
  const photos = (await listEvidence(tx, plan.id)).filter(({ kind }) => kind === 'photo').length;
  const why = whyNotFinish(actor.id, { begunBy: plan.begunBy, photos, witnesses, bags });
  if (why !== null) throw refuse(`disposal.lacking_${why}`);
  mustBeFree(bags);
  if (bags.some((bag) => bag.state !== 'PLANNED' || bag.planId !== plan.id))
    throw refuse('disposal.list_changed', { values: { number: plan.number } });
  const issuing = await issuingOf(tx, actor, plan);
  const bagIds = bags.map(({ bagId }) => bagId);
  return elevated(tx, async () => {
    await mustHoldTheirPieces(
      tx,
      bags.map(({ bagId: id, ...bag }) => ({ id, ...bag })),
    );
    const pieces = await listPieces(tx, bagIds);
    const at = tx.ground.clock.now();
    const gone = await markDestroyed(tx, plan.id, at);
    if (gone !== plan.n) throw refuse('disposal.list_changed', { values: { number: plan.number } });
    await setBags(tx, bagIds, { state: 'DESTROYED', planId: plan.id });
    await destroyCards(tx, actor, pieces, plan.number);
    const blanks = await destroyBlanks(tx, actor, pieces, plan.number);
    const root = plan.root.toString('hex');
    await record(tx, actor, { label: 'disposal.destroyed', facts: { plan: plan.id, n: gone, blanks, root } });
    await endPlan(tx, { id: plan.id, state: 'done', at, by: actor.id, issuing });
    await addJobs(tx, makeMinutes, [{ planId: plan.id }]);
    return { n: gone, blanks };
  });
}

/** Names of the day, which the minutes keep. */
async function issuingOf(tx: Tx, actor: Actor, plan: PlanRow): Promise<Issuing> {
  const { office, issuer } = await getIssuer(tx, actor);
  const approvedOffice = await elevated(tx, () => findOfficeOf(tx, plan.approvedOffice!));
  const nameOf = await officerNames(tx, [plan.proposedBy, plan.approvedBy, plan.begunBy, actor.id]);
  return {
    office,
    issuer,
    approvedOffice: approvedOffice!.name,
    names: {
      proposed: nameOf(plan.proposedBy),
      approved: nameOf(plan.approvedBy),
      begun: nameOf(plan.begunBy),
      ended: nameOf(actor.id),
    },
  };
}

async function destroyCards(tx: Tx, actor: Actor, pieces: readonly PlanPiece[], reason: string): Promise<void> {
  const steps = pieces.flatMap(({ cardNik, cardId }) =>
    cardNik && cardId
      ? [{ nik: cardNik as Nik, cardId, to: 'DESTROYED' as const, cause: 'destroyed' as const, reason }]
      : [],
  );
  for (let at = 0; at < steps.length; at += CHUNK)
    await advanceCards(tx, actor, 'disposal.cards_destroyed', steps.slice(at, at + CHUNK));
}

/** Blanks that the books hold as spoiled leave them, store by store; a personalised one went to its holder and stays so. */
async function destroyBlanks(tx: Tx, actor: Actor, pieces: readonly PlanPiece[], reason: string): Promise<number> {
  const serials = [...new Set(pieces.flatMap(({ serial }) => serial ?? []))].map(BigInt);
  const at = await blanksAt(tx, serials);
  const spoiled = serials.filter((serial) => at.get(serial)?.state === STATES.SPOILED);
  const byStore = Map.groupBy(spoiled, (serial) => at.get(serial)!.storeId);
  for (const [store, here] of [...byStore].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const spans = here.map((serial): Span => ({ first: serial, last: serial }));
    await moveBlanks(tx, actor, { kind: 'destroyed', spans, from: { store, state: 'SPOILED' }, reason });
  }
  return spoiled.length;
}
