/** What screens show of plans and finds. */
import type { Actor } from '../../core/access/index.ts';
import type { Tx } from '../../core/db/index.ts';
import { regionOf } from './asked.ts';
import { getPlan } from './destruction/plan.ts';
import { listEvidence, listPlanBags, listPlans, listWitnesses, type PlanRow } from './destruction/sql.ts';
import { getFound, summaryOf } from './found/found.ts';
import { reconcile } from './found/reconcile.ts';
import { listCounts, listCustody, listFound, listFoundCards, type FoundRow } from './found/sql.ts';

const planView = (plan: PlanRow) => {
  const { id, number, office, place, plannedOn, method, state, n, bags, proposalId, stopReason, documentId } = plan;
  const root = plan.root.toString('hex');
  const { reported } = plan;
  return {
    id,
    number,
    office,
    place,
    plannedOn,
    method,
    state,
    n,
    bags,
    root,
    proposalId,
    stopReason,
    documentId,
    reported,
  };
};

export async function viewPlans(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  return { plans: (await listPlans(tx, regionOf(actor, input.region))).map(planView) };
}

export async function viewPlan(tx: Tx, actor: Actor, input: { id: string }) {
  const plan = await getPlan(tx, actor, input.id);
  const bags = await listPlanBags(tx, plan.id);
  const witnesses = await listWitnesses(tx, plan.id);
  const evidence = await listEvidence(tx, plan.id);
  return {
    ...planView(plan),
    confidence: plan.confidence,
    sample: plan.sample,
    // Neither seals nor counts: they are read on the bags.
    list: bags.map(({ bagId, number, sealAgrees, sampled, counted, held }) => ({
      bagId,
      number,
      sealAgrees,
      sampled,
      counted: counted !== null,
      held,
    })),
    witnesses: witnesses.map(({ name, institution, outside }) => ({ name, institution, outside })),
    photos: evidence.filter(({ kind }) => kind === 'photo').map(({ sha256 }) => sha256.toString('hex')),
  };
}

const foundView = ({ id, number, place, regionCode, foundOn, policeReport, listed, reconciled }: FoundRow) => ({
  id,
  number,
  place,
  regionCode,
  foundOn,
  policeReport,
  listed,
  reconciled,
});

export async function viewFounds(tx: Tx, actor: Actor, input: { region?: string | undefined }) {
  return { found: (await listFound(tx, regionOf(actor, input.region))).map(foundView) };
}

export async function viewFound(tx: Tx, actor: Actor, input: { id: string }) {
  const found = await getFound(tx, actor, input.id);
  const custody = await listCustody(tx, found.id);
  const counts = await listCounts(tx, found.id);
  const cards = await listFoundCards(tx, found.id);
  return {
    ...foundView(found),
    finder: found.finder,
    description: found.description,
    explanation: found.explanation,
    custody: custody.map(({ holder, institution, takenAt, note }) => ({
      holder,
      institution,
      takenAt: takenAt.toISOString(),
      note,
    })),
    counts: counts.map(({ counter, institution, countedAt, n, parts }) => ({
      counter,
      institution,
      countedAt: countedAt.toISOString(),
      n,
      parts: [...parts],
    })),
    spread: counts.length < 2 ? null : reconcile(counts, counts[0]!.n).spread,
    summary: summaryOf(tx, actor, cards),
    reports: found.publicDocument !== null,
  };
}
