/** The ladder: a request opens a cooperation, steps bring it on. Many at once; each is judged by the rules, none by a query of its own. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today, ZONES } from '../../../core/time/index.ts';
import { endGrantsOf } from '../grant/sql.ts';
import { mustBeCentre } from '../institution/institution.ts';
import { listInstitutions, takeNumbers } from '../institution/sql.ts';
import { sayChanged, sayDecided } from '../notice.ts';
import { refuse } from '../refusals.ts';
import { KINDS } from '../rules.ts';
import type { Contents, Signatory } from '../schema.ts';
import { liftSuspensionsOf } from '../supervision/sql.ts';
import { keepDocuments, type Copy } from './document.ts';
import { ENDED, lackingFor, LIVE, nextStages, reasonsFor, type Ready, type Stage } from './rules.ts';
import type { StepGiven } from './schema.ts';
import {
  holdCooperations,
  insertCooperations,
  insertSteps,
  listCooperations,
  listOpenOf,
  listReadiness,
  listSteps,
  moveCooperations,
  type CooperationRow,
  type NewStep,
} from './sql.ts';

export interface Requested {
  readonly institutionId: string;
  /** The pass that this one renews. */
  readonly predecessorId: string | null;
  readonly number: string;
  readonly signedOn: string;
  readonly receivedOn: string;
  readonly signatories: readonly Signatory[];
  readonly contents: Contents;
  readonly copy: Copy;
}

/** Written requests come in: each opens a pass through the ladder. Gives their ids in order. */
export async function openCooperations(tx: Tx, actor: Actor, given: readonly Requested[]): Promise<Uuid[]> {
  mustBeCentre(actor);
  const now = today(tx.ground.clock, ZONES.WIB);
  if (given.some(({ receivedOn }) => receivedOn > now)) throw at('receivedOn', 'partner.step_ahead');
  await mustMayBegin(tx, given);
  const rows = given.map((each) => ({ ...each, id: newId(), since: each.receivedOn, number: '' }));
  for (const [year, group] of Map.groupBy(rows, ({ since }) => since.slice(0, 4))) {
    const first = await takeNumbers(tx, `cooperation ${year}`, group.length);
    for (const [n, row] of group.entries()) row.number = `470/${String(first + n).padStart(4, '0')}/KERJASAMA/${year}`;
  }
  const { entryId } = await record(tx, actor, {
    label: 'partner.request_received',
    facts: {
      n: rows.length,
      ...(rows.length === 1 && { cooperation: rows[0]!.id, institution: rows[0]!.institutionId }),
    },
  });
  const by = { at: tx.ground.clock.now(), id: actor.id, entryId };
  await insertCooperations(tx, rows, by);
  await insertSteps(
    tx,
    rows.map(({ id, since }) => ({
      ...NO_END,
      id: newId(),
      cooperationId: id,
      n: 1,
      stage: 'REQUEST',
      occurredOn: since,
    })),
    by,
  );
  const papers = given.map((each, n) => ({
    cooperationId: rows[n]!.id,
    kind: 'request' as const,
    number: each.number,
    signedOn: each.signedOn as never,
    validFrom: null,
    validUntil: null,
    signatories: [...each.signatories],
    contents: each.contents,
    copy: each.copy,
  }));
  await keepDocuments(tx, actor, papers);
  return rows.map(({ id }) => id);
}

const NO_END = { reason: null, words: null, takesBack: null } as const;

async function mustMayBegin(tx: Tx, given: readonly Requested[]): Promise<void> {
  const ids = [...new Set(given.map(({ institutionId }) => institutionId))];
  const institutions = new Map((await listInstitutions(tx, ids)).map((row) => [row.id, row]));
  const open = Map.groupBy(await listOpenOf(tx, ids), ({ institutionId }) => institutionId);
  for (const { institutionId, predecessorId } of given) {
    const institution = institutions.get(institutionId);
    if (!institution) throw refuse('partner.institution_not_found');
    if (institution.state === 'closed') throw refuse('partner.institution_closed');
    const live = open.get(institutionId)?.find(({ stage }) => LIVE.includes(stage));
    if (predecessorId === null && live) throw refuse('partner.must_renew', { values: { number: live.number } });
    if (predecessorId !== null && live?.id !== predecessorId) throw refuse('partner.predecessor_not');
  }
}

export type Step = StepGiven & { readonly cooperationId: string };

/** Takes a step with each of these cooperations. Refuses all where one may not, and says which and why. */
export async function takeSteps(tx: Tx, actor: Actor, given: readonly Step[]): Promise<void> {
  mustBeCentre(actor);
  const ids = given.map(({ cooperationId }) => cooperationId);
  const held = new Map((await holdCooperations(tx, ids)).map((row) => [row.id, row]));
  const asked = given.map(({ cooperationId, occurredOn }) => ({ cooperationId, on: occurredOn }));
  const ready = new Map((await listReadiness(tx, asked)).map((row) => [row.cooperationId, row]));
  for (const step of given) mustBeNext(tx, actor, step, held.get(step.cooperationId), ready.get(step.cooperationId));
  const moves = given.map((step) => ({ row: held.get(step.cooperationId)!, step }));
  const renewed = await predecessorsOf(tx, moves);
  const stages = [...new Set(given.map(({ to }) => to))];
  const { entryId } = await record(tx, actor, {
    label: 'partner.step_taken',
    facts: {
      n: given.length,
      to: stages.join(' '),
      ...(ids.length === 1 ? { cooperation: ids[0]! } : { list: hashOf(ids) }),
    },
  });
  // The old pass ends before the new one is connected: an institution is connected once at any moment.
  await move(tx, actor, renewed, entryId);
  await move(tx, actor, moves, entryId);
  const ended = [...renewed, ...moves].filter(({ step }) => ENDED.includes(step.to)).map(({ row }) => row.id);
  await endAll(tx, actor, ended);
  const touched = [...renewed, ...moves].filter(({ row, step }) => LIVE.includes(row.stage) || LIVE.includes(step.to));
  await sayChanged(
    tx,
    actor,
    touched.map(({ row }) => row.id),
  );
  // What a renewal follows has not ended for its institution.
  const over = moves.filter(({ step }) => ENDED.includes(step.to) && step.to !== 'RENEWAL');
  await sayDecided(
    tx,
    actor,
    over.map(({ row }) => ({ what: 'ended' as const, cooperationId: row.id })),
  );
}

interface Move {
  readonly row: CooperationRow;
  readonly step: Pick<StepGiven, 'to' | 'occurredOn' | 'reason' | 'words'>;
}

function mustBeNext(
  tx: Tx,
  actor: Actor,
  step: Step,
  row: CooperationRow | undefined,
  ready: Ready | undefined,
): asserts row is CooperationRow {
  if (!row || !ready) throw refuse('partner.cooperation_not_found');
  const { memorandum } = KINDS[row.kind];
  const { institution } = row;
  if (!nextStages(row.stage, memorandum).includes(step.to))
    throw refuse('partner.step_not_next', { values: { institution } });
  if (step.occurredOn > today(tx.ground.clock, ZONES.WIB)) throw at('occurredOn', 'partner.step_ahead');
  if (step.occurredOn < row.since) throw at('occurredOn', 'partner.step_before', { since: row.since });
  const reasons: readonly string[] = reasonsFor(step.to);
  const ends = reasons.length > 0;
  const said = step.reason !== null && reasons.includes(step.reason) && (step.words?.length ?? 0) >= 10;
  if (ends !== (step.reason !== null) || (ends && !said)) throw at('reason', 'partner.step_reason');
  const lacking = lackingFor(step.to, memorandum, ready);
  if (lacking.length === 0) return;
  const words = lacking.map((what) => tx.ground.speaker.say(actor.language, `partner.lacking.${what}`));
  throw refuse('partner.step_lacking', { values: { institution, lacking: words.join(', ') } });
}

function at(path: string, code: Parameters<typeof refuse>[0], values: Record<string, string> = {}) {
  return refuse(code, { values, faults: [{ path, code, values }] });
}

/** The passes that those which are now connected renew, brought to their end on the same day. */
async function predecessorsOf(tx: Tx, moves: readonly Move[]): Promise<Move[]> {
  const successors = moves.filter(({ row, step }) => step.to === 'CONNECTED' && row.predecessorId !== null);
  if (successors.length === 0) return [];
  const days = new Map(successors.map(({ row, step }) => [row.predecessorId!, step.occurredOn]));
  const held = await holdCooperations(tx, [...days.keys()]);
  return held
    .filter(({ stage }) => LIVE.includes(stage))
    .map((row) => {
      const day = days.get(row.id)!;
      return { row, step: { to: 'RENEWAL', occurredOn: day < row.since ? row.since : day, reason: null, words: null } };
    });
}

async function move(tx: Tx, actor: Actor, moves: readonly Move[], entryId: string): Promise<void> {
  if (moves.length === 0) return;
  const steps = moves.map(({ row, step: { to, occurredOn, reason, words } }): NewStep => ({
    id: newId(),
    cooperationId: row.id,
    n: row.steps + 1,
    stage: to,
    occurredOn,
    reason,
    words,
    takesBack: null,
  }));
  await insertSteps(tx, steps, { at: tx.ground.clock.now(), id: actor.id, entryId });
  await moveCooperations(
    tx,
    moves.map(({ row, step }) => ({ id: row.id, stage: step.to, since: step.occurredOn, steps: row.steps + 1 })),
  );
}

/** With a cooperation end its grants, and its suspensions have nothing left to stop. */
async function endAll(tx: Tx, actor: Actor, cooperations: readonly string[]): Promise<void> {
  if (cooperations.length === 0) return;
  const how = { at: tx.ground.clock.now(), by: actor.id };
  await endGrantsOf(tx, cooperations, { ...how, why: tx.ground.speaker.say('id', 'partner.ended_with_cooperation') });
  await liftSuspensionsOf(tx, cooperations, { ...how, how: 'ended' });
}

function hashOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.toSorted().join()).digest('hex');
}

/**
 * Takes back the last step, which was entered by mistake: a correction follows it, and neither counts. Refuses where something rests on
 * it that would be left in the air.
 */
export async function takeBackStep(
  tx: Tx,
  actor: Actor,
  input: { id: string; words: string },
): Promise<{ stage: Stage }> {
  mustBeCentre(actor);
  const [row] = await holdCooperations(tx, [input.id]);
  if (!row) throw refuse('partner.cooperation_not_found');
  const standing = (await listSteps(tx, [row.id])).filter(
    ({ takesBack, takenBack }) => takesBack === null && !takenBack,
  );
  const [before, last] = standing.slice(-2);
  if (!before || !last) throw refuse('partner.step_first');
  await mustCarryNothing(tx, row, last.stage);
  const { entryId } = await record(tx, actor, {
    label: 'partner.step_taken_back',
    facts: { cooperation: row.id, step: last.id, from: last.stage, to: before.stage },
  });
  const n = row.steps + 1;
  const correction = { id: newId(), cooperationId: row.id, n, stage: before.stage, occurredOn: last.occurredOn };
  const by = { at: tx.ground.clock.now(), id: actor.id, entryId };
  await insertSteps(tx, [{ ...correction, reason: null, words: input.words, takesBack: last.id }], by);
  await moveCooperations(tx, [{ id: row.id, stage: before.stage, since: before.occurredOn, steps: n }]);
  if (LIVE.includes(last.stage) || LIVE.includes(before.stage)) await sayChanged(tx, actor, [row.id]);
  return { stage: before.stage };
}

/** The agreement carries grants; a connection may have ended the pass before it, and that cannot be undone from here. */
async function mustCarryNothing(tx: Tx, row: CooperationRow, stage: Stage): Promise<void> {
  if (stage === 'RENEWAL') throw refuse('partner.step_carries');
  if (stage === 'AGREEMENT') {
    const on = today(tx.ground.clock, ZONES.WIB);
    const [ready] = await listReadiness(tx, [{ cooperationId: row.id, on }]);
    if (ready?.granted) throw refuse('partner.step_carries');
  }
  if (stage !== 'CONNECTED' || row.predecessorId === null) return;
  const [predecessor] = await listCooperations(tx, [row.predecessorId]);
  if (predecessor?.stage === 'RENEWAL') throw refuse('partner.step_carries');
}
