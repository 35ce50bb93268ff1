/** The day of a destruction: seals bag by bag, a random recount, witnesses, photos; what is wrong stops it. */
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { one, run, sql, type Tx } from '../../../core/db/index.ts';
import { storeFiles } from '../../../core/file/index.ts';
import type { UploadedFile } from '../../../core/http/contract.ts';
import { newId, NOBODY, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { openDifference } from '../bag/count.ts';
import { holdBags, knowersOf } from '../bag/sql.ts';
import { refuse } from '../refusals.ts';
import { draw, faultyOf, sampleSize } from '../sampling.ts';
import { holdOwnPlan, mustHoldTheirPieces, releaseBags } from './plan.ts';
import { beginPlan, endPlan, listPlanBags, noteRecount, noteSeal, type PlanBag, type PlanRow } from './sql.ts';

/** Begins on the approved day. The draw for the recount falls now, when nobody can put a bag in order any more. */
export async function beginDestruction(
  tx: Tx,
  actor: Actor,
  input: { id: string },
): Promise<{ sample: number; confidence: number; faulty: number }> {
  const plan = await holdOwnPlan(tx, actor, input.id);
  if (plan.state !== 'approved') throw refuse('disposal.plan_state', { detail: plan.state });
  if (today(tx.ground.clock, actor.zone) !== plan.plannedOn)
    throw refuse('disposal.not_the_day', { values: { day: plan.plannedOn } });
  const bags = await listPlanBags(tx, plan.id);
  mustBeFree(bags);
  await mustHoldTheirPieces(
    tx,
    bags.map(({ bagId: id, ...bag }) => ({ id, ...bag })),
  );
  const { recountConfidence: confidence, recountShare } = tx.ground.config;
  const faulty = faultyOf(bags.length, recountShare);
  const sample = sampleSize(bags.length, faulty, confidence);
  const { root: logRoot } = await tx.ground.papers.checkpoint(tx);
  const seed = createHash('sha256').update(plan.root).update(logRoot).update(randomBytes(32)).digest();
  await record(tx, actor, {
    label: 'disposal.begun',
    facts: { plan: plan.id, sample, confidence, seed: seed.toString('hex') },
  });
  const begun = { id: plan.id, at: tx.ground.clock.now(), by: actor.id, confidence, faulty, sample, seed };
  await beginPlan(tx, begun, draw(seed, bags.length, sample));
  return { sample, confidence, faulty };
}

/** Refuses while any bag is held as evidence: also one whose hold came after the approval. */
export function mustBeFree(bags: readonly PlanBag[]): void {
  const held = bags.find((bag) => bag.held);
  if (held) throw refuse('disposal.held', { values: { number: held.number } });
}

async function begunPlan(tx: Tx, actor: Actor, planId: string): Promise<PlanRow> {
  const plan = await holdOwnPlan(tx, actor, planId);
  if (plan.state !== 'begun') throw refuse('disposal.plan_state', { detail: plan.state });
  return plan;
}

async function bagOf(tx: Tx, planId: string, bagId: string): Promise<PlanBag> {
  const bag = (await listPlanBags(tx, planId)).find((one) => one.bagId === bagId);
  if (!bag) throw refuse('disposal.bag_not_found');
  return bag;
}

export interface Checked {
  readonly agrees: boolean;
  readonly stopped: boolean;
}

/** Reads a seal. A wrong or broken one stops the destruction, and the bag becomes a case. */
export async function checkSeal(
  tx: Tx,
  actor: Actor,
  input: { id: string; bagId: string; seal: string; sealWhole: boolean },
): Promise<Checked> {
  const plan = await begunPlan(tx, actor, input.id);
  const bag = await bagOf(tx, plan.id, input.bagId);
  if (bag.sealRead !== null) throw refuse('disposal.checked_already');
  if (bag.sealedBy === actor.id) throw refuse('disposal.own_seal');
  const agrees = input.sealWhole && input.seal === bag.seal;
  await record(tx, actor, { label: 'disposal.seal_checked', facts: { plan: plan.id, bag: bag.bagId, agrees } });
  const at = tx.ground.clock.now();
  await noteSeal(tx, { planId: plan.id, bagId: bag.bagId, read: input.seal, agrees, at, by: actor.id });
  if (!agrees) await stop(tx, actor, plan, bag, { what: 'seal', counted: bag.n });
  return { agrees, stopped: !agrees };
}

/** Counts a bag on which the draw fell; never who sealed it, counted it before, decided on it or read its seal today. */
export async function recountBag(
  tx: Tx,
  actor: Actor,
  input: { id: string; bagId: string; counted: number },
): Promise<Checked> {
  const plan = await begunPlan(tx, actor, input.id);
  const bag = await bagOf(tx, plan.id, input.bagId);
  if (!bag.sampled) throw refuse('disposal.not_drawn');
  if (bag.sealAgrees !== true) throw refuse('disposal.seal_first');
  if (bag.counted !== null) throw refuse('disposal.checked_already');
  const before = (await knowersOf(tx, [bag.bagId])).get(bag.bagId) ?? [];
  if ([bag.sealedBy, bag.firstCounter, bag.checkedBy, ...before].includes(actor.id)) throw refuse('disposal.own_count');
  const agrees = input.counted === bag.n;
  const facts = { plan: plan.id, bag: bag.bagId, counted: input.counted, agrees };
  await record(tx, actor, { label: 'disposal.recounted', facts });
  const at = tx.ground.clock.now();
  await noteRecount(tx, { planId: plan.id, bagId: bag.bagId, counted: input.counted, at, by: actor.id });
  if (!agrees) await stop(tx, actor, plan, bag, { what: 'count', counted: input.counted });
  return { agrees, stopped: !agrees };
}

async function stop(
  tx: Tx,
  actor: Actor,
  plan: PlanRow,
  bag: PlanBag,
  wrong: { what: 'seal' | 'count'; counted: number },
): Promise<void> {
  const [row] = await holdBags(tx, [bag.bagId]);
  await openDifference(tx, actor, row!, { ...wrong, tallyId: null, planId: plan.id });
  await releaseBags(tx, plan.id);
  await record(tx, actor, { label: 'disposal.stopped', facts: { plan: plan.id, bag: bag.bagId, what: wrong.what } });
  const reason = `${wrong.what} ${bag.number}`;
  await endPlan(tx, { id: plan.id, state: 'stopped', at: tx.ground.clock.now(), by: actor.id, reason });
}

/** Keeps a photo of the day, or a signature, by its hash. */
export async function addEvidence(
  tx: Tx,
  actor: Actor,
  input: { id: string; kind: 'photo' | 'signature'; file: UploadedFile },
): Promise<{ id: Uuid; sha256: string }> {
  const plan = await begunPlan(tx, actor, input.id);
  const { name, bytes } = input.file;
  const sha256 = createHash('sha256').update(bytes).digest();
  const villageCode = plan.regionCode.padEnd(10, '0');
  const kind = `disposal.${input.kind}`;
  const [fileId] = await storeFiles(tx, actor, [
    { nik: NOBODY, villageCode, kind, name, bytes, allowed: ['image/jpeg', 'image/png'] },
  ]);
  const id = newId();
  const facts = { plan: plan.id, evidence: id, kind: input.kind, sha256: sha256.toString('hex') };
  const { entryId } = await record(tx, actor, { label: 'disposal.evidence_added', facts });
  await run(
    tx,
    sql`insert into disposal.evidence (id, plan_id, kind, file_id, sha256, at, by, entry_id)
        values (${id}, ${plan.id}, ${input.kind}, ${fileId!}, ${sha256}, ${tx.ground.clock.now()}, ${actor.id}, ${entryId})`,
  );
  return { id, sha256: sha256.toString('hex') };
}

/** A witness signs, by the picture of his signature. */
export async function addWitness(
  tx: Tx,
  actor: Actor,
  input: {
    id: string;
    name: string;
    institution: string;
    position?: string | null | undefined;
    outside: boolean;
    signatureId: string;
  },
): Promise<{ place: number }> {
  const plan = await begunPlan(tx, actor, input.id);
  const { rightful } = await one<{ rightful: boolean }>(
    tx,
    sql`select exists (select from disposal.evidence e where e.id = ${input.signatureId}::uuid and e.plan_id = ${plan.id}::uuid and e.kind = 'signature') as rightful`,
  );
  if (!rightful) throw refuse('disposal.no_signature');
  const { entryId } = await record(tx, actor, {
    label: 'disposal.witnessed',
    facts: { plan: plan.id, signature: input.signatureId, outside: input.outside },
  });
  const { name, institution, position = null, outside, signatureId } = input;
  return one<{ place: number }>(
    tx,
    sql`insert into disposal.witness (plan_id, place, name, institution, position, outside, signature_id, signed_at, entered_by, entry_id)
        values (${plan.id}, (select coalesce(max(w.place), 0) + 1 from disposal.witness w where w.plan_id = ${plan.id}::uuid), ${name}, ${institution},
                ${position}, ${outside}, ${signatureId}::uuid, ${tx.ground.clock.now()}, ${actor.id}, ${entryId}) returning place`,
  );
}
