/** The plan of a destruction: proposed by one, approved from another unit; its list is fixed by its hash. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { propose, proposable, retract } from '../../../core/approval/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { countersOf, findBag, holdBags, setBags, type BagRow } from '../bag/sql.ts';
import { nextNumber } from '../intake/sql.ts';
import { officeOf } from '../intake/take-in.ts';
import { pieceRoot, planRoot } from '../list-root.ts';
import { refuse } from '../refusals.ts';
import { mayDestroy, regimeOn } from '../regime.ts';
import { METHODS, MOST_IN_PLAN, whyNotApprove, type Method } from '../rules.ts';
import { civilDateShape, textShape } from '../schema.ts';
import { approvePlan, endPlan, findPlan, holdPlan, insertPlan, listPieces, listPlanBags, type PlanRow } from './sql.ts';

const planInput = z.object({
  planId: z.uuid(),
  number: z.string(),
  officeId: z.uuid(),
  regionCode: z.string(),
  place: textShape(200),
  plannedOn: civilDateShape,
  method: z.enum(METHODS),
  bags: z.array(z.uuid()).min(1),
  n: z.number(),
  /** In hexadecimal: what the second person says yes to is this list and no other. */
  root: z.string(),
  proposedBy: z.uuid(),
});
type PlanInput = z.output<typeof planInput>;

export interface Planning {
  readonly place: string;
  readonly plannedOn: string;
  readonly method: Method;
  readonly bags: readonly string[];
}

/** Proposes the destruction of stored bags of the own office, in the order given. */
export async function proposePlan(
  tx: Tx,
  actor: Actor,
  given: Planning,
): Promise<{ id: Uuid; number: string; proposalId: string; n: number; root: string }> {
  const office = await officeOf(tx, actor);
  if (given.plannedOn < today(tx.ground.clock, actor.zone)) throw refuse('disposal.day_past');
  const regime = regimeOn(given.plannedOn, tx.ground.config.localDestructionFrom);
  if (!mayDestroy(regime, office.kind)) throw refuse('disposal.to_the_centre');
  if (new Set(given.bags).size < given.bags.length) throw refuse('disposal.bag_twice');
  const bags = await bagsInOrder(tx, given.bags);
  if (bags.some(({ officeId }) => officeId !== office.id)) throw refuse('disposal.bag_elsewhere');
  const n = bags.reduce((sum, bag) => sum + (bag.n ?? 0), 0);
  if (n > MOST_IN_PLAN) throw refuse('disposal.plan_large', { values: { most: MOST_IN_PLAN } });
  const root = (await mustBeReady(tx, bags)).toString('hex');
  const year = given.plannedOn.slice(0, 4);
  const at = await nextNumber(tx, `plan ${office.regionCode} ${year}`);
  const number = `BAP/${office.regionCode || 'PUSAT'}/${year}/${String(at).padStart(4, '0')}`;
  const id = newId();
  const input = {
    ...given,
    planId: id,
    number,
    officeId: office.id,
    regionCode: office.regionCode,
    n,
    root,
    proposedBy: actor.id,
  };
  const { id: proposalId } = await propose(tx, actor, destruction.act, input);
  const { entryId } = await record(tx, actor, {
    label: 'disposal.plan_proposed',
    facts: { plan: id, bags: bags.length, n, root },
  });
  const { place, plannedOn, method } = given;
  const row = {
    id,
    number,
    officeId: office.id,
    regionCode: office.regionCode,
    place,
    plannedOn,
    method,
    n,
    proposalId,
    entryId,
  };
  await insertPlan(tx, { ...row, root: Buffer.from(root, 'hex'), at: tx.ground.clock.now(), by: actor.id }, given.bags);
  return { id, number, proposalId, n, root };
}

async function bagsInOrder(tx: Tx, ids: readonly string[]): Promise<BagRow[]> {
  const held = new Map((await holdBags(tx, ids)).map((bag) => [bag.id, bag]));
  return ids.map((id) => {
    const bag = held.get(id);
    if (!bag) throw refuse('disposal.bag_not_found');
    return bag;
  });
}

/** Refuses a bag that is not in the store, is held as evidence, or whose pieces are not those that were sealed in. Gives the list's hash. */
async function mustBeReady(tx: Tx, bags: readonly BagRow[]): Promise<Buffer> {
  for (const bag of bags) {
    if (bag.held) throw refuse('disposal.held', { values: { number: bag.number } });
    if (bag.state !== 'STORED') throw refuse('disposal.bag_not_stored', { values: { number: bag.number } });
  }
  await mustHoldTheirPieces(tx, bags);
  return planRoot(bags.map(({ number, seal, n, root }) => ({ number, seal: seal!, n: n!, root: root! })));
}

/** Reads every piece anew: a row that was changed behind the system's back since the seal is seen here. */
export async function mustHoldTheirPieces(
  tx: Tx,
  bags: readonly { id: string; number: string; n: number | null; root: Buffer | null }[],
): Promise<void> {
  const pieces = await listPieces(
    tx,
    bags.map(({ id }) => id),
  );
  const byBag = Map.groupBy(pieces, ({ bagId }) => bagId);
  for (const bag of bags) {
    const inside = byBag.get(bag.id) ?? [];
    const same = inside.length === bag.n && bag.root !== null && pieceRoot(inside).equals(bag.root);
    if (!same || inside.some(({ destroyed }) => destroyed))
      throw refuse('disposal.list_changed', { values: { number: bag.number } });
  }
}

export const destruction = proposable<PlanInput>({
  act: 'disposal.destruction',
  input: planInput,
  region: async (_tx, { regionCode }) => regionCode,
  summary: async (_tx, { number, place, plannedOn, n, bags, root }) => ({
    messageKey: 'proposal.disposal.destruction',
    values: { number, place, plannedOn, n, bags: bags.length, root: root.slice(0, 16) },
  }),
  fingerprint: (tx, { bags }) =>
    elevated(tx, async () => {
      const found = await bagsInOrder(tx, bags);
      const root = await mustBeReady(tx, found);
      const labels = found.map(({ id, sealedBy, countedBy }) => `${id} ${sealedBy} ${countedBy}`);
      return createHash('sha256').update(root).update(labels.join('\n')).digest('hex');
    }),
  execute: (tx, actor, input) => elevated(tx, () => approved(tx, actor, input)),
});

async function approved(tx: Tx, actor: Actor, input: PlanInput): Promise<void> {
  const plan = await holdPlan(tx, input.planId);
  if (plan?.state !== 'proposed') throw refuse('disposal.plan_state', { detail: plan?.state ?? 'none' });
  const bags = await bagsInOrder(tx, input.bags);
  const why = whyNotApprove(actor, plan, await partiesOf(tx, bags));
  if (why !== null) throw refuse(`disposal.approve_${why}`);
  if (!plan.root.equals(await mustBeReady(tx, bags)))
    throw refuse('disposal.list_changed', { values: { number: plan.number } });
  await record(tx, actor, {
    label: 'disposal.plan_approved',
    facts: { plan: plan.id, n: plan.n, root: plan.root.toString('hex') },
  });
  await approvePlan(tx, { id: plan.id, at: tx.ground.clock.now(), by: actor.id, officeId: actor.officeId! });
  await setBags(tx, input.bags, { state: 'PLANNED', planId: plan.id });
}

/** Who sealed or counted what is in these bags. */
async function partiesOf(tx: Tx, bags: readonly BagRow[]): Promise<string[]> {
  const counters = await countersOf(
    tx,
    bags.map(({ id }) => id),
  );
  return [...bags.flatMap(({ sealedBy, countedBy }) => [sealedBy!, countedBy!]), ...[...counters.values()].flat()];
}

/** The plan, of the actor's own office and held until the commit. */
export async function holdOwnPlan(tx: Tx, actor: Actor, id: string): Promise<PlanRow> {
  const plan = await holdPlan(tx, id);
  if (!plan) throw refuse('disposal.plan_not_found');
  if (plan.officeId !== actor.officeId) throw refuse('disposal.plan_elsewhere');
  return plan;
}

/** Gives a plan up before the fire; its bags go back to the store. */
export async function cancelPlan(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  const plan = await holdOwnPlan(tx, actor, input.id);
  if (!['proposed', 'approved', 'begun'].includes(plan.state))
    throw refuse('disposal.plan_state', { detail: plan.state });
  await record(tx, actor, { label: 'disposal.plan_cancelled', facts: { plan: plan.id } });
  await releaseBags(tx, plan.id);
  if (plan.state === 'proposed') await retract(tx, actor, { id: plan.proposalId, reason: input.reason });
  await endPlan(tx, { id: plan.id, state: 'cancelled', at: tx.ground.clock.now(), by: actor.id, reason: input.reason });
}

/** What the plan had bound lies in the store again, but for what is in dispute. */
export async function releaseBags(tx: Tx, planId: string): Promise<void> {
  const bags = await listPlanBags(tx, planId);
  const bound = bags.filter((bag) => bag.state === 'PLANNED' && bag.planId === planId).map(({ bagId }) => bagId);
  if (bound.length > 0) await setBags(tx, bound, { state: 'STORED', planId: null });
}

export async function getPlan(tx: Tx, actor: Actor, id: string): Promise<PlanRow> {
  const plan = await findPlan(tx, id);
  if (!plan) throw refuse('disposal.plan_not_found');
  if (plan.officeId !== actor.officeId) mustCover(actor, plan.regionCode);
  return plan;
}

/** A bag of one's own office or region, or one that was sent to one's office, to look at. */
export async function getBag(tx: Tx, actor: Actor, id: string): Promise<BagRow> {
  const bag = await elevated(tx, () => findBag(tx, id));
  if (!bag) throw refuse('disposal.bag_not_found');
  const parties = [bag.officeId, bag.way?.toOfficeId];
  if (actor.officeId !== null && parties.includes(actor.officeId)) return bag;
  if (!bag.regionCode.startsWith(actor.jurisdiction?.code ?? 'none')) throw refuse('disposal.bag_not_found');
  return bag;
}
