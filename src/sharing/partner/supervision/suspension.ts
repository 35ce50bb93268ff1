/** Cutting off and bringing back: two officers decide, about one partner or about many; one alone only stops for three days. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { proposable, propose } from '../../../core/approval/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { listInstitutions } from '../institution/sql.ts';
import { mustBeCentre } from '../institution/institution.ts';
import { LIVE } from '../ladder/rules.ts';
import { holdCooperations, listCooperations, type CooperationRow } from '../ladder/sql.ts';
import { sayChanged, sayDecided } from '../notice.ts';
import { refuse } from './refusals.ts';
import { AT_ONCE_HOURS, needsSubstitute, type Cause } from './rules.ts';
import {
  restorationProposed,
  suspensionProposed,
  type RestorationGiven,
  type RestorationProposed,
  type SuspensionGiven,
  type SuspensionProposed,
} from './schema.ts';
import {
  holdOpenSuspensions,
  insertSuspensions,
  liftSuspensions,
  listOpenSuspensions,
  type OpenSuspension,
} from './sql.ts';

type Cut = SuspensionGiven['cut'][number];

/** Those that may be cut, and what one officer had stopped before, which this now takes the place of. Three statements, however many. */
async function mustBeCuttable(
  tx: Tx,
  { cause, cut }: Pick<SuspensionGiven, 'cause' | 'cut'>,
  list: (tx: Tx, ids: readonly string[]) => Promise<CooperationRow[]>,
): Promise<OpenSuspension[]> {
  const ids = cut.map(({ cooperationId }) => cooperationId);
  if (new Set(ids).size < ids.length) throw refuse('partner.cut_twice');
  const rows = new Map((await list(tx, ids)).map((row) => [row.id, row]));
  const institutions = new Map(
    (
      await listInstitutions(
        tx,
        [...rows.values()].map(({ institutionId }) => institutionId),
      )
    ).map((row) => [row.id, row]),
  );
  for (const { cooperationId, substitute } of cut) {
    const row = rows.get(cooperationId);
    const values = { institution: row?.institution ?? '' };
    if (!row || !LIVE.includes(row.stage)) throw refuse('partner.cut_not_live', { values });
    if (substitute === null && needsSubstitute(institutions.get(row.institutionId)!.sector))
      throw refuse('partner.substitute_missing', { values });
  }
  const before = (await listOpenSuspensions(tx, ids)).filter((open) => open.cause === cause);
  const standing = before.find(({ atOnce }) => !atOnce);
  if (standing) {
    const { institution } = rows.get(standing.cooperationId)!;
    throw refuse('partner.cut_already', { values: { institution } });
  }
  return before;
}

export const cutting = proposable<SuspensionProposed>({
  act: 'partner.suspension',
  input: suspensionProposed,
  region: async () => '',
  summary: async (tx, { cause, cut }) => {
    const [first] = await listCooperations(tx, [cut[0]!.cooperationId]);
    return {
      messageKey: cut.length === 1 ? 'proposal.partner.cut_one' : 'proposal.partner.cut_many',
      values: {
        n: cut.length,
        institution: first?.institution ?? '',
        cause: tx.ground.speaker.say('id', `partner.cause.${cause}`),
      },
    };
  },
  // Whether they are connected and what stops them: when that has changed, it was proposed on other ground.
  fingerprint: async (tx, { cut }) => {
    const ids = cut.map(({ cooperationId }) => cooperationId);
    const stages = (await listCooperations(tx, ids)).map(({ id, stage }) => `${id} ${stage}`);
    const open = (await listOpenSuspensions(tx, ids)).map(({ id }) => id);
    return createHash('sha256')
      .update([...stages, ...open].toSorted().join())
      .digest('hex');
  },
  execute: async (tx, actor, { cause, reason, cut, askedBy }) => {
    mustBeCentre(actor);
    const before = await mustBeCuttable(tx, { cause, cut }, holdCooperations);
    const at = tx.ground.clock.now();
    const replaced = before.map(({ id }) => id);
    if (replaced.length > 0) await liftSuspensions(tx, replaced, { at, by: actor.id, how: 'confirmed' });
    await suspend(tx, actor, cut, { cause, reason, askedBy, until: null });
  },
});

async function suspend(
  tx: Tx,
  actor: Actor,
  cut: readonly Cut[],
  of: { cause: Cause; reason: string; askedBy: string | null; until: Date | null },
): Promise<Uuid[]> {
  const rows = cut.map((each) => ({ ...each, id: newId() }));
  const { entryId } = await record(tx, actor, {
    label: 'partner.suspended',
    facts: { n: rows.length, cause: of.cause, ...namedOf(rows) },
  });
  const at = tx.ground.clock.now();
  await insertSuspensions(tx, rows, { ...of, at, atOnce: of.until !== null, by: actor.id, entryId });
  await sayChanged(
    tx,
    actor,
    rows.map(({ cooperationId }) => cooperationId),
  );
  const { cause } = of;
  const until = of.until?.toISOString() ?? null;
  await sayDecided(
    tx,
    actor,
    rows.map(({ cooperationId }) => ({ what: 'suspended' as const, cooperationId, cause, until })),
  );
  return rows.map(({ id }) => id);
}

/** What one entry says of whom it concerns: the one, or the hash of the list. */
function namedOf(rows: readonly { cooperationId: string }[]): { cooperation: string } | { list: string } {
  if (rows.length === 1) return { cooperation: rows[0]!.cooperationId };
  const ids = rows.map(({ cooperationId }) => cooperationId).toSorted();
  return { list: createHash('sha256').update(ids.join()).digest('hex') };
}

/** Proposes to cut partners off; nothing happens until another officer approves. */
export async function proposeSuspension(tx: Tx, actor: Actor, given: SuspensionGiven): Promise<{ proposalId: string }> {
  mustBeCentre(actor);
  await mustBeCuttable(tx, given, listCooperations);
  const { id } = await propose(tx, actor, cutting.act, { ...given, askedBy: actor.id });
  return { proposalId: id };
}

/** One officer stops a partner at once. It ends by itself after three days unless two decide otherwise. */
export async function suspendAtOnce(
  tx: Tx,
  actor: Actor,
  given: { id: string; cause: 'misuse' | 'security'; reason: string; substitute: string | null },
): Promise<{ id: Uuid; until: string }> {
  mustBeCentre(actor);
  const { id: cooperationId, cause, reason, substitute } = given;
  const cut = [{ cooperationId, substitute }];
  const before = await mustBeCuttable(tx, { cause, cut }, holdCooperations);
  const now = tx.ground.clock.now();
  if (before.some(({ until }) => until !== null && until > now))
    throw refuse('partner.cut_already', { values: { institution: '' } });
  // The one before has run out.
  const over = before.map((each) => each.id);
  if (over.length > 0) await liftSuspensions(tx, over, { at: now, by: actor.id, how: 'ended' });
  const until = new Date(now.getTime() + AT_ONCE_HOURS * 3_600_000);
  const [id] = await suspend(tx, actor, cut, { cause, reason, askedBy: null, until });
  return { id: id!, until: until.toISOString() };
}

export const restoring = proposable<RestorationProposed>({
  act: 'partner.restoration',
  input: restorationProposed,
  region: async () => '',
  summary: async (tx, { suspensions, reason }) => {
    const open = await holdOpenSuspensions(tx, suspensions);
    const [first] = await listCooperations(
      tx,
      open.slice(0, 1).map(({ cooperationId }) => cooperationId),
    );
    return {
      messageKey: suspensions.length === 1 ? 'proposal.partner.restore_one' : 'proposal.partner.restore_many',
      values: { n: suspensions.length, institution: first?.institution ?? '', reason },
    };
  },
  fingerprint: async (tx, { suspensions }) => {
    const open = await holdOpenSuspensions(tx, suspensions);
    return createHash('sha256')
      .update(open.map(({ id }) => id).join())
      .digest('hex');
  },
  execute: async (tx, actor, { suspensions, reason, askedBy }) => {
    mustBeCentre(actor);
    const open = await mustBeOpen(tx, suspensions);
    await record(tx, actor, { label: 'partner.restored', facts: { n: open.length, ...namedOf(open) } });
    const at = tx.ground.clock.now();
    await liftSuspensions(tx, suspensions, { at, by: actor.id, how: 'restored', askedBy, why: reason });
    await sayChanged(
      tx,
      actor,
      open.map(({ cooperationId }) => cooperationId),
    );
    await sayDecided(
      tx,
      actor,
      open.map(({ cooperationId }) => ({ what: 'restored' as const, cooperationId })),
    );
  },
});

async function mustBeOpen(tx: Tx, suspensions: readonly string[]): Promise<OpenSuspension[]> {
  const open = await holdOpenSuspensions(tx, suspensions);
  if (open.length < new Set(suspensions).size) throw refuse('partner.suspension_not_found');
  return open;
}

/** Proposes to let partners ask again. */
export async function proposeRestoration(
  tx: Tx,
  actor: Actor,
  given: RestorationGiven,
): Promise<{ proposalId: string }> {
  mustBeCentre(actor);
  await mustBeOpen(tx, given.suspensions);
  const { id } = await propose(tx, actor, restoring.act, { ...given, askedBy: actor.id });
  return { proposalId: id };
}
