/** Cards on their way from the printer to the counter at which they are handed over. */
import type { Actor } from '../../../core/access/index.ts';
import { elevated, many, run, sql, type Tx } from '../../../core/db/index.ts';
import { record } from '../../../core/ledger/index.ts';
import { settlePackets, type Status } from '../../../recording/enrolment/index.ts';
import { getOffice } from '../../../register/office/index.ts';
import { advanceCards, findCard, type CardRow } from '../advance.ts';
import { refuse } from '../refusals.ts';
import { findRequestForUpdate, requestWaits } from '../request/sql.ts';

/** Sends cards to another office, which says when they have arrived. */
export async function shipCards(
  tx: Tx,
  actor: Actor,
  input: { ids: readonly string[]; toOfficeId: string },
): Promise<{ sent: number }> {
  if (input.toOfficeId === actor.officeId) throw refuse('card.same_office');
  await getOffice(tx, input.toOfficeId);
  return elevated(tx, async () => {
    const cards = await hold(tx, input.ids, (card) => card.officeId === actor.officeId);
    await advanceCards(
      tx,
      actor,
      'card.shipped',
      cards.map(({ nik, id }) => ({ nik, cardId: id, to: 'SHIPPED' })),
    );
    await bind(tx, cards, { officeId: null, boundFor: input.toOfficeId });
    await settleOf(tx, actor, cards, 'CARD_SHIPPED');
    return { sent: cards.length };
  });
}

/**
 * Cards lie at the counter now: sent here, or printed and checked here. One whose holder died on its way is counted in too, and stays
 * invalid.
 */
export async function arriveCards(
  tx: Tx,
  actor: Actor,
  input: { ids: readonly string[] },
): Promise<{ arrived: number }> {
  const { officeId } = actor;
  return elevated(tx, async () => {
    const here = (card: CardRow) => (card.boundFor ?? card.officeId) === officeId;
    const cards = await hold(tx, input.ids, here);
    const ended = cards.filter(({ stranded, boundFor }) => stranded && boundFor !== null);
    const coming = cards.filter((card) => !ended.includes(card));
    if (coming.length > 0)
      await advanceCards(
        tx,
        actor,
        'card.arrived',
        coming.map(({ nik, id }) => ({ nik, cardId: id, to: 'AT_COUNTER' })),
      );
    if (ended.length > 0) {
      const subjects = [...new Set(ended.map(({ nik }) => nik))].map((nik) => ({ nik, detail: 'card' }));
      await record(tx, actor, { label: 'card.arrived', subjects, facts: { n: ended.length, ended: true } });
    }
    await bind(tx, cards, { officeId, boundFor: null });
    return { arrived: cards.length };
  });
}

/**
 * A card is missing that its office answers for: it never arrived, or is at the counter no more. Lost for good; whoever waits for it
 * waits again in his old place, and another blank is taken. By a supervisor, who says what was done to find it.
 */
export async function reportMissing(tx: Tx, actor: Actor, input: { id: string; reason: string }): Promise<void> {
  await elevated(tx, async () => {
    const [card] = await hold(tx, [input.id], ({ officeId }) => officeId === actor.officeId);
    const { nik, id: cardId, state, requestId } = card!;
    if (state !== 'SHIPPED' && state !== 'AT_COUNTER') throw refuse('card.wrong_state', { detail: state });
    const { reason } = input;
    const { entryId } = await advanceCards(tx, actor, 'card.missing', [
      { nik, cardId, to: 'LOST', cause: 'missing', reason },
    ]);
    await run(
      tx,
      sql`update card.card set stranded = true, bound_for = null where nik = ${nik}::bigint and id = ${cardId}`,
    );
    const request = requestId === null ? undefined : await findRequestForUpdate(tx, requestId);
    if (request?.state !== 'made' || request.cardId !== cardId) return;
    await requestWaits(tx, { nik, id: request.id, entryId });
    await settlePackets(tx, actor, [{ packet: request.packetId, status: 'PRINT_READY_RECORD', why: reason }]);
  });
}

async function hold(tx: Tx, ids: readonly string[], here: (card: CardRow) => boolean): Promise<CardRow[]> {
  const cards: CardRow[] = [];
  for (const id of [...new Set(ids)].toSorted()) {
    const card = await findCard(tx, id, 'change');
    if (!card) throw refuse('card.not_found');
    if (!here(card)) throw refuse('card.elsewhere');
    cards.push(card);
  }
  return cards;
}

/** While it is on its way a card is still the sender's to account for: `officeId` null leaves it. */
async function bind(tx: Tx, cards: readonly CardRow[], to: { officeId: string | null; boundFor: string | null }) {
  await run(
    tx,
    sql`update card.card set office_id = coalesce(${to.officeId}::uuid, office_id), bound_for = ${to.boundFor}::uuid
         where nik = any(${cards.map(({ nik }) => nik)}::bigint[]) and id = any(${cards.map(({ id }) => id)}::uuid[])`,
  );
}

/** The recordings of cards go on with them; a card of the years before has none here. */
export async function settleOf(tx: Tx, actor: Actor, cards: readonly CardRow[], status: Status): Promise<void> {
  const requests = cards.flatMap(({ requestId }) => (requestId === null ? [] : [requestId]));
  const packets = await many(
    tx,
    sql<{ packet: string }>`select packet_id as packet from card.request where id = any(${requests}::uuid[])`,
  );
  if (packets.length > 0)
    await settlePackets(
      tx,
      actor,
      packets.map(({ packet }) => ({ packet, status })),
    );
}
