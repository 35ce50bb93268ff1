/** The second count: blind, by somebody else; a difference is a case that a third person decides. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { newId, type Uuid } from '../../../core/id/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { addDays, today } from '../../../core/time/index.ts';
import { holdPieces } from '../intake/sql.ts';
import { refuse } from '../refusals.ts';
import { DIFFERENCE_DAYS, mayCount, maySettle } from '../rules.ts';
import { holdOwnBag } from './bag.ts';
import {
  closeDifference,
  countersOf,
  holdBags,
  holdDifference,
  insertCount,
  insertDifference,
  knowersOf,
  reopenBagRow,
  reopenWay,
  setBags,
  takePiecesOut,
  type BagRow,
  type DifferenceRow,
} from './sql.ts';

export interface CountGiven {
  readonly id: string;
  readonly counted: number;
  /** As it is read on the bag. */
  readonly seal: string;
  readonly sealWhole: boolean;
  readonly note?: string | null | undefined;
}

/** Recounts a sealed bag of the own office. The counter was told neither count nor seal; he learns whether both agree. */
export async function countBag(tx: Tx, actor: Actor, input: CountGiven): Promise<{ agrees: boolean; round: number }> {
  const bag = await holdOwnBag(tx, actor, input.id);
  if (bag.state !== 'SEALED') throw refuse('disposal.bag_state', { detail: bag.state });
  const { agrees, round } = await enterCount(tx, actor, bag, input);
  return { agrees, round };
}

/** Enters a count of a sealed bag, whoever has it: it is confirmed, or a case opens. */
export async function enterCount(
  tx: Tx,
  actor: Actor,
  bag: BagRow,
  input: CountGiven,
): Promise<{ agrees: boolean; round: number; tallyId: Uuid }> {
  const before = (await knowersOf(tx, [bag.id])).get(bag.id) ?? [];
  if (!mayCount(actor.id, bag, before)) throw refuse('disposal.own_count');
  const id = newId();
  const sealAgrees = input.sealWhole && input.seal === bag.seal;
  const agrees = sealAgrees && input.counted === bag.n;
  const { entryId } = await record(tx, actor, {
    label: 'disposal.bag_counted',
    facts: { bag: bag.id, tally: id, counted: input.counted, agrees },
  });
  const at = tx.ground.clock.now();
  const { counted, seal: sealRead, sealWhole, note = null } = input;
  const count = { id, bagId: bag.id, counted, expected: bag.n!, sealRead, sealWhole, at, by: actor.id, note, entryId };
  const round = await insertCount(tx, count);
  if (agrees) await setBags(tx, [bag.id], { state: 'CONFIRMED', countedBy: actor.id, at });
  else
    await openDifference(tx, actor, bag, { what: sealAgrees ? 'count' : 'seal', counted, tallyId: id, planId: null });
  return { agrees, round, tallyId: id };
}

/** Opens the case of a bag that is not what its label says. It stays where it is until somebody else has decided. */
export async function openDifference(
  tx: Tx,
  actor: Actor,
  bag: BagRow,
  given: { what: DifferenceRow['what']; counted: number; tallyId: string | null; planId: string | null },
): Promise<Uuid> {
  const id = newId();
  const { what, counted } = given;
  const { entryId } = await record(tx, actor, {
    label: 'disposal.difference_opened',
    facts: { difference: id, bag: bag.id, what, expected: bag.n, counted },
  });
  await setBags(tx, [bag.id], { state: 'DIFFERS', planId: null });
  const at = tx.ground.clock.now();
  const dueOn = addDays(today(tx.ground.clock, actor.zone), DIFFERENCE_DAYS);
  const row = { id, bagId: bag.id, expected: bag.n ?? 0, foundBy: actor.id, at, dueOn, entryId, ...given };
  await insertDifference(tx, row);
  return id;
}

export interface Settling {
  readonly id: string;
  /** Counted anew by somebody else; opened and sealed anew; opened, and these pieces are missing. */
  readonly outcome: 'recount' | 'reopened' | 'missing';
  readonly explanation: string;
  readonly missing?: readonly string[] | undefined;
}

/** Decides a difference: never whoever sealed, counted or found it. A seal that was wrong is never just counted again. */
export async function settleDifference(tx: Tx, actor: Actor, input: Settling): Promise<void> {
  const found = await holdDifference(tx, input.id);
  if (!found) throw refuse('disposal.difference_not_found');
  if (found.state !== 'open') throw refuse('disposal.difference_closed');
  const [bag] = await holdBags(tx, [found.bagId]);
  mustCover(actor, bag!.regionCode);
  const parties = [found.foundBy, ...((await countersOf(tx, [bag!.id])).get(bag!.id) ?? [])];
  if (!maySettle(actor.id, bag!, parties)) throw refuse('disposal.difference_own');
  if (found.what !== 'count' && input.outcome === 'recount') throw refuse('disposal.seal_anew');
  const missing = input.missing ?? [];
  if ((input.outcome === 'missing') !== missing.length > 0) throw refuse('disposal.missing_which');
  await record(tx, actor, {
    label: 'disposal.difference_settled',
    facts: { difference: found.id, outcome: input.outcome, missing: missing.length },
  });
  await elevated(tx, () => carryOut(tx, bag!, { outcome: input.outcome, missing, tallyId: found.tallyId }));
  const { id, explanation, outcome: state } = input;
  await closeDifference(tx, { id, state, explanation, at: tx.ground.clock.now(), by: actor.id });
}

/** One that differed on arrival is counted once more where it lies; opened it goes back to its sender. */
async function carryOut(
  tx: Tx,
  bag: BagRow,
  { outcome, missing, tallyId }: { outcome: Settling['outcome']; missing: readonly string[]; tallyId: string | null },
): Promise<void> {
  if (outcome === 'recount') {
    const state = (await reopenWay(tx, bag.id, tallyId)) ? 'SENT' : 'SEALED';
    return setBags(tx, [bag.id], { state });
  }
  if (missing.length > 0) {
    const pieces = await holdPieces(tx, missing);
    if (pieces.length < missing.length || pieces.some(({ bagId }) => bagId !== bag.id))
      throw refuse('disposal.piece_not_found');
    await takePiecesOut(tx, missing, tx.ground.clock.now());
  }
  return reopenBagRow(tx, bag.id);
}
