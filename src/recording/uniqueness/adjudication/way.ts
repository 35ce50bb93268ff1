/** The way out: a decision that one body has two recordings leads to a move, a correction, a merge or a new recording. */
import { propose } from '../../../core/approval/index.ts';
import type { Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { refuse } from '../refusals.ts';
import type { Side, Verdict, Way } from '../schema.ts';
import * as statements from '../sql.ts';
import { getForUpdate, subjectsOf } from './pair.ts';
import { endRecordings, follow } from './settle.ts';

export interface WayGiven {
  readonly id: string;
  readonly way: Way;
  /** Of a merge: whose record stays. */
  readonly keep?: Side | undefined;
  readonly legalBasis?: string | undefined;
  readonly note: string;
}

/**
 * The ways that fit a decision; for one NIK recorded twice there is nothing to merge or to move. `again` after one body: the
 * later recording stands under another's NIK (packets mixed up, somebody used his data), and its owner was never recorded.
 * Of one NIK with two bodies the earlier is the owner's (`none`), or neither can be trusted (`again`).
 */
export function waysFor({
  outcome,
  nik,
  otherNik,
}: Pick<statements.AdjudicationRow, 'outcome' | 'nik' | 'otherNik'>): readonly Way[] {
  const byOutcome: Readonly<Record<Verdict, readonly Way[]>> = {
    same_body: nik === otherNik ? ['none', 'correction'] : ['merge', 'move', 'correction', 'again'],
    two_bodies: nik === otherNik ? ['none', 'again'] : ['none'],
    unclear: ['again'],
  };
  return outcome ? byOutcome[outcome] : [];
}

/**
 * Sets the way, once a round. A merge becomes a proposal that a second person decides as any other; a move and a correction
 * are begun by the citizen, whom the letter tells how.
 */
export async function setWay(tx: Tx, actor: Actor, given: WayGiven): Promise<{ proposalId: string | null }> {
  const pair = await getForUpdate(tx, given.id);
  if (pair.state !== 'decided') throw refuse('uniqueness.not_decided');
  if (pair.way !== null) throw refuse('uniqueness.way_set');
  if (!waysFor(pair).includes(given.way)) throw refuse('uniqueness.way_wrong');
  if (given.way === 'merge') mustSayWhich(given);
  const { entryId } = await record(tx, actor, {
    label: 'uniqueness.way_set',
    subjects: subjectsOf(pair),
    facts: { adjudication: pair.id, round: pair.round, way: given.way },
  });
  const proposalId = given.way === 'merge' ? await proposeMerging(tx, actor, pair, given) : null;
  await elevated(tx, async () => {
    await statements.updateAdjudication(tx, { ...pair, way: given.way });
    await follow(tx, pair, entryId, { what: 'way', ref: null, detail: given.way });
    if (proposalId) await follow(tx, pair, entryId, { what: 'proposal', ref: proposalId, detail: 'resident.merge' });
    if (given.way === 'again') await endRecordings(tx, actor, pair, entryId);
  });
  return { proposalId };
}

function mustSayWhich({ keep, legalBasis }: WayGiven): void {
  const faults = [
    ...(keep ? [] : [{ path: 'keep', code: 'uniqueness.field.keep' }]),
    ...(legalBasis && legalBasis.length >= 3 ? [] : [{ path: 'legalBasis', code: 'uniqueness.field.legal_basis' }]),
  ];
  if (faults.length > 0) throw refuse('uniqueness.way_wrong', { faults });
}

async function proposeMerging(
  tx: Tx,
  actor: Actor,
  pair: statements.AdjudicationRow,
  given: WayGiven,
): Promise<string> {
  const later = tx.ground.personRefs.of(pair.nik);
  const earlier = tx.ground.personRefs.of(pair.otherNik!);
  const [survivor, absorbed] = given.keep === 'later' ? [later, earlier] : [earlier, later];
  const { legalBasis, note: reason } = given;
  const { id } = await propose(tx, actor, 'resident.merge', { survivor, absorbed, legalBasis, reason });
  return id;
}
