/** A destruction as the room has it: planned by one, approved from another unit, burnt by two before witnesses, with minutes that are asked for twice. */
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import {
  addEvidence,
  addWitness,
  beginDestruction,
  checkSeal,
  finishDestruction,
  proposePlan,
  recountBag,
  remakeMinutes,
  viewPlan,
} from '../../../cards/disposal/index.ts';
import type { Actor } from '../../../core/access/index.ts';
import { approve } from '../../../core/approval/index.ts';
import type { CivilDate } from '../../../core/time/index.ts';
import type { Stage } from '../journey.ts';
import type { Bag } from './bags.ts';

/** Whoever sealed or counted the bags before is none of them. */
export interface Hands {
  readonly proposer: Actor;
  readonly approver: Actor;
  /** Begins the day, reads the seals, keeps what witnesses give. */
  readonly reader: Actor;
  /** Counts the drawn bags and says that it is done. */
  readonly ender: Actor;
}

interface Fire {
  readonly place: string;
  readonly on: CivilDate;
  readonly bags: readonly Bag[];
}

/** Proposes and has it approved; gives the plan. */
export async function plan(
  stage: Stage,
  { proposer, approver }: Pick<Hands, 'proposer' | 'approver'>,
  { place, on: plannedOn, bags }: Fire,
): Promise<string> {
  const given = { place, plannedOn, method: 'burn' as const, bags: bags.map(({ id }) => id) };
  const { id, proposalId } = await stage.act(proposer, (tx) => proposePlan(tx, proposer, given));
  const assertion = { method: 'password' as const, password: stage.password };
  const yes = { id: proposalId, assertion, origin: 'http://localhost' };
  await stage.act(approver, (tx) => approve(tx, approver, yes));
  return id;
}

export interface Witness {
  readonly name: string;
  readonly institution: string;
  readonly outside: boolean;
}

/** The day up to the fire. */
export async function prepare(
  stage: Stage,
  { reader, ender }: Pick<Hands, 'reader' | 'ender'>,
  { plan: id, bags, witnesses }: { plan: string; bags: readonly Bag[]; witnesses: readonly Witness[] },
): Promise<void> {
  await stage.act(reader, (tx) => beginDestruction(tx, reader, { id }));
  for (const { id: bagId, seal, counted } of bags) {
    await stage.act(reader, (tx) => checkSeal(tx, reader, { id, bagId, seal, sealWhole: true }));
    await recount(stage, ender, { id, bagId, counted });
  }
  for (const witness of witnesses) await sign(stage, reader, id, witness);
  const photo = { name: 'tong-pembakaran.png', bytes: await picture('tong') };
  await stage.act(reader, (tx) => addEvidence(tx, reader, { id, kind: 'photo', file: photo }));
}

export const finish = (stage: Stage, ender: Actor, id: string) =>
  stage.act(ender, (tx) => finishDestruction(tx, ender, { id }));

/** Only what the draw has chosen is counted again. */
async function recount(stage: Stage, actor: Actor, bag: { id: string; bagId: string; counted: number }): Promise<void> {
  await stage
    .act(actor, (tx) => recountBag(tx, actor, bag))
    .catch((fault: { code?: string }) => {
      if (fault.code !== 'disposal.not_drawn') throw fault;
    });
}

async function sign(stage: Stage, actor: Actor, id: string, witness: Witness): Promise<void> {
  const file = { name: 'tanda-tangan.png', bytes: await picture(witness.name) };
  const { id: signatureId } = await stage.act(actor, (tx) => addEvidence(tx, actor, { id, kind: 'signature', file }));
  await stage.act(actor, (tx) => addWitness(tx, actor, { id, ...witness, signatureId }));
}

const PATIENCE_MS = 120_000;

/** Waits for the worker, which sets the minutes while the story's clock stands, and has them set once more to be compared. */
export async function minutes(stage: Stage, actor: Actor, id: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while ((await stage.act(actor, (tx) => viewPlan(tx, actor, { id }))).documentId === null) {
    if (performance.now() > until) return stage.fault('the minutes are not set; does a worker run?');
    await pause(25);
  }
  const { same } = await stage.act(actor, (tx) => remakeMinutes(tx, actor, { id }));
  if (!same) stage.fault('the minutes, set again, should be the same bytes');
}

/** A line of its own for each word: of nobody's hand, and no photo of anybody. */
function picture(word: string): Promise<Buffer> {
  const points = Array.from(word, (letter, at) => `${10 + at * 12},${20 + (letter.codePointAt(0)! % 60)}`);
  const line = `<polyline points="${points.join(' ')}" fill="none" stroke="#1a2340" stroke-width="3"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="100"><rect width="240" height="100" fill="#fff"/>${line}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
