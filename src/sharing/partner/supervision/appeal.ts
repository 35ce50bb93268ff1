/** An appeal against a suspension: entered as it came, decided by two officers who had no part in it. */
import { createHash } from 'node:crypto';
import type { Actor } from '../../../core/access/index.ts';
import { proposable, propose } from '../../../core/approval/index.ts';
import type { Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { dayIn, today, ZONES, type CivilDate } from '../../../core/time/index.ts';
import { mustBeCentre } from '../institution/institution.ts';
import { keepDocuments, type Copy } from '../ladder/document.ts';
import { holdCooperations } from '../ladder/sql.ts';
import { sayChanged, sayDecided } from '../notice.ts';
import { refuse } from './refusals.ts';
import { appealProposed, type AppealProposed } from './schema.ts';
import {
  decideAppeal,
  findAppeal,
  hasWaitingAppeal,
  holdOpenSuspensions,
  insertAppeal,
  liftSuspensions,
  type AppealRow,
} from './sql.ts';

/** The institution's own letter. */
export interface AppealPaper {
  readonly cooperationId: string;
  readonly number: string;
  readonly signedOn: CivilDate;
  readonly copy: Copy;
}

/** Entered by the centre as it came, or filed by the institution itself with its letter, of which the caller has seen that it is its own. */
export async function fileAppeal(
  tx: Tx,
  actor: Actor,
  input: { id: string; words: string; receivedOn: string; paper?: AppealPaper },
): Promise<{ id: Uuid }> {
  if (actor.kind !== 'partner') mustBeCentre(actor);
  const { paper } = input;
  // Versions of papers are counted under the hold of their cooperation, which is held before what hangs on it.
  if (paper) await holdCooperations(tx, [paper.cooperationId]);
  const [suspension] = await holdOpenSuspensions(tx, [input.id]);
  if (!suspension || (paper && paper.cooperationId !== suspension.cooperationId))
    throw refuse('partner.suspension_not_found');
  // Said before its letter is looked at: a second press sends the same one.
  if (await hasWaitingAppeal(tx, suspension.id)) throw refuse('partner.appeal_open');
  const { receivedOn } = input;
  if (receivedOn > today(tx.ground.clock, ZONES.WIB) || receivedOn < dayIn(ZONES.WIB, suspension.from))
    throw refuse('partner.appeal_ahead', { faults: [{ path: 'receivedOn', code: 'partner.appeal_ahead' }] });
  const documentId = paper ? await keepPaper(tx, actor, paper) : null;
  const id = newId();
  const { entryId } = await record(tx, actor, {
    label: 'partner.appeal_filed',
    facts: { appeal: id, suspension: suspension.id, cooperation: suspension.cooperationId },
  });
  const at = tx.ground.clock.now();
  await insertAppeal(tx, {
    id,
    suspensionId: suspension.id,
    words: input.words,
    receivedOn,
    documentId,
    at,
    by: actor.id,
    entryId,
  });
  return { id };
}

async function keepPaper(tx: Tx, actor: Actor, paper: AppealPaper): Promise<Uuid> {
  const given = {
    ...paper,
    kind: 'appeal' as const,
    signatories: [],
    validFrom: null,
    validUntil: null,
    contents: null,
  };
  const [id] = await keepDocuments(tx, actor, [given]);
  return id!;
}

export const hearing = proposable<AppealProposed>({
  act: 'partner.appeal',
  input: appealProposed,
  region: async () => '',
  summary: async (tx, { appealId, granted, why }) => ({
    messageKey: granted ? 'proposal.partner.appeal_granted' : 'proposal.partner.appeal_refused',
    values: { institution: (await findAppeal(tx, appealId))?.institution ?? '', why },
  }),
  fingerprint: async (tx, { appealId }) => {
    const appeal = await findAppeal(tx, appealId);
    return createHash('sha256').update(`${appeal?.outcome} ${appeal?.lifted}`).digest('hex');
  },
  execute: async (tx, actor, { appealId, granted, why, askedBy }) => {
    const appeal = await getWaiting(tx, actor, appealId);
    const outcome = granted ? ('granted' as const) : ('refused' as const);
    await record(tx, actor, {
      label: 'partner.appeal_decided',
      facts: { appeal: appeal.id, cooperation: appeal.cooperationId, outcome },
    });
    const at = tx.ground.clock.now();
    await decideAppeal(tx, { id: appeal.id, outcome, why, at, askedBy, by: actor.id });
    if (!granted) return;
    await liftSuspensions(tx, [appeal.suspensionId], { at, by: actor.id, how: 'appeal', askedBy, why });
    await sayChanged(tx, actor, [appeal.cooperationId]);
    await sayDecided(tx, actor, [{ what: 'restored', cooperationId: appeal.cooperationId }]);
  },
});

/** Proposes how an appeal is decided. */
export async function proposeHearing(
  tx: Tx,
  actor: Actor,
  input: { id: string; granted: boolean; why: string },
): Promise<{ proposalId: string }> {
  const { id: appealId, granted, why } = input;
  await getWaiting(tx, actor, appealId);
  const { id } = await propose(tx, actor, hearing.act, { appealId, granted, why, askedBy: actor.id });
  return { proposalId: id };
}

/** The appeal that waits, to whoever had no part in the suspension. */
async function getWaiting(tx: Tx, actor: Actor, id: string): Promise<AppealRow> {
  mustBeCentre(actor);
  const appeal = await findAppeal(tx, id);
  if (!appeal || appeal.outcome !== null) throw refuse('partner.appeal_not_found');
  if (appeal.parties.includes(actor.id)) throw refuse('partner.appeal_party');
  return appeal;
}
