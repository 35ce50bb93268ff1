/** A store changes its keeper: both count it, unseen by one another, and only when both and the books agree does it pass. */
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { today } from '../../../core/time/index.ts';
import { refuse } from '../refusals.ts';
import { HANDOVER_HOURS } from '../rules.ts';
import { enterCount, mustInspect, type CountDone } from '../tally/count.ts';
import { nextNumber } from '../shipment/sql.ts';
import { expectedAt, findHandoverTally, hasOpenDiscrepancy } from '../tally/sql.ts';
import { changeKeeper } from './sql.ts';
import { getStore } from './store.ts';

/** One of the two counts. It tells nothing: neither what the books have nor what the other one has counted. */
export async function countForHandover(
  tx: Tx,
  actor: Actor,
  given: { storeId: string; counted: bigint },
): Promise<Pick<CountDone, 'tallyId' | 'round'>> {
  const store = await getStore(tx, given.storeId);
  mustInspect(actor, store);
  const expected = await elevated(tx, () => expectedAt(tx, store.id));
  const { counted } = given;
  const what = { what: 'handover', storeId: store.id, batchId: null, counted, expected, note: null } as const;
  const { tallyId, round } = await enterCount(tx, actor, what);
  return { tallyId, round };
}

/**
 * The store passes to the next keeper. Both have counted within a day, both counts are what the books have now, and no difference is
 * open. Whoever decides heads the region; he is neither of the two.
 */
export async function handOverStore(
  tx: Tx,
  actor: Actor,
  given: { storeId: string; toKeeperId: string },
): Promise<void> {
  const store = await getStore(tx, given.storeId);
  mustCover(actor, store.regionCode);
  const { keeperId: leaving } = store;
  if (leaving === null) throw refuse('blank.no_keeper');
  if (leaving === given.toKeeperId) throw refuse('blank.same_keeper');
  if (actor.id === leaving || actor.id === given.toKeeperId) throw refuse('blank.own_count');
  await elevated(tx, async () => {
    if (await hasOpenDiscrepancy(tx, store.id)) throw refuse('blank.discrepancy_open');
    const since = new Date(tx.ground.clock.now().getTime() - HANDOVER_HOURS * 3_600_000);
    const counts = [leaving, given.toKeeperId].map((by) => findHandoverTally(tx, store.id, by, since));
    const [old, next] = await Promise.all(counts);
    const expected = await expectedAt(tx, store.id);
    if (!old || !next) {
      const who = !old && !next ? '2' : '1';
      throw refuse('blank.count_jointly', { values: { hours: HANDOVER_HOURS, who } });
    }
    if (old.counted !== expected || next.counted !== expected)
      throw refuse('blank.counts_differ', {
        values: { expected: Number(expected), leaving: Number(old.counted), arriving: Number(next.counted) },
      });
    const { entryId } = await record(tx, actor, {
      label: 'blank.store_handed_over',
      facts: { store: store.id, n: Number(expected), from: leaving, to: given.toKeeperId },
    });
    const at = tx.ground.clock.now();
    const year = today(tx.ground.clock, actor.zone).slice(0, 4);
    const n = await nextNumber(tx, `handover ${year}`);
    const minutes = { number: `470/${String(n).padStart(4, '0')}/BAST-GUDANG/${year}`, decidedBy: actor.id };
    await changeKeeper(tx, { storeId: store.id, keeperId: given.toKeeperId, at, countId: next.id, entryId, minutes });
  });
}
