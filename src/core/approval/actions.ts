import { mustSatisfy, may, type Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { newId } from '../id/index.ts';
import { record } from '../ledger/index.ts';
import type { Assertion, Electorate, Proposable } from './proposable.ts';
import { refuseApproval } from './refusals.ts';
import { HOURS_TO_LIVE, proposalHash, whyNotApprove, type Standing } from './rules.ts';
import {
  decideProposal,
  findProposal,
  findProposalForDecision,
  insertProposal,
  listProposals,
  type ProposalRow,
} from './sql.ts';

/** A proposal as people see it; its input stays sealed. */
export interface ProposalView extends Pick<ProposalRow, 'id' | 'act' | 'summaryKey' | 'summaryValues'> {
  readonly state: ProposalRow['state'] | 'expired';
  readonly hash: string;
  readonly regionCode: string;
  readonly proposedBy: string;
  readonly proposedByName: string | null;
  readonly officeId: string | null;
  readonly proposedAt: string;
  readonly expiresAt: string;
  /** By the register's clock: how long it has waited, and how long it still lives. */
  readonly ageSeconds: number;
  readonly leftSeconds: number;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
  /** Why the reader may not approve it: his own, the scope, the region; `null` when he may. */
  readonly whyNot: 'own' | 'scope' | 'region' | 'decided' | null;
}

/**
 * Seals what shall happen as a proposal for a second person. Refuses an input that does not fit the act; the use case
 * calls it after its own checks.
 */
export async function propose(tx: Tx, actor: Actor, act: string, given: unknown): Promise<ProposalView> {
  mustSatisfy(may(`${act}.propose`), actor);
  const { proposable, input } = read(tx, act, given);
  const fingerprint = await proposable.fingerprint(tx, input);
  const { messageKey, values } = await proposable.summary(tx, input);
  const id = newId();
  const now = tx.ground.clock.now();
  const row: ProposalRow = {
    id,
    act,
    input: tx.ground.vault.seal('approval', placeOf(id), JSON.stringify(input)),
    hash: proposalHash(act, input, fingerprint),
    fingerprint,
    regionCode: await proposable.region(tx, input),
    summaryKey: messageKey,
    summaryValues: values,
    state: 'waiting',
    proposedBy: actor.id,
    proposedByPseudonym: actor.pseudonym,
    officeId: actor.officeId,
    officeRegion: actor.officeId ? await tx.ground.approvals.electorate.regionOf(tx, actor.officeId) : null,
    proposedAt: now,
    expiresAt: new Date(now.getTime() + HOURS_TO_LIVE * 3_600_000),
    decidedBy: null,
    decidedAt: null,
    reason: null,
  };
  await insertProposal(tx, row);
  await record(tx, actor, {
    label: 'approval.proposed',
    facts: { proposalId: id, act, hash: row.hash.toString('base64url') },
  });
  return viewOf(tx, actor, row);
}

/** What waits for this officer, and his own of late; the most urgent first. */
export async function listWaiting(tx: Tx, actor: Actor): Promise<ProposalView[]> {
  const acts = [...tx.ground.approvals.proposables.keys()].filter((act) => actor.scopes.has(`${act}.approve`));
  const rows = await listProposals(tx, { acts, own: actor.id, now: tx.ground.clock.now(), limit: 200 });
  const views = await viewsOf(tx, actor, rows);
  return views.filter((view) => view.whyNot === null || view.proposedBy === actor.id);
}

export async function getProposal(tx: Tx, actor: Actor, id: string): Promise<ProposalView> {
  const row = await findProposal(tx, id);
  if (!row) throw refuseApproval('approval.not_found');
  return viewOf(tx, actor, row);
}

/** A challenge for the officer's passkey over exactly this proposal. */
export async function challengeFor(tx: Tx, actor: Actor, id: string, origin: string) {
  const row = await getWaiting(tx, actor, id);
  return tx.ground.approvals.electorate.challenge(tx, actor, row.hash, origin);
}

/**
 * The second person's yes: proves himself afresh over the hash, and the act runs in this transaction. Refuses one's own,
 * the expired, the decided, and what has changed since.
 */
export async function approve(
  tx: Tx,
  actor: Actor,
  given: { id: string; assertion: Assertion; origin: string },
): Promise<ProposalView> {
  const row = await getWaiting(tx, actor, given.id);
  await mustBeEntitled(tx, actor, row);
  await tx.ground.approvals.electorate.mustAssert(tx, actor, row.hash, given.assertion, given.origin);
  const { proposable, input } = read(tx, row.act, unseal(tx, row));
  if ((await proposable.fingerprint(tx, input)) !== row.fingerprint) throw refuseApproval('approval.stale');
  if (!proposalHash(row.act, input, row.fingerprint).equals(row.hash)) throw refuseApproval('approval.stale');
  const decided = await decide(tx, actor, row, 'approved', null);
  await proposable.execute(tx, actor, input);
  return decided;
}

export async function reject(tx: Tx, actor: Actor, given: { id: string; reason: string }): Promise<ProposalView> {
  const row = await getWaiting(tx, actor, given.id);
  await mustBeEntitled(tx, actor, row);
  return decide(tx, actor, row, 'rejected', given.reason);
}

export async function withdraw(tx: Tx, actor: Actor, id: string): Promise<ProposalView> {
  const row = await getWaiting(tx, actor, id);
  if (row.proposedBy !== actor.id) throw refuseApproval('approval.not_yours');
  return decide(tx, actor, row, 'withdrawn', null);
}

/**
 * Ends a proposal whose ground has gone, whoever made it; the room whose act took the ground away calls it. False when it
 * does not wait any more: decided, or past its time.
 */
export async function retract(tx: Tx, actor: Actor, given: { id: string; reason: string }): Promise<boolean> {
  const row = await findProposalForDecision(tx, given.id);
  if (row?.state !== 'waiting' || row.expiresAt <= tx.ground.clock.now()) return false;
  await decide(tx, actor, row, 'withdrawn', given.reason);
  return true;
}

async function decide(
  tx: Tx,
  actor: Actor,
  row: ProposalRow,
  state: 'approved' | 'rejected' | 'withdrawn',
  reason: string | null,
) {
  const decision = { state, decidedBy: actor.id, decidedAt: tx.ground.clock.now(), reason };
  await decideProposal(tx, { id: row.id, ...decision });
  await record(tx, actor, {
    label: `approval.${state}`,
    facts: {
      proposalId: row.id,
      act: row.act,
      hash: row.hash.toString('base64url'),
      proposedBy: row.proposedByPseudonym,
    },
  });
  return viewOf(tx, actor, { ...row, ...decision });
}

async function getWaiting(tx: Tx, _actor: Actor, id: string): Promise<ProposalRow> {
  const row = await findProposalForDecision(tx, id);
  if (!row) throw refuseApproval('approval.not_found');
  if (row.state !== 'waiting') throw refuseApproval('approval.decided');
  if (row.expiresAt <= tx.ground.clock.now()) throw refuseApproval('approval.expired');
  return row;
}

async function mustBeEntitled(tx: Tx, actor: Actor, row: ProposalRow): Promise<void> {
  const why = whyNotApprove(actor, standingOf(row, await holdersFor(tx, [row])));
  if (why === 'own') throw refuseApproval('approval.own');
  if (why !== null) throw refuseApproval('approval.not_entitled');
}

type Holders = Awaited<ReturnType<Electorate['holders']>>;

function holdersFor(tx: Tx, rows: readonly ProposalRow[]): Promise<Holders> {
  const offices = new Set(rows.flatMap(({ officeId }) => officeId ?? []));
  return tx.ground.approvals.electorate.holders(tx, [...offices]);
}

function standingOf(row: ProposalRow, holders: Holders): Standing {
  const { act, regionCode, proposedBy, officeId, officeRegion } = row;
  const approversThere = officeId ? holders(officeId, `${act}.approve`) : 0;
  return { act, regionCode, proposedBy, officeRegion, approversThere };
}

async function viewOf(tx: Tx, actor: Actor, row: ProposalRow): Promise<ProposalView> {
  return (await viewsOf(tx, actor, [row]))[0]!;
}

async function viewsOf(tx: Tx, actor: Actor, rows: readonly ProposalRow[]): Promise<ProposalView[]> {
  const now = tx.ground.clock.now();
  const isOpen = (row: ProposalRow) => row.state === 'waiting' && row.expiresAt > now;
  const holders = await holdersFor(tx, rows.filter(isOpen));
  const people = rows.flatMap(({ proposedBy, decidedBy }) => (decidedBy ? [proposedBy, decidedBy] : [proposedBy]));
  const nameOf = await tx.ground.approvals.electorate.namesOf(tx, people);
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    summaryKey: row.summaryKey,
    summaryValues: row.summaryValues,
    state: row.state === 'waiting' && !isOpen(row) ? 'expired' : row.state,
    hash: row.hash.toString('hex'),
    regionCode: row.regionCode,
    proposedBy: row.proposedBy,
    proposedByName: nameOf(row.proposedBy),
    officeId: row.officeId,
    proposedAt: row.proposedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ageSeconds: secondsBetween(row.proposedAt, now),
    leftSeconds: secondsBetween(now, row.expiresAt),
    decidedBy: row.decidedBy,
    decidedByName: row.decidedBy && nameOf(row.decidedBy),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
    whyNot: isOpen(row) ? whyNotApprove(actor, standingOf(row, holders)) : 'decided',
  }));
}

const secondsBetween = (from: Date, to: Date) => Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));

function read(tx: Tx, act: string, given: unknown): { proposable: Proposable; input: unknown } {
  const proposable = tx.ground.approvals.proposables.get(act);
  if (!proposable) throw new Error(`no room brings the act ${act}`);
  return { proposable, input: proposable.input.parse(given) };
}

function unseal(tx: Tx, row: ProposalRow): unknown {
  return JSON.parse(tx.ground.vault.unseal('approval', placeOf(row.id), row.input).toString());
}

function placeOf(id: string) {
  return { table: 'approval.proposal', row: id, column: 'input' };
}
