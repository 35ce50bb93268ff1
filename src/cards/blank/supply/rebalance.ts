/** Rebalancing between neighbours of a province: the sending keeper proposes, the province or the ministry decides, then it is a shipment. */
import { createHash } from 'node:crypto';
import { mustCover, type Actor } from '../../../core/access/index.ts';
import { proposable, propose } from '../../../core/approval/index.ts';
import { elevated, type Tx } from '../../../core/db/index.ts';
import { findLying, firstElsewhere } from '../movement/sql.ts';
import { refuse as refuseBlank } from '../refusals.ts';
import { countOf, ordered, shipmentKind, type Span } from '../rules.ts';
import { dispatch, getOwnStore } from '../shipment/send.ts';
import { getStore } from '../store/store.ts';
import { refuse } from './refusals.ts';
import { rebalanceShape, type RebalanceInput } from './schema.ts';

const spansOf = ({ spans }: Pick<RebalanceInput, 'spans'>): Span[] =>
  spans.map(({ first, last }) => ({ first: BigInt(first), last: BigInt(last) }));

const lying = (tx: Tx, given: Pick<RebalanceInput, 'spans' | 'fromStore'>) =>
  elevated(tx, () => findLying(tx, spansOf(given), { store: given.fromStore, state: 'IN_STOCK' }, null));

export const rebalance = proposable<RebalanceInput>({
  act: 'blank.rebalance',
  input: rebalanceShape,
  region: async (tx, { fromStore }) => provinceOf((await getStore(tx, fromStore)).regionCode),
  summary: async (tx, input) => ({
    messageKey: 'proposal.blank.rebalance',
    values: {
      n: Number(countOf(spansOf(input))),
      from: (await getStore(tx, input.fromStore)).name,
      to: (await getStore(tx, input.toStore)).name,
    },
  }),
  // The store's keeper and what of it lies there free: when that has changed, it was proposed on other ground.
  fingerprint: async (tx, input) => {
    const { here, frozen } = await lying(tx, input);
    const { keeperId } = await getStore(tx, input.fromStore);
    return createHash('sha256').update(`${keeperId} ${here} ${frozen}`).digest('hex');
  },
  execute: async (tx, actor, input) => {
    const from = await getStore(tx, input.fromStore);
    // The second person of a small office may be a neighbour; this is decided above both ends.
    mustCover(actor, provinceOf(from.regionCode));
    if (from.keeperId !== input.askedBy) throw refuseBlank('blank.not_keeper');
    mustRebalance(from, await getStore(tx, input.toStore));
    await dispatch(tx, actor, { ...input, spans: spansOf(input) }, 'rebalancing', input.askedBy);
  },
});

const provinceOf = (region: string) => region.slice(0, 2);

function mustRebalance(...[from, to]: Parameters<typeof shipmentKind>): void {
  if (shipmentKind(from, to) !== 'rebalancing') throw refuse('blank.not_rebalancing');
}

/** Refuses at once what could not be sent: stores that are no neighbours, serials that are not there or frozen. */
export async function proposeRebalance(
  tx: Tx,
  actor: Actor,
  input: Omit<RebalanceInput, 'askedBy'>,
): Promise<{ proposalId: string }> {
  const from = await getOwnStore(tx, actor, input.fromStore);
  mustRebalance(from, await getStore(tx, input.toStore));
  const { spans, twice } = ordered(spansOf(input));
  if (twice !== null) throw refuseBlank('blank.serial_twice', { values: { serial: String(twice) } });
  const { here, frozen } = await lying(tx, input);
  if (here < countOf(spans)) {
    const place = { store: from.id, state: 'IN_STOCK' } as const;
    const serial = await elevated(tx, () => firstElsewhere(tx, spans, place));
    throw refuseBlank('blank.not_here', { values: { serial: serial ?? '' } });
  }
  if (frozen > 0n) throw refuseBlank('blank.frozen', { values: { n: Number(frozen) } });
  const { id } = await propose(tx, actor, rebalance.act, { ...input, askedBy: actor.id });
  return { proposalId: id };
}
